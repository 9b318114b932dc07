"""Text of iCalendar: folded, escaped, cleaned."""

import re
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorkarta.calendars.ical_text import clean, escape, fold, one_line

ANY = st.text(alphabet=st.one_of(st.characters(), st.sampled_from('\r\n\t\\;,:"н€😀 \x00\x85\u2028')), max_size=400)


def unescape(text: str) -> str:
    """The way back that RFC 5545 tells, in one pass."""
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], text)


@given(ANY)
def test_folding_and_back(text: str) -> None:
    """A folded line is unfolded into itself, and each of its lines is short and whole letters."""
    line = escape(text)
    folded = fold(line)
    assert folded.endswith(b"\r\n")
    lines = folded[:-2].split(b"\r\n")
    assert all(len(each) <= 75 for each in lines)
    assert all(each.decode("utf-8") is not None for each in lines)
    assert all(each.startswith(b" ") for each in lines[1:])
    assert folded[:-2].replace(b"\r\n ", b"").decode() == line


@given(ANY)
def test_escaping_and_back(text: str) -> None:
    """An escaped text is unescaped into itself, its control characters apart, and ends neither value nor line."""
    escaped = escape(text)
    assert unescape(escaped) == clean(text)
    assert escaped.splitlines() in ([], [escaped])
    assert not re.search(r"(?<!\\)(?:\\\\)*[;,]", escaped)


@given(ANY)
def test_the_library_reads_our_text(text: str) -> None:
    """`icalendar` reads an escaped and folded text as the text that was meant."""
    event: Any = icalendar.Event.from_ical(b"BEGIN:VEVENT\r\n" + fold(f"SUMMARY:{escape(text)}") + b"END:VEVENT\r\n")
    assert str(event["SUMMARY"]) == clean(text)


@pytest.mark.parametrize("length", [74, 75, 76, 148, 149, 150, 224])
def test_lines_are_as_long_as_they_may_be(length: int) -> None:
    """A line breaks at 75 octets, a continued one at 75 with its space."""
    lines = fold("x" * length).split(b"\r\n")[:-1]
    assert [len(line) for line in lines[:-1]] == [75] * (len(lines) - 1)
    assert len(lines) == 1 + max(0, -(-(length - 75) // 74))


@pytest.mark.parametrize("shift", range(4))
def test_letters_stay_whole(shift: int) -> None:
    """Wherever the limit falls, letters of two, three and four octets are not split."""
    text = "x" * shift + "щ€😀" * 40
    assert b"".join(line.lstrip(b" ") for line in fold(text).split(b"\r\n")).decode() == text
    assert all(line.decode() for line in fold(text).split(b"\r\n")[:-1])


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("один\r\nдва\rтри\nчетыре", "один\nдва\nтри\nчетыре"),
        ("а\u2028б\u2029в\x85г\vд\fе", "а\nб\nв\nг\nд\nе"),
        ("а\x00б\x07в\x1bг\x7fд\x9fе", "абвгде"),
        ("а\tб", "а б"),
        ("а\ud800б", "аб"),
        ("ё\u00a0—\u00ad«й»", "ё\u00a0—\u00ad«й»"),
    ],
)
def test_cleaning(text: str, cleaned: str) -> None:
    """Every line break is one kind, control characters go, all else stays."""
    assert clean(text) == cleaned


def test_one_line() -> None:
    """A title of several lines becomes one."""
    assert one_line("  Школа\n  молодого\u2028учителя \t1 ") == "Школа молодого учителя 1"
