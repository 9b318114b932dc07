"""YAML as editors write it: every scalar stays text, every part knows its place, nothing can crash the reader."""

import re
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dorkarta.records.yaml_tree import MAX_DEPTH, Marks, read_tree

PRINTABLE = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufffe\uffff\ufeff"))
SCALARS = PRINTABLE | st.integers().map(str) | st.sampled_from(["no", "null", "~", "4.10", "12:30", "010", "1e3", "="])
NESTED = st.recursive(
    SCALARS,
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(PRINTABLE, inside, max_size=4),
    max_leaves=20,
)
ROOTS = st.dictionaries(PRINTABLE, NESTED, min_size=1, max_size=4) | st.lists(NESTED, min_size=1, max_size=4)
YAMLISH = st.text(st.sampled_from("ab: -[]{}\"'|>&*!%#?,\n\r\t\\@`~.0\u00a0\u0085\u2028\ufeff\x00эё"), max_size=200)


class _NoAliases(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002  # PyYAML asks about each value
        return True


def _dumped(value: Any, style: str) -> str:
    text = yaml.dump(value, Dumper=_NoAliases, allow_unicode=True, default_flow_style=style == "flow", sort_keys=False)
    assert isinstance(text, str)
    return text


@pytest.mark.parametrize(
    "scalar",
    [
        "no",
        "yes",
        "true",
        "null",
        "~",
        "4.10",
        "1.0",
        "010",
        "0x1f",
        "12:30",
        "2020-11-30",
        "1_000",
        "1e3",
        ".inf",
        "=",
    ],
)
def test_scalars_stay_text(scalar: str) -> None:
    """A scalar keeps its letters, whatever YAML would make of it; types come from the fields."""
    assert read_tree(f"a: {scalar}\nb: [{scalar}]\n{scalar}: c\n", "f").value == {
        "a": scalar,
        "b": [scalar],
        scalar: "c",
    }


def test_styles_of_text() -> None:
    """Quotes, folded and literal blocks give the text that YAML says."""
    text = "a: 'it''s'\nb: \"x\\ty\"\nc: >-\n  one\n  two\nd: |\n  one\n  two\n"
    assert read_tree(text, "f").value == {"a": "it's", "b": "x\ty", "c": "one two", "d": "one\ntwo\n"}


def test_empty_field() -> None:
    """A field with nothing behind it is no field; an empty text in quotes or in a list stays and can be refused."""
    assert read_tree("a:\nb: ''\nc: ['', d]\ne: {f: }\n", "f").value == {"b": "", "c": ["", "d"], "e": {}}


def test_merge_key_is_text() -> None:
    """`<<` is a field like any other and merges nothing."""
    assert read_tree("<<: {a: b}\n", "f").value == {"<<": {"a": "b"}}


@pytest.mark.parametrize("style", ["block", "flow"])
@given(value=ROOTS)
def test_same_values_as_pyyaml(value: Any, style: str) -> None:
    """What PyYAML writes comes back as it was, in block style and in flow style."""
    tree = read_tree(_dumped(value, style), "f")
    assert tree.problems == ()
    assert tree.value == value


@pytest.mark.parametrize("style", ["block", "flow"])
@given(value=ROOTS)
def test_same_marks_as_pyyaml(value: Any, style: str) -> None:
    """Keys, values and items stand where another reader, written in Python, finds them."""
    text = _dumped(value, style)
    _assert_same_marks(read_tree(text, "f").marks, yaml.compose(text, Loader=yaml.SafeLoader))


def _assert_same_marks(marks: Marks, node: Any) -> None:
    assert (marks.line, marks.column) == _place(node)
    if isinstance(node, yaml.MappingNode):
        assert set(marks.children) == {key.value for key, _ in node.value}
        for key, inside in node.value:
            assert (marks.keys[key.value].line, marks.keys[key.value].column) == _place(key)
            _assert_same_marks(marks.children[key.value], inside)
    elif isinstance(node, yaml.SequenceNode):
        assert set(marks.children) == set(range(len(node.value)))
        for index, inside in enumerate(node.value):
            _assert_same_marks(marks.children[index], inside)


def _place(node: yaml.Node) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1


def test_marks_by_hand() -> None:
    """Lines and columns count from 1 and in letters, in front of the quotation mark and the bracket."""
    marks = read_tree('название: Тула\nсписок:\n  - «а»\n  - {б: "в"}\n', "f").marks
    places = {
        (): (1, 1),
        ("название",): (1, 11),
        ("список",): (3, 3),
        ("список", 0): (3, 5),
        ("список", 1): (4, 5),
        ("список", 1, "б"): (4, 9),
    }
    assert {path: (marks.at(path).line, marks.at(path).column) for path in places} == places
    assert (marks.at(("список",), key=True).line, marks.at(("список",), key=True).column) == (2, 1)
    assert marks.at(("список", 1, "б"), key=True).column == 6


@pytest.mark.parametrize(
    ("path", "place"),
    [(("b", "x"), (2, 4)), (("x",), (1, 1)), (("c", 5), (3, 4)), (("a", "x", "y"), (1, 4))],
    ids=["no such field", "no such field at the top", "no such item", "a text instead of a record"],
)
def test_marks_of_what_is_not_there(path: tuple[str | int, ...], place: tuple[int, int]) -> None:
    """What does not exist has the place of the last thing on the way to it."""
    marks = read_tree("a: 1\nb: {d: 2}\nc: [3]\n", "f").marks
    assert (marks.at(path).line, marks.at(path).column) == place


def test_place_of_an_empty_field() -> None:
    """A field left empty has the place of its name, where an editor should fill it."""
    marks = read_tree("a: 1\nb:\nc: 2\n", "f").marks
    assert (marks.at(("b",)).line, marks.at(("b",)).column) == (2, 1)


def test_doubled_field_keeps_the_first() -> None:
    """Of a doubled field the first is read, and every further one is told with its place."""
    tree = read_tree("a: 1\nb: 2\na: 3\nc: {d: 4, d: 5, d: 6}\n", "f")
    assert tree.value == {"a": "1", "b": "2", "c": {"d": "4"}}
    assert [str(problem.place) for problem in tree.problems] == ["f:3:1", "f:4:11", "f:4:17"]
    assert {problem.code for problem in tree.problems} == {"E003"}


@given(st.text() | YAMLISH)
def test_any_text(text: str) -> None:
    """Any text gives a value or says why not, at a place inside the file."""
    tree = read_tree(text, "f")
    if tree.value is None and not tree.problems:
        assert re.fullmatch(r"(?:#[^\n\r\x85\u2028\u2029]*|[ \n\r\t\x85\u2028\u2029\ufeff])*", text)
    for problem in tree.problems:
        assert problem.message
        assert 1 <= problem.place.line <= len(re.split(r"\r\n|[\n\r\x85\u2028\u2029]", text)) + 1
        assert 1 <= problem.place.column <= len(text) + 1


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "{? ", "[{"])
def test_abyss(opening: str) -> None:
    """Forty thousand levels of nesting are refused, not followed: they would overflow the stack of the C parser."""
    tree = read_tree(opening * 40_000, "f")
    assert tree.value is None
    assert {problem.code for problem in tree.problems} <= {"E002", "E004"}
    assert tree.problems


