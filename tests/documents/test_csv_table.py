"""CSV of papers: RFC 4180, complete lines, no formulas, every text got back."""

import csv
import dataclasses
import io
import re
from collections.abc import Callable, Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorkarta.csv_text import read_back, safe
from dorkarta.documents import report, roadmap
from dorkarta.documents.csv_table import csv_file
from dorkarta.documents.imprint import Imprint
from dorkarta.documents.paper import Column, Paper, Remark, Row, RowKind, Width
from dorkarta.printable import printable
from dorkarta.records.plan import Plan

PaperWith = Callable[[Sequence[str]], Paper]
Office = Callable[[Mapping[str, bytes], str], dict[str, bytes]]

STARTS = (
    "=",
    "+",
    "-",
    "@",
    "＝",
    "＋",
    "－",
    "＠",
    "\t",
    "\n",
    "'",
    " =",
    "\u00a0=",
    "\ufeff=",
    "\u200b+",
    "  -",
    "\n=",
)


def read(data: bytes) -> list[dict[str, str]]:
    """The lines by heading, as a strict reader of RFC 4180 sees them."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def with_rows(paper: Paper, *rows: Row, columns: tuple[Column, ...] | None = None) -> Paper:
    """The paper with other rows in its table."""
    table = dataclasses.replace(paper.tables[0], rows=rows, columns=columns or paper.tables[0].columns)
    return dataclasses.replace(paper, tables=(table,))


def test_the_file_is_utf8_with_mark_and_lines_end_with_crlf(paper_with: PaperWith) -> None:
    """The bytes begin with the mark of UTF-8; records end with CRLF, line ends inside of cells are LF in quotes."""
    data = csv_file(paper_with(["первая\nстрока", 'запятая, и «кавычки"']))
    text = data.decode("utf-8")
    assert data[:3] == b"\xef\xbb\xbf"
    assert text.count("\r\n") == text.count("\r") == 3
    assert '"первая\nстрока"' in text
    assert '"запятая, и «кавычки"""' in text


def test_every_line_has_all_columns(paper_with: PaperWith) -> None:
    """The heading names section, key, part, the table's columns, state and remarks; each line has as many cells."""
    rows = list(csv.reader(io.StringIO(csv_file(paper_with(["а", "б"])).decode("utf-8-sig"), newline=""), strict=True))
    columns = ["№ п/п", "Наименование мероприятия", "Сроки исполнения", "Ответственные"]
    assert rows[0] == ["Раздел", "Ключ", "Часть пункта", *columns, "Состояние", "Пояснения"]
    assert rows[1] == ["1. Раздел первый", "1", "", "1.", "а", "март 2021", "ИРО КК", "", ""]
    assert {len(row) for row in rows} == {9}


def test_hostile_texts_come_back_literally(paper_with: PaperWith, markup: tuple[str, ...]) -> None:
    """Texts like formulas and markup of whatever format are got back by `read_back`."""
    rows = read(csv_file(paper_with(markup)))
    assert [read_back(row["Наименование мероприятия"]) for row in rows] == [printable(text) for text in markup]


@given(st.text())
def test_any_text_is_got_back(text: str) -> None:
    """To take one apostrophe away where a cell begins with one gives the printable text, whatever it was."""
    assert read_back(safe(text)) == printable(text)


@given(st.sampled_from(STARTS), st.text())
def test_no_cell_can_be_a_formula(start: str, text: str) -> None:
    """What begins with a sign that calculates, also after spaces seen or not, begins with an apostrophe."""
    assert safe(start + text).startswith("'")


@given(st.text())
def test_only_what_could_be_a_formula_is_changed(text: str) -> None:
    """A text that begins with a letter, a figure or a quotation mark stays as it is."""
    assert safe(f"П{text}") == printable(f"П{text}")
    assert safe(f"«{text}") == printable(f"«{text}")
    assert safe(f"4.10{text}") == printable(f"4.10{text}")


def test_libreoffice_calculates_nothing(paper_with: PaperWith, markup: tuple[str, ...], office: Office) -> None:
    """Opened in LibreOffice and saved as a workbook, no cell is a formula and hostile texts stand there."""
    titles = [f"{start}1+1" for start in STARTS]
    target = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,true"
    made = office({"paper.csv": csv_file(paper_with([*titles, *markup]))}, "fods")["paper.fods"].decode()
    again = office({"paper.fods": made.encode()}, target)["paper.csv"].decode("utf-8-sig")
    assert "table:formula" not in made
    rows = list(csv.reader(io.StringIO(again, newline="")))
    assert {"'=1+1", "'+1+1", "'-1+1", "'@SUM(1;1)", "{=1+1}"} <= {cell for row in rows for cell in row}


