"""The command `dorkarta schema`."""

import sys
from typing import Annotated

import typer

from dorkarta.commands.options import Project, project_folder
from dorkarta.records.loading import load
from dorkarta.schemas import files as schemas


def schema(
    project: Project = None,
    check_only: Annotated[bool, typer.Option("--check", help="Только сказать, что устарело.")] = False,  # noqa: FBT002  # a flag of the console
) -> None:
    """Обновить схемы полей, по которым редакторы текста подсказывают и проверяют."""
    root = project_folder(project)
    wanted = schemas.schema_files(load(root))
    old = schemas.outdated(root, wanted)
    if check_only and old:
        print(f"Схемы устарели: {', '.join(old)}. Обновить: dorkarta schema.", file=sys.stderr)
        raise typer.Exit(1)
    schemas.write(root, wanted)
    print(f"Обновлено: {', '.join(old)}" if old else "Схемы не изменились.")
