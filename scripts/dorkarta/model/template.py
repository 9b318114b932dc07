"""Templates: blank forms of what schools and municipalities draw up, made after documents that are known."""

from pydantic import ConfigDict, Field

from dorkarta.model.base import Model, RecordPath, References, Slug, Text
from dorkarta.model.level import LevelId
from dorkarta.model.roadmap import Columns


class TemplateSection(Model):
    """A heading with rows; empty rows to fill in follow."""

    model_config = ConfigDict(title="Раздел бланка")

    title: Text | None = Field(default=None, title="Название", description="Заголовок над строками.")
    rows: tuple[Text, ...] = Field(
        default=(),
        title="Строки",
        description="Готовые тексты в графе названий; пустые строки программа добавит сама.",
        examples=[["Анализ результатов ВПР"]],
    )
    activities: References = Field(
        default=(),
        title="Мероприятия",
        description="Пункты карт готовыми строками: путь карты, знак # и код пункта.",
        examples=[["krasnodar-krai/roadmap-2020-2021#91"]],
    )


class TemplateTable(Model):
    """A table of a blank form."""

    model_config = ConfigDict(title="Таблица бланка")

    title: Text | None = Field(default=None, title="Название", description="Заголовок над таблицей.")
    lead: Text | None = Field(
        default=None,
        title="Пояснение",
        description="Откуда взяты строки таблицы.",
    )
    columns: Columns = Field(
        title="Графы",
        description="Графы таблицы и их заголовки, по порядку.",
        examples=[{"number": "№", "title": "Мероприятие"}],
    )
    sections: tuple[TemplateSection, ...] = Field(
        title="Разделы",
        description="Разделы таблицы, по порядку.",
    )


class Template(Model):
    """A blank form: after a roadmap (its sections and columns without its rows), or of tables of its own."""

    model_config = ConfigDict(title="Бланк")

    id: Slug = Field(
        title="Код",
        description="Постоянное имя латиницей; оно попадает в имена файлов и не меняется.",
        examples=["school-roadmap"],
    )
    title: Text = Field(
        title="Название", description="Как бланк назван на сайте.", examples=["Школьная дорожная карта"]
    )
    heading: Text = Field(
        title="Заголовок",
        description="Что напечатано над бланком, с пропусками для названий и годов.",
        examples=["Муниципальная дорожная карта ____________________ на ______ год"],
    )
    level: LevelId = Field(title="Уровень", description="Для кого бланк: для региона, муниципалитета или школы.")
    about: Text = Field(title="Пояснение", description="Для кого и для чего бланк, одним предложением.")
    basis: Text = Field(title="Основание", description="По каким документам бланк составлен, одним предложением.")
    roadmap: RecordPath | None = Field(
        default=None,
        title="Дорожная карта",
        description="Взять разделы и графы этой карты без её мероприятий.",
        examples=["tula-oblast/tula/roadmap-2020-2021"],
    )
    tables: tuple[TemplateTable, ...] = Field(
        default=(),
        title="Таблицы",
        description="Таблицы самого бланка, если он составлен не по карте.",
    )


class Templates(Model):
    """`registry/templates.yaml`."""

    model_config = ConfigDict(title="Бланки")

    templates: tuple[Template, ...] = Field(title="Бланки", description="Бланки страницы «Макеты», по порядку.")