def test_further_lines_of_a_row_and_parts_stand_alone(paper_with: PaperWith) -> None:
    """A second indicator repeats the cells, the key and the decision; a part names what it is a part of."""
    paper = with_rows(
        paper_with([]),
        Row(kind=RowKind.SECTION, cells=("1. Первый",)),
        Row(kind=RowKind.SECTION, cells=("1.1. Внутри",), depth=1),
        Row(kind=RowKind.ITEM, id="4", cells=("4", "дело", "", "все"), state="Отменено", remarks=(1,)),
        Row(kind=RowKind.MORE, id="4", cells=(None, None, "июнь", None)),
        Row(kind=RowKind.PART, id="4.1", cells=("4.1", "часть", "", ""), depth=1),
        Row(kind=RowKind.PART, id="4.1.1", cells=("", "часть части", "", ""), depth=2),
        Row(kind=RowKind.PART, id="4.2", cells=("4.2", "часть", "", ""), depth=1),
        Row(kind=RowKind.SECTION, cells=("2. Второй",)),
        Row(kind=RowKind.ITEM, id="5", cells=("5", "дело", "", "")),
    )
    rows = [tuple(row.values()) for row in read(csv_file(paper))]
    inside = "1. Первый / 1.1. Внутри"
    assert rows == [
        (inside, "4", "", "4", "дело", "", "все", "Отменено", "Исправлено: буква в слове"),
        (inside, "4", "", "4", "дело", "июнь", "все", "Отменено", ""),
        (inside, "4.1", "4", "4.1", "часть", "", "", "", ""),
        (inside, "4.1.1", "4.1", "", "часть части", "", "", "", ""),
        (inside, "4.2", "4", "4.2", "часть", "", "", "", ""),
        ("2. Второй", "5", "", "5", "дело", "", "", "", ""),
    ]


def test_headings_are_joined_with_their_groups_and_no_two_are_alike(paper_with: PaperWith) -> None:
    """Two columns with equal headings, or with a heading of ours, are told apart, and no cell is lost."""
    columns = (
        Column(key="a", title="2021", width=Width.FIGURE, group="План"),
        Column(key="b", title="2021", width=Width.FIGURE, group="План"),
        Column(key="c", title="Раздел", width=Width.FIGURE),
    )
    paper = with_rows(paper_with([]), Row(kind=RowKind.ITEM, cells=("1", "2", "3")), columns=columns)
    rows = read(csv_file(paper))
    assert list(rows[0])[3:-2] == ["План: 2021", "План: 2021 (2)", "Раздел (2)"]
    assert list(rows[0].values())[3:-2] == ["1", "2", "3"]


def test_several_tables_become_one(paper_with: PaperWith) -> None:
    """Lines name their table; columns with the same heading are one, those of the other tables stay empty."""
    paper = paper_with(["дело"])
    other = dataclasses.replace(
        paper.tables[0],
        title="Другая",
        columns=(paper.tables[0].columns[1], Column(key="x", title="Иное", width=Width.SHORT)),
        rows=(Row(kind=RowKind.ITEM, id="9", cells=("название", "иное")),),
    )
    rows = read(csv_file(dataclasses.replace(paper, tables=(paper.tables[0], other))))
    assert [row["Таблица"] for row in rows] == ["1", "Другая"]
    assert [row["Наименование мероприятия"] for row in rows] == ["дело", "название"]
    assert [row["Иное"] for row in rows] == ["", "иное"]
    assert rows[1]["Ответственные"] == ""


@pytest.mark.parametrize("kind", ["roadmaps", "reports"])
def test_nothing_of_the_official_papers_is_lost(official_plan: Plan, kind: str) -> None:
    """There is a line for every row that is no section, with all its cells, and with the texts of its remarks."""
    corpus, imprint = official_plan.corpus, Imprint(publisher="Проба")
    papers = (
        [roadmap.make(official_plan, record, imprint) for record in corpus.roadmaps.values()]
        if kind == "roadmaps"
        else [report.make(corpus, record, imprint) for record in corpus.reports.values()]
    )
    for paper in papers:
        remarks: dict[int, Remark] = {remark.number: remark for remark in paper.remarks}
        lines = read(csv_file(paper))
        wanted = [row for row in paper.tables[0].rows if row.kind is not RowKind.SECTION]
        assert [line["Ключ"] for line in lines] == [row.id for row in wanted]
        for line, row in zip(lines, wanted, strict=True):
            cells = [read_back(cell) for cell in list(line.values())[3:-2]]
            assert all(cell in (None, found) for cell, found in zip(row.cells, cells, strict=True))
            assert all(remarks[number].text in line["Пояснения"] for number in row.remarks)


def test_the_same_paper_makes_the_same_bytes(paper_with: PaperWith, markup: tuple[str, ...]) -> None:
    """Two runs differ in no byte, and no byte is a control character but line ends and tabs."""
    data = csv_file(paper_with(markup))
    assert data == csv_file(paper_with(markup))
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", data)
