"""The command `dorkarta report-read`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from dorkarta.commands.options import Project, project_folder, refuse
from dorkarta.console.glyphs import in_a_line
from dorkarta.deadline import Period
from dorkarta.deadline_lines import PeriodError, parse_period
from dorkarta.diagnostic import Severity
from dorkarta.importing.trouble import Trouble, UnreadableError
from dorkarta.records.loading import load
from dorkarta.text import numeral


def report_read(
    form: Annotated[Path, typer.Argument(metavar="ФАЙЛ", help="Заполненная форма: XLSX или ODS.")],
    out: Annotated[
        str | None, typer.Option("-o", "--out", help="Куда записать; «-» – в стандартный вывод. Иначе на место записи.")
    ] = None,
    territory: Annotated[
        str | None,
        typer.Option("--territory", help="Чей отчёт, если форма этого не говорит: krasnodar-krai/krasnodar."),
    ] = None,
    period: Annotated[
        str | None, typer.Option("--period", help="Период отчёта: 2021-01-01/2021-12-31; иначе как у карты.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Заменить запись, которая уже есть.")] = False,  # noqa: FBT002  # a flag of the console
    project: Project = None,
) -> None:
    """Прочитать заполненную форму отчёта: запись и всё, что в форме нужно поправить."""
    from dorkarta.importing.reading import ReadReport, read_report

    root = project_folder(project)
    span = _period(period)
    try:
        data = form.read_bytes()
    except IsADirectoryError:
        refuse(f"{form} – папка, а не файл.")
    except OSError as error:
        refuse(f"Файл {form} не прочитан: {error.strerror}.")
    try:
        found: ReadReport = read_report(load(root), data, name=form.name, territory=territory, period=span)
    except UnreadableError as error:
        print(f"{form.name}: {error}", file=sys.stderr)
        raise typer.Exit(1) from None
    for trouble in found.troubles:
        print(_told(form.name, trouble), file=sys.stderr)
    _write(found.text, root / found.file, out, force=force)
    counts = [numeral(found.entries, "запись", "записи", "записей")]
    counts += [f"вне карты {found.beyond}"] if found.beyond else []
    counts += [f"строк без ответа {found.unanswered}"] if found.unanswered else []
    counts += [f"новых документов {found.documents}"] if found.documents else []
    counts += [f"текстов вне полей {found.loose}"] if found.loose else []
    print(f"Прочитано: {'; '.join(counts)}.", file=sys.stderr)
    if errors := sum(each.severity is Severity.ERROR for each in found.troubles):
        print(f"Нужно поправить: {errors}.", file=sys.stderr)
        raise typer.Exit(1)


def _period(given: str | None) -> Period | None:
    try:
        return parse_period(given) if given else None
    except PeriodError as error:
        refuse(error)


def _told(name: str, trouble: Trouble) -> str:
    """One line: what is wrong, where, and how to mend it."""
    noun = "ошибка" if trouble.severity is Severity.ERROR else "предупреждение"
    code = f" {trouble.code}" if trouble.code else ""
    where = f"{name}, {trouble.cell}" if trouble.cell else name
    hint = f" {trouble.hint}" if trouble.hint else ""
    return in_a_line(f"{noun}{code}: {where}: {trouble.message}{hint}")


def _write(text: str, place: Path, out: str | None, *, force: bool) -> None:
    """Write the record; one that is there already stays, unless it may be replaced."""
    if out == "-":
        sys.stdout.buffer.write(text.encode())
        sys.stdout.flush()
        return
    target = Path(out) if out else place
    if target.is_dir():
        refuse(f"{target} – папка, а не файл: впишите и имя файла.")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("w" if force else "x", encoding="utf-8", newline="") as file:
            file.write(text)
    except FileExistsError:
        print(f"Файл {target} уже есть, он не тронут. Другое имя: -o ФАЙЛ, заменить: --force.", file=sys.stderr)
        raise typer.Exit(1) from None
    except OSError as error:
        print(f"Файл {target} не записан: {error.strerror}.", file=sys.stderr)
        raise typer.Exit(1) from None
    print(f"Записано: {target}", file=sys.stderr)
