"""Where the reader of a change is led: from a file of records to its page, from an item to its place there."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from dorkarta import addresses
from dorkarta.history.reading import kind_title
from dorkarta.model.report import Report
from dorkarta.model.roadmap import Roadmap
from dorkarta.pages.views import Link
from dorkarta.records import naming
from dorkarta.records.corpus import Corpus
from dorkarta.records.folders import PRACTICES, RECORDS
from dorkarta.records.kinds import REGISTRY
from dorkarta.records.lineage import COUNTRY, lineage
from dorkarta.records.record import Record
from dorkarta.records.walk import activities, sections

Hrefs = Mapping[tuple[str, str], str]
"""By the list and the id of an item: `("activities", "4.10")`."""


def page_of(corpus: Corpus, file: str, title: str) -> Link:
    """The name and the page of a file's record; of one that is gone the title that it had, without a page."""
    path = _path(file)
    if file.startswith(f"{PRACTICES}/"):
        practice = corpus.practices.get(path)
        name = f"{kind_title(file)}: {practice.content.title if practice else title}"
        return Link(title=name, href=addresses.practice(path) if practice else None)
    if (roadmap := corpus.roadmaps.get(path)) is not None:
        return Link(title=naming.roadmap_name(corpus, roadmap), href=addresses.roadmap(path))
    if (report := corpus.reports.get(path)) is not None:
        return Link(title=naming.report_name(corpus, report), href=addresses.report(path))
    return _of_folder(corpus, path, kind_title(file) or title)


def _of_folder(corpus: Corpus, path: str, title: str) -> Link:
    """Lists and descriptions have no pages of their own: they are called by the territory that they hold for."""
    folder, _, name = path.rpartition("/")
    territory = COUNTRY if folder == REGISTRY else folder
    if not all(each == COUNTRY or each in corpus.territories for each in lineage(territory)):
        return Link(title=f"{title}: {folder}")
    page = None if territory == COUNTRY else addresses.territory(territory)
    pages = {
        "documents": addresses.documents(naming.region_of(territory)),
        "abbreviations": addresses.GLOSSARY,
        "levels": addresses.LEVELS,
        "risk-factors": addresses.RISKS,
        "templates": addresses.TEMPLATES,
        "bodies": page or addresses.BODIES,
    }
    return Link(title=f"{title}: {naming.place_name(corpus, territory)}", href=pages.get(name, page))


def items_of(corpus: Corpus, file: str) -> Hrefs:
    """The places of the items that stand in a file now."""
    path = _path(file)
    if (roadmap := corpus.roadmaps.get(path)) is not None:
        return dict(_of_roadmap(roadmap))
    if (report := corpus.reports.get(path)) is not None:
        return dict(_of_report(report))
    return {}


def _of_roadmap(record: Record[Roadmap]) -> Iterator[tuple[tuple[str, str], str]]:
    page = addresses.roadmap(record.path)
    for _, within in sections(record.content):
        yield ("sections", within[-1].id), f"{page}#{addresses.section_anchor(within[-1].id)}"
    for _, _, chain in activities(record.content):
        yield ("activities", chain[-1].id), addresses.activity(record.path, chain[-1].id)


def _of_report(record: Record[Report]) -> Iterator[tuple[tuple[str, str], str]]:
    for entry in record.content.entries:
        yield ("entries", entry.id), addresses.entry(record.path, entry.id)


def _path(file: str) -> str:
    """`krasnodar-krai/roadmap-2020-2021` of its file; of a practice its name."""
    if file.startswith(f"{PRACTICES}/"):
        return PurePosixPath(file).stem
    return file.removeprefix(f"{RECORDS}/").removesuffix(".yaml")
