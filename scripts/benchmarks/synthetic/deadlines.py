"""Deadlines in the words of official plans, of every kind that the language of deadlines knows."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from synthetic.chance import Chance

_NOMINATIVE: Final = (
    "январь", "февраль", "март", "апрель", "май", "июнь",
    "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip
_GENITIVE: Final = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Deadline:
    """A cell of the column «Срок»."""

    text: str | None
    day: datetime.date | None = None
    """When somebody punctual would have finished, where that is one day."""
    dates: str | None = None
    """The field `dates:`, where the words do not tell them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Years:
    """School years that follow one another."""

    first: int
    count: int

    @property
    def period(self) -> str:
        """«2024-09-01/2025-08-31»"""
        return f"{self.first}-09-01/{self.last}-08-31"

    @property
    def words(self) -> str:
        """«2024-2025»"""
        return f"{self.first}-{self.last}"

    @property
    def last(self) -> int:
        """The calendar year in which they end."""
        return self.first + self.count

    def one(self, chance: Chance) -> int:
        """The calendar year in which one of them begins."""
        return self.first + chance.below(self.count)

    def month(self, chance: Chance) -> datetime.date:
        """The first day of a month with work in it, from October to May."""
        year, index = self.one(chance), chance.below(8)
        return datetime.date(year, 10 + index, 1) if index < 3 else datetime.date(year + 1, index - 2, 1)


def day_words(day: datetime.date) -> str:
    """«22 сентября 2024 года»"""
    return f"{day.day} {_GENITIVE[day.month - 1]} {day.year} года"


def deadline(years: Years, chance: Chance) -> Deadline:
    """A deadline; kinds are about as frequent as in the documents, and none is missing."""
    return chance.one(_DRAWN)(years, chance)


_Kind = Callable[[Years, Chance], Deadline]


def _said(*texts: str) -> _Kind:
    """One of some texts.

    Arguments:
        texts: `{year}` and `{next}` in them are those of a school year, `{first}` and `{last}` those of the whole time.
    """

    def said(years: Years, chance: Chance) -> Deadline:
        year, text = years.one(chance), chance.one(texts)
        return Deadline(text=text.format(year=year, next=year + 1, first=years.first, last=years.last))

    return said


def _month(years: Years, chance: Chance) -> Deadline:
    first = years.month(chance)
    name = _NOMINATIVE[first.month - 1]
    # Within one school year a month alone is clear.
    bare = years.count == 1 and chance.happens(0.4)
    return Deadline(text=name if bare else f"{name} {first.year}", day=first.replace(day=25))


def _day(years: Years, chance: Chance) -> Deadline:
    day = years.month(chance).replace(day=1 + chance.below(28))
    return Deadline(text=f"{day:%d.%m.%Y}" if chance.happens(0.5) else day_words(day), day=day)


def _days(years: Years, chance: Chance) -> Deadline:
    first = 1 + chance.below(20)
    last = years.month(chance).replace(day=first + 2 + chance.below(6))
    return Deadline(
        text=f"с {first} по {day_words(last)}" if chance.happens(0.6) else f"{first}-{day_words(last)}", day=last
    )


def _until(years: Years, chance: Chance) -> Deadline:
    day = years.month(chance).replace(day=chance.one((1, 5, 10, 15, 20, 25)))
    until = chance.one(("до", "до", "не позднее"))
    return Deadline(text=f"{until} {day_words(day).removesuffix(' года')}", day=day - datetime.timedelta(days=4))


def _since(years: Years, chance: Chance) -> Deadline:
    words = day_words(years.month(chance))
    return Deadline(text=f"с {words}" if chance.happens(0.5) else f"с {words.removeprefix('1 ')}")


def _told_elsewhere(years: Years, chance: Chance) -> Deadline:
    first = years.month(chance)
    last = first.replace(day=28)
    return Deadline(text=chance.one((None, "согласно приказу")), day=last, dates=f"[{first}/{last}]")


_KINDS: Final[tuple[tuple[int, _Kind], ...]] = (
    (24, _month),
    (4, _said("октябрь {year}, март {next}", "ноябрь {year}, февраль, апрель {next}", "январь, апрель {next}")),
    (3, _said("сентябрь, декабрь {year}, май {next}", "февраль-март, май {next}")),
    (8, _said("сентябрь-октябрь {year}", "декабрь {year} – январь {next}", "январь-февраль {next}", "март-май {next}")),
    (9, _day),
    (4, _days),
    (9, _until),
    (2, _since),
    (3, _said("IV квартал {year}", "I квартал {next} года", "II квартал {next}")),
    (2, _said("I полугодие {year}-{next} учебного года", "II полугодие {year}-{next} учебного года")),
    (2, _said("в конце четверти", "до конца III четверти {year}-{next} учебного года")),
    (1, _said("I четверть {year}-{next} учебного года", "III четверть {year}-{next} учебного года")),
    (1, _said("{next} год")),
    (1, _said("{first}-{last} годы")),
    (2, _said("в {year}-{next} учебном году")),
    (6, _said("в течение учебного года", "постоянно", "в течение года")),
    (5, _said("ежемесячно", "ежеквартально", "один раз в полугодие", "не реже одного раза в четверть", "2 раза в год")),
    (5, _said("не реже одного в два месяца", "до 25 числа каждого месяца", "1 раз в квартал", "еженедельно по средам")),
    (2, _said("после проведения оценочной процедуры", "по мере необходимости", "по итогам полугодия", "по запросу ОО")),
    (2, _said("в течение месяца после окончания ВПР", "за 10 дней до начала ГИА")),
    (4, _said("по плану работы", "по отдельному графику", "по плану работы ИРО", "по плану работы МНЦ")),
    (1, _told_elsewhere),
)
"""How many of a hundred are of which kind."""

_DRAWN: Final = tuple(kind for weight, kind in _KINDS for _ in range(weight))
