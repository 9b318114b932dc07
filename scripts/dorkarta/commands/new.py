"""The commands `dorkarta new …`: drafts in their places. What is not said is asked for, where somebody can answer."""

import datetime
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated

import typer

from dorkarta.commands.options import Project, project_folder, refuse
from dorkarta.diagnostic import Diagnostic
from dorkarta.drafts import asking
from dorkarta.drafts.asking import Draft, DraftError
from dorkarta.model.level import LevelId
from dorkarta.records.files import read_text
from dorkarta.records.loading import load

new = typer.Typer(help="Начать новую запись: проект с пояснениями, который остаётся дописать.", no_args_is_help=True)

Level = Annotated[str | None, typer.Option("--level", help="Уровень: region, municipality, school.")]
Territory = Annotated[str | None, typer.Option("--territory", help="Папка территории: krasnodar-krai/krasnodar.")]
Out = Annotated[str | None, typer.Option("-o", "--out", help="Куда записать; «-» – в стандартный вывод.")]


@new.command("roadmap")
def new_roadmap(
    upper: Annotated[
        str | None, typer.Option("--from", help="Верхняя карта: krasnodar-krai/roadmap-2020-2021 или её файл.")
    ] = None,
    level: Level = None,
    territory: Territory = None,
    period: Annotated[
        str | None, typer.Option("--period", help="Период: 2021-01-01/2021-12-31; иначе как у верхней карты.")
    ] = None,
    school: Annotated[str | None, typer.Option("--school", help="Название школы, если карта школьная.")] = None,
    out: Out = None,
    project: Project = None,
) -> None:
    """Проект карты из того, что верхняя карта поручает уровню."""
    root = project_folder(project)
    upper = _asked(upper, "--from", "Верхняя карта, например krasnodar-krai/roadmap-2020-2021")
    level = _asked(level, "--level", "Уровень новой карты", LevelId)
    territory = _asked(territory, "--territory", "Папка территории, например krasnodar-krai/krasnodar")
    corpus = load(root)
    _write_draft(
        root,
        lambda: asking.roadmap(corpus, upper=upper, level=level, territory=territory, period=period, school=school),
        out,
    )


@new.command("report")
def new_report(
    path: Annotated[
        str | None, typer.Option("--for", help="О какой карте отчёт: krasnodar-krai/roadmap-2020-2021 или её файл.")
    ] = None,
    level: Annotated[
        str | None, typer.Option("--level", help="Чьи мероприятия: region, municipality, school; иначе территории.")
    ] = None,
    territory: Annotated[str | None, typer.Option("--territory", help="Чей отчёт; иначе территории карты.")] = None,
    period: Annotated[
        str | None, typer.Option("--period", help="Период: 2021-01-01/2021-06-30; иначе как у карты.")
    ] = None,
    out: Out = None,
    project: Project = None,
) -> None:
    """Проект отчёта: по записи на каждое мероприятие карты."""
    root = project_folder(project)
    path = _asked(path, "--for", "О какой карте отчёт, например krasnodar-krai/roadmap-2020-2021")
    corpus = load(root)
    _write_draft(root, lambda: asking.report(corpus, path=path, level=level, territory=territory, period=period), out)


@new.command("practice")
def new_practice(
    title: Annotated[str | None, typer.Argument(help="Название практики.")] = None,
    territory: Territory = None,
    level: Level = None,
    out: Out = None,
    project: Project = None,
) -> None:
    """Проект практики: все поля с пояснениями."""
    root, today = project_folder(project), datetime.date.today()  # noqa: DTZ011  # the day where the editor is
    title = _asked(title, "НАЗВАНИЕ", "Название практики")
    territory = _asked(territory, "--territory", "Папка территории, например krasnodar-krai/krasnodar")
    level = _asked(level, "--level", "Чья практика", LevelId)
    corpus = load(root)
    _write_draft(root, lambda: asking.practice(corpus, title=title, territory=territory, level=level, today=today), out)


@new.command("body")
def new_body(
    title: Annotated[str | None, typer.Argument(help="Полное название организации или роли.")] = None,
    short: Annotated[str | None, typer.Option("--short", help="Краткое название: ТМС.")] = None,
    territory: Annotated[str | None, typer.Option("--territory", help="В чей список; иначе в общий.")] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind", help="organisation (организация) или role (роль); иначе в общем списке роль, в территории – нет."
        ),
    ] = None,
    out: Out = None,
    project: Project = None,
) -> None:
    """Организация или роль: новый пункт в конце списка bodies.yaml."""
    root = project_folder(project)
    title = _asked(title, "НАЗВАНИЕ", "Полное название организации или роли")
    corpus = load(root)

    def made() -> Draft:
        existing = _text_of(root, asking.body_file(territory))
        return asking.body(corpus, title=title, short=short, territory=territory, kind=kind, existing=existing)

    _write_draft(root, made, out)


@new.command("territory")
def new_territory(
    path: Annotated[str, typer.Argument(help="Папка: krasnodar-krai/sochi.")],
    title: Annotated[str, typer.Option("--title", help="Название: Тула.")],
    genitive: Annotated[str, typer.Option("--genitive", help="Родительный падеж: Тулы.")],
    locative: Annotated[str, typer.Option("--locative", help="Где: «в Туле».")],
    out: Out = None,
    project: Project = None,
) -> None:
    """Новая территория: её папка и territory.yaml."""
    root = project_folder(project)
    corpus = load(root)
    _write_draft(
        root, lambda: asking.territory(corpus, path=path, title=title, genitive=genitive, locative=locative), out
    )


def _asked(given: str | None, option: str, question: str, choices: Iterable[str] = ()) -> str:
    """What is given, else what a person at the terminal answers; a program is told which option it lacks."""
    if given is not None:
        return given
    listed = ", ".join(choices)
    while sys.stdin.isatty():  # no prompt of typer's: it writes into the standard output, where the draft may go
        print(f"{question} ({listed}): " if listed else f"{question}: ", end="", file=sys.stderr, flush=True)
        answer = sys.stdin.readline()
        if answer.strip():
            return answer.strip()
        if not answer:
            break
    return refuse(f"Не указано: {option}. {question}.")


def _text_of(root: Path, file: str) -> str | None:
    """The text of a file that a draft is added to; none where it is not there."""
    if not (root / file).exists():
        return None
    text = read_text(root / file, file)
    if isinstance(text, Diagnostic):
        raise DraftError(f"{file}: {text.message}")
    return text


def _write_draft(root: Path, make: Callable[[], Draft], out: str | None) -> None:
    """Write a draft where it belongs or where it is asked for; what is there already stays."""
    try:
        draft = make()
    except DraftError as error:
        refuse(error)
    if out == "-":
        sys.stdout.buffer.write(draft.text.encode())
        return
    target = Path(out) if out else root / draft.file
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("w" if draft.replaces is not None and not out else "x", encoding="utf-8", newline="") as file:
            file.write(draft.text)
    except FileExistsError:
        print(f"Файл {target} уже есть, он не тронут. Другое имя: -o ФАЙЛ.", file=sys.stderr)
        raise typer.Exit(1) from None
    except OSError as error:
        print(f"Файл {target} не записан: {error.strerror}.", file=sys.stderr)
        raise typer.Exit(1) from None
    print(f"Записано: {target}. {draft.next}", file=sys.stderr)
