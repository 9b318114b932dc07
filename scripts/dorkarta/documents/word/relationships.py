"""What the parts of a package are to each other (Open Packaging Conventions, ECMA-376 part 2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urlsplit, urlunsplit

from dorkarta.documents.word.markup import R
from dorkarta.documents.word.xml import Xml, element, part

_NAMESPACE: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_CORE_PROPERTIES: Final = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_LEGAL: Final = "%/:=&?~#+!$,;'@()*[]"
"""What stays as it is in an address; Word calls a file damaged that holds an illegal one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Relationship:
    """One part, or an address outside, as another part names it."""

    id: str
    kind: str
    target: str
    outside: bool = False


DOCUMENT: Final = Relationship(id="rId1", kind=f"{R}/officeDocument", target="word/document.xml")
PROPERTIES: Final = Relationship(id="rId2", kind=_CORE_PROPERTIES, target="docProps/core.xml")

STYLES: Final = Relationship(id="rId1", kind=f"{R}/styles", target="styles.xml")
SETTINGS: Final = Relationship(id="rId2", kind=f"{R}/settings", target="settings.xml")
FONTS: Final = Relationship(id="rId3", kind=f"{R}/fontTable", target="fontTable.xml")
FOOTER: Final = Relationship(id="rId4", kind=f"{R}/footer", target="footer1.xml")
QR: Final = Relationship(id="rId5", kind=f"{R}/image", target="media/image1.png")
_PAGE: Final = "rId6"


def live_page(address: str) -> Relationship:
    """The live page; letters that addresses may not hold are written as they travel."""
    parts = urlsplit(address)
    host, colon, port = parts.netloc.partition(":")
    if not host.isascii():
        parts = parts._replace(netloc=f"{host.encode('idna').decode()}{colon}{port}")
    target = quote(urlunsplit(parts), safe=_LEGAL)
    return Relationship(id=_PAGE, kind=f"{R}/hyperlink", target=target, outside=True)


def relationships_part(relationships: Iterable[Relationship]) -> bytes:
    """The part that names them."""
    return part(element("Relationships", map(_element, relationships), {"xmlns": _NAMESPACE}))


def _element(one: Relationship) -> Xml:
    mode = {"TargetMode": "External"} if one.outside else {}
    return element("Relationship", attributes={"Id": one.id, "Type": one.kind, "Target": one.target, **mode})
