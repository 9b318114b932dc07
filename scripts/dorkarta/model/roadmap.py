"""A roadmap: what is to be done, when, by whom."""

from typing import Self

from pydantic import ConfigDict, Field, ModelWrapValidatorHandler, PrivateAttr, model_validator

from dorkarta.model.activity import Activity
from dorkarta.model.base import Allowed, Inferred, ItemId, Model, Reviewed, Span, Text
from dorkarta.model.level import LevelId
from dorkarta.model.note import Notes
from dorkarta.model.source import Approval, Source


class Section(Model):
    """A part of a roadmap; sections nest."""

    model_config = ConfigDict(title="Раздел")

    id: ItemId = Field(
        title="Код",
        description="Даётся один раз и больше не меняется: на нём держатся ссылки.",
        examples=["s1.2"],
    )
    number: Text | None = Field(
        default=None, title="Номер", description="Номер раздела, как он напечатан.", examples=["1.2"]
    )
    title: Text = Field(
        title="Название",
        description="Заголовок раздела без номера.",
        examples=["Организационно-методическое сопровождение"],
    )
    level: LevelId | None = Field(
        default=None,
        title="Уровень",
        description="Только если уровень не тот, что у всей карты или раздела вокруг.",
    )
    notes: Notes = ()
    allow: Allowed = Field(default_factory=dict)
    activities: tuple[Activity, ...] = Field(
        default=(),
        title="Мероприятия",
        description="Мероприятия раздела в порядке документа.",
    )
    sections: tuple["Section", ...] = Field(
        default=(),
        title="Разделы",
        description="Разделы внутри этого раздела.",
    )


class Columns(Model):
    """The headings of the official table, where they differ from ours."""

    model_config = ConfigDict(title="Графы карты")

    _order: tuple[str, ...] = PrivateAttr(default=())

    @model_validator(mode="wrap")
    @classmethod
    def _in_order(cls, written: object, read: ModelWrapValidatorHandler[Self]) -> Self:
        """Remember the order in which an editor wrote the fields: it is that of the document."""
        columns = read(written)
        columns._order = tuple(written) if isinstance(written, dict) else ()  # noqa: SLF001  # its own
        return columns

    @property
    def order(self) -> tuple[str, ...]:
        """The fields that were written, in their order."""
        return self._order

    number: Text | None = Field(
        default=None, title="Номер", description="Заголовок графы с номерами.", examples=["№ п/п"]
    )
    title: Text | None = Field(
        default=None,
        title="Название",
        description="Заголовок графы с названиями мероприятий.",
        examples=["Наименование мероприятия"],
    )
    form: Text | None = Field(
        default=None, title="Форма", description="Заголовок графы с формами.", examples=["Форма проведения"]
    )
    deadline: Text | None = Field(
        default=None, title="Срок", description="Заголовок графы со сроками.", examples=["Сроки выполнения"]
    )
    responsible: Text | None = Field(
        default=None,
        title="Ответственные",
        description="Заголовок графы с ответственными.",
        examples=["Исполнители"],
    )
    expected_result: Text | None = Field(
        default=None,
        title="Ожидаемый результат",
        description="Заголовок графы с результатами или показателями.",
        examples=["Планируемый результат"],
    )


class Roadmap(Model):
    """`roadmap-….yaml`: one official roadmap, true to its source."""

    model_config = ConfigDict(title="Дорожная карта")

    title: Text = Field(
        title="Название",
        description="Полное название карты, как в документе.",
        examples=["Дорожная карта по методическому сопровождению системы работы со ШНОР/ШССУ в Краснодарском крае"],
    )
    level: LevelId = Field(title="Уровень", description="Чья это карта: региона, муниципалитета или школы.")
    period: Span = Field(
        title="Период",
        description="Первый и последний день действия карты через косую черту.",
        examples=["2020-12-01/2021-12-31"],
    )
    goal: Text | None = Field(default=None, title="Цель", description="Цель карты, если документ её называет.")
    summary: Text | None = Field(
        default=None,
        title="Коротко",
        description="О чём карта, простыми словами редакции, а не документа; можно с разметкой Markdown.",
    )
    appendix: Text | None = Field(
        default=None,
        title="Приложение",
        description="К какому документу карта приложена, как это напечатано.",
        examples=["Приложение № 2 к письму администрации города Тулы"],
    )
    approved: Approval | None = Field(
        default=None,
        title="Утверждено",
        description="Гриф утверждения: кем, в какой должности, когда, каким актом. Без фамилий (152-ФЗ).",
        examples=[{"by": "МОНиМП КК", "post": "Министр", "date": "2020-11-30"}],
    )
    source: Source = Field(
        title="Источник",
        description="Документ, с которого сделана запись.",
        examples=[{"title": "Дорожная карта Эртильского района на 2021 год", "form": "распознанный скан"}],
    )
    reviewed: Reviewed = None
    columns: Columns | None = Field(
        default=None,
        title="Графы",
        description="Заголовки граф, как в документе и в его порядке.",
        examples=[{"number": "№ п/п", "title": "Наименование мероприятия"}],
    )
    sections: tuple[Section, ...] = Field(
        title="Разделы",
        description="Разделы карты с мероприятиями в порядке документа.",
    )
    notes: Notes = ()
    allow: Allowed = Field(default_factory=dict)
    inferred: Inferred = Field(default_factory=dict)
