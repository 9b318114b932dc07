"""How a DOCX file is built: what Word insists on, what readers with screen readers need, and always the same bytes."""

import dataclasses
import hashlib
import io
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from lxml import etree

from dorkarta.documents.paper import Column, Paper, Table, Width
from dorkarta.documents.typesetting.fitting import PADDING
from dorkarta.documents.typesetting.letters import Letters
from dorkarta.documents.word.document import docx_file

Element = Any
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = {"w": W, "r": R, "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"}

ORDERS = {
    "pPr": "pStyle keepNext keepLines pBdr tabs suppressAutoHyphens spacing ind jc textAlignment outlineLvl",
    "rPr": "rStyle rFonts b bCs i iCs noProof sz szCs u vertAlign lang",
    "tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "tcW gridSpan vMerge tcBorders vAlign",
    "trPr": "cantSplit trHeight tblHeader",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tcBorders": "top bottom",
    "sectPr": "footerReference pgSz pgMar",
    "style": "name basedOn next uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr",
    "docDefaults": "rPrDefault pPrDefault",
    "font": "altName panose1 charset family pitch",
    "settings": "zoom defaultTabStop autoHyphenation doNotHyphenateCaps characterSpacingControl compat themeFontLang "
    "decimalSymbol listSeparator",
}
"""Children in the order of ECMA-376 (wml.xsd), as far as we write them; Word refuses a file with another order."""

COLUMNS = (
    Column(key="number", title="№", width=Width.NUMBER),
    Column(key="title", title="Мероприятие", width=Width.LONG),
    Column(key="responsible", title="Ответственные", width=Width.SHORT),
)
RECORD = "stavropol-krai/kislovodsk/roadmap-2020-2022"
SCRIPT = f"""
import hashlib, pathlib
from dorkarta.documents import roadmap
from dorkarta.documents.imprint import Imprint
from dorkarta.documents.typesetting.fitting import PADDING
from dorkarta.documents.typesetting.letters import Letters
from dorkarta.documents.word.document import docx_file
from dorkarta.records.loading import load
from dorkarta.records.plan import plan_of

plan = plan_of(load(pathlib.Path({str(Path(__file__).resolve().parents[3])!r})))
imprint = Imprint(publisher="Дорожные карты поддержки школ", site_url="https://example.org/")
paper = roadmap.make(plan, plan.corpus.roadmaps[{RECORD!r}], imprint)
print(hashlib.sha256(docx_file(paper)).hexdigest())
"""


@pytest.fixture(scope="session")
def package(full_paper: Paper) -> Mapping[str, Element]:
    """The parts of the file of a paper that has all: name → root."""
    return parts_of(full_paper)


def test_children_stand_in_the_order_of_the_standard(package: Mapping[str, Element]) -> None:
    """Every element whose children ECMA-376 orders has them in that order, each once, and none that we do not know."""
    for element in every(package, *ORDERS):
        order = ORDERS[local(element)].split()
        children = [local(child) for child in element]
        assert children == [name for name in order if name in children], etree.tostring(element)


def test_elements_begin_and_end_as_word_demands(package: Mapping[str, Element]) -> None:
    """Properties come first, a cell ends in a paragraph, the section of pages is last."""
    for element in every(package, "p", "r", "tc", "tr", "tbl"):
        names = [local(child) for child in element]
        assert f"{local(element)}Pr" not in names[1:]
    for tag in ("tc", "hdr", "ftr"):
        assert all(local(element[-1]) == "p" for element in every(package, tag))
    body = package["word/document.xml"][0]
    assert [local(child) for child in body].index("sectPr") == len(body) - 1
    neighbours = [local(child) for child in body]
    assert ("tbl", "tbl") not in pairwise(neighbours)


def test_every_reference_leads_somewhere(package: Mapping[str, Element], full_paper: Paper) -> None:
    """Relationships name parts that exist, styles that are used are defined, ids are unique."""
    names = ZipFile(io.BytesIO(docx_file(full_paper))).namelist()
    inside = [each for each in package["word/_rels/document.xml.rels"] if each.get("TargetMode") != "External"]
    assert all(f"word/{each.get('Target')}" in names for each in inside)
    ids = {each.get("Id") for each in package["word/_rels/document.xml.rels"]}
    used = set(package["word/document.xml"].xpath("//@r:id | //@r:embed", namespaces=NAMES))
    assert used <= ids
    assert len(used) == 3  # the footer, the code and the live page
    marks = package["word/document.xml"].findall(".//w:bookmarkStart", NAMES)
    assert len({mark.get(f"{{{W}}}id") for mark in marks}) == len(marks)
    declared = package["[Content_Types].xml"].xpath("//@PartName")
    assert sorted(name.lstrip("/") for name in declared) == sorted(
        name for name in names if name.endswith(".xml") and name != "[Content_Types].xml"
    )


