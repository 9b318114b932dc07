"""What is published stays: whole editions, times of unchanged files, and every address."""

import datetime
import errno
import gzip
import hashlib
import http.server
import os
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from mkdocs.exceptions import Abort

from dorkarta import addresses
from dorkarta.pages.edition import Edition, Settings
from dorkarta.pages.rendering import Renderer
from dorkarta.records.corpus import Corpus
from dorkarta.records.plan import plan_of
from dorkarta.site import building, publishing
from dorkarta.site.assembling import Made
from dorkarta.site.losses import lost, refusal
from dorkarta.site.manifest import Manifest, ManifestError, manifest_in, parse
from dorkarta.site.previous import PreviousError, read_previous
from dorkarta.site.publishing import PublishingError, publication, published_manifest
from dorkarta.site.redirects import RedirectError, redirected
from dorkarta.site.request import Request

CorpusWith = Callable[[Mapping[str, str]], Corpus]

ROOT = Path(__file__).resolve().parents[2]
LONG_AGO = 1_600_000_000
DAY = datetime.date(2023, 10, 1)


def manifest(*pages: str, files: tuple[str, ...] = (), redirects: Mapping[str, str | None] | None = None) -> Manifest:
    return Manifest(pages=dict.fromkeys(pages, "key"), files=files, redirects=redirects or {})


