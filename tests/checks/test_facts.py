"""Dates, evidence and reviews: what the golden cases do not show of the rules on them."""

import datetime
from collections.abc import Callable, Mapping

import pytest

from dorkarta.checks import (
    approval_in_time,
    deadline_in_period,
    evidence_in_time,
    evidence_once,
    evidence_whole,
    record_reviewed,
)
from dorkarta.checks.checking import RULES, check
from dorkarta.records.corpus import Corpus

CorpusWith = Callable[[Mapping[str, str]], Corpus]

CITY = "zarechnaya-oblast/verkhnerechensk"
REVIEWED = datetime.date(2023, 5, 31)

REVIEW = datetime.date(2026, 11, 22)
"""The day on which the official records were read through."""
FOUND = {"W221": 1, "W231": 0, "W241": 5, "W242": 2, "W420": 9, "W421": 6, "W422": 4, "W423": 11, "W424": 2}


def _roadmap(deadline: str, period: str = "2024-01-01/2024-12-31") -> Mapping[str, str]:
    """A roadmap that was approved on 18 May 2024."""
    return {
        f"{CITY}/roadmap-2024.yaml": f"title: Карта\nlevel: municipality\nperiod: {period}\n"
        "approved: {by: УО, date: 2024-05-18}\nsource: {title: Карта}\nreviewed: 2023-05-31\n"
        f"sections: [{{id: s, title: Раздел, activities: [{{id: '1', title: Дело, deadline: '{deadline}'}}]}}]\n"
    }


def _report(date: str, document: str) -> Mapping[str, str]:
    return {
        f"{CITY}/documents.yaml": "documents:\n"
        "  - {id: order-12, kind: приказ, number: '12', date: 2023-09-20}\n"
        f"  - {{id: proof, {document}}}\n",
        f"{CITY}/report-2024.yaml": "title: Отчёт\nlevel: municipality\nperiod: 2024-01-01/2024-12-31\n"
        f"source: {{title: Отчёт}}\nentries: [{{id: '1', title: Дело, date: '{date}', "
        "evidence: [{document: proof}, {document: proof}], activity: zarechnaya-oblast/roadmap-2023-2024#4}]\n",
    }


@pytest.mark.parametrize("deadline", ["март 2024", "до 17 мая 2024", "17 мая 2024", "март 2024, июнь 2024"])
def test_over_before_the_approval(corpus_with: CorpusWith, deadline: str) -> None:
    """A deadline whose first time was over by the day of the approval is told."""
    assert len(list(approval_in_time.find(corpus_with(_roadmap(deadline))))) == 1


@pytest.mark.parametrize(
    "deadline", ["до 18 мая 2024", "май 2024", "в течение года", "ежемесячно", "с 1 марта", "по плану работы МНЦ"]
)
def test_not_over_before_the_approval(corpus_with: CorpusWith, deadline: str) -> None:
    """What goes on, recurs or has no date is not late on the day of the approval."""
    assert list(approval_in_time.find(corpus_with(_roadmap(deadline)))) == []


@pytest.mark.parametrize(
    ("date", "document", "told"),
    [
        ("20 марта 2024 года", "kind: приказ, number: '1', date: 2024-06-18", False),
        ("20 марта 2024 года", "kind: приказ, number: '1', date: 2024-06-19", True),
        ("20 марта 2024 года", "kind: приказ, number: '1', date: 2023-12-21", False),
        ("20 марта 2024 года", "kind: приказ, number: '1', date: 2023-12-20", True),
        ("март 2024 года", "kind: приказ, number: '1', date: 2024-06-29", False),
        ("до 20 декабря 2024 года", "kind: приказ, number: '1', date: 2024-01-15", False),
        ("в течение года", "kind: приказ, number: '1', date: 2024-05-15", False),
        ("по плану работы МНЦ", "kind: приказ, number: '1', date: 2020-05-15", False),
        ("20 марта 2024 года", "kind: письмо, url: 'https://example.org'", False),
    ],
)
def test_near(corpus_with: CorpusWith, date: str, document: str, *, told: bool) -> None:
    """Ninety days on either side are near; a limit may be met long before, and without days nothing is said."""
    assert bool(list(evidence_in_time.find(corpus_with(_report(date, document))))) is told


@pytest.mark.parametrize(
    ("document", "told"),
    [
        ("kind: приказ, number: '1', date: 2024-03-01", False),
        ("kind: приказ, number: '1'", True),
        ("kind: приказ, date: 2024-03-01", True),
        ("kind: приказ", True),
        ("kind: приказ, url: 'https://example.org'", False),
        ("kind: мероприятие, date: 2024-03-01", False),
        ("kind: вебинар, date: 2024-03-01", False),
        ("kind: вебинар, number: '1'", True),
    ],
)
def test_found_again(corpus_with: CorpusWith, document: str, *, told: bool) -> None:
    """Number and date are enough, or an address; an event has no number. A document is told once."""
    assert len(list(evidence_whole.find(corpus_with(_report("март 2024 года", document))))) == told


def test_cited_twice_in_one_entry(corpus_with: CorpusWith) -> None:
    """A document that one entry cites twice proves one event."""
    order = "kind: приказ, number: '1', date: 2024-03-01"
    assert list(evidence_once.find(corpus_with(_report("март 2024 года", order)))) == []


@pytest.mark.parametrize(
    ("as_of", "told"),
    [(REVIEWED, False), (datetime.date(2024, 5, 31), False), (datetime.date(2024, 6, 1), True)],
)
def test_year(corpus_with: CorpusWith, as_of: datetime.date, *, told: bool) -> None:
    """A review holds for a year, to its last day."""
    found = record_reviewed.find(corpus_with(_roadmap("май 2024")), as_of)
    assert any("roadmap-2024" in finding.place.file for finding in found) is told


def test_no_day_no_review(corpus_with: CorpusWith) -> None:
    """Where nobody says which day it is, nothing is old."""
    assert "W430" not in {problem.code for problem in check(corpus_with(_roadmap("май 2024")))}


@pytest.mark.parametrize(
    "deadline", ["март 2042", "ежемесячно с сентября 2041 по май 2042", "до 1 марта 2023", "март 2024, март 2042"]
)
def test_outside_of_the_period(corpus_with: CorpusWith, deadline: str) -> None:
    """A time outside is told, even where a recurrence has no turn at all."""
    assert len(list(deadline_in_period.find(corpus_with(_roadmap(deadline))))) == 1


def test_contradictions_of_the_official_records(official: Corpus) -> None:
    """What second readers found in the five documents the rules find too; the records answer each with `allow`."""
    rules = [rule for rule in RULES if rule.code in FOUND]
    assert {rule.code: len(list(rule.find(official))) for rule in rules} == FOUND
    assert [str(problem.place) for problem in check(official, as_of=REVIEW) if problem.code in {*FOUND, "W290"}] == []
