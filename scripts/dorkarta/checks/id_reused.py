"""An id means for ever what it meant first."""

from collections.abc import Iterator
from typing import Final

from dorkarta.checks.identities import Part, kept, likeness
from dorkarta.checks.rule import ChangeRule, Example, Finding, place
from dorkarta.model.activity import Activity
from dorkarta.records.corpus import Corpus
from dorkarta.text import fold

_OTHER: Final = 0.5
"""Titles less like each other than this are not one title that was mended."""
_SHARED: Final = 0.34
"""As are titles that share fewer words than this part of them."""
_SHORT: Final = 12
"""Letters of a title that is too short to judge by."""
_STEM: Final = 5
"""Letters in which words with different endings are the same."""


def find(corpus: Corpus, base: Corpus) -> Iterator[Finding]:
    """Parts whose titles have nothing to do with what stood under their ids."""
    for before, after in kept(corpus, base):
        for identity, was in before.parts.items():
            now = after.parts.get(identity)
            if now is not None and _is_another(was, now) and not _was_amended(was, now):
                message = f"Код «{identity}» достался другой строке: теперь это {now.name}, раньше – {was.name}."
                yield Finding(place(after.record, *now.path, "title"), message, _way_back(now))


def _way_back(part: Part) -> str:
    hint = "Дайте новой строке новый id, а прежнюю верните."
    if isinstance(part.content, Activity):
        return f"{hint} Если её переименовали решением, добавьте его: amended: [{{date: …, by: …, what: …}}]."
    return hint


def _is_another(was: Part, now: Part) -> bool:
    if type(was.content) is not type(now.content):
        return True
    one, other = was.content.title, now.content.title
    if one is None or other is None or one == other or min(len(one), len(other)) < _SHORT:
        return False
    return _common(_stems(one), _stems(other)) < _SHARED and likeness(one, other) < _OTHER


def _common(one: set[str], other: set[str]) -> float:
    """The share of the shorter title's words that the longer one holds too."""
    return len(one & other) / max(1, min(len(one), len(other)))


def _stems(title: str) -> set[str]:
    return {word[:_STEM] for word in fold(title).split() if len(word) >= _STEM}


def _was_amended(was: Part, now: Part) -> bool:
    if not isinstance(was.content, Activity) or not isinstance(now.content, Activity):
        return False
    return len(now.content.amended) > len(was.content.amended)


RULE = ChangeRule(
    code="E271",
    title="Один и тот же код (id) не достаётся другой строке.",
    why="Ссылки и отчёты, в которых стоит код, молча стали бы говорить о другом мероприятии.",
    example=Example(
        bad="""
            - id: "2"
              number: "2"
              title: Закупка учебников для библиотек
        """,
        good="""
            - id: "2"
              number: "2"
              title: Мониторинг образовательных результатов
        """,
    ),
    find=find,
)
