"""The writer of iCalendar (RFC 5545, RFC 7986): entries of whole days, as bytes.

There is no time of day in the records, so every entry is of whole days. Such dates belong to no time zone: a day is
the same day in Kaliningrad and in Kamchatka, and no VTIMEZONE is needed.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from dorkarta.calendars.ical_text import CRLF, escape, fold, one_line

PRODUCT: Final = "-//dorkarta//dorkarta//RU"
_DAY: Final = datetime.timedelta(days=1)
_BEGIN: Final = fold("BEGIN:VEVENT")
_SEEN: Final = fold("CLASS:PUBLIC") + fold("TRANSP:TRANSPARENT")
_END: Final = fold("END:VEVENT")
_CLOSED: Final = fold("END:VCALENDAR")
_NEW_LINE: Final = escape("\n")


class Status(StrEnum):
    """How certain an entry is."""

    CONFIRMED = "CONFIRMED"
    TENTATIVE = "TENTATIVE"
    CANCELLED = "CANCELLED"


_STATUS: Final = {status: fold(f"STATUS:{status}") for status in Status}


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
    description: tuple[str, ...]
    """Its lines; the address is added as the last one, for programs that do not show it elsewhere."""
    categories: tuple[str, ...]
    status: Status
    url: str | None


def vevent(entry: Entry) -> bytes:
    """One entry as folded lines."""
    description = [*map(_known, entry.description), *([escape(entry.url)] if entry.url else ())]
    return b"".join(
        (
            _BEGIN,
            fold(f"UID:{escape(entry.uid)}"),
            _moments(entry.stamp, entry.modified),
            _days(entry.first, entry.last, entry.rule),
            fold(f"SUMMARY:{escape(entry.summary)}"),
            fold(f"DESCRIPTION:{_NEW_LINE.join(description)}"),
            _categories(entry.categories) if entry.categories else b"",
            _STATUS[entry.status],
            _SEEN,
            fold(f"URL:{one_line(entry.url)}") if entry.url else b"",
            _END,
        )
    )


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
    return b"".join((*map(fold, head), *entries, _CLOSED))


def vevents(calendar: bytes) -> list[bytes]:
    """The entries of a calendar that `vcalendar` made, as `vevent` made them."""
    _, *entries = calendar.removesuffix(_CLOSED).split(CRLF + _BEGIN)
    return [_BEGIN + entry + CRLF for entry in entries[:-1]] + [_BEGIN + entries[-1]]


def day_value(day: datetime.date) -> str:
    """A value of the type DATE: `20210301`."""
    return f"{day.year:04}{day.month:02}{day.day:02}"


_known = lru_cache(maxsize=8192)(escape)
"""The same few deadlines, forms, names of bodies and roadmaps stand in thousands of entries."""


@lru_cache(maxsize=1024)
def _categories(names: tuple[str, ...]) -> bytes:
    return fold(f"CATEGORIES:{','.join(map(escape, names))}")


@lru_cache(maxsize=1024)  # all entries of a record share them
def _moments(stamp: datetime.datetime, modified: datetime.datetime | None) -> bytes:
    changed = fold(f"LAST-MODIFIED:{_moment(modified)}") if modified else b""
    return fold(f"DTSTAMP:{_moment(stamp)}") + changed


@lru_cache(maxsize=1024)  # the same few days stand in thousands of rows
def _days(first: datetime.date, last: datetime.date, rule: str | None) -> bytes:
    start, end = fold(f"DTSTART;VALUE=DATE:{day_value(first)}"), fold(f"DTEND;VALUE=DATE:{day_value(last + _DAY)}")
    return start + end + (fold(f"RRULE:{rule}") if rule else b"")


def _moment(moment: datetime.datetime) -> str:
    utc = moment.astimezone(datetime.UTC)
    return f"{day_value(utc)}T{utc.hour:02}{utc.minute:02}{utc.second:02}Z"
