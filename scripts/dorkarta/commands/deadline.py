"""The command `dorkarta deadline`."""

import sys
from typing import Annotated

import typer

from dorkarta.commands.options import Project, project_folder, refuse
from dorkarta.deadline import SchoolCalendar, read
from dorkarta.deadline_lines import PeriodError, in_words, json_line, json_lines, parse_period
from dorkarta.records.loading import load


def deadline(
    text: Annotated[str, typer.Argument(help="Слова срока; «-» читает строки «срок⇥период» и пишет JSON.")],
    period: Annotated[str, typer.Option("--period", help="Период записи: 2020-09-01/2021-08-31.")] = "",
    territory: Annotated[
        str | None, typer.Option("--territory", help="Чей школьный календарь взять: krasnodar-krai/krasnodar.")
    ] = None,
    project: Project = None,
    as_json: Annotated[bool, typer.Option("--json", help="Ответить одной строкой JSON.")] = False,  # noqa: FBT002  # a flag of the console
) -> None:
    """Показать, как понят срок."""
    calendar = load(project_folder(project)).school_calendar(territory) if territory is not None else SchoolCalendar()
    if text == "-":
        for line in json_lines(sys.stdin, calendar):
            print(line)
        return
    try:
        span = parse_period(period)
    except PeriodError as error:
        refuse(error)
    reading = read(text, period=span, calendar=calendar)
    print(json_line(reading) if as_json else in_words(reading, span, calendar))
