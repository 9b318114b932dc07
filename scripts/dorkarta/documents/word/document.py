"""A paper as a DOCX file (Office Open XML, ECMA-376).

The parts of the package are written here one by one, since a template of a library brings styles in English, a theme
and an author of its own, and takes longer to open than a document takes to be written.
"""

from dorkarta.documents.paper import Paper
from dorkarta.documents.qr import qr_png
from dorkarta.documents.typesetting.grid import text_size
from dorkarta.documents.word import parts, relationships, styles
from dorkarta.documents.word.body import body
from dorkarta.documents.word.markup import related, root, twips, w
from dorkarta.documents.word.relationships import Relationship, relationships_part
from dorkarta.documents.word.xml import Xml, part
from dorkarta.documents.zipped import zipped


def docx_file(paper: Paper) -> bytes:
    """The file. The same paper makes the same bytes."""
    table_size = min((text_size(table.columns) for table in paper.tables), default=styles.TEXT_SIZE)
    return zipped(
        {
            "[Content_Types].xml": parts.content_types_part(),
            "_rels/.rels": relationships_part((relationships.DOCUMENT, relationships.PROPERTIES)),
            "docProps/core.xml": parts.properties_part(paper),
            "word/document.xml": part(root("document", w("body", *body(paper, table_size=table_size), _sheet()))),
            "word/_rels/document.xml.rels": relationships_part(_relationships(paper)),
            "word/styles.xml": styles.styles_part(table_size),
            "word/settings.xml": parts.settings_part(),
            "word/fontTable.xml": parts.fonts_part(),
            "word/footer1.xml": parts.footer_part(paper),
            **({"word/media/image1.png": qr_png(paper.live)} if paper.live else {}),
        }
    )


def _relationships(paper: Paper) -> tuple[Relationship, ...]:
    always = (relationships.STYLES, relationships.SETTINGS, relationships.FONTS, relationships.FOOTER)
    return (*always, relationships.QR, relationships.live_page(paper.live)) if paper.live else always


def _sheet() -> Xml:
    """A4 in landscape with the margins of official documents (ГОСТ Р 7.0.97-2025): 20 mm for the binding, 10 mm."""
    margins = {"top": 15.0, "right": 10.0, "bottom": 17.0, "left": 20.0, "header": 8.0, "footer": 8.0, "gutter": 0.0}
    return w(
        "sectPr",
        related("footerReference", relationships.FOOTER.id, type="default"),
        w("pgSz", w=twips(297), h=twips(210), orient="landscape"),
        w("pgMar", **{side: twips(length) for side, length in margins.items()}),
    )
