"""Pages of bodies: what an organisation or a role answers for."""

from collections import Counter
from collections.abc import Iterator
from functools import partial

from dorkarta import addresses
from dorkarta.gathering import gathered
from dorkarta.model.body import Body, BodyKind
from dorkarta.model.practice import Practice
from dorkarta.pages import body_place, entries, lines, parts
from dorkarta.pages.body_duties import DutiesView, DutyView, duties_toc, duties_view, duty_view
from dorkarta.pages.downloads import downloads
from dorkarta.pages.due_lists import DueList, by_territory, due_lists
from dorkarta.pages.edition import Edition
from dorkarta.pages.page import Block, Page, Promise, TocEntry
from dorkarta.pages.places import PlacesView, places
from dorkarta.pages.plain import plain
from dorkarta.pages.practice_lines import PracticeLine, practice_lines
from dorkarta.pages.progress_summary import ExecutionView, dashboard, summary
from dorkarta.pages.subscription import calendar_action, subscription
from dorkarta.pages.views import Header, Link, LinkLine, Meta
from dorkarta.progress.due import Dues
from dorkarta.records import naming
from dorkarta.records.corpus import Corpus
from dorkarta.records.duties import duties_as, duties_of
from dorkarta.records.extent import listed
from dorkarta.records.fulfilment import fulfillers_of, roles_of
from dorkarta.records.lineage import COUNTRY
from dorkarta.records.naming import document_name
from dorkarta.records.record import Record
from dorkarta.text import numeral


@plain
class BodyPageView:
    """A body with all it answers for."""

    crumbs: tuple[Link, ...]
    header: Header
    about: str | None
    execution: ExecutionView | None
    lists: tuple[DueList, ...]
    """What is near and what is over of all that it answers for, by name or by its roles."""
    duties: DutiesView
    through_roles: tuple[DutyView, ...]
    """What roadmaps from above ask of the roles that an organisation fulfils."""
    fulfilled_by: tuple[LinkLine, ...]
    entries: tuple[Link, ...]
    documents: tuple[Link, ...]
    practices: tuple[PracticeLine, ...]
    """Those that it is to be asked about."""


@plain
class BodiesGroup:
    """Bodies of one territory."""

    id: str
    title: str
    bodies: tuple[LinkLine, ...]


@plain
class BodiesView:
    """All bodies, the roles of the country first."""

    groups: tuple[BodiesGroup, ...]
    places: PlacesView | None
    """Where those stand that are too many."""


def make_block(edition: Edition) -> Block:
    """All bodies by territory."""
    corpus = edition.corpus
    shown = gathered((body.territory, body) for body in listed(corpus.bodies, lambda body: body.territory))
    groups = []
    for territory in (COUNTRY, *sorted(corpus.territories)):
        if bodies := shown.get(territory):
            title = "Роли, общие для всех территорий" if territory == COUNTRY else naming.place_name(corpus, territory)
            groups.append(
                BodiesGroup(
                    id=territory.replace("/", "-") or addresses.COUNTRY,
                    title=title,
                    bodies=tuple(lines.body_line(edition, body) for body in bodies),
                )
            )
    found = places(
        corpus,
        Counter(body.territory for body in corpus.bodies if body.territory and body.territory not in shown),
        title="По территориям",
        text="Организации и роли остальных территорий – на их страницах.",
        href=lambda path: f"{addresses.territory(path)}#bodies",
        said=str,
    )
    toc = tuple(TocEntry(title=each.title, anchor=each.id) for each in (*groups, found) if each)
    return Block(template="bodies.html", view=BodiesView(groups=tuple(groups), places=found), toc=toc)


def promises(edition: Edition) -> Iterator[Promise]:
    """The page of every body; of one that answers for very much also a page in every territory."""
    for body in edition.corpus.bodies:
        yield Promise(
            url=addresses.body(body.territory, body.content.id),
            frame=addresses.BODIES,
            territory=body.territory,
            make=partial(_page, edition, body),
        )
        yield from body_place.promises(edition, body)


