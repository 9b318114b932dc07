"""The iCalendar feeds of the site: of everything, and of a level, a territory, a body, a form, a roadmap.

All entries are of whole days, because the records hold no times of day; so the time zone of a territory says nothing
about them, and a visitor in any other sees the same dates. There is no clock: the same records make the same bytes.
"""

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from operator import itemgetter
from typing import Final

from dorkarta import addresses
from dorkarta.calendars.entries import Scribe, Written
from dorkarta.calendars.events import has_events
from dorkarta.calendars.ical import vcalendar, vevents
from dorkarta.gathering import gathered
from dorkarta.promise import FilePromise
from dorkarta.records import naming
from dorkarta.records.lineage import COUNTRY, lineage
from dorkarta.records.plan import Plan, Planned
from dorkarta.text import capital

SUBJECT: Final = "мероприятия дорожных карт"
LARGEST: Final = 2000
"""Activities of a feed. More are eight on every working day of a year, and 2 MB that the program of each subscriber
fetches every day: nobody can live by that. What they hold is found in the feeds of territories and roadmaps."""

_KEPT: Final = 1500
"""Roadmaps whose entries are kept for the next feed: those of a large region, some 50 MB."""

_Subject = tuple[str, str]
"""What a feed is of: a kind and a name of that kind, both empty for everything."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Feed:
    """A calendar that others subscribe to."""

    address: str
    title: str
    territory: str
    """That of all its activities, or one around them."""
    planned: tuple[Planned, ...]
    """Activities with at least one event."""


def feeds_of(plan: Plan) -> tuple[Feed, ...]:
    """Every feed, in order of addresses. There is none of what has no event, and none that is larger than the limit."""
    planned = _planned(plan)
    found = (
        Feed(address=address, title=title, territory=territory, planned=tuple(planned[subject]))
        for subject, address, title, territory in _names(plan)
        if 0 < len(planned.get(subject, ())) <= LARGEST
    )
    return tuple(sorted(found, key=lambda feed: feed.address))


def nothing_stands(address: str) -> bytes | None:  # noqa: ARG001  # of no feed
    """No feed stands yet."""
    return None


def feed_promises(
    plan: Plan,
    *,
    site_url: str,
    modified: Mapping[str, datetime.datetime],
    standing: Callable[[str], bytes | None] = nothing_stands,
) -> Iterator[FilePromise]:
    """Every feed, territory by territory, so that feeds that share entries are made one after another.

    Arguments:
        plan: The activities.
        site_url: The address of the site with a slash at its end, or empty: entries have no links then.
        modified: The file of a record (`roadmaps/….yaml`) → its last change; where it is not known, nothing is said.
        standing: The bytes of a feed that is there already, just as it would be made: its entries are taken from it.
    """
    desk = _Desk(scribe=Scribe(plan=plan, site_url=site_url, modified=modified), standing=standing)
    for feed in sorted(feeds_of(plan), key=lambda feed: feed.territory):
        yield FilePromise(
            address=feed.address,
            territory=feed.territory,
            records=tuple(dict.fromkeys([one.record.file for one in feed.planned])),
            make=partial(desk.written, feed),
        )


def feed_files(plan: Plan, *, site_url: str, modified: Mapping[str, datetime.datetime]) -> Iterator[tuple[str, bytes]]:
    """The address and the bytes of every feed; the arguments are those of `feed_promises`."""
    promises = feed_promises(plan, site_url=site_url, modified=modified)
    return ((promise.address, promise.make()) for promise in promises)


@dataclass(frozen=True, kw_only=True)
class _Desk:
    """Where feeds are put together; the entries of an activity are written once, for the first feed that holds it."""

    scribe: Scribe
    standing: Callable[[str], bytes | None]

    def written(self, feed: Feed) -> bytes:
        """The bytes of a feed."""
        entries = sorted((entry for one in feed.planned for entry in self._entries(one)), key=lambda entry: entry.order)
        return vcalendar(feed.title, (entry.data for entry in entries))

    def _entries(self, one: Planned) -> Sequence[Written]:
        path = one.record.path
        if path not in self._known:
            if len(self._known) >= _KEPT:
                self._known.clear()
            self._known[path] = dict(self._standing(path))
        known = self._known[path]
        if one.key not in known:
            known[one.key] = tuple(self.scribe.entries(one))
        return known[one.key]

    def _standing(self, path: str) -> Mapping[str, Sequence[Written]]:
        """The entries of a roadmap by activity, where its own feed stands already."""
        feed = self.standing(addresses.feed("roadmap", path))
        if feed is None:
            return {}
        planned = self.scribe.plan.by_roadmap[path]
        places = sorted(((order, one.key) for one in planned for order in self.scribe.orders(one)), key=_first)
        written = zip(places, vevents(feed), strict=True)
        return gathered((key, Written(order=order, data=data)) for (order, key), data in written)

    @cached_property
    def _known(self) -> dict[str, dict[str, Sequence[Written]]]:
        """By the path of a roadmap and the key of an activity."""
        return {}


_first = itemgetter(0)


def _planned(plan: Plan) -> Mapping[_Subject, Sequence[Planned]]:
    """The activities with events that belong to each subject, in the order of the plan."""
    found: dict[_Subject, list[Planned]] = defaultdict(list)
    for path, planned in sorted(plan.by_roadmap.items()):
        dated = [one for one in planned if has_events(one)]
        around = lineage(plan.corpus.roadmaps[path].territory)
        for subject in (("", ""), ("roadmap", path), *(("territory", each) for each in around)):
            found[subject] += dated
        for one in dated:
            found["level", one.level].append(one)
            for body in one.bodies:
                found["body", body.path].append(one)
            for form in one.forms:
                found["form", form.id].append(one)
    return found


def _names(plan: Plan) -> Iterator[tuple[_Subject, str, str, str]]:
    """Subject, address, what the feed is called and where it is.

    What sets a feed apart goes first in its title, since phones show little more.
    """
    corpus = plan.corpus
    yield ("", ""), addresses.feed(), capital(SUBJECT), COUNTRY
    for level, name in corpus.country_levels.items():
        yield ("level", level), addresses.feed("level", level), f"{name.title}: {SUBJECT}", COUNTRY
    for path in corpus.territories:
        if path != COUNTRY:
            place = naming.place_name(corpus, path)
            yield ("territory", path), addresses.feed("territory", path), f"{place}: {SUBJECT}", path
    for body in corpus.bodies:
        called, identity = body.content.short or body.content.title, body.content.id
        address = addresses.feed("body", f"{body.territory or addresses.COUNTRY}/{identity}")
        yield ("body", body.path), address, f"{called}: {SUBJECT}", body.territory
    for form in corpus.forms:
        yield ("form", form.id), addresses.feed("form", form.id), f"{capital(form.title)}: {SUBJECT}", COUNTRY
    for path, record in corpus.roadmaps.items():
        address, title = addresses.feed("roadmap", path), naming.roadmap_name(corpus, record)
        yield ("roadmap", path), address, title, record.territory
