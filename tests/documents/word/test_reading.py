"""What is written into a DOCX file comes back from it: by python-docx cell by cell, by LibreOffice as plain text."""

import io
import re
import subprocess
from collections.abc import Callable, Mapping

import docx
from docx.document import Document

from dorkarta.documents.paper import Paper, Row, RowKind, Table
from dorkarta.documents.word.document import docx_file

Convert = Callable[[Mapping[str, bytes], str], Mapping[str, bytes]]
TEXT = "txt:Text (encoded):UTF8"


def test_markup_stays_text(markup: tuple[str, ...], paper_with: Callable[..., Paper]) -> None:
    """Whatever a title looks like, python-docx reads it back letter for letter."""
    table = opened(paper_with(markup)).tables[0]
    assert [row.cells[1].text for row in table.rows[3:]] == list(markup)


def test_office_reads_markup_as_text(
    markup: tuple[str, ...], paper_with: Callable[..., Paper], converted: Convert
) -> None:
    """Whatever a title looks like, LibreOffice reads it back letter for letter."""
    text = converted({"markup": docx_file(paper_with(markup))}, TEXT)["markup"].decode("utf-8-sig")
    assert [each for each in markup if each not in text] == []


def test_every_row_of_the_records_comes_back(official_papers: Mapping[str, Paper]) -> None:
    """Each row of each official paper has its texts, its references to remarks and its decision, each in its cell."""
    for paper in official_papers.values():
        document = opened(paper)
        for table, read in zip(paper.tables, document.tables, strict=True):
            rows = [[cell.text for cell in row.cells] for row in read.rows]
            assert rows[len(rows) - len(table.rows) :] == list(expected_rows(table))


def test_a_paper_says_all(full_paper: Paper) -> None:
    """All that stands outside of tables is there, in the order of an official document."""
    read = [paragraph.text for paragraph in opened(full_paper).paragraphs if paragraph.text]
    assert read == [
        "Приложение № 1\nк письму",
        "УТВЕРЖДЕНО",
        "Начальник управления",
        "10 марта 2021 г.",
        "Дорожная карта мероприятий",
        "Раздел 1. Раздел",
        "Цель: создание условий",
        "Март 2021",
        "День в документах не назван.",
        "Начальник отдела",
        "Пояснения",
        "1.\tРаздел 1. Исправлено: буква",
        "2.\tПункт 1. Замечание: о пункте",
        "3.\tПункт 1. Утрачено: число",
        "4.\tЗамечание: обо всём",
        "Источник: проба (распознанный скан).",
        "Дополнение: другая проба.",
        "Институт развития <образования> & школ. Редакция от 10 марта 2021\u00a0г.",
        "  Страница документа: https://пример.рф/карта школ/?раздел=1&уровень=«школа»",
    ]


def test_the_foot_names_the_document_and_counts_pages(full_paper: Paper) -> None:
    """Every page has the name of the document and «Страница X из Y», counted by the program."""
    section = opened(full_paper).sections[0]
    foot = section.footer.paragraphs[0]
    assert foot.text == "Муниципальная дорожная карта: Проба, 2021\tСтраница  из "  # fields are no text
    assert re.findall(r'w:instr="(\w+)"', foot._p.xml) == ["PAGE", "NUMPAGES"]  # noqa: SLF001  # no other way to fields


def test_the_office_shows_all_that_is_long(full_paper: Paper, converted: Convert, numbered: Callable[..., str]) -> None:
    """Rows of several pages and words of three thousand letters are shown whole, beside cells that reach over rows."""
    pdf = converted({"full": docx_file(full_paper)}, "pdf")["full"]
    command = ["pdftotext", "-layout", "-", "-"]
    text = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()
    words = f"{numbered('д', 900)} {numbered('о', 300)} {numbered('п', 200)}".split()
    assert [word for word in words if word not in text] == []
    assert sum(map(len, re.findall("х{9,}", text))) == 3000


def test_the_office_reads_the_records(official_papers: Mapping[str, Paper], converted: Convert) -> None:
    """LibreOffice opens every official paper and finds every text of its tables."""
    texts = converted({name: docx_file(paper) for name, paper in official_papers.items()}, TEXT)
    for name, paper in official_papers.items():
        text = texts[name].decode("utf-8-sig")
        cells = (cell for table in paper.tables for row in table.rows for cell in row.cells if cell)
        assert [cell for cell in cells if cell not in text] == [], name


def opened(paper: Paper) -> Document:
    return docx.Document(io.BytesIO(docx_file(paper)))


def expected_rows(table: Table) -> list[list[str]]:
    """The cells as python-docx tells them: a merged cell says the same in all its places."""
    rows: list[list[str]] = []
    for row in table.rows:
        if row.kind is RowKind.SECTION:
            rows.append([said(row, row.cells[0] or "")] * len(table.columns))
        else:
            lead = [column.key for column in table.columns].index("title")
            rows.append(
                [
                    rows[-1][place] if text is None else said(row, text) if place == lead else text
                    for place, text in enumerate(row.cells)
                ]
            )
    return rows


def said(row: Row, text: str) -> str:
    marks = "".join(f"[{number}]" for number in row.remarks)
    return f"{text}{marks}\n{row.state}" if row.state else text + marks
