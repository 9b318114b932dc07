"""The sentences of the rules and the states that they tell of."""

import datetime

from dorkarta.deadline import Period
from dorkarta.progress.rules import PRINCIPLES, REASON_RULES, STATE_RULES
from dorkarta.progress.state import REASONS, TITLES, Reason, State
from dorkarta.progress.turns import Loose, Turn, Turns
from dorkarta.progress.verdict import Question, judge


def test_every_state_has_a_rule() -> None:
    """Every state and every reason is told once, and has a name."""
    assert sorted(rule.state for rule in STATE_RULES) == sorted(State)
    assert set(TITLES) == set(State)
    assert [rule.reason for rule in REASON_RULES] == list(Reason)
    assert set(REASONS) == set(Reason)
    assert len({each.id for each in PRINCIPLES}) == len(PRINCIPLES)


def test_rules_are_sentences() -> None:
    """Everything told ends as a sentence and says all that it has to say."""
    told = [
        *(text for rule in STATE_RULES for text in (rule.rule, rule.example)),
        *(rule.rule for rule in REASON_RULES),
        *(each.text for each in PRINCIPLES),
    ]
    assert all(text[0].isupper() or text[0] == "«" for text in told)
    assert all(text.endswith(".") for text in told)
    assert all(rule.title and each.title for rule in (*STATE_RULES, *REASON_RULES) for each in PRINCIPLES)


def test_order_of_decision() -> None:
    """What comes first among the rules is decided first: by days, from the past to the future, then what has no day."""
    turn = Turn(start=datetime.date(2024, 3, 1), end=datetime.date(2024, 3, 31))
    year = Period(start=datetime.date(2024, 1, 1), end=datetime.date(2024, 12, 31))
    dated, undated = Turns(turns=(turn,)), Turns(turns=(), loose=(Loose(),))
    days = [datetime.date(2024, *day) for day in ((4, 1), (3, 31), (3, 16), (2, 29))]
    found = [
        judge(Question(turns=dated, period=year, cancelled=True), days[0]).state,
        judge(Question(turns=dated, period=year, reported=(year,)), days[0]).state,
        *(judge(Question(turns=dated, period=year), day).state for day in days),
        judge(Question(turns=undated, period=year), days[0]).state,
    ]
    order = [rule.state for rule in STATE_RULES]
    assert [state for state in order if state not in {State.DONE, State.DONE_LATE, State.DECLARED}] == found


def test_figures_of_the_sentences() -> None:
    """«Скоро срок» and «что на подходе» say their days as the code counts them."""
    soon = next(rule for rule in STATE_RULES if rule.state is State.DUE_SOON)
    near = next(each for each in PRINCIPLES if each.id == "near")
    assert "14 дней" in soon.rule
    assert "30 дней" in near.text
