"""Workbooks of papers, read back by python-calamine and by LibreOffice."""

import csv
import dataclasses
import datetime
import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree
from python_calamine import CalamineWorkbook

from dorkarta.documents import report, roadmap
from dorkarta.documents.imprint import Imprint
from dorkarta.documents.paper import Column, Paper, Remark, Row, RowKind, Table, Width
from dorkarta.documents.spreadsheet.book import Book
from dorkarta.documents.spreadsheet.extent import HIGHEST, height, lines, pieces, room
from dorkarta.documents.spreadsheet.sheet_names import sheet_names
from dorkarta.documents.xlsx import xlsx_file
from dorkarta.printable import printable
from dorkarta.records.plan import Plan

PaperWith = Callable[[Sequence[str]], Paper]
Office = Callable[[Mapping[str, bytes], str], dict[str, bytes]]

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
MOMENT = datetime.datetime(2021, 3, 10, tzinfo=datetime.UTC)
BARE = Paper(stem="a", name="Имя", title="Название бумаги", tables=(), address="a/", publisher="Проба", moment=MOMENT)
LIKE_NUMBERS = ("00123", "4.10", "1E5", "TRUE", "01.02", "12:30", "1/2", "-5", "1 000", "5%", "#N/A", "0")
EACH_SHEET_QUOTED = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1"
"""LibreOffice's words for: every sheet, commas, UTF-8, quotes around all that is text."""
AS_TEXT = "49"
"""The number of the format «Текстовый» in every workbook."""


def sheets(data: bytes) -> dict[str, list[list[object]]]:
    """The cells of every sheet as calamine reads them, from A1 on."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {
        name: [list(row) for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)]
        for name in book.sheet_names
    }


def xml(data: bytes, name: str) -> etree._Element:
    """A part of the package."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def sheet_xml(data: bytes, number: int = 1) -> etree._Element:
    """A sheet of the package."""
    return xml(data, f"xl/worksheets/sheet{number}.xml")


def table_of(rows: list[list[object]], heading: str) -> list[dict[object, object]]:
    """The rows under a heading, by heading."""
    start = next(place for place, row in enumerate(rows) if heading in row)
    return [dict(zip(rows[start], row, strict=True)) for row in rows[start + 1 :]]


def defined_names(data: bytes) -> dict[str, list[str]]:
    """What names of the workbook stand for."""
    found: dict[str, list[str]] = {}
    for each in xml(data, "xl/workbook.xml").iter(f"{MAIN}definedName"):
        found.setdefault(each.get("name", ""), []).append(each.text or "")
    return found


def with_rows(paper: Paper, *rows: Row, columns: tuple[Column, ...] | None = None) -> Paper:
    """The paper with other rows in its table."""
    table = dataclasses.replace(paper.tables[0], rows=rows, columns=columns or paper.tables[0].columns)
    return dataclasses.replace(paper, tables=(table,))


def official_papers(plan: Plan) -> list[Paper]:
    """The papers of all records of this project."""
    imprint = Imprint(publisher="Проба", site_url="https://example.org/")
    roadmaps = [roadmap.make(plan, record, imprint) for record in plan.corpus.roadmaps.values()]
    return roadmaps + [report.make(plan.corpus, record, imprint) for record in plan.corpus.reports.values()]


def test_hostile_texts_come_back_literally(paper_with: PaperWith, markup: tuple[str, ...]) -> None:
    """Texts like formulas, markup and escapes of whatever format are read by calamine as they were written."""
    rows = table_of(next(iter(sheets(xlsx_file(paper_with(markup))).values())), "Наименование мероприятия")
    assert [row["Наименование мероприятия"] for row in rows[1:]] == [printable(text) for text in markup]


ESCAPES = ("_x0041_x0042_", "_x005F_x0041_", "_x0041__x0042_", "<r>x</r>", "<r><t>x</t></r>", "<r>_x0041_&amp;</r>")
"""What XlsxWriter itself writes otherwise than it was told."""


def test_texts_like_the_escapes_of_the_format_come_back(paper_with: PaperWith) -> None:
    """Overlapping `_x0041_` and texts that XlsxWriter takes for its own markup are literal, too."""
    rows = table_of(next(iter(sheets(xlsx_file(paper_with(ESCAPES))).values())), "Наименование мероприятия")
    assert [row["Наименование мероприятия"] for row in rows[1:]] == list(ESCAPES)


