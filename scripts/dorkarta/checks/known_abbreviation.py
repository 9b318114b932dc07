"""Every abbreviation is explained somewhere."""

from collections.abc import Iterator

from dorkarta.checks.rule import Example, Finding, Rule
from dorkarta.checks.slips import breaches
from dorkarta.diagnostic import Severity
from dorkarta.records.corpus import COUNTRY, Corpus
from dorkarta.spelling.abbreviations import unknown_abbreviations
from dorkarta.text import perhaps


def find(corpus: Corpus) -> Iterator[Finding]:
    """Words in capitals that no list explains and no name holds, each once in a file; the country's lists are free."""
    told: set[tuple[str, str]] = set()
    shorts = [each.content.short for path in (COUNTRY, *corpus.territories) for each in corpus.own_abbreviations(path)]
    for wrong in breaches(corpus, unknown_abbreviations):
        if wrong.territory != COUNTRY and (wrong.place.file, wrong.words) not in told:
            told.add((wrong.place.file, wrong.words))
            near = perhaps(wrong.words, shorts)
            hint = "Впишите расшифровку в abbreviations.yaml территории." + (f" {near}" if near else "")
            yield Finding(wrong.place, f"Сокращение «{wrong.words}» нигде не объяснено.", hint, wrong.words)


RULE = Rule(
    code="W307",
    title="Каждое сокращение объяснено.",
    why="Сайт показывает расшифровку сокращений тому, кто их не знает: родителю, новому учителю, другому ведомству.",
    example=Example(
        bad="""\
- id: "1"
  title: Заседание РСК по итогам года
""",
        good="""\
- id: "1"
  title: Заседание регионального совета кураторов по итогам года
""",
    ),
    severity=Severity.WARNING,
    find=find,
)
