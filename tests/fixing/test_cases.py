"""What the fix makes of files: the golden folders of `tests/cases/fixing`.

A case is `before/` (files laid over the small project), `after/` (the same files, mended) and `told.txt` (what is
said). `BLESS=1 pytest tests/fixing` writes the last two anew; read them as an editor would before you keep them.
"""

import os
import shutil
from pathlib import Path

import pytest

from dorkarta.checks.checking import check
from dorkarta.fixing.mending import Wishes
from dorkarta.fixing.project import plan, write
from dorkarta.fixing.telling import as_diff, in_words

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT / "tests" / "cases" / "fixing"
NAMES = sorted(folder.name for folder in CASES.iterdir())


def _files(folder: Path) -> dict[str, str]:
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in paths}


@pytest.mark.parametrize("case", NAMES)
def test_case(case: str, small_project: Path, tmp_path: Path) -> None:
    """The files before become the files after, what was done is told, and to do it again changes nothing."""
    folder, project = CASES / case, tmp_path / "project"
    shutil.copytree(small_project, project)
    shutil.copytree(folder / "before", project, dirs_exist_ok=True)
    made = plan(project, wanted=lambda _: True, wishes=Wishes(), check=check)
    for mended in made.mended:
        write(project, mended)
    after = {file: (project / file).read_text("utf-8") for file in _files(folder / "before")}
    told = "".join(f"{line}\n" for line in in_words(made, written=True))
    if os.environ.get("BLESS"):
        for file, text in after.items():
            (folder / "after" / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / "after" / file).write_text(text, "utf-8")
        (folder / "told.txt").write_text(told, "utf-8")
    assert after == _files(folder / "after")
    assert told == (folder / "told.txt").read_text("utf-8")
    assert plan(project, wanted=lambda _: True, wishes=Wishes(), check=check).mended == ()


def test_official_records() -> None:
    """The official records have nothing to mend."""
    made = plan(ROOT, wanted=lambda _: True, wishes=Wishes(), check=check)
    assert "".join(map(as_diff, made.mended)) == ""
