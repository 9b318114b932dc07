"""The styles of our documents: they bear Russian names and build on those that every program knows."""

from dataclasses import replace
from functools import cache
from typing import Final

from dorkarta.documents.typesetting.fitting import PADDING
from dorkarta.documents.word.markup import root, twips, w
from dorkarta.documents.word.style import Style
from dorkarta.documents.word.xml import Xml, part

FACE: Final = "Times New Roman"
"""Word has it everywhere, LibreOffice replaces it by a face of the same widths.

Columns are measured in PT Serif, which is wider, so nothing breaks; PT Serif itself is seldom installed, and what
stands in for it then is wider still.
"""
LANGUAGE: Final = "ru-RU"

TEXT_WIDTH: Final = 267.0
"""Millimetres between the margins of A4 in landscape: 297 less 20 at the left and 10 at the right."""
TEXT_SIZE: Final = 11.0
_SMALL_SIZE: Final = 9.0
_GRIF_INDENT: Final = 172.0
_TITLE_INDENT: Final = 25.0
_KNOWN_TO_WORD: Final = 376
"""How many styles Word has by itself; those that are not ours stay out of its lists until somebody wants them."""

_SIDES: Final = ("top", "left", "bottom", "right", "insideH", "insideV")

_NORMAL: Final = Style(id="Normal", name="Normal", built_in=True, default=True)
_LETTERS: Final = Style(
    id="DefaultParagraphFont", name="Default Paragraph Font", built_in=True, default=True, of_letters=True
)
_TITLE: Final = Style(
    id="Title",
    name="Title",
    based_on=_NORMAL.id,
    built_in=True,
    keeps_next=True,
    keeps_lines=True,
    hyphenated=False,
    align="center",
    bold=True,
    size=14,
)
_SUBTITLE: Final = replace(_TITLE, id="Subtitle", name="Subtitle", size=12)
_HEADING: Final = Style(
    id="Heading2",
    name="heading 2",
    based_on=_NORMAL.id,
    following=_NORMAL.id,
    built_in=True,
    keeps_next=True,
    keeps_lines=True,
    hyphenated=False,
    outline=1,
    bold=True,
)
_LOWER_HEADING: Final = Style(
    id="Heading3",
    name="heading 3",
    based_on=_HEADING.id,
    following=_NORMAL.id,
    built_in=True,
    outline=2,
)
_FOOTER: Final = Style(
    id="Footer",
    name="footer",
    based_on=_NORMAL.id,
    built_in=True,
    rule_above=True,
    tab_right=TEXT_WIDTH,
    hyphenated=False,
    size=_SMALL_SIZE,
)
_STRONG: Final = Style(id="Strong", name="Strong", built_in=True, of_letters=True, bold=True)
_EMPHASIS: Final = Style(id="Emphasis", name="Emphasis", built_in=True, of_letters=True, italic=True)
_HYPERLINK: Final = Style(id="Hyperlink", name="Hyperlink", built_in=True, of_letters=True, underlined=True)

APPENDIX: Final = Style(
    id="Appendix",
    name="Номер приложения",
    based_on=_NORMAL.id,
    hyphenated=False,
    below=10,
    left=_GRIF_INDENT,
)
GRIF: Final = Style(
    id="Grif",
    name="Гриф утверждения",
    based_on=_NORMAL.id,
    hyphenated=False,
    left=_GRIF_INDENT,
)
TITLE: Final = Style(
    id="DocumentTitle",
    name="Название документа",
    based_on=_TITLE.id,
    following=_NORMAL.id,
    above=14,
    below=8,
    left=_TITLE_INDENT,
    right=_TITLE_INDENT,
    outline=0,
)
PART: Final = Style(id="DocumentPart", name="Часть документа", based_on=_SUBTITLE.id, following=_NORMAL.id, below=8)
FACT: Final = Style(id="Fact", name="Сведения о документе", based_on=_NORMAL.id, below=6)
FACT_LABEL: Final = Style(id="FactLabel", name="Наименование сведений", based_on=_STRONG.id, of_letters=True)
TABLE_TITLE: Final = Style(id="TableTitle", name="Название таблицы", based_on=_HEADING.id, above=14, below=6, size=12)
TABLE_LEAD: Final = Style(id="TableLead", name="Пояснение к таблице", based_on=_NORMAL.id, keeps_next=True, below=6)
HEADING_CELL: Final = Style(
    id="HeadingCell",
    name="Заголовок таблицы",
    based_on=_NORMAL.id,
    keeps_next=True,
    hyphenated=False,
    align="center",
    bold=True,
)
COLUMN_NUMBER: Final = Style(
    id="ColumnNumber", name="Номер столбца", based_on=HEADING_CELL.id, bold=False, size=_SMALL_SIZE
)
SECTION: Final = Style(
    id="TableSection",
    name="Раздел таблицы",
    based_on=_HEADING.id,
    above=3,
    below=3,
    align="center",
)
LOWER_SECTION: Final = Style(
    id="TableLowerSection",
    name="Подраздел таблицы",
    based_on=_LOWER_HEADING.id,
    above=2,
    below=2,
    align="center",
    italic=True,
)
CELL: Final = Style(id="TableCell", name="Текст таблицы", based_on=_NORMAL.id)
FIGURE: Final = Style(id="TableFigure", name="Число в таблице", based_on=CELL.id, hyphenated=False, align="center")
STATE: Final = Style(id="State", name="Отметка о решении", based_on=_EMPHASIS.id, of_letters=True)
SECTION_STATE: Final = Style(
    id="SectionState", name="Отметка о разделе", based_on=CELL.id, keeps_next=True, align="center", italic=True
)
AFTER_TABLE: Final = Style(id="AfterTable", name="Отступ после таблицы", based_on=_NORMAL.id, size=4)
SIGNED: Final = Style(id="Signed", name="Должность подписавшего", based_on=_NORMAL.id, keeps_lines=True, above=18)
REMARKS_TITLE: Final = Style(id="RemarksTitle", name="Заголовок пояснений", based_on=_HEADING.id, above=16, below=4)
REMARK: Final = Style(id="Remark", name="Пояснения", based_on=_NORMAL.id, below=2, left=9, hanging=9, size=_SMALL_SIZE)
REMARK_PLACE: Final = Style(id="RemarkPlace", name="Место пояснения", based_on=_STRONG.id, of_letters=True)
REMARK_KIND: Final = Style(id="RemarkKind", name="Вид пояснения", based_on=_EMPHASIS.id, of_letters=True)
REMARK_NUMBER: Final = Style(id="RemarkNumber", name="Номер пояснения", based_on=_LETTERS.id, of_letters=True)
REMARK_MARK: Final = Style(
    id="RemarkMark", name="Знак пояснения", based_on=REMARK_NUMBER.id, of_letters=True, raised=True
)
SOURCE: Final = Style(id="Source", name="Источник", based_on=_NORMAL.id, above=6, size=_SMALL_SIZE)
EDITION: Final = Style(
    id="Edition", name="Сведения о редакции", based_on=_NORMAL.id, keeps_lines=True, above=6, size=_SMALL_SIZE
)
PUBLISHER: Final = Style(id="Publisher", name="Издатель", based_on=_STRONG.id, of_letters=True)
LINK: Final = Style(id="PageLink", name="Адрес страницы", based_on=_HYPERLINK.id, of_letters=True)
FOOTER: Final = Style(id="DocumentFooter", name="Нижний колонтитул документа", based_on=_FOOTER.id)
TABLE: Final = "DocumentTable"
"""The id of the style of tables."""

