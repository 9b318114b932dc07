"""The fast reader of YAML says exactly what the one that judges says, or nothing."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dorkarta.records.plain_yaml import read_plain
from dorkarta.records.yaml_tree import read_tree

ROOT = Path(__file__).parents[2]
OFFICIAL = [path.read_text("utf-8") for path in sorted(ROOT.glob("roadmaps/**/*.yaml"))]
LINES = sorted({line for text in OFFICIAL for line in text.splitlines()})

STARTS = ["", "", "- ", "-   "]
KEYS = ["", "a:", "b:", "c: ", '"d": ', "e: "]
VALUES = [
    *(
        "",
        "x",
        "x y ",
        "x: y",
        "x #y",
        "x # y",
        "# c",
        "-",
        "x:",
        ":x",
        "it's",
        "a-",
        "x>",
        "x|",
        "~",
        "<<",
        "=",
        "– x",
    ),
    *('"q: #"', "'q'", '"a\\n"', "'a''b'", '""', '"a" b', '"a" # "b"', "!t", "&a", "*a", "?", "%", "`", "http://a"),
    *("[a, b]", '[a , "b" ,c#d, e:f]', '{a: b, "c": [d]}', "{}", "[]", "[a,]", "[a]b", "[a] #c", "[a:b, c: d]"),
    *(
        "{a: b, a: c}",
        "[№ 1, «a»]",
        "[– x]",
        '[a "b", c]',
        "[a 'b', c\\]",
        "{a: http://b.c/?d}",
        "[[a, b], c]",
        "[a #b]",
    ),
    *(
        ">-",
        "|",
        ">",
        "|-",
        ">+",
        "|2",
        ">1-",
        "---",
        "...",
        "\u00a0x",
        "x\u00a0",
        "x\ty",
        "x\u2028y",
        "x\ufeff",
        "\x07",
    ),
]
INDENTS = ["", "", "", " ", "  ", "  ", "   ", "    ", "      "]
MADE = st.builds("".join, st.tuples(*map(st.sampled_from, (INDENTS, STARTS, KEYS, VALUES))))
TEXTS = st.lists(MADE | st.sampled_from(LINES), max_size=8).map(lambda lines: "\n".join((*lines, "")))


def _agree(text: str) -> bool:
    """Whether the fast reader read it; then the other one finds the same values and lines, and no problem."""
    plain = read_plain(text)
    if plain is None:
        return False
    tree = read_tree(text, "f")
    assert (plain.value, ()) == (tree.value, tree.problems)
    for path, lines in plain.lines.items():
        for index, line in enumerate(lines):
            assert line in {0, tree.marks.at((*path, index)).line}
    return True


@settings(max_examples=400)
@given(text=TEXTS)
def test_any_lines(text: str) -> None:
    """Lines put together at random, many of them wrong."""
    _agree(text)


@settings(max_examples=200)
@given(data=st.data())
def test_damaged_records(data: st.DataObject) -> None:
    """A stretch of an official record, some of its letters replaced."""
    lines = data.draw(st.sampled_from(OFFICIAL)).splitlines()
    start = data.draw(st.integers(0, len(lines) - 1))
    stretch = lines[start : start + data.draw(st.integers(1, 12))]
    margin = min(len(line) - len(line.lstrip(" ")) for line in stretch)
    text = "x:\n" + "".join(f"{line[margin:]}\n" for line in stretch)
    for _ in range(data.draw(st.integers(0, 3))):
        at, gone = data.draw(st.integers(0, len(text) - 1)), data.draw(st.integers(0, 2))
        new = data.draw(st.sampled_from([*" -:#\"'[]{},|>&*!?\n\ta", "\n  ", "- ", ": ", " #", ">-\n", "\u00a0"]))
        text = text[:at] + new + text[at + gone :]
    _agree(text)


@given(text=st.text())
def test_any_text(text: str) -> None:
    """Any text at all."""
    _agree(text)


def test_official_records() -> None:
    """Nearly all official records are read the fast way, with every line of their activities."""
    read = [text for text in OFFICIAL if _agree(text)]
    assert len(read) >= len(OFFICIAL) - 2


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: b\nc:\n- d\n- e: f\n  g: h\ni: j\n", {"a": "b", "c": ["d", {"e": "f", "g": "h"}], "i": "j"}),
        ("a:\nb:\n  c: 4.10\n", {"b": {"c": "4.10"}}),
        ("a: >-\n  one\n  two\n\n# note\nb: |\n  one\n  two\n", {"a": "one two", "b": "one\ntwo\n"}),
        ('a: [b, "c: d"]\ne: {f: \'g\', "2021": [h]}\n', {"a": ["b", "c: d"], "e": {"f": "g", "2021": ["h"]}}),
    ],
    ids=["lists", "nothing behind a key", "blocks of text", "brackets"],
)
def test_what_is_read(text: str, value: Any) -> None:
    """What records are mostly made of is read the fast way."""
    plain = read_plain(text)
    assert plain is not None
    assert plain.value == value


@pytest.mark.parametrize(
    "text",
    ["", "# only a comment\n", "a: b", "- a\n", "a: 1\na: 2\n", "a: &b c\n", "a: b # c\n", "a: b\n  c\n", "a: b\r\n"],
)
def test_what_is_left_to_the_other(text: str) -> None:
    """Whatever is unusual is not judged here."""
    assert read_plain(text) is None


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "{? ", "a:\n" + " "])
def test_abyss(opening: str) -> None:
    """Forty thousand levels of nesting overflow nothing."""
    assert read_plain(f"a: {opening * 40_000}\n") is None
