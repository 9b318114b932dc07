"""Deadlines that were read before."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from dorkarta.deadline import Period, SchoolCalendar, SchoolYear, reader
from dorkarta.records import timing
from dorkarta.records.past_timings import PastTimings
from dorkarta.records.timing import Timing, timing_of

PERIOD = Period(start=datetime.date(2023, 9, 1), end=datetime.date(2024, 8, 31))
QUARTER = Period(start=datetime.date(2023, 9, 1), end=datetime.date(2023, 10, 27))
CALENDAR = SchoolCalendar(years=(SchoolYear(start=2023, quarters=(QUARTER,)),))
WORDS = ("декабрь 2023, апрель", "ежемесячно, с 20 числа", "в конце I четверти", "по плану работы МНЦ", "до декабрь")


@pytest.fixture(autouse=True)
def _forgetful(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing was read in this process before, and nothing of it is kept."""
    monkeypatch.setattr(timing, "FRAMES", {})
    monkeypatch.setattr("dorkarta.records.past_timings.FRAMES", timing.FRAMES)
    yield
    timing.FRAMES.clear()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where some deadlines are remembered."""
    found = tmp_path / "deadlines" / "timings"
    past = PastTimings(found)
    _read()
    past.save()
    timing.FRAMES.clear()
    return found


def _read() -> list[Timing | None]:
    return [timing_of(words, (), period=PERIOD, calendar=CALENDAR) for words in WORDS] + [
        timing_of(None, (QUARTER,), period=PERIOD, calendar=CALENDAR),
        timing_of(None, (), period=PERIOD, calendar=CALENDAR),
    ]


def test_recalled(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read before means the same and is not read again, nor written again."""
    asked = _read()
    phrases = [each.reading.phrase for each in asked if each]
    timing.FRAMES.clear()
    past = PastTimings(file)
    monkeypatch.setattr(timing, "read", reader.read)
    monkeypatch.setattr(reader, "_read", None)
    again = _read()
    assert again == asked
    assert [each.reading.phrase for each in again if each] == phrases
    assert {hash(each) for each in again} == {hash(each) for each in asked}
    written = file.stat().st_mtime_ns
    past.save()
    assert file.stat().st_mtime_ns == written


def test_torn(file: Path) -> None:
    """Of a file that is torn, or that something else is, nothing is recalled, and it is written anew."""
    whole = file.read_bytes()
    for torn in (b"", whole[:20], whole[:-1], b"0" * len(whole)):
        timing.FRAMES.clear()
        file.write_bytes(torn)
        past = PastTimings(file)
        assert not timing.FRAMES
        _read()
        past.save()
        assert file.read_bytes() == whole


def test_foreign(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a file that names anything but parts of deadlines nothing is made."""
    called: list[str] = []
    monkeypatch.setattr("dorkarta.text.fold", called.append)
    for named in (
        b"cdorkarta.text\nfold\n(Vhere\ntR.",
        b"cbuiltins\neval\n(V1\ntR.",
        b"cdorkarta.deadline.reader\nread\n.",
    ):
        past = PastTimings(file)
        file.write_bytes(past._sum(named) + named)  # noqa: SLF001  # as somebody would who knows our code
        timing.FRAMES.clear()
        PastTimings(file)
        assert not called
        assert not timing.FRAMES
