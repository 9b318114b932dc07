"""Nothing that a paper says is lost in its PDF: two readers that know nothing of each other find every word."""

import dataclasses
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dorkarta.documents import report, roadmap
from dorkarta.documents.imprint import Imprint
from dorkarta.documents.paper import Column, Fact, Paper, Remark, Row, RowKind, Table, Width
from dorkarta.documents.pdf import Press
from dorkarta.documents.typesetting.alphabet import Alphabet, clean
from dorkarta.documents.typesetting.spelling import spelled, texts
from dorkarta.records.plan import Plan

if TYPE_CHECKING:
    from documents.pdf.conftest import Printed

LEFT, RIGHT, BOTTOM = 20 * 72 / 25.4 - 1, 287 * 72 / 25.4 + 1, 205 * 72 / 25.4
"""Where letters may stand, in points from the upper left."""
EMOJI = "😀 👍🏽 👨‍👩‍👧 🇷🇺"

PaperWith = Callable[[Sequence[str]], Paper]
Print = Callable[[Paper], "Printed"]


@pytest.fixture(scope="session")
def alphabet(press: Press) -> Alphabet:
    """What the press prints as it is."""
    return press._alphabet  # noqa: SLF001  # what it spells is what must be found


def by_poppler(paper: "Printed") -> str:
    """As most readers take it: page by page."""
    return paper.by_poppler


def by_structure(paper: "Printed") -> str:
    """As screen readers take it: by the tags."""
    return paper.by_structure


READERS = (by_poppler, by_structure)


@pytest.mark.parametrize("read", READERS)
def test_markup_of_any_format_stays_literal(
    printed: Print, alphabet: Alphabet, paper_with: PaperWith, markup: Sequence[str], read: Callable[["Printed"], str]
) -> None:
    """Texts that look like markup come back as they are, but for what the alphabet is documented to change."""
    said = squeezed(read(printed(paper_with(markup))))

    for text in markup:
        wanted = squeezed(alphabet.spell(text))
        if text.endswith("हिन्दी"):  # letters that are joined and turned around: all of them, in whatever order
            assert not set(wanted) - set(said)
        else:
            assert wanted in said


@pytest.mark.parametrize("read", READERS)
def test_all_that_a_paper_says_is_printed(
    printed: Print, paper_with: PaperWith, read: Callable[["Printed"], str]
) -> None:
    """Every text of a paper that has everything is on it, that of the edition too."""
    paper = full(paper_with(["Подготовить приказ"]))

    said = squeezed(read(printed(paper)))

    if read is by_structure:
        said += squeezed(paper.name)  # the foot of pages is no part of the text
    for text in texts(paper):
        for line in text.split("\n"):
            assert squeezed(line) in said
    assert squeezed("Редакция от 10 марта 2021 г.") in said
    assert squeezed("https://example.org/shnor/roadmaps/test/roadmap-2021/") in said


def test_official_papers_are_whole(printed: Print, alphabet: Alphabet, official_plan: Plan) -> None:
    """Every text of the project's own records is in the structure of its paper, and every letter is printed."""
    imprint = Imprint(publisher="Дорожные карты", site_url="https://example.org/")
    corpus = official_plan.corpus
    papers = [roadmap.make(official_plan, record, imprint) for record in corpus.roadmaps.values()]
    papers += [report.make(corpus, record, imprint) for record in corpus.reports.values()]
    assert len(papers) >= 5

    for paper in papers:
        pdf = printed(paper)
        wanted = list(texts(spelled(dataclasses.replace(paper, name=""), alphabet)))  # the foot is no text
        structure = squeezed(by_structure(pdf))
        assert [line for text in wanted for line in text.split("\n") if squeezed(line) not in structure] == []
        assert not letters(wanted) - letters([by_poppler(pdf)])


@pytest.mark.parametrize("width", [Width.LONG, Width.SHORT, Width.FIGURE, Width.NUMBER])
def test_a_row_higher_than_a_page_goes_on(printed: Print, paper_with: PaperWith, width: Width) -> None:
    """The words of a cell of several pages are all there, in order, in a column of any kind."""
    numbered = [f"слово{n}" for n in range(1500)]
    paper = paper_with([" ".join(numbered)])
    table = paper.tables[0]
    columns = tuple(
        dataclasses.replace(each, width=width if each.key == "title" else each.width) for each in table.columns
    )

    pdf = printed(dataclasses.replace(paper, tables=(dataclasses.replace(table, columns=columns),)))

    assert re.findall(r"слово\d+", squeezed(by_structure(pdf))) == numbered
    assert not letters(numbered) - letters([by_poppler(pdf)])


