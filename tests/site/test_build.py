"""The whole site, built from the real records."""

import datetime
import filecmp
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from lxml import html

from dorkarta.addresses import CHECKSUMS, MANIFEST
from dorkarta.pages import home
from dorkarta.pages.edition import Edition, Settings
from dorkarta.pages.rendering import Renderer
from dorkarta.records.plan import Plan
from dorkarta.site.building import build
from dorkarta.site.manifest import Manifest
from dorkarta.site.request import Request

UNSTABLE = re.compile(rf"pagefind/(?:filter/|pagefind\.ru_|pagefind-entry\.json)|{CHECKSUMS}")
"""What names Pagefind's filters has their sums; plain MkDocs publishes nothing and so writes no list of checksums."""

ROOT = Path(__file__).resolve().parents[2]
AS_OF = datetime.date(2021, 3, 10)


def pages(site: Path) -> Iterator[tuple[str, html.HtmlElement]]:
    for path in sorted(site.rglob("*.html")):
        if "pagefind" not in path.parts:
            yield path.relative_to(site).as_posix().removesuffix("index.html"), html.parse(str(path)).getroot()


def files(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


def assert_same(one: Path, other: Path) -> None:
    """The two sites hold the same files with the same bytes, Pagefind's filters apart."""
    names = {name for name in files(one) if not UNSTABLE.match(name)}
    assert names == {name for name in files(other) if not UNSTABLE.match(name)}
    _, differing, failed = filecmp.cmpfiles(one, other, names, shallow=False)
    assert not differing
    assert not failed
    assert len(files(one) - {CHECKSUMS}) == len(files(other) - {CHECKSUMS})


def run(*command: str, project: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONUTF8": "1", "NO_COLOR": "1"}
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=project, env=environment, capture_output=True, text=True, check=False
    )


def test_every_internal_link_and_anchor_resolves(built_site: Path) -> None:
    """Each relative address leads to a file of the site, and each anchor to an element of that page."""
    anchors = {url: set(page.xpath("//@id")) | set(page.xpath("//a/@name")) for url, page in pages(built_site)}
    broken = []
    for url, page in pages(built_site):
        if url == "404.html":  # is served under any address, so its links are absolute
            continue
        for address in page.xpath("//@href | //@src | //form/@action"):
            if urlsplit(address).scheme or address.startswith("//"):
                continue
            target, anchor = urldefrag(urljoin(f"/{url}", address))
            path = unquote(urlsplit(target).path).lstrip("/")
            found = built_site / path / "index.html" if path.endswith("/") or not path else built_site / path
            if not found.is_file() or (anchor and path in anchors and unquote(anchor) not in anchors[path]):
                broken.append((url, address))
    assert not broken


def test_no_page_asks_a_foreign_host_for_anything(built_site: Path) -> None:
    """Scripts, styles, fonts, pictures and frames all come from the site itself."""
    foreign = [
        (url, address)
        for url, page in pages(built_site)
        for address in page.xpath("//script/@src | //link[not(@rel='canonical')]/@href | //img/@src | //iframe/@src")
        if urlsplit(address).netloc and url != "404.html"
    ]
    assert not foreign
    styles = "".join(path.read_text("utf-8") for path in built_site.rglob("assets/dorkarta/**/*.css"))
    assert "url(http" not in styles
    assert "@import" not in styles


def test_ids_are_unique_on_every_page(built_site: Path) -> None:
    """No two elements of a page bear the same id, so that every anchor leads to one place."""
    doubled = {}
    for url, page in pages(built_site):
        ids = page.xpath("//body//*[not(ancestor-or-self::svg)]/@id")
        if found := {each for each in ids if ids.count(each) > 1}:
            doubled[url] = found
    assert not doubled


def test_every_page_tells_what_it_is(built_site: Path) -> None:
    """Each page has one heading of the first rank, a title and a description of its own, and its canonical address."""
    titles: dict[str, str] = {}
    for url, page in pages(built_site):
        if url == "404.html":
            continue
        assert len(page.xpath("//h1")) == 1, url
        (title,) = page.xpath("//head/title/text()")
        assert title not in titles, (url, titles.get(title))
        titles[title] = url
        assert page.xpath("//head/meta[@name='description']/@content")[0].strip(), url
        assert page.xpath("//head/link[@rel='canonical']/@href") == [f"https://example.org/shnor/{url}"]
        assert page.xpath("//html/@lang") == ["ru"], url


def test_data_pages_show_their_section_as_active(built_site: Path) -> None:
    """On the page of a roadmap «Дорожные карты» is the active entry of the navigation, and leads to the list."""
    page = html.parse(str(built_site / "roadmaps/tula-oblast/tula/roadmap-2020-2021/index.html"))
    (active,) = page.xpath("//*[contains(@class, 'md-tabs__item--active')]//a")
    assert active.text_content().strip() == "Дорожные карты"
    assert urljoin("/roadmaps/tula-oblast/tula/roadmap-2020-2021/", active.get("href")) == "/roadmaps/"


def test_breadcrumbs_lead_up_to_the_home_page(built_site: Path) -> None:
    """The breadcrumbs of a municipal roadmap name the section, the region and the municipality, each with a link."""
    url = "/roadmaps/tula-oblast/tula/roadmap-2020-2021/"
    page = html.parse(str(built_site / url.strip("/") / "index.html"))
    links = page.xpath("//nav[contains(@class, 'dk-crumbs')]//a/@href")
    assert [urljoin(url, link) for link in links] == [
        "/",
        "/roadmaps/",
        "/territories/tula-oblast/",
        "/territories/tula-oblast/tula/",
    ]


def test_every_activity_has_an_anchor_and_a_way_to_its_line(built_site: Path) -> None:
    """Each row of a roadmap bears its permanent anchor and a link to its line of YAML."""
    twin = json.loads((built_site / "api/v1/krasnodar-krai/roadmap-2020-2021.json").read_text("utf-8"))
    page = html.parse(str(built_site / "roadmaps/krasnodar-krai/roadmap-2020-2021/index.html"))
    lines = (ROOT / "roadmaps/krasnodar-krai/roadmap-2020-2021.yaml").read_text("utf-8").splitlines()
    count = 0
    for section in twin["sections"]:
        for activity in section["activities"]:
            (row,) = page.xpath(f"//*[@id='m-{activity['id']}']")
            (edit,) = row.xpath(".//a[@rel='edit']/@href")
            assert lines[int(edit.rpartition("#L")[2]) - 1].strip() == f'- id: "{activity["id"]}"'
            count += 1
    assert count == 112


def test_the_sitemap_names_every_page(built_site: Path) -> None:
    """The sitemap holds the address of each page but the one of errors."""
    sitemap = html.fromstring((built_site / "sitemap.xml").read_bytes())
    named = {str(address).removeprefix("https://example.org/shnor/") for address in sitemap.xpath("//loc/text()")}
    assert named == {url for url, _ in pages(built_site) if url != "404.html"}


def test_two_builds_give_the_same_bytes(project: Path, built_site: Path, tmp_path: Path) -> None:
    """The same records at the same date make the same site, to the byte.

    Pagefind 1.5.2 orders the values of filters anew in every run, so its filters and what names them are exempt.
    """
    build(project, out=tmp_path / "again", request=Request(as_of=AS_OF))
    assert_same(built_site, tmp_path / "again")


def test_plain_mkdocs_makes_the_same_site(warm_project: Path, built_site: Path) -> None:
    """`mkdocs build` with our plugin gives the files that `dorkarta build` gives."""
    config = warm_project / "mkdocs.yml"
    config.write_text(
        config.read_text("utf-8").replace("  - dorkarta\n", "  - dorkarta:\n      as_of: '2021-03-10'\n"), "utf-8"
    )
    done = run("mkdocs", "build", "--quiet", "--strict", project=warm_project)
    assert done.returncode == 0, done.stderr
    assert_same(built_site, warm_project / "site")


def test_wrong_records_leave_the_published_site_alone(project: Path) -> None:
    """A build that the checks refuse ends with 1, names the place in Russian, and touches nothing that is published."""
    site = project / "site"
    site.mkdir()
    (site / "index.html").write_text("опубликовано", "utf-8")
    (site / MANIFEST).write_bytes(Manifest(pages={"": "key"}, files=(), redirects={}).dump())
    record = project / "roadmaps/tula-oblast/tula/roadmap-2020-2021.yaml"
    record.write_text(
        record.read_text("utf-8").replace("deadline: Октябрь 2020", "deadline: Октяббрь 2020", 1), "utf-8"
    )
    done = run("dorkarta", "build", project=project)
    assert done.returncode == 1
    assert "roadmaps/tula-oblast/tula/roadmap-2020-2021.yaml:" in done.stderr
    assert "E230" in done.stderr
    assert "Traceback" not in done.stderr
    assert (site / "index.html").read_text("utf-8") == "опубликовано"
    assert sorted(path.name for path in project.iterdir() if path.name.startswith(".site")) == []


def test_an_interrupted_publication_is_put_right(project: Path) -> None:
    """A site that was left aside by a killed build is back after the next one, even if that one fails."""
    aside = project / ".site.old"
    aside.mkdir()
    (aside / "index.html").write_text("опубликовано", "utf-8")
    (aside / MANIFEST).write_bytes(Manifest(pages={"": "key"}, files=(), redirects={}).dump())
    shutil.rmtree(project / "roadmaps/registry")
    done = run("dorkarta", "build", project=project)
    assert done.returncode == 1
    assert (project / "site/index.html").read_text("utf-8") == "опубликовано"


def test_the_commands_know_where_the_project_is(project: Path, tmp_path: Path) -> None:
    """`check` works from a folder inside the project, and outside of one says that there is none, with exit code 2."""
    inside = run("dorkarta", "check", project=project / "roadmaps")
    assert (inside.returncode, inside.stderr) == (0, "")
    assert "184 мероприятия" in inside.stdout
    outside = run("dorkarta", "check", project=tmp_path)
    assert outside.returncode == 2
    assert "mkdocs.yml" in outside.stderr


def test_an_unknown_block_in_prose_is_refused(project: Path) -> None:
    """A marker that names no block is an error with its place and a hint."""
    page = project / "content/reports/index.md"
    page.write_text(page.read_text("utf-8") + "\n<!-- block: raodmaps -->\n", "utf-8")
    done = run("dorkarta", "check", project=project)
    assert done.returncode == 1
    assert "content/reports/index.md:" in done.stderr
    assert "«roadmaps»?" in done.stderr


def test_a_month_with_nothing_shows_the_last_active_school_year(official_plan: Plan) -> None:
    """Years after the last deadline the home page shows an archive and says so."""
    settings = Settings(site_name="Сайт", site_url="", edit_url=None)
    edition = Edition(plan=official_plan, as_of=datetime.date(2026, 11, 22), settings=settings)
    text = html.fromstring(Renderer(ROOT / "theme" / "blocks").block(home.make(edition), "")).text_content()
    assert "Архив: 2021/22 учебный год" in text
    assert "На ноябрь 2026 года в опубликованных дорожных картах ничего не назначено" in text


def test_a_month_with_activities_shows_them(built_site: Path) -> None:
    """In March 2021 the home page lists what is on in March 2021."""
    home = html.parse(str(built_site / "index.html")).getroot()
    assert "В этом месяце: март 2021" in home.text_content()
    assert home.xpath("//a[contains(@href, 'roadmaps/krasnodar-krai/roadmap-2020-2021/#m-50')]")
