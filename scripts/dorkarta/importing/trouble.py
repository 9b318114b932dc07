"""What is wrong with a filled form, and in which cell."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from xlsxwriter.utility import xl_col_to_name

from dorkarta.diagnostic import Severity

_BESIDE: Final = "Этот текст ни в одно поле не входит; он сохранён примечанием."


@dataclass(frozen=True, kw_only=True, slots=True)
class Cell:
    """A place in a workbook; rows and columns count from 0, as programs count them."""

    sheet: str
    row: int | None = None
    column: int | None = None
    heading: str = ""
    """What stands above the column."""

    def __str__(self) -> str:
        row = f", строка {self.row + 1}" if self.row is not None else ""
        if self.column is None:
            return f"лист «{self.sheet}»{row}"
        named = f" «{' '.join(self.heading.split())}»" if self.heading else ""
        return f"лист «{self.sheet}»{row}, столбец {xl_col_to_name(self.column)}{named}"

    @property
    def order(self) -> tuple[str, int, int]:
        """By sheet, row and column."""
        return self.sheet, -1 if self.row is None else self.row, -1 if self.column is None else self.column


@dataclass(frozen=True, kw_only=True, slots=True)
class Trouble:
    """One problem."""

    message: str
    cell: Cell | None = None
    """Without it, the problem is that of the whole form."""
    hint: str | None = None
    code: str = ""
    """Of the check that found it."""
    severity: Severity = Severity.ERROR

    @property
    def order(self) -> tuple[str, int, int]:
        """What concerns the whole form stands first."""
        return self.cell.order if self.cell else ("", -1, -1)


class UnreadableError(Exception):
    """A file is no form that could be read; the reason is for people."""


def warning(message: str, cell: Cell | None = None, hint: str | None = None) -> Trouble:
    """What an editor should look at."""
    return Trouble(message=message, cell=cell, hint=hint, severity=Severity.WARNING)


def error(message: str, cell: Cell | None = None, hint: str | None = None) -> Trouble:
    """What has to be mended."""
    return Trouble(message=message, cell=cell, hint=hint)


def beside(cells: Iterable[Cell]) -> Iterator[Trouble]:
    """What editors are told of texts that no field takes."""
    return (warning(_BESIDE, cell) for cell in cells)


def sorted_troubles(troubles: Iterable[Trouble]) -> tuple[Trouble, ...]:
    """In the order of the form; each is told once."""
    return tuple(sorted(dict.fromkeys(troubles), key=lambda each: each.order))
