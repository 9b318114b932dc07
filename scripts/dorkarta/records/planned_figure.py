"""What was planned where a report tells a figure."""

from collections.abc import Sequence

from dorkarta.model.actual import Actual
from dorkarta.model.indicator import Indicator
from dorkarta.model.quantity import Quantity
from dorkarta.records.figures import is_about


def planned_figure(actual: Actual, indicators: Sequence[Indicator]) -> tuple[Indicator | None, Quantity | None]:
    """The indicator that a figure is about, and its plan for the same year or for the whole time.

    Arguments:
        actual: The figure.
        indicators: Those of the activity that the report names.
    """
    found = next((each for each in indicators if is_about(actual, each, indicators)), None)
    if found is None:
        return None, None
    return found, found.years.get(actual.year) if actual.year else found.target
