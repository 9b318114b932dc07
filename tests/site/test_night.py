"""A night: what nothing changed is not rendered again, and the site is the very one that a clean build makes."""

import datetime
import filecmp
import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config

from dorkarta import addresses
from dorkarta.pages.edition import Edition, Settings
from dorkarta.pages.making import BLOCKS, make_pages
from dorkarta.pages.page import Page
from dorkarta.pages.rendering import Renderer
from dorkarta.progress.state import State
from dorkarta.records.corpus import Corpus
from dorkarta.records.loading import load
from dorkarta.records.plan import Plan, plan_of
from dorkarta.site.building import build
from dorkarta.site.checksums import checksum
from dorkarta.site.former import NOTHING, Former, former_in
from dorkarta.site.manifest import Manifest
from dorkarta.site.request import Request
from dorkarta.site.settings import settings_of

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests" / "cases" / "project"
TEMPLATES = ROOT / "theme" / "blocks"
EVENING, MORNING, NEXT = (datetime.date(2024, 3, day) for day in (14, 15, 16))
"""On the morning of the 15th «до 29 марта» is soon; the day after brings nothing."""
ROADMAP = addresses.roadmap("zarechnaya-oblast/roadmap-2023-2024")
SETTINGS = Settings(site_name="Сайт", site_url="https://example.org/", edit_url=None)
QUIET = (datetime.date(2021, 3, 10), datetime.date(2021, 3, 11))
"""Two days on which the real records stand alike."""
KNOWS_THE_DAY = {
    addresses.EDITION_SCRIPT,
    addresses.file_of(addresses.PROGRESS),
    addresses.list_api("progress"),
    addresses.MANIFEST,  # has the key of that page
    addresses.CHECKSUMS,
}


@dataclass(frozen=True, kw_only=True)
class Night:
    """A small project built on three days, one edition after the other, and the second one anew as well."""

    folder: Path

    @property
    def project(self) -> Path:
        """What was built."""
        return self.folder / "project"

    @property
    def clean(self) -> Path:
        """The second edition without a first one."""
        return self.folder / "clean"

    def site(self, day: datetime.date) -> Path:
        """The edition of a day."""
        return self.folder / day.isoformat()

    def made(self, day: datetime.date) -> Mapping[str, set[str]]:
        """Which pages were rendered that day, and which taken."""
        found = json.loads((self.folder / f"{day}.json").read_text("utf-8"))
        return {what: set(urls) for what, urls in found.items()}


@pytest.fixture(scope="module")
def night(
    made_once: Callable[[str, Callable[[Path], None]], Path], copy_without_records: Callable[[Path], Path]
) -> Night:
    """Four builds."""

    def make(folder: Path) -> None:
        project = copy_without_records(folder / "project")
        shutil.copytree(SMALL / "roadmaps", project / "roadmaps")
        _build_nights(project, folder)

    return Night(folder=made_once("night", make))


def _build_nights(project: Path, folder: Path) -> None:
    for day in (EVENING, MORNING, NEXT):
        made = build(project, out=folder / "site", request=Request(as_of=day))
        (folder / f"{day}.json").write_text(json.dumps({"rendered": [*made.rendered], "taken": [*made.taken]}))
        shutil.copytree(folder / "site", folder / day.isoformat())
    build(project, out=folder / "clean", request=Request(as_of=MORNING))


def views(night: Night, day: datetime.date) -> Mapping[str, Page]:
    """The view models of a day, made without any build."""
    site = night.site(day)
    sizes = {
        path.relative_to(site).as_posix(): path.stat().st_size
        for part in (addresses.API, addresses.DOWNLOADS)
        for path in (site / part).rglob("*")
        if path.is_file()
    }
    settings = settings_of(load_config(str(night.project / "mkdocs.yml")))
    edition = Edition(plan=plan_of(load(night.project)), as_of=day, settings=settings, downloads=sizes)
    return {page.url: page for page in make_pages(edition)}