def test_styles_are_ours_and_none_is_idle(package: Mapping[str, Element]) -> None:
    """Every style in use is defined, every defined one is in use, built upon or Word's own ground; ours are Russian."""
    styles = {value(each, "styleId"): each for each in package["word/styles.xml"].findall("w:style", NAMES)}
    used = {value(each) for each in every(package, "pStyle", "rStyle", "tblStyle", "basedOn", "next")}
    ground = {key for key, each in styles.items() if value(each, "default") == "1"}
    assert used <= set(styles)
    assert set(styles) - used - ground == set()
    names = {key: value(each.find("w:name", NAMES)) for key, each in styles.items()}
    custom = [names[key] for key, each in styles.items() if value(each, "customStyle") == "1"]
    assert all(re.fullmatch("[а-яё -]+", name, re.IGNORECASE) for name in custom)
    assert {"Название документа", "Гриф утверждения", "Заголовок таблицы", "Текст таблицы", "Пояснения"} <= set(custom)
    assert all(each.find("w:basedOn", NAMES) is not None for key, each in styles.items() if names[key] in custom)


def test_the_language_is_russian(package: Mapping[str, Element]) -> None:
    """Texts are Russian for spelling, hyphens and speech."""
    (language,) = package["word/styles.xml"].findall(".//w:lang", NAMES)
    assert value(language) == "ru-RU"
    assert package["docProps/core.xml"].findtext("{http://purl.org/dc/elements/1.1/}language") == "ru-RU"


def test_properties_tell_the_publisher_and_the_time_of_the_paper(full_paper: Paper) -> None:
    """Title, publisher and time are those of the paper; no library and no clock is mentioned."""
    data = docx_file(full_paper)
    properties = docx.Document(io.BytesIO(data)).core_properties
    assert properties.title == "Муниципальная дорожная карта: Проба, 2021. Раздел 1. Раздел"
    assert properties.author == properties.last_modified_by == "Институт развития <образования> & школ"
    assert properties.created == properties.modified == datetime(2021, 3, 10, 12, 30, tzinfo=UTC)
    assert not any(b"python-docx" in part for part in unzipped(data).values())


def test_the_sheet_is_that_of_official_documents(package: Mapping[str, Element]) -> None:
    """A4 on its side, 20 mm for the binding and 10 mm at the other side; tables are as wide as what is between."""
    size = package["word/document.xml"].find(".//w:pgSz", NAMES)
    margins = package["word/document.xml"].find(".//w:pgMar", NAMES)
    millimetres = {side: round(int(value(margins, side)) / 1440 * 25.4) for side in ("left", "right", "top", "bottom")}
    assert (value(size, "w"), value(size, "h"), value(size, "orient")) == ("16838", "11906", "landscape")
    assert millimetres == {"left": 20, "right": 10, "top": 15, "bottom": 17}
    for table in every(package, "tbl"):
        columns = [int(value(each, "w")) for each in table.findall("w:tblGrid/w:gridCol", NAMES)]
        assert sum(columns) == int(value(table.find("w:tblPr/w:tblW", NAMES), "w")) == pytest.approx(15137, abs=8)


def test_headings_of_tables_are_repeated(package: Mapping[str, Element]) -> None:
    """The first rows, and only they, are headings: two of titles where columns are grouped, and one of numbers."""
    first, second = every(package, "tbl")
    assert [is_heading(row) for row in first.findall("w:tr", NAMES)][:4] == [True, True, True, False]
    assert sum(map(is_heading, first.findall("w:tr", NAMES))) == 3
    assert sum(map(is_heading, second.findall("w:tr", NAMES))) == 1  # a form of ours has no numbers of columns


