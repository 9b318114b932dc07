"""School years: their quarters and holidays, which differ by territory and year."""

from enum import StrEnum

from pydantic import ConfigDict, Field

from dorkarta.model.base import Inferred, Model, Span, Text
from dorkarta.model.note import Notes


class Season(StrEnum):
    """Which holidays of a school year."""

    AUTUMN = "autumn"
    WINTER = "winter"
    SPRING = "spring"
    SUMMER = "summer"


class SchoolYearRecord(Model):
    """One school year. Schools decide for themselves; a territory's data or the ministry's advice stand for them."""

    model_config = ConfigDict(title="Учебный год")

    year: Span = Field(
        title="Учебный год",
        description="От первого дня до последнего дня летних каникул.",
        examples=["2025-09-01/2026-08-31"],
    )
    quarters: tuple[Span, ...] = Field(
        default=(),
        title="Четверти",
        description="Первый и последний день каждой четверти, по порядку.",
        examples=[["2025-09-01/2025-10-24", "2025-11-03/2025-12-30"]],
    )
    holidays: dict[Season, Span] = Field(
        default_factory=dict,
        title="Каникулы",
        description="Осенние, зимние, весенние и летние каникулы: первый и последний день.",
        examples=[{"autumn": "2025-10-25/2025-11-02"}],
    )
    source: Text = Field(
        title="Источник",
        description="Кто назвал эти дни.",
        examples=["рекомендация министерства просвещения"],
    )
    notes: Notes = ()
    inferred: Inferred = Field(default_factory=dict)


class SchoolYears(Model):
    """`school-years.yaml` of the registry (the ministry's advice) or of a territory."""

    model_config = ConfigDict(title="Учебные годы")

    years: tuple[SchoolYearRecord, ...] = Field(
        title="Учебные годы",
        description="Учебные годы, по порядку.",
    )
