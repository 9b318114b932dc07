"""A deadline has one meaning, or an editor says which."""

from collections.abc import Iterator

from dorkarta.checks.deadline_read import deadlines
from dorkarta.checks.rule import Finding, Rule, place
from dorkarta.deadline import Kind, read
from dorkarta.records.corpus import Corpus


def find(corpus: Corpus) -> Iterator[Finding]:
    """Deadlines whose year could be one of several; the language of deadlines never guesses."""
    for record, path, words, period in deadlines(corpus):
        reading = read(words, period=period)
        asks = [doubt for doubt in reading.doubts if "dates:" in doubt]
        if asks and not reading.intervals and reading.kind is not Kind.UNPARSEABLE:
            hint = "Например: dates: [2021-03-01/2021-03-31], и в inferred объясните, почему так."
            yield place(record, *path), f"Срок «{words}» можно понять по-разному. {asks[0]}", hint


RULE = Rule(
    code="E232",
    title="У каждого срока один смысл.",
    why="Месяц без года внутри периода в несколько лет — это несколько сроков; сайт не выбирает за редактора.",
    find=find,
)