def test_grouped_columns_stand_under_one_heading(package: Mapping[str, Element]) -> None:
    """The title of a group is as wide as its columns, the others are as high as both rows; then come the numbers."""
    upper, lower, numbers = next(iter(every(package, "tbl"))).findall("w:tr", NAMES)[:3]
    assert [(text(each), span(each), merge(each)) for each in upper.findall("w:tc", NAMES)] == [
        ("№ п/п", 1, "restart"),
        ("Наименование задачи/мероприятия", 1, "restart"),
        ("Результат", 2, None),
        ("Исполнитель", 1, "restart"),
    ]
    assert [(text(each), merge(each)) for each in lower.findall("w:tc", NAMES)] == [
        ("", "continue"),
        ("", "continue"),
        ("наименование", None),
        ("плановое значение", None),
        ("", "continue"),
    ]
    assert [text(each) for each in numbers.findall("w:tc", NAMES)] == ["1", "2", "3", "4", "5"]


def test_merged_titles_fit_into_their_rows(package: Mapping[str, Element]) -> None:
    """The lower row of a grouped heading is as high as it must be: LibreOffice cuts a repeated title else."""
    lower = next(iter(every(package, "tbl"))).findall("w:tr", NAMES)[1]
    height = lower.find("w:trPr/w:trHeight", NAMES)
    assert value(height, "hRule") == "atLeast"
    assert int(value(height)) == 2 * 11 * 1.4 * 20  # «плановое значение» takes two lines of eleven points


def test_a_heading_that_fills_a_page_is_not_repeated(full_paper: Paper) -> None:
    """A title of many lines stands once, and may be torn, so that it hides no rows and loses no words."""
    wordy = dataclasses.replace(full_paper.tables[0].columns[-1], title="исполнитель " * 60)
    table = dataclasses.replace(full_paper.tables[0], columns=(*full_paper.tables[0].columns[:-1], wordy))
    written = next(iter(every(parts_of(dataclasses.replace(full_paper, tables=(table,))), "tbl")))
    assert not any(map(is_heading, written.findall("w:tr", NAMES)))
    assert [merge(each) for each in written.find("w:tr", NAMES).findall("w:tc", NAMES)] == [None] * 4


def test_sections_are_headings(package: Mapping[str, Element]) -> None:
    """Sections are as wide as the table and stand in the outline by their depth, under title and title of table."""
    styles = {value(each, "styleId"): each for each in package["word/styles.xml"].findall("w:style", NAMES)}

    def level(paragraph: Element) -> int | None:
        own = paragraph.find("w:pPr/w:outlineLvl", NAMES)
        style = styles.get(value(paragraph.find("w:pPr/w:pStyle", NAMES)))
        while own is None and style is not None:
            own = style.find("w:pPr/w:outlineLvl", NAMES)
            base = style.find("w:basedOn", NAMES)
            style = None if base is None else styles[value(base)]
        return None if own is None else int(value(own))

    outline = [(text(each), found) for each in every(package, "p") if (found := level(each)) is not None]
    assert outline == [
        ("Дорожная карта мероприятий", 0),
        ("1. Раздел[1]", 1),
        ("1.1. Подраздел", 2),
        ("1.1.1. Часть подраздела", 3),
        ("Март 2021", 1),
        ("События", 2),
        ("Пояснения", 1),
    ]
    section = next(each for each in every(package, "tc") if text(each).startswith("1.1. "))
    assert span(section) == 5


def test_cells_reach_over_the_rows_that_continue_them(package: Mapping[str, Element]) -> None:
    """Where all fits on a page cells are merged; else just the rules between are left out, and nothing is hidden."""
    rows = next(iter(every(package, "tbl"))).findall("w:tr", NAMES)[6:]
    short, long = rows[:3], rows[3:5]
    assert [[merge(each) for each in row.findall("w:tc", NAMES)] for row in short] == [
        ["restart", "restart", None, None, "restart"],
        ["continue", "continue", None, None, "continue"],
        ["continue", "continue", None, None, "continue"],
    ]
    assert [[merge(each) for each in row.findall("w:tc", NAMES)] for row in long] == [[None] * 5, [None] * 5]
    assert [[open_sides(each) for each in row.findall("w:tc", NAMES)] for row in long] == [
        [["bottom"], ["bottom"], [], [], ["bottom"]],
        [["top"], ["top"], [], [], ["top"]],
    ]