@given(st.lists(st.text(alphabet=st.sampled_from("_x0041AFr<>/&;t \t\nя😀=+'\"")), min_size=1, max_size=20))
def test_any_text_comes_back(texts: list[str]) -> None:
    """Whatever text of letters that formats use for themselves is read as it was written."""
    column = Column(key="title", title="Название", width=Width.LONG)
    rows = tuple(Row(kind=RowKind.ITEM, cells=(f"{text}.",)) for text in texts)
    paper = dataclasses.replace(BARE, tables=(Table(columns=(column,), rows=rows),))
    read = table_of(next(iter(sheets(xlsx_file(paper)).values())), "Название")
    assert [row["Название"] for row in read] == [f"{text}." for text in texts]


def test_libreoffice_reads_the_same_texts(paper_with: PaperWith, markup: tuple[str, ...], office: Office) -> None:
    """LibreOffice shows hostile texts and texts like numbers literally, and takes every cell for text."""
    texts = [printable(text) for text in (*markup, *ESCAPES, *LIKE_NUMBERS)]
    name, written = "paper.xlsx", xlsx_file(paper_with(texts))
    exported = office({name: written}, EACH_SHEET_QUOTED)
    first = next(data for file, data in exported.items() if "Пояснения" not in file).decode("utf-8-sig")
    rows: list[list[object]] = [list(row) for row in csv.reader(io.StringIO(first, newline=""))]
    width = max(map(len, rows))
    read = table_of([row + [""] * (width - len(row)) for row in rows], "Наименование мероприятия")
    assert [row["Наименование мероприятия"] for row in read[1:]] == texts
    unquoted = [cell for cell in re.sub(r'"(?:[^"]|"")*"', "", first).replace("\n", ",").split(",") if cell]
    assert unquoted == []


def test_what_looks_like_a_number_stays_text(paper_with: PaperWith) -> None:
    """No cell of the sheet is a number, a date, a truth value or an error."""
    data = xlsx_file(paper_with(LIKE_NUMBERS))
    assert all(isinstance(cell, str) for rows in sheets(data).values() for row in rows for cell in row)
    rows = table_of(next(iter(sheets(data).values())), "Наименование мероприятия")
    assert [row["Наименование мероприятия"] for row in rows[1:]] == list(LIKE_NUMBERS)


def test_there_is_no_formula(paper_with: PaperWith, markup: tuple[str, ...]) -> None:
    """No sheet has a formula, and the package has no macro and no link but to the page of the paper."""
    data = xlsx_file(paper_with(markup))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
        texts = [package.read(name) for name in names if name.endswith(".rels")]
    assert not any(etree_sheet.findall(f".//{MAIN}f") for etree_sheet in (sheet_xml(data, 1), sheet_xml(data, 2)))
    assert not [name for name in names if "vba" in name.lower() or "external" in name.lower()]
    outside = [found for text in texts for found in re.findall(rb'Target="([^"]*)" TargetMode="External"', text)]
    assert outside == [b"https://example.org/shnor/roadmaps/test/roadmap-2021/"]


def test_cells_keep_their_text_when_somebody_edits_them(paper_with: PaperWith) -> None:
    """Cells are of the format «Текстовый»; long ones, which old Excel would show as `####` then, are quoted instead."""
    data = xlsx_file(paper_with(["4.10", "я" * 300]))
    formats = list(xml(data, "xl/styles.xml").find(f"{MAIN}cellXfs"))
    for cell in sheet_xml(data).iter(f"{MAIN}c"):
        look = formats[int(cell.get("s"))]
        assert look.get("numFmtId") == AS_TEXT or look.get("quotePrefix") == "1"
    title, long = (row[1] for row in list(sheet_xml(data).iter(f"{MAIN}row"))[-2:])
    assert formats[int(title.get("s"))].get("numFmtId") == AS_TEXT
    assert formats[int(long.get("s"))].get("quotePrefix") == "1"


def test_filter_stands_in_the_last_heading_and_covers_the_table(paper_with: PaperWith) -> None:
    """The filter begins in the row of headings and ends with the last row of the table."""
    data = xlsx_file(paper_with(["один", "два"]))
    rows = next(iter(sheets(data).values()))
    heading = next(place for place, row in enumerate(rows, 1) if "Наименование мероприятия" in row)
    assert sheet_xml(data).find(f"{MAIN}autoFilter").get("ref") == f"A{heading}:F{heading + 3}"


