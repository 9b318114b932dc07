"""Facts that are kept: the same as those found anew, and enough for rules that look at several files."""

import shutil
from pathlib import Path
from typing import Final

import orjson
import pytest

from dorkarta.checks.checking import examine
from dorkarta.checks.clean import Clean
from dorkarta.checks.facts import facts_of
from dorkarta.checks.facts_kept import recall
from dorkarta.model.roadmap import Roadmap
from dorkarta.records.files import LateFile
from dorkarta.records.loading import load

CASES: Final = Path(__file__).resolve().parents[1] / "cases"
CITY: Final = "roadmaps/zarechnaya-oblast/verkhnerechensk"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project with roadmaps of three levels."""
    for case in ("project", "levels"):
        shutil.copytree(CASES / case, tmp_path / "project", dirs_exist_ok=True)
    return tmp_path / "project"


def test_kept_as_found(project: Path, tmp_path: Path) -> None:
    """What was kept leads to the same activities, entries and links as what is found."""
    memory = tmp_path / "facts.json"
    recall(load(project), memory, "we")
    again, anew = load(project), load(project)
    recall(again, memory, "we")
    kept, found = facts_of(again), facts_of(anew)
    assert kept.uppers
    assert kept.uppers == found.uppers
    assert kept.activities.keys() == found.activities.keys()
    assert all(kept.activities[key].path == found.activities[key].path for key in kept.uppers)
    assert [orjson.dumps(tuple(each)) for each in kept.roadmaps.values()] == [
        orjson.dumps(tuple(each)) for each in found.roadmaps.values()
    ]


@pytest.mark.parametrize("damaged", [b"", b"[", b"null", b'["we"]', b'["others", {"a": 1}]'])
def test_damaged(project: Path, tmp_path: Path, damaged: bytes) -> None:
    """A torn memory, or one of others, is as good as none, and is written anew."""
    memory = tmp_path / "facts.json"
    recall(load(project), memory, "we")
    whole = memory.read_bytes()
    memory.write_bytes(damaged)
    recall(load(project), memory, "we")
    assert memory.read_bytes() == whole


def test_only_what_changed_is_looked_at(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a changed line no model is made of a roadmap that stands above or beside, and is clean.

    Of the region's one is, since a report names it which answers a warning and so is looked at again.
    """

    def checked() -> None:
        corpus = load(project, cache=tmp_path / "read")
        recall(corpus, tmp_path / "facts.json", "we")
        examine(corpus, clean=Clean(tmp_path / "clean.json", "we"))

    made: list[str] = []

    def made_of(self: LateFile, name: str) -> object:
        if self.model is Roadmap:
            made.append(self.file)
        return of_late_file(self, name)

    of_late_file = LateFile.__getattr__
    checked()
    path = project / CITY / "roadmap-school-17-2023-2024.yaml"
    path.write_text(path.read_text("utf-8").replace("title: Самоанализ", "title: Полный самоанализ"), "utf-8")
    load(project, cache=tmp_path / "read")  # reads it; it is late from now on
    monkeypatch.setattr(LateFile, "__getattr__", made_of)
    checked()
    assert path.relative_to(project).as_posix() in made
    assert f"{CITY}/roadmap-2023-2024.yaml" not in made
