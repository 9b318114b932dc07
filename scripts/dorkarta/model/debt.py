"""Old debt: warnings that were known when a rule began, and do not count until somebody mends them."""

from pydantic import ConfigDict, Field

from dorkarta.model.base import Date, Model, Text, WarningCode


class Debt(Model):
    """One known warning, found again by its words and not by its line."""

    model_config = ConfigDict(title="Долг")

    file: Text = Field(
        title="Файл",
        description="Файл, о котором предупреждение, от папки проекта.",
        examples=["roadmaps/krasnodar-krai/roadmap-2020-2021.yaml"],
    )
    code: WarningCode = Field(title="Код", description="Код предупреждения.", examples=["W261"])
    message: Text = Field(title="Сообщение", description="Слова предупреждения, как их печатает проверка.")
    since: Date | None = Field(
        default=None, title="С какого дня", description="День, когда долг записан.", examples=["2026-11-22"]
    )


class Debts(Model):
    """`registry/debts.yaml`."""

    model_config = ConfigDict(title="Старый долг")

    debts: tuple[Debt, ...] = Field(
        title="Долги", description="Известные предупреждения, которые пока не считаются; список только убывает."
    )
