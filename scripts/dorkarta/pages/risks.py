"""The block of the risk helper: a school names its risks and gets practices, activities and the next events."""

from collections.abc import Iterator
from typing import Final

from dorkarta import addresses, dates
from dorkarta.calendars.events import events_of
from dorkarta.calendars.months import month_of
from dorkarta.model.risk_factor import RiskFactor
from dorkarta.pages import entries, lines
from dorkarta.pages.edition import Edition
from dorkarta.pages.entries import EntryView
from dorkarta.pages.page import Block, TocEntry
from dorkarta.pages.plain import plain
from dorkarta.pages.practice_lines import PracticeLine, practice_lines
from dorkarta.pages.views import Action, ActivityLine
from dorkarta.records.plan import Planned

NEXT: Final = 5
"""How many events of a factor are shown."""
NOUNS: Final = ("практика или мероприятие", "практики и мероприятия", "практик и мероприятий")


@plain
class FactorView:
    """A factor of risk with all that helps against it."""

    id: str
    title: str
    short: str
    source: str
    practices: tuple[PracticeLine, ...]
    activities: tuple[ActivityLine, ...]


@plain
class FactorGroup:
    """Factors under a heading of their document; those without one have none."""

    title: str | None
    source: str | None
    factors: tuple[FactorView, ...]


@plain
class NextView:
    """An event that is ahead, with the factors that it is about."""

    risks: str
    entry: EntryView


@plain
class RisksView:
    """The helper."""

    total: int
    nouns: str
    groups: tuple[FactorGroup, ...]
    next: tuple[NextView, ...]
    next_text: str
    calendar: str
    actions: tuple[Action, ...]


def make_block(edition: Edition) -> Block:
    """All factors of the registry with what helps."""
    groups = tuple(_groups(edition))
    factors = [factor for group in groups for factor in group.factors]
    found = {line.href for factor in factors for line in factor.practices}
    found |= {line.href for factor in factors for line in factor.activities}
    ahead = tuple(_next(edition))
    view = RisksView(
        total=len(found),
        nouns="|".join(NOUNS),
        groups=groups,
        next=ahead,
        next_text=_said_of_next(edition, ahead),
        calendar=addresses.CALENDAR,
        actions=(
            Action(kind="print", label="Напечатать подборку"),
            Action(kind="copy", label="Скопировать ссылку на подборку"),
        ),
    )
    toc = (*(TocEntry(title=factor.short, anchor=factor.id) for factor in factors),)
    if factors:
        toc = (*toc, TocEntry(title="Ближайшие события", anchor="next"))
    return Block(template="risks.html", view=view, toc=toc)


def _said_of_next(edition: Edition, ahead: tuple[NextView, ...]) -> str:
    if ahead:
        return "По опубликованным дорожным картам, сначала те, что раньше."
    month = dates.month(*month_of(edition.as_of))
    return f"На {month} года и дальше в опубликованных дорожных картах по этим рискам ничего не назначено."


def _groups(edition: Edition) -> Iterator[FactorGroup]:
    """Factors without a group first, then group by group, in the order of the registry."""
    corpus = edition.corpus
    known = {group.id: group for group in corpus.risk_groups}
    for identity in (None, *known):
        factors = tuple(_factor(edition, factor) for factor in corpus.risk_factors.values() if factor.group == identity)
        if factors:
            group = known[identity] if identity else None
            yield FactorGroup(
                title=group.title if group else None, source=group.source if group else None, factors=factors
            )


def _factor(edition: Edition, factor: RiskFactor) -> FactorView:
    practices = edition.library.by_risk.get(factor.id, ())
    return FactorView(
        id=factor.id,
        title=factor.title,
        short=factor.short,
        source=factor.source,
        practices=practice_lines(edition, practices),
        activities=tuple(lines.activity_line(edition, one) for one in _against(edition, factor) if one.parent is None),
    )


def _against(edition: Edition, factor: RiskFactor) -> tuple[Planned, ...]:
    """The activities of the sections about a factor, then those of its practices; each once."""
    library, by_key = edition.library, edition.plan.by_key
    of_practices = (
        by_key[key]
        for practice in library.by_risk.get(factor.id, ())
        for key in practice.content.activities
        if key in by_key
    )
    return tuple({one.key: one for one in (*library.activities_against(factor), *of_practices)}.values())


def _next(edition: Edition) -> Iterator[NextView]:
    """What is ahead: of each factor the nearest events, an activity once."""
    factors = edition.corpus.risk_factors.values()
    keys = {factor.id: frozenset(one.key for one in _against(edition, factor)) for factor in factors}
    left = dict.fromkeys(keys, NEXT)
    seen: set[str] = set()
    against = frozenset[str]().union(*keys.values())
    for event in events_of(one for one in edition.plan.planned if one.key in against):
        key = event.planned.key
        if event.end < edition.as_of or key in seen:
            continue
        risks = [identity for identity, known in keys.items() if key in known and left[identity]]
        if risks:
            seen.add(key)
            left |= {identity: left[identity] - 1 for identity in risks}
            when = f"до {dates.day(event.end)}" if event.due else dates.period(event.start, event.end)
            yield NextView(risks=" ".join(risks), entry=entries.event_entry(edition, event, when=when))
