"""The tables of a dashboard: the activities of a territory by all that they can be grouped by."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Final, TypeVar

from dorkarta import addresses
from dorkarta.gathering import gathered
from dorkarta.model.level import LevelId
from dorkarta.model.roadmap import Roadmap
from dorkarta.pages.apart import names_apart
from dorkarta.pages.due_lists import FEW, FIRST
from dorkarta.pages.edition import Edition
from dorkarta.pages.plain import plain
from dorkarta.pages.progress_table import Group, TableView, states_of, table
from dorkarta.progress.counts import Counts, sums
from dorkarta.progress.state import State
from dorkarta.progress.tally import NOTHING, Tally
from dorkarta.progress.unit import Unit
from dorkarta.records import naming
from dorkarta.records.extent import ROWS
from dorkarta.records.lineage import lineage
from dorkarta.records.record import Record
from dorkarta.text import capital, numeral

K = TypeVar("K")

_MUNICIPALITY: Final = ("муниципалитет", "муниципалитета", "муниципалитетов")
_BODIES: Final = (
    "Если ответственных несколько, мероприятие считается у каждого; роль и организация, которая её исполняет, "
    "стоят отдельно. Поэтому строки в сумме больше итога."
)
_FORMS: Final = "Если форм несколько, мероприятие считается в каждой, поэтому строки в сумме больше итога."
_LEFT_OUT: Final = "Карт здесь слишком много для одной таблицы: карты школ и других территорий – на их страницах."
_NOBODY: Final = "Ответственный не назван"
_NO_FORM: Final = "Форма не указана"


@plain
class PartView:
    """A table under its heading; the rest of a long one is folded."""

    id: str
    title: str
    text: str | None
    table: TableView
    rest: TableView | None


@dataclass(frozen=True, kw_only=True)
class Scope:
    """A territory with all inside it, and the activities that are carried out there."""

    edition: Edition
    path: str
    inside: tuple[str, ...]
    units: tuple[Unit, ...]

    @property
    def tally(self) -> Tally:
        """The activities, counted."""
        return self.edition.tallies.inside[self.path]

    @cached_property
    def states(self) -> tuple[State, ...]:
        """The columns of all tables."""
        return states_of(self.tally.counts)

    def fitting(self, groups: Callable[["Scope", Sequence[str]], Iterable[Group]]) -> tuple[tuple[Group, ...], bool]:
        """Groups as far as one table holds them, and whether they are all there are.

        Where they are too many, the roadmaps of schools are left out, then those of other territories.

        Arguments:
            groups: Makes the groups of some roadmaps, at least one of each where there are several.
        """
        for number, kept in enumerate((self._any, self._above_schools, self._own)):
            roadmaps = [path for path in self.tally.by_roadmap if kept(self.edition.corpus.roadmaps[path])]
            found = tuple(islice(groups(self, roadmaps), ROWS + 1)) if len(roadmaps) <= ROWS else None
            if found is not None and len(found) <= ROWS:
                return found, not number
        return (), False

    def _any(self, _: Record[Roadmap]) -> bool:
        return True

    def _above_schools(self, record: Record[Roadmap]) -> bool:
        return record.content.level is not LevelId.SCHOOL

    def _own(self, record: Record[Roadmap]) -> bool:
        return self._above_schools(record) and record.territory == self.path


def overview_of(scope: Scope) -> Iterator[PartView]:
    """By roadmaps, levels, municipalities."""
    roadmaps, whole = scope.fitting(_by_roadmap)
    yield _part(
        scope, "by-roadmap", "По дорожным картам", "Дорожная карта", roadmaps, text=None if whole else _LEFT_OUT
    )
    levels = tuple(_by_level(scope, scope.tally.by_level))
    if len(levels) > 1:
        yield _part(scope, "by-level", "По уровням", "Уровень", levels)
    if scope.inside:
        groups = tuple(_by_municipality(scope))
        text = _reported(scope)
        yield _part(scope, "by-municipality", "По муниципалитетам", "Муниципалитет", groups, text=text, folds=True)


def parts_of(scope: Scope) -> Iterator[PartView]:
    """By what activities are about and whose they are: sections, bodies, forms."""
    sections, whole = scope.fitting(_by_section)
    levels = tuple(_by_level(scope, scope.tally.by_level))
    if [each.title for each in sections] != [each.title for each in levels]:  # a document may be divided just by levels
        yield _part(scope, "by-section", "По разделам", "Раздел", sections, text=None if whole else _LEFT_OUT)
    bodies = tuple(_by_body(scope))
    yield _part(
        scope,
        "by-body",
        "По ответственным",
        "Ответственный",
        bodies,
        text=_BODIES if _overlap(scope, bodies) else None,
        folds=True,
    )
    if any(form is not None for form in scope.tally.by_form):
        forms = tuple(_by_form(scope))
        yield _part(
            scope, "by-form", "По формам", "Форма", forms, text=_FORMS if _overlap(scope, forms) else None, folds=True
        )


def _part(
    scope: Scope,
    identity: str,
    title: str,
    head: str,
    groups: Iterable[Group],
    *,
    text: str | None = None,
    folds: bool = False,
) -> PartView:
    listed, states = tuple(groups), scope.states
    first = FIRST if folds and len(listed) > FIRST + FEW else len(listed)
    return PartView(
        id=identity,
        title=title,
        text=text,
        table=table(title, head, listed[:first], states),
        rest=table(f"{title}, продолжение", head, listed[first:], states) if listed[first:] else None,
    )


def _by_roadmap(scope: Scope, roadmaps: Sequence[str]) -> Iterator[Group]:
    """Each roadmap, with its levels inside where there are several roadmaps; one roadmap has the table of levels."""
    corpus, tally = scope.edition.corpus, scope.tally
    names = names_apart(corpus, (corpus.roadmaps[path] for path in roadmaps))
    for path in roadmaps:
        name, counts = names[path], tally.by_roadmap[path]
        own = corpus.roadmaps[path].territory == scope.path
        yield Group(
            title=name, counts=counts, href=addresses.roadmap(path), rows=addresses.roadmap(path) if own else None
        )
        levels = tuple(_by_level(scope, tally.by_roadmap_and_level[path], roadmap=path))
        if len(roadmaps) > 1 and len(levels) > 1:
            yield from levels


def _by_level(scope: Scope, found: Mapping[LevelId, Counts], *, roadmap: str | None = None) -> Iterator[Group]:
    for level in LevelId:
        if level in found:
            region = naming.region_of(scope.path)
            yield Group(
                title=naming.level_title(scope.edition.corpus, scope.path, level),
                counts=found[level],
                href=f"{addresses.roadmap(roadmap)}?level={level}" if roadmap else addresses.level(level, region),
                depth=1 if roadmap else 0,
            )


def _by_municipality(scope: Scope) -> Iterator[Group]:
    corpus, own = scope.edition.corpus, scope.edition.tallies.own
    for path in scope.inside:
        counts = own.get(path, NOTHING).counts
        yield Group(title=corpus.territory(path).title, counts=counts, href=addresses.progress(path))


def _reported(scope: Scope) -> str:
    """Of how many municipalities the sums are, and how many of them have published a report."""
    inside = scope.inside
    reported = sum(bool(scope.edition.corpus.reports_inside.get(path)) for path in inside)
    if len(inside) == 1:
        return f"На сайте есть один муниципалитет региона, его отчёт {'опубликован' if reported else 'не опубликован'}."
    told = f"отчёты опубликованы у {reported}" if reported else "их отчёты не опубликованы"
    return (
        "Мероприятие, которое поручено муниципалитетам, считается в каждом из них. "
        f"На сайте есть {numeral(len(inside), *_MUNICIPALITY)} региона, {told}."
    )


def _by_section(scope: Scope, roadmaps: Sequence[str]) -> Iterator[Group]:
    """Sections of sections stand inside them; roadmaps stand above where there are several."""
    corpus, wanted = scope.edition.corpus, frozenset(roadmaps)
    names = names_apart(corpus, (corpus.roadmaps[path] for path in roadmaps))
    units = gathered((path, unit) for unit in scope.units if (path := unit.planned.record.path) in wanted)
    for path in roadmaps:
        several = len(roadmaps) > 1
        if several:
            yield Group(title=names[path], counts=scope.tally.by_roadmap[path], href=addresses.roadmap(path))
        in_order = sorted(units[path], key=lambda unit: unit.planned.line)
        sections = {section.id: section for unit in in_order for section in unit.planned.sections}
        depths = {each.id: depth for unit in in_order for depth, each in enumerate(unit.planned.sections)}
        states = ((each.id, unit.state, 1) for unit in in_order for each in unit.planned.sections)
        for identity, counts in sums(states).items():
            yield Group(
                title=naming.section_title(sections[identity]),
                counts=counts,
                href=f"{addresses.roadmap(path)}#{addresses.section_anchor(identity)}",
                depth=depths[identity] + several,
            )


def _by_body(scope: Scope) -> Iterator[Group]:
    """Who answers for most comes first; of very many only those of the territory itself and above it."""
    known, by_body = scope.edition.corpus.bodies_by_path, scope.tally.by_body
    answering = {known[path]: counts for path, counts in by_body.items() if path is not None}
    if len(answering) > ROWS:
        above = lineage(scope.path)
        answering = {body: counts for body, counts in answering.items() if body.territory in above}
    for body, counts in _largest_first(answering):
        yield Group(
            title=naming.body_name(body.content),
            counts=counts,
            href=addresses.body(body.territory, body.content.id),
            note=body.content.title if body.content.short else None,
        )
    if None in by_body:
        yield Group(title=_NOBODY, counts=by_body[None])


def _by_form(scope: Scope) -> Iterator[Group]:
    titles, by_form = {form.id: form.title for form in scope.edition.corpus.forms}, scope.tally.by_form
    for identity, counts in _largest_first({name: found for name, found in by_form.items() if name is not None}):
        yield Group(title=capital(titles[identity]), counts=counts)
    if None in by_form:
        yield Group(title=_NO_FORM, counts=by_form[None])


def _overlap(scope: Scope, groups: Iterable[Group]) -> bool:
    return sum(group.counts.total for group in groups) > scope.tally.counts.total


def _largest_first(groups: Mapping[K, Counts]) -> list[tuple[K, Counts]]:
    return sorted(groups.items(), key=lambda group: -group[1].total)
