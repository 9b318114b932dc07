"""A paper: all that a printed document or a downloaded table says, in the order of the official form.

Makers fill it from records, writers turn it into PDF, DOCX, XLSX and CSV. It holds plain texts only, so its hash is
the key of every file that is made of it. No text of it is markup of any kind.
"""

import datetime
from dataclasses import dataclass
from enum import StrEnum


class RowKind(StrEnum):
    """What a row of a table is."""

    SECTION = "section"
    """A heading over the rows that follow; it has one cell, as wide as the table."""
    ITEM = "item"
    """An activity, an entry of a report: one cell a column."""
    PART = "part"
    """A part of the item above it, `depth` levels below."""
    MORE = "more"
    """More lines of the row above (a second indicator): cells that are `None` belong to it."""


class Width(StrEnum):
    """How much room a column wants beside the others."""

    NUMBER = "number"
    """As narrow as numbers of activities are: «4.10»."""
    FIGURE = "figure"
    """A figure or a code: «не менее 4»."""
    SHORT = "short"
    """A form, a deadline, an answerable body."""
    LONG = "long"
    """Sentences."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """A column of a table."""

    key: str
    """Its name for machines, one word: `deadline`, `2021`."""
    title: str
    """Its heading as the document prints it."""
    width: Width
    group: str | None = None
    """The heading over it and over its neighbours of the same group: «Срок реализации, годы»."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A row of a table."""

    kind: RowKind
    cells: tuple[str | None, ...]
    """One text a column, empty where the document has none; lines are parted by `\\n`. A section has one cell."""
    id: str = ""
    """The permanent id of the section, activity or entry."""
    depth: int = 0
    """How deep a section or a part is nested: 0 for a section at the top, 1 for a part of an activity."""
    remarks: tuple[int, ...] = ()
    """Numbers of the paper's remarks that speak of the row."""
    state: str | None = None
    """An official decision: «Отменено 1 марта 2021 г.»."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """A table with a repeated heading."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    title: str | None = None
    """Stands over the table where a paper has several."""
    lead: str | None = None
    """A sentence between the title and the table."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """A line of the head: «Цель – …»."""

    label: str
    value: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Remark:
    """A remark of the transcriber, referred to by its number."""

    number: int
    where: str
    """«Пункт 4.10»; empty where it speaks of the whole."""
    kind: str
    """«Исправлено», «Утрачено», «Противоречие», «Замечание», «Восстановлено (срок)»."""
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Attachment:
    """A file inside the PDF: what the paper was made of, for machines."""

    name: str
    media_type: str
    description: str
    data: bytes


@dataclass(frozen=True, kw_only=True, slots=True)
class Paper:
    """A whole document."""

    stem: str
    """The address of its files without ending, in the folder of downloads: `roadmaps/tula-oblast/tula/roadmap-2020`."""
    name: str
    """What a person would call the file: «Муниципальная дорожная карта: Тула, 2020–2021»."""
    title: str
    """As the document is headed."""
    part: str | None = None
    """What of the document this is, where it is not all: «Раздел 4. …», «Муниципальный уровень»."""
    appendix: str | None = None
    """Top right: «Приложение № 2 к письму администрации города Тулы»."""
    grif: tuple[str, ...] = ()
    """Top right, line by line: «УТВЕРЖДЕНО», post, date."""
    facts: tuple[Fact, ...] = ()
    tables: tuple[Table, ...]
    signed: str | None = None
    """The post of the one who signed; never a name."""
    remarks: tuple[Remark, ...] = ()
    sources: tuple[str, ...] = ()
    """Where the words come from, a sentence each."""
    address: str
    """The live page, from the root of the site."""
    live: str | None = None
    """The same with the address of the site, for people and their phones; none where the site has no address."""
    publisher: str
    """The name of the site."""
    changed: datetime.date | None = None
    """The day of the edition: when the records were changed last, as far as it is known."""
    moment: datetime.datetime
    """The time that stands in the file itself, so that the same paper makes the same bytes."""
    attachments: tuple[Attachment, ...] = ()
