"""Which demands of upper roadmaps are left without an answer, and when nothing is said."""

from collections.abc import Callable, Mapping

import pytest

from dorkarta.checks.checking import check
from dorkarta.diagnostic import stopping
from dorkarta.records.corpus import Corpus

CorpusWith = Callable[[Mapping[str, str]], Corpus]

REGION = "zarechnaya-oblast/roadmap-2023-2024"
CITY = "zarechnaya-oblast/verkhnerechensk"


def _roadmap(level: str, *rows: str, period: str = "2023-09-01/2024-08-31") -> str:
    listed = "".join(f"      - {{{row}}}\n" for row in rows)
    return (
        f"title: Карта\nlevel: {level}\nperiod: {period}\nsource: {{title: Карта}}\n"
        f"sections:\n  - id: s\n    title: Раздел\n    activities:\n{listed}"
    )


def _row(number: int, implements: str = "", more: str = "") -> str:
    answer = f", implements: {implements}" if implements else ""
    return f'id: "{number}", number: "{number}", title: Дело{answer}{more}'


def _open(corpus: Corpus) -> list[str]:
    """Which numbers are left open where: the end of each warning; other rules may warn of the short records too."""
    problems = check(corpus)
    assert not stopping(problems)
    told = [problem for problem in problems if problem.code == "W261"]
    return [f"{problem.place.file.rpartition('/')[2]}: {problem.message.rpartition(': ')[2]}" for problem in told]


def test_no_lower_roadmap(corpus_with: CorpusWith) -> None:
    """Where a territory has no roadmap of its own, nothing is known and nothing is said."""
    assert _open(corpus_with({})) == []


def test_open_demands(corpus_with: CorpusWith) -> None:
    """A city is told once, with the numbers of all that is left; demands on schools are not its own."""
    files = {f"{CITY}/roadmap-2023-2024.yaml": _roadmap("municipality", _row(1))}
    assert _open(corpus_with(files)) == ["roadmap-2023-2024.yaml: 4, 6."]


def test_answers_of_several_roadmaps(corpus_with: CorpusWith) -> None:
    """What one roadmap of the territory answers is not asked of the other."""
    files = {
        f"{CITY}/roadmap-2023.yaml": _roadmap("municipality", _row(1, f"{REGION}#4")),
        f"{CITY}/roadmap-2024.yaml": _roadmap("municipality", _row(1, f"{REGION}#6")),
    }
    assert _open(corpus_with(files)) == []


def test_answer_of_a_neighbour(corpus_with: CorpusWith) -> None:
    """What another municipality answers is still asked of this one."""
    neighbour = "zarechnaya-oblast/nizhnerechensk"
    files = {
        f"{neighbour}/territory.yaml": "title: Нижнереченск\ngenitive: Нижнереченска\nlocative: в Нижнереченске\n"
        "level: municipality\n",
        f"{neighbour}/roadmap-2023.yaml": _roadmap("municipality", _row(1, f"{REGION}#4"), _row(2, f"{REGION}#6")),
        f"{CITY}/roadmap-2024.yaml": _roadmap("municipality", _row(1, f"{REGION}#6")),
    }
    assert _open(corpus_with(files)) == ["roadmap-2024.yaml: 4."]


@pytest.mark.parametrize("period", ["2022-09-01/2023-08-31", "2024-09-01/2025-08-31"])
def test_another_time(corpus_with: CorpusWith, period: str) -> None:
    """A roadmap of another time answers for nothing of this one."""
    assert _open(corpus_with({f"{CITY}/roadmap-2024.yaml": _roadmap("municipality", _row(1), period=period)})) == []


def test_answer_through_another(corpus_with: CorpusWith) -> None:
    """A school answers the region through the city, and the city's own demand as well."""
    files = {
        f"{CITY}/roadmap-2024.yaml": _roadmap(
            "municipality",
            _row(1, f"[{REGION}#4, {REGION}#6]"),
            _row(2, f"{REGION}#5", ", level: school"),
            _row(3, "", ", level: school"),
        ),
        f"{CITY}/roadmap-school-1-2024.yaml": _roadmap("school", _row(1, f"{CITY}/roadmap-2024#2")),
    }
    assert _open(corpus_with(files)) == ["roadmap-school-1-2024.yaml: 3."]


def test_answer_to_a_part(corpus_with: CorpusWith) -> None:
    """Who answers a part of an activity answers the activity; a part alone is no demand of its own."""
    region = _roadmap(
        "region", _row(1, "", ', level: municipality, activities: [{id: "1.1", title: А}, {id: "1.2", title: Б}]')
    )
    files = {
        "zarechnaya-oblast/roadmap-2023-2024.yaml": region,
        f"{CITY}/roadmap-2024.yaml": _roadmap("municipality", _row(1, f"{REGION}#1.2")),
        f"{CITY}/report-2023-2024.yaml": "title: Отчёт\nlevel: municipality\nperiod: 2023-09-01/2024-08-31\n"
        'source: {title: Отчёт}\nentries: [{id: "1", title: А}]\n',
    }
    assert _open(corpus_with(files)) == []


def test_cancelled_demand(corpus_with: CorpusWith) -> None:
    """What was called off is asked of nobody."""
    region = _roadmap(
        "region",
        _row(1, "", ", level: municipality, cancelled: {date: 2024-01-10}"),
        _row(4, "", ", level: municipality"),
    )
    files = {
        "zarechnaya-oblast/roadmap-2023-2024.yaml": region,
        f"{CITY}/roadmap-2024.yaml": _roadmap("municipality", _row(1)),
    }
    assert _open(corpus_with(files)) == ["roadmap-2024.yaml: 4."]
