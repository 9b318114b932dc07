"""The verdict on a project: kept as long as nothing has changed, and never longer."""

import datetime
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dorkarta.app import app
from dorkarta.commands.again import told_again
from dorkarta.site.verdict import last_verdict, verdict_of

DAY = datetime.date(2024, 6, 1)
CITY = "roadmaps/zarechnaya-oblast/verkhnerechensk"
BROKEN = "documents:\n  - {id: order-12}\n"
WARNED = """\
title: Дорожная  карта
level: municipality
period: 2023-09-01/2024-08-31
source: {title: Дорожная карта}
reviewed: 2024-05-01
sections: [{id: s, title: Мероприятия, activities: [{id: "1", title: Консультации}]}]
"""


@pytest.fixture
def project(small_project: Path, tmp_path: Path) -> Path:
    """The small project with a configuration and a warning."""
    project = tmp_path / "project"
    shutil.copytree(small_project, project)
    (project / "mkdocs.yml").write_text("site_name: Сайт\nsite_url: https://example.org/\n", encoding="utf-8")
    (project / CITY / "roadmap-2023-2024.yaml").write_text(WARNED, encoding="utf-8")
    return project


def test_kept_as_it_was(project: Path) -> None:
    """The last verdict is the first one, with the lines and places of its problems."""
    assert last_verdict(project, as_of=DAY) is None
    verdict = verdict_of(project, as_of=DAY)
    assert {"W303"} <= {each.code for each in verdict.problems}
    assert all(each.excerpt for each in verdict.problems)
    assert last_verdict(project, as_of=DAY) == verdict_of(project, as_of=DAY) == verdict


def _change(project: Path) -> None:
    (project / CITY / "documents.yaml").write_text(BROKEN, encoding="utf-8")


def _add(project: Path) -> None:
    (project / CITY / "новая.yml").write_text("", encoding="utf-8")


def _delete(project: Path) -> None:
    (project / CITY / "roadmap-2023-2024.yaml").unlink()


def _pose(project: Path) -> None:
    (project / CITY / "roadmap-2030.yaml").mkdir()


def _write_prose(project: Path) -> None:
    (project / "content").mkdir(exist_ok=True)
    (project / "content" / "new.md").write_text("<!-- block: нет -->", encoding="utf-8")


def _move_the_site(project: Path) -> None:
    (project / "mkdocs.yml").write_text("site_name: Сайт\nsite_url: https://example.com/\n", encoding="utf-8")


@pytest.mark.parametrize("change", [_change, _add, _delete, _pose, _write_prose, _move_the_site])
def test_what_has_changed_is_checked(project: Path, change: Callable[[Path], None]) -> None:
    """Whatever a check looks at makes a new verdict; back again, the old one would be right, but is gone."""
    before = verdict_of(project, as_of=DAY)
    change(project)
    assert last_verdict(project, as_of=DAY) is None
    assert verdict_of(project, as_of=DAY) != before


def test_another_day_another_program(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A verdict is of one day, and of one program with its libraries."""
    verdict_of(project, as_of=DAY)
    assert last_verdict(project, as_of=DAY + datetime.timedelta(days=1)) is None
    for made_with in ("of_our_code", "of_installed"):
        with monkeypatch.context() as patch:
            patch.setattr(f"dorkarta.fingerprint.{made_with}", lambda *_: "other")
            assert last_verdict(project, as_of=DAY) is None
    assert last_verdict(project, as_of=DAY) is not None


def test_changed_meanwhile(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What changes while it is checked leaves no verdict behind."""

    def site_url_of(project: Path) -> str:
        _change(project)
        return ""

    monkeypatch.setattr("dorkarta.site.checked.site_url_of", site_url_of)
    verdict_of(project, as_of=DAY)
    assert last_verdict(project, as_of=DAY) is None


@pytest.mark.parametrize("damaged", [b"", b"{", b"[]", b"null", b'{"key": 1}'])
def test_damaged(project: Path, damaged: bytes) -> None:
    """A torn file is no verdict; neither is one with the right key and nothing in it."""
    verdict = verdict_of(project, as_of=DAY)
    (kept,) = (project / ".cache").rglob("verdict.json")
    whole = kept.read_bytes()
    for content in (damaged, whole[:-20], whole.replace(b'"problems"', b'"others"')):
        kept.write_bytes(content)
        assert last_verdict(project, as_of=DAY) is None
    assert verdict_of(project, as_of=DAY) == verdict


@pytest.mark.parametrize("options", [(), ("--strict",), ("--all",)])
@pytest.mark.parametrize("change", [lambda _: None, _change, _delete])
def test_told_again(
    project: Path, options: tuple[str, ...], change: Callable[[Path], None], capsys: pytest.CaptureFixture[str]
) -> None:
    """What is told without the library of options is what the command tells, with the same exit code."""
    change(project)
    words = ["check", "--project", str(project), "--as-of", f"{DAY}", *options]
    assert told_again(words) is None
    told = CliRunner().invoke(app, words)
    assert told_again(words) == told.exit_code
    assert tuple(capsys.readouterr()) == (told.stdout, told.stderr)


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["build"],
        ["check", "--help"],
        ["check", "roadmaps"],
        ["check", "--format", "json"],
        ["check", "--as-of"],
        ["check", "--as-of", "2024-6-1"],
        ["check", "--as-of", "2024-02-30"],
        ["check", "--project", "/nowhere"],
    ],
)
def test_other_words(project: Path, words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """All else is for the command, which knows more options and tells what is wrong with them."""
    monkeypatch.chdir(project)
    verdict_of(project, as_of=DAY)
    assert told_again(words) is None
