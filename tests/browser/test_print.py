"""What comes out of the printer: pages of the site as Chromium's PDF, on A4."""

import io
import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

REGIONAL = "roadmaps/krasnodar-krai/roadmap-2020-2021/"
INDICATORS = "roadmaps/stavropol-krai/kislovodsk/roadmap-2020-2022/"
FIGURES = "progress/indicators/stavropol-krai/kislovodsk/roadmap-2020-2022/"
REPORT = "reports/krasnodar-krai/krasnodar/report-2020-2021/"
LEVEL = "levels/region/krasnodar-krai/"
YEAR = "calendar/2020-2021/"
MONTH = "calendar/2020-12/"
KINDS = (
    "",
    "levels/",
    "levels/region/",
    LEVEL,
    "calendar/",
    YEAR,
    MONTH,
    "territories/",
    "territories/krasnodar-krai/krasnodar/",
    "roadmaps/",
    REGIONAL,
    INDICATORS,
    "reports/",
    REPORT,
    "progress/",
    "progress/rules/",
    "progress/krasnodar-krai/",
    FIGURES,
    "bodies/",
    "bodies/krasnodar-krai/krasnodar/knmc/",
    "documents/",
    "documents/krasnodar-krai/",
    "glossary/",
    "about/",
    "404.html",
    "search/?q=мониторинг",
)
"""A page of every kind."""

CHROME = (
    "Напечатать",
    "Скопировать ссылку",
    "Подписаться",
    "Скачать",
    "К содержанию страницы",
    "На этой странице",
    "Сведения об образовательной организации",
    "Сбросить",
    "Исправить эту страницу",
    "Что найти",
    "Открыть документ",
)
"""What works on a screen only."""

MILLIMETRE: Final = 96 / 25.4
PORTRAIT: Final = round(180 * MILLIMETRE)
LANDSCAPE: Final = round(267 * MILLIMETRE)
"""How many pixels lie between the margins."""


class Printed:
    """A page of the site on paper."""

    def __init__(self, pdf: bytes) -> None:
        self.pdf = pdf
        self.sheets = read(pdf)
        """The text of each sheet, laid out as it is printed."""
        self.letters = letters(" ".join(read(pdf, "-raw")))
        """Letters and figures of all sheets, without what parts them."""

    def __contains__(self, text: str) -> bool:
        return letters(text) in self.letters


Print = Callable[..., Printed]


