"""How much one page or paper lists one by one; what is more is told in counts and lies with its territories."""

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

T = TypeVar("T")

LINES: Final = 300
"""So many activities, records or documents. A line of one is half a kilobyte of HTML to a whole one, so a page stays
below 300 KB or so, which a phone still opens at once; the fullest page of the official records has 266."""
ROWS: Final = 100
"""So many rows of a table of counts, which weigh two or three lines each."""


def in_municipality(territory: str) -> bool:
    """Whether a territory lies inside a region."""
    return "/" in territory


def listed(found: Sequence[T], territory: Callable[[T], str], *, most: int = LINES) -> tuple[T, ...]:
    """All, if one list holds them; else what belongs to regions themselves; else nothing.

    Arguments:
        found: What is to be listed.
        territory: The path of the territory that one of them belongs to.
        most: How many the list holds.
    """
    if len(found) <= most:
        return tuple(found)
    regional = tuple(each for each in found if not in_municipality(territory(each)))
    return regional if len(regional) <= most else ()
