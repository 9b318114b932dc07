"""An id that was published stays, and so does the line that bears it."""

from collections.abc import Iterator, Mapping
from typing import Final

from dorkarta import addresses
from dorkarta.checks.identities import Part, Whole, kept, likeness, wholes_of
from dorkarta.checks.rule import ChangeRule, Example, Finding, place
from dorkarta.diagnostic import Place
from dorkarta.model.activity import Activity
from dorkarta.records.corpus import Corpus

_SAME: Final = 0.85
"""Titles so like each other are one title, perhaps with a slip mended."""
_REDIRECTS: Final = "registry/redirects"


def find(corpus: Corpus, base: Corpus) -> Iterator[Finding]:
    """Ids of the base that their records do not bear any more, and records that are gone."""
    for before, after in kept(corpus, base):
        yield from _lost(before, after)
    if all(file.content for file in corpus.files if file.path == _REDIRECTS):
        yield from _gone(corpus, base)


def _lost(before: Whole, after: Whole) -> Iterator[Finding]:
    fresh = {identity: part for identity, part in after.parts.items() if identity not in before.parts}
    for identity, part in before.parts.items():
        if identity in after.parts:
            continue
        if (twin := _twin(part, fresh)) is not None:
            del fresh[twin.content.id]
            where = place(after.record, *twin.path, "id")
            hint = f'Верните id: "{identity}" – на нём держатся ссылки. Новый номер пишут в поле number.'
            yield Finding(where, f"Код изменён: был «{identity}».", hint)
        elif all(above in after.parts for above in part.above):
            yield Finding(_place_of_lost(after, part), f"{part.loss}.", _way_back(part))


def _twin(part: Part, fresh: Mapping[str, Part]) -> Part | None:
    """The part with a new id that bears the title of a lost one."""
    titled = [
        (likeness(part.content.title, each.content.title), each)
        for each in fresh.values()
        if type(each.content) is type(part.content) and each.content.title and part.content.title
    ]
    like, nearest = max(titled, key=lambda each: each[0], default=(0.0, None))
    return nearest if like >= _SAME else None


def _place_of_lost(after: Whole, part: Part) -> Place:
    """Where it stood: in what was around it."""
    around = after.parts[part.above[-1]].path if part.above else ()
    return place(after.record, *around, str(part.path[-2]), key=True)


def _way_back(part: Part) -> str:
    if isinstance(part.content, Activity):
        return "Верните его: мероприятие не удаляют, а отменяют полем cancelled: {date: …, by: …}."
    return "Верните, что было: на код ведут ссылки. То, что перенесено в другое место, сохраняет свой id."


def _gone(corpus: Corpus, base: Corpus) -> Iterator[Finding]:
    """Records whose pages are lost without a word in the list of former addresses."""
    known = {file.file for file in corpus.files}
    led_on = {redirect.old for redirect in corpus.redirects}
    for file, address in _pages(base):
        if file not in known and address not in led_on:
            message = f"Запись удалена, и её страница «{address}» пропадёт."
            hint = (
                "Верните файл. Если он переехал или снят намеренно, скажите это "
                f"в roadmaps/{_REDIRECTS}.yaml: old – этот адрес, new – новый или gone – почему страницы нет."
            )
            yield Finding(Place(file=file), message, hint)


def _pages(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """The files of records that have pages of their own, with the addresses of these."""
    yield from ((whole.record.file, whole.address) for whole in wholes_of(corpus))
    yield from ((each.file, addresses.practice(name)) for name, each in corpus.practices.items())
    yield from ((each.file, addresses.territory(path)) for path, each in corpus.territories.items())


RULE = ChangeRule(
    code="E270",
    title="Опубликованный код (id) остаётся у своей строки, а сама строка – в записи.",
    why="На коде держатся ссылки, календари и отчёты других людей; удалить строку – не значит отменить мероприятие.",
    example=Example(
        bad="""
            - id: "3.3"
              title: итоговая защита программ
        """,
        good="""
            - id: "3.2"
              title: итоговая защита программ
        """,
    ),
    find=find,
)
