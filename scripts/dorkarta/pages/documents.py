"""The register of documents: a block with all of them, and a page of every region."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain
from typing import Final

from dorkarta import addresses, dates
from dorkarta.gathering import gathered
from dorkarta.model.document import Document
from dorkarta.pages import parts
from dorkarta.pages.edition import Edition
from dorkarta.pages.page import Block, Page, Promise, TocEntry
from dorkarta.pages.plain import plain
from dorkarta.pages.views import DocumentView, Header, IssuerView, Link, RecordLine
from dorkarta.records import naming
from dorkarta.records.corpus import Corpus
from dorkarta.records.extent import LINES, ROWS, in_municipality
from dorkarta.records.lineage import COUNTRY
from dorkarta.records.naming import document_name, issuer_name
from dorkarta.records.record import Record
from dorkarta.records.references import scope_of
from dorkarta.records.walk import activities
from dorkarta.text import numeral

_MOST: Final = LINES // 2
"""So many documents stand on one page: each tells where it is spoken of."""


@plain
class DocumentsGroup:
    """Documents of one territory."""

    id: str
    title: str
    documents: tuple[DocumentView, ...]


@plain
class DocumentsElsewhere:
    """A municipality whose documents have a page of their own; their addresses on this page lead there."""

    id: str
    title: str
    href: str
    count: str
    anchors: tuple[str, ...]


@plain
class DocumentsPageView:
    """Documents of a region and its municipalities, or of one of them."""

    crumbs: tuple[Link, ...]
    header: Header
    groups: tuple[DocumentsGroup, ...]
    elsewhere: tuple[DocumentsElsewhere, ...]


@plain
class RegionDocuments:
    """A region's documents in short."""

    id: str
    title: str
    href: str
    count: str
    documents: tuple[RecordLine, ...]
    """None where all documents of the site are too many for one page."""


@plain
class DocumentsView:
    """All documents by region."""

    regions: tuple[RegionDocuments, ...]


def make_block(edition: Edition) -> Block:
    """All documents in short."""
    corpus = edition.corpus
    by_region = gathered((naming.region_of(record.territory), record) for record in corpus.documents)
    fits = len(corpus.documents) <= LINES
    regions = [
        RegionDocuments(
            id=region or addresses.COUNTRY,
            title=naming.place_name(corpus, region),
            href=addresses.documents(region),
            count=numeral(len(found), *naming.DOCUMENT),
            documents=tuple(
                RecordLine(
                    title=document_name(record.content),
                    href=addresses.document(record.territory, record.content.id),
                    text=issuer_name(corpus, record),
                )
                for record in (found if fits else ())
            ),
        )
        for region, found in sorted(by_region.items())
    ]
    toc = tuple(TocEntry(title=each.title, anchor=each.id) for each in regions)
    return Block(template="documents.html", view=DocumentsView(regions=tuple(regions)), toc=toc)


@dataclass(frozen=True, kw_only=True)
class _Register:
    """All documents with what speaks of them, found once for all pages."""

    edition: Edition

    @cached_property
    def by_region(self) -> Mapping[str, tuple[Record[Document], ...]]:
        return gathered((naming.region_of(record.territory), record) for record in self.edition.corpus.documents)

    @cached_property
    def mentions(self) -> Mapping[str, list[Link]]:
        """Document → the places that refer to it."""
        return _mentions(self.edition.corpus)

    @cached_property
    def proofs(self) -> Mapping[str, tuple[Link, ...]]:
        """Document → the activities that it is cited for."""
        return _proofs(self.edition)

    def fits(self, region: str) -> bool:
        """Whether one page holds all documents of a region."""
        return len(self.by_region[region]) <= _MOST


def promises(edition: Edition) -> Iterator[Promise]:
    """The documents of every region that has any; of very many a page of every municipality."""
    register, corpus = _Register(edition=edition), edition.corpus
    scopes = chain(map(scope_of, corpus.roadmaps.values()), map(scope_of, corpus.reports.values()))
    cited_from_afar = COUNTRY in scopes
    for region, found in sorted(register.by_region.items()):
        territories = dict.fromkeys(record.territory for record in found)
        apart = () if register.fits(region) else sorted(path for path in territories if in_municipality(path))
        for place in (region, *apart):
            yield Promise(
                url=addresses.documents(place),
                frame=addresses.DOCUMENTS,
                territory=COUNTRY if cited_from_afar else place,
                make=partial(_page, register, place),
            )


