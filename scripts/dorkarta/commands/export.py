"""The command `dorkarta export`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from dorkarta.commands.build import stop
from dorkarta.commands.options import Project, project_folder, refuse, save
from dorkarta.console import report
from dorkarta.diagnostic import stopping
from dorkarta.site.checked import checked_corpus


def export(
    record: Annotated[str, typer.Argument(help="Запись: krasnodar-krai/roadmap-2020-2021 или её файл.")],
    file_format: Annotated[
        str, typer.Option("--format", help="Формат: pdf, docx, xlsx, csv, json, ics, form (бланк отчёта по карте).")
    ],
    out: Annotated[
        str | None, typer.Option("-o", "--out", help="Куда записать; «-» – в стандартный вывод. Иначе в текущую папку.")
    ] = None,
    level: Annotated[
        str | None, typer.Option("--level", help="Только мероприятия уровня: region, municipality, school.")
    ] = None,
    section: Annotated[str | None, typer.Option("--section", help="Только раздел с этим id.")] = None,
    territory: Annotated[
        str | None, typer.Option("--territory", help="Кто заполнит форму по карте региона: krasnodar-krai/krasnodar.")
    ] = None,
    project: Project = None,
) -> None:
    """Сохранить одну запись файлом: для печати, Word, Excel или программ."""
    from mkdocs.exceptions import MkDocsException

    from dorkarta.documents.export import Export, ExportError
    from dorkarta.site.exporting import export_record

    root = project_folder(project)
    corpus, problems = checked_corpus(root)
    report(problems)
    if stopping(problems):
        raise typer.Exit(1)
    asked = Export(record=record, format=file_format, level=level, section=section, territory=territory)
    try:
        name, data = export_record(root, corpus, asked)
    except ExportError as error:
        refuse(error)
    except MkDocsException as error:
        stop(error)
    if out == "-":
        sys.stdout.buffer.write(data)
        return
    target = Path(out) if out else Path(name)
    target = target / name if target.is_dir() else target
    save(target, data)
    print(f"Сохранено: {target}", file=sys.stderr)
