"""The pages of rules, one for each code, and the list of all of them; both are made of the catalogue itself."""

import difflib
from collections.abc import Iterator
from functools import partial
from itertools import groupby, takewhile, zip_longest
from typing import Final

from dorkarta import addresses
from dorkarta.checks.catalogue import CATALOGUE, is_allowable, topic
from dorkarta.checks.rule import ChangeRule, Example, Requirement
from dorkarta.diagnostic import Severity
from dorkarta.pages import parts
from dorkarta.pages.edition import Edition
from dorkarta.pages.page import Block, Page, Promise, TocEntry
from dorkarta.pages.plain import plain
from dorkarta.pages.views import Header, Link, Meta
from dorkarta.records.lineage import COUNTRY

SEVERITIES: Final = {
    Severity.ERROR: ("Ошибка", "Пока она не исправлена, сайт не соберётся."),
    Severity.WARNING: ("Предупреждение", "Сайт соберётся, но место стоит проверить."),
}
"""What a severity is called, and what it means for the site."""

_BY_HAND: Final = "Исправляют вручную."
_IN_CHANGES: Final = "В предложенной правке: записи сравниваются с теми, что уже приняты."
_BY_COMMAND: Final = "Исправит команда dorkarta fix."


@plain
class LineView:
    """A line of an example: the words that differ from the other side, and what stands around them."""

    before: str
    differs: str = ""
    after: str = ""
    changed: bool = False
    """Whether the line differs, if only by what it lacks."""


@plain
class RuleView:
    """The page of a rule."""

    crumbs: tuple[Link, ...]
    header: Header
    why: str
    bad: tuple[LineView, ...]
    good: tuple[LineView, ...]
    allow: str | None
    """The line that makes an exception, where the rule has exceptions."""


@plain
class RuleLine:
    """A rule in the list."""

    code: str
    title: str
    href: str
    fixable: bool


@plain
class GroupView:
    """Rules on one matter."""

    id: str
    title: str
    rules: tuple[RuleLine, ...]


@plain
class RulesView:
    """All rules."""

    groups: tuple[GroupView, ...]


def promises() -> Iterator[Promise]:
    """The page of every code."""
    for requirement in CATALOGUE.values():
        yield Promise(
            url=addresses.rule_page(requirement.code),
            frame=addresses.RULES,
            territory=COUNTRY,
            make=partial(_page, requirement),
        )


def make_block(_edition: Edition) -> Block:
    """All rules by what they are about."""
    groups = tuple(
        GroupView(id=f"topic-{number}", title=title, rules=tuple(map(_line, rules)))
        for number, (title, rules) in enumerate(
            groupby(CATALOGUE.values(), key=lambda requirement: topic(requirement.code)), start=1
        )
    )
    toc = tuple(TocEntry(title=group.title, anchor=group.id) for group in groups)
    return Block(template="rules.html", view=RulesView(groups=groups), toc=toc)


def _line(requirement: Requirement) -> RuleLine:
    return RuleLine(
        code=requirement.code,
        title=requirement.title.rstrip("."),
        href=addresses.rule_page(requirement.code),
        fixable=requirement.fixable,
    )


def _page(requirement: Requirement) -> Page:
    crumbs = (
        parts.HOME,
        Link(title="Редакторам", href=addresses.EDITORS),
        Link(title="Правила", href=addresses.RULES),
        Link(title=requirement.code),
    )
    return Page(
        url=addresses.rule_page(requirement.code),
        frame=addresses.RULES,
        title=f"{requirement.code}. {requirement.title.rstrip('.')}",
        description=f"{requirement.title} {requirement.why}",
        template="rule.html",
        view=_view(requirement, crumbs),
        crumbs=crumbs,
    )


def _view(requirement: Requirement, crumbs: tuple[Link, ...]) -> RuleView:
    name, _ = SEVERITIES[requirement.severity]
    bad, good = compared(requirement.example)
    return RuleView(
        crumbs=crumbs,
        header=Header(
            title=requirement.title.rstrip("."),
            kicker=f"{name} {requirement.code}",
            meta=tuple(_meta(requirement)),
        ),
        why=requirement.why,
        bad=bad,
        good=good,
        allow=f"allow: {{{requirement.code}: почему здесь так и должно быть}}" if is_allowable(requirement) else None,
    )


def _meta(requirement: Requirement) -> Iterator[Meta]:
    name, meaning = SEVERITIES[requirement.severity]
    yield Meta(label=name, value=meaning)
    yield Meta(label="Как исправить", value=_BY_COMMAND if requirement.fixable else _BY_HAND)
    if isinstance(requirement, ChangeRule):
        yield Meta(label="Когда проверяется", value=_IN_CHANGES)


def compared(example: Example) -> tuple[tuple[LineView, ...], tuple[LineView, ...]]:
    """Both sides of an example, line by line; a line that stands for another is compared with it word by word."""
    bad, good = example.bad.split("\n"), example.good.split("\n")
    wrong: list[LineView] = []
    right: list[LineView] = []
    for kind, first, last, start, end in difflib.SequenceMatcher(None, bad, good, autojunk=False).get_opcodes():
        marked = _same if kind == "equal" else _changed
        mine, others = bad[first:last], good[start:end]
        wrong += (marked(*pair) for pair in zip_longest(mine, others[: len(mine)], fillvalue=""))
        right += (marked(*pair) for pair in zip_longest(others, mine[: len(others)], fillvalue=""))
    return tuple(wrong), tuple(right)


def _same(line: str, _other: str) -> LineView:
    return LineView(before=line)


def _changed(line: str, other: str) -> LineView:
    """A line between what it shares with the other one at the beginning and at the end; words stay whole.

    The other one is empty where nothing stands for this line.
    """
    start = _shared(line, other) if other else len(line) - len(line.lstrip())
    end = _shared(line[start:][::-1], other[start:][::-1])
    while start and line[start - 1].isalnum() and (line[start : start + 1] + other[start : start + 1]).isalnum():
        start -= 1
    while end and line[-end].isalnum() and (line[:-end][-1:] + other[:-end][-1:]).isalnum():
        end -= 1
    last = len(line) - end
    return LineView(before=line[:start], differs=line[start:last], after=line[last:], changed=True)


def _shared(one: str, other: str) -> int:
    """How many characters at the beginning are the same."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
