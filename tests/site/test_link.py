"""The command `dorkarta link`: what it proposes, and that it writes only what a person confirms."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from dorkarta.app import app
from dorkarta.records.loading import load

NAME = "zarechnaya-oblast/verkhnerechensk/report-2023-2024"
FILE = f"roadmaps/{NAME}.yaml"
ROOT = Path(__file__).resolve().parents[2]
UPPER = "zarechnaya-oblast/roadmap-2023-2024"


@pytest.fixture
def project(small_project: Path, tmp_path: Path) -> Path:
    """A small project whose report tells of a consultation that nobody has linked."""
    folder = Path(shutil.copytree(small_project, tmp_path / "project"))
    (folder / "mkdocs.yml").write_text("site_name: Проба\n", "utf-8")
    text = (folder / FILE).read_text("utf-8")
    third = """\
  - id: "3"
    title: Проведены консультации для школ города
    date: октябрь 2023 года
    responsible: [УО]
    # имена в отчёте есть
    withheld: [responsible]
"""
    (folder / FILE).write_text(text + third, "utf-8")
    return folder


def link(project: Path, *arguments: str, answers: str | None = None) -> Result:
    """Run the command on the report of the project."""
    return CliRunner().invoke(app, ["link", NAME, *arguments, "--project", str(project)], input=answers)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody sits at a terminal."""
    monkeypatch.setattr("dorkarta.commands.link._somebody_answers", lambda: True)


def _activity(project: Path, entry: int) -> str | None:
    return load(project).reports[NAME].content.entries[entry].activity


def test_shown(project: Path) -> None:
    """Without a terminal proposals are only shown: score, words, what speaks for and against; nothing is written."""
    before = (project / FILE).read_bytes()
    shown = link(project)
    assert shown.exit_code == 0
    assert shown.stdout.startswith(f"Отчёт {NAME}: 3 записи, с картой связано 1.\n")
    assert "3. Проведены консультации для школ города\n   октябрь 2023 года; описания нет; подтверждения нет\n" in (
        shown.stdout
    )
    assert f"% – Консультации для школ\n      {UPPER}#4, срок: по плану работы МОУО\n" in shown.stdout
    assert "за: слова «Консультации, школ»; пункт карты, о которой отчёт" in shown.stdout
    assert "Назначение муниципального координатора" not in shown.stdout
    assert "--accept" in shown.stderr
    assert (project / FILE).read_bytes() == before


def test_nothing_alike(project: Path) -> None:
    """Where nothing is like an entry, that is said."""
    text = (project / FILE).read_text("utf-8")
    (project / FILE).write_text(text.replace("Проведены консультации для школ города", "Ремонт крыши"), "utf-8")
    assert "3. Ремонт крыши\n   октябрь 2023 года; описания нет; подтверждения нет\n   похожих мероприятий нет\n" in (
        link(project).stdout
    )


def test_all(project: Path) -> None:
    """With `--all` what is linked is shown too, with its link."""
    shown = link(project, "--all")
    assert "1. Назначение муниципального координатора\n   20 сентября 2023 года" in shown.stdout
    assert f"   связана: {UPPER}#4 Консультации для школ\n" in shown.stdout


def test_json(project: Path) -> None:
    """Programs get the same as one document."""
    told: dict[str, Any] = json.loads(link(project, "--json").stdout)
    assert told["report"] == NAME
    first, second, third = told["entries"]
    assert (first["activity"], first["proposals"]) == (f"{UPPER}#4", [])
    assert third["remarks"] == second["remarks"] == ["описания нет", "подтверждения нет"]
    best = third["proposals"][0]
    assert (best["activity"], best["words"]) == (f"{UPPER}#4", ["Консультации", "школ"])
    assert 50 < best["score"] <= 100
    with_linked = json.loads(link(project, "--json", "--all").stdout)
    assert with_linked["entries"][0]["activity"]