def test_low_rows_are_not_torn_and_high_ones_are(package: Mapping[str, Element]) -> None:
    """A row of a few lines stays on its page, one of many pages does not; rows of one item stay together if low."""
    rows = next(iter(every(package, "tbl"))).findall("w:tr", NAMES)[6:]
    assert [row.find("w:trPr/w:cantSplit", NAMES) is not None for row in rows[:6]] == [True] * 3 + [False] * 3
    keeps = [all(p.find("w:pPr/w:keepNext", NAMES) is not None for p in row.iter(f"{{{W}}}p")) for row in rows[:4]]
    assert keeps == [True, True, False, False]


def test_parts_stand_to_the_right_of_their_activity(package: Mapping[str, Element]) -> None:
    """A part is indented in the column of titles, deeper the deeper it is."""
    indents = {
        text(paragraph): round(int(value(paragraph.find("w:pPr/w:ind", NAMES), "left")) / 1440 * 25.4)
        for paragraph in every(package, "p")
        if text(paragraph).startswith("часть")
    }
    assert indents == {"часть": 5, "часть части[2]": 10}


def test_remarks_and_their_mentions_lead_to_each_other(package: Mapping[str, Element]) -> None:
    """Each mention leads to its remark, each mentioned remark leads back to its first mention."""
    document = package["word/document.xml"]
    places = {value(each, "name") for each in every(package, "bookmarkStart")}
    links = [(text(each), value(each, "anchor")) for each in every(package, "hyperlink") if value(each, "anchor")]
    assert {anchor for _, anchor in links} <= places
    mentioned = [label for label, anchor in links if anchor.startswith("remark_")]
    assert mentioned == ["[1]", "[1]", "[2]", "[3]", "[2]", "[3]"]
    assert {anchor for label, anchor in links if label == "1."} == {"mention_1"}
    assert "mention_4" not in places  # it speaks of the whole
    assert document.findall(".//w:footnoteReference", NAMES) == []


def test_those_who_do_not_see_are_told(package: Mapping[str, Element]) -> None:
    """Tables and the code have names and descriptions."""
    document = package["word/document.xml"]
    captions = [value(each) for each in document.findall(".//w:tblCaption", NAMES)]
    descriptions = [value(each) for each in document.findall(".//w:tblDescription", NAMES)]
    assert captions == ["Раздел 1. Раздел", "Март 2021"]
    assert descriptions == [
        (
            "Таблица, 9 строк. Столбцы: № п/п; Наименование задачи/мероприятия; Результат: наименование; "
            "Результат: плановое значение; Исполнитель."
        ),
        "Таблица, 1 строка. Столбцы: № п/п; Наименование задачи/мероприятия.",
    ]
    (picture,) = document.findall(".//wp:docPr", NAMES)
    assert picture.get("descr").startswith("QR-код с адресом страницы документа: https://пример.рф/карта школ/")


def test_an_address_is_legal_where_programs_read_it(package: Mapping[str, Element]) -> None:
    """The link to the live page holds only what an address may hold, else Word calls the file damaged."""
    (target,) = package["word/_rels/document.xml.rels"].xpath("//@Target[../@TargetMode='External']")
    assert target == (
        "https://xn--e1afmkfd.xn--p1ai/%D0%BA%D0%B0%D1%80%D1%82%D0%B0%20%D1%88%D0%BA%D0%BE%D0%BB/"
        "?%D1%80%D0%B0%D0%B7%D0%B4%D0%B5%D0%BB=1"
        "&%D1%83%D1%80%D0%BE%D0%B2%D0%B5%D0%BD%D1%8C=%C2%AB%D1%88%D0%BA%D0%BE%D0%BB%D0%B0%C2%BB"
    )


def test_a_site_without_address_leaves_no_trace(full_paper: Paper) -> None:
    """Without the address of the site there is no link, no code and no empty line for them."""
    paper = dataclasses.replace(full_paper, live=None)
    names = unzipped(docx_file(paper))
    document = parts_of(paper)["word/document.xml"]
    assert not [name for name in names if name.startswith("word/media")]
    assert document.findall(".//w:drawing", NAMES) == []
    assert text(document[0][-2]).endswith("Редакция от 10 марта 2021\u00a0г.")


