"""Building and publishing: a failed build leaves the published site as it was."""

import datetime
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from dorkarta.site.assembling import Made
from dorkarta.site.former import Former, former_in
from dorkarta.site.losses import lost, refusal
from dorkarta.site.manifest import Manifest, manifest_in
from dorkarta.site.plugin import DorkartaPlugin
from dorkarta.site.publishing import PublishingError, publication


def build(
    project: Path,
    *,
    out: Path,
    as_of: datetime.date,
    site_url: str | None = None,
    former: Manifest | None = None,
    compress: bool = False,
) -> Made:
    """Build the whole site beside the published one, then publish it.

    Arguments:
        project: The folder of `mkdocs.yml`.
        out: The folder that is published.
        as_of: The date of the edition.
        site_url: The address of the site, where it is not that of `mkdocs.yml`.
        former: The addresses that the new edition may not lose; without it, it may lose any.
        compress: Whether texts get a compressed twin, for servers that send it as it is.

    Returns:
        Which pages were made anew and which taken from the published edition.

    Raises:
        mkdocs.exceptions.MkDocsException: nothing was published; its message says why.
    """
    try:
        with publication(out) as new:
            made = _grow(project, new.fresh, as_of=as_of, site_url=site_url, published=former_in(out))
            _refuse_losses(new.fresh, former)
            new.publish(compress=compress)
            return made
    except PublishingError as error:
        raise Abort(f"Сайт не опубликован. {error}") from error
    except OSError as error:  # a full disk, a cache or a file that this user may not use
        raise Abort(f"Сайт не собран: {error.filename or out}: {error.strerror or error}.") from error


def _grow(project: Path, fresh: Path, *, as_of: datetime.date, site_url: str | None, published: Former) -> Made:
    """Make the whole site in a folder."""
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(fresh))
    config.site_url = site_url or config.site_url
    plugin = _plugin(config)
    plugin.config.as_of = as_of.isoformat()
    plugin.former = published
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build(config)
    finally:
        config.plugins.on_shutdown()
    return plugin.made


def _refuse_losses(fresh: Path, former: Manifest | None) -> None:
    new = manifest_in(fresh)
    if former is not None and new is not None and (gone := lost(former, new)):
        raise Abort(f"Сайт не опубликован. {refusal(gone, former, new)}")


def _plugin(config: MkDocsConfig) -> DorkartaPlugin:
    plugin = config.plugins.get("dorkarta")
    if not isinstance(plugin, DorkartaPlugin):
        raise Abort("Сайт не собран: в mkdocs.yml среди plugins нет dorkarta, а страницы карт строит он.")
    return plugin