@pytest.mark.parametrize("long", ["above", "first", "second", "both"])
def test_cells_that_reach_over_rows_lose_nothing(printed: Print, paper_with: PaperWith, long: str) -> None:
    """A title beside several rows of figures, and figures beside a title: all words are there, whichever is long."""

    def said_in(place: str, count: int) -> str:
        return " ".join(f"{place}{n}" for n in range(count if long in (place, "both") else 3))

    rows = (
        Row(kind=RowKind.ITEM, cells=("1.", said_in("above", 900), said_in("first", 400), "раз")),
        Row(kind=RowKind.MORE, cells=(None, None, said_in("second", 400), "два")),
        Row(kind=RowKind.MORE, cells=(None, None, "конец", None)),
        Row(kind=RowKind.ITEM, cells=("2.", "после", "всего", "")),
    )
    pdf = printed(with_rows(paper_with([]), rows))

    structure = squeezed(by_structure(pdf))
    wanted = [cell for row in rows for cell in row.cells if cell]
    assert [cell for cell in wanted if squeezed(cell) not in structure] == []
    assert not letters(wanted) - letters([by_poppler(pdf)])


def test_more_rows_that_continue_nothing_are_rows(printed: Print, paper_with: PaperWith) -> None:
    """Rows that continue a heading, nothing at all, or have no cell of their own are printed all the same."""
    rows = (
        Row(kind=RowKind.MORE, cells=(None, "сразу", None, None)),
        Row(kind=RowKind.SECTION, cells=("Раздел",)),
        Row(kind=RowKind.MORE, cells=(None, "под разделом", None, None)),
        Row(kind=RowKind.MORE, cells=(None, None, None, None), remarks=(1,), state="Отменено"),
        Row(kind=RowKind.ITEM, cells=(None, None, "срок", None)),
    )
    said = squeezed(by_poppler(printed(with_rows(paper_with([]), rows))))

    for text in ("сразу", "Раздел", "подразделом", "[1]", "Отменено", "срок"):
        assert text in said


TOKENS = (
    "x" * 200,
    "Щ" * 200,
    "4" * 200,
    "https://example.org/" + "dorozhnaya-karta/" * 12 + "?q=" + "z" * 60,
    "школа" * 40,
    "МБОУ/СОШ/" * 25,
    "e\u0301" * 150,
    "а" * 90,
    "вздр" * 20,
)


@pytest.mark.parametrize("place", [0, 1, 2, 3])
def test_no_token_is_cut_or_leaves_its_column(printed: Print, paper_with: PaperWith, place: int) -> None:
    """Tokens of hundreds of letters come back whole, and no word crosses the rules of its column."""
    rows = tuple(
        Row(kind=RowKind.ITEM, cells=tuple(token if column == place else "" for column in range(4))) for token in TOKENS
    )
    pdf = printed(with_rows(paper_with([]), rows))

    structure = squeezed(by_structure(pdf))
    assert [token for token in TOKENS if squeezed(clean(token)) not in structure] == []
    assert not letters(map(clean, TOKENS)) - letters([by_poppler(pdf)])
    rules = pdf.upright_rules
    assert rules
    cells = [box for box in pdf.boxes if any(box.word in clean(token) for token in TOKENS)]
    assert len(cells) > len(TOKENS)
    assert [box for box in cells if any(box.left + 1 < rule < box.right - 1 for rule in rules)] == []
    assert max(box.right for box in cells) <= RIGHT


@pytest.mark.parametrize("size", [200, 800])
def test_long_texts_of_any_place_stay_on_the_page(printed: Print, paper_with: PaperWith, size: int) -> None:
    """Wherever a text stands, nothing runs over the edge and nothing is lost, be it longer than a page."""
    long = " ".join(f"слово{n}" for n in range(size)) + " " + "щ" * 300
    paper = paper_with([])
    rows = (
        Row(kind=RowKind.SECTION, cells=(long,)),
        Row(kind=RowKind.ITEM, cells=("1", "Раз", "", ""), state=long, remarks=tuple(range(1, 100))),
    )
    columns = tuple(
        dataclasses.replace(
            each, title=long if each.key == "deadline" else "", group=long if each.key == "title" else None
        )
        for each in paper.tables[0].columns
    )
    pdf = printed(
        dataclasses.replace(
            paper,
            name=long,
            publisher=long,
            title=long,
            part=long,
            appendix=long,
            grif=("УТВЕРЖДЕНО", long),
            facts=(Fact(label=long, value=long),),
            tables=(Table(columns=columns, rows=rows, title=long, lead=long),),
            remarks=tuple(
                Remark(number=n, where=long, kind=long, text=long) if n == 1 else short(n) for n in range(1, 100)
            ),
            sources=(long,),
            signed=long,
        )
    )

    assert squeezed(pdf.by_structure).count(squeezed(long)) == 18
    assert max(box.right for box in pdf.boxes) <= RIGHT
    assert min(box.left for box in pdf.boxes) >= LEFT
    assert max(box.bottom for box in pdf.boxes) <= BOTTOM