def _page(edition: Edition, record: Record[Body]) -> Page:
    corpus, content = edition.corpus, record.content
    place = naming.place_name(corpus, record.territory)
    crumbs = (
        parts.HOME,
        Link(title="Ответственные", href=addresses.BODIES),
        *parts.territory_crumbs(corpus, record.territory),
        Link(title=content.short or content.title),
    )
    name = entries.body_value(record.territory, content.id)
    units = edition.execution.by_body.get(record.path, ())
    view = BodyPageView(
        crumbs=crumbs,
        header=Header(
            kicker=naming.BODY_TITLES[content.kind],
            title=content.title,
            meta=tuple(_meta(corpus, record)),
            notes=parts.notes(content.notes),
            inferred=dict(content.inferred),
            downloads=downloads(
                edition, addresses.body(record.territory, content.id), f"{content.title}. За что отвечает"
            ),
            actions=calendar_action(edition, "body", name),
            subscription=subscription(edition, addresses.feed("body", name)),
        ),
        about=content.about,
        execution=summary(units, *_dashboard(corpus, record)),
        lists=due_lists(edition.outlook.by_body.get(record.path, Dues()), by_territory(edition)),
        duties=duties_view(edition, record, duties_of(edition.plan, record)),
        through_roles=tuple(_through_roles(edition, record)),
        fulfilled_by=tuple(_fulfilled_by(corpus, record)),
        entries=tuple(_entries(corpus, record)),
        documents=tuple(
            Link(title=document_name(each.content), href=addresses.document(each.territory, each.content.id))
            for each in corpus.documents_by_issuer.get(record.path, ())
        ),
        practices=practice_lines(edition, _practices(edition, record)),
    )
    count = sum(one.parent is None for one in edition.plan.by_body.get(record.path, ()))
    name = f"{content.short} – {content.title}" if content.short else content.title
    return Page(
        url=addresses.body(record.territory, content.id),
        frame=addresses.BODIES,
        title=name,
        description=f"{name} ({place}): за что отвечает по дорожным картам. {numeral(count, *naming.ACTIVITY)}.",
        template="body.html",
        view=view,
        crumbs=crumbs,
        toc=tuple(_toc(view)),
        abbreviations=corpus.expansions(record.territory),
    )


def _toc(view: BodyPageView) -> Iterator[TocEntry]:
    if view.execution:
        yield TocEntry(title="Исполнение", anchor="execution")
    yield from duties_toc(view.duties)
    for duty in view.through_roles:
        yield TocEntry(title=duty.title, anchor=duty.id)
    rest = (
        (view.fulfilled_by, "Кто исполняет роль", "fulfilled-by"),
        (view.entries, "В отчётах", "entries"),
        (view.documents, "Изданные документы", "documents"),
        (view.practices, "Практики", "practices"),
    )
    for content, title, anchor in rest:
        if content:
            yield TocEntry(title=title, anchor=anchor)


def _dashboard(corpus: Corpus, record: Record[Body]) -> Iterator[Link]:
    """A role of the whole country has no dashboard of its own."""
    if record.territory != COUNTRY:
        yield dashboard(corpus, record.territory)


def _practices(edition: Edition, record: Record[Body]) -> Iterator[Record[Practice]]:
    for practice in edition.library.practices:
        contact = practice.content.contact
        found = edition.corpus.find_body(practice.territory, contact) if contact else None
        if found is not None and found.path == record.path:
            yield practice


def _meta(corpus: Corpus, record: Record[Body]) -> Iterator[Meta]:
    content = record.content
    if content.short:
        yield Meta(label="Сокращённо", value=content.short)
    if record.territory == COUNTRY:
        yield Meta(label="Территория", value="роль есть в каждой территории")
    else:
        yield Meta(
            label="Территория",
            value=naming.place_name(corpus, record.territory),
            href=addresses.territory(record.territory),
        )
    if others := naming.other_names(content):
        yield Meta(label="В документах также", value="; ".join(others))
    for role in roles_of(corpus, record):
        yield Meta(
            label="Исполняет роль",
            value=role.content.title,
            href=addresses.body(role.territory, role.content.id),
        )
    if content.source:
        yield Meta(label="Откуда известно", value=content.source)
    if content.url:
        yield Meta(label="Сайт", value=content.url, href=content.url)


def _through_roles(edition: Edition, record: Record[Body]) -> Iterator[DutyView]:
    for role in roles_of(edition.corpus, record):
        name = role.content.short or role.content.title
        for index, duty in enumerate(duties_as(edition.plan, record, role), start=1):
            yield duty_view(edition, duty, f"role-{role.content.id}-{index}", name)


def _fulfilled_by(corpus: Corpus, record: Record[Body]) -> Iterator[LinkLine]:
    if record.content.kind is not BodyKind.ROLE:
        return
    found = tuple(fulfillers_of(corpus, record))
    shown = listed(found, lambda each: each.territory)
    for organisation in shown:
        yield LinkLine(
            title=organisation.content.title,
            href=addresses.body(organisation.territory, organisation.content.id),
            text=naming.place_name(corpus, organisation.territory),
        )
    if rest := len(found) - len(shown):
        yield LinkLine(title="Остальные – на страницах территорий", href=addresses.TERRITORIES, count=str(rest))


def _entries(corpus: Corpus, record: Record[Body]) -> Iterator[Link]:
    found = corpus.entries_by_body.get(record.path, ())
    shown = listed(found, lambda each: each[0].territory)
    for report, entry in shown:
        yield Link(title=entry.title, href=addresses.entry(report.path, entry.id))
    if rest := len(found) - len(shown):
        yield Link(
            title=f"Ещё {numeral(rest, 'запись', 'записи', 'записей')} – в отчётах территорий", href=addresses.REPORTS
        )
