"""`dorkarta new`: drafts in their place, and a site that is built with them."""

import datetime
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html
from typer.testing import CliRunner, Result

from dorkarta.app import app
from dorkarta.checks.checking import check
from dorkarta.diagnostic import Severity
from dorkarta.pages import roadmap
from dorkarta.pages.edition import Edition, Settings
from dorkarta.pages.rendering import Renderer
from dorkarta.records.loading import load
from dorkarta.records.plan import plan_of
from dorkarta.records.threads import Threads
from dorkarta.site.checked import checked_corpus

ROOT = Path(__file__).resolve().parents[2]
KRAI = "krasnodar-krai/roadmap-2020-2021"
CITY = "krasnodar-krai/krasnodar"


def dorkarta(*arguments: str, project: Path) -> Result:
    """The command inside this very process, which nobody sits before."""
    return CliRunner().invoke(app, [*arguments, "--project", str(project)])


def new_roadmap(project: Path, *more: str, level: str = "municipality", territory: str = CITY) -> Result:
    upper = f"roadmaps/{KRAI}.yaml"
    return dorkarta(
        "new", "roadmap", "--from", upper, "--level", level, "--territory", territory, *more, project=project
    )


def test_a_draft_builds_and_the_thread_leads_both_ways(project: Path) -> None:
    """Drafts of a municipality and of a school, written by the command, pass the check and stand on linked pages."""
    assert new_roadmap(project, "--period", "2021-01-01/2021-12-31").exit_code == 0
    assert new_roadmap(project, "--school", "СОШ № 5", level="school").exit_code == 0
    corpus, problems = checked_corpus(project)
    assert [each for each in problems if each.severity is Severity.ERROR] == []
    plan = plan_of(corpus)
    threads = Threads(plan=plan)
    upper, lower = plan.by_key[f"{KRAI}#71"], plan.by_key[f"{CITY}/roadmap-2021#4"]
    assert threads.above(lower) == (upper,)
    assert lower in threads.below(upper)
    settings = Settings(site_name="Сайт", site_url="", edit_url=None)
    edition = Edition(plan=plan, as_of=datetime.date(2021, 3, 10), settings=settings)
    page = page_of(edition, f"{CITY}/roadmap-2021")
    assert len(page.xpath("//*[starts-with(@id, 'm-')]")) == 32
    assert page.xpath(f"//a[contains(@href, '{KRAI}/#m-71')]"), "a lower activity leads up"
    page = page_of(edition, KRAI)
    assert page.xpath("//a[contains(@href, 'krasnodar/roadmap-2021/#m-4')]"), "an upper activity leads down"


def page_of(edition: Edition, path: str) -> html.HtmlElement:
    """The content of a roadmap's page."""
    page = roadmap.make(edition, edition.corpus.roadmaps[path])
    return html.fromstring(Renderer(ROOT / "theme" / "blocks").block(page, page.url))


def test_nothing_is_overwritten(project: Path) -> None:
    """A second draft of the same name is refused, and the first stays as it is."""
    file = project / "roadmaps" / CITY / "roadmap-2020-2021.yaml"
    assert new_roadmap(project).exit_code == 0
    file.write_text("моё", encoding="utf-8")
    again = new_roadmap(project)
    assert again.exit_code == 1
    assert "уже есть, он не тронут" in again.stderr
    assert file.read_text("utf-8") == "моё"


def test_a_territory_comes_first(project: Path) -> None:
    """A folder that nobody described is refused with the command that describes it; after it the draft is made."""
    refused = new_roadmap(project, territory="krasnodar-krai/sochi")
    assert refused.exit_code == 2
    assert "dorkarta new territory krasnodar-krai/sochi" in refused.stderr
    names = ("--title", "Сочи", "--genitive", "Сочи", "--locative", "в Сочи")
    assert dorkarta("new", "territory", "krasnodar-krai/sochi", *names, project=project).exit_code == 0
    assert new_roadmap(project, territory="krasnodar-krai/sochi").exit_code == 0
    assert dorkarta("check", project=project).exit_code == 0


