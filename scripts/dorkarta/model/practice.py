"""A practice: how somebody helped a school with a certain problem, told step by step from documents."""

from enum import StrEnum

from pydantic import ConfigDict, Field

from dorkarta.model.base import Allowed, Date, Inferred, Model, Reference, TerritoryPath, Text
from dorkarta.model.level import LevelId
from dorkarta.model.names import BodyName, FactorId, FormName
from dorkarta.model.note import Notes


class Role(StrEnum):
    """Who takes part."""

    DIRECTOR = "director"
    DEPUTY = "deputy"
    TEACHER = "teacher"
    TUTOR = "tutor"
    CURATOR = "curator"
    MENTOR = "mentor"
    COORDINATOR = "coordinator"


class Proof(StrEnum):
    """How far documents prove that a practice was used and helped."""

    PLANNED = "planned"
    """A plan describes it; no document says that it was done."""
    REPORTED = "reported"
    """A report says that it was done."""
    CONFIRMED = "confirmed"
    """A document beside the report confirms the result."""


class Step(Model):
    """Something that is done, in words near to those of the document."""

    model_config = ConfigDict(title="Шаг")

    text: Text = Field(
        title="Текст",
        description="Что делают, словами, близкими к документу.",
        examples=["Организация сетевых пар"],
    )
    source: Reference = Field(
        title="Источник",
        description="Где это сказано: мероприятие карты, запись отчёта или место системы работы.",
        examples=["tula-oblast/tula/roadmap-2020-2021#4.12"],
    )


class Result(Model):
    """What came or is to come of it; a planned practice has an expected result only."""

    model_config = ConfigDict(title="Результат")

    text: Text = Field(
        title="Текст",
        description="Что вышло; у практики из плана – что ожидается.",
        examples=["Школы обмениваются методическими материалами"],
    )
    measured: Text | None = Field(
        default=None,
        title="Чем измерено",
        description="По чему это видно: показатель, опрос, мониторинг.",
        examples=["мониторинг выполнения программ перехода"],
    )


class PracticeHead(Model):
    """The fields of `content/practices/….md`; what no document says is left out."""

    model_config = ConfigDict(title="Практика")

    title: Text = Field(
        title="Название",
        description="Название практики; «лучшая» – только с подтверждением.",
        examples=["Сетевые пары руководителей"],
    )
    territory: TerritoryPath = Field(
        title="Территория",
        description="Папка территории, где практику применили или предусмотрели.",
        examples=["tula-oblast/tula"],
    )
    level: LevelId = Field(title="Уровень", description="Чья это практика: региона, муниципалитета или школы.")
    summary: Text = Field(
        title="Коротко",
        description="Одно-два предложения простыми словами: кто, что и для кого делает.",
        examples=["Руководитель школы с низкими результатами работает в паре с наставником из школы-партнёра."],
    )
    problem: Text = Field(
        title="Проблема",
        description="Какую трудность школы назвал документ.",
        examples=["Низкие образовательные результаты школы."],
    )
    risks: tuple[FactorId, ...] = Field(
        default=(),
        title="Риски",
        description="Коды факторов из registry/risk-factors.yaml, только если документ сам связал с ними эту работу.",
        examples=[["staff-shortage"]],
    )
    risks_why: Text | None = Field(
        default=None,
        title="Связь с рисками",
        description="Какими словами документ связал практику с рисками.",
    )
    roles: tuple[Role, ...] = Field(
        default=(),
        title="Участники",
        description="Кто участвует в практике.",
        examples=[["director", "mentor"]],
    )
    forms: tuple[FormName, ...] = Field(
        default=(),
        title="Формы",
        description="Формы работы под любым из имён в registry/forms.yaml.",
        examples=[["семинар", "стажировка"]],
    )
    subject: Text | None = Field(
        default=None,
        title="Учебный предмет",
        description="Предмет, если практика об одном предмете.",
        examples=["математика"],
    )
    steps: tuple[Step, ...] = Field(
        title="Шаги",
        description="Что делают по порядку, не меньше трёх шагов; у каждого – где это сказано.",
        examples=[[{"text": "Организация сетевых пар", "source": "tula-oblast/tula/roadmap-2020-2021#4.12"}]],
    )
    result: Result | None = Field(
        default=None,
        title="Результат",
        description="Что вышло или ожидается и чем это измерено.",
        examples=[{"text": "Школы обмениваются методическими материалами"}],
    )
    activities: tuple[Reference, ...] = Field(
        default=(),
        title="Мероприятия",
        description="Пункты карт, в которых практика предусмотрена: путь карты, знак # и код пункта.",
        examples=[["tula-oblast/tula/roadmap-2020-2021#4.12"]],
    )
    entries: tuple[Reference, ...] = Field(
        default=(),
        title="Записи отчётов",
        description="Записи отчётов, где сказано, что практику провели: путь отчёта, знак # и код записи.",
        examples=[["krasnodar-krai/krasnodar/report-2020-2021#2"]],
    )
    documents: tuple[Reference, ...] = Field(
        default=(),
        title="Документы",
        description="Коды документов из documents.yaml, которые подтверждают или описывают практику.",
        examples=[["order-560"]],
    )
    contact: BodyName | None = Field(
        default=None,
        title="Куда обратиться",
        description="Организация или роль под любым из имён в bodies.yaml, не человек.",
        examples=["МКУ «ЦНППМ г. Тулы»"],
    )
    proof: Proof = Field(
        title="Подтверждение",
        description="Насколько документы подтверждают, что практику применили и она помогла.",
    )
    proof_why: Text = Field(
        title="На чём держится",
        description="Почему степень подтверждения такая.",
        examples=["Описано в дорожной карте; отчёта о её выполнении среди документов нет."],
    )
    reviewed: Date = Field(
        title="Перечитано",
        description="День, когда практику в последний раз сверили с документами.",
        examples=["2026-11-22"],
    )
    notes: Notes = ()
    allow: Allowed = Field(default_factory=dict)
    inferred: Inferred = Field(default_factory=dict)


class Practice(PracticeHead):
    """A whole file; its name is the practice's identity."""

    prose: str | None = Field(
        default=None, title="Текст под полями", description="Markdown под полями: то, чего они не говорят."
    )
