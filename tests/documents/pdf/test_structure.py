"""What archives and screen readers need: standards, tags, bookmarks, links, attachments, headings on every page."""

import dataclasses
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest

from dorkarta.documents.paper import Attachment, Column, Paper, Remark, Row, RowKind, Table, Width

if TYPE_CHECKING:
    from documents.pdf.conftest import Printed

PaperWith = Callable[[Sequence[str]], Paper]
Print = Callable[[Paper], "Printed"]


def test_says_what_standards_it_keeps(printed: Print, paper_with: PaperWith) -> None:
    """The file claims PDF/A-3a and PDF/UA-1, and has what they ask for: tags, language, a title that is shown."""
    paper = paper_with(["Раз"])
    document = printed(paper).document
    root = document.Root

    with document.open_metadata() as metadata:
        claims = {name: metadata[name] for name in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part")}
        about = [metadata[f"dc:{name}"] for name in ("title", "creator", "description")]
    assert claims == {"pdfaid:part": "3", "pdfaid:conformance": "A", "pdfuaid:part": "1"}
    assert about == [paper.name, [paper.publisher], paper.title]
    assert root.MarkInfo.Marked
    assert root.Lang == "ru-RU"
    assert root.ViewerPreferences.DisplayDocTitle
    assert root.OutputIntents[0].S == "/GTS_PDFA1"


def test_bears_the_time_of_the_paper(printed: Print, paper_with: PaperWith) -> None:
    """The clock stands nowhere in the file: its times are those of the paper."""
    document = printed(paper_with(["Раз"])).document

    assert str(document.docinfo.CreationDate).startswith("D:20210310120000")
    assert str(document.docinfo.ModDate).startswith("D:20210310120000")


def test_cells_know_their_headings(printed: Print, paper_with: PaperWith) -> None:
    """Every cell of a table names the headings of its own column, those of a group above it too."""
    paper = with_table(paper_with([]), grouped())
    pdf = printed(paper)

    names = {str(tag.A[0].get("/Scope")): tag for tag in pdf.tags("/TH")}
    assert set(names) == {"/Column"}
    titles = {bytes(tag.ID): "".join(pdf.text_under(tag)) for tag in pdf.tags("/TH")}
    rows = pdf.tags("/TR", pdf.tags("/TBody")[0])
    said = [[headings(cell, titles) for cell in pdf.tags("/TD", row)] for row in rows]
    assert said[1] == [["№ п/п"], ["Мероприятие"], ["Годы", "2021"], ["Годы", "2022"]]
    assert said[2] == [["Годы", "2021"], ["Годы", "2022"]]


def test_cells_say_over_how_many_rows_they_reach(printed: Print, paper_with: PaperWith) -> None:
    """A row of a second figure belongs to the title above; a heading inside the table is as wide as the table."""
    pdf = printed(with_table(paper_with([]), grouped()))

    rows = pdf.tags("/TR", pdf.tags("/TBody")[0])
    spans = [[(span(cell, "/ColSpan"), span(cell, "/RowSpan")) for cell in pdf.tags("/TD", row)] for row in rows]
    assert spans == [[(4, 1)], [(1, 2), (1, 2), (1, 1), (1, 1)], [(1, 1), (1, 1)], [(1, 1)] * 4]


def test_headings_are_repeated_for_the_eye_alone(printed: Print, paper_with: PaperWith) -> None:
    """Every page has the heading of the table and the numbers of its columns; the structure has them once."""
    pdf = printed(paper_with([f"Мероприятие номер {n}" for n in range(150)]))

    assert len(pdf.pages) > 4
    for page in pdf.pages[:-1]:
        assert "№ п/п Наименование мероприятия Сроки исполнения Ответственные 1 2 3 4" in page
    assert len(pdf.tags("/THead")) == 1
    assert pdf.by_structure.count("Наименование мероприятия") == 1
    assert "1234" not in pdf.by_structure


def test_every_page_says_whose_it_is(printed: Print, paper_with: PaperWith) -> None:
    """At the foot of every page stand the name of the document and which of how many pages it is."""
    paper = paper_with([f"Мероприятие номер {n}" for n in range(60)])
    pages = printed(paper).pages

    for number, page in enumerate(pages, 1):
        assert page.endswith(f"{paper.name} Страница {number} из {len(pages)}")


@pytest.mark.parametrize("lines", [1, 3])
def test_no_heading_stands_alone(printed: Print, paper_with: PaperWith, lines: int) -> None:
    """A heading inside a table, and one before it, are on the page of the first row under them, wherever pages end."""
    rows = []
    for n in range(40):
        if n % 3 == 0:
            rows.append(Row(kind=RowKind.SECTION, cells=(f"Глава{n}.",)))
        rows.append(Row(kind=RowKind.SECTION, cells=(f"Раздел{n}.",), depth=1 if n % 3 == 0 else 0))
        item = " ".join([f"Пункт{n}.", *["слово"] * 25 * (lines + n % 3)])
        rows.append(Row(kind=RowKind.ITEM, cells=("1", item, "", "")))
    paper = paper_with([])
    pages = printed(with_table(paper, dataclasses.replace(paper.tables[0], rows=tuple(rows)))).pages

    def page_of(word: str) -> int:
        return next(number for number, page in enumerate(pages) if f"{word} " in page)

    assert len(pages) > 5
    assert [n for n in range(40) if page_of(f"Раздел{n}.") != page_of(f"Пункт{n}.")] == []
    assert [n for n in range(0, 40, 3) if page_of(f"Глава{n}.") != page_of(f"Раздел{n}.")] == []


def test_a_title_over_a_table_stays_with_it(printed: Print, paper_with: PaperWith) -> None:
    """Titles and leads of tables are on the page of the first row, in whatever place of a page a table begins."""
    paper = paper_with([])
    for rows in range(8, 26):
        first = dataclasses.replace(paper.tables[0], rows=items("а", rows), title="Первая")
        second = dataclasses.replace(paper.tables[0], rows=items("б", 3), title="Вторая", lead="Что в ней.")
        pages = printed(dataclasses.replace(paper, tables=(first, second))).pages
        assert [page for page in pages if "Вторая" in page] == [page for page in pages if "б0" in page]


def test_low_rows_are_whole(printed: Print, paper_with: PaperWith) -> None:
    """No page is turned within a row of a few lines."""
    pages = printed(paper_with([f"начало{n} {'слово ' * 60} конец{n}" for n in range(40)])).pages

    assert len(pages) > 5
    for n in range(40):
        assert [page for page in pages if f"начало{n} " in page] == [page for page in pages if f"конец{n} " in page]


def test_remarks_lead_there_and_back(printed: Print, paper_with: PaperWith) -> None:
    """The number behind a title leads to its remark, and the number of the remark to its first mention."""
    rows = (
        Row(kind=RowKind.ITEM, cells=("1", "Раз", "", ""), remarks=(2,)),
        Row(kind=RowKind.ITEM, cells=("2", "Два", "", ""), remarks=(1, 2)),
    )
    remarks = tuple(Remark(number=n, where="", kind="Замечание", text=f"слово{n}") for n in (1, 2, 3))
    paper = paper_with([])
    table = dataclasses.replace(paper.tables[0], rows=rows)
    pdf = printed(dataclasses.replace(with_table(paper, table), remarks=remarks, live=None))

    links = [tag for tag in pdf.tags("/Link") if "".join(pdf.text_under(tag)).strip(".").isdigit()]
    assert ["".join(pdf.text_under(tag)) for tag in links] == ["2", "1", "2", "1.", "2."]
    heights = [target(pdf, tag) for tag in links]
    assert heights[0] == heights[2] < heights[1]  # the second remark stands below the first
    assert heights[4] > heights[3]  # the first mention of the second stands above that of the first
    assert all(tag for tag in pdf.tags("/Lbl"))


def test_bookmarks_follow_the_sections(printed: Print, paper_with: PaperWith) -> None:
    """The outline has the tables, the sections under them by their depth, and the remarks; no numbers of remarks."""
    rows = (
        Row(kind=RowKind.SECTION, cells=("1. Раздел",), remarks=(1,)),
        Row(kind=RowKind.SECTION, cells=("1.1. Подраздел",), depth=1),
        Row(kind=RowKind.ITEM, cells=("1", "Раз", "", "")),
        Row(kind=RowKind.SECTION, cells=("2. Раздел",)),
        Row(kind=RowKind.ITEM, cells=("2", "Два", "", "")),
    )
    paper = paper_with([])
    plain = with_table(paper, dataclasses.replace(paper.tables[0], rows=rows))
    titled = with_table(paper, dataclasses.replace(paper.tables[0], rows=rows, title="Таблица"))

    assert outline(printed(plain)) == ["1. Раздел", "  1.1. Подраздел", "2. Раздел", "Пояснения"]
    inside = ["  1. Раздел", "    1.1. Подраздел", "  2. Раздел"]
    assert outline(printed(titled)) == ["Таблица", *inside, "Пояснения"]


def test_carries_what_it_was_made_of(printed: Print, paper_with: PaperWith) -> None:
    """Attachments are inside, byte for byte, as the source of the document, with their type and what they are."""
    files = {
        "запись.yaml": ("application/yaml", "title: «Ёлка»\r\n\tэтап: 1\0\n".encode()),
        "roadmap.json": ("application/json", b'{"a": "\\u0301"}'),
        "scan.bin": ("application/octet-stream", bytes(range(256))),
        "пусто.txt": ("text/plain", b""),
    }
    attachments = tuple(
        Attachment(name=name, media_type=media_type, description=f"Что это: {name}", data=data)
        for name, (media_type, data) in files.items()
    )
    pdf = printed(dataclasses.replace(paper_with(["Раз"]), attachments=attachments))
    document = pdf.document

    inside = {spec.filename: spec for spec in document.attachments.values()}
    assert {name: (spec.get_file().mime_type, spec.get_file().read_bytes()) for name, spec in inside.items()} == files
    assert [inside[name].description for name in files] == [each.description for each in attachments]
    assert {str(spec.obj.AFRelationship) for spec in inside.values()} == {"/Source"}
    assert len(document.Root.AF) == len(files)


def test_the_code_speaks(printed: Print, paper_with: PaperWith) -> None:
    """The picture of the code is told in words, and beside it stands a link to the live page."""
    paper = paper_with(["Раз"])
    pdf = printed(paper)

    assert [str(tag.Alt) for tag in pdf.tags("/Figure")] == ["QR-код с адресом страницы документа"]
    links = [
        note.A.URI for page in pdf.document.pages for note in page.get("/Annots", []) if "/URI" in note.get("/A", {})
    ]
    assert [str(link) for link in links] == [paper.live]


def grouped() -> Table:
    """A table with a heading over two columns, and a title that has two rows of figures."""
    year = Column(key="2021", title="2021", width=Width.FIGURE, group="Годы")
    columns = (
        Column(key="number", title="№ п/п", width=Width.NUMBER),
        Column(key="title", title="Мероприятие", width=Width.LONG),
        year,
        dataclasses.replace(year, key="2022", title="2022"),
    )
    rows = (
        Row(kind=RowKind.SECTION, cells=("Раздел",)),
        Row(kind=RowKind.ITEM, cells=("1", "Раз", "2", "3")),
        Row(kind=RowKind.MORE, cells=(None, None, "4", "5")),
        Row(kind=RowKind.ITEM, cells=("2", "Два", "6", "")),
    )
    return Table(columns=columns, rows=rows)


def items(letter: str, count: int) -> tuple[Row, ...]:
    """Rows whose titles are the letter with a number."""
    return tuple(Row(kind=RowKind.ITEM, cells=("", f"{letter}{n}", "", "")) for n in range(count))


def with_table(paper: Paper, table: Table) -> Paper:
    """The paper with this table alone."""
    return dataclasses.replace(paper, tables=(table,))


def headings(cell: Any, titles: dict[bytes, str]) -> list[str]:
    """The titles of the headings that a cell names, without the numbers of columns, which say nothing."""
    return [title for one in cell.A[0].Headers if (title := titles[bytes(one)])]


def span(cell: Any, name: str) -> int:
    """How many columns or rows a cell takes."""
    return int(cell.A[0].get(name, 1))


def target(pdf: "Printed", link: Any) -> float:
    """How high above the foot of its page a link leads."""
    notes = [note for page in pdf.document.pages for note in page.get("/Annots", [])]
    mine = next(kid.Obj for kid in link.K if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid)
    assert mine in notes
    return float((mine.get("/Dest") or mine.A.D)[3])


def outline(pdf: "Printed") -> list[str]:
    """The bookmarks, deeper ones further to the right."""

    def told(entries: Sequence[pikepdf.OutlineItem], depth: int) -> list[str]:
        found = []
        for entry in entries:
            found += ["  " * depth + str(entry.title), *told(entry.children, depth + 1)]
        return found

    with pdf.document.open_outline() as opened:
        return told(list(opened.root), 0)