def test_a_practice_is_drafted_and_asked_to_be_filled_in(project: Path) -> None:
    """The file bears the title in Latin letters; the check names what is empty."""
    made = dorkarta(
        "new", "practice", "Сетевые пары: школа – школе", "--territory", CITY, "--level", "school", project=project
    )
    assert made.exit_code == 0
    assert (project / "content" / "practices" / "setevye-pary-shkola-shkole.md").exists()
    checked = dorkarta("check", project=project)
    assert checked.exit_code == 1
    assert "setevye-pary-shkola-shkole.md" in checked.stderr
    assert "Поле «problem» обязательно, а здесь оно пусто." in checked.stderr


def test_a_report_and_a_body_are_begun(project: Path) -> None:
    """A report has a row for all that is planned, a body stands at the end of its list; both pass the check."""
    listed = project / "roadmaps" / CITY / "bodies.yaml"
    before = listed.read_text("utf-8")
    assert (
        dorkarta("new", "body", "Совет школ города", "--short", "Совет", "--territory", CITY, project=project).exit_code
        == 0
    )
    assert listed.read_text("utf-8").startswith(before)
    again = dorkarta("new", "body", "Совет", "--territory", CITY, project=project)
    assert (again.exit_code, "«Совет» уже есть" in again.stderr) == (2, True)
    asked = ("--for", f"roadmaps/{KRAI}.yaml", "--territory", CITY, "--period", "2021-01-01/2021-12-31")
    assert dorkarta("new", "report", *asked, project=project).exit_code == 0
    assert (project / "roadmaps" / CITY / "report-2021.yaml").exists()
    assert [each for each in check(load(project)) if each.severity is Severity.ERROR] == []


@pytest.mark.parametrize(
    ("arguments", "option"),
    [
        (("report",), "--for"),
        (("roadmap", "--from", KRAI), "--level"),
        (("practice", "Пары"), "--territory"),
        (("body",), "НАЗВАНИЕ"),
    ],
)
def test_a_program_is_told_what_is_missing(project: Path, arguments: tuple[str, ...], option: str) -> None:
    """Without a person at a terminal nothing is asked: exit code 2 and the name of the option."""
    refused = dorkarta("new", *arguments, project=project)
    assert (refused.exit_code, f"Не указано: {option}." in refused.stderr) == (2, True)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
def test_a_person_is_asked(small_project: Path) -> None:
    """At a terminal the command asks for what it was not told, and goes on with the answers."""
    terminal, other_end = pty.openpty()
    command = [sys.executable, "-m", "dorkarta", "new", "practice", "-o", "-"]
    os.write(terminal, "Сетевые пары\n\nkrasnodar-krai\nregion\n".encode())
    done = subprocess.run(command, cwd=small_project, stdin=other_end, capture_output=True, text=True, check=False)
    os.close(terminal)
    os.close(other_end)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("---\n")
    assert "\ntitle: Сетевые пары\n" in done.stdout
    assert done.stderr.count("Папка территории") == 2, "an empty answer is none"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("roadmap", "--from", "krasnodar-krai/roadmap-2020", "--level", "school", "--territory", CITY), "Возможно"),
        (("roadmap", "--from", KRAI, "--level", "город", "--territory", CITY), "Уровня «город» нет"),
        (("roadmap", "--from", KRAI, "--level", "municipality", "--territory", "krasnodar-krai"), "не муниципалитет"),
        (("roadmap", "--from", KRAI, "--level", "school", "--territory", CITY, "--period", "2021"), "Период «2021»"),
        (("roadmap", "--from", KRAI, "--level", "school", "--territory", "../x"), "не папка территории"),
        (("practice", "№", "--territory", CITY, "--level", "school"), "ни букв, ни цифр"),
        (("practice", "П\x1bП", "--territory", CITY, "--level", "school"), "не видно"),
        (
            ("territory", "novaya/gorod", "--title", "Г", "--genitive", "Г", "--locative", "в Г"),
            "Региона novaya ещё нет",
        ),
    ],
)
def test_what_cannot_be_made_is_said(tmp_path: Path, arguments: tuple[str, ...], words: str) -> None:
    """A sentence in Russian and the exit code 2; nothing is written."""
    root = Path(__file__).resolve().parents[2]
    refused = dorkarta("new", *arguments, "-o", str(tmp_path / "draft"), project=root)
    assert refused.exit_code == 2
    assert words in refused.stderr
    assert not (tmp_path / "draft").exists()
