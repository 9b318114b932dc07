"""Deadlines in and out of the console."""

import json

import pytest
from typer.testing import CliRunner

from dorkarta.app import app
from dorkarta.deadline import Period, SchoolCalendar, read
from dorkarta.deadline_lines import PeriodError, in_words, json_lines, parse_period

EMPTY = SchoolCalendar()


def test_a_stream_answers_each_line_with_one() -> None:
    """Each line `text⇥period` gets one line of JSON, in order; the period may be empty or missing."""
    lines = ["до 25 числа каждого месяца\t2020-09-01/2021-08-31\n", "март 2021\t\n", "март 2021"]
    found = [json.loads(line) for line in json_lines(lines, EMPTY)]
    assert [each["kind"] for each in found] == ["recurring", "month", "month"]
    assert found[0]["recurrence"] == "monthly"
    assert (found[1]["start"], found[1]["end"]) == ("2021-03-01", "2021-03-31")
    assert {"kind", "intervals", "start", "end", "recurrence", "condition", "doubts"} <= set(found[0])


def test_a_wrong_period_spoils_only_its_line() -> None:
    """A period that cannot be read makes its line unparseable and says why; the next line is read."""
    wrong, right = (json.loads(line) for line in json_lines(["март\tвесна\n", "март 2021\t\n"], EMPTY))
    assert wrong["kind"] == "unparseable"
    assert "весна" in wrong["reason"]
    assert right["kind"] == "month"


@pytest.mark.parametrize("text", ["2021", "2021-01-01", "2021-02-30/2021-03-01", "2021-03-01/2021-02-01", "x/y"])
def test_a_period_is_two_days_in_order(text: str) -> None:
    """Anything else is refused with the way to write it."""
    with pytest.raises(PeriodError, match="2020-09-01/2021-08-31"):
        parse_period(text)


def test_a_reading_is_told_in_russian() -> None:
    """What is known of a deadline is told line by line, a recurrence with its days within the period."""
    period = parse_period("2020-09-01/2020-10-31")
    assert isinstance(period, Period)
    told = in_words(read("до 25 числа каждого месяца", period=period), period, EMPTY)
    assert told.splitlines() == [
        "Вид: повторяется",
        "Иначе говоря: ежемесячно, до 25 числа",
        "Когда: до 25.09.2020, до 25.10.2020",
    ]


def test_a_misprint_gets_its_hint() -> None:
    """A deadline that is not understood is told with the likely one."""
    told = in_words(read("маарт 2021"), None, EMPTY)
    assert "Срок «маарт 2021» не понят. Возможно, «март 2021»?" in told


def test_the_command_answers_in_json() -> None:
    """`dorkarta deadline TEXT --period … --json` prints one line of JSON, without any project around."""
    arguments = ["deadline", "не реже одного раза в четверть", "--period", "2020-09-01/2021-08-31", "--json"]
    done = CliRunner().invoke(app, arguments)
    assert done.exit_code == 0
    assert json.loads(done.output)["recurrence"] == "per-school-quarter"


def test_the_command_refuses_a_wrong_period() -> None:
    """A wrong period ends with 2 and says how to write it."""
    done = CliRunner().invoke(app, ["deadline", "март", "--period", "весна"])
    assert done.exit_code == 2
    assert "2020-09-01/2021-08-31" in done.output