def test_depth_at_the_limit() -> None:
    """As many levels as allowed are read, one more is refused."""
    assert read_tree("[" * MAX_DEPTH + "]" * MAX_DEPTH, "f").problems == ()
    assert [problem.code for problem in read_tree("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), "f").problems] == [
        "E004"
    ]


def test_alias_bomb() -> None:
    """Aliases are refused before they multiply."""
    bomb = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
    tree = read_tree(bomb, "f")
    assert tree.value is None
    assert {problem.code for problem in tree.problems} == {"E004"}


def test_many_problems_at_once() -> None:
    """A doubled field, a tag and an anchor in one file are told together."""
    assert [problem.code for problem in read_tree("a: !x 1\na: 2\nb: &c 3\n", "f").problems] == ["E004", "E003", "E004"]


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("- id: a\n  title: Б\n   deadline: май\n", (3, 4), "Строка сдвинута вправо"),
        ("- b\n c: d\n", (2, 2), "Строка сдвинута вправо"),
        ("title: Текст\n  Срок: май\n", (2, 7), "Двоеточие стоит там"),
        ("a: б\ndeadline:май\nc: d\n", (2, 1), "Здесь ожидалось имя поля"),
        ("- a: б\n\u00a0\u00a0c: d\n", (2, 1), "В отступе стоит неразрывный"),
        ("a: x\n\tb: y\n", (2, 1), "В отступе стоит табуляция"),
        ("a: *Текст\n", (1, 4), "Текст начинается со знака «*»"),
        ("a: [проект] План\n", (1, 13), "После закрывающей скобки"),
        ('a: "Точка роста": открытие\n', (1, 17), "После закрывающей кавычки"),
        ('a:\n- "Точка" роста\n', (2, 11), "После закрывающей кавычки"),
        ('a: "б\nc: д\ne: "ж"\n', (1, 4), "Открытая здесь кавычка"),
        ("a: б\n<<<<<<< HEAD\nc: d\n=======\nc: e\n>>>>>>> правка\n", (2, 1), "В файле остались пометки git"),
    ],
)
def test_cause(text: str, place: tuple[int, int], message: str) -> None:
    """A mistake is shown where it was made, not where the parser stumbles over it, and by its own name."""
    (problem,) = read_tree(text, "f").problems
    assert (problem.place.line, problem.place.column) == place
    assert problem.message.startswith(message)
