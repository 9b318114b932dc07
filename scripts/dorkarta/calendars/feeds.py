"""The iCalendar feeds of the site: of everything, and of a level, a territory, a body, a form, a roadmap.

All entries are of whole days, because the records hold no times of day; so the time zone of a territory says nothing
about them, and a visitor in any other sees the same dates. There is no clock: the same records make the same bytes.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from dorkarta import addresses
from dorkarta.calendars.entries import Scribe
from dorkarta.calendars.events import Event, events_of
from dorkarta.calendars.ical import vcalendar
from dorkarta.records import naming
from dorkarta.records.corpus import COUNTRY, lineage
from dorkarta.records.plan import Plan, Planned
from dorkarta.text import capital

SUBJECT: Final = "мероприятия дорожных карт"


@dataclass(frozen=True, kw_only=True, slots=True)
class Feed:
    """A calendar that others subscribe to."""

    address: str
    title: str
    planned: tuple[Planned, ...]
    """Activities with at least one event."""


def feeds_of(plan: Plan) -> tuple[Feed, ...]:
    """Every feed, in order of addresses. What has no event has no feed."""
    return _feeds(plan, _events(plan))


def feed_files(plan: Plan, *, site_url: str, modified: Mapping[str, datetime.datetime]) -> Iterator[tuple[str, bytes]]:
    """The address and the bytes of every feed.

    Arguments:
        plan: The activities.
        site_url: The address of the site with a slash at its end, or empty: entries have no links then.
        modified: The file of a record (`roadmaps/….yaml`) → its last change; where it is not known, nothing is said.
    """
    scribe = Scribe(plan=plan, site_url=site_url, modified=modified)
    events = _events(plan)
    written = {key: tuple(scribe.entries(ones)) for key, ones in events.items()}
    for feed in _feeds(plan, events):
        entries = sorted((entry for one in feed.planned for entry in written[one.key]), key=lambda entry: entry.order)
        yield feed.address, vcalendar(feed.title, (entry.data for entry in entries))


def _feeds(plan: Plan, events: Mapping[str, tuple[Event, ...]]) -> tuple[Feed, ...]:
    found: dict[str, list[Planned]] = {}
    for one in plan.planned:
        if one.key in events:
            for address in _addresses(one):
                found.setdefault(address, []).append(one)
    titles = dict(_titles(plan))
    return tuple(
        Feed(address=address, title=titles[address], planned=tuple(ones)) for address, ones in sorted(found.items())
    )


def _events(plan: Plan) -> Mapping[str, tuple[Event, ...]]:
    """By the key of the activity, only where there are any."""
    found = ((one.key, events_of((one,))) for one in plan.planned if one.occurrences)
    return {key: events for key, events in found if events}


def _addresses(one: Planned) -> Iterable[str]:
    """The feeds that an activity belongs to."""
    return dict.fromkeys(
        (
            addresses.feed(),
            addresses.feed("level", one.level),
            *(addresses.feed("territory", path) for path in lineage(one.record.territory) if path != COUNTRY),
            *(_body_feed(body.territory, body.content.id) for body in one.bodies),
            *(addresses.feed("form", form.id) for form in one.forms),
            addresses.feed("roadmap", one.record.path),
        )
    )


def _body_feed(territory: str, identity: str) -> str:
    return addresses.feed("body", f"{territory or addresses.COUNTRY}/{identity}")


def _titles(plan: Plan) -> Iterator[tuple[str, str]]:
    """Address → what a feed is called; what sets it apart goes first, since phones show little more."""
    corpus = plan.corpus
    yield addresses.feed(), capital(SUBJECT)
    for level, name in corpus.country_levels.items():
        yield addresses.feed("level", level), f"{name.title}: {SUBJECT}"
    for path in corpus.territories:
        if path != COUNTRY:
            yield addresses.feed("territory", path), f"{naming.place_name(corpus, path)}: {SUBJECT}"
    for body in corpus.bodies:
        called = body.content.short or body.content.title
        yield _body_feed(body.territory, body.content.id), f"{called}: {SUBJECT}"
    for form in corpus.forms:
        yield addresses.feed("form", form.id), f"{capital(form.title)}: {SUBJECT}"
    for path, record in corpus.roadmaps.items():
        yield addresses.feed("roadmap", path), naming.roadmap_name(corpus, record)
