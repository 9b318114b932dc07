"""Writing the list of old debt: once from the warnings that there are, later only to take away what is paid."""

import datetime
from collections import Counter
from pathlib import Path
from typing import Final

from dorkarta.checks import debts
from dorkarta.drafts.debts import text
from dorkarta.model.debt import Debt
from dorkarta.records.folders import RECORDS
from dorkarta.records.kinds import REGISTRY
from dorkarta.site.checked import CheckedProject
from dorkarta.text import numeral

FILE: Final = f"{RECORDS}/{REGISTRY}/debts.yaml"


class GrowthError(Exception):
    """The list would grow; the message says by how much."""


def record_debts(project: Path, checked: CheckedProject, today: datetime.date) -> str:
    """Write the list and say what was done.

    Raises:
        GrowthError: there is a list already, and warnings that it does not know. What is paid is taken away before.
        OSError: the file cannot be written.
    """
    target = project / FILE
    fresh = [problem for problem in checked.problems if debts.is_recordable(problem)]
    if target.exists():
        kept = _still_owed(checked)
        _write(target, kept)
        if fresh:
            raise GrowthError(
                f"Список долгов есть и может только убывать. Новых предупреждений: {len(fresh)}; они не записаны: "
                "исправьте их или объясните в allow."
            )
        return f"Осталось долгов: {len(kept)} ({FILE})."
    if not fresh:
        return "Предупреждений нет, записывать нечего."
    _write(target, [_debt(*debts.key_of(problem), today) for problem in fresh])
    return f"Записано: {numeral(len(fresh), 'долг', 'долга', 'долгов')} ({FILE})."


def _still_owed(checked: CheckedProject) -> list[Debt]:
    owed = Counter(map(debts.key_of, checked.debts))
    kept = []
    for debt in debts.recorded(checked.corpus):
        key = debts.key_of_debt(debt)
        if owed[key] > 0:
            owed[key] -= 1
            kept.append(debt)
    return kept


def _debt(file: str, code: str, message: str, today: datetime.date) -> Debt:
    return Debt(file=file, code=code, message=message, since=today)


def _write(target: Path, owed: list[Debt]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text(owed), encoding="utf-8", newline="\n")
