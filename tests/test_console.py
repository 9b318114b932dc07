"""What a command prints about problems."""

import json
import re
import unicodedata
from collections.abc import Callable

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorkarta.console import report
from dorkarta.console.excerpt import WIDTH, drawn
from dorkarta.console.formats import as_github, as_gitlab, as_json
from dorkarta.console.plain import told
from dorkarta.diagnostic import Diagnostic, Excerpt, Place, Severity, stopping

ERROR = Diagnostic(code="E001", place=Place(file="a.yaml", line=2, column=3), message="Плохо.", hint="Исправьте.")
WARNING = Diagnostic(code="W001", place=Place(file="b.yaml"), message="Странно.", severity=Severity.WARNING)
OLD = Diagnostic(code="W001", place=Place(file="b.yaml"), message="Давно.", severity=Severity.WARNING, old=True)


def _shown(line: str, column: int, width: int = 1, *, number: int = 7, hint: str | None = None) -> Diagnostic:
    place = Place(file="a.yaml", line=number, column=column)
    return Diagnostic(code="E001", place=place, message="Плохо.", hint=hint, excerpt=Excerpt(line=line, width=width))


@pytest.mark.parametrize(
    ("problems", "last"),
    [
        ([ERROR], "1 ошибка"),
        ([WARNING], "1 предупреждение"),
        ([ERROR, WARNING, WARNING], "1 ошибка, 2 предупреждения"),
        ([WARNING] * 5 + [ERROR] * 11, "11 ошибок, 5 предупреждений"),
        ([ERROR, OLD, OLD], "1 ошибка; старый долг: 2"),
        ([OLD], "старый долг: 1"),
    ],
)
def test_counts(problems: list[Diagnostic], last: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Errors, warnings and old debt are counted apart, and what there is none of is not counted."""
    report(problems)
    assert capsys.readouterr().err.splitlines()[-1] == last


def test_lines(capsys: pytest.CaptureFixture[str]) -> None:
    """A problem is told with its severity, code, place, line, carets and hint; an empty line parts it from the next."""
    report(iter([_shown("  form: танец", 9, 5, number=10, hint="Исправьте."), WARNING, OLD]))
    assert capsys.readouterr().err.splitlines()[:-1] == [
        "ошибка E001: Плохо.",
        "  --> a.yaml:10:9",
        "   |",
        "10 |   form: танец",
        "   |         ^^^^^",
        "   = как исправить: исправьте.",
        "",
        "предупреждение W001: Странно.",
        " --> b.yaml:1:1",
        "",
        "предупреждение W001 (старый долг): Давно.",
        " --> b.yaml:1:1",
        "",
    ]


def test_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """Without problems nothing is said."""
    report([], site_url="https://example.org/")
    assert capsys.readouterr().err == ""


def test_pages_of_rules(capsys: pytest.CaptureFixture[str]) -> None:
    """Where the address of the site is known, the page of every code is named once, under the problems."""
    report([ERROR, WARNING, WARNING], site_url="https://example.org/shnor/")
    assert capsys.readouterr().err.splitlines()[-5:] == [
        "Подробнее о правилах:",
        "  https://example.org/shnor/editors/rules/E001/",
        "  https://example.org/shnor/editors/rules/W001/",
        "",
        "1 ошибка, 2 предупреждения",
    ]


def test_problems_elsewhere(capsys: pytest.CaptureFixture[str]) -> None:
    """What was not asked about is counted, so that nobody takes silence for health."""
    report([], elsewhere=[ERROR, WARNING])
    assert capsys.readouterr().err == "В других файлах ещё: 1 ошибка, 1 предупреждение.\n"


@pytest.mark.parametrize(
    ("hint", "said"),
    [
        ("Возможно, «а»?", "возможно, «а»?"),
        ("МОУО нет.", "МОУО нет."),
        ("В именах – буквы.", "в именах – буквы."),
        ("«Ёлочки».", "«Ёлочки»."),
        ("implements ведёт.", "implements ведёт."),
    ],
)
def test_hint_behind_its_colon(hint: str, said: str) -> None:
    """A hint goes on in small letters, unless it begins with an abbreviation."""
    assert list(told(_shown("а", 1, hint=hint)))[-1] == f"  = как исправить: {said}"


@pytest.mark.parametrize(
    ("line", "column", "width", "shown", "carets"),
    [
        ("а: б", 4, 1, "а: б", "   ^"),
        ("\tа: б", 2, 1, "    а: б", "    ^"),
        ("а\tб", 2, 1, "а    б", " ^^^^"),
        ("школа 🏫 дом", 9, 3, "школа 🏫 дом", "         ^^^"),
        ("学校: да", 5, 2, "学校: да", "      ^^"),
        ("и\u0306 дом", 4, 3, "и\u0306 дом", "  ^^^"),
        ("и\u0306", 2, 1, "и\u0306", " ^"),
        ("а\u00adб в", 5, 1, "а\ufffdб в", "    ^"),
        ("\u202eа\u200b", 2, 1, "\ufffdа\ufffd", " ^"),
        ("\x1b[31mа", 6, 1, "\ufffd[31mа", "     ^"),
        ("", 1, 1, "", "^"),
        ("конец", 6, 1, "конец", "     ^"),
    ],
)
def test_carets(line: str, column: int, width: int, shown: str, carets: str) -> None:
    """The carets stand under their words, whatever stands before: tabs, wide letters, accents, what nobody sees."""
    assert drawn(_shown(line, column, width)) == ("  |", f"7 | {shown}".rstrip(), f"  | {carets}")


@pytest.mark.parametrize(
    ("line", "column", "width"),
    [
        ("а" * 50 + "!" + "б" * 300, 51, 1),
        ("а" * 300 + "!" + "б" * 300, 301, 1),
        ("а" * 300 + "!", 301, 1),
        ("!" * 300, 1, 300),
        ("学" * 200 + "!" + "校" * 200, 201, 1),
        ("и\u0306" * 200 + "!" + "и\u0306" * 200, 401, 1),
    ],
)
def test_wide_line(line: str, column: int, width: int) -> None:
    """Of a wide line the surroundings of the words are shown, with an ellipsis where it is cut."""
    _, text, carets = drawn(_shown(line, column, width))
    assert _columns(text) <= len("7 | ") + WIDTH + len("……")
    at = _index_of_column(text, carets.index("^"))
    assert text[at] == "!"
    assert ("…" in text[:at]) == (column > WIDTH - 10)
    assert text.endswith("…") == (not line.endswith("!") or width > WIDTH)


def _columns(text: str) -> int:
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )


def _index_of_column(text: str, column: int) -> int:
    return next(index for index in range(len(text)) if _columns(text[:index]) == column and _columns(text[index]))


def test_endless_accents() -> None:
    """A letter with a million accents does not fill the screen."""
    _, text, _ = drawn(_shown("а" + "\u0301" * 1_000_000 + "б" * 200, 1))
    assert len(text) < 1000


@given(
    line=st.text(st.characters(exclude_characters="\n\r\x85\u2028\u2029")),
    column=st.integers(1, 200),
    width=st.integers(1, 200),
)
def test_any_line(line: str, column: int, width: int) -> None:
    """Whatever a line holds, three lines are printed that steer no terminal."""
    lines = drawn(_shown(line, min(column, len(line) + 1), width))
    assert len(lines) == 3
    assert not [letter for text in lines for letter in text if unicodedata.category(letter) in {"Cc", "Cf", "Cs"}]


def test_words_of_others() -> None:
    """A message with line ends or codes of a terminal inside stays one harmless line."""
    place = Place(file="a\x1b[31m\udcff.yaml")
    problem = Diagnostic(code="E001", place=place, message="Имя «а\nб\x07»\u202e.", hint="В\nстроку.")
    assert list(told(problem)) == [
        "ошибка E001: Имя «а б\ufffd»\ufffd.",
        " --> a\ufffd[31m\ufffd.yaml:1:1",
        "  = как исправить: в строку.",
    ]


def test_colours() -> None:
    """On a terminal the same lines are painted, and nothing else changes."""
    problem = _shown("form: танец", 7, 5, hint="Исправьте.")
    painted = list(told(problem, colours=True))
    assert any("\x1b[" in line for line in painted)
    assert [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in painted] == list(told(problem))


@pytest.mark.parametrize(("no_colour", "painted"), [(None, True), ("", True), ("1", False)])
def test_no_color(
    *, no_colour: str | None, painted: bool, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A terminal is painted unless NO_COLOR asks not to."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    if no_colour is not None:
        monkeypatch.setenv("NO_COLOR", no_colour)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    report([ERROR])
    assert ("\x1b[" in capsys.readouterr().err) is painted


def test_stopping() -> None:
    """Errors stop, warnings do not."""
    assert stopping([WARNING, ERROR])
    assert not stopping([WARNING])
    assert not stopping([])


def test_json() -> None:
    """JSON tells everything that is known, and the version of its shape."""
    shown = _shown("form: танец", 7, 5, hint="Исправьте.")
    assert json.loads(as_json([shown, OLD])) == {
        "version": 1,
        "problems": [
            {
                "code": "E001",
                "severity": "error",
                "message": "Плохо.",
                "hint": "Исправьте.",
                "file": "a.yaml",
                "line": 7,
                "column": 7,
                "end_column": 12,
                "source": "form: танец",
                "old": False,
            },
            {
                "code": "W001",
                "severity": "warning",
                "message": "Давно.",
                "hint": None,
                "file": "b.yaml",
                "line": 1,
                "column": 1,
                "end_column": None,
                "source": None,
                "old": True,
            },
        ],
    }


def test_github() -> None:
    """Annotations of GitHub: a line each, with what would end a property or a line escaped."""
    place = Place(file="a,b:c.yaml", line=3, column=5)
    problem = Diagnostic(code="E001", place=place, message="100 %: так,\r\nнельзя.", hint="Исправьте.")
    assert as_github([problem, WARNING]).splitlines() == [
        "::error file=a%2Cb%3Ac.yaml,line=3,col=5,title=E001::100 %25: так,%0D%0Aнельзя.%0AКак исправить: Исправьте.",
        "::warning file=b.yaml,line=1,col=1,title=W001::Странно.",
    ]
    assert "col=7,endColumn=12," in as_github([_shown("form: танец", 7, 5)])


def test_gitlab() -> None:
    """The report of GitLab holds what its schema asks for."""
    (issue,) = json.loads(as_gitlab([ERROR]))
    fingerprint = issue.pop("fingerprint")
    assert re.fullmatch(r"[0-9a-f]{64}", fingerprint)
    assert issue == {
        "description": "Плохо.\nКак исправить: Исправьте.",
        "check_name": "E001",
        "severity": "major",
        "location": {"path": "a.yaml", "lines": {"begin": 2}},
    }


def test_fingerprints() -> None:
    """A fingerprint stays when lines move, and tells apart equal problems of one file."""
    moved = Diagnostic(code="E001", place=Place(file="a.yaml", line=9, column=9), message="Плохо.")
    first, second = (each["fingerprint"] for each in json.loads(as_gitlab([ERROR, moved])))
    (alone,) = (each["fingerprint"] for each in json.loads(as_gitlab([moved])))
    assert first == alone
    assert second != first


@pytest.mark.parametrize("form", [as_json, as_github, as_gitlab])
def test_names_that_are_no_text(form: Callable[[list[Diagnostic]], str]) -> None:
    """A name of a file that is no UTF-8 does not stop a format."""
    problem = Diagnostic(code="E008", place=Place(file="a\udcff.yaml"), message="Имя «a\udcff.yaml» не подходит.")
    assert form([problem]).encode()


def test_long_source() -> None:
    """JSON does not repeat a line of megabytes for every problem in it."""
    said = as_json([_shown("а" * 1_000_000, 1)] * 3)
    assert len(said) < 5000
    assert orjson.loads(said)["problems"][0]["source"] is None
