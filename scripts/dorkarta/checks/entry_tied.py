"""An entry of a report names the activity that was carried out."""

from collections.abc import Iterator

from dorkarta.checks.evidence import entry_number
from dorkarta.checks.facts import facts_of
from dorkarta.checks.rule import Example, Finding, Rule, place
from dorkarta.diagnostic import Severity
from dorkarta.model.report import Report
from dorkarta.progress.performers import performers_of, speaks_for
from dorkarta.records.corpus import Corpus
from dorkarta.records.lineage import lineage
from dorkarta.records.plan import Planned, planned_of
from dorkarta.records.record import Record


def find(corpus: Corpus) -> Iterator[Finding]:
    """Entries that no activity of any roadmap is known of."""
    untied = [each for each in facts_of(corpus).entries if each.activity is None]
    reports = {each.record.path: each.record for each in untied}
    hints = {path: _hint(corpus, report) for path, report in reports.items()}
    for each in untied:
        yield Finding(
            place(each.record, "entries", each.row, "title"),
            f"Запись {entry_number(each.record.content.entries[each.row])} не говорит, какое мероприятие карты "
            "выполнено.",
            hints[each.record.path],
        )


def _hint(corpus: Corpus, report: Record[Report]) -> str:
    """How such a link looks, by an activity that the report may tell of, and what helps to find the right one."""
    example = next((one.key for one in _around(corpus, report) if _may_mean(corpus, report, one)), None)
    if example is None:
        return "Карт, о которых может говорить этот отчёт, среди записей нет: объясните это в его allow."
    return (
        f"Впишите activity, например {example}; найти мероприятие поможет dorkarta link {report.path}. "
        "Если в картах его нет, объясните это в allow отчёта."
    )


def _around(corpus: Corpus, report: Record[Report]) -> Iterator[Planned]:
    """The activities of the roadmap that the report is on; if it names none, of all that its territory has part in."""
    about, territories = report.content.roadmap, lineage(report.territory)
    for path in sorted(corpus.roadmaps) if about is None else (about,):
        if path in corpus.roadmaps and corpus.roadmaps[path].territory in territories:
            yield from planned_of(corpus, corpus.roadmaps[path])


def _may_mean(corpus: Corpus, report: Record[Report], one: Planned) -> bool:
    place = report.territory
    if place not in corpus.territories or one.activity.cancelled:
        return False
    return speaks_for(report, one, place) and place in performers_of(corpus, one)


RULE = Rule(
    code="W423",
    title="Запись отчёта называет мероприятие карты.",
    why="Без этой связи на странице карты не видно, что мероприятие выполнено.",
    severity=Severity.WARNING,
    example=Example(
        bad="""
            - id: "1"
              title: Консультации для школ
              date: март 2024 года
        """,
        good="""
            - id: "1"
              title: Консультации для школ
              date: март 2024 года
              activity: zarechnaya-oblast/roadmap-2023-2024#4
        """,
    ),
    find=find,
)
