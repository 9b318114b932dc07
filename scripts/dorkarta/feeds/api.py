"""All files of the JSON API."""

from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Final

import orjson
from pydantic import TypeAdapter

from dorkarta import addresses
from dorkarta.feeds import convert
from dorkarta.feeds.indicators import indicator_list, roadmap_indicators
from dorkarta.feeds.library import practice_list, risk_factor_list, territory_list
from dorkarta.feeds.progress import body_csv, progress, progress_csv, roadmap_execution
from dorkarta.feeds.public import PublicReport, PublicRoadmap, PublicSystem
from dorkarta.feeds.public_indicators import IndicatorList, RoadmapIndicators
from dorkarta.feeds.public_library import PracticeList, RiskFactorList, TerritoryList
from dorkarta.feeds.public_lists import (
    BodyList,
    DocumentList,
    PublicBody,
    ReportLine,
    ReportList,
    RoadmapLine,
    RoadmapList,
)
from dorkarta.feeds.public_progress import Progress, RoadmapExecution
from dorkarta.feeds.report import public_document, public_report
from dorkarta.feeds.roadmap import public_roadmap
from dorkarta.feeds.system import public_system
from dorkarta.model.body import Body
from dorkarta.progress.execution import Execution
from dorkarta.progress.indicators import tracks_by_roadmap
from dorkarta.records.corpus import Record
from dorkarta.records.fulfilment import fulfillers_of, roles_of
from dorkarta.records.library import Library
from dorkarta.records.plan import Plan
from dorkarta.records.threads import Threads

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

SCHEMAS: dict[str, type] = {
    "roadmap": PublicRoadmap,
    "report": PublicReport,
    "system": PublicSystem,
    "roadmaps": RoadmapList,
    "reports": ReportList,
    "bodies": BodyList,
    "documents": DocumentList,
    "practices": PracticeList,
    "risk-factors": RiskFactorList,
    "territories": TerritoryList,
    "progress": Progress,
    "roadmap-progress": RoadmapExecution,
    "indicators": IndicatorList,
    "roadmap-indicators": RoadmapIndicators,
}
"""Public type by the name of its schema."""
_DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"


def api_files(execution: Execution) -> Iterator[tuple[str, bytes]]:
    """The address and the bytes of every file, the same for the same records on the same day."""
    plan = execution.plan
    corpus, threads, library = plan.corpus, Threads(plan=plan), Library(plan=plan)
    for path, roadmap in sorted(corpus.roadmaps.items()):
        yield addresses.record_api(path), dump(public_roadmap(threads, roadmap))
    for path, report in sorted(corpus.reports.items()):
        yield addresses.record_api(path), dump(public_report(corpus, report))
    for _, system in sorted(corpus.systems.items()):
        yield addresses.record_api(system.path), dump(public_system(corpus, system))
    yield addresses.list_api("roadmaps"), dump(RoadmapList(roadmaps=list(_roadmap_lines(plan))))
    yield addresses.list_api("reports"), dump(ReportList(reports=list(_report_lines(plan))))
    yield addresses.list_api("bodies"), dump(BodyList(bodies=[_body(plan, body) for body in corpus.bodies]))
    documents = [public_document(record) for record in corpus.documents]
    yield addresses.list_api("documents"), dump(DocumentList(documents=documents))
    yield addresses.list_api("practices"), dump(practice_list(library))
    yield addresses.list_api("risk-factors"), dump(risk_factor_list(library))
    yield addresses.list_api("territories"), dump(territory_list(library))
    yield from progress_files(execution)
    yield from _schema_files()


def progress_files(execution: Execution) -> Iterator[tuple[str, bytes]]:
    """Counts in one file for all, rows in one file a roadmap: a region asks some of everybody inside.

    These rows are many and short, so each stands on a line of its own.
    """
    yield addresses.list_api("progress"), _dump_rows(progress(execution))
    yield addresses.list_api("progress", "csv"), progress_csv(execution)
    yield addresses.list_api("progress-bodies", "csv"), body_csv(execution)
    for path in sorted(execution.plan.corpus.roadmaps):
        yield addresses.progress_api(path), _dump_rows(roadmap_execution(execution, path))
    listed = tracks_by_roadmap(execution)
    yield addresses.list_api("indicators"), _dump_rows(indicator_list(listed))
    for path, tracks in listed.items():
        yield addresses.indicators_api(path), _dump_rows(roadmap_indicators(path, tracks))


@cache
def _schema_files() -> tuple[tuple[str, bytes], ...]:
    """They do not depend on the records, and take longer than all records of a region."""
    schemas = {name: TypeAdapter(public).json_schema(mode="serialization") for name, public in SCHEMAS.items()}
    return tuple((addresses.schema_api(name), dump({"$schema": _DRAFT, **schema})) for name, schema in schemas.items())


def record_json(plan: Plan, path: str) -> bytes:
    """The JSON twin of a roadmap or a report.

    Raises:
        KeyError: there is no such record.
    """
    if path in plan.corpus.roadmaps:
        return dump(public_roadmap(Threads(plan=plan), plan.corpus.roadmaps[path]))
    return dump(public_report(plan.corpus, plan.corpus.reports[path]))


def dump(value: object) -> bytes:
    """JSON of dataclasses and plain values, readable, with a line end."""
    return orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _dump_rows(value: "DataclassInstance") -> bytes:
    """JSON of a dataclass whose lists hold many small things: a line for each of them."""
    lines = (b"  " + orjson.dumps(each.name) + b": " + _rows(getattr(value, each.name)) for each in fields(value))
    return b"{\n" + b",\n".join(lines) + b"\n}\n"


def _rows(inside: object) -> bytes:
    if not isinstance(inside, list) or not inside:
        return orjson.dumps(inside)
    return b"[\n    " + b",\n    ".join(map(orjson.dumps, inside)) + b"\n  ]"


def _roadmap_lines(plan: Plan) -> Iterator[RoadmapLine]:
    for path, record in sorted(plan.corpus.roadmaps.items()):
        planned = plan.by_roadmap[path]
        whole = sum(one.parent is None for one in planned)
        yield RoadmapLine(
            id=path,
            title=record.content.title,
            level=record.content.level.value,
            territory=convert.place(plan.corpus, record.territory),
            period=convert.period(record.content.period),
            activities=whole,
            sub_activities=len(planned) - whole,
            url=addresses.roadmap(path),
            api=addresses.record_api(path),
            progress=addresses.progress_api(path),
        )


def _report_lines(plan: Plan) -> Iterator[ReportLine]:
    for path, record in sorted(plan.corpus.reports.items()):
        yield ReportLine(
            id=path,
            title=record.content.title,
            level=record.content.level.value,
            territory=convert.place(plan.corpus, record.territory),
            period=convert.period(record.content.period),
            entries=len(record.content.entries),
            url=addresses.report(path),
            api=addresses.record_api(path),
        )


def _body(plan: Plan, record: Record[Body]) -> PublicBody:
    content = record.content
    return PublicBody(
        id=record.path,
        territory=record.territory,
        kind=content.kind.value,
        title=content.title,
        short=content.short,
        aliases=list(content.aliases),
        fulfils=[role.path for role in roles_of(plan.corpus, record)],
        fulfilled_by=[body.path for body in fulfillers_of(plan.corpus, record)],
        activities=sum(one.parent is None for one in plan.by_body.get(record.path, ())),
        notes=convert.notes(content.notes),
        inferred=dict(content.inferred),
        url=addresses.body(record.territory, content.id),
    )
