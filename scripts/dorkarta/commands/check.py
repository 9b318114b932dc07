"""The command `dorkarta check`."""

import datetime
import sys
from pathlib import Path
from typing import Annotated

import typer

from dorkarta.commands.options import AsOf, Project, day_of, project_folder, refuse
from dorkarta.console import report, summary
from dorkarta.console.formats import FORMATS as MACHINE_FORMATS
from dorkarta.console.formats import TEXT
from dorkarta.diagnostic import stopping
from dorkarta.history.git import HistoryError
from dorkarta.history.revision import corpus_at
from dorkarta.site.checked import (
    CheckedProject,
    ForeignFileError,
    about,
    checked_project,
    is_failed,
    site_url_of,
)
from dorkarta.site.recording import GrowthError, record_debts


def check(
    files: Annotated[
        list[Path] | None, typer.Argument(help="Файлы и папки, о которых сказать; без них – обо всех.")
    ] = None,
    form: Annotated[str, typer.Option("--format", help=f"Вид: {', '.join((TEXT, *MACHINE_FORMATS))}.")] = TEXT,
    strict: Annotated[bool, typer.Option("--strict", help="Не пропускать и предупреждения.")] = False,  # noqa: FBT002  # a flag of the console
    as_of: AsOf = None,
    base: Annotated[
        str | None, typer.Option("--base", help="С чем сравнить коды и старый долг: ветка, метка или коммит.")
    ] = None,
    with_debts: Annotated[bool, typer.Option("--all", help="Показать и старый долг.")] = False,  # noqa: FBT002  # as above
    record: Annotated[  # noqa: FBT002  # as above
        bool, typer.Option("--record-debts", help="Записать предупреждения в старый долг; потом он только убывает.")
    ] = False,
    project: Project = None,
) -> None:
    """Проверить все записи и показать все ошибки сразу."""
    root = project_folder(project)
    day = day_of(as_of)
    if form not in (TEXT, *MACHINE_FORMATS):
        refuse(f"Вида «{form}» нет. Бывают: {', '.join((TEXT, *MACHINE_FORMATS))}.")
    try:
        checked = checked_project(root, as_of=day, base=corpus_at(root, base) if base is not None else None)
        listed = about([*checked.problems, *(checked.debts if with_debts else ())], root, files or ())
    except (HistoryError, ForeignFileError) as error:
        refuse(error)
    if record:
        _record_debts(root, checked, day)
        return
    if form == TEXT:
        report(listed, site_url=site_url_of(root), elsewhere=set(checked.problems) - set(listed))
    else:
        sys.stdout.write(MACHINE_FORMATS[form](listed))
    if is_failed(listed, strict=strict):
        raise typer.Exit(1)
    if form == TEXT:
        print("В названных файлах ошибок нет." if files else summary(checked.corpus, debts=len(checked.debts)))


def _record_debts(root: Path, checked: CheckedProject, day: datetime.date) -> None:
    if stopping(checked.problems):
        report(checked.problems, site_url=site_url_of(root))
        raise typer.Exit(1)
    try:
        print(record_debts(root, checked, day))
    except GrowthError as error:
        refuse(error)
    except OSError as error:
        print(f"Список долгов не записан: {error.strerror}.", file=sys.stderr)
        raise typer.Exit(1) from None
