"""The block of templates: blank forms, and drafts after the roadmaps of regions."""

from collections.abc import Iterator

from dorkarta import addresses
from dorkarta.drafts.demand import demand_title, demands
from dorkarta.model.roadmap import Roadmap
from dorkarta.pages.downloads import downloads
from dorkarta.pages.edition import Edition
from dorkarta.pages.page import Block, TocEntry
from dorkarta.pages.plain import plain
from dorkarta.pages.views import DownloadsView, Link
from dorkarta.records import naming
from dorkarta.records.corpus import Corpus
from dorkarta.records.record import Record


@plain
class TemplateView:
    """A template with its files."""

    id: str
    title: str
    about: str | None
    basis: str | None
    source: Link | None
    """The roadmap that it is made after."""
    downloads: DownloadsView


@plain
class GroupView:
    """Templates of one kind."""

    id: str
    title: str
    lead: str
    templates: tuple[TemplateView, ...]


@plain
class TemplatesView:
    """The whole block."""

    groups: tuple[GroupView, ...]


def make(edition: Edition) -> Block:
    """Every template of the edition."""
    groups = (
        GroupView(
            id="drafts",
            title="Проекты по региональным картам",
            lead="Всё, что карта региона поручает муниципалитетам и школам, уже стоит строками: с названием, формой, "
            "сроком и ответственным. Остаётся проверить, вписать своё и утвердить.",
            templates=tuple(_drafts(edition)),
        ),
        GroupView(
            id="blanks",
            title="Пустые бланки",
            lead="Разделы и графы взяты из опубликованных документов, у каждого бланка сказано, из каких.",
            templates=tuple(_blanks(edition)),
        ),
    )
    shown = tuple(group for group in groups if group.templates)
    toc = tuple(TocEntry(title=group.title, anchor=group.id) for group in shown)
    return Block(template="templates.html", view=TemplatesView(groups=shown), toc=toc)


def _drafts(edition: Edition) -> Iterator[TemplateView]:
    corpus = edition.corpus
    for record, level in demands(edition.plan):
        title, name = demand_title(corpus, record, level), f"{record.path}-{level}"
        found = downloads(edition, addresses.template(name), title)
        if found is not None:
            yield TemplateView(
                id=name.replace("/", "-"),
                title=title,
                about=None,
                basis=None,
                source=_link(corpus, record),
                downloads=found,
            )


def _blanks(edition: Edition) -> Iterator[TemplateView]:
    corpus = edition.corpus
    for template in corpus.templates:
        record = corpus.roadmaps.get(template.roadmap or "")
        found = downloads(edition, addresses.template(template.id), template.title)
        if found is not None:
            yield TemplateView(
                id=template.id,
                title=template.title,
                about=template.about,
                basis=template.basis,
                source=_link(corpus, record) if record else None,
                downloads=found,
            )


def _link(corpus: Corpus, record: Record[Roadmap]) -> Link:
    return Link(title=naming.roadmap_name(corpus, record), href=addresses.roadmap(record.path))
