"""Words for the one who runs a command."""

import sys
from collections import Counter
from collections.abc import Iterable

from dorkarta.diagnostic import Diagnostic, Severity
from dorkarta.records.corpus import Corpus
from dorkarta.records.walk import activities
from dorkarta.text import numeral

_NOUNS = {
    Severity.ERROR: ("ошибка", "ошибки", "ошибок"),
    Severity.WARNING: ("предупреждение", "предупреждения", "предупреждений"),
}


def report(problems: Iterable[Diagnostic]) -> None:
    """Print diagnostics, one after another, and how many errors and warnings there are."""
    listed = list(problems)
    for problem in listed:
        print(f"{problem.place}: {_NOUNS[problem.severity][0]} {problem.code}: {problem.message}", file=sys.stderr)
        if problem.hint:
            print(f"    {problem.hint}", file=sys.stderr)
    counts = Counter(problem.severity for problem in listed)
    if listed:
        said = (numeral(counts[severity], *nouns) for severity, nouns in _NOUNS.items() if counts[severity])
        print(", ".join(said), file=sys.stderr)


def summary(corpus: Corpus) -> str:
    """What was checked, in numbers."""
    planned = [len(list(activities(record.content))) for record in corpus.roadmaps.values()]
    whole = [sum(len(chain) == 1 for _, _, chain in activities(record.content)) for record in corpus.roadmaps.values()]
    entries = sum(len(record.content.entries) for record in corpus.reports.values())
    return (
        f"Ошибок нет. Проверено: {numeral(len(corpus.roadmaps), 'дорожная карта', 'дорожные карты', 'дорожных карт')}, "
        f"{numeral(sum(whole), 'мероприятие', 'мероприятия', 'мероприятий')} "
        f"и {numeral(sum(planned) - sum(whole), 'подпункт', 'подпункта', 'подпунктов')}; "
        f"{numeral(len(corpus.reports), 'отчёт', 'отчёта', 'отчётов')}, "
        f"{numeral(entries, 'запись', 'записи', 'записей')}; "
        f"{numeral(len(corpus.practices), 'практика', 'практики', 'практик')}."
    )
