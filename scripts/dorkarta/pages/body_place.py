"""What a body answers for in one territory: pages of a body that answers for more than one page lists."""

from collections.abc import Iterator
from functools import partial

from dorkarta import addresses
from dorkarta.model.body import Body
from dorkarta.pages import parts
from dorkarta.pages.body_duties import DutiesView, duties_toc, duties_view, laid_out
from dorkarta.pages.edition import Edition
from dorkarta.pages.page import Page, Promise
from dorkarta.pages.plain import plain
from dorkarta.pages.views import Header, Link, Meta
from dorkarta.records import naming
from dorkarta.records.duties import duties_of
from dorkarta.records.extent import LINES
from dorkarta.records.record import Record
from dorkarta.text import numeral


@plain
class BodyPlaceView:
    """A body in a territory."""

    crumbs: tuple[Link, ...]
    header: Header
    duties: DutiesView


def promises(edition: Edition, record: Record[Body]) -> Iterator[Promise]:
    """A page for every territory that the page of the body leads to."""
    if len(edition.plan.by_body.get(record.path, ())) <= LINES:
        return
    territories = laid_out(duties_of(edition.plan, record)).elsewhere
    regions = {naming.region_of(path) for path in territories} if len(territories) > LINES else frozenset()
    for place in sorted({*territories, *regions}):
        yield Promise(
            url=addresses.body_in(record.territory, record.content.id, place),
            frame=addresses.BODIES,
            territory=place,
            make=partial(_page, edition, record, place),
        )


def _page(edition: Edition, record: Record[Body], place: str) -> Page:
    corpus, content = edition.corpus, record.content
    name, where = content.short or content.title, corpus.territory(place).title
    duties = duties_of(edition.plan, record, inside=place)
    crumbs = (
        parts.HOME,
        Link(title="Ответственные", href=addresses.BODIES),
        Link(title=name, href=addresses.body(record.territory, content.id)),
        Link(title=where),
    )
    count = sum(len(duty.whole) for duty in duties)
    view = BodyPlaceView(
        crumbs=crumbs,
        header=Header(
            kicker=content.title,
            title=where,
            lead=f"{numeral(count, *naming.ACTIVITY)} по дорожным картам.",
            meta=(
                Meta(label="Территория", value=naming.place_name(corpus, place), href=addresses.territory(place)),
                Meta(
                    label=naming.BODY_TITLES[content.kind],
                    value=content.title,
                    href=addresses.body(record.territory, content.id),
                ),
            ),
        ),
        duties=duties_view(edition, record, duties),
    )
    return Page(
        url=addresses.body_in(record.territory, content.id, place),
        frame=addresses.BODIES,
        title=f"{name}: {naming.place_name(corpus, place)}",
        description=(
            f"{content.title} ({naming.place_name(corpus, place)}): за что отвечает по дорожным картам. "
            f"{numeral(count, *naming.ACTIVITY)}."
        ),
        template="body_place.html",
        view=view,
        crumbs=crumbs,
        toc=tuple(duties_toc(view.duties)),
        abbreviations=corpus.expansions(place),
    )
