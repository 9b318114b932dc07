"""The entries of activities as lines of iCalendar, written once for all feeds that they stand in."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dorkarta import addresses, dates
from dorkarta.calendars.events import Event
from dorkarta.calendars.ical import Entry, Status, vevent
from dorkarta.calendars.ical_text import one_line
from dorkarta.calendars.series import Series, series_of
from dorkarta.calendars.wording import when
from dorkarta.model.source import Act
from dorkarta.records import naming
from dorkarta.records.plan import Plan, Planned

DOMAIN: Final = "dorkarta"


@dataclass(frozen=True, kw_only=True, slots=True)
class Written:
    """A finished entry with its place among others."""

    order: tuple[datetime.date, datetime.date, str, int]
    data: bytes


@dataclass(frozen=True, kw_only=True)
class Scribe:
    """Writes the entries of a plan."""

    plan: Plan
    site_url: str
    modified: Mapping[str, datetime.datetime]

    def entries(self, events: Sequence[Event]) -> Iterator[Written]:
        """The entries of one activity.

        Arguments:
            events: All its events, in order of days; at least one.
        """
        one = events[0].planned
        cancelled = self._cancelled(one)
        modified = self.modified.get(one.record.file)
        url = f"{self.site_url}{addresses.activity(one.record.path, one.activity.id)}" if self.site_url else None
        title = one_line(naming.activity_title(one.activity))
        description = "\n".join(self._description(one, cancelled, url))
        categories = self._categories(one, events[0])
        for series in series_of(events):
            entry = Entry(
                uid=uid_of(one, series.first.number),
                stamp=modified or _midnight(one.record.content.period.start),
                modified=modified,
                first=series.first.anchor,
                last=series.last_day,
                rule=series.rrule,
                summary=_summary(series, title, cancelled),
                description=description,
                categories=categories,
                status=_status(series.first, cancelled),
                url=url,
            )
            yield Written(order=series.first.order, data=vevent(entry))

    def _cancelled(self, one: Planned) -> Act | None:
        """The act that calls it off, or the whole that it is a part of."""
        act = one.activity.cancelled
        whole = self.plan.whole_of(one)
        return act or (self._cancelled(whole) if whole else None)

    def _description(self, one: Planned, cancelled: Act | None, url: str | None) -> Iterator[str]:
        if cancelled:
            yield _cancelled_words(cancelled)
        if whole := self.plan.whole_of(one):
            yield f"Часть мероприятия: {one_line(naming.activity_title(whole.activity))}"
        if one.activity.deadline:
            yield f"Срок: {one_line(one.activity.deadline)}"
        if one.activity.form:
            yield f"Форма: {one_line(one.activity.form)}"
        names = [body.content.short or body.content.title for body in one.bodies]
        if names:
            yield f"{'Ответственный' if len(names) == 1 else 'Ответственные'}: {', '.join(map(one_line, names))}"
        yield one_line(naming.roadmap_name(self.plan.corpus, one.record))
        if url:
            yield url

    def _categories(self, one: Planned, event: Event) -> tuple[str, ...]:
        """What it is, its forms, its level: the words by which calendar programs filter."""
        kind = (naming.KIND_TITLES[event.kind],) if event.kind else ()
        forms = (form.title for form in one.forms)
        level = naming.level_title(self.plan.corpus, one.record.territory, one.level)
        return tuple(map(one_line, (*kind, *forms, level)))


def uid_of(one: Planned, number: int) -> str:
    """The permanent name of an occurrence: `krasnodar-krai_roadmap-2020-2021_36_1@dorkarta`.

    Neither words nor dates are in it, and no letter that a file system refuses; `_` occurs in no id.
    """
    return f"{one.record.path.replace('/', '_')}_{one.activity.id}_{number}@{DOMAIN}"


def _summary(series: Series, title: str, cancelled: Act | None) -> str:
    prefix = "отменено" if cancelled else when(series)
    return f"{prefix}: {title}" if prefix else title


def _status(event: Event, cancelled: Act | None) -> Status:
    if cancelled:
        return Status.CANCELLED
    return Status.CONFIRMED if event.exact else Status.TENTATIVE


def _cancelled_words(act: Act) -> str:
    """«Отменено: 12 марта 2021 г., МОНиМП КК»"""
    words = (dates.day(act.date) if act.date else None, act.by, act.what)
    told = ", ".join(one_line(each) for each in words if each)
    return f"Отменено: {told}" if told else "Отменено"


def _midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC)
