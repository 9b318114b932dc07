"""The language of figures in plans and reports: «не менее 1», «1; 4», «1 (май)», «1 (раз в год)», «3 из 4»."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Literal

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from dorkarta.model.base import Model, Text

Operator = Literal["=", ">=", "<=", ">", "<"]

_OPERATORS: dict[str, Operator] = {
    "": "=",
    "не менее": ">=",
    "не менее чем": ">=",
    "не ниже": ">=",
    "от": ">=",
    "не более": "<=",
    "не более чем": "<=",
    "не выше": "<=",
    "до": "<=",
    "более": ">",
    "свыше": ">",
    "менее": "<",
}
_MONTHS = (
    "январь", "февраль", "март", "апрель", "май", "июнь",
    "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip
_FREQUENCIES = {
    "раз в год": "yearly",
    "раз в полугодие": "half-yearly",
    "раз в квартал": "quarterly",
    "раз в четверть": "per-school-quarter",
    "раз в месяц": "monthly",
}
_NUMBER = r"(?:[0-9]{1,3}(?: [0-9]{3}){1,3}|[0-9]{1,12})(?:[.,][0-9]{1,6})?"
_PART = re.compile(
    rf"(?P<operator>\D*?) ?(?P<number>{_NUMBER})(?: из (?P<whole>{_NUMBER})| ?(?P<percent>%))?"
    r" ?(?:\((?P<qualifier>[^()]+)\))?"
)
_NOTHING = frozenset({"нет данных", "данных нет", "нет", "н/д", "нд", "-", "–", "—"})
"""What stands in a cell of a report where nobody counted."""


class QuantityPart(Model):
    """One number of a cell with what the cell says of it."""

    operator: Operator = "="
    number: Decimal
    percent: bool = False
    whole: Decimal | None = None
    """Of how many: «3 из 4»."""
    month: int | None = None
    """1 to 12, where the cell names a month."""
    frequency: str | None = None
    """How often: `yearly`, …"""


class Quantity(Model):
    """A cell of planned figures: its text and its parts in the order of the cell."""

    text: Text
    parts: tuple[QuantityPart, ...]


@lru_cache(maxsize=4096)  # most figures are small and stand in many cells
def read_quantity(text: str) -> Quantity:
    """Read a cell of figures.

    Raises:
        PydanticCustomError: some part is not a figure of a kind that is known.
    """
    return Quantity(text=text, parts=tuple(_read_part(part.strip()) for part in text.split(";")))


def _read_part(text: str) -> QuantityPart:
    words = " ".join(text.split())
    if words.lower() in _NOTHING:
        raise PydanticCustomError(
            "quantity",
            "значение «{text}» не понято: это не число; если его нет, ничего не пишите",
            {"text": text},
        )
    match = _PART.fullmatch(words)
    operator = _OPERATORS.get(match["operator"].lower()) if match else None
    if match is None or operator is None:
        raise PydanticCustomError(
            "quantity", "значение «{text}» не понято; пишите «2», «не менее 4», «1; 4», «1 (май)»", {"text": text}
        )
    qualifier = (match["qualifier"] or "").strip().lower()
    if qualifier and qualifier not in _MONTHS and qualifier not in _FREQUENCIES:
        raise PydanticCustomError(
            "quantity", "пояснение «{text}» не понято; пишите «(май)» или «(раз в год)»", {"text": qualifier}
        )
    return QuantityPart(
        operator=operator,
        number=_number(match["number"]),
        percent=match["percent"] is not None,
        whole=_number(match["whole"]) if match["whole"] else None,
        month=_MONTHS.index(qualifier) + 1 if qualifier in _MONTHS else None,
        frequency=_FREQUENCIES.get(qualifier),
    )


def _number(text: str) -> Decimal:
    return Decimal(text.replace(" ", "").replace(",", "."))


def _from_text(value: object) -> object:
    if isinstance(value, Quantity):
        return value
    if not isinstance(value, str) or not value.strip():
        raise PydanticCustomError("quantity", "здесь нужно число, несколько – через точку с запятой: «2», «1; 4»")
    return read_quantity(value.strip())


QuantityField = Annotated[Quantity, BeforeValidator(_from_text)]