def test_nothing_that_is_optional_is_needed() -> None:
    """A paper of a title and an empty table is a document too."""
    paper = Paper(
        stem="s",
        name="Имя",
        title="Название",
        tables=(Table(columns=COLUMNS, rows=()),),
        address="a/",
        publisher="Издатель",
        moment=datetime(2021, 1, 1, tzinfo=UTC),
    )
    read = docx.Document(io.BytesIO(docx_file(paper)))
    assert [paragraph.text for paragraph in read.paragraphs] == ["Название", "", "Издатель"]
    assert [[cell.text for cell in row.cells] for row in read.tables[0].rows] == [
        ["№", "Мероприятие", "Ответственные"],
        ["1", "2", "3"],
    ]


def test_control_characters_do_not_break_the_file(paper_with: Callable[..., Paper]) -> None:
    """What XML forbids is cleaned, line breaks and tabs are those of Word, spaces stay."""
    paper = paper_with(["зво\x07нок\r\nи  гудок\tи\x0bтишина "])
    table = docx.Document(io.BytesIO(docx_file(paper))).tables[0]
    assert table.rows[3].cells[1].text == "звонок\nи  гудок\tи\nтишина "
    spaces = {each.get("{http://www.w3.org/XML/1998/namespace}space") for each in every(parts_of(paper), "t")}
    assert spaces == {"preserve"}


def test_no_title_of_a_column_is_broken(official_papers: Mapping[str, Paper]) -> None:
    """Columns are wide enough for the words of their titles: Word does not hyphenate everywhere."""
    for paper in official_papers.values():
        package = parts_of(paper)
        (style,) = package["word/styles.xml"].xpath("//w:style[@w:styleId='HeadingCell']//w:sz", namespaces=NAMES)
        letters = Letters(int(value(style)) / 2, bold=True)
        for table, written in zip(paper.tables, every(package, "tbl"), strict=True):
            widths = [int(value(each, "w")) / 1440 * 25.4 for each in written.findall("w:tblGrid/w:gridCol", NAMES)]
            for column, width in zip(table.columns, widths, strict=True):
                assert max(map(letters.width, column.title.split(" "))) + PADDING < width, column.title


def test_long_rows_of_the_records_may_be_torn(official_papers: Mapping[str, Paper]) -> None:
    """No row with much text is forbidden to go on to the next page."""
    for paper in official_papers.values():
        for row in every(parts_of(paper), "tr"):
            if row.find("w:trPr/w:cantSplit", NAMES) is not None and not is_heading(row):
                assert max(len(text(each)) for each in row.findall("w:tc", NAMES)) < 1000


def test_the_same_paper_makes_the_same_bytes(full_paper: Paper) -> None:
    """Two copies of a paper make one file."""
    assert docx_file(full_paper) == docx_file(dataclasses.replace(full_paper))


def test_every_process_makes_the_same_bytes(official_papers: Mapping[str, Paper]) -> None:
    """Neither the order of sets and dicts nor the time zone nor the process is seen in a file."""
    hashes = {hashlib.sha256(docx_file(official_papers[RECORD])).hexdigest()}
    for seed, zone in (("1", "Asia/Kamchatka"), ("2", "America/New_York")):
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone}
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT], env=environment, capture_output=True, text=True, check=True
        )
        hashes.add(done.stdout.strip())
    assert len(hashes) == 1


def unzipped(data: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def parts_of(paper: Paper) -> dict[str, Element]:
    parts = unzipped(docx_file(paper))
    return {name: etree.fromstring(data) for name, data in parts.items() if not name.endswith(".png")}


def every(package: Mapping[str, Element], *tags: str) -> Iterator[Element]:
    for root in package.values():
        yield from root.iter(*(f"{{{W}}}{tag}" for tag in tags))


def local(element: Element) -> str:
    return str(etree.QName(element).localname)


def value(element: Element, name: str = "val") -> str:
    return str(element.get(f"{{{W}}}{name}", ""))


def text(element: Element) -> str:
    return "".join(each.text for each in element.iter(f"{{{W}}}t"))


def span(cell: Element) -> int:
    found = cell.find("w:tcPr/w:gridSpan", NAMES)
    return 1 if found is None else int(value(found))


def merge(cell: Element) -> str | None:
    found = cell.find("w:tcPr/w:vMerge", NAMES)
    return None if found is None else value(found)


def open_sides(cell: Element) -> list[str]:
    return [local(each) for each in cell.findall("w:tcPr/w:tcBorders/*", NAMES) if value(each) == "nil"]


def is_heading(row: Element) -> bool:
    return row.find("w:trPr/w:tblHeader", NAMES) is not None
