"""The printed numbers of a list follow one another."""

from collections.abc import Iterator
from typing import Any, Final

from dorkarta.checks import numbering
from dorkarta.checks.numbering import Item
from dorkarta.checks.rule import Example, Finding, Reach, Rule, place
from dorkarta.checks.shared import references_of
from dorkarta.diagnostic import Severity
from dorkarta.model.report import ReportEntry
from dorkarta.model.roadmap import Roadmap
from dorkarta.model.system import System
from dorkarta.records.corpus import Corpus
from dorkarta.records.record import Record
from dorkarta.records.references import References
from dorkarta.records.walk import activities, sections

_HINT: Final = "Сверьте номер с документом; если так напечатано, объясните это в allow."


def find(corpus: Corpus) -> Iterator[Finding]:
    """Numbers that are skipped, doubled or out of order, in whatever list of a record they stand."""
    for record, items in _rows(corpus):
        for path, fault in numbering.faults(items):
            yield Finding(place(record, *path, "number"), fault, _HINT)


def _rows(corpus: Corpus) -> Iterator[tuple[Record[Any], list[Item]]]:
    """Items whose numbers belong together: of one list, or of lists that may go on from one to the next."""
    for roadmap in corpus.roadmaps.values():
        yield from ((roadmap, items) for items in _of_roadmap(roadmap.content))
    rows = references_of(corpus)
    for report in corpus.reports.values():
        yield report, [(("entries", row), _own_number(entry, rows)) for row, entry in enumerate(report.content.entries)]
    for system in corpus.systems.values():
        yield from ((system, items) for items in _of_system(system.content))


def _own_number(entry: ReportEntry, rows: References) -> str | None:
    """The number of an entry, if it is not that of its activity: a level reports only what it was asked for."""
    planned = rows.activities.get(entry.activity or "")
    return None if planned is not None and planned.activity.number == entry.number else entry.number


def _of_roadmap(roadmap: Roadmap) -> Iterator[list[Item]]:
    """Sections of one depth; activities, whose numbers may run through the sections; the parts of an activity."""
    found: dict[object, list[Item]] = {}
    for path, chain in sections(roadmap):
        found.setdefault(("sections", len(chain)), []).append((path, chain[-1].number))
    for path, _, above in activities(roadmap):
        stream = "activities" if len(above) == 1 else path[:-1]
        found.setdefault(stream, []).append((path, above[-1].number))
    yield from found.values()


def _of_system(system: System) -> Iterator[list[Item]]:
    for index, level in enumerate(system.levels):
        path = ("levels", index)
        yield [((*path, "norms", row), norm.number) for row, norm in enumerate(level.norms)]
        for number, subject in enumerate(level.subjects):
            inside = (*path, "subjects", number, "components")
            yield [((*inside, row), component.number) for row, component in enumerate(subject.components)]


RULE = Rule(
    code="W241",
    title="Номера идут по порядку, без пропусков и повторов.",
    why="Пропавший номер часто значит, что пропала и строка; по повторённому номеру мероприятие не найти.",
    severity=Severity.WARNING,
    example=Example(
        bad="""
            - {id: a, number: "1", title: Отбор школ}
            - {id: b, number: "2", title: Аудит школ}
            - {id: c, number: "4", title: Программы школ}
        """,
        good="""
            - {id: a, number: "1", title: Отбор школ}
            - {id: b, number: "2", title: Аудит школ}
            - {id: c, number: "3", title: Программы школ}
        """,
    ),
    find=find,
    reach=Reach.NAMED,
)
