"""A workbook as texts: whatever a cell holds, as its editor would write it."""

import datetime
import io
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from python_calamine import CalamineError, CalamineWorkbook

from dorkarta.deadline.names import GENITIVE_MONTHS
from dorkarta.importing import ods_asides, xlsx_asides
from dorkarta.importing.asides import MOST_CHARACTERS, Asides, Spot
from dorkarta.importing.package import DAMAGED, Kind, Package, open_package
from dorkarta.importing.trouble import UnreadableError
from dorkarta.printable import printable

_INVISIBLE: Final = str.maketrans(dict.fromkeys("\u200b\u200e\u200f\u2060\ufeff\u00ad", ""))
_FIRST_DAY: Final = datetime.date(1899, 12, 30)
"""The day 0 of spreadsheets."""
_SERIALS: Final = range(36526, 54789)
"""The numbers of days from 2000 to 2049."""


class Sort(Enum):
    """What a cell holds."""

    TEXT = auto()
    NUMBER = auto()
    DAY = auto()
    FAULT = auto()
    """A formula without a value."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Value:
    """What stands in a cell that is not empty."""

    text: str
    sort: Sort = Sort.TEXT
    cleaned: bool = False
    """Whether characters were dropped that nobody sees."""

    @property
    def serial_day(self) -> str | None:
        """The day that a bare number means where a date is asked for."""
        if self.sort is not Sort.NUMBER or not self.text.isdecimal() or int(self.text) not in _SERIALS:
            return None
        return _day(_FIRST_DAY + datetime.timedelta(days=int(self.text)))


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """A sheet: what its cells hold, and the remarks at them."""

    name: str
    values: Mapping[Spot, Value]
    """By row and column, from 0; empty cells are not there."""
    remarks: Mapping[Spot, str]
    joined: tuple[tuple[Spot, Spot], ...]
    """Cells made one: the first and the last. Only the first has a value."""

    def rows(self) -> Mapping[int, Mapping[int, Value]]:
        """By row, those that are not empty, from the top down."""
        found: dict[int, dict[int, Value]] = {}
        for (row, column), value in self.values.items():
            found.setdefault(row, {})[column] = value
        return found


def read_workbook(data: bytes) -> tuple[Sheet, ...]:
    """The sheets of a workbook, hidden ones too.

    Raises:
        UnreadableError: it cannot be read; the reason is for people.
    """
    package = open_package(data)
    beside = _asides(package)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(package.packed()))
        return tuple(
            _sheet(book, each.name, beside.get(each.name, Asides(name=each.name))) for each in book.sheets_metadata
        )
    except (CalamineError, OSError, ValueError, OverflowError):
        raise UnreadableError(DAMAGED) from None


def _asides(package: Package) -> Mapping[str, Asides]:
    """By the name of the sheet."""
    read = xlsx_asides.asides if package.kind is Kind.XLSX else ods_asides.asides
    found = read(package.parts)
    for name, each in found.items():
        if each.characters > MOST_CHARACTERS:
            raise UnreadableError(f"Лист «{name}» слишком велик: форма отчёта столько не занимает.")
    return found


def _sheet(book: CalamineWorkbook, name: str, beside: Asides) -> Sheet:
    try:
        sheet = book.get_sheet_by_name(name)
    except CalamineError:  # a chart has no cells
        return Sheet(name=name, values={}, remarks=beside.remarks, joined=())
    values: dict[Spot, Value] = {}
    for row, cells in enumerate(sheet.to_python(skip_empty_area=False)):
        for column, held in enumerate(cells):
            spot = row, column
            value = _value(held, percent=spot in beside.percents) if spot not in beside.faults else None
            if value is not None and value.text:
                values[spot] = value
    faults = {spot: Value(text=text or "формула", sort=Sort.FAULT) for spot, text in beside.faults.items()}
    joined = tuple((first, last) for first, last in sheet.merged_cell_ranges or ())
    remarks = {spot: plain(text)[0] for spot, text in beside.remarks.items()}
    return Sheet(name=name, values=dict(sorted({**values, **faults}.items())), remarks=remarks, joined=joined)


def _value(held: object, *, percent: bool) -> Value | None:
    if isinstance(held, str):
        text, cleaned = plain(held)
        return Value(text=text, cleaned=cleaned)
    if isinstance(held, bool):
        return Value(text="да" if held else "нет")
    if isinstance(held, int | float):
        number = _number(held * 100) + "%" if percent else _number(held)
        return Value(text=number, sort=Sort.NUMBER)
    if isinstance(held, datetime.datetime):
        time = f", {held:%H:%M}" if (held.hour, held.minute) != (0, 0) else ""
        return Value(text=_day(held.date()) + time, sort=Sort.DAY)
    if isinstance(held, datetime.date):
        return Value(text=_day(held), sort=Sort.DAY)
    if isinstance(held, datetime.time):
        return Value(text=f"{held:%H:%M}")
    return Value(text=str(held)) if held is not None else None


def plain(text: str) -> tuple[str, bool]:
    """A text without spaces around it and without characters that no record may hold; whether there were such."""
    ends = text.replace("\r\n", "\n").replace("\r", "\n")
    seen = printable(ends).translate(_INVISIBLE)
    dropped = len(seen) < len(ends)
    lines = [line.strip() for line in seen.split("\n")]
    return "\n".join(lines).strip(), dropped


def _number(number: float) -> str:
    """As people write it: «2», «87,5»."""
    return f"{number:.12g}".replace(".", ",") if abs(number) < 10**12 else str(int(number))


def _day(day: datetime.date) -> str:
    """«15 марта 2021 года»"""
    return f"{day.day} {GENITIVE_MONTHS[day.month]} {day.year} года"
