"""A deadline has one meaning, or an editor says which."""

from collections.abc import Iterator

from dorkarta.checks.deadlines import deadlines
from dorkarta.checks.rule import Finding, Rule, place
from dorkarta.records.corpus import Corpus


def find(corpus: Corpus) -> Iterator[Finding]:
    """Deadlines whose year could be one of several; the language of deadlines never guesses."""
    for each in deadlines(corpus):
        reading = each.timing.reading
        why = reading.ambiguity
        if why and not reading.intervals:
            hint = f"Например: dates: [{each.period.start}/{each.period.end}], и в inferred объясните, почему так."
            yield place(each.record, *each.path), f"Срок «{each.words}» можно понять по-разному. {why}", hint


RULE = Rule(
    code="E232",
    title="У каждого срока один смысл.",
    why="Месяц без года внутри периода в несколько лет — это несколько сроков; сайт не выбирает за редактора.",
    find=find,
)
