"""The command `dorkarta diff`."""

from pathlib import Path
from typing import Annotated

import typer

from dorkarta.commands.options import Project, project_folder, refuse, save
from dorkarta.history.changes import change_set
from dorkarta.history.formats import WRITERS
from dorkarta.history.git import HistoryError
from dorkarta.history.revision import differing


def diff(
    base: Annotated[str, typer.Argument(help="С чем сравнить: ветка, метка или коммит.")] = "HEAD",
    head: Annotated[str | None, typer.Argument(help="Что сравнить; без него – файлы, как они лежат сейчас.")] = None,
    form: Annotated[str, typer.Option("--format", help=f"Вид: {', '.join(WRITERS)}.")] = "text",
    out: Annotated[Path | None, typer.Option("-o", "--out", help="Куда записать; иначе на экран.")] = None,
    project: Project = None,
) -> None:
    """Рассказать словами, что изменилось в записях."""
    if form not in WRITERS:
        refuse(f"Вида «{form}» нет. Бывают: {', '.join(WRITERS)}.")
    try:
        told = WRITERS[form](change_set(*differing(project_folder(project), base, head)))
    except HistoryError as error:
        refuse(error)
    if out is None:
        print(told, end="")
        return
    save(out, told.encode())
