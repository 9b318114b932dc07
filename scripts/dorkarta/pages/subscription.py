"""«Подписаться»: the feeds of a page, as calendar programs take them."""

from collections.abc import Iterator

from dorkarta import addresses
from dorkarta.pages.edition import Edition
from dorkarta.pages.views import Action, FeedView, SubscriptionView


def subscription(edition: Edition, *urls: str) -> SubscriptionView | None:
    """Those of the feeds that there are; a feed without an event does not exist."""
    found = tuple(_feeds(edition, urls))
    return SubscriptionView(feeds=found) if found else None


def calendar_action(edition: Edition, kind: str, name: str, *, territory: str = "") -> tuple[Action, ...]:
    """The way to the calendar, filtered; nothing where it would be empty.

    Whether the calendar is large is not asked here, so that a page does not change with records of other territories:
    a large one has no filter, but leads on to its page of the territory (`js/calendar.js`).
    """
    if addresses.feed(kind, name) not in edition.feeds:
        return ()
    inside = f"&territory={territory}" if territory else ""
    return (Action(kind="event", label="Календарь", href=f"{addresses.CALENDAR}?{kind}={name}{inside}"),)


def _feeds(edition: Edition, urls: tuple[str, ...]) -> Iterator[FeedView]:
    for url in urls:
        if (title := edition.feeds.get(url)) is not None:
            address = edition.absolute(url)
            yield FeedView(
                title=title,
                download=url,
                webcal=f"webcal://{address.partition('://')[2]}" if address else None,
                address=address,
            )