def _page(register: _Register, place: str) -> Page:
    corpus, region = register.edition.corpus, naming.region_of(place)
    name = naming.place_name(corpus, place)
    crumbs = (
        parts.HOME,
        Link(title="Документы", href=addresses.DOCUMENTS),
        *_above(corpus, place),
        Link(title=corpus.territory(place).title if place else name),
    )
    by_territory = gathered((record.territory, record) for record in register.by_region[region])
    if in_municipality(place):
        shown = {place: by_territory[place]}
    elif register.fits(region):
        shown = dict(by_territory)
    else:
        shown = {path: found for path, found in by_territory.items() if not in_municipality(path)}
    groups = tuple(
        DocumentsGroup(
            id=_group_id(territory),
            title=corpus.territory(territory).title if territory != COUNTRY else name,
            documents=tuple(_document(register, record) for record in found),
        )
        for territory, found in shown.items()
    )
    elsewhere = tuple(
        DocumentsElsewhere(
            id=_group_id(territory),
            title=corpus.territory(territory).title,
            href=addresses.documents(territory),
            count=numeral(len(found), *naming.DOCUMENT),
            anchors=tuple(addresses.document_anchor(territory, record.content.id) for record in found),
        )
        for territory, found in (() if in_municipality(place) else sorted(by_territory.items()))
        if territory not in shown
    )
    count = sum(len(group.documents) for group in groups) + sum(len(each.anchors) for each in elsewhere)
    told = numeral(count, *naming.DOCUMENT)
    return Page(
        url=addresses.documents(place),
        frame=addresses.DOCUMENTS,
        title=f"Документы: {name}",
        description=f"{name}: {told}, на которые ссылаются дорожные карты и отчёты.",
        template="region_documents.html",
        view=DocumentsPageView(
            crumbs=crumbs,
            header=Header(kicker=name, title="Документы", lead=f"{told}, на которые ссылаются карты и отчёты."),
            groups=groups,
            elsewhere=elsewhere,
        ),
        crumbs=crumbs,
        toc=(
            *(TocEntry(title=group.title, anchor=group.id) for group in groups),
            *((TocEntry(title="Муниципалитеты", anchor="inner"),) if elsewhere else ()),
        ),
        abbreviations=corpus.expansions(place),
    )


def _above(corpus: Corpus, place: str) -> Iterator[Link]:
    if in_municipality(place):
        region = naming.region_of(place)
        yield Link(title=corpus.territory(region).title, href=addresses.documents(region))


def _group_id(territory: str) -> str:
    return f"in-{territory.replace('/', '-') or addresses.COUNTRY}"


def _spoken(links: Sequence[Link]) -> tuple[Link, ...]:
    """The places that refer to a document; of very many the first ones and how many more there are."""
    if len(links) <= ROWS:
        return tuple(links)
    return (*links[:ROWS], Link(title=f"ещё в {len(links) - ROWS} местах", href=addresses.ROADMAPS))


def _document(register: _Register, record: Record[Document]) -> DocumentView:
    content, edition, corpus = record.content, register.edition, register.edition.corpus
    body = corpus.find_body(record.territory, content.issuer) if content.issuer else None
    issuer = issuer_name(corpus, record)
    return DocumentView(
        id=addresses.document_anchor(record.territory, content.id),
        kind=content.kind,
        number=content.number,
        date=dates.day(content.date) if content.date else None,
        title=content.title,
        issuer=IssuerView(label=issuer, href=addresses.body(body.territory, body.content.id) if body else None)
        if issuer
        else None,
        url=content.url,
        mentions=_spoken(register.mentions.get(record.path, ())),
        proves=_spoken(register.proofs.get(record.path, ())),
        notes=parts.notes(content.notes),
        inferred=dict(content.inferred),
        edit=edition.edit(record.file, record.marks.line),
    )


def _mentions(corpus: Corpus) -> dict[str, list[Link]]:
    """Document → the places that refer to it, in the order of the records."""
    found: dict[str, list[Link]] = {}
    for territory, reference, place in (*_of_roadmaps(corpus), *_of_reports(corpus), *_of_practices(corpus)):
        record = corpus.find_document(territory, reference) if reference else None
        if record is not None:
            found.setdefault(record.path, []).append(place)
    return found


def _proofs(edition: Edition) -> Mapping[str, tuple[Link, ...]]:
    """Document → the activities that entries of reports cite it for, in the order of the activities."""
    return {path: tuple(dict.fromkeys(links)) for path, links in gathered(_cited(edition)).items()}


def _cited(edition: Edition) -> Iterator[tuple[str, Link]]:
    corpus = edition.corpus
    for key, rows in edition.execution.entries.items():
        if (one := edition.plan.by_key.get(key)) is None:
            continue
        activity = one.activity
        title = f"{naming.roadmap_name(corpus, one.record)}, мероприятие {activity.number or activity.id}"
        for row in rows:
            for evidence in row.entry.evidence:
                if (found := corpus.find_document(row.record.territory, evidence.document)) is not None:
                    yield found.path, Link(title=title, href=addresses.activity(one.record.path, activity.id))


_Mention = tuple[str, str | None, Link]
"""The territory that a reference is looked up from, the reference, the place where it stands."""


def _of_roadmaps(corpus: Corpus) -> Iterator[_Mention]:
    for roadmap in corpus.roadmaps.values():
        name, url = naming.roadmap_name(corpus, roadmap), addresses.roadmap(roadmap.path)
        if roadmap.content.approved:
            yield roadmap.territory, roadmap.content.approved.document, Link(title=name, href=url)
        for _, _, above in activities(roadmap.content):
            for reference in above[-1].documents:
                title = f"{name}, мероприятие {above[-1].number or above[-1].id}"
                href = addresses.activity(roadmap.path, above[-1].id)
                yield roadmap.territory, reference, Link(title=title, href=href)


def _of_reports(corpus: Corpus) -> Iterator[_Mention]:
    for report in corpus.reports.values():
        place = corpus.territory(report.territory).title
        for entry in report.content.entries:
            for evidence in entry.evidence:
                title = f"отчёт ({place}), запись {entry.number or entry.id}"
                href = addresses.entry(report.path, entry.id)
                yield report.territory, evidence.document, Link(title=title, href=href)


def _of_practices(corpus: Corpus) -> Iterator[_Mention]:
    for name, practice in sorted(corpus.practices.items()):
        for reference in practice.content.documents:
            place = Link(title=f"практика «{practice.content.title}»", href=addresses.practice(name))
            yield practice.territory, reference, place
