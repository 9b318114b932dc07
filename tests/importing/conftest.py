"""Hands that fill in forms: in the XML of the file, and really in LibreOffice."""

import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from lxml import etree
from python_calamine import CalamineWorkbook
from xlsxwriter.utility import xl_rowcol_to_cell

from dorkarta.documents.blank import blank_of
from dorkarta.documents.imprint import Imprint
from dorkarta.documents.report_form import report_form
from dorkarta.model.level import LevelId
from dorkarta.records.corpus import Corpus
from dorkarta.records.plan import plan_of

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"

Answers = Mapping[tuple[str, str], str]
"""By the start of a row's key and the key of a column: what is typed."""
Fill = Callable[[bytes, Answers], bytes]
Put = Callable[[bytes, Mapping[tuple[str, int, int], str]], bytes]
FormOf = Callable[[Corpus, str, LevelId | None], bytes]


def form_of(corpus: Corpus, path: str, level: LevelId | None = None) -> bytes:
    """The blank form of a roadmap."""
    imprint = Imprint(publisher="П", site_url="https://example.org/")
    return report_form(blank_of(plan_of(corpus), corpus.roadmaps[path], imprint, level=level))


def places(data: bytes, answers: Answers) -> dict[tuple[str, int, int], str]:
    """Where answers stand: sheet, row, column. `+1` is the first spare row, the column `fact/2021` a figure."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    sheets = {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}
    found: dict[tuple[str, int, int], str] = {}
    for (key, name), text in answers.items():
        column, _, year = name.partition("/")
        sheet = "Показатели" if year else "Отчёт"
        rows = sheets[sheet]
        head = next(row for row in rows if "activity" in row)
        at = head.index("activity")
        if key.startswith("+"):
            last = max(number for number, row in enumerate(rows) if "#" in str(row[at]))
            row = last + int(key)
        else:
            wanted = key if key == "signed" else f"#{key}"
            row = next(
                number
                for number, cells in enumerate(rows)
                if str(cells[at]).endswith(wanted) and (not year or cells[head.index("year")] == year)
            )
        found[sheet, row, head.index(column)] = text
    return found


def put(data: bytes, texts: Mapping[tuple[str, int, int], str]) -> bytes:
    """Write texts into cells of an XLSX: sheet, row and column, from 0. What begins with `=` is a formula."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    parts = {f"xl/worksheets/sheet{number}.xml": name for number, name in enumerate(book.sheet_names, 1)}
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            written = {spot[1:]: text for spot, text in texts.items() if spot[0] == parts.get(name)}
            target.writestr(name, _written(source.read(name), written) if written else source.read(name))
    return out.getvalue()


def _written(sheet: bytes, texts: Mapping[tuple[int, int], str]) -> bytes:
    root = etree.fromstring(sheet)
    rows = root.find(f"{{{MAIN}}}sheetData")
    for (row, column), text in texts.items():
        line = next((each for each in rows if each.get("r") == str(row + 1)), None)
        if line is None:
            line = etree.SubElement(rows, f"{{{MAIN}}}row", r=str(row + 1))
        name = xl_rowcol_to_cell(row, column)
        cell = next((each for each in line if each.get("r") == name), None)
        if cell is None:
            cell = etree.SubElement(line, f"{{{MAIN}}}c", r=name)
        for each in list(cell):
            cell.remove(each)
        if text.startswith("="):
            cell.set("t", "e")
            etree.SubElement(cell, f"{{{MAIN}}}f").text = text[1:]
            etree.SubElement(cell, f"{{{MAIN}}}v").text = "#REF!"
        elif text.startswith("№="):  # a number, with the style that the cell has
            cell.attrib.pop("t", None)
            etree.SubElement(cell, f"{{{MAIN}}}v").text = text[2:]
        else:
            cell.set("t", "inlineStr")
            inside = etree.SubElement(etree.SubElement(cell, f"{{{MAIN}}}is"), f"{{{MAIN}}}t")
            inside.text = text
            inside.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def fill(data: bytes, answers: Answers) -> bytes:
    """Fill in a form."""
    return put(data, places(data, answers))


def fill_flat(flat: bytes, texts: Mapping[tuple[str, int, int], str]) -> bytes:
    """Write texts into cells of a flat ODF, where one element may stand for many cells."""
    root = etree.fromstring(flat)
    for (sheet, row, column), text in texts.items():
        table = next(each for each in root.iter(f"{{{TABLE}}}table") if each.get(f"{{{TABLE}}}name") == sheet)
        line = _alone(list(table.iter(f"{{{TABLE}}}table-row")), row, "rows")
        cells = [each for each in line if each.tag in (f"{{{TABLE}}}table-cell", f"{{{TABLE}}}covered-table-cell")]
        cell = _alone(cells, column, "columns")
        for each in list(cell):
            cell.remove(each)
        cell.set(f"{{{OFFICE}}}value-type", "string")
        for paragraph in text.split("\n"):
            etree.SubElement(cell, f"{{{TEXT}}}p").text = paragraph
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def _alone(elements: list[etree._Element], place: int, what: str) -> etree._Element:
    """The element that stands for a place, split off from those that it stood for together with it."""
    name = f"{{{TABLE}}}number-{what}-repeated"
    begin = 0
    for each in elements:
        count = int(each.get(name, "1"))
        if begin <= place < begin + count:
            for before, times in ((True, place - begin), (False, begin + count - place - 1)):
                if times:
                    other = etree.fromstring(etree.tostring(each))
                    other.set(name, str(times))
                    each.addprevious(other) if before else each.addnext(other)
            each.attrib.pop(name, None)
            return each
        begin += count
    raise AssertionError(place)


@pytest.fixture(scope="session", name="fill")
def fill_fixture() -> Fill:
    """Fills in a form."""
    return fill


@pytest.fixture(scope="session", name="put")
def put_fixture() -> Put:
    """Writes texts into any cells."""
    return put


@pytest.fixture(scope="session", name="form_of")
def form_of_fixture() -> FormOf:
    """Makes the blank form of a roadmap."""
    return form_of


@pytest.fixture(scope="session")
def fill_in_libreoffice(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes, Answers, str], bytes]:
    """Opens a form in LibreOffice, fills it in and lets LibreOffice save it in a format."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice нет (apt-get install libreoffice-calc-nogui): форма в нём не заполнена")
    profile = tmp_path_factory.mktemp("libreoffice")

    def convert(source: Path, target: str) -> Path:
        own = f"-env:UserInstallation={profile.as_uri()}"
        out = source.parent / "out"
        command = (program, own, "--headless", "--convert-to", target, "--outdir", out, source)
        subprocess.run([str(word) for word in command], check=True, capture_output=True)
        return out / f"{source.stem}.{target}"

    def filled(data: bytes, answers: Answers, target: str) -> bytes:
        folder = tmp_path_factory.mktemp("form")
        form = folder / "form.xlsx"
        form.write_bytes(data)
        flat = convert(form, "fods")
        flat.write_bytes(fill_flat(flat.read_bytes(), places(data, answers)))
        return convert(flat, target).read_bytes()

    return filled
