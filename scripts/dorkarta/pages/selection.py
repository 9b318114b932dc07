"""What lists can be filtered by. All pages of the calendar offer the same, so that a choice goes with the visitor."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from dorkarta.calendars.events import kind_of
from dorkarta.calendars.kinds import ENTRY, KINDS, TITLES
from dorkarta.gathering import gathered
from dorkarta.model.level import LevelId
from dorkarta.pages import entries
from dorkarta.pages.edition import Edition
from dorkarta.pages.plain import plain
from dorkarta.pages.views import Option, OptionGroup
from dorkarta.records import naming
from dorkarta.records.lineage import COUNTRY, lineage
from dorkarta.records.plan import Planned


@plain
class ChoiceView:
    """A field of the filter."""

    name: str
    label: str
    any: str
    options: tuple[Option, ...] = ()
    groups: tuple[OptionGroup, ...] = ()


@plain
class SelectionView:
    """The filter of a page."""

    total: int
    nouns: str
    choices: tuple[ChoiceView, ...]


@dataclass(frozen=True, kw_only=True)
class Selections:
    """The filters of all pages of the calendar, whose fields are found once."""

    edition: Edition

    def of(self, total: int) -> SelectionView | None:
        """The filter of a page with so many entries; a large calendar has none, since it does not list all."""
        if self.edition.calendar.is_large:
            return None
        return SelectionView(total=total, nouns="|".join(ENTRY), choices=self._choices)

    @cached_property
    def _choices(self) -> tuple[ChoiceView, ...]:
        return choices(self.edition)


def choices(edition: Edition) -> tuple[ChoiceView, ...]:
    """The fields that leave something to choose, for all that the calendar holds."""
    calendar = edition.calendar
    planned = [*(event.planned for event in calendar.events), *calendar.ongoing, *calendar.undated]
    levels = {one.level for one in planned}
    kinds = {kind_of(one) for one in planned}
    forms = {form.id: form.title for one in planned for form in one.forms}
    corpus = edition.corpus
    found = (
        ChoiceView(
            name="kind",
            label="Вид",
            any="Любой",
            options=tuple(
                Option(value=entries.kind_value(kind), label=TITLES[kind]) for kind in KINDS if kind in kinds
            ),
        ),
        ChoiceView(
            name="territory",
            label="Территория",
            any="Любая",
            options=tuple(territory_options(edition, (one.record.territory for one in planned))),
        ),
        ChoiceView(
            name="level",
            label="Уровень",
            any="Любой",
            options=tuple(
                Option(value=level, label=corpus.country_levels[level].title) for level in LevelId if level in levels
            ),
        ),
        ChoiceView(name="body", label="Ответственный", any="Любой", groups=tuple(_bodies(edition, planned))),
        ChoiceView(
            name="form",
            label="Форма",
            any="Любая",
            options=tuple(
                Option(value=value, label=label)
                for value, label in sorted(forms.items(), key=lambda pair: pair[1].casefold())
            ),
        ),
    )
    return tuple(each for each in found if len(each.options) + sum(len(group.options) for group in each.groups) > 1)


def territory_options(edition: Edition, territories: Iterable[str]) -> Iterator[Option]:
    """Regions, each with its municipalities below it."""
    paths = {path for territory in territories for path in lineage(territory) if path != COUNTRY}
    for path in sorted(paths):
        indent = "\u2003" * path.count("/")
        yield Option(value=path, label=indent + edition.corpus.territory(path).title)


def _bodies(edition: Edition, planned: Iterable[Planned]) -> Iterator[OptionGroup]:
    """By territory, those of the whole country first."""
    found = {body.path: body for one in planned for body in one.bodies}
    for territory, bodies in sorted(gathered((body.territory, body) for body in found.values()).items()):
        title = "Во всех территориях" if territory == COUNTRY else naming.place_name(edition.corpus, territory)
        options = [
            Option(value=entries.body_value(territory, body.content.id), label=body.content.short or body.content.title)
            for body in bodies
        ]
        yield OptionGroup(label=title, options=tuple(sorted(options, key=lambda option: option.label.casefold())))
