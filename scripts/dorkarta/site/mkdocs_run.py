"""MkDocs at work on the prose alone; importing it takes half a second, so only who runs it does."""

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from dorkarta.pages.edition import Settings
from dorkarta.site.folders import CONFIGURATION
from dorkarta.site.plugin import DorkartaPlugin
from dorkarta.site.settings import settings_of


def run(project: Path, folder: Path, *, site_url: str | None) -> tuple[Settings, tuple[str, ...]]:
    """Build the prose of a project into a folder; what MkDocs says of the settings, and its warnings.

    Raises:
        mkdocs.exceptions.MkDocsException: `mkdocs.yml` or the prose are wrong.
    """
    with _listening() as remarks:
        config = load_config(str(project / CONFIGURATION), site_dir=str(folder))
        config.site_url = site_url or config.site_url
        _plugin(config).is_alone = False
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
    return settings_of(config), tuple(remarks)


def _plugin(config: MkDocsConfig) -> DorkartaPlugin:
    plugin = config.plugins.get("dorkarta")
    if not isinstance(plugin, DorkartaPlugin):
        raise Abort("Сайт не собран: в mkdocs.yml среди plugins нет dorkarta, а страницы карт строит он.")
    return plugin


@contextmanager
def _listening() -> Iterator[list[str]]:
    """The warnings of MkDocs, gathered instead of printed."""
    logger, remarks = logging.getLogger("mkdocs"), list[str]()
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: remarks.append(record.getMessage())  # type: ignore[method-assign]  # all that it does
    propagates, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield remarks
    except BaseException:
        print(*remarks, sep="\n", file=sys.stderr)  # they say why MkDocs did not go on
        raise
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagates
