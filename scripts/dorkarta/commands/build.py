"""The commands `dorkarta build` and `dorkarta serve`."""

import datetime
import json
import os
import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from dorkarta.commands.answer import nothing_new
from dorkarta.commands.options import AsOf, Project, day_of, project_folder, refuse, save
from dorkarta.site.request import Part, Request
from dorkarta.site.stages import Stages
from dorkarta.site.unchanged import is_unchanged
from dorkarta.site.verdict import last_verdict


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
    without: Annotated[
        list[Part] | None,
        typer.Option("--without", help="Чего не собирать: documents – файлов для скачивания, search – поиска."),
    ] = None,
    timings: Annotated[
        Path | None, typer.Option("--timings", help="Записать в файл JSON, сколько секунд работы заняло каждое дело.")
    ] = None,
) -> None:
    """Проверить записи, собрать сайт и опубликовать его в папке."""
    root = project_folder(project)
    target = (out or root / "site").resolve()
    request = Request(as_of=day_of(as_of), compress=compress, without=frozenset(without or ()))
    if previous is None and timings is None and is_unchanged(root, target, request):
        verdict = last_verdict(root, as_of=request.as_of)
        if verdict is not None:
            nothing_new(target, verdict)
            return
    _build(root, target, request, previous, timings)


def _build(root: Path, target: Path, request: Request, previous: str | None, timings: Path | None) -> None:
    """Build what is not there yet; what that needs is imported only now."""
    from mkdocs.exceptions import MkDocsException

    from dorkarta.site import building
    from dorkarta.site.manifest import ManifestError
    from dorkarta.site.previous import PreviousError, read_previous
    from dorkarta.site.publishing import published_manifest

    stages = Stages(clock=_worked, spent={"start": _worked()})
    try:
        former = read_previous(previous) if previous else published_manifest(target)
        made = building.build(root, out=target, request=request, former=former, stages=stages)
    except (PreviousError, ManifestError) as error:
        print(error, file=sys.stderr)
        raise typer.Exit(1) from None
    except MkDocsException as error:
        stop(error)
    print(made.summary)
    print(f"Сайт готов: {target}")
    if timings:
        save(timings, json.dumps(stages.spent, indent=2).encode())


def _worked() -> float:
    """Seconds that processors worked for this process and for those it waited for."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def serve(
    project: Project = None,
    address: Annotated[str, typer.Option("--address", help="Адрес и порт.")] = "127.0.0.1:8000",
) -> None:
    """Показывать сайт и обновлять его при каждой правке."""
    from dorkarta.site.serving import ServingError, serve

    try:
        serve(project_folder(project), address=address, today=datetime.date.today)
    except ServingError as error:
        refuse(error)


def stop(error: Exception) -> NoReturn:
    """Say why MkDocs, or our part of it, did not go on."""
    from mkdocs.exceptions import Abort

    print(error if isinstance(error, Abort) else f"mkdocs.yml: {error}", file=sys.stderr)
    raise typer.Exit(1)
