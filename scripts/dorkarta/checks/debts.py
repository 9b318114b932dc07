"""Old debt: known warnings that do not count, so that no editor pays for another's; the list may only shrink."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from dorkarta.checks.allowances import NEEDLESS
from dorkarta.checks.rule import ChangeRule, Example, Finding, Requirement, at
from dorkarta.diagnostic import Diagnostic, Severity
from dorkarta.model.debt import Debt, Debts
from dorkarta.records.corpus import Corpus
from dorkarta.records.files import RecordFile

Key = tuple[str, str, str]
"""File, code and message: a debt stays the same when lines move."""

_EXAMPLE: Final = Example(
    bad="""
        debts:
          - file: roadmaps/zarechnaya-oblast/verkhnerechensk/roadmap-2023-2024.yaml
            code: W261
    """,
    good="""
        debts: []
    """,
)

PAID = Requirement(
    code="W291",
    title="В списке долгов нет того, что уже исправлено.",
    why="Исправленный долг, оставшийся в списке, молча простил бы такую же ошибку снова.",
    example=_EXAMPLE,
    severity=Severity.WARNING,
)


def split(
    problems: Iterable[Diagnostic], corpus: Corpus, *, unasked: Collection[str]
) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """The problems that count, among them debts that are paid, and those that are old debt.

    Arguments:
        problems: What was found, in order.
        corpus: The records with the list of debts.
        unasked: The codes of the rules that did not run; whether a debt of theirs is paid nobody knows.
    """
    owed = Counter(key_of_debt(debt) for debt in recorded(corpus))
    counting: list[Diagnostic] = []
    old: list[Diagnostic] = []
    for problem in problems:
        key = key_of(problem)
        if owed[key] > 0 and is_recordable(problem):
            owed[key] -= 1
            old.append(problem)
        else:
            counting.append(problem)
    counting.extend(PAID.told(finding) for finding in _paid(corpus, owed, unasked))
    return counting, old


def is_recordable(problem: Diagnostic) -> bool:
    """Whether a problem can be a debt: an error cannot, and what is no longer needed is taken away, not recorded."""
    return problem.severity is Severity.WARNING and problem.code not in {NEEDLESS.code, PAID.code}


def _paid(corpus: Corpus, left: Counter[Key], unasked: Collection[str]) -> Iterator[Finding]:
    for file, index, debt in reversed(list(_debts(corpus))):
        if debt.code not in unasked and left[key_of_debt(debt)] > 0:
            left[key_of_debt(debt)] -= 1
            yield _finding(
                file,
                index,
                f"Долг {debt.code} погашен: такого предупреждения в файле «{debt.file}» больше нет.",
                "Уберите строку: dorkarta check --record-debts.",
            )


def find_new(corpus: Corpus, base: Corpus) -> Iterator[Finding]:
    """Debts that the base does not know; where it had no list yet, all of them are the first record."""
    before = [content for file in base.files if isinstance(content := file.content, Debts)]
    if not before:
        return
    known = Counter(key_of_debt(debt) for debt in recorded(base))
    for file, index, debt in _debts(corpus):
        known[key_of_debt(debt)] -= 1
        if known[key_of_debt(debt)] < 0:
            message = f"Новый долг: предупреждение {debt.code} о файле «{debt.file}»."
            yield _finding(file, index, message, "Устраните то, о чём предупреждение, или объясните его в allow.")


GROWN = ChangeRule(
    code="E291",
    title="Список долгов только убывает.",
    why="Долг прощён тем, кто был раньше правила; новую ошибку исправляет тот, кто её сделал.",
    example=_EXAMPLE,
    find=find_new,
)


def recorded(corpus: Corpus) -> tuple[Debt, ...]:
    """All debts of the list."""
    return tuple(debt for _, _, debt in _debts(corpus))


def key_of(problem: Diagnostic) -> Key:
    """What a warning is known by."""
    return problem.place.file, problem.code, problem.message.strip()


def key_of_debt(debt: Debt) -> Key:
    """The warning that a debt means."""
    return debt.file, debt.code, debt.message


def _debts(corpus: Corpus) -> Iterator[tuple[RecordFile, int, Debt]]:
    for file in corpus.files:
        if file.model is Debts and isinstance(file.content, Debts):
            for index, debt in enumerate(file.content.debts):
                yield file, index, debt


def _finding(file: RecordFile, index: int, message: str, hint: str) -> Finding:
    return Finding(at(file.file, file.marks.at(("debts", index))), message, hint)
