"""The sheet «Пояснения»: remarks of the transcriber, sources, and a word about the tables."""

from collections.abc import Iterator
from typing import Final

from dorkarta.documents.paper import Paper
from dorkarta.documents.spreadsheet import looks
from dorkarta.documents.spreadsheet.book import Book
from dorkarta.documents.spreadsheet.extent import pieces, room
from dorkarta.documents.spreadsheet.writing import Wide, Writing

NAME: Final = "Пояснения"

_HEADINGS: Final = ("№", "Где", "Что", "Пояснение")
_WIDTHS: Final = (8, 26, 26, 90)
_ALL: Final = (0, len(_WIDTHS) - 1)
_REPEATED: Final = "Серым повторено то, что в документе напечатано один раз для нескольких строк."
_CONTINUED: Final = "Текст, для которого не хватает высоты одной строки, продолжен в строке под ней."


def write_remarks(book: Book, paper: Paper, *, repeats: bool, continued: bool) -> None:
    """Write the sheet.

    Arguments:
        book: The workbook.
        paper: What its remarks are about.
        repeats: Some rows of the tables say in grey what stands above them.
        continued: Some texts of the tables go on in the row below.
    """
    sheet = book.sheet(NAME, footer=paper.name)
    writing = Writing(book, sheet, _WIDTHS)
    writing.wide(Wide(text=paper.name, look=looks.TITLE, columns=_ALL))
    if paper.remarks:
        heading = writing.row
        writing.cells(((title, looks.HEADING) for title in _HEADINGS), spare=1)
        for number, where, kind, text in _rows(paper):
            writing.cells(
                ((number, looks.CENTERED), (where, looks.CELL), (kind, looks.CELL), (text, looks.CELL)),
            )
        sheet.autofilter(heading, 0, writing.row - 1, len(_WIDTHS) - 1)
        sheet.freeze_panes(heading + 1, 0)
        sheet.repeat_rows(heading)
    writing.skip()
    for line in (*paper.sources, *_about_tables(repeats=repeats, continued=continued)):
        writing.wide(Wide(text=line, look=looks.PLAIN, columns=_ALL))
    book.all_text(sheet)


def _rows(paper: Paper) -> Iterator[tuple[str, str, str, str]]:
    """The remarks; a long one goes on in the row below, which bears its number again."""
    for remark in paper.remarks:
        where = remark.where or "Документ в целом"
        for part in pieces(remark.text, room(_WIDTHS[-1])):
            yield str(remark.number), where, remark.kind, part


def _about_tables(*, repeats: bool, continued: bool) -> Iterator[str]:
    yield (
        "Строки таблицы можно отбирать и сортировать; столбец «Порядок» возвращает их в порядок документа. "
        "Все ячейки – текст, формул и макросов в файле нет."
    )
    if repeats:
        yield _REPEATED
    if continued:
        yield _CONTINUED