def lay(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in {addresses.MANIFEST: manifest().dump().decode(), **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def publish(site: Path, files: Mapping[str, str], *, compress: bool = False) -> None:
    with publication(site) as new:
        lay(new.fresh, files)
        new.publish(compress=compress)


def age(site: Path) -> None:
    """Let everything that is published be old."""
    for path in site.rglob("*"):
        os.utime(path, (LONG_AGO, LONG_AGO))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Where a site is published."""
    return tmp_path / "site"


@pytest.mark.parametrize("links", [True, False], ids=["links", "no links"])
def test_unchanged_files_keep_their_times(site: Path, monkeypatch: pytest.MonkeyPatch, *, links: bool) -> None:
    """A file with the same bytes keeps its time, so its ETag; a changed and a new one get theirs, a stale one is gone.

    Where the file system has no links, the times are kept all the same.
    """
    publish(site, {"same.html": "same", "changed.html": "one", "stale.html": "stale"})
    age(site)
    if not links:
        monkeypatch.setattr(os, "link", _refuse)
    publish(site, {"same.html": "same", "changed.html": "two", "new/page.html": "new"})
    times = {path.name: path.stat().st_mtime for path in site.rglob("*.html")}
    assert times.pop("same.html") == LONG_AGO
    assert set(times) == {"changed.html", "page.html"}
    assert min(times.values()) > LONG_AGO
    assert (site / "changed.html").read_text() == "two"


def _refuse(*_: object) -> None:
    raise OSError(errno.EPERM, "no links here")


def test_files_are_never_written_in_place(site: Path) -> None:
    """Whoever holds a former file open, or another name of it, never sees it change."""
    publish(site, {"page.html": "one"})
    held = site.parent / "held"
    os.link(site / "page.html", held)
    publish(site, {"page.html": "two"})
    assert (held.read_text(), (site / "page.html").read_text()) == ("one", "two")


def test_a_damaged_file_is_mended(site: Path) -> None:
    """What somebody changed in the published folder is put right by the next build, a folder in a file's place too."""
    publish(site, {"page.html": "right", "other.html": "right"})
    (site / "page.html").write_text("wrong")
    (site / "other.html").unlink()
    (site / "other.html").mkdir()
    publish(site, {"page.html": "right", "other.html": "right"})
    assert [(site / name).read_text() for name in ("page.html", "other.html")] == ["right", "right"]


def test_the_list_of_checksums_is_whole(site: Path) -> None:
    """`SHA256SUMS` names every file but itself, in the form that `sha256sum --check` reads."""
    publish(site, {"a/b.html": "text" * 999, "c.pdf": "x"}, compress=True)
    lines = (site / addresses.CHECKSUMS).read_text().splitlines()
    expected = [path for path in sorted(site.rglob("*")) if path.is_file() and path.name != addresses.CHECKSUMS]
    assert lines == [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(site).as_posix()}" for path in expected
    ]


def test_texts_get_a_compressed_twin(site: Path) -> None:
    """Long texts have a .gz with the time of the text; of an unchanged one it is the former; short ones have none."""
    files = {"long.html": "<p>текст</p>" * 500, "short.html": "x", "paper.pdf": "x" * 5000}
    publish(site, files, compress=True)
    age(site)
    former = (site / "long.html.gz").stat().st_ino
    publish(site, files, compress=True)
    assert {path.name for path in site.glob("*.gz")} == {"long.html.gz"}
    assert gzip.decompress((site / "long.html.gz").read_bytes()).decode() == files["long.html"]
    assert (site / "long.html.gz").stat().st_mtime == (site / "long.html").stat().st_mtime == LONG_AGO
    assert (site / "long.html.gz").stat().st_ino == former
    publish(site, files)
    assert not list(site.glob("*.gz"))


def test_the_folder_keeps_its_permissions(site: Path) -> None:
    """What an administrator allowed to the published folder holds for the next edition; the first is as folders are."""
    publish(site, {})
    ordinary = site.parent / "ordinary"
    ordinary.mkdir()
    assert site.stat().st_mode == ordinary.stat().st_mode
    site.chmod(0o750)
    publish(site, {})
    assert site.stat().st_mode & 0o777 == 0o750


def test_files_have_the_permissions_of_today(site: Path) -> None:
    """A build with a wrong umask is mended by the next one, though no byte has changed; times live on."""
    former = os.umask(0o077)
    try:
        publish(site, {"page.html": "text" * 999}, compress=True)
    finally:
        os.umask(former)
    age(site)
    publish(site, {"page.html": "text" * 999}, compress=True)
    ordinary = site.parent / "ordinary"
    ordinary.touch()
    found = [(site / name).stat() for name in ("page.html", "page.html.gz")]
    assert {each.st_mode for each in found} == {ordinary.stat().st_mode}
    assert {each.st_mtime for each in found} == {LONG_AGO}


def test_a_second_build_waits_for_nobody(site: Path) -> None:
    """While a build is at work another one is refused in Russian; afterwards nothing of either is left beside."""
    publish(site, {"page.html": "one"})
    with publication(site):
        with pytest.raises(PublishingError, match="уже идёт"):
            publish(site, {"page.html": "two"})
        assert (site / "page.html").read_text() == "one"
    assert [path.name for path in site.parent.iterdir()] == ["site"]
    publish(site, {"page.html": "two"})
    assert (site / "page.html").read_text() == "two"


def test_a_foreign_folder_is_left_alone(site: Path) -> None:
    """A folder with other things in it, or a file, is no place for a site: a slip of the hand must not cost a home."""
    site.mkdir()
    (site / "diploma.doc").write_text("the only copy")
    for manifest_of_theirs in (None, '{"name": "An application of ours", "start_url": "/"}'):
        if manifest_of_theirs:
            (site / addresses.MANIFEST).write_text(manifest_of_theirs)
        with pytest.raises(PublishingError, match="не наш сайт"):
            publish(site, {})
        assert (site / "diploma.doc").read_text() == "the only copy"
    with pytest.raises(PublishingError, match="это файл"):
        publish(site / "diploma.doc", {})


@pytest.mark.parametrize(
    ("number", "said"),
    [(errno.EXDEV, "другом диске"), (errno.EACCES, "нет прав"), (errno.EBUSY, "точка монтирования")],
)
def test_what_the_system_refuses_is_told(site: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str) -> None:
    """Another disk, no rights, a mounted folder: the reason in Russian, and the published edition stays."""
    publish(site, {"page.html": "one"})

    def refuse(*_: object) -> bool:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(publishing, "exchanged", refuse)
    with pytest.raises(PublishingError, match=said):
        publish(site, {"page.html": "two"})
    assert (site / "page.html").read_text() == "one"
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_a_failed_second_rename_is_taken_back(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where two renames stand for the exchange and the second fails, the former edition is back at once."""
    publish(site, {"page.html": "one"})
    monkeypatch.setattr(publishing, "exchanged", lambda *_: False)
    monkeypatch.setattr(publishing, "flush", lambda folder: folder.rename(folder.with_name("lost")))
    with pytest.raises(PublishingError):
        publish(site, {"page.html": "two"})
    assert (site / "page.html").read_text() == "one"


# --- addresses ---


def test_a_manifest_is_read_as_it_was_written() -> None:
    """A manifest survives its printing; that of the first editions had pages only; anything else is refused."""
    whole = manifest("", "a/", files=("api/v1/a.json",), redirects={"b/": "a/", "c/": None})
    assert parse(whole.dump()) == whole
    assert parse(b'{"version": 1, "pages": {"a/": "key"}}') == manifest("a/")
    for wrong in (
        b"",
        b"[]",
        b"<html>",
        b'{"pages": {}}',
        b'{"version": 2, "pages": {}}',
        b'{"version": 1, "pages": 1}',
        b'{"version": 1, "pages": ["abc"]}',
    ):
        with pytest.raises(ManifestError):
            parse(wrong)


ADDRESS = st.sampled_from(["a/", "b/", "roadmaps/x/y/", "roadmaps/x/z/", "api/v1/x/y.json", "calendar/feeds/all.ics"])


@given(former=st.frozensets(ADDRESS), now=st.frozensets(ADDRESS), led=st.frozensets(ADDRESS))
def test_no_address_is_lost_silently(former: frozenset[str], now: frozenset[str], led: frozenset[str]) -> None:
    """Every former address is there, or leads on, or is called lost, or belongs to a page that is."""
    new = manifest(*now, redirects=dict.fromkeys(led))
    gone = set(lost(manifest(*former), new))
    assert gone <= former - now - led
    assert former - now - led - gone <= ({"api/v1/x/y.json"} if "roadmaps/x/y/" in gone else set())


def test_a_refusal_is_ready_to_be_copied() -> None:
    """What is new and alike is proposed, else a reason is asked; a long list is cut; a page stands for its files."""
    former = manifest("", "roadmaps/t/roadmap-2020/", "about/", files=("api/v1/t/roadmap-2020.json",))
    new = manifest("", "roadmaps/t/roadmap-2020-2021/", files=("api/v1/t/roadmap-2020-2021.json",))
    gone = lost(former, new)
    assert gone == ("about/", "roadmaps/t/roadmap-2020/")
    said = refusal(gone, former, new)
    assert "теряет 2 опубликованных адреса" in said
    assert "  - {old: roadmaps/t/roadmap-2020/, new: roadmaps/t/roadmap-2020-2021/}" in said
    assert "  - {old: about/, gone: почему страница снята}" in said
    many = manifest(*(f"p{number}/" for number in range(50)))
    assert "… и ещё 20" in refusal(lost(many, manifest()), many, manifest())


@pytest.fixture
def grown(monkeypatch: pytest.MonkeyPatch) -> Callable[[Manifest], None]:
    """Lets a build make nothing but a manifest."""

    def grow(new: Manifest) -> None:
        def make(growing: building.Growing) -> Made:
            (growing.shelf.fresh / addresses.MANIFEST).write_bytes(new.dump())
            return Made(rendered=frozenset(), taken=frozenset(), pages={}, files={})

        monkeypatch.setattr(building.Growing, "grow", make)

    return grow


def test_a_build_that_loses_a_page_publishes_nothing(site: Path, grown: Callable[[Manifest], None]) -> None:
    """With a former manifest the loss is refused, and what is published stays; a redirect makes it right."""
    grown(manifest("a/", "b/"))
    building.build(site.parent, out=site, request=Request(as_of=DAY))
    former = manifest_in(site)
    grown(manifest("a/"))
    with pytest.raises(Abort, match="b/"):
        building.build(site.parent, out=site, request=Request(as_of=DAY), former=former)
    assert manifest_in(site) == former
    grown(manifest("a/", redirects={"b/": "a/"}))
    building.build(site.parent, out=site, request=Request(as_of=DAY), former=former)
    assert manifest_in(site) == manifest("a/", redirects={"b/": "a/"})


def test_a_build_that_fails_publishes_nothing(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever goes wrong on the way, the published edition stays and nothing is left beside it."""
    publish(site, {"page.html": "one"})

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(building.Growing, "grow", fail)
    with pytest.raises(RuntimeError):
        building.build(site.parent, out=site, request=Request(as_of=DAY))
    assert (site / "page.html").read_text() == "one"
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_an_edition_that_stands_aside_is_still_the_former_one(site: Path) -> None:
    """After a kill between two renames the guard of addresses knows what was published."""
    publish(site, {})
    assert published_manifest(site) == manifest()
    site.rename(site.with_name(".site.old"))
    assert published_manifest(site) == manifest()
    assert published_manifest(site.with_name("other")) is None


def test_a_cache_that_may_not_be_written_is_told(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the system refuses while the site grows is told with the file's name, without a trace."""

    def fail(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", ".cache/documents")

    monkeypatch.setattr(building.Growing, "grow", fail)
    with pytest.raises(Abort, match=r"Сайт не собран: \.cache/documents"):
        building.build(site.parent, out=site, request=Request(as_of=DAY))


class Published(http.server.BaseHTTPRequestHandler):
    """A server with one manifest."""

    def do_GET(self) -> None:
        """Answer what is asked for."""
        known = {"/manifest.json": (200, manifest("a/").dump()), "/page": (200, b"<html>")}
        status, body = known.get(self.path, (404, b""))
        self.send_response(status)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def served() -> Iterator[str]:
    """The address of that server."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Published) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def test_the_previous_manifest_is_fetched_or_read(served: str, tmp_path: Path) -> None:
    """It comes from the web, from a file, from the folder of a site."""
    (tmp_path / "manifest.json").write_bytes(manifest("a/").dump())
    for where in (f"{served}/manifest.json", str(tmp_path / "manifest.json"), str(tmp_path)):
        assert read_previous(where) == manifest("a/")


def test_a_previous_manifest_that_cannot_be_had_stops_the_build(served: str, tmp_path: Path) -> None:
    """A missing one, a page in its place, a silent server: the reason in Russian, and what to do the first time."""
    with pytest.raises(PreviousError, match=r"Not Found.*впервые"):
        read_previous(f"{served}/nothing.json")
    with pytest.raises(PreviousError, match="не manifest"):
        read_previous(f"{served}/page")
    with pytest.raises(PreviousError, match="впервые"):
        read_previous("http://127.0.0.1:9/manifest.json")
    with pytest.raises(PreviousError, match="впервые"):
        read_previous(str(tmp_path / "nothing.json"))


# --- former addresses ---

REDIRECTS = """redirects:
  - {old: roadmaps/zarechnaya-oblast/roadmap-2022/, new: roadmaps/zarechnaya-oblast/roadmap-2023-2024/}
  - {old: roadmaps/zarechnaya-oblast/draft/, gone: "Проект <b>не утверждён</b>."}
  - {old: calendar/feeds/form/meeting.ics, new: calendar/feeds/all.ics}
"""
TARGETS = {
    "roadmaps/zarechnaya-oblast/roadmap-2023-2024/index.html": "page",
    "downloads/roadmaps/zarechnaya-oblast/roadmap-2023-2024.pdf": "pdf",
    "downloads/roadmaps/zarechnaya-oblast/roadmap-2023-2024/section-1.pdf": "part",
    "downloads/roadmaps/zarechnaya-oblast/roadmap-2023-2024-other.pdf": "not ours",
    "api/v1/zarechnaya-oblast/roadmap-2023-2024.json": "json",
    "calendar/feeds/roadmap/zarechnaya-oblast/roadmap-2023-2024.ics": "ics",
    "calendar/feeds/all.ics": "all",
}


def led(corpus: Corpus, site: Path) -> dict[str, str]:
    settings = Settings(site_name="Сайт", site_url="https://example.org/shnor/", edit_url=None)
    edition = Edition(plan=plan_of(corpus), as_of=DAY, settings=settings)
    return {url: data.decode() for url, data in redirected(edition, Renderer(ROOT / "theme" / "blocks"), site)}


def test_former_addresses_lead_on(corpus_with: CorpusWith, site: Path) -> None:
    """A moved page leads to the new one and takes its files along; a page that is gone says why; a feed is copied."""
    lay(site, TARGETS)
    files = led(corpus_with({"registry/redirects.yaml": REDIRECTS}), site)
    moved = files.pop("roadmaps/zarechnaya-oblast/roadmap-2022/index.html")
    gone = files.pop("roadmaps/zarechnaya-oblast/draft/index.html")
    assert files == {
        "downloads/roadmaps/zarechnaya-oblast/roadmap-2022.pdf": "pdf",
        "downloads/roadmaps/zarechnaya-oblast/roadmap-2022/section-1.pdf": "part",
        "api/v1/zarechnaya-oblast/roadmap-2022.json": "json",
        "calendar/feeds/roadmap/zarechnaya-oblast/roadmap-2022.ics": "ics",
        "calendar/feeds/form/meeting.ics": "all",
    }
    assert moved.startswith("<!doctype html>")
    target = "../../../roadmaps/zarechnaya-oblast/roadmap-2023-2024/"
    page = html.fromstring(moved)
    assert page.xpath("//noscript/meta/@content") == [f"0; url={target}"]
    assert page.xpath("//script/@data-target | //main/p[1]/a/@href") == [target, target]
    canonical = f"https://example.org/shnor/{target.removeprefix('../../../')}"
    assert page.xpath("//link[@rel='canonical']/@href") == [canonical]
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert "Проект &lt;b&gt;не утверждён&lt;/b&gt;." in gone
    assert not html.fromstring(gone).xpath("//script")


@pytest.mark.parametrize(
    ("there", "said"),
    [
        ({"calendar/feeds/all.ics": "all"}, "roadmap-2023-2024/», а такого адреса на сайте нет"),
        ({**TARGETS, "calendar/feeds/form/meeting.ics": "ics"}, "meeting.ics» есть на сайте"),
    ],
)
def test_an_impossible_redirect_stops_the_build(
    corpus_with: CorpusWith, site: Path, there: Mapping[str, str], said: str
) -> None:
    """A target that is not on the site, or a former address that is: the build says which."""
    lay(site, there)
    with pytest.raises(RedirectError, match=said):
        led(corpus_with({"registry/redirects.yaml": REDIRECTS}), site)


@pytest.mark.parametrize("order", [1, -1])
def test_a_redirect_takes_one_step(corpus_with: CorpusWith, site: Path, order: int) -> None:
    """What leads to an address that has moved on itself is refused, in whatever order the two are written."""
    lay(site, TARGETS)
    first = "  - {old: about/us/, new: about/}\n"
    second = "  - {old: about/, new: roadmaps/zarechnaya-oblast/roadmap-2023-2024/}\n"
    text = "redirects:\n" + "".join([first, second][::order])
    with pytest.raises(RedirectError, match="«about/us/» ведёт на «about/», а это тоже прежний адрес"):
        led(corpus_with({"registry/redirects.yaml": text}), site)


def test_files_of_a_page_have_stems() -> None:
    """Where the files of pages lie: downloads, feed and twin; a page without a name has none."""
    assert addresses.companions("roadmaps/a/b/") == (
        "downloads/roadmaps/a/b",
        "calendar/feeds/roadmap/a/b",
        "api/v1/a/b",
    )
    assert addresses.companions("bodies/country/x/") == ("downloads/bodies/country/x", "calendar/feeds/body/country/x")
    assert addresses.companions("") == addresses.companions("about/") == ()
