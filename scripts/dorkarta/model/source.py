"""Where a record comes from and who set it in force."""

from pydantic import ConfigDict, Field

from dorkarta.model.base import Date, Inferred, Model, Reference, Text
from dorkarta.model.names import BodyName
from dorkarta.model.note import Notes


class Source(Model):
    """The document that a record transcribes."""

    model_config = ConfigDict(title="Источник")

    title: Text = Field(
        title="Название",
        description="Как называется документ, с которого сделана запись.",
        examples=["Отчёт о выполнении муниципальной дорожной карты города Краснодара"],
    )
    url: Text | None = Field(
        default=None,
        title="Адрес",
        description="Где документ опубликован.",
        examples=["https://example.org/karta.pdf"],
    )
    form: Text | None = Field(
        default=None,
        title="Вид источника",
        description="С чего сделана запись.",
        examples=["распознанный скан", "DOCX"],
    )
    notes: Notes = ()


class Approval(Model):
    """The grif «УТВЕРЖДАЮ» / «УТВЕРЖДЕНО» (ГОСТ Р 7.0.97-2025). A post, never a person (152-ФЗ)."""

    model_config = ConfigDict(title="Гриф утверждения")

    by: BodyName | None = Field(
        default=None,
        title="Кем утверждено",
        description="Организация под любым из имён в bodies.yaml.",
        examples=["МОНиМП КК"],
    )
    post: Text | None = Field(
        default=None,
        title="Должность",
        description="Должность утвердившего, без фамилии (152-ФЗ).",
        examples=["Министр образования, науки и молодёжной политики Краснодарского края"],
    )
    date: Date | None = Field(
        default=None,
        title="Дата",
        description="День утверждения.",
        examples=["2020-11-30"],
    )
    number: Text | None = Field(
        default=None,
        title="Номер",
        description="Номер акта, которым утверждено.",
        examples=["117"],
    )
    document: Reference | None = Field(
        default=None,
        title="Документ",
        description="Код акта в documents.yaml, если акт там описан.",
        examples=["order-560"],
    )
    notes: Notes = ()
    inferred: Inferred = Field(default_factory=dict)


class Act(Model):
    """An official decision about an activity: it was changed or called off."""

    model_config = ConfigDict(title="Решение")

    date: Date | None = Field(
        default=None,
        title="Дата",
        description="День решения.",
        examples=["2021-03-10"],
    )
    by: BodyName | None = Field(
        default=None,
        title="Кем решено",
        description="Организация под любым из имён в bodies.yaml.",
        examples=["МОНиМП КК"],
    )
    what: Text | None = Field(
        default=None,
        title="Что решено",
        description="Суть решения в нескольких словах.",
        examples=["срок перенесён с апреля на май"],
    )
    document: Reference | None = Field(
        default=None,
        title="Документ",
        description="Код приказа или письма в documents.yaml.",
        examples=["order-560"],
    )
