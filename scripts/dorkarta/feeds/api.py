"""All files of the JSON API."""

from collections.abc import Callable, Iterator
from functools import partial

from dorkarta import addresses
from dorkarta.feeds import convert
from dorkarta.feeds.indicators import indicator_list, roadmap_indicators
from dorkarta.feeds.json_text import dump, dump_rows
from dorkarta.feeds.library import practice_list, risk_factor_list, territory_list
from dorkarta.feeds.progress import body_csv, progress, progress_csv, roadmap_execution
from dorkarta.feeds.public_lists import (
    BodyList,
    DocumentList,
    PublicBody,
    ReportLine,
    ReportList,
    RoadmapLine,
    RoadmapList,
)
from dorkarta.feeds.report import public_document, public_report
from dorkarta.feeds.roadmap import public_roadmap
from dorkarta.feeds.schemas import schema_promises
from dorkarta.feeds.system import public_system
from dorkarta.model.body import Body
from dorkarta.model.report import Report
from dorkarta.model.roadmap import Roadmap
from dorkarta.model.system import System
from dorkarta.progress.execution import Execution
from dorkarta.progress.indicators import has_tracks
from dorkarta.promise import FilePromise
from dorkarta.records.corpus import Corpus
from dorkarta.records.fulfilment import fulfillers_of, roles_of
from dorkarta.records.library import Library
from dorkarta.records.lineage import COUNTRY
from dorkarta.records.plan import Plan
from dorkarta.records.record import Record
from dorkarta.records.references import scope_of
from dorkarta.records.threads import Threads


def api_promises(execution: Execution) -> Iterator[FilePromise]:
    """Every file, the same for the same records on the same day."""
    plan = execution.plan
    yield from _record_promises(plan)
    yield from _list_promises(plan)
    yield from progress_promises(execution)
    yield from schema_promises()


def api_files(execution: Execution) -> Iterator[tuple[str, bytes]]:
    """The address and the bytes of every file."""
    return ((promise.address, promise.make()) for promise in api_promises(execution))


def progress_promises(execution: Execution) -> Iterator[FilePromise]:
    """Counts in one file for all, rows in one file a roadmap: a region asks some of everybody inside.

    These rows are many and short, so each stands on a line of its own.
    """
    yield _daily(addresses.list_api("progress"), lambda: dump_rows(progress(execution)))
    yield _daily(addresses.list_api("progress", "csv"), lambda: progress_csv(execution))
    yield _daily(addresses.list_api("progress-bodies", "csv"), lambda: body_csv(execution))
    roadmaps = sorted(execution.plan.corpus.roadmaps.items())
    for path, record in roadmaps:
        yield _daily(addresses.progress_api(path), partial(_execution, execution, path), record.territory)
    yield _daily(addresses.list_api("indicators"), lambda: dump_rows(indicator_list(execution.tracks)))
    for path, record in roadmaps:
        if has_tracks(execution.plan, path):
            yield _daily(addresses.indicators_api(path), partial(_indicators, execution, path), record.territory)


def record_json(plan: Plan, path: str) -> bytes:
    """The JSON twin of a roadmap or a report.

    Raises:
        KeyError: there is no such record.
    """
    if path in plan.corpus.roadmaps:
        return dump(public_roadmap(Threads(plan=plan), plan.corpus.roadmaps[path]))
    return dump(public_report(plan.corpus, plan.corpus.reports[path]))


def _record_promises(plan: Plan) -> Iterator[FilePromise]:
    corpus = plan.corpus
    records: list[Record[Roadmap] | Record[Report]] = [
        *(record for _, record in sorted(corpus.roadmaps.items())),
        *(record for _, record in sorted(corpus.reports.items())),
    ]
    for record in records:
        make = partial(record_json, plan, record.path)
        yield FilePromise(address=addresses.record_api(record.path), territory=scope_of(record), make=make)
    for territory, system in sorted(corpus.systems.items()):
        make = partial(_system, corpus, system)
        yield FilePromise(address=addresses.record_api(system.path), territory=territory, make=make)


def _list_promises(plan: Plan) -> Iterator[FilePromise]:
    corpus, library = plan.corpus, Library(plan=plan)
    lists: dict[str, Callable[[], object]] = {
        "roadmaps": lambda: RoadmapList(roadmaps=list(_roadmap_lines(plan))),
        "reports": lambda: ReportList(reports=list(_report_lines(plan))),
        "bodies": lambda: BodyList(bodies=[_body(plan, body) for body in corpus.bodies]),
        "documents": lambda: DocumentList(documents=[public_document(record) for record in corpus.documents]),
        "practices": lambda: practice_list(library),
        "risk-factors": lambda: risk_factor_list(library),
        "territories": lambda: territory_list(library),
    }
    for name, listed in lists.items():
        yield FilePromise(address=addresses.list_api(name), territory=COUNTRY, make=partial(_dumped, listed))


def _dumped(value: Callable[[], object]) -> bytes:
    return dump(value())


def _daily(address: str, make: Callable[[], bytes], territory: str = COUNTRY) -> FilePromise:
    return FilePromise(address=address, territory=territory, daily=True, make=make)


def _system(corpus: Corpus, system: Record[System]) -> bytes:
    return dump(public_system(corpus, system))


def _execution(execution: Execution, path: str) -> bytes:
    return dump_rows(roadmap_execution(execution, path))


def _indicators(execution: Execution, path: str) -> bytes:
    return dump_rows(roadmap_indicators(path, execution.tracks[path]))


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
