"""The writer of iCalendar (RFC 5545, RFC 7986): entries of whole days, as bytes.

There is no time of day in the records, so every entry is of whole days. Such dates belong to no time zone: a day is
the same day in Kaliningrad and in Kamchatka, and no VTIMEZONE is needed.
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from dorkarta.calendars.ical_text import escape, fold, one_line

PRODUCT: Final = "-//dorkarta//dorkarta//RU"
_DAY: Final = datetime.timedelta(days=1)


class Status(StrEnum):
    """How certain an entry is."""

    CONFIRMED = "CONFIRMED"
    TENTATIVE = "TENTATIVE"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """A VEVENT."""

    uid: str
    stamp: datetime.datetime
    """With its time zone, as `modified`."""
    modified: datetime.datetime | None
    first: datetime.date
    last: datetime.date
    """Inside; the exclusive DTEND is the day after it."""
    rule: str | None
    """The value of RRULE."""
    summary: str
    description: str
    categories: tuple[str, ...]
    status: Status
    url: str | None


def vevent(entry: Entry) -> bytes:
    """One entry as folded lines."""
    return b"".join(map(fold, _lines(entry)))


def vcalendar(title: str, entries: Iterable[bytes]) -> bytes:
    """A calendar that others subscribe to, of entries that `vevent` made; there must be at least one."""
    name = escape(title)
    head = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{name}",
        f"X-WR-CALNAME:{name}",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        "X-PUBLISHED-TTL:P1D",
    )
    return b"".join((*map(fold, head), *entries, fold("END:VCALENDAR")))


def day_value(day: datetime.date) -> str:
    """A value of the type DATE: `20210301`."""
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _lines(entry: Entry) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escape(entry.uid)}"
    yield f"DTSTAMP:{_moment(entry.stamp)}"
    if entry.modified:
        yield f"LAST-MODIFIED:{_moment(entry.modified)}"
    yield f"DTSTART;VALUE=DATE:{day_value(entry.first)}"
    yield f"DTEND;VALUE=DATE:{day_value(entry.last + _DAY)}"
    if entry.rule:
        yield f"RRULE:{entry.rule}"
    yield f"SUMMARY:{escape(entry.summary)}"
    yield f"DESCRIPTION:{escape(entry.description)}"
    if entry.categories:
        yield f"CATEGORIES:{','.join(map(escape, entry.categories))}"
    yield f"STATUS:{entry.status}"
    yield "CLASS:PUBLIC"
    yield "TRANSP:TRANSPARENT"
    if entry.url:
        yield f"URL:{one_line(entry.url)}"
    yield "END:VEVENT"


def _moment(moment: datetime.datetime) -> str:
    utc = moment.astimezone(datetime.UTC)
    return f"{day_value(utc)}T{utc.hour:02}{utc.minute:02}{utc.second:02}Z"
