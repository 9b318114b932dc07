"""What is counted and sorted once for all territories says what each of them would say by itself."""

import datetime

import pytest

from dorkarta.progress.counts import Counts, count, forms_of, grouped
from dorkarta.progress.due import Dues, dues_of
from dorkarta.progress.execution import Execution
from dorkarta.progress.outlook import Outlook
from dorkarta.progress.tally import Tallies, Tally
from dorkarta.progress.unit import Unit
from dorkarta.records import naming
from dorkarta.records.corpus import Corpus
from dorkarta.records.lineage import COUNTRY, lineage
from dorkarta.records.plan import Plan, plan_of


@pytest.fixture(params=["official", "small"])
def execution(request: pytest.FixtureRequest, official_plan: Plan, small: Corpus) -> Execution:
    """The official records, and a small region whose municipality is asked something from above."""
    if request.param == "official":
        return Execution(plan=official_plan, as_of=datetime.date(2021, 3, 10))
    return Execution(plan=plan_of(small), as_of=datetime.date(2024, 3, 20))


def _expected(execution: Execution, units: list[Unit]) -> dict[str, object]:
    """All tables, counted from the activities."""

    def counts(found: dict[str, tuple[Unit, ...]]) -> dict[str, Counts]:
        return {name: count(ones) for name, ones in found.items()}

    by_roadmap = grouped(units, lambda unit: (unit.planned.record.path,))
    return {
        "all": count(units),
        "roadmaps": list(counts(dict(by_roadmap)).items()),
        "levels": counts(dict(grouped(units, lambda unit: (unit.planned.level,)))),
        "both": {
            path: counts(dict(grouped(ones, lambda unit: (unit.planned.level,)))) for path, ones in by_roadmap.items()
        },
        "forms": list(counts(dict(grouped(units, forms_of))).items()),
        "formless": count(unit for unit in units if not unit.planned.forms),
        "bodies": counts(dict(grouped(units, execution.answering))),
        "nobody": count(unit for unit in units if not unit.bodies),
    }


def _told(tally: Tally) -> dict[str, object]:
    nothing = Counts(by_state={})
    return {
        "all": tally.counts,
        "roadmaps": list(tally.by_roadmap.items()),
        "levels": tally.by_level,
        "both": tally.by_roadmap_and_level,
        "forms": [(name, counts) for name, counts in tally.by_form.items() if name is not None],
        "formless": tally.by_form.get(None, nothing),
        "bodies": {path: counts for path, counts in tally.by_body.items() if path is not None},
        "nobody": tally.by_body.get(None, nothing),
    }


def test_tallies_count_the_activities(execution: Execution) -> None:
    """Every table of a territory, of a region and of the country is what its activities give, in their order."""
    tallies = Tallies(execution=execution)
    assert tallies.own.keys() == set(execution.by_territory)
    for path, tally in tallies.own.items():
        assert _told(tally) == _expected(execution, list(execution.by_territory[path])), path
    for path, tally in tallies.inside.items():
        inside = [unit for each, ones in execution.by_territory.items() if path in lineage(each) for unit in ones]
        assert _told(tally) == _expected(execution, inside), path
    assert tallies.inside[COUNTRY].counts == count(execution.units)


def test_the_outlook_is_everybodys_own(execution: Execution) -> None:
    """What is near and past of a territory, a body and a level is what their activities give, in the same order."""
    outlook, day = Outlook(execution=execution), execution.as_of
    for path, units in execution.by_territory.items():
        assert outlook.by_territory.get(path, Dues()) == dues_of(units, day)
    for path, units in execution.by_body.items():
        assert outlook.by_body.get(path, Dues()) == dues_of(units, day)
    for level, region in outlook.by_level:
        own = [
            unit
            for unit in execution.units
            if unit.planned.level is level and naming.region_of(unit.territory) == region
        ]
        assert outlook.by_level[level, region] == dues_of(own, day)
