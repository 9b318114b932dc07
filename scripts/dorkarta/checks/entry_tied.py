"""An entry of a report names the activity that was carried out."""

from collections.abc import Iterator

from dorkarta.checks.evidence import entry_number
from dorkarta.checks.rule import Example, Finding, Rule, place
from dorkarta.checks.shared import entry_rows, plan_of
from dorkarta.diagnostic import Severity
from dorkarta.model.report import Report
from dorkarta.progress.performers import performers_of, speaks_for
from dorkarta.records.corpus import Corpus, Record
from dorkarta.records.plan import Plan, Planned


def find(corpus: Corpus) -> Iterator[Finding]:
    """Entries that no activity of any roadmap is known of."""
    untied = [row for row in entry_rows(corpus) if row.entry.activity is None]
    plan = plan_of(corpus) if untied else Plan(corpus=corpus)
    hints = {report.path: _hint(plan, report) for report in {row.record.path: row.record for row in untied}.values()}
    for row in untied:
        yield Finding(
            place(row.record, "entries", row.row, "title"),
            f"Запись {entry_number(row.entry)} не говорит, какое мероприятие карты выполнено.",
            hints[row.record.path],
        )


def _hint(plan: Plan, report: Record[Report]) -> str:
    """How such a link looks, by an activity that the report may tell of, and what helps to find the right one."""
    example = next((one.key for one in plan.planned if _may_mean(plan.corpus, report, one)), None)
    if example is None:
        return "Карт, о которых может говорить этот отчёт, среди записей нет: объясните это в его allow."
    return (
        f"Впишите activity, например {example}; найти мероприятие поможет dorkarta link {report.path}. "
        "Если в картах его нет, объясните это в allow отчёта."
    )


def _may_mean(corpus: Corpus, report: Record[Report], one: Planned) -> bool:
    """Whether it is an activity of the roadmap that the report is on, or of any where the report names none."""
    place, about = report.territory, report.content.roadmap
    if about not in (None, one.record.path) or place not in corpus.territories or one.activity.cancelled:
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
