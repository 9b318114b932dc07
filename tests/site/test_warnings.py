"""A warning is printed and stops nothing."""

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from typer.testing import CliRunner

from dorkarta.app import app
from dorkarta.site.plugin import DorkartaPlugin

CITY = "roadmaps/krasnodar-krai/krasnodar/roadmap-2021.yaml"
ROADMAP = """title: Дорожная карта города Краснодара
level: municipality
period: 2021-01-01/2021-12-31
source: {title: Дорожная карта города Краснодара}
reviewed: 2026-11-22
sections:
  - id: s1
    title: Мероприятия
    activities:
      - id: "1"
        title: Организация мастер-классов
        implements: krasnodar-krai/roadmap-2020-2021#85
"""
WARNING = "предупреждение W261: На 31 мероприятие карты"
AS_OF = "2026-11-22"
PLACE = " --> roadmaps/krasnodar-krai/krasnodar/roadmap-2021.yaml:1:8"


@pytest.fixture
def warned(project: Path) -> Path:
    """A project in which a city answers one of the 32 demands of its region."""
    (project / CITY).write_text(ROADMAP, encoding="utf-8")
    return project


def _start_build(project: Path) -> None:
    config = load_config(str(project / "mkdocs.yml"))
    plugin = config.plugins["dorkarta"]
    assert isinstance(plugin, DorkartaPlugin)
    plugin.config.as_of = AS_OF
    plugin.on_pre_build(config=config)


def test_check(warned: Path) -> None:
    """`check` prints the one warning with its demands and ends with 0."""
    done = CliRunner().invoke(app, ["check", "--as-of", AS_OF, "--project", str(warned)])
    assert done.exit_code == 0
    assert done.stderr.startswith(WARNING)
    assert done.stderr.splitlines()[1] == PLACE
    assert ": 68, 69, 70, 71," in done.stderr
    assert ", 84, 86," in done.stderr
    assert done.stderr.splitlines()[-1] == "1 предупреждение"
    assert done.stdout.startswith("Ошибок нет.")


def test_build(warned: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A build goes on after it has printed the warning."""
    _start_build(warned)
    assert capsys.readouterr().err.startswith(WARNING)


def test_export(warned: Path) -> None:
    """`export` prints the warning and gives the file."""
    record = "krasnodar-krai/krasnodar/roadmap-2021"
    done = CliRunner().invoke(app, ["export", record, "--format", "json", "-o", "-", "--project", str(warned)])
    assert done.exit_code == 0
    assert done.stderr.startswith(WARNING)
    assert done.stdout.startswith("{")


def test_error_beside_a_warning(warned: Path) -> None:
    """An error stops the work, and the warning is printed with it."""
    (warned / CITY).write_text(ROADMAP.replace("#85", "#885"), encoding="utf-8")
    done = CliRunner().invoke(app, ["check", "--as-of", AS_OF, "--project", str(warned)])
    assert done.exit_code == 1
    assert done.stderr.splitlines()[-1] == "1 ошибка, 1 предупреждение"
    with pytest.raises(Abort):
        _start_build(warned)
