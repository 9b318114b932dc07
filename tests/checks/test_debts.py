"""Old debt: which warnings do not count, and when a debt is paid."""

from collections.abc import Callable, Mapping

import pytest

from dorkarta.checks.checking import check, examine
from dorkarta.drafts.debts import text
from dorkarta.model.debt import Debt
from dorkarta.records.corpus import Corpus

CorpusWith = Callable[[Mapping[str, str]], Corpus]

CITY = "zarechnaya-oblast/verkhnerechensk/roadmap-2023-2024.yaml"
LIST = "registry/debts.yaml"
ROADMAP = """\
title: Дорожная карта
level: municipality
period: 2023-09-01/2024-08-31
source: {title: Дорожная карта}
sections:
  - id: s
    title: Мероприятия
    activities:
      - {id: "1", title: Консультации, implements: zarechnaya-oblast/roadmap-2023-2024#4}
"""
MESSAGE = (
    "На 1 мероприятие карты «zarechnaya-oblast/roadmap-2023-2024» не отвечает ни одно мероприятие этой территории: 6."
)
DEBT = Debt(file=f"roadmaps/{CITY}", code="W261", message=MESSAGE)


def _with(corpus_with: CorpusWith, *debts: Debt, roadmap: str = ROADMAP) -> Corpus:
    return corpus_with({CITY: roadmap, LIST: text(debts)})


def _codes(corpus: Corpus) -> tuple[list[str], list[str]]:
    checked = examine(corpus)
    return [problem.code for problem in checked.problems], [problem.code for problem in checked.debts]


def test_known_warning(corpus_with: CorpusWith) -> None:
    """A warning in the list does not count; it is kept apart as old."""
    assert _codes(corpus_with({CITY: ROADMAP})) == (["W261"], [])
    corpus = _with(corpus_with, DEBT)
    assert _codes(corpus) == ([], ["W261"])
    assert [problem.old for problem in examine(corpus).debts] == [True]


def test_lines_move(corpus_with: CorpusWith) -> None:
    """A debt is known by its words: it stays when lines are added above it."""
    assert _codes(_with(corpus_with, DEBT, roadmap="# Карта города.\n\n" + ROADMAP)) == ([], ["W261"])


def test_other_words(corpus_with: CorpusWith) -> None:
    """When the matter changes, the warning is a new one, and the old debt is paid."""
    answered = ROADMAP.replace("#4}", "#6}")
    assert _codes(_with(corpus_with, DEBT, roadmap=answered)) == (["W291", "W261"], [])


def test_more_than_recorded(corpus_with: CorpusWith) -> None:
    """As many equal warnings are old as were recorded; the rest counts."""
    twice = ROADMAP.replace("Консультации", "Урок  труда").replace("title: Мероприятия", "title: Урок  труда")
    found = [problem for problem in check(corpus_with({CITY: twice})) if problem.code == "W303"]
    (message,) = {problem.message for problem in found}
    debt = Debt(file=f"roadmaps/{CITY}", code="W303", message=message)
    assert len(found) == 2
    assert _codes(_with(corpus_with, DEBT, debt, roadmap=twice)) == (["W303"], ["W261", "W303"])
    assert _codes(_with(corpus_with, DEBT, debt, debt, roadmap=twice)) == ([], ["W261", "W303", "W303"])


def test_paid(corpus_with: CorpusWith) -> None:
    """Of debts that are doubled and paid the last one is told of, at its line."""
    problems = check(_with(corpus_with, DEBT, DEBT))
    (problem,) = problems
    first = text([DEBT]).count("\n")
    assert (problem.code, problem.place.file, problem.place.line) == ("W291", f"roadmaps/{LIST}", first + 1)


@pytest.mark.parametrize(
    "debt",
    [
        Debt(file="roadmaps/zarechnaya-oblast/roadmap-2000.yaml", code="W261", message="Нет такого файла."),
        Debt(file=f"roadmaps/{CITY}", code="W999", message="Нет такого правила."),
    ],
    ids=["file is gone", "rule is gone"],
)
def test_gone(corpus_with: CorpusWith, debt: Debt) -> None:
    """A debt of a file or a rule that is gone is paid."""
    assert _codes(_with(corpus_with, DEBT, debt)) == (["W291"], ["W261"])


def test_not_asked(corpus_with: CorpusWith) -> None:
    """Whether a debt of a rule that was not asked is paid nobody knows."""
    unasked = Debt(file=f"roadmaps/{CITY}", code="W430", message="Не сказано, когда запись сверяли с документом.")
    assert _codes(_with(corpus_with, DEBT, unasked)) == ([], ["W261"])


def test_unread_record(corpus_with: CorpusWith) -> None:
    """While a record cannot be read, no debt is called paid."""
    assert _codes(_with(corpus_with, DEBT, roadmap="[\n")) == (["E002"], [])


def test_unread_list(corpus_with: CorpusWith) -> None:
    """A list of debts that cannot be read forgives nothing."""
    assert _codes(corpus_with({CITY: ROADMAP, LIST: "debts: [\n"})) == (["E002", "W261"], [])


def test_needless_allowance_is_no_debt(corpus_with: CorpusWith) -> None:
    """What is no longer needed cannot be put off."""
    allowed = ROADMAP.replace("sections:", "allow: {W303: так в документе}\nsections:")
    (needless,) = [each for each in check(corpus_with({CITY: allowed})) if each.code == "W290"]
    put_off = Debt(file=needless.place.file, code="W290", message=needless.message)
    assert "W290" in _codes(_with(corpus_with, DEBT, put_off, roadmap=allowed))[0]


def test_growth(corpus_with: CorpusWith) -> None:
    """Against a base a new debt is an error; a list that shrinks, or the first one, is none."""
    without_list = corpus_with({CITY: ROADMAP})
    empty = _with(corpus_with)
    full = _with(corpus_with, DEBT)
    doubled = _with(corpus_with, DEBT, DEBT)
    assert [each.code for each in check(full, base=empty)] == ["E291"]
    assert [each.code for each in check(doubled, base=full) if each.code == "E291"] == ["E291"]
    assert check(full, base=full) == ()
    assert check(full, base=doubled) == ()
    assert check(full, base=without_list) == ()


def test_text_is_read_back(corpus_with: CorpusWith) -> None:
    """Whatever a message holds, the written list gives it back."""
    debts = (
        Debt(file="roadmaps/а: б/#1.yaml", code="W301", message="Слово «{х}: [y]» – \"да\", 'нет' # не так\nи далее."),
        Debt.model_validate_json('{"file": "a", "code": "W302", "message": "- 1", "since": "2026-11-22"}'),
    )
    corpus = corpus_with({LIST: text(debts)})
    (content,) = [file.content for file in corpus.files if file.path == "registry/debts"]
    assert content is not None
    assert getattr(content, "debts", None) == debts


def test_empty_list(corpus_with: CorpusWith) -> None:
    """A list without debts stays a list: the next debt would be growth."""
    assert check(corpus_with({LIST: text([])})) == ()
