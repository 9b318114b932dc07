"""What references lead to."""

import pytest

from dorkarta.records.corpus import Corpus
from dorkarta.records.references import ActivityRow, EntryRow, References, SystemPart, full

KRAI = "krasnodar-krai"


@pytest.fixture
def references(official: Corpus) -> References:
    """All that references of this project can lead to."""
    return References(corpus=official)


def test_activity(references: References) -> None:
    """An activity comes with its sections and the activity that it is a part of."""
    row = references.source("tula-oblast/tula/roadmap-2020-2021#4.10.2")
    assert isinstance(row, ActivityRow)
    assert [each.id for each in row.above] == ["4.10", "4.10.2"]
    assert row.key == "tula-oblast/tula/roadmap-2020-2021#4.10.2"


def test_entry(references: References) -> None:
    """An entry comes with its report."""
    row = references.source(f"{KRAI}/krasnodar/report-2020-2021#13")
    assert isinstance(row, EntryRow)
    assert (row.entry.id, row.key) == ("13", f"{KRAI}/krasnodar/report-2020-2021#13")


def test_parts_of_a_system(references: References, official: Corpus) -> None:
    """A place of a system of work is a level, a body of it, its component by number, or a norm by number."""
    level = references.source(f"{KRAI}/system#municipality")
    body = references.source(f"{KRAI}/system#municipality.mnc")
    component = references.source(f"{KRAI}/system#municipality.mnc.8")
    norm = references.source(f"{KRAI}/system#municipality.norms.3")
    assert isinstance(level, SystemPart)
    assert isinstance(body, SystemPart)
    assert isinstance(component, SystemPart)
    assert isinstance(norm, SystemPart)
    assert level.level is official.systems[KRAI].content.levels[1]
    assert body.body is not None
    assert (body.body.content.short, body.component) == ("МНЦ", None)
    assert component.component is not None
    assert component.component.title == "Оказание тьюторами адресной методической помощи учителям-предметникам"
    assert norm.norm is not None
    assert norm.norm.title.startswith("Муниципальные дорожные карты")


@pytest.mark.parametrize(
    "reference",
    ["4.12", "#", f"{KRAI}/system", f"{KRAI}/system#mnc", f"{KRAI}/system#municipality.mnc.99", f"{KRAI}#order-1"],
)
def test_nowhere(references: References, reference: str) -> None:
    """A reference without its record, or to what is not there, leads nowhere."""
    assert references.source(reference) is None


def test_section(references: References) -> None:
    """A section comes with its roadmap, however deep it stands."""
    record, section = references.sections["voronezh-oblast/ertil/roadmap-2021#s1.2"]
    assert (record.path, section.number) == ("voronezh-oblast/ertil/roadmap-2021", "1.2")


def test_full() -> None:
    """An id alone is of the record that it stands in."""
    assert full("3", "a/roadmap-1") == "a/roadmap-1#3"
    assert full("b/roadmap-2#3", "a/roadmap-1") == "b/roadmap-2#3"
