"""A figure of a report is of a year of the roadmap, and a report tells it once."""

import datetime
from collections.abc import Iterator

from dorkarta import dates
from dorkarta.checks.actuals import Figure, figures
from dorkarta.checks.evidence import entry_number
from dorkarta.checks.rule import Example, Finding, Reach, Rule, place
from dorkarta.diagnostic import Severity
from dorkarta.records.corpus import Corpus


def find(corpus: Corpus) -> Iterator[Finding]:
    """Years that the roadmap does not reach, and what one report tells twice; that later reports correct is right."""
    first: dict[tuple[str, str, str, str | None], Figure] = {}
    for each in figures(corpus):
        if each.row is None or each.indicator is None:
            continue
        year, period = each.actual.year, each.row.record.content.period
        if year and not period.meets(datetime.date(int(year), 1, 1), datetime.date(int(year), 12, 31)):
            yield Finding(
                place(each.report, *each.path, "year"),
                f"Факт за {year} год, а карта – на {dates.period(period.start, period.end)}.",
                "Проверьте год и карту; если в отчёте так, объясните это в allow.",
            )
        before = first.setdefault((each.report.path, each.row.key, each.indicator.name, year), each)
        if before is not each:
            said = f"за {year} год" if year else "за всё время"
            yield Finding(
                place(each.report, *each.path, "value"),
                f"Факт {said} уже назвала запись {entry_number(before.entry)}: «{before.actual.value.text}».",
                "Оставьте одно число: на сайте считается последнее.",
            )


RULE = Rule(
    code="W246",
    title="Факт – за год карты, и отчёт называет его один раз.",
    why="Из двух чисел за один год не видно, какое верно, а число не за тот год не с чем сравнить.",
    severity=Severity.WARNING,
    example=Example(
        bad="""
            activity: zarechnaya-oblast/roadmap-2023-2024#2
            actuals: [{year: "2023", value: "1"}, {year: "2023", value: "2"}]
        """,
        good="""
            activity: zarechnaya-oblast/roadmap-2023-2024#2
            actuals: [{year: "2023", value: "1"}, {year: "2024", value: "2"}]
        """,
    ),
    find=find,
    reach=Reach.NAMED,
)
