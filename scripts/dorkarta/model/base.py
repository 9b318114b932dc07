"""What every published model shares: strictness, immutability and the types of single fields."""

import datetime
import re
from functools import lru_cache
from typing import Annotated, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from dorkarta.deadline import Period

_GIVEN: Final[dict[frozenset[str], set[str]]] = {}
"""Names of fields that were given together."""

YEARS: Final = range(1900, 2101)
"""The years that dates of records may have; anything else is a slip of the hand."""

_RUSSIAN_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


class Model(BaseModel):
    """A frozen model whose fields are all named: an unknown field is an error, not a surprise.

    Title and description of every field that an editor writes stand beside it in Russian. The JSON Schema of the
    editors' programs and the reference of fields on the site are made from them.
    """

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    def model_post_init(self, _context: object, /) -> None:
        """Share the set of the given fields with all who have the same: it is a quarter of a record's memory."""
        given = self.__pydantic_fields_set__
        object.__setattr__(self, "__pydantic_fields_set__", _GIVEN.setdefault(frozenset(given), given))


def _date(value: object) -> object:
    """Read an ISO date from text; a date that is one already passes."""
    return _day(value) if isinstance(value, str) else value


@lru_cache(maxsize=4096)
def _day(value: str) -> datetime.date:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
        raise PydanticCustomError("date_form", "дата пишется как ГГГГ-ММ-ДД{example}", {"example": _example(value)})
    try:
        day = datetime.date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("date_unknown", "дня «{day}» нет в календаре", {"day": value}) from None
    if day.year not in YEARS:
        raise PydanticCustomError("date_far", "год {year} – вероятно, опечатка", {"year": day.year})
    return day


def _example(value: str) -> str:
    """What was probably meant, else some date."""
    match = _RUSSIAN_DATE.fullmatch(value.strip())
    return f": {match[3]}-{match[2]:0>2}-{match[1]:0>2}" if match else ", например 2020-11-30"


def _period(value: object) -> object:
    """Read `2020-12-01/2021-12-31` (or one day) as a period."""
    if isinstance(value, Period):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("period_form", "здесь нужен период: 2020-12-01/2021-12-31")
    return _span(value)


@lru_cache(maxsize=4096)  # periods that are one and the same are also compared at once
def _span(value: str) -> Period:
    first, slash, last = value.partition("/")
    start = _day(first.strip())
    end = _day(last.strip()) if slash else start
    if end < start:
        raise PydanticCustomError(
            "period_order",
            "период кончается ({end}) раньше, чем начинается ({start}); возможно, «{end}/{start}»",
            {"start": start.isoformat(), "end": end.isoformat()},
        )
    return Period(start=start, end=end)


def _one_or_several(value: object) -> object:
    """Let editors write a single item without brackets."""
    if isinstance(value, str):
        return (value,)
    return tuple(value) if isinstance(value, list) else value


Date = Annotated[datetime.date, BeforeValidator(_date)]
"""A day, written `2020-11-30`."""

Span = Annotated[Period, BeforeValidator(_period)]
"""Two days with a slash between them, both inside: `2020-12-01/2021-12-31`."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""Text of one or more lines that is not empty."""

SLUG: Final = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
ITEM_ID: Final = r"^[a-z0-9]+(?:[.-][a-z0-9]+)*$"
REFERENCE: Final = r"^(?:[a-z0-9]+(?:[-/][a-z0-9]+)*#)?[a-z0-9]+(?:[.-][a-z0-9]+)*$"
TERRITORY_PATH: Final = r"^[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)?$"
RECORD_PATH: Final = r"^[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)+$"

Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=80)]
"""A permanent name inside addresses: Latin small letters, digits, hyphens."""

ItemId = Annotated[str, StringConstraints(pattern=ITEM_ID, max_length=40)]
"""The permanent id of a section, an activity or a report entry, minted from its number: `36`, `4.10`."""

Reference = Annotated[str, StringConstraints(pattern=REFERENCE)]
"""An id, looked up from the territory upwards (`order-560`), or one with its place before `#`."""

References = Annotated[tuple[Reference, ...], BeforeValidator(_one_or_several)]
"""References; a single one may stand without brackets."""

RecordPath = Annotated[str, StringConstraints(pattern=RECORD_PATH)]
"""The identity of a whole record: `krasnodar-krai/roadmap-2020-2021`."""

TerritoryPath = Annotated[str, StringConstraints(pattern=TERRITORY_PATH)]
"""The folder of a region or of a municipality inside it: `krasnodar-krai/krasnodar`."""

Inferred = Annotated[
    dict[str, Text],
    Field(
        title="Восстановлено",
        description="Чего документ не печатает, хотя в записи оно есть: поле и откуда взято его значение.",
        examples=[{"form": "прочитано из названия"}],
    ),
]
"""Field → why it is there although the document does not print it."""

WARNING_CODE: Final = r"^W[0-9]{3}$"

WarningCode = Annotated[str, StringConstraints(pattern=WARNING_CODE)]

Allowed = Annotated[
    dict[WarningCode, Text],
    Field(
        title="Допущено",
        description="Предупреждения, с которыми здесь согласны: код и причина. Действует на всё, что внутри; "
        "ошибки так не отменяются.",
        examples=[{"W241": "так напечатано в документе"}],
    ),
]
"""The code of a warning → why it is not heeded here; holds for everything inside the record or the part."""

Reviewed = Annotated[
    Date | None,
    Field(
        title="Перечитано",
        description="День, когда запись в последний раз целиком сверили с документом.",
        examples=["2026-11-22"],
    ),
]
"""When somebody read a record through the last time and found it true."""
