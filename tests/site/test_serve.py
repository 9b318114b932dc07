"""The preview: after every change its pages are those of a clean build, and what is wrong is told in them."""

import datetime
import http.client
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dorkarta.addresses import ASSETS, CHECKSUMS, EDITION_SCRIPT, MANIFEST
from dorkarta.site.building import build
from dorkarta.site.preview.preview import Preview
from dorkarta.site.preview.server import Server
from dorkarta.site.request import Part, Request

AS_OF = datetime.date(2024, 4, 10)
HURRIED = Request(as_of=AS_OF, without=frozenset(Part))
ROADMAP = "roadmaps/zarechnaya-oblast/roadmap-2023-2024"
PAGE = f"{ROADMAP}/"

Change = Callable[[Path], None]


def edited(name: str, old: str, new: str) -> Change:
    def change(project: Path) -> None:
        path = project / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    return change


def renamed(old: str, new: str) -> Change:
    def change(project: Path) -> None:
        (project / old).rename(project / new)

    return change


def removed(name: str) -> Change:
    return lambda project: (project / name).unlink()


def copied(old: str, new: str) -> Change:
    def change(project: Path) -> None:
        shutil.copy(project / old, project / new)

    return change


CITY = "roadmaps/zarechnaya-oblast/verkhnerechensk"
CHANGES = {
    "a line of a roadmap": edited(f"{ROADMAP}.yaml", "Мониторинг образовательных", "Отслеживание образовательных"),
    "a deadline": edited(f"{ROADMAP}.yaml", "deadline: октябрь 2023, март 2024", "deadline: ноябрь 2023, март 2024"),
    "a body": edited("roadmaps/zarechnaya-oblast/bodies.yaml", "Министерство образования", "Департамент образования"),
    "a form": edited("roadmaps/registry/forms.yaml", "title: мониторинг", "title: наблюдение, aliases: [мониторинг]"),
    "a report": edited(f"{CITY}/report-2023-2024.yaml", "date: 20 сентября 2023 года", "date: 25 сентября 2023 года"),
    "a new roadmap": copied(f"{ROADMAP}.yaml", "roadmaps/zarechnaya-oblast/roadmap-2024.yaml"),
    "a roadmap renamed": renamed(
        "roadmaps/zarechnaya-oblast/roadmap-2024.yaml", "roadmaps/zarechnaya-oblast/roadmap-ii-2024.yaml"
    ),
    "a report removed": removed(f"{CITY}/report-2023-2024.yaml"),
}


@pytest.fixture
def preview(small_site: Path, tmp_path: Path) -> Preview:
    """Its preview, up to date."""
    preview = Preview(small_site, site_url=None, today=lambda: AS_OF, folder=tmp_path / "preview")
    preview.refresh()
    return preview


def shown(preview: Preview, address: str) -> str:
    return preview.answer(address).data.decode()


def told(preview: Preview, words: str) -> str:
    """The bar, as soon as it says something; an hour of a loaded machine is no failure of ours."""
    while words not in (bar := preview.state().bar):
        time.sleep(0.01)
    return bar


def made_of_records(site: Path) -> Iterator[str]:
    """The files of a site that the preview makes; the others it takes as they are, or has no use for them."""
    for path in sorted(each for each in site.rglob("*") if each.is_file()):
        name = path.relative_to(site).as_posix()
        if not name.startswith((ASSETS, "assets/", "sitemap", MANIFEST, CHECKSUMS)):
            yield name


def test_pages_are_those_of_a_clean_build(small_site: Path, preview: Preview, tmp_path: Path) -> None:
    """After every kind of change all pages and files are equal byte for byte to those of a site built anew."""
    for number, (what, change) in enumerate(CHANGES.items()):
        shown(preview, PAGE)  # what is known of the state before is handed on
        change(small_site)
        preview.refresh()
        site = tmp_path / f"site-{number}"
        build(small_site, out=site, request=HURRIED)
        for name in made_of_records(site):
            address = name.removesuffix("index.html")
            assert preview.answer(address).data == (site / name).read_bytes(), f"{what}: {name}"


def test_a_wrong_file_leaves_its_last_state_on_the_page(small_site: Path, preview: Preview) -> None:
    """The bar tells the place and the line of a mistake, and the page stays; mended, all is well again."""
    before = shown(preview, PAGE)
    path = small_site / f"{ROADMAP}.yaml"
    right = path.read_text("utf-8")
    path.write_text(
        right.replace("    form: приказ", '    form: "приказ <b>', 1).replace("form: приказ", 'form: "<b>', 1)
    )
    preview.refresh()
    bar = told(preview, "ошибка E002")
    assert f"{ROADMAP}.yaml:" in bar
    assert "^" in bar
    assert "<b>" not in bar
    assert shown(preview, PAGE) == before
    path.write_text(right.replace("Утверждение системы", "Принятие системы"), "utf-8")
    preview.refresh()
    assert "Принятие системы" in shown(preview, PAGE)
    assert "ошибка E002" not in preview.state().bar


