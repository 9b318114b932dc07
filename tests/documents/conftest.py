"""Papers for the tests of writers."""

import datetime
import json
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

import pytest

from dorkarta.documents.paper import Column, Fact, Paper, Remark, Row, RowKind, Table, Width

MARKUP: tuple[str, ...] = tuple(
    json.loads((Path(__file__).resolve().parent.parent / "cases" / "markup" / "strings.json").read_text("utf-8"))
)
"""Texts that look like the markup of some format, and texts that fonts and writers find hard."""

COLUMNS = (
    Column(key="number", title="№ п/п", width=Width.NUMBER),
    Column(key="title", title="Наименование мероприятия", width=Width.LONG),
    Column(key="deadline", title="Сроки исполнения", width=Width.SHORT),
    Column(key="responsible", title="Ответственные", width=Width.SHORT),
)
MOMENT = datetime.datetime(2021, 3, 10, 12, tzinfo=datetime.UTC)


class PaperWith(Protocol):
    """Makes a paper with a table of four columns, an item for every title."""

    def __call__(self, titles: Sequence[str]) -> Paper:
        """The paper."""


@pytest.fixture(scope="session")
def markup() -> tuple[str, ...]:
    """Texts that must come back literally from every format."""
    return MARKUP


@pytest.fixture(scope="session")
def paper_with() -> PaperWith:
    """A paper with given titles of activities."""
    return _paper_with


def _paper_with(titles: Sequence[str]) -> Paper:
    items = tuple(
        Row(kind=RowKind.ITEM, id=str(n), cells=(f"{n}.", title, "март 2021", "ИРО КК"))
        for n, title in enumerate(titles, 1)
    )
    section = Row(kind=RowKind.SECTION, id="s", cells=("1. Раздел первый",))
    return Paper(
        stem="roadmaps/test/roadmap-2021",
        name="Муниципальная дорожная карта: Проба, 2021",
        title="Дорожная карта мероприятий на 2021 год",
        appendix="Приложение № 1 к письму",
        grif=("УТВЕРЖДЕНО", "Начальник управления образования", "10 марта 2021 г."),
        facts=(Fact(label="Цель", value="создание условий"),),
        tables=(Table(columns=COLUMNS, rows=(section, *items)),),
        remarks=(Remark(number=1, where="Пункт 1", kind="Исправлено", text="буква в слове"),),
        sources=("Источник: проба (распознанный скан).",),
        address="roadmaps/test/roadmap-2021/",
        live="https://example.org/shnor/roadmaps/test/roadmap-2021/",
        publisher="Дорожные карты поддержки школ",
        changed=MOMENT.date(),
        moment=MOMENT,
    )


Office = Callable[[Mapping[str, bytes], str], dict[str, bytes]]


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Lets LibreOffice convert files at once: their names and bytes, the format → the files that came out, by name."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip(
            "LibreOffice нет (apt-get install libreoffice-writer-nogui libreoffice-calc-nogui): "
            "файл прочитан только другими программами"
        )
    profile = tmp_path_factory.mktemp("libreoffice")

    def convert(files: Mapping[str, bytes], target: str) -> dict[str, bytes]:
        folder = tmp_path_factory.mktemp("converted")
        for name, data in files.items():
            (folder / name).write_bytes(data)
        own = f"-env:UserInstallation={profile.as_uri()}"
        sources = [folder / name for name in files]
        command = (program, own, "--headless", "--convert-to", target, "--outdir", folder / "out", *sources)
        subprocess.run([str(word) for word in command], check=True, capture_output=True)
        return {path.name: path.read_bytes() for path in (folder / "out").iterdir()}

    return convert


@pytest.fixture(scope="session")
def told() -> Callable[[Paper], list[str]]:
    """What a paper says, line by line, for a reader of tests."""
    return _told


def _told(paper: Paper) -> list[str]:
    lines = [paper.title, *(f"{fact.label}: {fact.value}" for fact in paper.facts)]
    for table in paper.tables:
        lines += [f"# {table.title}", *([table.lead] if table.lead else [])]
        lines.append(" | ".join(f"{each.group}: {each.title}" if each.group else each.title for each in table.columns))
        for row in table.rows:
            mark = {RowKind.SECTION: "§ ", RowKind.PART: "– "}.get(row.kind, "")
            remarks = "".join(f" [{number}]" for number in row.remarks)
            lines.append(mark + " | ".join((cell or "").replace("\n", " / ") for cell in row.cells) + remarks)
    lines += [f"[{each.number}] {each.where}: {each.kind}: {each.text}" for each in paper.remarks]
    return [line.rstrip() for line in lines]
