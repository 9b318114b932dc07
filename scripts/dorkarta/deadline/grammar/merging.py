"""Recurrences that say one thing together: «ежемесячно» and «до 25 числа»."""

from __future__ import annotations

from dataclasses import replace

from dorkarta.deadline.repeat import Recurrence, Repeat


def merged(one: Repeat, other: Repeat) -> Repeat | None:
    """Join two recurrences that say one thing together: «ежемесячно» and «до 25 числа».

    Returns:
        One recurrence; None when they are two: «ежемесячно, один раз в год».
    """
    for plain, detailed in ((one, other), (other, one)):
        if _bare(plain) and detailed.days and not detailed.nth:
            return replace(detailed, unit=plain.unit)
        if _bare(plain) and plain.unit == detailed.unit:
            return detailed
        if plain.unit is Recurrence.WEEKLY and detailed == Repeat(unit=plain.unit, weekdays=detailed.weekdays):
            return replace(plain, weekdays=detailed.weekdays) if not plain.weekdays else None
        if _bare(plain) and plain.unit is Recurrence.WEEKLY and detailed.weekdays:
            return detailed
    if one.unit == other.unit and one.times > 1 and not (one.days or one.weekdays) and other.times == 1:
        return replace(other, times=one.times, at_least=one.at_least, at_most=one.at_most)
    only_days = other == Repeat(unit=Recurrence.MONTHLY, days=other.days)
    if one.days and other.days and not other.weekdays and (only_days or one.unit == other.unit):
        return replace(one, days=one.days + other.days)
    return None


def _bare(repeat: Repeat) -> bool:
    return repeat == Repeat(unit=repeat.unit)
