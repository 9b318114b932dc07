"""The tables of a dashboard: the activities of a territory by all that they can be grouped by."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from typing import Final

from dorkarta import addresses
from dorkarta.model.level import LevelId
from dorkarta.model.roadmap import Roadmap
from dorkarta.pages.apart import names_apart
from dorkarta.pages.due_lists import FEW, FIRST
from dorkarta.pages.edition import Edition
from dorkarta.pages.progress_table import Group, TableView, states_of, table
from dorkarta.progress.counts import forms_of, grouped
from dorkarta.progress.state import State
from dorkarta.progress.unit import Unit
from dorkarta.records import naming
from dorkarta.records.corpus import Record, gathered, lineage
from dorkarta.records.extent import ROWS
from dorkarta.text import capital, numeral

_MUNICIPALITY: Final = ("муниципалитет", "муниципалитета", "муниципалитетов")
_BODIES: Final = (
    "Если ответственных несколько, мероприятие считается у каждого; роль и организация, которая её исполняет, "
    "стоят отдельно. Поэтому строки в сумме больше итога."
)
_FORMS: Final = "Если форм несколько, мероприятие считается в каждой, поэтому строки в сумме больше итога."
_LEFT_OUT: Final = "Карт здесь слишком много для одной таблицы: карты школ и других территорий – на их страницах."
_NOBODY: Final = "Ответственный не назван"
_NO_FORM: Final = "Форма не указана"


@dataclass(frozen=True, kw_only=True, slots=True)
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
    bodies: Mapping[str, Sequence[Unit]]
    """By the path of a body: what it answers for here, by name or by a role that it fulfils."""

    @cached_property
    def states(self) -> tuple[State, ...]:
        """The columns of all tables."""
        return states_of(self.units)

    @cached_property
    def by_roadmap(self) -> Mapping[str, tuple[Unit, ...]]:
        """By the path of the roadmap."""
        return gathered((unit.planned.record.path, unit) for unit in self.units)

    def fitting(self, groups: Callable[["Scope"], Iterable[Group]]) -> tuple[tuple[Group, ...], bool]:
        """Groups as far as one table holds them, and whether they are all there are.

        Where they are too many, the roadmaps of schools are left out, then those of other territories.

        Arguments:
            groups: Makes the groups of some activities.
        """
        for number, kept in enumerate((self._any, self._above_schools, self._own)):
            some = replace(self, units=tuple(unit for unit in self.units if kept(unit.planned.record)))
            found = tuple(islice(groups(some), ROWS + 1))
            if len(found) <= ROWS:
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
    levels = tuple(_by_level(scope, scope.units))
    if len(levels) > 1:
        yield _part(scope, "by-level", "По уровням", "Уровень", levels)
    if scope.inside:
        groups = tuple(_by_municipality(scope))
        text = _reported(scope)
        yield _part(scope, "by-municipality", "По муниципалитетам", "Муниципалитет", groups, text=text, folds=True)


def parts_of(scope: Scope) -> Iterator[PartView]:
    """By what activities are about and whose they are: sections, bodies, forms."""
    sections, whole = scope.fitting(_by_section)
    levels = tuple(_by_level(scope, scope.units))
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
    if any(unit.planned.forms for unit in scope.units):
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


def _by_roadmap(scope: Scope) -> Iterator[Group]:
    """Each roadmap, with its levels inside where there are several roadmaps; one roadmap has the table of levels."""
    corpus = scope.edition.corpus
    roadmaps = scope.by_roadmap
    names = names_apart(corpus, (corpus.roadmaps[path] for path in roadmaps))
    for path, units in roadmaps.items():
        name = names[path]
        own = corpus.roadmaps[path].territory == scope.path
        yield Group(
            title=name, units=units, href=addresses.roadmap(path), rows=addresses.roadmap(path) if own else None
        )
        levels = tuple(_by_level(scope, units, roadmap=path))
        if len(roadmaps) > 1 and len(levels) > 1:
            yield from levels


def _by_level(scope: Scope, units: Iterable[Unit], *, roadmap: str | None = None) -> Iterator[Group]:
    found = gathered((unit.planned.level, unit) for unit in units)
    for level in LevelId:
        if level in found:
            region = naming.region_of(scope.path)
            yield Group(
                title=naming.level_title(scope.edition.corpus, scope.path, level),
                units=found[level],
                href=f"{addresses.roadmap(roadmap)}?level={level}" if roadmap else addresses.level(level, region),
                depth=1 if roadmap else 0,
            )


def _by_municipality(scope: Scope) -> Iterator[Group]:
    corpus, by_territory = scope.edition.corpus, scope.edition.execution.by_territory
    for path in scope.inside:
        yield Group(title=corpus.territory(path).title, units=by_territory.get(path, ()), href=addresses.progress(path))


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


def _by_section(scope: Scope) -> Iterator[Group]:
    """Sections of sections stand inside them; roadmaps stand above where there are several."""
    corpus = scope.edition.corpus
    roadmaps = scope.by_roadmap
    names = names_apart(corpus, (corpus.roadmaps[path] for path in roadmaps))
    for path, units in roadmaps.items():
        several = len(roadmaps) > 1
        if several:
            yield Group(title=names[path], units=units, href=addresses.roadmap(path))
        in_order = sorted(units, key=lambda unit: unit.planned.line)
        sections = {section.id: section for unit in in_order for section in unit.planned.sections}
        depths = {each.id: depth for unit in in_order for depth, each in enumerate(unit.planned.sections)}
        for identity, found in grouped(in_order, lambda unit: (each.id for each in unit.planned.sections)).items():
            yield Group(
                title=naming.section_title(sections[identity]),
                units=found,
                href=f"{addresses.roadmap(path)}#{addresses.section_anchor(identity)}",
                depth=depths[identity] + several,
            )


def _by_body(scope: Scope) -> Iterator[Group]:
    """Who answers for most comes first; of very many only those of the territory itself and above it."""
    corpus = scope.edition.corpus
    records = {body.path: body for body in corpus.bodies if body.path in scope.bodies}
    if len(records) > ROWS:
        above = lineage(scope.path)
        records = {path: body for path, body in records.items() if body.territory in above}
    for path, units in _largest_first({path: scope.bodies[path] for path in scope.bodies if path in records}):
        body = records[path]
        yield Group(
            title=naming.body_name(body.content),
            units=units,
            href=addresses.body(body.territory, body.content.id),
            note=body.content.title if body.content.short else None,
        )
    if nobody := [unit for unit in scope.units if not unit.bodies]:
        yield Group(title=_NOBODY, units=nobody)


def _by_form(scope: Scope) -> Iterator[Group]:
    titles = {form.id: form.title for unit in scope.units for form in unit.planned.forms}
    for identity, units in _largest_first(grouped(scope.units, forms_of)):
        yield Group(title=capital(titles[identity]), units=units)
    if formless := [unit for unit in scope.units if not unit.planned.forms]:
        yield Group(title=_NO_FORM, units=formless)


def _overlap(scope: Scope, groups: Iterable[Group]) -> bool:
    return sum(len(group.units) for group in groups) > len(scope.units)


def _largest_first(groups: Mapping[str, Sequence[Unit]]) -> list[tuple[str, Sequence[Unit]]]:
    return sorted(groups.items(), key=lambda group: -len(group[1]))
