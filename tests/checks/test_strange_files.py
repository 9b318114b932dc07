"""Files that git or an editor would not keep as they are, so the tests make them."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from dorkarta.checks.checking import check
from dorkarta.diagnostic import Diagnostic
from dorkarta.records.loading import load

FILE = "roadmaps/zarechnaya-oblast/verkhnerechensk/documents.yaml"


@pytest.fixture
def project(small_project: Path, tmp_path: Path) -> Path:
    """A copy of the small project."""
    return shutil.copytree(small_project, tmp_path / "project")


def _problems_with(project: Path, content: bytes) -> tuple[Diagnostic, ...]:
    (project / FILE).write_bytes(content)
    return check(load(project))


def _right(project: Path) -> str:
    return (project / FILE).read_text(encoding="utf-8")


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "utf-16"])
def test_wrong_encoding(project: Path, encoding: str) -> None:
    """A file in another encoding than UTF-8 is refused, with the way to save it."""
    (problem,) = _problems_with(project, _right(project).encode(encoding))
    assert (problem.code, problem.message) == ("E001", "Файл сохранён не в кодировке UTF-8.")
    assert problem.hint is not None
    assert "кодировка UTF-8" in problem.hint


def test_place_of_a_wrong_byte(project: Path) -> None:
    """The place of the first byte that is no UTF-8 counts letters, not bytes."""
    lines = len(_right(project).splitlines())
    (problem,) = _problems_with(project, f"{_right(project)}# Прим".encode() + b"\xe5\xf7")
    assert str(problem.place) == f"{FILE}:{lines + 1}:7"


def test_folder_named_as_a_record(project: Path) -> None:
    """A folder with the name of a record is told from a file, and nothing in it is read."""
    (project / FILE).unlink()
    (project / FILE / "inside").mkdir(parents=True)
    (project / FILE / "inside" / "nonsense.yaml").write_text("[", encoding="utf-8")
    found = [(problem.code, problem.message) for problem in check(load(project))]
    assert found == [("E001", "Это папка, а не файл.")]


def test_unreadable_file(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that the system does not let read is a diagnostic, not a crash."""
    read = Path.read_bytes

    def denied(path: Path) -> bytes:
        if path.name == "documents.yaml" and path.parent.name == "verkhnerechensk":
            raise PermissionError
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", denied)
    (problem,) = check(load(project))
    assert (problem.code, problem.message) == ("E001", "Файл нельзя прочесть: нет прав доступа.")


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\x9f", "\ufffe"])
def test_control_character(project: Path, character: str) -> None:
    """A control character is refused where it stands, with its code, since nobody sees it."""
    text = _right(project).replace("приказ", f"при{character}каз", 1)
    before = text[: text.index(character)]
    (problem,) = _problems_with(project, text.encode())
    assert problem.code == "E009"
    assert f"{ord(character):#x}" in problem.message
    assert problem.place.line == before.count("\n") + 1
    assert problem.place.column == len(before.rpartition("\n")[2]) + 1


def test_too_big(project: Path) -> None:
    """A file that no record could fill is refused before it is parsed."""
    (problem,) = _problems_with(project, b"# " + b"a" * 5_000_000)
    assert problem.code == "E004"
    assert "5 000 000" in problem.message.replace("\u00a0", " ")


@pytest.mark.parametrize(
    "changed",
    [
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.rstrip("\n"),
        lambda text: text + "\n\n  \n",
    ],
    ids=["byte order mark", "Windows line ends", "no line end at the end", "empty lines at the end"],
)
def test_habits_of_editors(project: Path, changed: Callable[[str], str]) -> None:
    """What editing programs do to a file by themselves does no harm."""
    assert _problems_with(project, changed(_right(project)).encode()) == ()


def test_other_files(project: Path) -> None:
    """Notes, pictures and hidden files may lie beside the records."""
    folder = (project / FILE).parent
    (folder / "README.md").write_text("# Заметки", encoding="utf-8")
    (folder / "scan.png").write_bytes(b"\x89PNG")
    (folder / ".documents.yaml.swp").write_bytes(b"\x00")
    (folder / ".hidden").mkdir()
    (folder / ".hidden" / "roadmap-1.yaml").write_text("[", encoding="utf-8")
    assert check(load(project)) == ()


def test_no_records(tmp_path: Path) -> None:
    """A project without any record lacks the names of the levels, and nothing else."""
    assert {problem.code for problem in check(load(tmp_path))} == {"E208"}