def test_headings_stay_in_view_and_are_printed_on_every_page(paper_with: PaperWith) -> None:
    """Panes are frozen under the headings and right of the titles; headings repeat in print; our columns do not."""
    data = xlsx_file(paper_with(["один"]))
    pane = sheet_xml(data).find(f".//{MAIN}pane")
    rows = next(iter(sheets(data).values()))
    heading = next(place for place, row in enumerate(rows, 1) if "Наименование мероприятия" in row)
    assert (pane.get("state"), pane.get("xSplit"), pane.get("ySplit")) == ("frozen", "2", str(heading))
    names = defined_names(data)
    assert f"'Муниципальная дорожная карта'!${heading}:${heading}" in names["_xlnm.Print_Titles"]
    assert names["_xlnm.Print_Area"] == [f"'Муниципальная дорожная карта'!$A$1:$D${heading + 2}"]
    assert names["ColumnTitle01"] == [f"'Муниципальная дорожная карта'!$A${heading}:$F${heading}"]


def test_a_head_too_high_to_stay_in_view_is_not_frozen(paper_with: PaperWith) -> None:
    """With a very long title only the columns are frozen, so that the table can still be moved."""
    paper = dataclasses.replace(paper_with(["один"]), title="Очень длинное название " * 80)
    pane = sheet_xml(xlsx_file(paper)).find(f".//{MAIN}pane")
    assert (pane.get("xSplit"), pane.get("ySplit")) == ("2", None)


def test_page_is_a4_landscape_one_page_wide_and_numbered(paper_with: PaperWith) -> None:
    """Every sheet prints on A4 landscape, as wide as the page, with page numbers and the name, `&` and all."""
    paper = dataclasses.replace(paper_with(["один"]), name="А & Б &[Page] &P")
    data = xlsx_file(paper)
    for number in (1, 2):
        sheet = sheet_xml(data, number)
        setup = sheet.find(f"{MAIN}pageSetup")
        assert (setup.get("paperSize"), setup.get("orientation"), setup.get("fitToHeight")) == ("9", "landscape", "0")
        footer = sheet.findtext(f"{MAIN}headerFooter/{MAIN}oddFooter")
        assert footer == "&L&9 А && Б && [Page] &&P&R&9Страница &P из &N"


def test_no_cells_of_the_table_are_joined(official_plan: Plan) -> None:
    """Joined cells stand above the filter's row only: Excel refuses to sort a table that has any."""
    for paper in official_papers(official_plan):
        sheet = sheet_xml(xlsx_file(paper))
        first = int(re.findall(r"\d+", sheet.find(f"{MAIN}autoFilter").get("ref"))[0])
        joined = [int(re.findall(r"\d+", each.get("ref"))[1]) for each in sheet.iter(f"{MAIN}mergeCell")]
        last = int(re.findall(r"\d+", sheet.find(f"{MAIN}autoFilter").get("ref"))[1])
        assert joined
        assert not [row for row in joined if first <= row <= last]


def test_nothing_of_the_official_papers_is_lost(official_plan: Plan) -> None:
    """Every cell of every row stands in the sheet, in order, under its heading; every remark in the other sheet."""
    for paper in official_papers(official_plan):
        first, remarks = sheets(xlsx_file(paper)).values()
        table = paper.tables[0]
        start = next(place for place, row in enumerate(first) if table.columns[0].title in row)
        written = first[start + 1 :]
        above: tuple[str, ...] = ()
        for row, cells in zip(table.rows, written, strict=False):
            if row.kind is RowKind.SECTION:
                assert row.cells[0] in cells
            else:
                above = tuple(
                    (above[place] if row.kind is RowKind.MORE else "") if cell is None else cell
                    for place, cell in enumerate(row.cells)
                )
                assert tuple(cells[: len(above)]) == above
        assert [cell[3] for cell in remarks[2 : 2 + len(paper.remarks)]] == [each.text for each in paper.remarks]
        assert paper.sources[0] in [row[0] for row in remarks]
        head = {str(cell) for row in first[: start + 1] for cell in row}
        assert {paper.title, *paper.grif, *(column.title for column in table.columns)} <= head


