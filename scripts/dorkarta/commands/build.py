"""The commands `dorkarta build` and `dorkarta serve`."""

import datetime
import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from dorkarta.commands.options import AsOf, Project, day_of, project_folder


def build(
    project: Project = None,
    as_of: AsOf = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="Куда собрать сайт; по умолчанию site в папке проекта.")
    ] = None,
    previous: Annotated[
        str | None,
        typer.Option(
            "--previous",
            help="manifest.json опубликованного сайта: адрес https:// или файл. Сайт, потерявший страницы, не "
            "публикуется. По умолчанию – список в папке, куда сайт собирается.",
        ),
    ] = None,
    compress: Annotated[  # noqa: FBT002  # a flag of the console
        bool, typer.Option("--compress", help="Положить рядом с текстами сжатые копии (.gz) для nginx.")
    ] = False,
) -> None:
    """Проверить записи, собрать сайт и опубликовать его в папке."""
    from mkdocs.exceptions import MkDocsException

    from dorkarta.site import building
    from dorkarta.site.manifest import ManifestError
    from dorkarta.site.previous import PreviousError, read_previous
    from dorkarta.site.publishing import published_manifest

    root = project_folder(project)
    target = (out or root / "site").resolve()
    day = day_of(as_of)
    try:
        former = read_previous(previous) if previous else published_manifest(target)
        made = building.build(root, out=target, as_of=day, former=former, compress=compress)
    except (PreviousError, ManifestError) as error:
        print(error, file=sys.stderr)
        raise typer.Exit(1) from None
    except MkDocsException as error:
        stop(error)
    print(f"Страниц из записей: {len(made.rendered | made.taken)}, заново {len(made.rendered)}.")
    print(f"Сайт готов: {target}")


def serve(
    project: Project = None,
    address: Annotated[str, typer.Option("--address", help="Адрес и порт.")] = "127.0.0.1:8000",
) -> None:
    """Показывать сайт и обновлять его при каждой правке."""
    from mkdocs.exceptions import MkDocsException

    from dorkarta.site import serving

    try:
        serving.serve(project_folder(project), address=address, today=datetime.date.today)
    except MkDocsException as error:
        stop(error)


def stop(error: Exception) -> NoReturn:
    """Say why MkDocs, or our part of it, did not go on."""
    from mkdocs.exceptions import Abort

    print(error if isinstance(error, Abort) else f"mkdocs.yml: {error}", file=sys.stderr)
    raise typer.Exit(1)
