"""The thin plugin: the same checks and the same assembling under plain `mkdocs build` and `mkdocs serve`."""

import datetime
from pathlib import Path

from mkdocs.config.base import Config
from mkdocs.config.config_options import Optional, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin

from dorkarta.console import report
from dorkarta.diagnostic import stopping
from dorkarta.history.chronicle import chronicle_of
from dorkarta.history.modified import last_changes
from dorkarta.pages.edition import Edition
from dorkarta.records.folders import RECORDS
from dorkarta.records.plan import Plan, plan_of
from dorkarta.site.assembling import ASSEMBLY_ERRORS, Assembly
from dorkarta.site.checked import checked_corpus
from dorkarta.site.folders import THEME, folders_of
from dorkarta.site.settings import settings_of
from dorkarta.site.shelf import Shelf


class DorkartaConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs types none of its base classes
    """Options in `mkdocs.yml`."""

    as_of = Optional(Type(str))
    """The date of the edition, ГГГГ-ММ-ДД; without it today."""


class DorkartaPlugin(BasePlugin[DorkartaConfig]):  # type: ignore[no-untyped-call]  # as above
    """Refuses wrong records before anything is built, assembles the site after MkDocs is done."""

    is_alone: bool = True
    """Whether the plugin makes the whole site; `dorkarta build` lets MkDocs build nothing but the prose."""
    _plan: Plan

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read and check the records; nothing published is touched yet."""
        if not self.is_alone:
            return
        corpus, problems = checked_corpus(project_of(config), as_of=self._day())
        report(problems, site_url=config.site_url or "")
        if stopping(problems):
            raise Abort("Сайт не собран: сначала исправьте записи.")
        self._plan = plan_of(corpus)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make the whole site of what MkDocs built, anew."""
        if not self.is_alone:
            return
        project = project_of(config)
        folders = folders_of(project)
        edition = Edition(
            plan=self._plan,
            as_of=self._day(),
            settings=settings_of(config),
            history=chronicle_of(project, folders.cache / "history.json"),
        )
        built = Path(config.site_dir)
        assembly = Assembly(
            edition=edition, folders=folders, framework=built, shelf=Shelf(built), modified=last_changes(project)
        )
        try:
            assembly.put_together()
        except ASSEMBLY_ERRORS as error:
            raise Abort(f"Сайт не собран: {error}") from error

    def _day(self) -> datetime.date:
        as_of = self.config.as_of
        return datetime.date.fromisoformat(as_of) if as_of else datetime.date.today()  # noqa: DTZ011  # the day where the builder is

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        """Watch the records and the theme as well."""
        del builder
        for folder in (RECORDS, THEME):
            server.watch(str(project_of(config) / folder))
        return server


def project_of(config: MkDocsConfig) -> Path:
    """The folder of `mkdocs.yml`."""
    return Path(config.config_file_path).parent