def test_sections_are_said_in_every_row_and_order_can_be_got_back(paper_with: PaperWith) -> None:
    """Each row tells the path of its section, and sorting by «Порядок» gives the order of the document."""
    item = Row(kind=RowKind.ITEM, cells=("1", "дело", "май", "все"))
    paper = with_rows(
        paper_with([]),
        Row(kind=RowKind.SECTION, cells=("1. Первый",)),
        Row(kind=RowKind.SECTION, cells=("1.1. Внутри",), depth=1),
        *[item] * 9,
        Row(kind=RowKind.SECTION, cells=("2. Второй",)),
        item,
    )
    rows = table_of(next(iter(sheets(xlsx_file(paper)).values())), "Порядок")
    assert [row["Раздел"] for row in rows] == ["1. Первый", *["1. Первый / 1.1. Внутри"] * 10, *["2. Второй"] * 2]
    assert [row["Порядок"] for row in rows] == sorted(str(row["Порядок"]) for row in rows)
    assert len({row["Порядок"] for row in rows}) == len(rows)


def test_further_lines_of_a_row_stand_alone(paper_with: PaperWith) -> None:
    """A second indicator repeats what it shares with the first, in grey; an empty cell stays empty."""
    paper = with_rows(
        paper_with([]),
        Row(kind=RowKind.ITEM, cells=("1", "дело", "", "все"), state="Отменено"),
        Row(kind=RowKind.MORE, cells=(None, None, "июнь", None)),
    )
    data = xlsx_file(paper)
    rows = table_of(next(iter(sheets(data).values())), "Порядок")
    assert [list(row.values())[:5] for row in rows] == [
        ["1", "дело", "", "все", "Отменено"],
        ["1", "дело", "июнь", "все", "Отменено"],
    ]
    fonts = xml(data, "xl/styles.xml").find(f"{MAIN}fonts")
    formats = xml(data, "xl/styles.xml").find(f"{MAIN}cellXfs")
    more = list(sheet_xml(data).iter(f"{MAIN}row"))[-1]
    grey = [
        (color := fonts[int(formats[int(cell.get("s"))].get("fontId"))].find(f"{MAIN}color")) is not None
        and color.get("rgb") == "FF6B6B6B"
        for cell in more
    ]
    assert grey[:4] == [True, True, False, True]
    assert "Серым повторено" in str(list(sheets(data).values())[-1])


def test_columns_in_groups_have_two_rows_of_headings(official_plan: Plan) -> None:
    """A common heading is joined over its columns; the filter's row below has every heading of a single column."""
    paper = next(each for each in official_papers(official_plan) if "Кисловодск" in each.name)
    data = xlsx_file(paper)
    rows = next(iter(sheets(data).values()))
    top = next(place for place, row in enumerate(rows) if "Срок реализации, годы" in row)
    assert rows[top + 1][: len(paper.tables[0].columns)] == [column.title for column in paper.tables[0].columns]
    years = [place for place, each in enumerate(paper.tables[0].columns) if each.group == "Срок реализации, годы"]
    letters = "ABCDEFGHIJ"
    joined = [each.get("ref") for each in sheet_xml(data).iter(f"{MAIN}mergeCell")]
    assert f"{letters[years[0]]}{top + 1}:{letters[years[-1]]}{top + 1}" in joined
    assert f"'Муниципальная дорожная карта'!${top + 1}:${top + 2}" in defined_names(data)["_xlnm.Print_Titles"]


def test_parts_are_indented(paper_with: PaperWith) -> None:
    """The title of a part stands further right than that of its activity."""
    paper = with_rows(
        paper_with([]),
        Row(kind=RowKind.ITEM, cells=("1", "дело", "", "")),
        Row(kind=RowKind.PART, cells=("", "часть", "", ""), depth=1),
    )
    data = xlsx_file(paper)
    formats = xml(data, "xl/styles.xml").find(f"{MAIN}cellXfs")
    titles = [row[1] for row in sheet_xml(data).iter(f"{MAIN}row")][-2:]
    indents = [formats[int(cell.get("s"))].find(f"{MAIN}alignment").get("indent") for cell in titles]
    assert indents == [None, "2"]


