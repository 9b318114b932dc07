"""A deadline has one meaning, or an editor says which."""

from collections.abc import Iterator

from dorkarta.checks.deadlines import deadlines
from dorkarta.checks.rule import Example, Finding, Reach, Rule, place
from dorkarta.records.corpus import Corpus


def find(corpus: Corpus) -> Iterator[Finding]:
    """Deadlines whose year could be one of several; the language of deadlines never guesses."""
    for each in deadlines(corpus):
        reading = each.timing.reading
        why = reading.ambiguity
        if why and not reading.intervals:
            hint = f"Например, dates: [{each.period.start}/{each.period.end}]; в inferred объясните, почему так."
            yield Finding(place(each.record, *each.path), f"Срок «{each.words}» можно понять по-разному. {why}", hint)


RULE = Rule(
    code="E232",
    title="У каждого срока один смысл.",
    why="Месяц без года внутри периода в несколько лет – это несколько сроков; сайт не выбирает за редактора.",
    example=Example(
        bad="""
            - {id: "1", title: Семинар для учителей математики, deadline: март}
            - {id: "2", title: Анализ итогов, deadline: IV квартал}
        """,
        good="""
            - {id: "1", title: Семинар для учителей математики, deadline: март 2025}
            - id: "2"
              title: Анализ итогов
              deadline: IV квартал
              dates: [2024-10-01/2024-12-31]
              inferred: {dates: год назван в приложении}
        """,
    ),
    find=find,
    reach=Reach.FILE,
)
