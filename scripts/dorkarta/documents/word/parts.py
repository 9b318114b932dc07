"""The smaller parts of a package: what opens it, settings, faces, the footer, properties."""

import datetime
from typing import Final

from dorkarta.documents.paper import Paper
from dorkarta.documents.word import styles
from dorkarta.documents.word.markup import field, paragraph, root, run, twips, w
from dorkarta.documents.word.xml import element, part, text

_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_OFFICE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_COMPATIBILITY: Final = "http://schemas.microsoft.com/office/word"
_PROPERTIES: Final = {
    "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:dcterms": "http://purl.org/dc/terms/",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
_W3C_TIME: Final = {"xsi:type": "dcterms:W3CDTF"}
_WORD_2013: Final = "15"
"""The mode of Word 2013 and later; without it the title bar says «Режим ограниченной функциональности»."""
_TAB_STOP: Final = 12.5


def content_types_part() -> bytes:
    """What kind of content each part has."""
    endings = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        "png": "image/png",
    }
    names = {
        "/word/document.xml": f"{_OFFICE}.document.main+xml",
        "/word/styles.xml": f"{_OFFICE}.styles+xml",
        "/word/settings.xml": f"{_OFFICE}.settings+xml",
        "/word/fontTable.xml": f"{_OFFICE}.fontTable+xml",
        "/word/footer1.xml": f"{_OFFICE}.footer+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    defaults = (element("Default", attributes={"Extension": end, "ContentType": kind}) for end, kind in endings.items())
    overrides = (
        element("Override", attributes={"PartName": name, "ContentType": kind}) for name, kind in names.items()
    )
    return part(element("Types", (*defaults, *overrides), {"xmlns": _TYPES}))


def settings_part() -> bytes:
    """Russian hyphens and separators, the layout of today's Word."""
    compatible = ("compatibilityMode", _WORD_2013), ("overrideTableStyleFontSizeAndJustification", "1")
    return part(
        root(
            "settings",
            w("zoom", percent=100),
            w("defaultTabStop", val=twips(_TAB_STOP)),
            w("autoHyphenation"),
            w("doNotHyphenateCaps"),
            w("characterSpacingControl", val="doNotCompress"),
            w("compat", *(w("compatSetting", name=name, uri=_COMPATIBILITY, val=val) for name, val in compatible)),
            w("themeFontLang", val=styles.LANGUAGE),
            w("decimalSymbol", val=","),
            w("listSeparator", val=";"),
        )
    )


def fonts_part() -> bytes:
    """The face, and what stands in where it is not installed: a Roman face with Cyrillic letters."""
    return part(
        root(
            "fonts",
            w(
                "font",
                w("panose1", val="02020603050405020304"),
                w("charset", val="CC"),
                w("family", val="roman"),
                w("pitch", val="variable"),
                name=styles.FACE,
            ),
        )
    )


def footer_part(paper: Paper) -> bytes:
    """The name of the document at the left, «Страница 3 из 7» at the right."""
    content = run(f"{paper.name}\tСтраница "), field("PAGE"), run(" из "), field("NUMPAGES")
    return part(root("ftr", paragraph(styles.FOOTER.id, *content)))


def properties_part(paper: Paper) -> bytes:
    """Title, publisher, language and time."""
    moment = paper.moment.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    said = {
        "dc:title": ". ".join(filter(None, (paper.name, paper.part))),
        "dc:subject": paper.title,
        "dc:creator": paper.publisher,
        "dc:identifier": paper.live or paper.address,
        "dc:language": styles.LANGUAGE,
        "cp:lastModifiedBy": paper.publisher,
        "cp:revision": "1",
    }
    properties = [element(name, (text(words),)) for name, words in said.items()]
    times = [element(f"dcterms:{name}", (text(moment),), _W3C_TIME) for name in ("created", "modified")]
    return part(element("cp:coreProperties", (*properties, *times), _PROPERTIES))
