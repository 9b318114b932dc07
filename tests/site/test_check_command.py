"""The command `dorkarta check`: what it prints in which format, what it leaves out, and how it ends."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from dorkarta.app import app
from dorkarta.documents.export import FORMATS as EXPORT_FORMATS
from dorkarta.pages.block_names import BLOCK_NAMES
from dorkarta.pages.making import BLOCKS
from dorkarta.site.checked import site_url_of
from dorkarta.site.recording import FILE as DEBTS

AS_OF = "2024-06-01"
CITY = "roadmaps/zarechnaya-oblast/verkhnerechensk"
ROADMAP = f"{CITY}/roadmap-2023-2024.yaml"
WARNED = """\
title: Дорожная карта
level: municipality
period: 2023-09-01/2024-08-31
source: {title: Дорожная карта}
approved: {by: УО, date: 2023-08-30}
reviewed: 2024-05-01
sections:
  - id: s
    title: Мероприятия
    activities:
      - {id: "1", title: Консультации, implements: zarechnaya-oblast/roadmap-2023-2024#4}
"""
"""It leaves one demand of the region without an answer."""


@pytest.fixture
def project(small_project: Path, tmp_path: Path) -> Path:
    """The small project with a configuration, to be broken."""
    shutil.copytree(small_project, tmp_path / "project")
    (tmp_path / "project" / "mkdocs.yml").write_text(
        "site_name: Сайт\nsite_url: https://example.org/shnor/\n"
        "markdown_extensions:\n  - x:\n      y: !!python/name:z ''\n",
        encoding="utf-8",
    )
    return tmp_path / "project"


@pytest.fixture
def warned(project: Path) -> Path:
    """The project with one warning."""
    (project / ROADMAP).write_text(WARNED, encoding="utf-8")
    return project


def _check(project: Path, *options: str) -> Result:
    return CliRunner().invoke(app, ["check", "--project", str(project), "--as-of", AS_OF, *options])


def _break(project: Path) -> None:
    (project / f"{CITY}/documents.yaml").write_text("documents:\n  - {id: order-12}\n", encoding="utf-8")


def test_clean(project: Path) -> None:
    """Without problems the command says what was checked and ends with 0."""
    done = _check(project)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("Ошибок нет. Проверено: 1 дорожная карта")


def test_error(project: Path) -> None:
    """An error is told with its line, its page and the count, and the command ends with 1."""
    _break(project)
    done = _check(project)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == (
        "ошибка E007: Нет обязательного поля «kind».\n"
        f" --> {CITY}/documents.yaml:2:5\n"
        "  |\n"
        "2 |   - {id: order-12}\n"
        "  |     ^^^^^^^^^^^^^^\n"
        "\n"
        "Подробнее о правилах:\n"
        "  https://example.org/shnor/editors/rules/E007/\n"
        "\n"
        "1 ошибка\n"
    )


@pytest.mark.parametrize(("options", "code"), [((), 0), (("--strict",), 1)])
def test_strict(warned: Path, options: tuple[str, ...], code: int) -> None:
    """A warning lets a check pass, unless it is strict."""
    done = _check(warned, *options)
    assert done.exit_code == code
    assert "предупреждение W261" in done.stderr
    assert done.stdout.startswith("Ошибок нет.") == (code == 0)


def test_json(warned: Path) -> None:
    """JSON goes to the standard output, alone, and the exit code is the same."""
    done = _check(warned, "--format", "json")
    assert (done.exit_code, done.stderr) == (0, "")
    assert [each["code"] for each in json.loads(done.stdout)["problems"]] == ["W261"]
    _break(warned)
    assert _check(warned, "--format", "json").exit_code == 1


def test_nothing_to_tell_machines(project: Path) -> None:
    """Without problems every format is still whole: an empty list, or no line."""
    assert json.loads(_check(project, "--format", "json").stdout)["problems"] == []
    assert json.loads(_check(project, "--format", "gitlab").stdout) == []
    assert _check(project, "--format", "github").stdout == ""


def test_places_are_those_of_the_text(warned: Path) -> None:
    """Every format names the words that are meant, not the beginning of their field."""
    text = WARNED.replace("title: Мероприятия", "title: >-\n      Мероприятия для\n      школ  района")
    (warned / ROADMAP).write_text(text, encoding="utf-8")
    (problem,) = [
        each for each in json.loads(_check(warned, "--format", "json").stdout)["problems"] if each["code"] == "W303"
    ]
    assert (problem["line"], problem["source"]) == (11, "      школ  района")
    assert f"file={ROADMAP},line=11,col=" in _check(warned, "--format", "github").stdout
    assert f"--> {ROADMAP}:11:" in _check(warned).stderr
    issues = json.loads(_check(warned, "--format", "gitlab").stdout)
    assert {"path": ROADMAP, "lines": {"begin": 11}} in [issue["location"] for issue in issues]


@pytest.mark.parametrize("named", [ROADMAP, CITY, "."])
def test_files(warned: Path, named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files and folders limit what is told and what the command ends with, not what is read."""
    monkeypatch.chdir(warned)
    (warned / "roadmaps/registry/forms.yaml").write_text("forms: {}\n", encoding="utf-8")
    done = _check(warned, named)
    assert ("E006" in done.stderr) == (named == ".")
    assert "W261" in done.stderr
    assert done.exit_code == (1 if named == "." else 0)
    assert ("В других файлах ещё: 1 ошибка." in done.stderr) == (named != ".")
    assert done.stdout == ("" if named == "." else "В названных файлах ошибок нет.\n")


@pytest.mark.parametrize("named", ["нет.yaml", "/", ".."])
def test_foreign_files(warned: Path, named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is not there, or lies outside the project, is wrong use."""
    monkeypatch.chdir(warned)
    done = _check(warned, named)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == f"Файла «{named}» в проекте нет.\n"


def test_debts(warned: Path) -> None:
    """Recorded once, a warning is old debt: counted, shown when asked for, paid when it is gone."""
    done = _check(warned, "--record-debts")
    assert (done.exit_code, done.stdout) == (0, f"Записано: 1 долг ({DEBTS}).\n")
    assert f"since: {AS_OF}" in (warned / DEBTS).read_text("utf-8")
    done = _check(warned, "--strict")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.endswith("Старый долг: 1 предупреждение.\n")
    done = _check(warned, "--all", "--strict")
    assert done.exit_code == 0
    assert done.stderr.startswith("предупреждение W261 (старый долг): На 1 мероприятие")
    assert json.loads(_check(warned, "--all", "--format", "json").stdout)["problems"][0]["old"] is True
    (warned / ROADMAP).write_text(WARNED.replace("#4}", "[…]}").replace("[…]", "#4"), encoding="utf-8")
    (warned / ROADMAP).unlink()
    assert "предупреждение W291" in _check(warned).stderr
    done = _check(warned, "--record-debts")
    assert (done.exit_code, done.stdout) == (0, f"Осталось долгов: 0 ({DEBTS}).\n")
    assert _check(warned, "--strict").exit_code == 0


def test_debts_do_not_grow(warned: Path) -> None:
    """A list that is there takes no new warnings, but what is paid is taken out of it."""
    _check(warned, "--record-debts")
    before = (warned / DEBTS).read_text("utf-8")
    (warned / ROADMAP).write_text(WARNED.replace("Консультации", "Урок  труда"), encoding="utf-8")
    done = _check(warned, "--record-debts")
    assert done.exit_code == 2
    assert done.stderr.startswith("Список долгов есть и может только убывать. Новых предупреждений: 1;")
    assert (warned / DEBTS).read_text("utf-8") == before


def test_no_debts_with_errors(warned: Path) -> None:
    """While there are errors nothing is recorded: nobody knows which warnings they hide."""
    _break(warned)
    done = _check(warned, "--record-debts")
    assert done.exit_code == 1
    assert "ошибка E007" in done.stderr
    assert not (warned / DEBTS).exists()


def test_nothing_to_record(project: Path) -> None:
    """Without warnings no list is begun."""
    assert _check(project, "--record-debts").stdout == "Предупреждений нет, записывать нечего.\n"
    assert not (project / DEBTS).exists()


@pytest.mark.usefixtures("repository")
def test_base(warned: Path) -> None:
    """With a base, what may not change is looked at; without one it is not."""
    (warned / ROADMAP).write_text(WARNED.replace('id: "1"', 'id: "7"'), encoding="utf-8")
    assert _check(warned).exit_code == 0
    done = _check(warned, "--base", "HEAD")
    assert done.exit_code == 1
    assert "ошибка E270" in done.stderr


@pytest.fixture
def repository(warned: Path) -> None:
    """The project as it is, committed."""
    for arguments in (
        ["init", "--quiet"],
        ["add", "."],
        ["-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "--quiet", "-m", "Записи"],
    ):
        subprocess.run(["git", *arguments], cwd=warned, check=True)  # noqa: S607  # git is wherever it is


def test_unknown_base(warned: Path) -> None:
    """A base that is not there is wrong use."""
    done = _check(warned, "--base", "нет")
    assert (done.exit_code, done.stdout) == (2, "")
    assert any("а" <= letter <= "я" for letter in done.stderr)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chek"], "Команды «chek» нет. Возможно, «check»?\n[]"),
        (["check", "--stric"], "Параметра «--stric» нет. Возможно, «--strict»?\n[check]"),
        (["check", "--format"], "У параметра «--format» нет значения.\n"),
        (["check", "--strict=1"], "У параметра «--strict» не бывает значения.\n"),
        (["check", "--format", "xml"], "Вида «xml» нет. Бывают: text, json, github, gitlab.\n"),
        (
            ["check", "--as-of", "01.06.2024"],
            "Значение не подходит: --as-of. Каким днём считать сегодня, ГГГГ-ММ-ДД.\n[check]",
        ),
        (["serve", "а", "б"], "Лишнее в команде: а б.\n[serve]"),
        (
            ["export"],
            "Не указано: RECORD. Запись: krasnodar-krai/roadmap-2020-2021 или её файл.\n[export]",
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_use(arguments: list[str], said: str, warned: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a command does not understand it says in Russian, with the way to its help in the end, and ends with 2."""
    said = re.sub(r"\[(\w*)\]$", r"Справка: dorkarta \1 --help\n", said).replace("  ", " ")
    monkeypatch.chdir(warned)
    done = CliRunner().invoke(app, arguments, prog_name="dorkarta")
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", said)


def test_every_parameter_is_explained() -> None:
    """Whatever is given wrongly, there are Russian words about what is right."""
    group = typer.main.get_command(app)
    commands = list(group.commands.values())  # type: ignore[attr-defined]  # the app is a group
    for command in commands:
        for parameter in command.params:
            words = getattr(parameter, "help", None) or ""
            assert any("а" <= letter <= "я" for letter in words), (command.name, parameter.name)


def test_formats_of_export_are_told() -> None:
    """The help of `export` names all its formats; it does not import them."""
    told = CliRunner().invoke(app, ["export", "--help"]).stdout
    assert [name for name in EXPORT_FORMATS if name not in told] == []


def test_blocks_are_named() -> None:
    """The names that a check knows are those of the blocks that pages make."""
    assert sorted(BLOCK_NAMES) == sorted(BLOCKS)


def test_what_a_check_imports() -> None:
    """A check loads neither MkDocs nor the makers of pages and documents: half of its time would go there."""
    script = "import sys, dorkarta.cli; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    heavy = {"mkdocs", "jinja2", "fontTools", "typst", "dorkarta.pages.making", "dorkarta.documents.pdf"}
    assert heavy & set(loaded) == set()


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("site_url: https://example.org/\n", "https://example.org/"),
        ("site_name: Сайт\n", ""),
        ("site_url: [a]\n", ""),
        ("- site_url\n", ""),
        ("site_url: [\n", ""),
        ("[a]: b\nsite_url: !ENV [A, B]\n", ""),
        ("", ""),
    ],
)
def test_address_of_the_site(text: str, address: str, tmp_path: Path) -> None:
    """The address is read as far as it stands plainly in the configuration."""
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert site_url_of(tmp_path) == address


def test_prose_that_cannot_be_read(project: Path) -> None:
    """A page of prose in another encoding is told of, not stumbled over."""
    (project / "content").mkdir()
    (project / "content" / "about.md").write_bytes("# О проекте".encode("cp1251"))
    done = _check(project)
    assert done.exit_code == 1
    assert "ошибка E001: Файл сохранён не в кодировке UTF-8.\n --> content/about.md:1:3\n" in done.stderr
