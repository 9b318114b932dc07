"""Addresses, anchors and file names: permanent, so written down here one by one."""

from posixpath import join, normpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorkarta import addresses
from dorkarta.records.corpus import Corpus
from dorkarta.records.walk import activities, sections

SLUGS = st.from_regex(r"[a-z0-9]{1,5}(?:-[a-z0-9]{1,3})?", fullmatch=True)
TERRITORIES = st.builds("/".join, st.lists(SLUGS, min_size=1, max_size=2))


@pytest.mark.parametrize(
    ("made", "address"),
    [
        (addresses.level("region"), "levels/region/"),
        (addresses.level("school", "tula-oblast"), "levels/school/tula-oblast/"),
        (addresses.territory("krasnodar-krai/krasnodar"), "territories/krasnodar-krai/krasnodar/"),
        (addresses.roadmap("tula-oblast/tula/roadmap-2020-2021"), "roadmaps/tula-oblast/tula/roadmap-2020-2021/"),
        (addresses.report("a/b/report-2021"), "reports/a/b/report-2021/"),
        (addresses.activity("a/roadmap-1", "4.10"), "roadmaps/a/roadmap-1/#m-4.10"),
        (addresses.section_anchor("1.1"), "s-1.1"),
        (addresses.entry("a/report-1", "3"), "reports/a/report-1/#e-3"),
        (addresses.body("krasnodar-krai", "iro-kk"), "bodies/krasnodar-krai/iro-kk/"),
        (addresses.body("", "mouo"), "bodies/country/mouo/"),
        (addresses.documents("a"), "documents/a/"),
        (addresses.documents(""), "documents/country/"),
        (addresses.document("a", "order-1"), "documents/a/#d-order-1"),
        (addresses.document("a/b", "order-1"), "documents/a/#d-b--order-1"),
        (addresses.document("", "order-1"), "documents/country/#d-order-1"),
        (addresses.record_api("a/roadmap-1"), "api/v1/a/roadmap-1.json"),
        (addresses.list_api("roadmaps"), "api/v1/roadmaps.json"),
        (addresses.schema_api("roadmap"), "api/v1/schema/roadmap.json"),
    ],
)
def test_address(made: str, address: str) -> None:
    """An address that was published once stays."""
    assert made == address


@pytest.mark.parametrize(
    ("address", "file", "root"),
    [
        ("", "index.html", "./"),
        ("glossary/", "glossary/index.html", "../"),
        ("roadmaps/a/b/", "roadmaps/a/b/index.html", "../../../"),
        ("api/v1/roadmaps.json", "api/v1/roadmaps.json", "../../"),
        ("404.html", "404.html", "./"),
    ],
)
def test_file_and_way_back(address: str, file: str, root: str) -> None:
    """A page is a file of its folder and knows the way to the site's root."""
    assert addresses.file_of(address) == file
    assert addresses.root_of(address) == root


@given(TERRITORIES, SLUGS)
def test_way_back_leads_home(territory: str, slug: str) -> None:
    """From any page its root is the site's, under whatever path the site stands."""
    for address in (
        addresses.roadmap(f"{territory}/{slug}"),
        addresses.body(territory, slug),
        addresses.territory(territory),
    ):
        folder = addresses.file_of(address).rpartition("/")[0]
        assert normpath(join("/shnor", folder, addresses.root_of(address))) == "/shnor"


@given(st.lists(st.tuples(TERRITORIES, SLUGS), unique=True, max_size=6))
def test_pages_do_not_collide(records: list[tuple[str, str]]) -> None:
    """Different records have different pages, and pages of different kinds never meet."""
    made = [
        address
        for territory, slug in records
        for address in (
            addresses.roadmap(f"{territory}/{slug}"),
            addresses.report(f"{territory}/{slug}"),
            addresses.body(territory, slug),
            addresses.record_api(f"{territory}/{slug}"),
        )
    ]
    assert len(made) == len(set(made))


@given(st.lists(st.tuples(st.sampled_from(["", "/a", "/a-b", "/b"]), SLUGS), unique=True, max_size=8))
def test_documents_do_not_collide(documents: list[tuple[str, str]]) -> None:
    """Documents of a region and of its municipalities share a page, but no anchor."""
    made = [addresses.document(f"region{inside}", identity) for inside, identity in documents]
    assert len(made) == len(set(made))


def test_anchors_of_the_records_do_not_collide(official: Corpus) -> None:
    """On the page of a roadmap no anchor stands for two things, nor does one on the page of a region's documents."""
    for record in official.roadmaps.values():
        anchors = [addresses.section_anchor(chain[-1].id) for _, chain in sections(record.content)]
        anchors += [addresses.activity_anchor(chain[-1].id) for _, _, chain in activities(record.content)]
        assert len(anchors) == len(set(anchors))
    documents = [addresses.document(record.territory, record.content.id) for record in official.documents]
    assert len(documents) == len(set(documents))
