"""What was checked, in numbers."""

from dorkarta.checks.facts import facts_of
from dorkarta.console.numbers import NOUNS
from dorkarta.diagnostic import Severity
from dorkarta.records.corpus import Corpus
from dorkarta.text import numeral


def summary(corpus: Corpus, *, debts: int = 0) -> str:
    """What was checked, in numbers, and how much old debt there is."""
    facts = facts_of(corpus)
    planned = sum(len(roadmap.activities) for roadmap in facts.roadmaps.values())
    whole = sum(roadmap.wholes for roadmap in facts.roadmaps.values())
    entries = sum(len(report.entries) for report in facts.reports.values())
    return (
        f"Ошибок нет. Проверено: {numeral(len(corpus.roadmaps), 'дорожная карта', 'дорожные карты', 'дорожных карт')}, "
        f"{numeral(whole, 'мероприятие', 'мероприятия', 'мероприятий')} "
        f"и {numeral(planned - whole, 'подпункт', 'подпункта', 'подпунктов')}; "
        f"{numeral(len(corpus.reports), 'отчёт', 'отчёта', 'отчётов')}, "
        f"{numeral(entries, 'запись', 'записи', 'записей')}; "
        f"{numeral(len(corpus.practices), 'практика', 'практики', 'практик')}."
        + (f" Старый долг: {numeral(debts, *NOUNS[Severity.WARNING])}." if debts else "")
    )
