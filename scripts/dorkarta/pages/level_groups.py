"""The activities of a level by what they have in common: who answers for them, which form they have."""

from collections.abc import Mapping, Sequence

from dorkarta import addresses
from dorkarta.gathering import gathered
from dorkarta.pages import lines, tables
from dorkarta.pages.edition import Edition
from dorkarta.pages.plain import plain
from dorkarta.pages.views import ActivityLine
from dorkarta.records import naming
from dorkarta.records.extent import LINES
from dorkarta.records.plan import Planned
from dorkarta.text import capital, numeral


@plain
class GroupView:
    """Activities that have something in common."""

    title: str
    href: str | None
    text: str | None
    count: str
    activities: tuple[ActivityLine, ...]
    """Nothing where the groups only tell their counts."""


@plain
class Groups:
    """All groups of a level."""

    by_body: tuple[GroupView, ...]
    by_form: tuple[GroupView, ...]
    counts_only: bool
    """Whether activities are too many to stand in their groups."""


@plain
class _Group:
    """A group before it is shown."""

    title: str
    href: str | None
    text: str | None
    planned: Sequence[Planned]


def groups_of(edition: Edition, planned: Sequence[Planned]) -> Groups:
    """The activities of a level, twice over: by who answers for them and by their forms."""
    bodies, forms = _by_body(planned), _by_form(planned)
    counts_only = sum(len(group.planned) for group in (*bodies, *forms)) > LINES
    several = len({one.record.territory for one in planned}) > 1

    def view(group: _Group) -> GroupView:
        shown = () if counts_only else group.planned
        return GroupView(
            title=group.title,
            href=group.href,
            text=group.text,
            count=numeral(len(group.planned), *tables.NOUN),
            activities=tuple(lines.activity_line(edition, one, where=several) for one in shown),
        )

    return Groups(by_body=tuple(map(view, bodies)), by_form=tuple(map(view, forms)), counts_only=counts_only)


def _by_body(planned: Sequence[Planned]) -> list[_Group]:
    bodies = {body.path: body for one in planned for body in one.bodies}
    groups = _largest_first(gathered((body.path, one) for one in planned for body in one.bodies))
    return [
        _Group(
            title=naming.body_name(bodies[path].content),
            href=addresses.body(bodies[path].territory, bodies[path].content.id),
            text=bodies[path].content.title if bodies[path].content.short else None,
            planned=found,
        )
        for path, found in groups
    ]


def _by_form(planned: Sequence[Planned]) -> list[_Group]:
    forms = {form.id: form for one in planned for form in one.forms}
    order = list(naming.KIND_TITLES)
    groups = _largest_first(gathered((form.id, one) for one in planned for form in one.forms))
    return [
        _Group(
            title=capital(forms[identity].title),
            href=None,
            text=naming.KIND_TITLES[forms[identity].kind].lower(),
            planned=found,
        )
        for identity, found in sorted(groups, key=lambda group: order.index(forms[group[0]].kind))
    ]


def _largest_first(groups: Mapping[str, tuple[Planned, ...]]) -> list[tuple[str, tuple[Planned, ...]]]:
    """Equal ones in the order of their first activity."""
    return sorted(groups.items(), key=lambda group: -len(group[1]))