def test_a_text_too_long_for_a_row_goes_on_below(paper_with: PaperWith) -> None:
    """A text of 100,000 characters is whole when its pieces are put together, and no cell holds more than Excel may."""
    text = " ".join(f"слово{number}" for number in range(9000))
    data = xlsx_file(paper_with([text, "_x0041_" * 5000, "после"]))
    rows = table_of(next(iter(sheets(data).values())), "Порядок")
    order = [str(row["Порядок"]) for row in rows]
    assert "".join(str(row["Наименование мероприятия"]) for row in rows if str(row["Порядок"])[0] == "2") == text
    assert order == sorted(order, key=lambda each: [int(part) for part in each.split("-")])
    assert rows[-1]["Наименование мероприятия"] == "после"
    assert max(len(str(cell).encode("utf-16-le")) // 2 for row in rows for cell in row.values()) <= 32_767
    assert {row["Ответственные"] for row in rows[1:]} == {"ИРО КК"}
    assert "продолжен в строке под ней" in str(list(sheets(data).values())[-1])


def test_no_row_is_too_low_or_too_high_to_be_shown(official_plan: Plan) -> None:
    """Every row with texts has a height that a spreadsheet can show; rows of the table may still be fitted anew."""
    for paper in official_papers(official_plan):
        sheet = sheet_xml(xlsx_file(paper))
        heights = [float(row.get("ht")) for row in sheet.iter(f"{MAIN}row") if len(row)]
        assert len(heights) == len([row for row in sheet.iter(f"{MAIN}row") if len(row)])
        assert max(heights) <= HIGHEST
        table = list(sheet.iter(f"{MAIN}row"))[-5:-2]
        assert [row.get("customHeight") for row in table] == [None] * 3


@given(st.text(max_size=400), st.integers(min_value=5, max_value=80))
@example("0K\x1b\n", 5)
def test_wrapped_lines_put_together_are_the_text(text: str, width: int) -> None:
    """Wrapping and cutting lose nothing, and every piece fits into a row."""
    assert "".join(lines(text, room(width))) == text
    cut = pieces(text * 20, room(width))
    assert "".join(cut) == text * 20
    assert all(height(len(lines(piece, room(width)))) <= HIGHEST for piece in cut)


WORDS = ("ш" * 200, "ЩЫ " * 150, "ёж " * 200, "iltj " * 200, "МЖЮ" * 100, "образование, " * 60)


def test_no_line_is_hidden(paper_with: PaperWith, office: Office) -> None:
    """LibreOffice breaks texts of wide, narrow and endless words into no more lines than rows have room for."""
    program = shutil.which("pdftotext")
    assert program, "нет pdftotext: apt-get install poppler-utils"
    pdf = office({"paper.xlsx": xlsx_file(paper_with(WORDS))}, "pdf")["paper.pdf"]
    read = subprocess.run([program, "-bbox", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    words = re.findall(r'yMin="([\d.]+)"[^>]*>([^<]*)<', read)
    for text in WORDS:
        printed = {place for place, word in words if word in text.split() or (len(word) > 5 and word in text)}
        assert 1 < len(printed) <= len(lines(text, room(70)))


def test_each_table_has_a_sheet_with_a_name_of_its_own(paper_with: PaperWith) -> None:
    """Names are legal and no two alike, whatever the tables are called; remarks have the last sheet."""
    paper = paper_with(["дело"])
    titles = ("Пояснения", "а/б:в*[г]?\\", "A" * 40, "a" * 40, "'", "")
    tables = tuple(dataclasses.replace(paper.tables[0], title=title or None, lead="Вступление") for title in titles)
    names = list(sheets(xlsx_file(dataclasses.replace(paper, tables=tables))))
    assert names == [
        "Пояснения 2",
        "а б в г",
        "A" * 30 + "…",
        "a" * 28 + "… 2",
        "Лист",
        "Муниципальная дорожная карта",
        "Пояснения",
    ]


@given(st.lists(st.text(), max_size=12))
def test_sheet_names_are_legal_whatever_the_titles(titles: list[str]) -> None:
    """A spreadsheet takes every name: length, letters, apostrophes, no two alike when case does not matter."""
    names = sheet_names([printable(title) for title in titles], taken=("Пояснения",))
    assert len(names) == len(titles)
    assert len({name.casefold() for name in (*names, "Пояснения")}) == len(titles) + 1
    for name in names:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= 31
        assert not re.search(r"[\[\]:*?/\\]", name)
        assert name.strip("'") == name
        assert name.casefold() not in ("history", "журнал")


def test_headings_alike_harm_nobody(paper_with: PaperWith) -> None:
    """Two columns with the same heading both have their cells."""
    columns = tuple(Column(key=key, title="2021", width=Width.FIGURE, group=group) for key, group in ("aб", "bв"))
    paper = with_rows(paper_with([]), Row(kind=RowKind.ITEM, cells=("1", "2")), columns=columns)
    rows = next(iter(sheets(xlsx_file(paper)).values()))
    assert ["1", "2"] in [row[:2] for row in rows]


def test_a_paper_without_address_has_no_link(paper_with: PaperWith) -> None:
    """Where the site has no address the workbook has no hyperlink and no empty line for it."""
    data = xlsx_file(dataclasses.replace(paper_with(["дело"]), live=None, changed=None))
    assert sheet_xml(data).find(f"{MAIN}hyperlinks") is None
    assert next(iter(sheets(data).values()))[0][0] == "Дорожные карты поддержки школ"


def test_remarks_say_where_they_belong(paper_with: PaperWith) -> None:
    """Rows tell the numbers of their remarks; the sheet «Пояснения» tells each with number, place and kind."""
    paper = dataclasses.replace(
        with_rows(paper_with([]), Row(kind=RowKind.ITEM, cells=("1", "дело", "", ""), remarks=(1, 2))),
        remarks=(
            Remark(number=1, where="Пункт 1", kind="Исправлено", text="буква"),
            Remark(number=2, where="", kind="Замечание", text="т" * 9000),
        ),
    )
    first, remarks = sheets(xlsx_file(paper)).values()
    assert table_of(first, "Порядок")[0]["Пояснения"] == "1, 2"
    rows = table_of(remarks, "Пояснение")
    assert list(rows[0].values()) == ["1", "Пункт 1", "Исправлено", "буква"]
    assert "".join(str(row["Пояснение"]) for row in rows if row["№"] == "2") == "т" * 9000
    assert {row["Где"] for row in rows if row["№"] == "2"} == {"Документ в целом"}


def test_properties_tell_title_publisher_and_time(paper_with: PaperWith) -> None:
    """The file says its title, the publisher as author and the paper's moment, and nothing of the library."""
    with zipfile.ZipFile(io.BytesIO(xlsx_file(paper_with(["дело"])))) as package:
        core = package.read("docProps/core.xml").decode()
        times = {each.date_time for each in package.infolist()}
    assert "<dc:title>Муниципальная дорожная карта: Проба, 2021</dc:title>" in core
    assert "<dc:creator>Дорожные карты поддержки школ</dc:creator>" in core
    assert core.count("2021-03-10T12:00:00Z") == 2
    assert times == {(1980, 1, 1, 0, 0, 0)}


def test_the_font_is_not_taken_from_a_theme(paper_with: PaperWith) -> None:
    """Heights are estimated for one font; a font of the theme's scheme would be replaced by another."""
    fonts = xml(xlsx_file(paper_with(["дело"])), "xl/styles.xml").find(f"{MAIN}fonts")
    assert {each.find(f"{MAIN}name").get("val") for each in fonts} == {"Times New Roman"}
    assert not list(fonts.iter(f"{MAIN}scheme"))


def test_the_same_paper_makes_the_same_bytes(paper_with: PaperWith, markup: tuple[str, ...]) -> None:
    """Two runs differ in no byte."""
    paper = paper_with(markup)
    assert xlsx_file(paper) == xlsx_file(paper)


def test_rows_follow_each_other(official_plan: Plan) -> None:
    """Rows of every sheet stand in order and no cell is written twice, as Excel demands."""
    for paper in official_papers(official_plan):
        data = xlsx_file(paper)
        for number in range(1, len(paper.tables) + 2):
            rows = [int(row.get("r")) for row in sheet_xml(data, number).iter(f"{MAIN}row")]
            assert all(before < after for before, after in pairwise(rows))


def test_a_cell_that_cannot_hold_a_text_is_an_error() -> None:
    """Nothing is dropped silently when a text is too long for a cell."""
    book = Book(title="", subject="", publisher="", moment=MOMENT)
    with pytest.raises(ValueError, match="a cell cannot hold 32768 characters"):
        book.write(book.sheet("Лист", footer=""), 0, 0, "я" * 32_768, {})
