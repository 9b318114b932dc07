"""The register of documents: a block with all of them, and a page of every region."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dorkarta import addresses, dates
from dorkarta.model.document import Document
from dorkarta.pages import parts
from dorkarta.pages.edition import Edition
from dorkarta.pages.page import Block, Page, TocEntry
from dorkarta.pages.views import DocumentView, Header, IssuerView, Link, RecordLine
from dorkarta.records import naming
from dorkarta.records.corpus import COUNTRY, Corpus, Record, gathered
from dorkarta.records.naming import document_name, issuer_name
from dorkarta.records.walk import activities
from dorkarta.text import numeral


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentsGroup:
    """Documents of one territory."""

    id: str
    title: str
    documents: tuple[DocumentView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentsPageView:
    """Documents of a region and its municipalities."""

    crumbs: tuple[Link, ...]
    header: Header
    groups: tuple[DocumentsGroup, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class RegionDocuments:
    """A region's documents in short."""

    id: str
    title: str
    href: str
    count: str
    documents: tuple[RecordLine, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentsView:
    """All documents by region."""

    regions: tuple[RegionDocuments, ...]


def make_block(edition: Edition) -> Block:
    """All documents in short."""
    corpus = edition.corpus
    regions = []
    for region in _regions(corpus):
        found = list(_of_region(corpus, region))
        regions.append(
            RegionDocuments(
                id=region or addresses.COUNTRY,
                title=naming.place_name(corpus, region),
                href=addresses.documents(region),
                count=numeral(len(found), "документ", "документа", "документов"),
                documents=tuple(
                    RecordLine(
                        title=document_name(record.content),
                        href=addresses.document(record.territory, record.content.id),
                        text=issuer_name(corpus, record),
                    )
                    for record in found
                ),
            )
        )
    toc = tuple(TocEntry(title=each.title, anchor=each.id) for each in regions)
    return Block(template="documents.html", view=DocumentsView(regions=tuple(regions)), toc=toc)


def make_pages(edition: Edition) -> Iterator[Page]:
    """The documents of every region that has any."""
    return (_page(edition, region) for region in _regions(edition.corpus))


def _regions(corpus: Corpus) -> list[str]:
    return sorted({naming.region_of(record.territory) for record in corpus.documents})


def _of_region(corpus: Corpus, region: str) -> Iterator[Record[Document]]:
    return (record for record in corpus.documents if naming.region_of(record.territory) == region)


def _page(edition: Edition, region: str) -> Page:
    corpus = edition.corpus
    place = naming.place_name(corpus, region)
    crumbs = (parts.HOME, Link(title="Документы", href=addresses.DOCUMENTS), Link(title=place))
    mentions, proofs = _mentions(corpus), _proofs(edition)
    territories = list(dict.fromkeys(record.territory for record in _of_region(corpus, region)))
    groups = tuple(
        DocumentsGroup(
            id=f"in-{territory.replace('/', '-') or addresses.COUNTRY}",
            title=corpus.territory(territory).title if territory != COUNTRY else place,
            documents=tuple(
                _document(edition, record, tuple(mentions.get(record.path, ())), proofs.get(record.path, ()))
                for record in corpus.documents
                if record.territory == territory
            ),
        )
        for territory in territories
    )
    count = sum(len(group.documents) for group in groups)
    told = numeral(count, "документ", "документа", "документов")
    return Page(
        url=addresses.documents(region),
        frame=addresses.DOCUMENTS,
        title=f"Документы: {place}",
        description=f"{place}: {told}, на которые ссылаются дорожные карты и отчёты.",
        template="region_documents.html",
        view=DocumentsPageView(
            crumbs=crumbs,
            header=Header(kicker=place, title="Документы", lead=f"{told}, на которые ссылаются карты и отчёты."),
            groups=groups,
        ),
        crumbs=crumbs,
        toc=tuple(TocEntry(title=group.title, anchor=group.id) for group in groups),
        abbreviations=parts.abbreviations(corpus, region),
    )


def _document(
    edition: Edition, record: Record[Document], mentions: tuple[Link, ...], proves: tuple[Link, ...]
) -> DocumentView:
    content, corpus = record.content, edition.corpus
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
        mentions=mentions,
        proves=proves,
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
        for _, _, chain in activities(roadmap.content):
            for reference in chain[-1].documents:
                title = f"{name}, мероприятие {chain[-1].number or chain[-1].id}"
                href = addresses.activity(roadmap.path, chain[-1].id)
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
