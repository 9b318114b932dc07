"""One record of a project as a file."""

import datetime
from collections.abc import Mapping
from pathlib import Path

from mkdocs.config import load_config

from dorkarta.documents.export import Export, export
from dorkarta.documents.imprint import Imprint
from dorkarta.history.modified import last_changes
from dorkarta.pages.edition import Settings
from dorkarta.records.corpus import Corpus
from dorkarta.records.plan import plan_of
from dorkarta.site.folders import CONFIGURATION, THEME
from dorkarta.site.settings import settings_of

TEMPLATES = f"{THEME}/print"
"""The templates for print, relative to the project."""


def export_record(project: Path, corpus: Corpus, asked: Export) -> tuple[str, bytes]:
    """A name for the file and its bytes.

    Raises:
        ExportError: there is no such record, part or format.
        mkdocs.exceptions.MkDocsException: `mkdocs.yml` is wrong.
    """
    settings = settings_of(load_config(str(project / CONFIGURATION)))
    imprint = imprint_of(settings, last_changes(project))
    return export(asked, plan_of(corpus), imprint, project=project, templates=project / TEMPLATES)


def imprint_of(settings: Settings, modified: Mapping[str, datetime.datetime]) -> Imprint:
    """What papers say about the site, and about the files of records that changed at these times."""
    return Imprint(publisher=settings.site_name, site_url=settings.site_url, modified=modified)
