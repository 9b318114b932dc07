"""What commands share: where the project lies, which day it is, how a wrong use and a full disk are answered."""

import datetime
import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from dorkarta.commands.where import nearest_project, today

Project = Annotated[
    Path | None,
    typer.Option("--project", help="Папка проекта, где лежит mkdocs.yml; по умолчанию ищется вверх от текущей."),
]

AsOf = Annotated[
    datetime.datetime | None,
    typer.Option("--as-of", formats=["%Y-%m-%d"], help="Каким днём считать сегодня, ГГГГ-ММ-ДД."),
]


def project_folder(given: Path | None) -> Path:
    """The folder that is given, else the nearest one above the current folder that holds a project."""
    found = nearest_project(given)
    return found or refuse(f"В папке {(given or Path.cwd()).resolve()} нет mkdocs.yml: это не проект сайта.")


def day_of(as_of: datetime.datetime | None) -> datetime.date:
    """The day that is given, else today where the editor is."""
    return as_of.date() if as_of else today()


def refuse(reason: object) -> NoReturn:
    """Say that the command was used wrongly."""
    print(reason, file=sys.stderr)
    raise typer.Exit(2)


def save(path: Path, data: bytes) -> None:
    """Write a file, or say why it cannot be written."""
    try:
        path.write_bytes(data)
    except OSError as error:
        print(f"Файл {path} не записан: {error.strerror}.", file=sys.stderr)
        raise typer.Exit(1) from None
