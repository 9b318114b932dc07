"""The command `dorkarta check`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dorkarta.commands.answer import Question, answer
from dorkarta.commands.options import AsOf, Project, day_of, project_folder, refuse
from dorkarta.console import report
from dorkarta.console.formats import FORMATS as MACHINE_FORMATS
from dorkarta.console.formats import TEXT
from dorkarta.diagnostic import stopping
from dorkarta.site.asked import ForeignFileError, asked_for
from dorkarta.site.verdict import verdict_of

if TYPE_CHECKING:
    from dorkarta.records.corpus import Corpus


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
    root, day = project_folder(project), day_of(as_of)
    if form not in (TEXT, *MACHINE_FORMATS):
        refuse(f"Вида «{form}» нет. Бывают: {', '.join((TEXT, *MACHINE_FORMATS))}.")
    question = Question(
        project=root,
        as_of=day,
        files=tuple(files or ()),
        form=form,
        strict=strict,
        with_debts=with_debts,
    )
    since = _records_at(root, base) if base is not None else None
    try:
        asked_for(root, question.files)
        if record:
            _record_debts(question, since)
        elif code := answer(question, verdict_of(root, as_of=day, base=since)):
            raise typer.Exit(code)
    except ForeignFileError as error:
        refuse(error)


def _records_at(root: Path, revision: str) -> "Corpus":
    from dorkarta.history.git import HistoryError
    from dorkarta.history.revision import corpus_at

    try:
        return corpus_at(root, revision)
    except HistoryError as error:
        refuse(error)


def _record_debts(question: Question, base: "Corpus | None") -> None:
    from dorkarta.site.checked import checked_project, site_url_of
    from dorkarta.site.recording import GrowthError, record_debts

    root = question.project
    checked = checked_project(root, as_of=question.as_of, base=base)
    if stopping(checked.problems):
        report(checked.problems, site_url=site_url_of(root))
        raise typer.Exit(1)
    try:
        print(record_debts(root, checked, question.as_of))
    except GrowthError as error:
        refuse(error)
    except OSError as error:
        print(f"Список долгов не записан: {error.strerror}.", file=sys.stderr)
        raise typer.Exit(1) from None
