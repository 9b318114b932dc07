"""A document that evidence, norms and activities refer to: one record per document."""

from pydantic import ConfigDict, Field

from dorkarta.model.base import Allowed, Date, Inferred, ItemId, Model, Text
from dorkarta.model.names import BodyName
from dorkarta.model.note import Notes


class Document(Model):
    """An order, a letter, minutes, a contract; or a published event that a report cites in place of one."""

    model_config = ConfigDict(title="Документ")

    id: ItemId = Field(
        title="Код",
        description="Постоянное имя латиницей, по нему на документ ссылаются; потом не меняется.",
        examples=["order-560"],
    )
    kind: Text = Field(title="Вид", description="Вид документа со строчной буквы.", examples=["приказ", "протокол"])
    number: Text | None = Field(
        default=None,
        title="Номер",
        description="Номер, как он напечатан, без знака №.",
        examples=["52-П"],
    )
    date: Date | None = Field(
        default=None, title="Дата", description="День, которым документ датирован.", examples=["2021-05-14"]
    )
    title: Text | None = Field(
        default=None,
        title="Название",
        description="Заголовок документа без кавычек вокруг него.",
        examples=["Об итогах методического аудита отдельных общеобразовательных организаций"],
    )
    issuer: BodyName | None = Field(
        default=None,
        title="Кто издал",
        description="Организация под любым из имён в bodies.yaml.",
        examples=["МКУ КНМЦ"],
    )
    url: Text | None = Field(
        default=None,
        title="Адрес",
        description="Где документ опубликован.",
        examples=["https://example.org/prikaz-560.pdf"],
    )
    notes: Notes = ()
    allow: Allowed = Field(default_factory=dict)
    inferred: Inferred = Field(default_factory=dict)


class Documents(Model):
    """`documents.yaml` of the registry or of a territory."""

    model_config = ConfigDict(title="Документы")

    documents: tuple[Document, ...] = Field(
        title="Документы",
        description="Приказы, письма, протоколы и договоры, на которые ссылаются записи территории.",
    )
