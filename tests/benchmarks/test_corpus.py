"""The generated country has no mistake, holds all that records can hold, and is the same every time."""

import datetime
import json
import subprocess
import sys
from pathlib import Path

import pytest

from dorkarta.checks.checking import check
from dorkarta.deadline import Kind
from dorkarta.model.level import LevelId
from dorkarta.records.corpus import Corpus
from dorkarta.records.loading import load
from dorkarta.records.plan import plan_of
from dorkarta.records.walk import activities

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "benchmarks" / "corpus.py"
AS_OF = datetime.date(2025, 3, 10)


def generate(folder: Path, roadmaps: int, *, seed: int = 1, hashing: str = "0") -> Path:
    command: list[str | Path] = [sys.executable, SCRIPT, folder, "--roadmaps", str(roadmaps), "--seed", str(seed)]
    subprocess.run(command, check=True, env={"PYTHONHASHSEED": hashing, "LC_ALL": "C"})
    return folder


def texts(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A country of 12 roadmaps; to be read only."""
    return generate(tmp_path_factory.mktemp("country"), 12)


@pytest.fixture(scope="module")
def corpus(project: Path) -> Corpus:
    """Its records."""
    return load(project)


def test_nothing_is_wrong_with_it(project: Path, corpus: Corpus) -> None:
    """No error, no warning, and nothing answered by exceptions."""
    assert check(corpus, as_of=AS_OF) == ()
    assert not any(b"allow:" in text for path, text in texts(project).items() if path.startswith("roadmaps/"))


def test_it_has_as_many_roadmaps_as_asked(corpus: Corpus) -> None:
    """One of the region, those of its municipalities, and those of schools, of some 35 activities each."""
    levels = [record.content.level for record in corpus.roadmaps.values()]
    assert [levels.count(level) for level in LevelId] == [1, 3, 8]
    sizes = [sum(len(above) == 1 for _, _, above in activities(each.content)) for each in corpus.roadmaps.values()]
    assert all(20 <= size <= 50 for size in sizes)
    assert 30 < sum(sizes) / len(sizes) < 40


def test_every_kind_of_deadline_occurs(corpus: Corpus) -> None:
    """Deadlines of all kinds, of none, and those that only `dates:` explain."""
    planned = plan_of(corpus).by_key.values()
    assert {one.timing.reading.kind for one in planned if one.timing} >= set(Kind) - {Kind.UNPARSEABLE}
    assert any(one.activity.deadline is None and one.activity.dates for one in planned)
    assert any(one.activity.deadline and one.activity.dates for one in planned)


def test_every_field_of_an_activity_occurs(corpus: Corpus) -> None:
    """What slows a page down stands in some activity, and in some report."""
    rows = [above[-1] for record in corpus.roadmaps.values() for _, _, above in activities(record.content)]
    for field in ("indicators", "implements", "activities", "audience", "expected_result", "notes", "amended"):
        assert any(getattr(row, field) for row in rows), field
    entries = [entry for report in corpus.reports.values() for entry in report.content.entries]
    for field in ("evidence", "activity", "actuals", "unproven"):
        assert any(getattr(entry, field) for entry in entries), field


def test_it_is_the_same_every_time(project: Path, tmp_path: Path) -> None:
    """The seed decides, and nothing else."""
    assert texts(generate(tmp_path / "again", 12, hashing="7")) == texts(project)
    assert texts(generate(tmp_path / "other", 12, seed=2)) != texts(project)


def test_a_bigger_country_keeps_the_roadmaps_of_a_smaller_one(project: Path, tmp_path: Path) -> None:
    """What is measured on one record means the same at every size."""
    bigger = texts(generate(tmp_path / "bigger", 60))
    for path, text in texts(project).items():
        if "/roadmap-" in path or "/report-" in path:
            assert bigger[path] == text


def test_a_country_has_equal_regions() -> None:
    """Municipalities and schools of each region; what is more than a region holds is shared out."""
    shapes = {
        1: [[0, 0]],
        2: [[1, 0]],
        50: [[7, 42]],
        1200: [[44, 1155]],
        1300: [[31, 618], [31, 618]],
        12000: [[44, 1155]] * 10,
    }
    told = subprocess.run(
        [sys.executable, "-c", _SHAPES, *map(str, shapes)], check=True, cwd=SCRIPT.parent, capture_output=True
    )
    assert json.loads(told.stdout) == list(shapes.values())


_SHAPES = """
import sys
from synthetic.places import country
shape = lambda region: [len(region.municipalities), sum(town.schools for town in region.municipalities)]
print([[shape(region) for region in country(int(size))] for size in sys.argv[1:]])
"""


def test_a_folder_with_files_is_left_alone(tmp_path: Path) -> None:
    """Nobody's work is written over."""
    (tmp_path / "note.txt").write_text("моё", encoding="utf-8")
    with pytest.raises(subprocess.CalledProcessError):
        generate(tmp_path, 12)
    assert texts(tmp_path) == {"note.txt": "моё".encode()}
