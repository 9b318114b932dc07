"""How things stand in small stories: the golden folders of `tests/cases/execution`.

A case is some records laid over the small project, `days.txt` (the days to look on) and `expected.txt` (what is told of
every activity of the case's roadmaps). `BLESS=1 pytest tests/progress/test_cases.py` writes the last anew; read it as
an official would before you keep it.
"""

import datetime
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from dorkarta.progress.counts import count
from dorkarta.progress.execution import Execution
from dorkarta.progress.state import REASONS, TITLES
from dorkarta.progress.unit import Unit
from dorkarta.progress.verdict import Verdict
from dorkarta.progress.wording import tally
from dorkarta.records.loading import load
from dorkarta.records.plan import Plan, plan_of

CASES = Path(__file__).resolve().parent.parent / "cases" / "execution"
NAMES = sorted(folder.name for folder in CASES.iterdir())


@pytest.mark.parametrize("case", NAMES)
def test_case(case: str, small_project: Path, tmp_path: Path) -> None:
    """Records and a day give exactly the states of `expected.txt`."""
    folder, project = CASES / case, tmp_path / "project"
    shutil.copytree(small_project, project)
    shutil.copytree(folder / "roadmaps", project / "roadmaps", dirs_exist_ok=True)
    corpus = load(project)
    assert not [problem for file in corpus.files for problem in file.problems]
    plan = plan_of(corpus)
    own = {file.relative_to(folder / "roadmaps").with_suffix("").as_posix() for file in folder.rglob("roadmap-*.yaml")}
    said = "".join(f"{line}\n" for day in _days(folder) for line in _told(plan, day, own))
    if os.environ.get("BLESS"):
        (folder / "expected.txt").write_text(said, encoding="utf-8")
    assert said == (folder / "expected.txt").read_text(encoding="utf-8")


def _days(folder: Path) -> Iterator[datetime.date]:
    return map(datetime.date.fromisoformat, (folder / "days.txt").read_text("utf-8").split())


def _told(plan: Plan, day: datetime.date, roadmaps: set[str]) -> Iterator[str]:
    execution = Execution(plan=plan, as_of=day)
    yield f"на {day:%d.%m.%Y}"
    for one in plan.planned:
        if one.record.path in roadmaps:
            yield from (f"  {_words(unit)}" for unit in execution.by_activity.get(one.key, ()))
    units = [unit for unit in execution.units if unit.planned.record.path in roadmaps]
    sums = (f"{TITLES[state]} {number}" for state, number in count(units).by_state.items())
    yield f"  всего {len(units)}: {', '.join(sums)}"


def _state(verdict: Verdict) -> str:
    words = TITLES[verdict.state]
    return f"{words}: {REASONS[verdict.reason]}" if verdict.reason else words


def _words(unit: Unit) -> str:
    words = [
        f"{unit.planned.key.rpartition('/')[2]}{' (часть)' if unit.is_part else ''}",
        unit.territory.rpartition("/")[2],
        _state(unit.verdict),
        tally(unit.verdict) or "",
        "записи " + ", ".join(row.key.rpartition("/")[2] for row in unit.entries) if unit.entries else "",
        "исполняют " + ", ".join(each.key.rpartition("/")[2] for each in unit.through) if unit.through else "",
    ]
    return " · ".join(filter(None, words))
