"""What the tests of iCalendar share: a plan of a few deadlines, and the way back from bytes to entries."""

from collections.abc import Callable, Mapping
from typing import Any

import icalendar
import pytest

from dorkarta.records.corpus import Corpus
from dorkarta.records.plan import Plan, plan_of

CorpusWith = Callable[[Mapping[str, str]], Corpus]
PlanWith = Callable[..., Plan]
ReadBack = Callable[[bytes], Any]

PATH = "zarechnaya-oblast/roadmap-2024"


@pytest.fixture
def plan_with(corpus_with: CorpusWith) -> PlanWith:
    """The plan of one roadmap from September 2022 to August 2024: id → the other fields, as YAML."""

    def made(rows: Mapping[str, str]) -> Plan:
        listed = "".join(f'      - {{id: "{id_}", {fields}}}\n' for id_, fields in rows.items())
        text = (
            "title: Карта\nlevel: region\nperiod: 2022-09-01/2024-08-31\nsource: {title: Карта}\n"
            f"sections:\n  - id: s\n    title: Раздел\n    activities:\n{listed}"
        )
        plan = plan_of(corpus_with({f"{PATH}.yaml": text}))
        return Plan(corpus=plan.corpus, planned=plan.by_roadmap[PATH])

    return made


@pytest.fixture(scope="session")
def read_back() -> ReadBack:
    """The calendar of some bytes, which must hold no mistake; a property may be of any type."""

    def read(data: bytes) -> Any:
        calendar = icalendar.Calendar.from_ical(data)
        assert isinstance(calendar, icalendar.Calendar)
        assert not [error for component in calendar.walk() for error in component.errors]
        return calendar

    return read