_STYLES: Final = (
    *(_NORMAL, _LETTERS, _TITLE, _SUBTITLE, _HEADING, _LOWER_HEADING, _FOOTER, _STRONG, _EMPHASIS, _HYPERLINK),
    *(APPENDIX, GRIF, TITLE, PART, FACT, FACT_LABEL, TABLE_TITLE, TABLE_LEAD, COLUMN_NUMBER, STATE, AFTER_TABLE),
    *(SIGNED, REMARKS_TITLE, REMARK, REMARK_PLACE, REMARK_KIND, REMARK_NUMBER, REMARK_MARK, SOURCE, EDITION),
    *(PUBLISHER, LINK, FOOTER),
)
_STYLES_OF_TABLES: Final = (CELL, FIGURE, HEADING_CELL, SECTION, LOWER_SECTION, SECTION_STATE)


@cache
def styles_part(table_size: float) -> bytes:
    """All styles.

    Arguments:
        table_size: Points of the text of tables.
    """
    hidden = {"defLockedState": 0, "defUIPriority": 99, "defSemiHidden": 1, "defUnhideWhenUsed": 1, "defQFormat": 0}
    return part(
        root(
            "styles",
            w("docDefaults", _default_letters(), _default_paragraph()),
            w("latentStyles", **hidden, count=_KNOWN_TO_WORD),
            *(style.element() for style in _STYLES),
            *(replace(style, size=table_size).element() for style in _STYLES_OF_TABLES),
            _plain_table(),
            _ruled_table(),
            w(
                "style",
                w("name", val="No List"),
                w("uiPriority", val=99),
                type="numbering",
                default=1,
                styleId="NoList",
            ),
        )
    )


def _default_letters() -> Xml:
    size = round(2 * TEXT_SIZE)
    return w(
        "rPrDefault",
        w(
            "rPr",
            w("rFonts", ascii=FACE, hAnsi=FACE, eastAsia=FACE, cs=FACE),
            w("sz", val=size),
            w("szCs", val=size),
            w("lang", val=LANGUAGE, eastAsia=LANGUAGE, bidi="ar-SA"),
        ),
    )


def _default_paragraph() -> Xml:
    return w("pPrDefault", w("pPr", w("spacing", after=0, line=240, lineRule="auto")))


def _plain_table() -> Xml:
    """What every table of Word is based on."""
    return w(
        "style",
        w("name", val="Normal Table"),
        w("uiPriority", val=99),
        w("semiHidden"),
        w("unhideWhenUsed"),
        w("tblPr", w("tblInd", w=0, type="dxa")),
        type="table",
        default=1,
        styleId="TableNormal",
    )


def _ruled_table() -> Xml:
    """Thin rules around every cell, as official forms have them."""
    rules = (w(side, val="single", sz=4, space=0, color="auto") for side in _SIDES)
    padding = {"top": 0.7, "left": PADDING / 2, "bottom": 0.7, "right": PADDING / 2}
    return w(
        "style",
        w("name", val="Таблица документа"),
        w("basedOn", val="TableNormal"),
        w("uiPriority", val=1),
        w("qFormat"),
        w(
            "tblPr",
            w("tblBorders", *rules),
            w("tblCellMar", *(w(side, w=twips(length), type="dxa") for side, length in padding.items())),
        ),
        type="table",
        customStyle=1,
        styleId=TABLE,
    )
