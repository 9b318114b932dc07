"""What was checked, in numbers."""

from dorkarta.console.numbers import NOUNS
from dorkarta.diagnostic import Severity
from dorkarta.records.corpus import Corpus
from dorkarta.records.walk import activities
from dorkarta.text import numeral


def summary(corpus: Corpus, *, debts: int = 0) -> str:
    """What was checked, in numbers, and how much old debt there is."""
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
        + (f" Старый долг: {numeral(debts, *NOUNS[Severity.WARNING])}." if debts else "")
    )
