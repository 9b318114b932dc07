"""One mistake is told once, by the name of its cause; the hint never leads to something else."""

import datetime
from collections.abc import Callable, Mapping

import pytest

from dorkarta.checks import known_activity, known_body, numbers_in_order, record_reviewed
from dorkarta.records.corpus import Corpus

CorpusWith = Callable[[Mapping[str, str]], Corpus]

ROADMAP = """\
title: Карта
level: {level}
period: 2024-01-01/2024-12-31
source: {{title: Карта}}
reviewed: 2024-05-01
sections:
  - id: "1"
    title: Раздел
    activities:
      - {{id: "1.1", number: "1.1", title: Отбор школ, responsible: [{body}]}}
      - {{id: "1.2", number: "1.2", title: Семинар, responsible: [{body}]}}
      - {{id: "1.3", number: "1.3", title: Итоги, responsible: [{body}]}}
"""
REPORT = """\
title: Отчёт
level: region
period: 2024-01-01/2024-12-31
source: {title: Отчёт}
entries:
"""
CITY = "zarechnaya-oblast/verkhnerechensk"


def _entry(identity: str, number: str, activity: str | None) -> str:
    tied = f", activity: {activity}" if activity else ""
    return f'  - {{id: "{identity}", number: "{number}", title: Запись{tied}}}\n'


def test_body_of_another_territory(corpus_with: CorpusWith) -> None:
    """A name that only another territory knows: the hint asks whether the record lies in the right folder."""
    roadmap = ROADMAP.format(level="region", body="Управление образования города Верхнереченска")
    corpus = corpus_with({"zarechnaya-oblast/roadmap-2024.yaml": roadmap})
    hints = {each.hint for each in known_body.RULE.find(corpus)}
    assert len(hints) == 1
    assert f"Такое имя есть в списке территории «{CITY}»" in str(hints)


@pytest.mark.parametrize(
    ("reference", "hint"),
    [
        (f"{CITY}/roadmap-2024#1.33", f"Возможно, «{CITY}/roadmap-2024#1.3»?"),
        (f"{CITY}/roadmap-2042#1.3", f"Возможно, «{CITY}/roadmap-2024#1.3»?"),
        ("zarechnaya-oblast/verhnerechensk/roadmap-2024#1.3", f"Возможно, «{CITY}/roadmap-2024#1.3»?"),
        (f"{CITY}/roadmap-2042#9.9", "Пишите путь карты и номер: krasnodar-krai/roadmap-2020-2021#36."),
    ],
)
def test_part_of_a_record(reference: str, hint: str, corpus_with: CorpusWith) -> None:
    """The part that is offered is of the same record, or the same part of a record beside it or named so."""
    files = {
        f"{CITY}/roadmap-2024.yaml": ROADMAP.format(level="municipality", body="УО"),
        "zarechnaya-oblast/report-2024.yaml": REPORT + _entry("1", "1", reference),
    }
    assert [each.hint for each in known_activity.RULE.find(corpus_with(files))] == [hint]


@pytest.mark.parametrize("name", ["roadmap-2024.yml", "Roadmap 2024.yaml", "roadmap_2024.yaml"])
def test_misnamed_file(name: str, corpus_with: CorpusWith) -> None:
    """A file whose name is nearly right is told of; what leads into it is not told to lead nowhere."""
    files = {
        f"{CITY}/{name}": ROADMAP.format(level="municipality", body="УО"),
        "zarechnaya-oblast/report-2024.yaml": REPORT + _entry("1", "1", f"{CITY}/roadmap-2024#1.3"),
    }
    corpus = corpus_with(files)
    assert list(known_activity.RULE.find(corpus)) == []
    hints = [problem.hint for file in corpus.files for problem in file.problems if problem.code == "E008"]
    assert "Переименуйте файл в «roadmap-2024.yaml»." in hints


def test_numbers_of_the_plan(corpus_with: CorpusWith) -> None:
    """An entry may have the number of its activity, whatever the report leaves out; a number of its own follows."""
    path = f"{CITY}/roadmap-2024"
    files = {
        f"{path}.yaml": ROADMAP.format(level="municipality", body="УО"),
        "zarechnaya-oblast/report-2024.yaml": REPORT
        + _entry("1", "1.1", f"{path}#1.1")
        + _entry("3", "1.3", f"{path}#1.3")
        + _entry("7", "7", None)
        + _entry("9", "9", None),
    }
    found = list(numbers_in_order.RULE.find(corpus_with(files)))
    assert [each.message for each in found] == ["После номера «7» стоит «9»: пропущен номер «8»."]


def test_reviewed_in_a_far_future(corpus_with: CorpusWith) -> None:
    """A misprint in the year does not silence the rule for long; a site as of an earlier day is no misprint."""
    files = {f"{CITY}/roadmap-2024.yaml": ROADMAP.format(level="municipality", body="УО")}

    def messages(year: int) -> list[str]:
        found = record_reviewed.RULE.find(corpus_with(files), datetime.date(year, 4, 30))
        return [each.message for each in found if "01.05.2024" in each.message]

    assert messages(1987) == ["Запись сверена с документом 01.05.2024, а этот день ещё не наступил."]
    assert messages(2020) == []
    assert messages(2024) == []
