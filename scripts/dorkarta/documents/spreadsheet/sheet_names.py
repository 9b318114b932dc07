"""Names of sheets as spreadsheets allow them: 31 characters, some forbidden, no two alike."""

import re
from collections.abc import Iterable
from typing import Final

from dorkarta.documents.spreadsheet.units import shortened

LONGEST: Final = 31
"""UTF-16 units, as programs count."""

_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\_\s]+")
"""`_` is allowed, but `_x0041_` would be read as «A»."""
_RESERVED: Final = frozenset({"history", "журнал"})
"""Names that Excel keeps for itself."""


def sheet_names(titles: Iterable[str], *, taken: Iterable[str] = ()) -> list[str]:
    """A legal name for every title, as near to it as can be.

    Arguments:
        titles: What the sheets are about.
        taken: Names of other sheets of the workbook.
    """
    used = {name.casefold() for name in taken} | _RESERVED
    names = []
    for title in titles:
        name = _unused(_legal(title), used)
        used.add(name.casefold())
        names.append(name)
    return names


def _legal(title: str) -> str:
    return shortened(_FORBIDDEN.sub(" ", title).strip(" '"), LONGEST) or "Лист"


def _unused(name: str, used: set[str]) -> str:
    number, tried = 1, name
    while tried.casefold() in used:
        number += 1
        tried = f"{shortened(name, LONGEST - len(f' {number}'))} {number}"
    return tried
