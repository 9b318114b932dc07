"""Files that are no form: each gets one sentence, and none takes more memory than a form needs."""

import io
import tracemalloc
import zipfile
from collections.abc import Callable, Mapping

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from dorkarta.importing.form import read_form
from dorkarta.importing.package import MOST_BYTES, MOST_UNPACKED
from dorkarta.importing.trouble import UnreadableError
from dorkarta.importing.workbook import read_workbook
from dorkarta.model.level import LevelId
from dorkarta.records.corpus import Corpus

FormOf = Callable[[Corpus, str, LevelId | None], bytes]
Put = Callable[[bytes, Mapping[tuple[str, int, int], str]], bytes]

OBLAST = "zarechnaya-oblast/roadmap-2023-2024"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'
)


@pytest.fixture(scope="module")
def form(small: Corpus, form_of: FormOf) -> bytes:
    """A blank form."""
    return form_of(small, OBLAST, None)


def with_part(data: bytes, name: str, part: bytes) -> bytes:
    """A package with one part replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for each in source.namelist():
            if each != name:
                target.writestr(each, source.read(each))
        target.writestr(name, part)
    return out.getvalue()


def package_of(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name, data in parts.items():
            target.writestr(name, data)
    return out.getvalue()


def refusal(data: bytes) -> str:
    """Why a form is not read, or that it is."""
    try:
        read_form(read_workbook(data))
    except UnreadableError as error:
        return str(error)
    return "Прочитано."


def picture() -> bytes:
    """A workbook that has nothing to do with a form."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.add_worksheet("Смета").write_string(0, 0, "Канцтовары")
    book.close()
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "не таблица"),
        ("название;дата\r\n".encode(), "не таблица"),
        (b"%PDF-1.7", "не таблица"),
        (COMPOUND + b"\0" * 600, "старом формате"),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "закрыт паролем"),
        (b"PK\x03\x04" + b"\0" * 100, "повреждён"),
        (package_of({"word/document.xml": b"<w/>"}), "не таблица"),
        (package_of({"xl/workbook.xml": b"<workbook"}), "повреждён"),
        (package_of({"xl/workbook.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><workbook/>'}), "повреждён"),
        (package_of({"META-INF/manifest.xml": b"<manifest:encryption-data/>", "content.xml": b""}), "закрыт паролем"),
        (b"PK\x03\x04" + b"\0" * MOST_BYTES, "слишком велик"),
        (package_of({f"a{number}.xml": b"" for number in range(2_001)}), "слишком велик"),
    ],
)
def test_what_is_no_workbook_gets_a_sentence(data: bytes, said: str) -> None:
    """Whatever a file is, the reason is a Russian sentence that tells what to do."""
    with pytest.raises(UnreadableError, match=said):
        read_workbook(data)


def test_a_workbook_without_a_form_is_refused() -> None:
    """A table of somebody else's is told from a form."""
    with pytest.raises(UnreadableError, match="Это не форма отчёта"):
        read_form(read_workbook(picture()))


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1048576"><c r="XFD1048576" t="str"><v>далеко</v></c></row>',
        '<row r="900000"><c r="B900000"><v>1</v></c></row>',
    ],
)
def test_a_text_far_away_is_not_reached_for(form: bytes, rows: str) -> None:
    """A cell at the end of a sheet would make the reader hold all that lies before it; it is told instead."""
    with pytest.raises(UnreadableError, match="далеко от таблицы"):
        read_workbook(with_part(form, "xl/worksheets/sheet1.xml", SHEET.format(rows).encode()))


def test_a_style_far_away_does_no_harm(form: bytes) -> None:
    """A coloured empty cell at the end of a sheet is none."""
    rows = '<row r="1"><c r="A1" t="str"><v>а</v></c></row><row r="1048576"><c r="XFD1048576" s="3"/></row>'
    sheets = read_workbook(with_part(form, "xl/worksheets/sheet1.xml", SHEET.format(rows).encode()))
    assert sheets[0].values[0, 0].text == "а"


def test_a_bomb_is_not_unpacked(form: bytes) -> None:
    """A part that grows a thousandfold, and one long text in many cells, are refused in bounded memory."""
    bomb = with_part(form, "xl/worksheets/sheet1.xml", b" " * (MOST_UNPACKED + 1024))
    shared = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>%s</t></si></sst>'
    cells = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 1_001))
    many = with_part(form, "xl/worksheets/sheet1.xml", SHEET.format(cells).encode())
    many = with_part(many, "xl/sharedStrings.xml", shared % (b"a" * 1_000_000))
    tracemalloc.start()
    try:
        for data in (bomb, many):
            with pytest.raises(UnreadableError, match="слишком велик"):
                read_workbook(data)
        assert tracemalloc.get_traced_memory()[1] < 4 * MOST_UNPACKED
    finally:
        tracemalloc.stop()


def test_a_repeated_row_of_an_ods_is_not_repeated() -> None:
    """One element of an ODS may stand for a million cells with a text; such a file is refused."""
    names = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    names += 'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    names += 'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    content = (
        f'<office:document-content {names}><office:body><office:spreadsheet><table:table table:name="А">'
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="string" '
        'table:number-columns-repeated="16384"><text:p>а</text:p></table:table-cell></table:table-row></table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    mimetype = b"application/vnd.oasis.opendocument.spreadsheet"
    with pytest.raises(UnreadableError, match="далеко от таблицы"):
        read_workbook(package_of({"mimetype": mimetype, "content.xml": content.encode()}))


@settings(max_examples=60)
@given(st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=8))
def test_damage_makes_a_sentence_or_no_difference(form: bytes, damage: list[tuple[float, int]]) -> None:
    """Some bytes changed anywhere: the file is read or refused, and nothing else happens."""
    data = bytearray(form)
    for place, byte in damage:
        data[int(place * len(data))] = byte
    assert refusal(bytes(data)).endswith(".")


@settings(max_examples=60)
@given(st.data())
def test_a_damaged_sheet_makes_a_sentence_or_no_difference(form: bytes, data: st.DataObject) -> None:
    """The same for the XML inside, which the sums of the package do not guard."""
    with zipfile.ZipFile(io.BytesIO(form)) as package:
        name = data.draw(st.sampled_from([each for each in package.namelist() if each.startswith("xl/")]))
        part = bytearray(package.read(name))
    for _ in range(data.draw(st.integers(1, 5))):
        part[data.draw(st.integers(0, len(part) - 1))] = data.draw(st.sampled_from(b'<>"/=& 019A'))
    assert refusal(with_part(form, name, bytes(part))).endswith(".")
