"""Addresses that were published once and are no more: where they lead now."""

from typing import Annotated, Final

from pydantic import ConfigDict, Field, StringConstraints

from dorkarta.model.base import Model, Text

SITE_ADDRESS: Final = r"^(?:[A-Za-z0-9]+(?:[._-]+[A-Za-z0-9]+)*/)*(?:[A-Za-z0-9]+(?:[._-]+[A-Za-z0-9]+)*\.[a-z0-9]+)?$"

SiteAddress = Annotated[str, StringConstraints(pattern=SITE_ADDRESS, min_length=1)]
"""A page or a file of the site from its root: `roadmaps/tula-oblast/tula/roadmap-2020/`, `calendar/feeds/all.ics`."""


class Redirect(Model):
    """One former address. The keys are `old` and `new`, since `from` is a word of Python."""

    model_config = ConfigDict(title="Прежний адрес")

    old: SiteAddress = Field(
        title="Прежний адрес",
        description="Адрес, который был на сайте: без имени сайта, страница с косой чертой в конце.",
        examples=["roadmaps/tula-oblast/tula/roadmap-2020/"],
    )
    new: SiteAddress | None = Field(
        default=None,
        title="Новый адрес",
        description="Куда страница или файл переехали. Файлы страницы переезжают вместе с ней.",
        examples=["roadmaps/tula-oblast/tula/roadmap-2020-2021/"],
    )
    gone: Text | None = Field(
        default=None,
        title="Почему снято",
        description="Причина, по которой страницы больше нет; её прочтёт тот, кто придёт по старой ссылке.",
        examples=["Карта была опубликована дважды."],
    )


class Redirects(Model):
    """`registry/redirects.yaml`."""

    model_config = ConfigDict(title="Прежние адреса")

    redirects: tuple[Redirect, ...] = Field(
        title="Прежние адреса",
        description="Страницы и файлы, которые переехали или сняты намеренно.",
    )
