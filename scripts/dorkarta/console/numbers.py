"""What was found, in numbers."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from dorkarta.diagnostic import Diagnostic, Severity
from dorkarta.text import numeral

NOUNS: Final = {
    Severity.ERROR: ("ошибка", "ошибки", "ошибок"),
    Severity.WARNING: ("предупреждение", "предупреждения", "предупреждений"),
}


def counted(problems: Iterable[Diagnostic]) -> str:
    """«2 ошибки, 1 предупреждение; старый долг: 12»"""
    listed = list(problems)
    counts = Counter(problem.severity for problem in listed if not problem.old)
    said = ", ".join(numeral(counts[severity], *nouns) for severity, nouns in NOUNS.items() if counts[severity])
    owed = sum(problem.old for problem in listed)
    return "; ".join(filter(None, (said, f"старый долг: {owed}" if owed else "")))
