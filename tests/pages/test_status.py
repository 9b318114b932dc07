"""States and counts as pages show them: shares with their whole, an order, and signs that differ without colour."""

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from dorkarta.pages.status import ORDER, percent, shown
from dorkarta.progress.counts import Counts
from dorkarta.progress.state import State

CSS = Path(__file__).resolve().parent.parent.parent / "theme" / "assets" / "css" / "progress.css"

Numbers = st.dictionaries(st.sampled_from(list(State)), st.integers(min_value=1, max_value=5000))


def test_every_state_has_its_place() -> None:
    """No state is left out of counts, none stands there twice."""
    assert sorted(ORDER) == sorted(State)


@given(Numbers)
def test_counts_add_up(numbers: dict[State, int]) -> None:
    """What is shown adds up to the total, in one order; states without activities are left out."""
    view = shown(Counts(by_state=numbers))
    assert sum(each.count for each in view.counts) == view.total == sum(numbers.values())
    assert [each.state for each in view.counts] == [state.value for state in ORDER if state in numbers]


@given(st.integers(min_value=0, max_value=5000), st.integers(min_value=0, max_value=5000))
def test_shares(part: int, rest: int) -> None:
    """Only nothing is 0 %, only all is 100 %, and a share of nothing is «–»."""
    total = part + rest
    words = percent(part, total)
    assert (words == "–") == (total == 0)
    assert (words == "0\u00a0%") == (part == 0 < total)
    assert (words == "100\u00a0%") == (rest == 0 < total)


def test_shares_in_words() -> None:
    """They are rounded to whole percents."""
    assert [percent(12, 67), percent(1, 1000), percent(999, 1000)] == [
        "18\u00a0%",
        "меньше 1\u00a0%",
        "больше 99\u00a0%",
    ]


def test_signs_differ_without_colour() -> None:
    """Every state has a shape of its own, and a hatching of its own in bands; an outline alone is dashed or whole."""
    css = CSS.read_text("utf-8")
    shapes, hatches = {}, {}
    for state in State:
        rule = re.search(rf"^\.dk-status--{state} \{{(.*)\}}$", css, re.MULTILINE)
        assert rule, state
        shapes[state] = re.search(r"--i: (url\(.*?\));", rule[1])[1]  # type: ignore[index]  # else the test fails
        hatches[state] = re.search(r"--dk-hatch: (.*?); --i", rule[1])[1]  # type: ignore[index]
    assert len(set(shapes.values())) == len(State)
    empty = {state for state, hatch in hatches.items() if hatch == "none"}
    assert empty == {State.UPCOMING, State.NO_DATE}
    assert ".dk-band__part.dk-status--no-date { border-style: dashed; }" in css
    assert len(set(hatches.values())) == len(State) - 1
