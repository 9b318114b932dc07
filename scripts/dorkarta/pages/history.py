"""What changed: the history of one record under its page, and the last changes of the whole site."""

import datetime
from collections.abc import Iterable, Iterator
from typing import Final

from dorkarta import dates
from dorkarta.history.change import Change, ChangeKind, RecordChanges
from dorkarta.pages.destinations import Hrefs, items_of, page_of
from dorkarta.pages.edition import Edition
from dorkarta.pages.page import Block, TocEntry
from dorkarta.pages.plain import plain
from dorkarta.pages.views import Link
from dorkarta.text import numeral

ANCHOR: Final = "history"
TITLE: Final = "История записи"

_OPEN: Final = 12
"""So many lines of a record's history are seen at once; the rest is folded."""
_OF_DAY: Final = 60
"""So many lines of one day of it."""
_DAYS: Final = 30
"""So many days stand on the page of the whole site."""
_RECORDS: Final = 40
"""So many new records of one day, and so many changed ones."""
_LINES: Final = 8
"""So many lines of one record there."""

_OWN: Final = frozenset({"roadmaps/registry/debts.yaml", "roadmaps/registry/redirects.yaml"})
"""Lists that only editors need: their changes are no news to readers."""

_SHORT: Final = "История короткая: более ранние правки в этой копии хранилища не видны."
_UNKNOWN: Final = "История неизвестна: сайт собран без хранилища git."
_NONE: Final = "Правок ещё не было."


@plain
class LineView:
    """One change; `where` is the item, a link while it stands in the record."""

    text: str
    where: str | None = None
    href: str | None = None


@plain
class DayView:
    """The changes of a record on one day; `more` counts what is not shown."""

    date: str
    lines: tuple[LineView, ...]
    more: str | None = None


@plain
class HistoryView:
    """The history of a record, the newest day first; `earlier` is folded."""

    title: str
    id: str
    days: tuple[DayView, ...]
    earlier: tuple[DayView, ...]
    earlier_title: str
    note: str | None


@plain
class RecordView:
    """A record with what changed in it."""

    title: str
    href: str | None
    lines: tuple[LineView, ...]
    more: str | None


@plain
class SiteDayView:
    """A day of the whole site."""

    id: str
    date: str
    published: tuple[Link, ...]
    """Records that are new; nothing more is to be said of them."""
    records: tuple[RecordView, ...]
    more: str | None


@plain
class ChangesView:
    """The last changes of the site."""

    days: tuple[SiteDayView, ...]
    note: str | None


def record_history(edition: Edition, file: str) -> HistoryView | None:
    """The history of a record; nothing, where nothing of it is known."""
    chronicle = edition.history
    found = chronicle.by_file.get(file, ())
    if not found:
        return None
    hrefs = items_of(edition.corpus, file)
    days = [_day(date, record, hrefs) for date, record in found]
    shown, lines = 0, 0
    for day in days:
        lines += len(day.lines)
        if shown and lines > _OPEN:
            break
        shown += 1
    earlier = tuple(days[shown:])
    return HistoryView(
        title=TITLE,
        id=ANCHOR,
        days=tuple(days[:shown]),
        earlier=earlier,
        earlier_title=f"Раньше: {numeral(len(earlier), 'день', 'дня', 'дней')} с правками",
        note=_SHORT if chronicle.short and not _published(found[-1][1]) else None,
    )


def toc(view: HistoryView | None) -> tuple[TocEntry, ...]:
    """The entry of a page's table of contents."""
    return (TocEntry(title=view.title, anchor=view.id),) if view else ()


def make_block(edition: Edition) -> Block:
    """The last changes of the site."""
    chronicle = edition.history
    days = tuple(_site_day(edition, day.date, day.records) for day in chronicle.days[:_DAYS])
    note = _SHORT if chronicle.short else None
    if not chronicle.known:
        note = _UNKNOWN
    elif not days and note is None:
        note = _NONE
    return Block(
        template="changes.html",
        view=ChangesView(days=days, note=note),
        toc=tuple(TocEntry(title=day.date, anchor=day.id) for day in days),
    )


def _published(record: RecordChanges) -> bool:
    return any(change.kind is ChangeKind.PUBLISHED for change in record.changes)


def _day(date: datetime.date, record: RecordChanges, hrefs: Hrefs) -> DayView:
    lines, more = _first(_lines(record, hrefs), _OF_DAY)
    return DayView(date=dates.day(date), lines=lines, more=more)


def _first(lines: Iterable[LineView], most: int) -> tuple[tuple[LineView, ...], str | None]:
    """The first lines, and how many more there are."""
    listed = tuple(lines)
    rest = len(listed) - most
    return listed[:most], f"и ещё {numeral(rest, 'изменение', 'изменения', 'изменений')}" if rest > 0 else None


def _lines(record: RecordChanges, hrefs: Hrefs) -> Iterator[LineView]:
    """What changed in the document, line by line; what changed only in our transcript is one line."""
    yield from (_line(change, hrefs) for change in record.notable)
    if record.minor and not record.notable:
        yield LineView(text="мелкая правка записи")


def _line(change: Change, hrefs: Hrefs) -> LineView:
    if change.kind is ChangeKind.RELOCATED:  # readers of the site do not know its files
        return LineView(text="запись перенесена, её адрес изменился")
    where = f"пункт {change.where}" if change.where and change.where[0].isdigit() else change.where
    return LineView(text=change.text, where=where, href=hrefs.get((change.part or "", change.id or "")))


def _site_day(edition: Edition, date: datetime.date, records: Iterable[RecordChanges]) -> SiteDayView:
    told = [each for each in records if each.file not in _OWN]
    fresh = [page_of(edition.corpus, each.file, each.title) for each in told if _published(each)]
    views = sorted((_record(edition, each) for each in told if not _published(each)), key=lambda view: view.title)
    rest = max(0, len(fresh) - _RECORDS) + max(0, len(views) - _RECORDS)
    return SiteDayView(
        id=f"d-{date.isoformat()}",
        date=dates.day(date),
        published=tuple(sorted(fresh, key=lambda link: link.title)[:_RECORDS]),
        records=tuple(views[:_RECORDS]),
        more=f"И ещё {numeral(rest, 'запись', 'записи', 'записей')}." if rest else None,
    )


def _record(edition: Edition, record: RecordChanges) -> RecordView:
    name = page_of(edition.corpus, record.file, record.title)
    lines, more = _first(_lines(record, items_of(edition.corpus, record.file)), _LINES)
    return RecordView(
        title=name.title,
        href=name.href,
        lines=lines,
        more=more,
    )
