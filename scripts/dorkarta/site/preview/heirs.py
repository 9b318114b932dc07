"""What one edition of the preview found out, and the next one need not: one record changes, thousands do not.

Only what is gathered from all roadmaps and would be gathered anew for a single page is handed on; all of it could be
found out again, so what is not handed on costs time and nothing else.
"""

from bisect import insort
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from dorkarta import addresses
from dorkarta.calendars.calendar import Calendar
from dorkarta.calendars.events import has_events
from dorkarta.gathering import gathered
from dorkarta.model.report import Report
from dorkarta.model.roadmap import Roadmap
from dorkarta.pages.edition import Edition
from dorkarta.records import naming
from dorkarta.records.corpus import Corpus
from dorkarta.records.plan import Plan, Planned

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """What sets two editions apart."""

    roadmaps: frozenset[str]
    """The paths of roadmaps that were planned anew, or are gone."""
    reports: bool
    """Whether a report changed."""
    others: bool
    """Whether anything changed that is neither a roadmap nor a report."""


def change_between(former: Corpus, corpus: Corpus, roadmaps: frozenset[str]) -> Change:
    """What sets the editions of two corpora apart, of which these roadmaps were planned anew."""
    old, new = ({file.file: file for file in each.files} for each in (former, corpus))
    touched = [
        each for name in {*old, *new} if old.get(name) is not new.get(name) for each in (old.get(name), new.get(name))
    ]
    models = {file.model for file in touched if file is not None}
    return Change(roadmaps=roadmaps, reports=Report in models, others=bool(models - {Roadmap, Report}))


def hand_on(former: Edition, edition: Edition, change: Change) -> None:
    """Tell an edition what the former one knows and what is still true."""
    _hand_on_plan(former.plan, edition.plan, change.roadmaps)
    if not change.reports and not change.others:
        _give(edition.execution, "entries", _known(former.execution, "entries"))
    _hand_on_calendar(former.calendar, edition, change.roadmaps)
    _hand_on_feeds(former, edition, change)


def _hand_on_plan(former: Plan, plan: Plan, changed: Collection[str]) -> None:
    old, new = _of(former, changed), _of(plan, changed)
    if (by_key := _known(former, "by_key")) is not None:
        gone = {one.key for one in old}
        kept = {key: one for key, one in by_key.items() if key not in gone}
        _give(plan, "by_key", {**kept, **{one.key: one for one in new}})
    if (implementing := _known(former, "implementing")) is not None:
        fresh = gathered((key, one) for one in new for key in one.implements)
        touched = {*fresh, *(key for one in old for key in one.implements)}
        mended = _mended(implementing, touched, fresh, lambda one: one.record.path in changed, _path)
        _give(plan, "implementing", mended)


def _hand_on_calendar(former: Calendar, edition: Edition, changed: Collection[str]) -> None:
    """Only the territories of changed roadmaps are counted anew."""
    if (loads := _known(former, "loads")) is not None:
        touched = {path.rpartition("/")[0] for path in changed}
        own = [one for one in edition.plan.planned if one.record.territory in touched]
        anew = Calendar(planned=tuple(own)).loads
        _give(
            edition.calendar, "loads", {**{path: load for path, load in loads.items() if path not in touched}, **anew}
        )


def _hand_on_feeds(former: Edition, edition: Edition, change: Change) -> None:
    """There are the same feeds as long as the same activities belong to them; only roadmaps may be called otherwise."""
    feeds = _known(former, "feeds")
    if (
        feeds is None
        or change.others
        or not all(_fed(former.plan, p) == _fed(edition.plan, p) for p in change.roadmaps)
    ):
        return
    roadmaps = edition.corpus.roadmaps
    called = {
        addresses.feed("roadmap", path): naming.roadmap_name(edition.corpus, roadmaps[path])
        for path in change.roadmaps
        if path in roadmaps
    }
    _give(edition, "feeds", {address: called.get(address, title) for address, title in feeds.items()})


def _fed(plan: Plan, path: str) -> list[tuple[object, ...]]:
    """What feeds the activities of a roadmap belong to."""
    return [
        (one.level, *(body.path for body in one.bodies), *(form.id for form in one.forms))
        for one in plan.by_roadmap.get(path, ())
        if has_events(one)
    ]


def _mended(
    known: Mapping[K, tuple[V, ...]],
    touched: Iterable[K],
    fresh: Mapping[K, tuple[V, ...]],
    is_old: Callable[[V], bool],
    order: Callable[[V], Any],
) -> dict[K, tuple[V, ...]]:
    """What belongs to names, after some of it was replaced."""
    mended = dict(known)
    for name in touched:
        together = [each for each in known.get(name, ()) if not is_old(each)]
        for each in fresh.get(name, ()):
            insort(together, each, key=order)  # thousands are in order already, a few come to them
        if together:
            mended[name] = tuple(together)
        else:
            mended.pop(name, None)
    return mended


def _of(plan: Plan, roadmaps: Collection[str]) -> list[Planned]:
    return [one for path in sorted(roadmaps) for one in plan.by_roadmap.get(path, ())]


def _path(one: Planned) -> str:
    return one.record.path


def _known(holder: object, name: str) -> Any:
    """What was found out already; nothing is found out for this."""
    return vars(holder).get(name)


def _give(holder: object, name: str, value: object) -> None:
    """Put an answer where a cached property keeps its own."""
    if value is not None:
        vars(holder)[name] = value