def test_what_no_font_has_is_told_by_its_number(printed: Print, paper_with: PaperWith) -> None:
    """Emoji are written by their numbers, which the document explains once; a paper without them explains nothing."""
    said = flat(by_poppler(printed(paper_with([EMOJI, EMOJI, "中文"]))))

    assert "[U+1F600] [U+1F44D U+1F3FD] [U+1F468 U+1F469 U+1F467] [U+1F1F7 U+1F1FA]" in said
    assert "[U+4E2D U+6587]" in said
    assert said.count("Знаки, которых нет в шрифтах этого документа") == 1
    assert "U+1F600 – grinning face" in said
    assert "Юникод" not in by_poppler(printed(paper_with(["→ ✓ ☐ ₽ ≥"])))


def test_every_letter_has_a_picture(printed: Print, paper_with: PaperWith, markup: Sequence[str]) -> None:
    """No text shows the glyph that stands for a missing one, whose number is 0."""
    glyphs = printed(paper_with([*markup, EMOJI, "\x00\x07контроль"])).glyphs

    assert len(glyphs) > 1000
    assert 0 not in glyphs


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(st.text(max_size=40), min_size=1, max_size=4))
def test_any_text_prints(printed: Print, paper_with: PaperWith, titles: list[str]) -> None:
    """Whatever Unicode holds, the compiler never refuses a paper."""
    assert printed(paper_with(titles)).data.startswith(b"%PDF-1.7")


def test_a_paper_without_an_address_has_neither_code_nor_link(printed: Print, paper_with: PaperWith) -> None:
    """Where the site has no address and records no day, the paper ends with the publisher."""
    paper = dataclasses.replace(paper_with(["Раз"]), live=None, changed=None)

    pdf = printed(paper)

    said = by_poppler(pdf).strip()
    assert "Страница документа" not in said
    assert "Редакция" not in said
    assert "None" not in said
    assert squeezed(said).endswith("ДорожныекартыподдержкишколМуниципальнаядорожнаякарта:Проба,2021Страница1из1")
    assert pdf.tags("/Figure") == []


def test_a_paper_of_nothing_prints(printed: Print, paper_with: PaperWith) -> None:
    """Tables without rows, and no tables, make a paper too."""
    empty = with_rows(paper_with([]), ())

    assert "Наименование мероприятия" in flat(by_poppler(printed(empty)))
    assert "Дорожная карта мероприятий" in flat(by_poppler(printed(dataclasses.replace(empty, tables=()))))


def full(paper: Paper) -> Paper:
    """The paper with everything that a paper may have."""
    year = Column(key="2021", title="2021 г.", width=Width.FIGURE, group="Срок реализации, годы")
    columns = (*paper.tables[0].columns, year, dataclasses.replace(year, key="2022", title="2022 г."))
    rows = (
        Row(kind=RowKind.SECTION, cells=("1. О приказах",), remarks=(1,)),
        Row(kind=RowKind.SECTION, cells=("1.1. Внутри",), depth=1),
        Row(kind=RowKind.ITEM, cells=("4.10", "Написать", "март", "ИРО КК", "не менее 4", "2"), remarks=(1, 2)),
        Row(kind=RowKind.MORE, cells=(None, None, None, None, "5", "1 (май)")),
        Row(
            kind=RowKind.PART, cells=("", "Часть мероприятия", "апрель", "", "", ""), depth=1, state="Отменено 1 марта"
        ),
    )
    table = Table(columns=columns, rows=rows, title="Таблица первая", lead="Что в ней сказано.")
    return dataclasses.replace(
        paper,
        part="Раздел 4",
        tables=(table, dataclasses.replace(table, title="Таблица вторая", lead=None)),
        signed="Начальник отдела",
        remarks=(*paper.remarks, Remark(number=2, where="", kind="Замечание", text="обо всём")),
    )


def short(number: int) -> Remark:
    """A remark of a few words."""
    return Remark(number=number, where="", kind="Замечание", text="слово")


def with_rows(paper: Paper, rows: tuple[Row, ...]) -> Paper:
    """The paper with one table of other rows."""
    return dataclasses.replace(paper, tables=(dataclasses.replace(paper.tables[0], rows=rows),))


def squeezed(text: str) -> str:
    """The letters alone: lines are broken anywhere, hyphens come and go."""
    return re.sub(r"[\s\u00ad\u200b\u202a-\u202e\u2066-\u2069‐-]", "", text)


def flat(text: str) -> str:
    """On one line."""
    return " ".join(text.split())


def letters(texts: Iterable[str]) -> Counter[str]:
    """How often each letter stands in texts."""
    return Counter(squeezed("".join(texts)))
