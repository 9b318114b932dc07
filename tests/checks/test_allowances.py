"""`allow`: what it silences, where it holds, and when it is no longer needed."""

import datetime
from collections.abc import Callable, Mapping

import pytest

from dorkarta.checks.checking import check
from dorkarta.records.corpus import Corpus

CorpusWith = Callable[[Mapping[str, str]], Corpus]

FILE = "zarechnaya-oblast/verkhnerechensk/roadmap-2023-2024.yaml"
AS_OF = datetime.date(2024, 6, 1)

ROADMAP = """\
# Карта города.
title: Дорожная карта
level: municipality
period: 2023-09-01/2024-08-31
source: {title: Дорожная карта}
approved: {by: УО, date: 2023-08-30}
reviewed: 2024-05-01
ALLOW
sections:
  - id: s
    title: Мероприятия
    SECTION
    activities:
      - id: "1"
        title: Консультации  для школ
        implements: zarechnaya-oblast/roadmap-2023-2024#4
        FIRST
      - id: "2"
        title: Материалы  для школ
        implements: zarechnaya-oblast/roadmap-2023-2024#6
        SECOND
"""
"""Two titles with doubled spaces; every demand of the region is answered."""
SPACES = "allow: {W303: так в документе}"


def _roadmap(**places: str) -> dict[str, str]:
    """The roadmap with lines at some of its places."""
    lines = ROADMAP.splitlines()
    kept = (line for line in lines if line.strip() not in {"ALLOW", "SECTION", "FIRST", "SECOND"} - places.keys())
    text = "\n".join(kept) + "\n"
    for name, line in places.items():
        text = text.replace(name, line)
    return {FILE: text}


def _said(corpus: Corpus, *, as_of: datetime.date | None = AS_OF) -> list[tuple[str, int]]:
    return [(problem.code, problem.place.line) for problem in check(corpus, as_of=as_of)]


def test_without_any(corpus_with: CorpusWith) -> None:
    """The roadmap of these tests has its two warnings and no others."""
    assert [code for code, _ in _said(corpus_with(_roadmap()))] == ["W303", "W303"]


def test_in_the_part(corpus_with: CorpusWith) -> None:
    """An exception of an activity holds for this activity and for no other."""
    assert _said(corpus_with(_roadmap(FIRST=SPACES))) == [("W303", 17)]
    assert _said(corpus_with(_roadmap(SECOND=SPACES))) == [("W303", 13)]


@pytest.mark.parametrize("place", ["ALLOW", "SECTION"])
def test_around(corpus_with: CorpusWith, place: str) -> None:
    """An exception of a section or of the whole record holds for everything inside."""
    assert _said(corpus_with(_roadmap(**{place: SPACES}))) == []


def test_behind_the_place(corpus_with: CorpusWith) -> None:
    """A record may be answered after the line that is warned of, or before it, as its fields happen to stand."""
    text = _roadmap()[FILE].replace("title: Консультации", f"{SPACES}\n        title: Консультации")
    assert _said(corpus_with({FILE: text})) == [("W303", 17)]


def test_in_brackets(corpus_with: CorpusWith) -> None:
    """The short form of a record holds its exception inside its brackets."""
    rows = (
        "    activities:\n"
        '      - {id: "1", title: Вечер  школы, implements: zarechnaya-oblast/roadmap-2023-2024#4, ALLOW}\n'
        '      - {id: "2", title: Урок  школы, implements: zarechnaya-oblast/roadmap-2023-2024#6}\n'
    )
    head = _roadmap()[FILE].partition("    activities:")[0]
    assert _said(corpus_with({FILE: head + rows.replace("ALLOW", SPACES)})) == [("W303", 13)]


def test_needless(corpus_with: CorpusWith) -> None:
    """An exception that silences nothing is told of at its code."""
    (problem,) = check(corpus_with(_roadmap(ALLOW="allow: {W303: так в документе, W261: ответим позже}")))
    assert (problem.code, problem.place.line, problem.place.column) == ("W290", 8, 32)


def test_nearest_is_used(corpus_with: CorpusWith) -> None:
    """Where exceptions lie one in another, the inner ones are used, and the outer one is needless."""
    said = _said(corpus_with(_roadmap(ALLOW=SPACES, FIRST=SPACES, SECOND=SPACES)))
    assert said == [("W290", 8)]


def test_rule_that_was_not_asked(corpus_with: CorpusWith) -> None:
    """Without a day nobody knows whether an exception from a rule on the day is needed."""
    never = {FILE: _roadmap(ALLOW="allow: {W430: сверка идёт}")[FILE].replace("reviewed: 2024-05-01\n", "")}
    spaces = [("W303", 13), ("W303", 16)]
    assert _said(corpus_with(never)) == spaces
    assert _said(corpus_with(never), as_of=None) == spaces
    assert ("W290", 8) in _said(corpus_with(_roadmap(ALLOW="allow: {W430: сверка идёт}")))


def test_unread_record(corpus_with: CorpusWith) -> None:
    """While a record cannot be read, nothing is called needless: what hangs on it is not seen."""
    files = {**_roadmap(ALLOW="allow: {W303: так в документе, W261: ответим позже}")}
    assert _said(corpus_with({**files, "zarechnaya-oblast/roadmap-2023-2024.yaml": "[\n"})) == [("E002", 2)]


def test_unknown(corpus_with: CorpusWith) -> None:
    """A warning that does not exist cannot be allowed, and an error least of all."""
    assert ("E290", 8) in _said(corpus_with(_roadmap(ALLOW="allow: {W999: так надо}")))
    assert _said(corpus_with(_roadmap(ALLOW="allow: {E231: так надо}"))) == [("E006", 8)]


def test_answers_cannot_be_allowed(corpus_with: CorpusWith) -> None:
    """Nobody allows himself exceptions that are not needed."""
    said = _said(corpus_with(_roadmap(ALLOW="allow: {W290: пусть, W261: ответим позже}")))
    assert {("E290", 8), ("W290", 8)} <= set(said)


def test_in_a_list(corpus_with: CorpusWith) -> None:
    """Parts of vocabularies bear exceptions too."""
    body = (
        "bodies:\n  - {id: uo, title: Управление  образования, short: УО, kind: organisation, fulfils: [mouo]ALLOW}\n"
    )
    file = "zarechnaya-oblast/verkhnerechensk/bodies.yaml"
    assert ("W303", 2) in _said(corpus_with({file: body.replace("ALLOW", "")}))
    assert _said(corpus_with({file: body.replace("ALLOW", f", {SPACES}")})) == []
