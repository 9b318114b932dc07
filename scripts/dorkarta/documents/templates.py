"""Papers to fill in: blank forms of the registry, and what each region's roadmap demands of the levels below."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from dorkarta import addresses
from dorkarta.documents import roadmap
from dorkarta.documents.imprint import Imprint
from dorkarta.documents.paper import Column, Paper, Row, RowKind, Table, Width
from dorkarta.drafts.demand import demand_title
from dorkarta.drafts.roadmap import Asked, roadmap_draft
from dorkarta.model.level import LevelId
from dorkarta.model.roadmap import Columns, Roadmap
from dorkarta.model.template import Template, TemplateSection, TemplateTable
from dorkarta.records import naming, words
from dorkarta.records.corpus import Corpus
from dorkarta.records.files import RecordFile
from dorkarta.records.lineage import lineage
from dorkarta.records.plan import Plan, Planned, plan_of
from dorkarta.records.record import Record
from dorkarta.records.validation import validate
from dorkarta.records.yaml_tree import read_tree

EMPTY_ROWS: Final = 3
"""Rows to fill in under each heading; whoever needs more adds them."""
GRIF: Final = (
    "УТВЕРЖДАЮ",
    "____________________ (должность)",
    "____________________ (подпись)",
    "«___» __________ 20___ г.",
)
"""To be signed on paper, so in the words of those who will sign."""
GAP: Final = "_" * 30
"""Room to write beside a ready text: a column of empty cells would become as narrow as its heading."""
SIGNED: Final = "____________________ (должность)   ____________________ (подпись)"
FILE: Final = "roadmaps/registry/templates.yaml"

_UNDATED: Final = datetime.date(2000, 1, 1)
"""Stands in a file whose records have no known date."""
_WIDTHS: Final = {
    "number": Width.NUMBER,
    "title": Width.LONG,
    "form": Width.SHORT,
    "deadline": Width.SHORT,
    "responsible": Width.LONG,
    "expected_result": Width.LONG,
}


def blanks(plan: Plan, imprint: Imprint) -> Iterator[Paper]:
    """The blank forms of the registry; one after a roadmap that is not there is not made."""
    for template in plan.corpus.templates:
        tables = _tables(plan, template, imprint)
        if tables:
            yield Paper(
                stem=addresses.template(template.id),
                name=template.title,
                title=template.heading,
                grif=GRIF,
                tables=tables,
                signed=SIGNED,
                sources=(f"Бланк по образцу, не утверждённый макет. {template.basis}",),
                address=addresses.TEMPLATES,
                live=imprint.live(addresses.TEMPLATES),
                publisher=imprint.publisher,
                changed=imprint.changed((FILE,)),
                moment=imprint.moment((FILE,), _UNDATED),
            )


def demand_paper(plan: Plan, record: Record[Roadmap], level: LevelId, imprint: Imprint) -> Paper:
    """A roadmap of a level, drafted from all that the upper one demands of it."""
    asked = Asked(upper=record, level=level, territory=record.territory)
    path = f"{record.path}-{level}"
    alone = _with_draft(plan.corpus, path, roadmap_draft(plan, asked))
    paper = roadmap.make(alone, alone.corpus.roadmaps[path], imprint)
    title = demand_title(plan.corpus, record, level)
    whose = "____________________ (муниципалитет)" if level is LevelId.MUNICIPALITY else "____________________ (школа)"
    kind = plan.corpus.level_name(record.territory, level).roadmap
    source = naming.roadmap_name(plan.corpus, record)
    return replace(
        paper,
        stem=addresses.template(path),
        name=title,
        title=f"{kind} {whose} на ______ год",
        grif=GRIF,
        signed=SIGNED,
        sources=(
            f"Проект по карте «{source}»: всё, что она поручает этому уровню. Сроки – её; свои впишите вместо них.",
        ),
        address=addresses.TEMPLATES,
        live=imprint.live(addresses.TEMPLATES),
        changed=imprint.changed((record.file,)),
        moment=imprint.moment((record.file,), record.content.period.start),
    )


def _with_draft(corpus: Corpus, path: str, text: str) -> Plan:
    """A plan of one draft with the vocabularies that hold for it.

    Raises:
        ValueError: the draft cannot be read back, which its tests exclude.
    """
    territory, file = path.rpartition("/")[0], f"roadmaps/{path}.yaml"
    tree = read_tree(text, file)
    content, problems = validate(Roadmap, tree.value or "", tree.marks, file)
    if content is None:
        raise ValueError(problems)
    above = frozenset(lineage(territory))
    kept = (each for each in corpus.files if each.territory in above and not isinstance(each.content, Roadmap))
    draft = RecordFile(path=path, file=file, content=content, marks=tree.marks, problems=())
    return plan_of(Corpus(files=(*kept, draft)))


def _tables(plan: Plan, template: Template, imprint: Imprint) -> tuple[Table, ...]:
    record = plan.corpus.roadmaps.get(template.roadmap or "")
    if record is not None:
        return tuple(_emptied(table) for table in roadmap.make(plan, record, imprint).tables)
    return tuple(_table(plan, table) for table in template.tables)


def _emptied(table: Table) -> Table:
    """The headings of a table, and empty rows in place of its rows; figures stand under years to be named."""
    columns = tuple(
        replace(column, title="20___\u00a0г.") if column.key.isdecimal() else column for column in table.columns
    )
    rows: list[Row] = []
    for row, after in zip(table.rows, (*table.rows[1:], None), strict=True):
        if row.kind is RowKind.SECTION:
            rows.append(Row(kind=RowKind.SECTION, cells=row.cells, depth=row.depth, id=row.id))
            if after is not None and after.kind is not RowKind.SECTION:
                rows += _empty_rows(len(columns), row.id)
    return Table(columns=columns, rows=tuple(rows) or tuple(_empty_rows(len(columns), "")))


def _table(plan: Plan, table: TemplateTable) -> Table:
    fields = [name for name in Columns.model_fields if getattr(table.columns, name)]
    columns = tuple(Column(key=name, title=getattr(table.columns, name), width=_WIDTHS[name]) for name in fields)
    rows: list[Row] = []
    for number, section in enumerate(table.sections, 1):
        if section.title:
            rows.append(Row(kind=RowKind.SECTION, cells=(f"{number}. {section.title}",), id=f"s{number}"))
        ready = tuple(_ready(plan, section, fields))
        rows += (Row(kind=RowKind.ITEM, cells=cells, id=f"s{number}-{place}") for place, cells in enumerate(ready, 1))
        rows += _empty_rows(len(fields), f"s{number}")
    return Table(columns=columns, rows=tuple(rows), title=table.title, lead=table.lead)


def _ready(plan: Plan, section: TemplateSection, fields: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Rows that need not be filled in, numbered as they stand."""
    known = [plan.by_key[key] for key in section.activities if key in plan.by_key]
    said: list[dict[str, str]] = [dict.fromkeys(fields, GAP) | {"title": text} for text in section.rows]
    said += (_said(one) for one in known)
    for number, each in enumerate(said, 1):
        yield tuple(f"{number}" if name == "number" else each.get(name, "") for name in fields)


def _said(one: Planned) -> dict[str, str]:
    activity = one.activity
    return {
        "title": naming.activity_title(activity),
        "form": activity.form or "",
        "deadline": words.deadline(activity.deadline, one.timing),
        "responsible": words.answerable(activity.responsible),
        "expected_result": activity.expected_result or "",
    }


def _empty_rows(width: int, place: str) -> Iterator[Row]:
    for number in range(1, EMPTY_ROWS + 1):
        yield Row(kind=RowKind.ITEM, cells=("",) * width, id=f"{place}-empty-{number}")
