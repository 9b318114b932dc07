"""`dorkarta new`: drafts in their place, and a site that is built with them."""

import datetime
import os
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html

from dorkarta.diagnostic import Severity
from dorkarta.records.plan import plan_of
from dorkarta.records.threads import Threads
from dorkarta.site.building import build
from dorkarta.site.checked import checked_corpus

KRAI = "krasnodar-krai/roadmap-2020-2021"
CITY = "krasnodar-krai/krasnodar"


def dorkarta(*arguments: str, project: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONUTF8": "1", "NO_COLOR": "1"}
    command = [sys.executable, "-m", "dorkarta", *arguments]
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)


def new_roadmap(
    project: Path, *more: str, level: str = "municipality", territory: str = CITY
) -> subprocess.CompletedProcess[str]:
    upper = f"roadmaps/{KRAI}.yaml"
    return dorkarta(
        "new", "roadmap", "--from", upper, "--level", level, "--territory", territory, *more, project=project
    )


def test_a_draft_builds_and_the_thread_leads_both_ways(project: Path) -> None:
    """Drafts of a municipality and of a school, written by the command, pass the check and stand on linked pages."""
    assert new_roadmap(project, "--period", "2021-01-01/2021-12-31").returncode == 0
    assert new_roadmap(project, "--school", "СОШ № 5", level="school").returncode == 0
    corpus, problems = checked_corpus(project)
    assert [each for each in problems if each.severity is Severity.ERROR] == []
    plan = plan_of(corpus)
    threads = Threads(plan=plan)
    upper, lower = plan.by_key[f"{KRAI}#71"], plan.by_key[f"{CITY}/roadmap-2021#4"]
    assert threads.above(lower) == (upper,)
    assert lower in threads.below(upper)
    build(project, out=project / "site", as_of=datetime.date(2021, 3, 10))
    page = html.parse(str(project / "site" / "roadmaps" / CITY / "roadmap-2021" / "index.html"))
    assert len(page.xpath("//*[starts-with(@id, 'm-')]")) == 32
    links = page.xpath(f"//a[contains(@href, '{KRAI}/#m-71')]")
    assert links, "a lower activity leads up"
    page = html.parse(str(project / "site" / "roadmaps" / KRAI / "index.html"))
    assert page.xpath("//a[contains(@href, 'krasnodar/roadmap-2021/#m-4')]"), "an upper activity leads down"
    school = project / "site" / "roadmaps" / CITY / "roadmap-sosh-5-2020-2021" / "index.html"
    assert school.exists()


def test_nothing_is_overwritten(project: Path) -> None:
    """A second draft of the same name is refused, and the first stays as it is."""
    file = project / "roadmaps" / CITY / "roadmap-2020-2021.yaml"
    assert new_roadmap(project).returncode == 0
    file.write_text("моё", encoding="utf-8")
    again = new_roadmap(project)
    assert again.returncode == 1
    assert "уже есть, он не тронут" in again.stderr
    assert file.read_text("utf-8") == "моё"


def test_a_territory_comes_first(project: Path) -> None:
    """A folder that nobody described is refused with the command that describes it; after it the draft is made."""
    refused = new_roadmap(project, territory="krasnodar-krai/sochi")
    assert refused.returncode == 2
    assert "dorkarta new territory krasnodar-krai/sochi" in refused.stderr
    names = ("--title", "Сочи", "--genitive", "Сочи", "--locative", "в Сочи")
    assert dorkarta("new", "territory", "krasnodar-krai/sochi", *names, project=project).returncode == 0
    assert new_roadmap(project, territory="krasnodar-krai/sochi").returncode == 0
    assert dorkarta("check", project=project).returncode == 0


def test_a_practice_is_drafted_and_asked_to_be_filled_in(project: Path) -> None:
    """The file bears the title in Latin letters; the check names what is empty."""
    made = dorkarta(
        "new", "practice", "Сетевые пары: школа – школе", "--territory", CITY, "--level", "school", project=project
    )
    assert made.returncode == 0
    assert (project / "content" / "practices" / "setevye-pary-shkola-shkole.md").exists()
    checked = dorkarta("check", project=project)
    assert checked.returncode == 1
    assert "setevye-pary-shkola-shkole.md" in checked.stderr
    assert "Поле «problem» обязательно, а здесь оно пусто." in checked.stderr


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
def test_what_cannot_be_made_is_said(
    tmp_path: Path, small_project: Path, arguments: tuple[str, ...], words: str
) -> None:
    """A sentence in Russian and the exit code 2; nothing is written."""
    root = Path(__file__).resolve().parents[2]
    refused = dorkarta("new", *arguments, "-o", str(tmp_path / "draft"), "--project", str(root), project=small_project)
    assert refused.returncode == 2
    assert words in refused.stderr
    assert not (tmp_path / "draft").exists()