def files(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


def differing(one: Path, other: Path) -> set[str]:
    """The files that two sites do not have in common, those of the search apart."""
    _, unlike, failed = filecmp.cmpfiles(one, other, files(one) & files(other), shallow=False)
    found = {*unlike, *failed, *(files(one) ^ files(other))}
    return {name for name in found if not name.startswith(addresses.SEARCH_BUNDLE)}


def test_the_first_edition_is_rendered_whole(night: Night) -> None:
    """Without a former edition every page is made."""
    assert night.made(EVENING) == {"rendered": set(views(night, EVENING)), "taken": set()}


def test_a_night_renders_what_changed_and_nothing_else(night: Night) -> None:
    """When a deadline comes near, the pages are rendered whose view model is another; all others are taken."""
    before, after = views(night, EVENING), views(night, MORNING)
    changed = {url for url, page in after.items() if before.get(url) != page}
    assert ROADMAP in changed
    assert len(changed) < len(after) / 4
    assert night.made(MORNING) == {"rendered": changed, "taken": set(after) - changed}


def test_a_night_makes_the_site_that_a_clean_build_makes(night: Night) -> None:
    """Byte for byte, but for the sums of Pagefind's filters, which are others in every run."""
    assert differing(night.site(MORNING), night.clean) <= {addresses.CHECKSUMS}
    assert "скоро срок" in (night.clean / addresses.file_of(ROADMAP)).read_text("utf-8")


def test_a_night_without_changes_renders_nothing(night: Night) -> None:
    """Where no state changes no page of the records is rendered, and only what tells the day is another file."""
    assert night.made(NEXT) == {"rendered": set(), "taken": set(views(night, NEXT))}
    assert differing(night.site(MORNING), night.site(NEXT)) == KNOWS_THE_DAY


def test_a_page_that_was_taken_keeps_its_time(night: Night) -> None:
    """So its ETag lives on."""
    first, last = (night.site(day) for day in (EVENING, NEXT))
    for url in night.made(MORNING)["taken"]:
        page = addresses.file_of(url)
        assert (first / page).stat().st_mtime_ns == (last / page).stat().st_mtime_ns


def test_the_day_stands_in_a_script_of_its_own(night: Night) -> None:
    """The script has the day in words, and every page that has a place for it loads the script."""
    site = night.site(MORNING)
    assert "на 15 марта 2024\u00a0г." in (site / addresses.EDITION_SCRIPT).read_text("utf-8")
    places = [path for path in site.rglob("*.html") if "data-edition-day" in path.read_text("utf-8")]
    assert places
    assert all(f'{addresses.EDITION_SCRIPT}"' in path.read_text("utf-8") for path in places)


# --- what a page is made from ---


@pytest.fixture(scope="module")
def edition(small: Corpus) -> Edition:
    """A small edition."""
    return Edition(plan=plan_of(small), as_of=EVENING, settings=SETTINGS)


@pytest.fixture(scope="module")
def page(edition: Edition) -> Page:
    """The page of a roadmap."""
    return next(page for page in make_pages(edition) if page.url == ROADMAP)


def test_the_key_is_the_same_for_the_same(edition: Edition, page: Page) -> None:
    """Another run, another object, the same page."""
    keys = {Renderer(TEMPLATES).key(page, edition, frame_key="frame") for _ in range(2)}
    keys.add(Renderer(TEMPLATES).key(replace(page, title=page.title), edition, frame_key="frame"))
    assert len(keys) == 1


def _other_site(edition: Edition, **settings: str) -> Edition:
    return replace(edition, settings=replace(edition.settings, **settings))


@pytest.mark.parametrize(
    "change",
    [
        lambda edition, page: (edition, replace(page, title="Другое"), "frame"),
        lambda edition, page: (edition, replace(page, description="Другое"), "frame"),
        lambda edition, page: (edition, replace(page, toc=()), "frame"),
        lambda edition, page: (edition, replace(page, url="roadmaps/other/"), "frame"),
        lambda edition, page: (edition, replace(page, abbreviations={"ШНОР": "школы"}), "frame"),
        lambda edition, page: (edition, replace(page, view=(page.view, "ещё")), "frame"),
        lambda edition, page: (edition, page, "other frame"),
        lambda edition, page: (_other_site(edition, site_name="Другой"), page, "frame"),
        lambda edition, page: (_other_site(edition, site_url="https://example.com/"), page, "frame"),
    ],
    ids=["title", "description", "toc", "address", "abbreviations", "view", "frame", "name of site", "address of site"],
)
def test_whatever_a_page_is_made_from_is_in_its_key(
    edition: Edition, page: Page, change: Callable[[Edition, Page], tuple[Edition, Page, str]]
) -> None:
    """Every part of a page and of the site that stands on it changes the key."""
    renderer = Renderer(TEMPLATES)
    other_edition, other_page, frame = change(edition, page)
    assert renderer.key(other_page, other_edition, frame_key=frame) != renderer.key(page, edition, frame_key="frame")


def test_templates_and_code_are_in_every_key(
    edition: Edition, page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another template, also one that this page does not use, other code of ours, another library: all is rendered."""
    known = Renderer(TEMPLATES).key(page, edition, frame_key="frame")
    shutil.copytree(TEMPLATES, tmp_path / "blocks")
    assert Renderer(tmp_path / "blocks").key(page, edition, frame_key="frame") == known
    with (tmp_path / "blocks/_toc.html").open("a") as template:
        template.write("\n")
    assert Renderer(tmp_path / "blocks").key(page, edition, frame_key="frame") != known
    for name in ("of_our_code", "of_libraries"):
        with monkeypatch.context() as patch:
            patch.setattr(f"dorkarta.fingerprint.{name}", lambda *_: "other")
            assert Renderer(TEMPLATES).key(page, edition, frame_key="frame") != known


# --- the former edition ---


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """An edition of two pages."""
    site = tmp_path / "site"
    manifest = Manifest(pages={"": "home key", "a/": "a key"}, files=(), redirects={})
    written = {"index.html": b"home", "a/index.html": b"a", addresses.MANIFEST: manifest.dump()}
    for name, data in written.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(data)
    sums = "".join(f"{checksum(data)}  {name}\n" for name, data in written.items())
    (site / addresses.CHECKSUMS).write_text(sums)
    return site


def test_a_page_is_taken_by_its_key(published: Path) -> None:
    """The same key gives the page; another key, or an address that was not there, gives nothing."""
    former = former_in(published)
    assert (former.page("", "home key"), former.page("a/", "a key")) == (b"home", b"a")
    assert former.page("a/", "home key") is None
    assert former.page("b/", "a key") is None


def _without(name: str) -> Callable[[Path], None]:
    return lambda site: (site / name).unlink()


def _with(name: str, data: bytes) -> Callable[[Path], object]:
    return lambda site: (site / name).write_bytes(data)


def _folder_for_page(site: Path) -> None:
    (site / "a/index.html").unlink()
    (site / "a/index.html").mkdir()


def _forged_manifest(site: Path) -> None:
    forged = Manifest(pages={"a/": "a key", "": "home key", "b/": "b key"}, files=(), redirects={})
    (site / addresses.MANIFEST).write_bytes(forged.dump())


@pytest.mark.parametrize(
    "damage",
    [
        _with("a/index.html", b"changed"),
        _with("a/index.html", b""),
        _without("a/index.html"),
        _folder_for_page,
        _without(addresses.MANIFEST),
        _with(addresses.MANIFEST, b"{}"),
        _forged_manifest,
        _without(addresses.CHECKSUMS),
        _with(addresses.CHECKSUMS, b""),
        _with(addresses.CHECKSUMS, b"\xff\xfe"),
        _with(addresses.CHECKSUMS, b"nonsense"),
        shutil.rmtree,
    ],
)
def test_a_damaged_edition_lends_no_page(published: Path, damage: Callable[[Path], object]) -> None:
    """A page that somebody changed or took away, or lists that are not as they were, are never published again."""
    damage(published)
    assert former_in(published).page("a/", "a key") is None


def test_nothing_published_lends_nothing(tmp_path: Path) -> None:
    """Where there was no edition yet, there is no page to take."""
    assert former_in(tmp_path / "site") == NOTHING
    assert NOTHING.page("", "key") is None
    assert Former(folder=tmp_path, keys={"": "key"}, sums={}).page("", "key") is None


def test_a_damaged_page_is_rendered_by_the_next_build(night: Night, tmp_path: Path) -> None:
    """What somebody wrote into a published page is gone after a night in which nothing changed."""
    site = tmp_path / "site"
    shutil.copytree(night.site(NEXT), site)
    target = site / addresses.file_of(ROADMAP)
    right = target.read_bytes()
    target.write_bytes(right.replace("скоро срок".encode(), "выполнено".encode()))
    made = build(night.project, out=site, request=Request(as_of=NEXT))
    assert made.rendered == {ROADMAP}
    assert target.read_bytes() == right


# --- no page knows the day ---


def test_days_without_a_change_make_the_same_pages(official_plan: Plan) -> None:
    """Two days on which all activities stand alike give equal view models, of blocks too but that of the day."""
    one, other = (Edition(plan=official_plan, as_of=day, settings=SETTINGS) for day in QUIET)
    assert _states(one) == _states(other)
    assert [page.url for page, again in _pairs(one, other) if page != again] == []
    assert [name for name, make in BLOCKS.items() if make(one) != make(other)] == ["progress"]


def _states(edition: Edition) -> list[State]:
    return [unit.state for units in edition.execution.by_activity.values() for unit in units]


def _pairs(one: Edition, other: Edition) -> Iterator[tuple[Any, Any]]:
    return zip(make_pages(one), make_pages(other), strict=True)
