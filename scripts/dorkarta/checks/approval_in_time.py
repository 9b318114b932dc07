"""A roadmap is approved before its first deadline is over."""

import datetime
from collections.abc import Iterator

from dorkarta.checks.rule import Example, Finding, Reach, Rule, place
from dorkarta.diagnostic import Severity
from dorkarta.model.activity import Activity
from dorkarta.model.roadmap import Roadmap
from dorkarta.records.corpus import Corpus
from dorkarta.records.naming import ACTIVITY
from dorkarta.records.record import Record
from dorkarta.records.timing import timings_of
from dorkarta.records.walk import activities
from dorkarta.text import numeral


def find(corpus: Corpus) -> Iterator[Finding]:
    """Roadmaps with a deadline that was over when they were approved.

    What only may have begun by then is right: a month or a year that goes on has its last day before it.
    """
    for record in corpus.roadmaps.values():
        approved = record.content.approved
        if approved is None or approved.date is None:
            continue
        late = [(day, activity) for day, activity in _last_days(corpus, record) if day < approved.date]
        if late:
            day, first = min(late, key=lambda each: each[0])
            yield Finding(
                place(record, "approved", "date"),
                f"Карта утверждена {approved.date:%d.%m.%Y}, а срок {_told(first)} истёк раньше, {day:%d.%m.%Y}."
                + (f" Всего таких – {numeral(len(late), *ACTIVITY)}: {_numbers(late)}." if len(late) > 1 else ""),
                "Сверьте с документом дату утверждения и год срока.",
            )


def _last_days(corpus: Corpus, record: Record[Roadmap]) -> Iterator[tuple[datetime.date, Activity]]:
    """When each activity is first due; a recurrence is due whenever there is a roadmap."""
    timings = timings_of(record.content.period, corpus.school_calendar(record.territory))
    for _, _, above in activities(record.content):
        timing = timings.of(above[-1].deadline, above[-1].dates)
        if timing and timing.occurrences and timing.reading.repeat is None:
            yield min(each.end for each in timing.occurrences), above[-1]


def _told(activity: Activity) -> str:
    words = f"«{activity.deadline}» " if activity.deadline else ""
    return f"{words}мероприятия {activity.number or activity.id}"


def _numbers(late: list[tuple[datetime.date, Activity]]) -> str:
    return ", ".join(activity.number or activity.id for _, activity in late)


RULE = Rule(
    code="W221",
    title="Карта утверждена раньше, чем истёк её первый срок.",
    why="Задним числом не работают: либо в одной из дат опечатка, либо карту приняли с опозданием.",
    severity=Severity.WARNING,
    example=Example(
        bad="""
            approved: {by: УО, date: 2024-05-18}
        """,
        good="""
            approved: {by: УО, date: 2024-02-18}
        """,
    ),
    find=find,
    reach=Reach.FILE,
)
