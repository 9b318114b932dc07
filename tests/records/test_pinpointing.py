"""Where a problem is shown: at the very words that it means, with their line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorkarta.diagnostic import Diagnostic, Place
from dorkarta.records.pinpointing import Source, pinpointed

TEXT = """\
title: Дорожная карта
period: "2024-01-01/2024-12-31"   # год
about: >-
  Первая строка,
  вторая ПСНОР строка.
quote: 'он сказал: ''да'' и ушёл'
said: "слово \\"в кавычках\\" здесь"
list: [один, два слова,
  три]
items:
  - {id: "1", title: Семинар}
  - id: "2"
    of: *somewhere
"""


def _problem(line: int, column: int, focus: str | None = None) -> Diagnostic:
    return Diagnostic(code="E999", place=Place(file="a.yaml", line=line, column=column), message="Плохо.", focus=focus)


def _meant(text: str, problem: Diagnostic) -> tuple[int, str]:
    """The line and the words under which the carets stand."""
    found = Source(text).pinpoint(problem)
    assert found.excerpt is not None
    start = found.place.column - 1
    return found.place.line, found.excerpt.line[start : start + found.excerpt.width]


@pytest.mark.parametrize(
    ("line", "column", "meant"),
    [
        (1, 1, "title"),
        (1, 8, "Дорожная карта"),
        (2, 9, '"2024-01-01/2024-12-31"'),
        (3, 8, ">-"),
        (8, 7, "[один, два слова,"),
        (8, 8, "один"),
        (8, 14, "два слова"),
        (9, 3, "три"),
        (11, 5, '{id: "1", title: Семинар}'),
        (11, 6, "id"),
        (12, 5, "id"),
        (13, 9, "*somewhere"),
        (1, 3, "t"),
    ],
)
def test_without_focus(line: int, column: int, meant: str) -> None:
    """What stands at the place is meant as a whole: a key, a value with its quotes, a list as far as its line goes."""
    assert _meant(TEXT, _problem(line, column)) == (line, meant)


@pytest.mark.parametrize(
    ("line", "column", "focus", "meant"),
    [
        (1, 8, "карта", (1, "карта")),
        (3, 8, "ПСНОР", (5, "ПСНОР")),
        (3, 8, "строка, вторая", (4, "строка,")),
        (6, 8, "сказал: 'да' и", (6, "сказал: ''да'' и")),
        (7, 7, 'слово "в кавычках"', (7, 'слово \\"в кавычках\\"')),
        (8, 7, "три", (9, "три")),
        (11, 5, "Семинар", (11, "Семинар")),
        (10, 1, "Семинар", (10, "items")),
        (1, 8, "чего нет", (1, "Дорожная карта")),
        (1, 8, "Первая", (1, "Дорожная карта")),
        (1, 8, " ", (1, " ")),
    ],
)
def test_focus(line: int, column: int, focus: str, meant: tuple[int, str]) -> None:
    """The words are looked for inside the value, in its later lines too, and nowhere else."""
    assert _meant(TEXT, _problem(line, column, focus)) == meant


def test_behind_a_fault() -> None:
    """What stands before a fault of YAML is known all the same; the place of the fault is one letter."""
    text = "title: Карта\nlevel: [\nperiod: 2024\n"
    assert _meant(text, _problem(1, 8)) == (1, "Карта")
    assert _meant(text, _problem(3, 7)) == (3, ":")


def test_prose_behind_fields() -> None:
    """The Markdown of a practice, which is no YAML, does not hide its fields."""
    text = "---\ntitle: Практика\n---\n# Заголовок: [и скобка\n\t- *звезда*\n"
    assert _meant(text, _problem(2, 8)) == (2, "Практика")


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\x85", "\u2028"])
def test_line_ends(line_end: str) -> None:
    """Lines are counted as YAML counts them, and their ends are not shown."""
    text = line_end.join(["title: Карта", "about: Текст", ""])
    assert _meant(text, _problem(2, 8)) == (2, "Текст")


@pytest.mark.parametrize("line", [0, 4, 1000])
def test_no_such_line(line: int) -> None:
    """A place outside the file stays as it is."""
    problem = _problem(line, 1)
    assert Source("a: б\n\n").pinpoint(problem) == problem


def test_order(tmp_path: Path) -> None:
    """Problems are sorted by the places where they are shown."""
    (tmp_path / "a.yaml").write_text(TEXT, encoding="utf-8")
    problems = [_problem(3, 8, "ПСНОР"), _problem(3, 8, "Первая")]
    assert [each.focus for each in pinpointed(problems, tmp_path)] == ["Первая", "ПСНОР"]


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe"], ids=["missing", "empty", "no UTF-8"])
def test_unreadable(tmp_path: Path, content: bytes | None) -> None:
    """A file that cannot be read shows no line."""
    if content is not None:
        (tmp_path / "a.yaml").write_bytes(content)
    (problem,) = pinpointed([_problem(1, 1)], tmp_path)
    assert problem.excerpt is None


def test_about_names(tmp_path: Path) -> None:
    """Where the name of a file is wrong, no line of it is blamed."""
    (tmp_path / "a.yaml").write_text("a: б\n", encoding="utf-8")
    problem = Diagnostic(code="E008", place=Place(file="a.yaml"), message="Имя не подходит.")
    assert pinpointed([problem], tmp_path) == (problem,)


@given(
    text=st.text(st.sampled_from("аб \n\t\r[]{}:-#'\"&*!>|%@`,?\x85\u2028\x07\U0001f3eb")),
    line=st.integers(-1, 9),
    column=st.integers(1, 30),
    focus=st.none() | st.text(st.sampled_from("аб \n'\"[")),
)
def test_any_text(text: str, line: int, column: int, focus: str | None) -> None:
    """Whatever a file holds, the carets stand inside the shown line or right behind it."""
    found = Source(text).pinpoint(_problem(line, column, focus))
    if found.excerpt is not None:
        assert found.excerpt.width >= 1
        assert 1 <= found.place.column <= len(found.excerpt.line) + 1
        assert found.place.column - 1 + found.excerpt.width <= max(len(found.excerpt.line), found.place.column)


PRACTICE = """\
---
title: Сетевые пары
---
# Как это было

Первая строка.

Вторая строка с ПСНОР.
"""


def test_words_in_prose_are_found_below_its_first_line() -> None:
    """The prose under the fields of a practice is searched to its end, though it is no YAML."""
    assert _meant(PRACTICE, _problem(4, 1, "ПСНОР")) == (8, "ПСНОР")
