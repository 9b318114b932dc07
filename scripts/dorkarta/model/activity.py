"""A planned activity of a roadmap."""

from pydantic import ConfigDict, Field

from dorkarta.model.base import Allowed, Inferred, ItemId, Model, Reference, References, Span, Text
from dorkarta.model.indicator import Indicator
from dorkarta.model.level import LevelId
from dorkarta.model.names import AudienceNames, FormName
from dorkarta.model.note import Notes
from dorkarta.model.responsible import Responsibles
from dorkarta.model.source import Act


class Activity(Model):
    """A row of the roadmap's table; it may hold sub-activities with dates of their own."""

    model_config = ConfigDict(title="Мероприятие")

    id: ItemId = Field(
        title="Код",
        description="Даётся один раз, обычно по номеру, и больше не меняется: на нём держатся ссылки.",
        examples=["36", "4.10"],
    )
    number: Text | None = Field(
        default=None,
        title="Номер",
        description="Номер, как он напечатан. Он только показывается: в документах номера повторяются и сбиваются.",
        examples=["4.10"],
    )
    title: Text | None = Field(
        default=None,
        title="Название",
        description="Название мероприятия словами документа. Пустым остаётся, только если его утратил скан: тогда "
        "нужна заметка вида loss.",
        examples=["Управление образовательной организацией в логике проектного менеджмента"],
    )
    form: FormName | None = Field(
        default=None,
        title="Форма",
        description="Форма, как она напечатана; несколько форм – через запятую или косую черту. Известные формы – в "
        "registry/forms.yaml.",
        examples=["вебинар", "приказ, письмо"],
    )
    deadline: Text | None = Field(
        default=None,
        title="Срок",
        description="Срок словами документа. Даты из них прочитает программа; если слова можно понять по-разному, она "
        "попросит добавить dates.",
        examples=["декабрь 2020", "до 15 декабря 2020", "не реже одного раза в четверть"],
    )
    dates: tuple[Span, ...] = Field(
        default=(),
        title="Даты срока",
        description="Дни, которые значат слова срока, если сами слова этого не говорят; почему так – в inferred.",
        examples=[["2021-02-01/2021-02-28"]],
    )
    responsible: Responsibles = ()
    audience: AudienceNames = ()
    expected_result: Text | None = Field(
        default=None,
        title="Ожидаемый результат",
        description="Что должно получиться, словами документа.",
    )
    indicators: tuple[Indicator, ...] = Field(
        default=(),
        title="Показатели",
        description="Числа, которых нужно достичь, если документ их называет.",
        examples=[[{"name": "Количество семинаров", "target": "не менее 4"}]],
    )
    documents: tuple[Reference, ...] = Field(
        default=(),
        title="Документы",
        description="Коды документов из documents.yaml, которые мероприятие называет или исполняет.",
        examples=[["order-560"]],
    )
    implements: References = Field(
        default=(),
        title="Исполняет",
        description="Пункты верхней карты, которые исполняет мероприятие: путь карты, знак # и код пункта.",
        examples=["krasnodar-krai/roadmap-2020-2021#71"],
    )
    activities: tuple["Activity", ...] = Field(
        default=(),
        title="Части",
        description="Части мероприятия, у которых свои сроки или ответственные.",
    )
    level: LevelId | None = Field(
        default=None,
        title="Уровень",
        description="Только если уровень не тот, что у раздела.",
    )
    cancelled: Act | None = Field(
        default=None,
        title="Отменено",
        description="Решение об отмене. Отменённое мероприятие не удаляют.",
        examples=[{"date": "2021-03-10", "by": "МОНиМП КК"}],
    )
    amended: tuple[Act, ...] = Field(
        default=(),
        title="Изменено",
        description="Решения об изменениях, по порядку.",
        examples=[[{"date": "2021-03-10", "by": "МОНиМП КК", "what": "срок перенесён с апреля на май"}]],
    )
    notes: Notes = ()
    allow: Allowed = Field(default_factory=dict)
    inferred: Inferred = Field(default_factory=dict)
