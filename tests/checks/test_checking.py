"""All rules together: order, and silence where one mistake would cause many."""

from collections.abc import Callable, Mapping

import pytest

from dorkarta.checks.checking import RULES, check
from dorkarta.checks.rule import Rule
from dorkarta.records.corpus import Corpus

CorpusWith = Callable[[Mapping[str, str]], Corpus]

BROKEN = "[\n"
CITY = "zarechnaya-oblast/verkhnerechensk"


def _codes(corpus: Corpus) -> list[str]:
    return [problem.code for problem in check(corpus)]


def test_order(corpus_with: CorpusWith) -> None:
    """Diagnostics come by file, line and column, whatever rule found them."""
    roadmap = (
        "title: Карта\nlevel: municipality\nperiod: 2025-01-01/2025-12-31\nsource: {title: Карта}\nsections:\n"
        '  - {id: "1", title: Раздел, activities: [{id: "1.1", form: танец, responsible: [Никто]}]}\n'
    )
    problems = check(corpus_with({f"{CITY}/roadmap-2025.yaml": roadmap, "registry/forms.yaml": "forms: {}\n"}))
    assert [str(problem.place).rpartition("/")[2] + " " + problem.code for problem in problems] == [
        "forms.yaml:1:8 E006",
        "roadmap-2025.yaml:6:43 E240",
        "roadmap-2025.yaml:6:82 E201",
    ]


@pytest.mark.parametrize("vocabulary", ["bodies", "forms", "audiences", "levels"])
def test_broken_vocabulary(corpus_with: CorpusWith, vocabulary: str) -> None:
    """A mistake in a list does not call unknown all that stands in it."""
    assert _codes(corpus_with({f"registry/{vocabulary}.yaml": BROKEN})) == ["E002"]


def test_broken_documents(corpus_with: CorpusWith) -> None:
    """A mistake in a list of documents does not call every document unknown."""
    assert _codes(corpus_with({"zarechnaya-oblast/documents.yaml": BROKEN})) == ["E002"]


def test_broken_roadmap(corpus_with: CorpusWith) -> None:
    """A mistake in a roadmap does not call wrong the reports that refer to it."""
    assert _codes(corpus_with({"zarechnaya-oblast/roadmap-2023-2024.yaml": BROKEN})) == ["E002"]


def test_broken_territory(corpus_with: CorpusWith) -> None:
    """A mistake in the description of a territory does not call the territory undescribed."""
    assert _codes(corpus_with({f"{CITY}/territory.yaml": BROKEN})) == ["E002"]


@pytest.mark.parametrize("vocabulary", ["risk-factors", "forms", "bodies"])
def test_broken_vocabulary_of_practices(levels_with: CorpusWith, vocabulary: str) -> None:
    """A mistake in a list does not call unknown what practices name of it."""
    assert _codes(levels_with({f"registry/{vocabulary}.yaml": BROKEN})) == ["E002"]


def test_broken_upper_roadmap(levels_with: CorpusWith) -> None:
    """A mistake in a roadmap does not call wrong the practices, the risks and the lower roadmaps that refer to it."""
    assert _codes(levels_with({"zarechnaya-oblast/roadmap-2023-2024.yaml": BROKEN})) == ["E002"]


def test_broken_lower_roadmap(levels_with: CorpusWith) -> None:
    """A mistake in a roadmap that answers demands does not leave them without an answer."""
    assert _codes(levels_with({f"{CITY}/roadmap-2023-2024.yaml": BROKEN})) == ["E002"]


def test_broken_system(levels_with: CorpusWith) -> None:
    """A mistake in a system of work does not call unknown the steps that cite it."""
    assert _codes(levels_with({"zarechnaya-oblast/system.yaml": BROKEN})) == ["E002"]


def test_practice_named_as_a_vocabulary(levels_with: CorpusWith) -> None:
    """A broken practice with the name of a list silences no rule."""
    files = {"content/practices/forms.md": "", f"{CITY}/roadmap-2025.yaml": _dancing()}
    assert _codes(levels_with(files)) == ["E002", "E203"]


def _dancing() -> str:
    return (
        "title: Карта\nlevel: municipality\nperiod: 2025-01-01/2025-12-31\nsource: {title: Карта}\nsections:\n"
        '  - {id: "1", title: Раздел, activities: [{id: "1.1", title: Вечер, form: танец}]}\n'
    )


def test_misplaced_file(corpus_with: CorpusWith) -> None:
    """A file in a wrong place is told once; nobody is asked to describe the place as a territory."""
    assert _codes(corpus_with({"zarechnaya-oblast/a/b/roadmap-1.yaml": "", "Тула/roadmap-1.yaml": ""})) == ["E008"] * 2


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_words_of_a_rule(rule: Rule) -> None:
    """Every rule says in Russian what it demands and why, each in whole sentences."""
    for words in (rule.title, rule.why):
        assert words[0].isupper() or words[0] == "«"
        assert words.endswith(".")
        assert any("а" <= letter <= "я" for letter in words)


def test_codes_are_unique() -> None:
    """A code means one rule."""
    listed = [rule.code for rule in RULES]
    assert len(listed) == len(set(listed))
