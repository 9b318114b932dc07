"""What is reported by itself."""

from collections.abc import Iterable

from dorkarta.records.plan import Planned


def reported(planned: Iterable[Planned]) -> tuple[Planned, ...]:
    """The activities of a roadmap that a report has a row for, in document order.

    A part has one where it has a time of its own or somebody of another level does it.
    """
    by_id = {one.activity.id: one for one in planned}
    return tuple(
        one
        for one in by_id.values()
        if one.parent is None or one.timing is not None or one.level is not by_id[one.parent].level
    )
