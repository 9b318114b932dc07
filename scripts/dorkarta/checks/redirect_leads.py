"""A former address leads to a page that is there, in one step."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from dorkarta import addresses
from dorkarta.checks.rule import Example, Finding, Rule, place
from dorkarta.model.redirect import Redirect
from dorkarta.records.corpus import Corpus
from dorkarta.text import perhaps

_SECTIONS: Final = (addresses.ROADMAPS, addresses.REPORTS, addresses.TERRITORIES, addresses.BODIES, addresses.PRACTICES)
"""Where every page is that of a record; whether other pages are there is seen when the site is built."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Known:
    """What is known of the addresses of the site."""

    former: Mapping[str, str | None]
    doubled: frozenset[str]
    pages: frozenset[str]
    """Of records, as far as they could be read."""
    whole: bool
    """Whether all could be read."""


Fault = tuple[str, str, str | None]
"""A field of a redirect, what is wrong with it, how to mend it."""


def find(corpus: Corpus) -> Iterator[Finding]:
    """Redirects that lead nowhere, on to another one, or away from a page that is there."""
    counts = Counter(redirect.old for redirect in corpus.redirects)
    known = _Known(
        former={redirect.old: redirect.new for redirect in corpus.redirects},
        doubled=frozenset(old for old, count in counts.items() if count > 1),
        pages=_record_pages(corpus),
        whole=all(file.model is not None for file in corpus.files),
    )
    for file in corpus.redirect_files:
        for index, redirect in enumerate(file.content.redirects):
            if (fault := _fault(redirect, known)) is not None:
                field, message, hint = fault
                yield Finding(place(file, "redirects", index, field), message, hint)


def _fault(redirect: Redirect, known: _Known) -> Fault | None:
    """The first thing that is wrong with a redirect."""
    old, new = redirect.old, redirect.new
    if old in known.doubled:
        return "old", f"Прежний адрес «{old}» записан дважды.", "Оставьте одну из записей."
    if (new is None) == (redirect.gone is None):
        message = f"У прежнего адреса «{old}» нужно одно из двух: куда он ведёт или почему снят."
        return "old", message, "Напишите new: новый адрес – или gone: причина."
    if old in known.pages:
        return "old", f"Страница «{old}» есть на сайте, вести с неё нельзя.", "Уберите эту запись."
    return _astray(old, new, known) if new is not None else None


def _astray(old: str, new: str, known: _Known) -> Fault | None:
    """What is wrong with where a redirect leads."""
    if new in known.former:
        end = _end(new, known.former)
        hint = f"Ведите сразу на «{end}»." if end else "Ведите на страницу, которая есть на сайте."
        return "new", f"«{old}» ведёт на «{new}», а это тоже прежний адрес.", hint
    if new.endswith("/") != old.endswith("/"):
        hint = "Страница (с чертой в конце) ведёт на страницу, файл – на файл."
        return "new", f"«{old}» ведёт на «{new}»: одно из них – страница, другое – файл.", hint
    if known.whole and new.startswith(_SECTIONS) and new.endswith("/") and new not in known.pages:
        return "new", f"Страницы «{new}» на сайте нет.", perhaps(new, known.pages)
    return None


def _end(address: str, led: Mapping[str, str | None]) -> str | None:
    """Where one arrives at last; nowhere, if in a circle or at what is gone."""
    passed = set()
    here: str | None = address
    while here is not None and here in led and here not in passed:
        passed.add(here)
        here = led[here]
    return None if here in passed else here


def _record_pages(corpus: Corpus) -> frozenset[str]:
    """The pages of the sections where every page is that of a record."""
    return frozenset(
        (
            *_SECTIONS,
            *map(addresses.roadmap, corpus.roadmaps),
            *map(addresses.report, corpus.reports),
            *map(addresses.territory, corpus.territories),
            *map(addresses.practice, corpus.practices),
            *(addresses.body(body.territory, body.content.id) for body in corpus.bodies),
        )
    )


RULE = Rule(
    code="E280",
    title="Прежний адрес ведёт на страницу, которая есть на сайте, и ведёт на неё сразу.",
    why="Ссылки на опубликованные страницы стоят в письмах и на чужих сайтах; они должны приводить туда, куда обещали.",
    example=Example(
        bad="  - old: roadmaps/zarechnaya-oblast/roadmap-2023/\n    new: roadmaps/zarechnaya-oblast/roadmap-2023-2042/",
        good="  - old: roadmaps/zarechnaya-oblast/roadmap-2023/\n"
        "    new: roadmaps/zarechnaya-oblast/roadmap-2023-2024/",
    ),
    find=find,
)
