"""What a body answers for, as much of it as one page lists; the rest by roadmaps or by territories."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from dorkarta import addresses
from dorkarta.gathering import gathered
from dorkarta.model.body import Body
from dorkarta.pages import lines
from dorkarta.pages.apart import names_apart
from dorkarta.pages.edition import Edition
from dorkarta.pages.page import TocEntry
from dorkarta.pages.places import PlacesView, places
from dorkarta.pages.plain import plain
from dorkarta.pages.views import ActivityLine, LinkLine
from dorkarta.records import naming
from dorkarta.records.duties import Duty
from dorkarta.records.extent import LINES, in_municipality
from dorkarta.records.record import Record
from dorkarta.text import numeral


@plain
class DutyView:
    """Activities of one roadmap."""

    id: str
    title: str
    href: str
    count: str
    activities: tuple[ActivityLine, ...]


@plain
class DutiesView:
    """All that a body is asked by name."""

    listed: tuple[DutyView, ...]
    shares: tuple[LinkLine, ...]
    """Roadmaps whose activities are too many; a link leads to the rows that are asked of the body."""
    places: PlacesView | None
    """Where the duties in municipalities stand."""


@plain
class Laid:
    """Duties as one page lays them out."""

    listed: Sequence[Duty]
    shares: Sequence[Duty]
    elsewhere: Mapping[str, tuple[Duty, ...]]
    """By municipality."""


def laid_out(duties: Sequence[Duty]) -> Laid:
    """All, if one page holds them; else those of regions, and those of one municipality by the names of its roadmaps.

    Arguments:
        duties: What is asked of a body, anywhere or in one territory.
    """
    if _count(duties) <= LINES:
        return Laid(listed=duties, shares=(), elsewhere={})
    territories = {duty.roadmap.territory for duty in duties}
    far = {path for path in territories if in_municipality(path)} if len(territories) > 1 else frozenset()
    near = [duty for duty in duties if duty.roadmap.territory not in far]
    fits = _count(near) <= LINES
    return Laid(
        listed=near if fits else (),
        shares=() if fits else near,
        elsewhere=gathered((duty.roadmap.territory, duty) for duty in duties if duty.roadmap.territory in far),
    )


def duties_view(edition: Edition, record: Record[Body], duties: Sequence[Duty]) -> DutiesView:
    """What a page shows of duties."""
    laid, identity = laid_out(duties), record.content.id
    names = names_apart(edition.corpus, (duty.roadmap for duty in laid.shares))
    return DutiesView(
        listed=tuple(duty_view(edition, duty, f"duty-{index}") for index, duty in enumerate(laid.listed, start=1)),
        shares=tuple(
            LinkLine(
                title=names[duty.roadmap.path],
                href=f"{addresses.roadmap(duty.roadmap.path)}?body={identity}",
                count=_said(len(duty.whole)),
            )
            for duty in laid.shares
        ),
        places=places(
            edition.corpus,
            {territory: _count(far) for territory, far in laid.elsewhere.items()},
            title="В муниципалитетах",
            text="По картам муниципалитетов и школ; перечни – на странице каждой территории.",
            href=partial(addresses.body_in, record.territory, identity),
            said=_said,
        ),
    )


def duties_toc(view: DutiesView) -> Iterator[TocEntry]:
    """The headings of duties."""
    for duty in view.listed:
        yield TocEntry(title=duty.title, anchor=duty.id)
    if view.shares:
        yield TocEntry(title="По дорожным картам", anchor="shares")
    if view.places:
        yield TocEntry(title=view.places.title, anchor=view.places.id)


def duty_view(edition: Edition, duty: Duty, identity: str, role: str = "") -> DutyView:
    """The activities of one roadmap, asked of a body by name or of a role that it fulfils."""
    title = naming.roadmap_name(edition.corpus, duty.roadmap)
    return DutyView(
        id=identity,
        title=f"Как {role}: {title}" if role else title,
        href=addresses.roadmap(duty.roadmap.path),
        count=_said(len(duty.whole)),
        activities=tuple(lines.activity_line(edition, one, where=False) for one in duty.whole),
    )


def _count(duties: Iterable[Duty]) -> int:
    return sum(len(duty.whole) for duty in duties)


def _said(count: int) -> str:
    return numeral(count, *naming.ACTIVITY)
