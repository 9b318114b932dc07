"""A report on the execution of a roadmap."""

from typing import Annotated, Final, Literal

from pydantic import AfterValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from dorkarta.model.actual import Actual
from dorkarta.model.base import Allowed, Inferred, ItemId, Model, RecordPath, Reference, Reviewed, Span, Text
from dorkarta.model.level import LevelId
from dorkarta.model.names import AudienceNames
from dorkarta.model.note import Notes
from dorkarta.model.responsible import Responsibles
from dorkarta.model.source import Source

_ANSWERS: Final = frozenset({"true", "false", "yes", "no", "да", "нет"})


def _reason(text: str) -> str:
    """A reason; whoever writes «no» means the contrary of what the field says."""
    if text.casefold() in _ANSWERS:
        raise PydanticCustomError(
            "no_reason", "здесь пишут причину словами; если запись доказывает выполнение, уберите поле"
        )
    return text


class Evidence(Model):
    """What a report cites as proof: a document of the register, in the words of the report."""

    model_config = ConfigDict(title="Подтверждение")

    document: Reference = Field(
        title="Документ",
        description="Код документа в documents.yaml территории или региона.",
        examples=["order-560"],
    )
    quote: Text | None = Field(
        default=None,
        title="Как в отчёте",
        description="Как отчёт называет документ, слово в слово.",
        examples=["Приказ департамента образования от 14.05.2021 № 560"],
    )
    notes: Notes = ()
    allow: Allowed = Field(default_factory=dict)


class ReportEntry(Model):
    """One row of a report."""

    model_config = ConfigDict(title="Запись отчёта")

    id: ItemId = Field(
        title="Код",
        description="Даётся один раз, обычно по номеру, и больше не меняется: на нём держатся ссылки.",
        examples=["2"],
    )
    number: Text | None = Field(default=None, title="Номер", description="Номер, как он напечатан.", examples=["2"])
    title: Text = Field(
        title="Название",
        description="Название мероприятия словами отчёта.",
        examples=["Проведение методического аудита"],
    )
    description: Text | None = Field(
        default=None,
        title="Описание",
        description="Что сделано и что получилось, словами отчёта. Пустое описание значит: о выполнении не сказано.",
    )
    date: Text | None = Field(
        default=None,
        title="Дата",
        description="Когда проведено, словами отчёта. Плановый срок сюда не переписывают.",
        examples=["22 сентября 2020 года", "февраль 2021 года"],
    )
    dates: tuple[Span, ...] = Field(
        default=(),
        title="Даты срока",
        description="Дни, которые значат слова даты, если сами слова этого не говорят; почему так – в inferred.",
        examples=[["2021-02-01/2021-02-28"]],
    )
    responsible: Responsibles = ()
    audience: AudienceNames = ()
    evidence: tuple[Evidence, ...] = Field(
        default=(),
        title="Подтверждения",
        description="Документы, которыми отчёт подтверждает выполнение.",
        examples=[[{"document": "order-560"}]],
    )
    activity: Reference | None = Field(
        default=None,
        title="Мероприятие карты",
        description="Какой пункт карты выполнен: путь карты, знак # и код пункта.",
        examples=["krasnodar-krai/roadmap-2020-2021#71"],
    )
    unproven: Annotated[Text, AfterValidator(_reason)] | None = Field(
        default=None,
        title="Не доказывает",
        description="Почему запись не доказывает, что мероприятие карты выполнено: описано другое, подтверждение о "
        "другом, мероприятия не было. Тогда оно считается заявленным.",
        examples=["описан круглый стол, а в карте – мастер-классы"],
    )
    actuals: tuple[Actual, ...] = Field(
        default=(),
        title="Факт по показателям",
        description="Достигнутые значения показателей мероприятия карты.",
        examples=[[{"year": "2021", "value": "2"}]],
    )
    withheld: tuple[Literal["responsible"], ...] = Field(
        default=(),
        title="Не публикуется",
        description="Графы, в которых источник называет людей: имена не публикуются (152-ФЗ).",
        examples=[["responsible"]],
    )
    notes: Notes = ()
    allow: Allowed = Field(default_factory=dict)
    inferred: Inferred = Field(default_factory=dict)


class ReportColumns(Model):
    """The headings of the official form, where they differ from ours."""

    model_config = ConfigDict(title="Графы отчёта")

    title: Text | None = Field(
        default=None,
        title="Название",
        description="Заголовок графы с названиями мероприятий.",
        examples=["Наименование мероприятия"],
    )
    description: Text | None = Field(
        default=None,
        title="Описание",
        description="Заголовок графы с описаниями.",
        examples=["Краткое описание мероприятий"],
    )
    date: Text | None = Field(
        default=None, title="Дата", description="Заголовок графы с датами.", examples=["Дата проведения мероприятия"]
    )
    responsible: Text | None = Field(
        default=None,
        title="Ответственные",
        description="Заголовок графы с ответственными.",
        examples=["Организация, ответственная за проведение мероприятия"],
    )
    audience: Text | None = Field(
        default=None,
        title="Целевая аудитория",
        description="Заголовок графы с аудиторией.",
        examples=["Целевая аудитория мероприятия"],
    )
    evidence: Text | None = Field(
        default=None,
        title="Подтверждения",
        description="Заголовок графы с подтверждениями.",
        examples=["Подтверждающие документы"],
    )


class Report(Model):
    """`report-….yaml`: what was done, true to its source."""

    model_config = ConfigDict(title="Отчёт")

    title: Text = Field(
        title="Название",
        description="Полное название отчёта, как в документе.",
        examples=["Отчёт о выполнении мероприятий муниципальной дорожной карты на 2020-2021 учебный год"],
    )
    level: LevelId = Field(title="Уровень", description="Чей это отчёт: региона, муниципалитета или школы.")
    period: Span = Field(
        title="Период",
        description="Первый и последний день, о которых отчёт, через косую черту.",
        examples=["2020-09-01/2021-08-31"],
    )
    summary: Text | None = Field(
        default=None,
        title="Коротко",
        description="О чём отчёт, простыми словами редакции, а не документа; можно с разметкой Markdown.",
    )
    roadmap: RecordPath | None = Field(
        default=None,
        title="Дорожная карта",
        description="О какой карте отчёт: её путь без .yaml.",
        examples=["krasnodar-krai/roadmap-2020-2021"],
    )
    signed: Text | None = Field(
        default=None,
        title="Кем подписан",
        description="Должность подписавшего, без фамилии (152-ФЗ).",
        examples=["Начальник отдела мониторинга системы образования МКУ КНМЦ"],
    )
    source: Source = Field(
        title="Источник",
        description="Документ, с которого сделана запись.",
        examples=[{"title": "Отчёт о выполнении муниципальной дорожной карты", "form": "распознанный скан"}],
    )
    reviewed: Reviewed = None
    columns: ReportColumns | None = Field(
        default=None,
        title="Графы",
        description="Заголовки граф, как в документе.",
        examples=[{"date": "Дата проведения мероприятия"}],
    )
    entries: tuple[ReportEntry, ...] = Field(
        title="Записи",
        description="Строки отчёта в порядке документа.",
    )
    notes: Notes = ()
    allow: Allowed = Field(default_factory=dict)
    inferred: Inferred = Field(default_factory=dict)