def test_the_rules_are_asked_in_the_background(small_site: Path, preview: Preview) -> None:
    """What no single file can tell is told too, with its hint."""
    edited(f"{ROADMAP}.yaml", "form: приказ", "form: приказы")(small_site)
    preview.refresh()
    assert "как исправить" in told(preview, "ошибка E203")


def test_a_template_that_fails_is_told(small_site: Path, preview: Preview) -> None:
    """The page stays as it was, the bar names the line of the template; no trace is shown."""
    before = shown(preview, PAGE)
    path = small_site / "theme" / "blocks" / "roadmap.html"
    right = path.read_text("utf-8")
    path.write_text(right + "{{ view.nothing_of_the_kind.at_all }}", "utf-8")
    preview.refresh()
    assert shown(preview, PAGE) == before
    bar = preview.state().bar
    assert "theme/blocks/roadmap.html:" in bar
    assert "Traceback" not in bar
    path.write_text(right, "utf-8")
    preview.refresh()
    assert shown(preview, PAGE) == before
    assert "roadmap.html" not in preview.state().bar


def test_prose_that_is_wrong_leaves_the_last_framework(small_site: Path, preview: Preview) -> None:
    """A broken mkdocs.yml stops nothing."""
    before = shown(preview, PAGE)
    path = small_site / "mkdocs.yml"
    right = path.read_text("utf-8")
    path.write_text("nav: {", "utf-8")
    preview.refresh()
    told(preview, "mkdocs.yml")
    assert shown(preview, PAGE) == before
    path.write_text(right, "utf-8")
    preview.refresh()
    told(preview, "ошибок нет")


def test_the_day_may_change(small_site: Path, tmp_path: Path) -> None:
    """A preview that is left open overnight shows the new day."""
    day = AS_OF
    preview = Preview(small_site, site_url=None, today=lambda: day, folder=tmp_path / "preview")
    preview.refresh()
    assert "10 апреля" in shown(preview, EDITION_SCRIPT)
    day = AS_OF + datetime.timedelta(days=1)
    preview.refresh()
    assert "11 апреля" in shown(preview, EDITION_SCRIPT)


@pytest.fixture
def server(preview: Preview) -> Iterator[Server]:
    """The preview over HTTP, below a path."""
    with Server("127.0.0.1", 0) as server:
        server.show(preview, "/shnor/")
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def asked(server: Server, path: str, *, method: str = "GET", host: str = "localhost") -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port)
    connection.request(method, path, headers={"Host": f"{host}:{server.server_port}"})
    return connection.getresponse()


def test_what_stands_at_an_address(server: Server) -> None:
    """Only what belongs to the site is given, whatever the path looks like."""
    expected = {
        "/shnor/": 200,
        f"/shnor/{PAGE}": 200,
        f"/shnor/{ROADMAP}": 302,
        "/": 302,
        "/shnor/api/v1/roadmaps.json": 200,
        "/shnor/calendar/feeds/nothing.ics": 404,
        "/shnor/assets/dorkarta/js/edition.js": 200,
        "/shnor/nothing/": 404,
        "/shnor/../../../../etc/passwd": 404,
        "/shnor/%2e%2e/%2e%2e/mkdocs.yml": 404,
        "/shnor/pages/index.html%00": 404,
    }
    assert {path: asked(server, path).status for path in expected} == expected
    sent = asked(server, "/shnor/nothing/").read().decode()
    assert "Такого адреса на сайте нет" in sent
    assert "_preview/live.js" in sent


def test_the_page_is_that_of_the_build_but_for_what_keeps_it_fresh(server: Server, preview: Preview) -> None:
    """What the preview adds stands at the end of the page; its assets are asked for once."""
    sent = asked(server, f"/shnor/{PAGE}").read().decode()
    script = '<script src="/shnor/_preview/live.js"></script>'
    assert script in sent
    head, _, tail = sent.replace(f"?{preview.assets_key}", "").partition(
        '<link rel="stylesheet" href="/shnor/_preview/'
    )
    assert head + tail.partition(script)[2] == shown(preview, PAGE)
    kept = asked(server, f"/shnor/assets/dorkarta/css/table.css?{preview.assets_key}")
    assert "immutable" in (kept.getheader("Cache-Control") or "")
    assert asked(server, "/shnor/assets/dorkarta/css/table.css").getheader("Cache-Control") == "no-cache"


def test_only_questions_that_are_meant_for_us(server: Server) -> None:
    """A foreign name that leads to this machine is refused; nothing but reading is understood."""
    assert asked(server, "/shnor/", host="evil.example").status == 403
    assert asked(server, "/shnor/", host="127.0.0.1").status == 200
    assert asked(server, "/shnor/", method="POST").status == 501
    assert asked(server, "/shnor/", method="HEAD").read() == b""
