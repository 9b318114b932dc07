"""Building and publishing: a failed build leaves the published site as it was."""

import datetime
import shutil
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from dorkarta.site.plugin import DorkartaPlugin


@dataclass(frozen=True, kw_only=True, slots=True)
class Staging:
    """The folders of a publication: the new site and the old one stand beside the published one."""

    published: Path

    @property
    def fresh(self) -> Path:
        """Where the new site grows."""
        return self.published.with_name(f".{self.published.name}.new")

    @property
    def former(self) -> Path:
        """Where the old site waits for its end."""
        return self.published.with_name(f".{self.published.name}.old")

    def recover(self) -> None:
        """Put back what an interrupted publication left aside."""
        if self.former.exists() and not self.published.exists():
            self.former.rename(self.published)

    def publish(self) -> None:
        """Let the new site take the place of the published one."""
        shutil.rmtree(self.former, ignore_errors=True)
        if self.published.exists():
            self.published.rename(self.former)
        self.fresh.rename(self.published)
        shutil.rmtree(self.former, ignore_errors=True)


def build(project: Path, *, out: Path, as_of: datetime.date, site_url: str | None = None) -> None:
    """Build the whole site beside the published one, then publish it.

    Arguments:
        project: The folder of `mkdocs.yml`.
        out: The folder that is published.
        as_of: The date of the edition.
        site_url: The address of the site, where it is not that of `mkdocs.yml`.

    Raises:
        mkdocs.exceptions.MkDocsException: nothing was published; its message says why.
    """
    staging = Staging(published=out)
    staging.recover()
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(staging.fresh))
    config.site_url = site_url or config.site_url
    _set_date(config, as_of)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build(config)
        staging.publish()
    finally:
        config.plugins.on_shutdown()
        shutil.rmtree(staging.fresh, ignore_errors=True)


def _set_date(config: MkDocsConfig, as_of: datetime.date) -> None:
    plugin = config.plugins.get("dorkarta")
    if isinstance(plugin, DorkartaPlugin):
        plugin.config.as_of = as_of.isoformat()