def test_accepted(project: Path) -> None:
    """`--accept` writes one line at the place of its field, and nothing else changes."""
    before = (project / FILE).read_text("utf-8")
    done = link(project, "--accept", f"3={UPPER}#4")
    assert (done.exit_code, done.stdout) == (0, "")
    assert f"Запись 3 связана с {UPPER}#4.\nЗаписано: 1 связь" in done.stderr
    responsible = "    responsible: [УО]\n    # имена в отчёте есть\n"
    assert before.count(responsible) == 1
    line = f"    activity: {UPPER}#4\n"
    after = before.replace(responsible, responsible.replace("    #", f"{line}    #"))
    assert (project / FILE).read_text("utf-8") == after


def test_several_accepted(project: Path) -> None:
    """Several links are written at once."""
    done = link(project, "--accept", f"2={UPPER}#6", "--accept", "3=4")
    assert (done.exit_code, "2 связи" in done.stderr) == (0, True)
    assert [_activity(project, entry) for entry in (1, 2)] == [f"{UPPER}#6", f"{UPPER}#4"]


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize(
    ("answers", "activity"),
    [
        ("\n1\n", f"{UPPER}#4"),
        ("\n9\nдва\n1\n", f"{UPPER}#4"),
        ("\n\n", None),
        ("\nq\n", None),
        ("Й\n1\n", None),
        ("", None),
    ],
)
def test_asked(project: Path, answers: str, activity: str | None) -> None:
    """At a terminal a person answers with a number, with Enter or with q; a wrong answer is asked again."""
    before = (project / FILE).read_bytes()
    done = link(project, answers=answers)
    assert done.exit_code == 0
    assert "Номер, Enter – оставить, q – закончить: " in done.stderr
    assert ("Здесь бывает" in done.stderr) == ("9" in answers)
    assert _activity(project, 2) == activity
    assert ("Ничего не записано." in done.stderr) == ((project / FILE).read_bytes() == before)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--accept", "3"), "не понята"),
        (("--accept", f"3={UPPER}#99"), "Мероприятия"),
        (("--accept", f"3={UPPER}#4", "--json"), "вместе не работают"),
    ],
)
def test_wrong_use(project: Path, arguments: tuple[str, ...], told: str) -> None:
    """What cannot be done is said with the exit code 2, and nothing is written."""
    before = (project / FILE).read_bytes()
    refused = link(project, *arguments)
    assert (refused.exit_code, told in refused.stderr) == (2, True)
    assert (project / FILE).read_bytes() == before


def test_unknown_report(project: Path) -> None:
    """A report that is not there is wrong use, with a hint; one that cannot be read is told with its mistakes."""
    missing = CliRunner().invoke(app, ["link", f"{NAME[:-4]}2025", "--project", str(project)])
    assert (missing.exit_code, f"Возможно, «{NAME}»?" in missing.stderr) == (2, True)
    (project / FILE).write_text("title: [\n", "utf-8")
    unread = link(project)
    assert (unread.exit_code, "E002" in unread.stderr) == (1, True)


def test_by_file(project: Path) -> None:
    """A report may be named by its file."""
    shown = CliRunner().invoke(app, ["link", str(project / FILE), "--json", "--project", str(project)])
    assert (shown.exit_code, json.loads(shown.stdout)["report"]) == (0, NAME)


def test_error_prevents_writing(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If an error would come of a link, the file stays as it is."""
    before = (project / FILE).read_bytes()
    monkeypatch.setattr("dorkarta.fixing.project.harmless", lambda *_: [])
    refused = link(project, "--accept", f"3={UPPER}#4")
    assert (refused.exit_code, "появилась бы ошибка" in refused.stderr) == (1, True)
    assert (project / FILE).read_bytes() == before


def test_guide_shows_what_is_printed() -> None:
    """The answer that the guide shows is the answer of the command on the official report."""
    guide = (ROOT / "content" / "editors" / "reports.md").read_text("utf-8")
    (answer,) = re.findall(r"^```\n(15\. .*?)^```$", guide, re.MULTILINE | re.DOTALL)
    shown = CliRunner().invoke(app, ["link", "krasnodar-krai/krasnodar/report-2020-2021", "--project", str(ROOT)])
    assert answer in shown.stdout
