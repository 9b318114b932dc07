"""The command `dorkarta link`."""

import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Final, NoReturn

import typer

from dorkarta.checks.checking import check
from dorkarta.commands.options import Project, project_folder, refuse
from dorkarta.console import report as tell
from dorkarta.fixing import project as fixing
from dorkarta.fixing.insertion import Insertion, inserted
from dorkarta.fixing.mending import Mended
from dorkarta.model.report import Report, ReportEntry
from dorkarta.records.corpus import Corpus
from dorkarta.records.folders import RECORDS
from dorkarta.records.loading import load
from dorkarta.records.pinpointing import pinpointed
from dorkarta.records.plan import plan_of
from dorkarta.records.record import Record
from dorkarta.text import numeral, perhaps

_FIELDS: Final = tuple(ReportEntry.model_fields)


def link(
    report: Annotated[str, typer.Argument(help="Отчёт: krasnodar-krai/krasnodar/report-2020-2021 или его файл.")],
    said: Annotated[
        list[str] | None,
        typer.Option(
            "--accept", help="Записать связь без вопросов: 13=krasnodar-krai/roadmap-2020-2021#85; можно несколько раз."
        ),
    ] = None,
    with_linked: Annotated[  # noqa: FBT002  # a flag of the console
        bool, typer.Option("--all", help="Предложить мероприятия и для записей, которые уже связаны.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Только показать предложения, для программы.")] = False,  # noqa: FBT002  # as above
    project: Project = None,
) -> None:
    """Подобрать мероприятия карты к записям отчёта и записать связи, которые вы подтвердите."""
    from dorkarta.console.choosing import chosen
    from dorkarta.console.proposals import Told
    from dorkarta.linking.accepted import LinkError, accepted
    from dorkarta.linking.proposing import Proposals

    if said and as_json:
        refuse("Параметры --accept и --json вместе не работают: --json только показывает.")
    root = project_folder(project)
    corpus = load(root)
    record = _record(root, corpus, report)
    proposals = Proposals(plan=plan_of(corpus), report=record)
    told = Told(proposals=proposals)
    if as_json:
        sys.stdout.buffer.write(told.as_json(with_linked=with_linked))
        return
    try:
        activities = accepted(proposals, said or ())
    except LinkError as error:
        refuse(error)
    if not activities:
        print(told.head())
        activities = chosen(told, _ask if _somebody_answers() else None, with_linked=with_linked)
    if activities:
        _write(root, corpus, record, activities)
    elif _somebody_answers():
        print("Ничего не записано.", file=sys.stderr)
    else:
        print(f"\nЗаписать: dorkarta link {record.path} --accept ЗАПИСЬ=КАРТА#КОД", file=sys.stderr)


def _record(root: Path, corpus: Corpus, name: str) -> Record[Report]:
    """By its path or by the name of its file; the mistakes of one that cannot be read are told."""
    path = name.replace("\\", "/").removesuffix(".yaml").rpartition(f"{RECORDS}/")[2].strip("/")
    if path in corpus.reports:
        return corpus.reports[path]
    for file in corpus.files:
        if file.path == path and file.problems:
            tell(pinpointed(file.problems, root))
            raise typer.Exit(1)
    hint = perhaps(path, corpus.reports) or f"Есть: {', '.join(corpus.reports) or 'ни одного'}."
    return refuse(f"Отчёта «{name}» нет. {hint}")


def _somebody_answers() -> bool:
    return sys.stdin.isatty()


def _ask(question: str) -> str:
    """No prompt of typer's: it writes into the standard output, which somebody may keep."""
    print(question, end="", file=sys.stderr, flush=True)
    return sys.stdin.readline()


def _write(root: Path, corpus: Corpus, report: Record[Report], activities: Mapping[int, str]) -> None:
    """Put the links into the file, if it can be proven that nothing else changes and if no error comes of them."""
    before = (root / report.file).read_bytes().decode()
    after = before
    for entry, key in activities.items():
        insertion = Insertion(path=("entries", entry), field="activity", value=key, order=_FIELDS)
        linked = inserted(after, insertion)
        if linked is None:
            _stop(
                f"Файл {report.file} не тронут: в запись {_id(report, entry)} не вписать «activity: {key}» без риска."
            )
        after = linked
    mended = Mended(file=report.file, before=before, after=after, done=Counter())
    if not fixing.harmless(root, corpus, [mended], check):
        _stop(f"Файл {report.file} не тронут: после правки в записях появилась бы ошибка.")
    try:
        fixing.write(root, mended)
    except OSError as error:
        _stop(f"Файл {report.file} не записан: {error.strerror}.")
    for entry, key in activities.items():
        print(f"Запись {_id(report, entry)} связана с {key}.", file=sys.stderr)
    count = numeral(len(activities), "связь", "связи", "связей")
    print(f"Записано: {count}, файл {report.file}.", file=sys.stderr)
    print("Если сам отчёт на карту не ссылается, объясните связь в inferred; затем dorkarta check.", file=sys.stderr)


def _id(report: Record[Report], entry: int) -> str:
    return report.content.entries[entry].id


def _stop(reason: str) -> NoReturn:
    print(reason, file=sys.stderr)
    raise typer.Exit(1)
