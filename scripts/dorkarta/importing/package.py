"""The bytes of a workbook, opened without trust: nothing in it may take more memory than a form needs.

A workbook is a ZIP of XML. Every part is unpacked here with a limit and packed anew, so that the reader behind this
never sees a size that lies, an entity or a picture.
"""

import io
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from dorkarta.importing.trouble import UnreadableError

MOST_BYTES: Final = 20 * 1024**2
MOST_UNPACKED: Final = 64 * 1024**2
MOST_PARTS: Final = 2_000

_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_ZIP: Final = b"PK\x03\x04"
_TEXTS: Final = (".xml", ".rels")
_CHUNK: Final = 1024**2
DAMAGED: Final = "Файл повреждён. Откройте его в Excel или LibreOffice и сохраните заново в формате XLSX."
_NO_BOOK: Final = "Это не таблица XLSX или ODS. Откройте форму в Excel или LibreOffice и сохраните её в формате XLSX."
_HUGE: Final = "Файл слишком велик: форма отчёта столько не занимает. Удалите из него лишние листы и строки."


class Kind(StrEnum):
    """What sort of workbook it is."""

    XLSX = "xlsx"
    ODS = "ods"


@dataclass(frozen=True, kw_only=True, slots=True)
class Package:
    """The parts of a workbook that hold texts."""

    kind: Kind
    parts: Mapping[str, bytes]

    def packed(self) -> bytes:
        """The parts as a file again."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as target:
            for name, data in self.parts.items():
                target.writestr(name, data)
        return out.getvalue()


def open_package(data: bytes) -> Package:
    """The parts of a workbook.

    Raises:
        UnreadableError: it is none, or nobody could fill a form with so much.
    """
    if len(data) > MOST_BYTES:
        raise UnreadableError(_HUGE)
    if data.startswith(_COMPOUND):
        raise UnreadableError(
            "Файл закрыт паролем. Откройте его, снимите пароль и сохраните заново."
            if _ENCRYPTED in data
            else "Файл сохранён в старом формате (XLS). Откройте его и сохраните в формате XLSX."
        )
    if not data.startswith(_ZIP):
        raise UnreadableError(_NO_BOOK)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _opened(package)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
        raise UnreadableError(DAMAGED) from None


def _opened(package: zipfile.ZipFile) -> Package:
    names = package.namelist()
    if len(names) > MOST_PARTS:
        raise UnreadableError(_HUGE)
    left = MOST_UNPACKED
    parts: dict[str, bytes] = {}
    for name in names:
        if not (name.endswith(_TEXTS) or name == "mimetype") or name in parts:
            continue
        parts[name] = _unpacked(package, name, left)
        left -= len(parts[name])
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise UnreadableError("Файл закрыт паролем. Откройте его, снимите пароль и сохраните заново.")
    if "xl/workbook.xml" in parts:
        return Package(kind=Kind.XLSX, parts=parts)
    if "content.xml" in parts and b"spreadsheet" in parts.get("mimetype", b""):
        return Package(kind=Kind.ODS, parts=parts)
    raise UnreadableError(_NO_BOOK)


def _unpacked(package: zipfile.ZipFile, name: str, most: int) -> bytes:
    """A part, read piece by piece, since its size may lie."""
    found = bytearray()
    with package.open(name) as part:
        while piece := part.read(_CHUNK):
            found += piece
            if len(found) > most:
                raise UnreadableError(_HUGE)
    if b"<!DOCTYPE" in found or b"<!ENTITY" in found:
        raise UnreadableError(DAMAGED)
    return bytes(found)
