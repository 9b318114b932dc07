"""What was read before is read again in the same way, whatever has happened to the folder where it is kept."""

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from dorkarta.crew import shared_out
from dorkarta.records.corpus import Corpus
from dorkarta.records.files import LateFile
from dorkarta.records.loading import load
from dorkarta.records.memory import Memory, Reading
from dorkarta.records.plain_yaml import Plain, read_plain
from dorkarta.records.plan import plan_of

BODY = "bodies:\n  - id: uo\n    title: УО\n    kind: role\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Some official records and a wrong one in a folder of their own."""
    root = Path(__file__).parents[2]
    for folder in ("roadmaps/registry", "roadmaps/tula-oblast", "content/practices"):
        shutil.copytree(root / folder, tmp_path / folder)
    (tmp_path / "roadmaps/tula-oblast/report-2020.yaml").write_text("title: Отчёт\n", "utf-8")
    return tmp_path


def _told(corpus: Corpus) -> list[object]:
    """All that a corpus says, with lines and places."""
    of_files = [
        (file.path, file.content, file.problems, file.model, file.marks.at(("sections", 0, "title")).column)
        for file in corpus.files
    ]
    return [*of_files, *((one.key, one.line, one.activity) for one in plan_of(corpus).planned)]


def test_same_as_without(project: Path) -> None:
    """The first time, the second time and without a folder, a project says the same."""
    cache = project / "kept"
    first, second = load(project, cache=cache), load(project, cache=cache)
    assert not any(isinstance(file, LateFile) for file in first.files)
    right = [file for file in second.files if file.path.partition("/")[0] != "practices" and not file.problems]
    assert all(isinstance(file, LateFile) for file in right)
    assert _told(first) == _told(second) == _told(load(project))


@pytest.mark.parametrize("kept", [False, True])
def test_many_processes(project: Path, monkeypatch: pytest.MonkeyPatch, *, kept: bool) -> None:
    """Several processes read the same as one does."""
    monkeypatch.setattr("dorkarta.records.files.WORTH_A_CREW", 4)
    monkeypatch.setattr("dorkarta.records.files.shared_out", partial(shared_out, worth=4))
    cache = project / "kept" if kept else None
    assert _told(load(project, cache=cache, crew=2)) == _told(load(project))


def test_only_what_changed_is_read(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a project that was read before only new texts and wrong files are read."""
    cache, wrong = project / "kept", "report-2020.yaml"
    load(project, cache=cache)
    changed = project / "roadmaps/tula-oblast/tula/bodies.yaml"
    changed.write_text(BODY, "utf-8")
    read: list[str] = []

    def noted(text: str) -> Plain | None:
        read.append(text)
        return read_plain(text)

    monkeypatch.setattr("dorkarta.records.files.read_plain", noted)
    corpus = load(project, cache=cache)
    assert sorted(read) == sorted([BODY, (project / f"roadmaps/tula-oblast/{wrong}").read_text("utf-8")])
    assert [each.content.title for each in corpus.bodies if each.territory == "tula-oblast/tula"] == ["УО"]


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-7])


def _scratch(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def _become_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("harm", [Path.unlink, _cut, _scratch, _become_a_folder, lambda path: path.write_bytes(b"")])
def test_harm(project: Path, harm: Callable[[Path], None]) -> None:
    """Where the folder was harmed, all is read anew."""
    cache = project / "kept"
    whole = _told(load(project, cache=cache))
    (kept,) = cache.glob("*.read")
    harm(kept)
    assert _told(load(project, cache=cache)) == whole


def test_place_that_cannot_be_written(project: Path) -> None:
    """Where nothing can be kept, all is read each time."""
    (project / "kept").write_text("", "utf-8")
    assert _told(load(project, cache=project / "kept")) == _told(load(project))


def test_few_files(tmp_path: Path) -> None:
    """However often something is added, a few files hold it, and nothing that is still asked for gets lost."""
    for number in range(40):
        memory = Memory(tmp_path, "me")
        assert all(memory.find(f"{known}") is not None for known in range(number))
        memory.keep(f"{number}", Reading(b'{"a":1}', {("a",): [number]}))
        memory.save()
    assert len(list(tmp_path.iterdir())) < 10
    last = Memory(tmp_path, "me").find("39")
    assert last is not None
    assert (last.json, last.lines) == (b'{"a":1}', {("a",): [39]})


def test_other_maker(tmp_path: Path) -> None:
    """What another version of the code has read is not believed, and goes when something new is kept."""
    for maker in ("old", "new"):
        memory = Memory(tmp_path, maker)
        assert memory.find("a") is None
        memory.keep("a", Reading(b"{}", {}))
        memory.save()
    assert len(list(tmp_path.iterdir())) == 1


def test_two_at_once(tmp_path: Path) -> None:
    """Two that keep things at the same time do not disturb each other."""
    one, other = Memory(tmp_path, "me"), Memory(tmp_path, "me")
    for memory, key in ((one, "a"), (other, "b"), (one, "c")):
        memory.keep(key, Reading(b"{}", {}))
    one.save()
    other.save()
    assert all(Memory(tmp_path, "me").find(key) is not None for key in "abc")