def read(pdf: bytes, *options: str) -> list[str]:
    """What poppler reads on each sheet."""
    program = shutil.which("pdftotext")
    assert program, "нет pdftotext: apt-get install poppler-utils"
    done = subprocess.run([program, *(options or ("-layout",)), "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode().split("\f")[:-1]


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower())


def lines(sheet: str) -> list[str]:
    return [line.strip() for line in sheet.splitlines() if line.strip()]


def between(page: Page) -> int:
    """The width between the margins of the paper that the page asks for."""
    return LANDSCAPE if page.locator("[data-activities]").count() else PORTRAIT


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page at desk width; the test fails on an error in its scripts."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="ru-RU")
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    yield opened
    context.close()
    assert not faults


@pytest.fixture
def paper(page: Page, address: str) -> Print:
    """Opens a page, lets the visitor do something, and prints it."""

    def made(path: str, do: Callable[[Page], object] | None = None) -> Printed:
        page.goto(address + path)
        if "search/?" in path:
            page.locator(".dk-hit").first.wait_for()
        if do:
            do(page)
        return Printed(page.pdf(prefer_css_page_size=True))

    return made


@pytest.mark.parametrize("path", KINDS)
def test_paper_holds_the_page_and_nothing_of_its_frame(paper: Print, path: str) -> None:
    """Who publishes comes first and the page's address last; no control, no navigation; sheets are numbered."""
    printed = paper(path)
    text = "\n".join(printed.sheets)
    assert not [word for word in CHROME if word in text]
    assert "127.0.0.1" not in text
    for number, sheet in enumerate(printed.sheets, 1):
        assert lines(sheet)[-1] == f"стр. {number} из {len(printed.sheets)}"
    if path == "404.html":
        return
    assert lines(printed.sheets[0])[0] == "Дорожные карты поддержки школ · Институт развития образования"
    assert lines(printed.sheets[-1])[-2] == f"Страница на сайте: https://example.org/shnor/{path}"
    assert len(lines(printed.sheets[-1])) > 2
    assert text.count("Страница на сайте") == 1
    assert path == "about/" or "О проекте" not in text


WIDER = """(width) => [...document.querySelectorAll("body *")]
  .filter((each) => !each.closest(".dk-sr, caption"))
  .map((each) => [each, each.getBoundingClientRect()])
  .filter(([, box]) => box.width && (box.right > width + 1 || box.left < -1))
  .map(([each, box]) => `${each.tagName}.${each.getAttribute("class")} ${Math.round(box.right)}`)"""


@pytest.mark.parametrize("path", KINDS)
def test_nothing_is_wider_than_the_paper(page: Page, address: str, path: str) -> None:
    """At the width between the margins of A4 no element lies beyond them."""
    page.goto(address + path)
    width = between(page)
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(media="print")
    assert page.evaluate(WIDER, width) == []


@pytest.mark.parametrize("path", [REGIONAL, INDICATORS])
def test_large_type_and_long_words_stay_on_the_paper(page: Page, address: str, path: str) -> None:
    """With the largest type of the version for weak eyes and words of 300 letters nothing is cut at the side."""
    page.add_init_script("localStorage.setItem('dorkarta.view', JSON.stringify({size: 'huge', spacing: 'wider'}))")
    page.goto(address + path)
    page.evaluate("""() => {
      for (const cell of document.querySelectorAll(".dk-row:nth-child(2) > * > div")) cell.append("Ж".repeat(300));
    }""")
    page.set_viewport_size({"width": LANDSCAPE, "height": 900})
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "26px"
    assert page.evaluate(WIDER, LANDSCAPE) == []


@pytest.mark.parametrize(
    ("path", "landscape"), [(REGIONAL, True), (INDICATORS, True), (REPORT, False), (MONTH, False), ("about/", False)]
)
def test_wide_tables_lie_on_their_side(paper: Print, path: str, *, landscape: bool) -> None:
    """Tables of activities are printed on A4 landscape, all else on A4 portrait."""
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", paper(path).pdf)
    assert boxes
    expected = (842, 595) if landscape else (595, 842)
    assert {(round(float(width)), round(float(height))) for width, height in boxes} == {expected}


def column(page: Page, printed: Printed, heading: str) -> list[str]:
    """What stands on each sheet in the column of the table under a heading."""
    page.set_viewport_size({"width": LANDSCAPE, "height": 900})
    page.emulate_media(media="print")
    box = page.locator(heading).bounding_box()
    assert box
    left = 15 / 25.4 * 72 + box["x"] * 0.75
    crop = ["-x", str(int(left)), "-y", "0", "-W", str(int(box["width"] * 0.75)), "-H", "595", "-r", "72"]
    return [letters(sheet) for sheet in read(printed.pdf, *crop)]


def activities(sections: list[Any]) -> Iterator[Any]:
    for section in sections:
        for activity in section["activities"]:
            yield activity
            yield from activity["activities"]
        yield from activities(section["sections"])


def titles(site: Path, path: str) -> list[tuple[str, str]]:
    """Levels and titles of a roadmap's activities, as the API tells them."""
    roadmap = json.loads((site / f"api/v1/{path.removeprefix('roadmaps/').rstrip('/')}.json").read_text("utf-8"))
    return [(each["level"], each["title"]) for each in activities(roadmap["sections"]) if each["title"]]


@pytest.mark.parametrize(
    "path",
    [
        REGIONAL,
        INDICATORS,
        "roadmaps/tula-oblast/tula/roadmap-2020-2021/",
        "roadmaps/voronezh-oblast/ertil/roadmap-2021/",
    ],
)
def test_every_activity_is_printed_under_a_heading(paper: Print, page: Page, built_site: Path, path: str) -> None:
    """All titles of a roadmap are on paper, and the table's heading stands over its rows on every sheet."""
    printed = paper(path)
    expected = [title for _, title in titles(built_site, path)]
    assert len(expected) > 15
    heading = letters(page.locator("thead .dk-c-title").text_content() or "")
    sheets = column(page, printed, "thead .dk-c-title")
    found = "".join(sheet.removeprefix(heading) for sheet in sheets)
    assert [title for title in expected if letters(title) not in found] == []
    last = max(number for number, sheet in enumerate(sheets) if letters(expected[-1])[-20:] in sheet)
    assert last > 0
    assert heading in sheets[0]
    assert all(sheet.startswith(heading) for sheet in sheets[1 : last + 1])


def test_a_row_longer_than_a_sheet_goes_on_under_the_heading(paper: Print, page: Page) -> None:
    """A row of a thousand words is parted between sheets, and none of the words is lost."""
    text = " ".join(f"слово{number}" for number in range(1000))
    printed = paper(
        REGIONAL, lambda page: page.locator(".dk-title").nth(2).evaluate("(at, text) => (at.textContent = text)", text)
    )
    heading = letters(page.locator("thead .dk-c-title").text_content() or "")
    sheets = column(page, printed, "thead .dk-c-title")
    assert letters(text) in "".join(sheet.removeprefix(heading) for sheet in sheets)
    assert sum("слово" in sheet for sheet in sheets) > 1
    assert all(sheet.startswith(heading) for sheet in sheets[1:] if "слово" in sheet)


HEADINGS = """[...document.querySelectorAll(".md-content :is(h1, h2, h3, thead, .dk-section > th, summary)")]
  .filter((each) => !each.closest("details[data-fold]:not([data-chosen])"))
  .map((each) => each.textContent)"""


@pytest.mark.parametrize(
    "path", ["", LEVEL, YEAR, MONTH, REGIONAL, INDICATORS, REPORT, "bodies/", "glossary/", "about/"]
)
def test_no_heading_is_left_alone_at_the_foot_of_a_sheet(paper: Print, page: Page, path: str) -> None:
    """What ends a sheet is neither a heading nor the heading of a table; a roadmap is printed with its timeline."""

    def open_timeline(page: Page) -> None:
        if page.locator(".dk-timeline > summary").count():
            page.locator(".dk-timeline > summary").click()

    printed = paper(path, open_timeline)
    headings = [letters(text) for text in page.evaluate(HEADINGS)]
    feet = [letters(lines(sheet)[-2]) for sheet in printed.sheets[:-1]]
    assert len(headings) > 1
    assert [foot for foot in feet if any(heading.endswith(foot) for heading in headings)] == []


def test_only_the_chosen_activities_are_printed_and_the_choice_is_told(paper: Print, built_site: Path) -> None:
    """After a choice of level and form the other rows stay away; words, counts and the address say what was chosen."""
    printed = paper(REGIONAL, lambda page: page.locator(".dk-filter [name=level]").select_option("school"))
    text = " ".join(" ".join(printed.sheets).split())
    assert "Показано 13 из 112 мероприятий. Отбор: уровень «Уровень образовательной организации»." in text
    assert "https://example.org/shnor/roadmaps/krasnodar-krai/roadmap-2020-2021/?level=school" in text
    every = titles(built_site, REGIONAL)
    chosen = [title for level, title in every if level == "school"]
    assert len(chosen) > 5
    assert [title for title in chosen if title not in printed] == []
    assert [title for _, title in every if title in printed and title not in chosen] == []


def test_states_are_told_in_the_head_and_not_in_the_rows(paper: Print) -> None:
    """The printed table is that of the document; how much is done stands above it, and so does a choice of a state."""
    whole = paper(REGIONAL)
    assert "Исполнение 112 мероприятий" in whole
    assert "Что значат состояния" not in whole
    said = letters("срок прошёл, отчёта нет")
    assert whole.letters.count(said) == 1
    chosen = paper(REGIONAL, lambda page: page.locator(".dk-filter [name=state]").select_option("unreported"))
    assert "Отбор: состояние «срок прошёл, отчёта нет»." in " ".join(" ".join(chosen.sheets).split())
    assert chosen.letters.count(said) == 2


def test_search_tells_what_was_asked_and_how_much_of_it_is_printed(paper: Print) -> None:
    """The printed results name the words, the filters and the number of what was found."""
    text = " ".join(" ".join(paper("search/?q=мониторинг&kind=Мероприятие").sheets).split())
    assert re.search(
        r"запрос «мониторинг», что искать «Мероприятие»\. Найдено \d+ запис\w+, напечатаны первые 15\.", text
    )
    assert "Страница на сайте: https://example.org/shnor/search/?q=мониторинг&kind=Мероприятие" in text


BUTTON = """document.querySelector(".dk-document > div").insertAdjacentHTML("beforeend", `
  <p><a href="https://example.org/приказ.pdf" data-print-address>
    <span class="dk-screen-only">Открыть документ</span></a></p>
`)"""


def test_the_address_of_a_foreign_page_is_printed_behind_its_title(paper: Print) -> None:
    """A link out of the site can be typed from paper; the register prints the address in the place of its button."""
    printed = paper("bodies/krasnodar-krai/krasnodar/knmc/")
    assert "(http://knmc.centerstart.ru/)" in "\n".join(printed.sheets)
    printed = paper("documents/krasnodar-krai/", lambda page: page.evaluate(BUTTON))
    assert "Адрес документа: https://example.org/приказ.pdf" in "\n".join(printed.sheets)
    assert "Открыть документ" not in "\n".join(printed.sheets)


NOTES = "[...document.querySelectorAll('.dk-notes li')].map((each) => each.dataset.inferred ?? each.textContent.trim())"
TIPS = "[...document.querySelectorAll('.dk-mark')].map((each) => each.dataset.tip)"
SHORTS = "[...document.querySelectorAll('td abbr[data-tip]')].map((each) => [each.textContent, each.dataset.tip])"


@pytest.mark.parametrize("path", [REGIONAL, INDICATORS, REPORT, LEVEL, "documents/krasnodar-krai/"])
def test_what_the_pointer_tells_stands_at_the_end_of_the_paper(paper: Print, page: Page, path: str) -> None:
    """Every note, every mark and every abbreviation is explained on paper; nothing of that stays on the screen."""
    printed = paper(path)
    notes = page.evaluate(NOTES)
    assert notes
    assert [text for text in notes + page.evaluate(TIPS) if text not in printed] == []
    assert [pair for pair in page.evaluate(SHORTS) if " – ".join(pair) not in printed] == []
    expect(page.locator(".dk-noted, .dk-print-end")).to_have_count(0)


def test_numbers_of_notes_stand_in_the_order_of_the_page(page: Page, address: str) -> None:
    """The first number of an explanation follows the last, each of them is used, equal explanations share one."""
    page.goto(address + REGIONAL)
    page.emulate_media(media="print")
    used: list[int] = []
    for text in page.locator(".dk-noted").all_text_contents():
        for start, end in re.findall(r"(\d+)(?:–(\d+))?", text):
            used += range(int(start), int(end or start) + 1)
    explained = page.locator(".dk-explained li").all_text_contents()
    assert list(dict.fromkeys(used)) == list(range(1, len(explained) + 1))
    assert len({text.partition(")")[2] for text in explained}) == len(explained)
    page.emulate_media(media="screen")
    expect(page.locator(".dk-noted")).to_have_count(0)


def test_only_explanations_of_printed_rows_are_printed(paper: Print, page: Page) -> None:
    """A filter takes the explanations of the rows away that it hides."""
    all_of_it = paper(REGIONAL)
    part = paper(REGIONAL + "?level=school")
    hidden = page.evaluate(NOTES.replace(".dk-notes", "tr[hidden] .dk-notes"))
    shown = page.evaluate(NOTES.replace(".dk-notes", "tr:not([hidden]) .dk-notes"))
    assert all(text in all_of_it for text in hidden)
    assert all(text in part for text in shown)
    assert not [text for text in hidden if text not in shown and text in part]


def test_folds_are_opened_but_those_that_repeat(paper: Print) -> None:
    """Activities by body are printed though folded; the same by form as the visitor left them, their numbers told."""
    closed = paper(LEVEL)
    webinar = "Вебинар события, 11 мероприятий"
    assert closed.letters.count(letters("Формирующее оценивание как инструмент эффективного преподавания")) == 1
    assert webinar in closed
    opened = paper(LEVEL, lambda page: page.locator("summary", has_text=re.compile(r"^\s*Вебинар")).click())
    assert webinar in opened
    assert opened.letters.count(letters("Формирующее оценивание как инструмент эффективного преподавания")) == 2


@pytest.mark.parametrize("path", [REGIONAL, REPORT, LEVEL])
def test_without_scripts_nothing_is_lost_on_paper(browser: Browser, address: str, path: str) -> None:
    """Without JavaScript notes stand in their rows, folds are open, the glossary is named."""
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(address + path)
    notes = opened.locator(".dk-notes li").all_text_contents()
    printed = Printed(opened.pdf(prefer_css_page_size=True))
    context.close()
    assert notes
    assert [text for text in notes if text not in printed] == []
    assert "https://example.org/shnor/glossary/" in "\n".join(printed.sheets)
    assert not [word for word in CHROME if word in "\n".join(printed.sheets)]


@pytest.mark.parametrize(("path", "view"), [("", ""), (REGIONAL, "dark"), (MONTH, ""), ("calendar/", "dark")])
def test_a_dark_screen_prints_black_on_white(browser: Browser, address: str, path: str, view: str) -> None:
    """Even with backgrounds printed a sheet of a dark page is white paper with black words, in grey nearly nothing."""
    context = browser.new_context(color_scheme="dark", locale="ru-RU")
    context.add_init_script(f"localStorage.setItem('dorkarta.view', JSON.stringify({{colors: '{view}'}}))")
    opened = context.new_page()
    opened.goto(address + path)
    dark = opened.evaluate("getComputedStyle(document.body).backgroundColor")
    assert sum(map(int, re.findall(r"\d+", dark)[:3])) < 120
    pdf = opened.pdf(prefer_css_page_size=True, print_background=True)
    context.close()
    sheet = picture(pdf)
    shades = sheet.histogram()
    whole = sheet.width * sheet.height
    assert sum(shades[250:]) > 0.85 * whole
    assert sum(shades[:60]) > 0.005 * whole


def picture(pdf: bytes) -> Image.Image:
    """The first sheet in shades of grey."""
    program = shutil.which("pdftoppm")
    assert program, "нет pdftoppm: apt-get install poppler-utils"
    done = subprocess.run(
        [program, "-r", "60", "-f", "1", "-l", "1", "-gray", "-png"], input=pdf, capture_output=True, check=True
    )
    return Image.open(io.BytesIO(done.stdout)).convert("L")
