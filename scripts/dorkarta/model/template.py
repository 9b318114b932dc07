"""Templates: blank forms of what schools and municipalities draw up, made after documents that are known."""

from dorkarta.model.base import Model, RecordPath, References, Slug, Text
from dorkarta.model.level import LevelId
from dorkarta.model.roadmap import Columns


class TemplateSection(Model):
    """A heading with rows; empty rows to fill in follow."""

    title: Text | None = None
    rows: tuple[Text, ...] = ()
    """Texts in the column of titles."""
    activities: References = ()
    """Activities of roadmaps as ready rows: `krasnodar-krai/roadmap-2020-2021#91`."""


class TemplateTable(Model):
    """A table of a blank form."""

    title: Text | None = None
    lead: Text | None = None
    """Where its rows come from."""
    columns: Columns
    sections: tuple[TemplateSection, ...]


class Template(Model):
    """A blank form: after a roadmap (its sections and columns without its rows), or of tables of its own."""

    id: Slug
    title: Text
    heading: Text
    """What stands over the form, with gaps for names and years."""
    level: LevelId
    about: Text
    """For whom and what for."""
    basis: Text
    """Which documents its parts come from, in a sentence."""
    roadmap: RecordPath | None = None
    tables: tuple[TemplateTable, ...] = ()


class Templates(Model):
    """`registry/templates.yaml`."""

    templates: tuple[Template, ...]
