"""The command `dorkarta`: commands only, no logic."""

import datetime
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
from mkdocs.exceptions import Abort, MkDocsException

from dorkarta.console import report, summary
from dorkarta.deadline import SchoolCalendar, read
from dorkarta.deadline_lines import PeriodError, in_words, json_line, json_lines, parse_period
from dorkarta.diagnostic import stopping
from dorkarta.documents.export import FORMATS, Export, ExportError
from dorkarta.drafts import asking
from dorkarta.drafts.asking import Draft, DraftError
from dorkarta.records.loading import load
from dorkarta.site import building, serving
from dorkarta.site.checked import checked_corpus
from dorkarta.site.exporting import export_record

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
    if stopping(problems):
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
def export(
    record: Annotated[str, typer.Argument(help="Запись: krasnodar-krai/roadmap-2020-2021 или её файл.")],
    file_format: Annotated[
        str, typer.Option("--format", help=f"Формат: {', '.join(FORMATS)} (form – бланк отчёта по карте).")
    ],
    out: Annotated[
        str | None, typer.Option("-o", "--out", help="Куда записать; «-» – в стандартный вывод. Иначе в текущую папку.")
    ] = None,
    level: Annotated[
        str | None, typer.Option("--level", help="Только мероприятия уровня: region, municipality, school.")
    ] = None,
    section: Annotated[str | None, typer.Option("--section", help="Только раздел с этим id.")] = None,
    project: Project = None,
) -> None:
    """Сохранить одну запись файлом: для печати, Word, Excel или программ."""
    root = _project(project)
    corpus, problems = checked_corpus(root)
    report(problems)
    if stopping(problems):
        raise typer.Exit(1)
    asked = Export(record=record, format=file_format, level=level, section=section)
    try:
        name, data = export_record(root, corpus, asked)
    except ExportError as error:
        print(error, file=sys.stderr)
        raise typer.Exit(2) from None
    except MkDocsException as error:
        _stop(error)
    if out == "-":
        sys.stdout.buffer.write(data)
        return
    target = Path(out) if out else Path(name)
    target = target / name if target.is_dir() else target
    try:
        target.write_bytes(data)
    except OSError as error:
        print(f"Файл {target} не записан: {error.strerror}.", file=sys.stderr)
        raise typer.Exit(1) from None
    print(f"Сохранено: {target}", file=sys.stderr)


new = typer.Typer(help="Начать новую запись: проект с пояснениями, который остаётся дописать.", no_args_is_help=True)
app.add_typer(new, name="new")

Level = Annotated[str, typer.Option("--level", help="Уровень: region, municipality, school.")]
Territory = Annotated[str, typer.Option("--territory", help="Папка территории: krasnodar-krai/krasnodar.")]
Out = Annotated[str | None, typer.Option("-o", "--out", help="Куда записать; «-» – в стандартный вывод.")]


@new.command("roadmap")
def new_roadmap(
    upper: Annotated[str, typer.Option("--from", help="Верхняя карта: krasnodar-krai/roadmap-2020-2021 или её файл.")],
    level: Level,
    territory: Territory,
    period: Annotated[
        str | None, typer.Option("--period", help="Период: 2021-01-01/2021-12-31; иначе как у верхней карты.")
    ] = None,
    school: Annotated[str | None, typer.Option("--school", help="Название школы, если карта школьная.")] = None,
    out: Out = None,
    project: Project = None,
) -> None:
    """Проект карты из того, что верхняя карта поручает уровню."""
    root = _project(project)
    corpus = load(root)
    _write_draft(
        root,
        lambda: asking.roadmap(corpus, upper=upper, level=level, territory=territory, period=period, school=school),
        out,
    )


@new.command("practice")
def new_practice(
    title: Annotated[str, typer.Argument(help="Название практики.")],
    territory: Territory,
    level: Level,
    out: Out = None,
    project: Project = None,
) -> None:
    """Проект практики: все поля с пояснениями."""
    root, today = _project(project), datetime.date.today()  # noqa: DTZ011  # the day where the editor is
    corpus = load(root)
    _write_draft(root, lambda: asking.practice(corpus, title=title, territory=territory, level=level, today=today), out)


@new.command("territory")
def new_territory(
    path: Annotated[str, typer.Argument(help="Папка: krasnodar-krai/sochi.")],
    title: Annotated[str, typer.Option("--title", help="Название: Тула.")],
    genitive: Annotated[str, typer.Option("--genitive", help="Родительный падеж: Тулы.")],
    locative: Annotated[str, typer.Option("--locative", help="Где: «в Туле».")],
    out: Out = None,
    project: Project = None,
) -> None:
    """Новая территория: её папка и territory.yaml."""
    root = _project(project)
    corpus = load(root)
    _write_draft(
        root, lambda: asking.territory(corpus, path=path, title=title, genitive=genitive, locative=locative), out
    )


def _write_draft(root: Path, make: Callable[[], Draft], out: str | None) -> None:
    """Write a draft where it belongs or where it is asked for; what is there already stays."""
    try:
        draft = make()
    except DraftError as error:
        print(error, file=sys.stderr)
        raise typer.Exit(2) from None
    if out == "-":
        sys.stdout.buffer.write(draft.text.encode())
        return
    target = Path(out) if out else root / draft.file
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("x", encoding="utf-8", newline="\n") as file:
            file.write(draft.text)
    except FileExistsError:
        print(f"Файл {target} уже есть, он не тронут. Другое имя: -o ФАЙЛ.", file=sys.stderr)
        raise typer.Exit(1) from None
    except OSError as error:
        print(f"Файл {target} не записан: {error.strerror}.", file=sys.stderr)
        raise typer.Exit(1) from None
    print(f"Записано: {target}. {draft.next}", file=sys.stderr)


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
