"""The command `dorkarta`: commands only, no logic."""

import datetime
import sys
import tempfile
import traceback
from pathlib import Path
from typing import Annotated

import typer
from mkdocs.exceptions import Abort, MkDocsException

from dorkarta.console import report, summary
from dorkarta.deadline import SchoolCalendar, read
from dorkarta.deadline_lines import PeriodError, in_words, json_line, json_lines, parse_period
from dorkarta.records.loading import load
from dorkarta.site import building, serving
from dorkarta.site.checked import checked_corpus

app = typer.Typer(
    help="Дорожные карты поддержки школ: проверка записей и сборка сайта.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Project = Annotated[
    Path | None,
    typer.Option("--project", help="Папка проекта, где лежит mkdocs.yml; по умолчанию ищется вверх от текущей."),
]


@app.command()
def check(project: Project = None) -> None:
    """Проверить все записи и показать все ошибки сразу."""
    corpus, problems = checked_corpus(_project(project))
    report(problems)
    if problems:
        raise typer.Exit(1)
    print(summary(corpus))


@app.command()
def build(
    project: Project = None,
    as_of: Annotated[
        datetime.datetime | None,
        typer.Option("--as-of", formats=["%Y-%m-%d"], help="Дата выпуска сайта, ГГГГ-ММ-ДД; по умолчанию сегодня."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="Куда собрать сайт; по умолчанию site в папке проекта.")
    ] = None,
) -> None:
    """Проверить записи, собрать сайт и опубликовать его в папке."""
    root = _project(project)
    target = (out or root / "site").resolve()
    try:
        building.build(root, out=target, as_of=as_of.date() if as_of else datetime.date.today())  # noqa: DTZ011  # the day where the builder is
    except MkDocsException as error:
        _stop(error)
    print(f"Сайт готов: {target}")


@app.command()
def serve(
    project: Project = None,
    address: Annotated[str, typer.Option("--address", help="Адрес и порт.")] = "127.0.0.1:8000",
) -> None:
    """Показывать сайт и обновлять его при каждой правке."""
    try:
        serving.serve(_project(project), address=address, today=datetime.date.today)
    except MkDocsException as error:
        _stop(error)


@app.command()
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
    calendar = load(_project(project)).school_calendar(territory) if territory is not None else SchoolCalendar()
    if text == "-":
        for line in json_lines(sys.stdin, calendar):
            print(line)
        return
    try:
        span = parse_period(period)
    except PeriodError as error:
        print(error, file=sys.stderr)
        raise typer.Exit(2) from None
    reading = read(text, period=span, calendar=calendar)
    print(json_line(reading) if as_json else in_words(reading, span, calendar))


def _project(given: Path | None) -> Path:
    start = (given or Path.cwd()).resolve()
    for folder in (start, *(() if given else start.parents)):
        if (folder / "mkdocs.yml").is_file():
            return folder
    print(f"В папке {start} нет mkdocs.yml: это не проект сайта.", file=sys.stderr)
    raise typer.Exit(2)


def _stop(error: MkDocsException) -> None:
    print(error if isinstance(error, Abort) else f"mkdocs.yml: {error}", file=sys.stderr)
    raise typer.Exit(1)


def main() -> None:
    """Run the command; what nobody foresaw is told in two lines, its trace is kept for us in a file."""
    try:
        app()
    except Exception:  # noqa: BLE001  # the last resort: an editor never sees a trace
        trace = Path(tempfile.gettempdir()) / "dorkarta-trace.txt"
        trace.write_text(traceback.format_exc(), "utf-8")
        print(f"Внутренняя ошибка программы. Опубликованный сайт не тронут. Подробности: {trace}", file=sys.stderr)
        sys.exit(70)
