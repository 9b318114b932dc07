"""One field more in a text of YAML, and nothing else."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dorkarta.fixing.insertion import Insertion, inserted
from dorkarta.fixing.layout import BOM
from dorkarta.fixing.source import Source
from dorkarta.model.report import ReportEntry

ORDER = tuple(ReportEntry.model_fields)
ACTIVITY = "krasnodar-krai/roadmap-2020-2021#85"


def _linked(text: str, *, entry: int = 0, value: str = ACTIVITY) -> str | None:
    return inserted(text, Insertion(path=("entries", entry), field="activity", value=value, order=ORDER))


WORDS = st.text(alphabet="абв ё«»–:#'\"\\,[]{}№1-", min_size=1, max_size=20)
COMMENTS = st.sampled_from(["", "    # примечание\n", "\n", "    # раз\n    # два\n", "# у края\n"])


def _scalar(value: str, style: str) -> str:
    if style == "|":
        return "|-\n" + "".join(f"      {line}\n" for line in (value.strip(" ") or "а").split("\n")).rstrip("\n")
    quoted = "'" + value.replace("'", "''") + "'"
    return quoted if style == "'" else json.dumps(value, ensure_ascii=False)


@st.composite
def _entries(draw: st.DrawFn) -> str:
    """An entry of a report as somebody may have written it."""
    fields = [name for name in ORDER if name != "activity" and (name == "id" or draw(st.booleans()))]
    if draw(st.booleans()):
        inside = ", ".join(f"{name}: {_scalar(draw(WORDS), draw(st.sampled_from(_QUOTES)))}" for name in fields)
        gap = draw(st.sampled_from(["", " ", "\n      "]))
        return (
            f"  - {{{gap}{inside}{draw(st.sampled_from(['', ',']))}{gap}}}{draw(st.sampled_from(['', ' # хвост']))}\n"
        )
    lines = []
    for name in fields:
        value = draw(
            st.one_of(
                st.builds(_scalar, WORDS, st.sampled_from([*_QUOTES, "|"])),
                st.sampled_from(
                    ["", "[а, б]", "{а: б}", "\n      - а\n      # внутри\n      - {б: в}", "простое слово"]
                ),
            )
        )
        lines.append(f"{draw(COMMENTS)}    {name}: {value}\n")
    first, *others = "".join(lines).split("    id:", 1)
    return f"{first}  - id:{''.join(others)}"


_QUOTES = ["'", '"']


@settings(max_examples=60)
@given(
    st.lists(_entries(), min_size=1, max_size=3),
    st.integers(min_value=0),
    st.sampled_from(["", BOM]),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["", "notes: [а]\n", "# конец\n", "\n\n", None]),
)
def test_one_field_more(entries: list[str], which: int, bom: str, line_end: str, tail: str | None) -> None:
    """Whatever the entry looks like, reading gives the field, and every other byte is where it was."""
    index = which % len(entries)
    text = f"# сверху\ntitle: Отчёт\nentries:\n{''.join(entries)}"
    text = bom + (text.rstrip("\n") if tail is None else text + tail).replace("\n", line_end)
    before = Source(text=text.removeprefix(BOM)).tree.value
    assert isinstance(before, dict)
    after = _linked(text, entry=index)
    assert after is not None
    assert _without(text, after)
    said = Source(text=after.removeprefix(BOM)).tree.value
    assert isinstance(said, dict)
    assert said["entries"][index].pop("activity") == ACTIVITY
    assert said == before


def _without(text: str, after: str) -> bool:
    """Whether the longer text is the shorter one with one piece put into it."""
    more = len(after) - len(text)
    at = next((at for at, pair in enumerate(zip(text, after, strict=False)) if len(set(pair)) > 1), len(text))
    return more > 0 and text[at:] == after[at + more :]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "entries:\n  - id: '1'\n    date: май\n    # нет\n    withheld: [responsible]\n",
            f"entries:\n  - id: '1'\n    date: май\n    activity: {ACTIVITY}\n    # нет\n    withheld: [responsible]\n",
        ),
        (
            "entries:\n- id: '1'\n  title: >-\n    Два\n    слова\n\n# дальше\nnotes: []\n",
            f"entries:\n- id: '1'\n  title: >-\n    Два\n    слова\n  activity: {ACTIVITY}\n\n# дальше\nnotes: []\n",
        ),
        ("entries: [{id: '1', notes: []}]", f"entries: [{{id: '1', activity: {ACTIVITY}, notes: []}}]"),
        ("entries:\n  - id: '1'", f"entries:\n  - id: '1'\n    activity: {ACTIVITY}"),
    ],
)
def test_place(text: str, expected: str) -> None:
    """The field stands where the order of fields has it, before the comments of the next one."""
    assert _linked(text) == expected


@pytest.mark.parametrize("text", ["entries:\n  - id: '1'\n    activity: a#1\n", "entries: []\n", "entries: а\n", "[\n"])
def test_refused(text: str) -> None:
    """A field that is there already, and an entry that is not there, change nothing."""
    assert _linked(text) is None


def test_value_is_quoted_where_it_must_be() -> None:
    """A value that YAML would take for something else is written in quotes."""
    assert _linked("entries: [{id: '1'}]", value="а: б") == """entries: [{id: '1', activity: "а: б"}]"""
