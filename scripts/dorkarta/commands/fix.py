"""The command `dorkarta fix`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from dorkarta.checks import checking
from dorkarta.commands.options import Project, project_folder, refuse
from dorkarta.console import report
from dorkarta.fixing import project as fixing
from dorkarta.fixing import telling as fixed
from dorkarta.fixing.mending import Wishes
from dorkarta.records.pinpointing import pinpointed
from dorkarta.site.asked import ForeignFileError, asked_for


def fix(
    files: Annotated[list[Path] | None, typer.Argument(help="Файлы и папки; без них – все записи.")] = None,
    as_diff: Annotated[bool, typer.Option("--diff", help="Только показать правку.")] = False,  # noqa: FBT002  # a flag of the console
    only_told: Annotated[  # noqa: FBT002  # as above
        bool, typer.Option("--check", help="Только сказать, есть ли что исправить; если есть, код возврата 1.")
    ] = False,
    names: Annotated[  # noqa: FBT002  # as above
        bool, typer.Option("--names", help="Заменить и другие названия организаций, форм и аудиторий основными.")
    ] = False,
    deadlines: Annotated[  # noqa: FBT002  # as above
        bool, typer.Option("--deadlines", help="Переписать и сроки единообразно; дни останутся теми же.")
    ] = False,
    project: Project = None,
) -> None:
    """Исправить то, что можно исправить без риска: опечатки набора, порядок полей."""
    root = project_folder(project)
    try:
        wanted = asked_for(root, files or ())
    except ForeignFileError as error:
        refuse(error)
    wishes = Wishes(names=names, deadlines=deadlines)
    plan = fixing.plan(root, wanted=wanted, wishes=wishes, check=checking.check)
    report(pinpointed(plan.unread, root))
    if as_diff:
        sys.stdout.write("".join(map(fixed.as_diff, plan.mended)))
    elif not only_told:
        _write_mended(root, plan)
    print(*fixed.in_words(plan, written=not as_diff and not only_told), sep="\n", file=sys.stderr)
    if plan.unread or plan.refused or (only_told and plan.mended):
        raise typer.Exit(1)


def _write_mended(root: Path, plan: fixing.Plan) -> None:
    for mended in plan.mended:
        try:
            fixing.write(root, mended)
        except OSError as error:
            print(f"Файл {mended.file} не записан: {error.strerror}.", file=sys.stderr)
            raise typer.Exit(1) from None
