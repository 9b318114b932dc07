"""The paper of a report: the eight columns of the official form."""

from collections.abc import Callable, Mapping

from dorkarta.documents import report
from dorkarta.documents.csv_table import csv_file
from dorkarta.documents.imprint import Imprint
from dorkarta.documents.paper import Paper
from dorkarta.records.corpus import Corpus

KRASNODAR = "krasnodar-krai/krasnodar/report-2020-2021"


def paper(corpus: Corpus) -> Paper:
    return report.make(corpus, corpus.reports[KRASNODAR], Imprint(publisher="Дорожные карты"))


def test_eight_columns_of_the_form(official: Corpus) -> None:
    """The columns stand under the headings of the document."""
    assert [column.title for column in paper(official).tables[0].columns] == [
        "Код региона",
        "Муниципалитет",
        "Все мероприятия, запланированные в муниципальной дорожной карте",
        "Краткое описание мероприятий",
        "Дата проведения мероприятия",
        "Организация, ответственная за проведение мероприятия",
        "Целевая аудитория мероприятия",
        "Ссылка на размещение документов, подтверждающих проведение мероприятия",
    ]


def test_every_entry_with_all_its_evidence(official: Corpus) -> None:
    """Each entry is a row that begins with region and municipality; no piece of evidence is missing."""
    entries = official.reports[KRASNODAR].content.entries
    rows = paper(official).tables[0].rows
    assert [row.id for row in rows] == [entry.id for entry in entries]
    for row, entry in zip(rows, entries, strict=True):
        assert row.cells[:3] == ("23", "Краснодар", entry.title)
        assert len((row.cells[7] or "").split("\n")) == max(1, len(entry.evidence))
        for each in entry.evidence:
            assert each.quote is None or each.quote in (row.cells[7] or "")


def test_no_person_stands_there(official: Corpus) -> None:
    """Where the source names persons, the cell says that they are not published (152-ФЗ)."""
    rows = paper(official).tables[0].rows
    entries = official.reports[KRASNODAR].content.entries
    for row, entry in zip(rows, entries, strict=True):
        assert ("152-ФЗ" in (row.cells[5] or "")) == ("responsible" in entry.withheld)


WITH_FIGURES = """
title: Отчёт области
level: region
period: 2023-09-01/2024-08-31
roadmap: zarechnaya-oblast/roadmap-2023-2024
source: {title: Отчёт области}
entries:
  - {id: "1", title: Совещание, description: Проведено., date: сентябрь 2023 года}
  - id: "2"
    title: Справка
    description: Написана справка.
    date: сентябрь 2023 года
    activity: "2"
    actuals:
      - {year: "2023", value: "2", notes: [{kind: remark, text: считали по приказам}]}
      - {value: 3 из 4}
"""


def test_figures_stand_behind_the_official_table(corpus_with: Callable[[Mapping[str, str]], Corpus]) -> None:
    """No figure that a report brings is lost on paper; a report without any has one table, as ever."""
    corpus = corpus_with({"zarechnaya-oblast/report-2023-2024.yaml": WITH_FIGURES})
    imprint = Imprint(publisher="Дорожные карты")
    found = report.make(corpus, corpus.reports["zarechnaya-oblast/report-2023-2024"], imprint)
    _, figures = found.tables
    name = "Количество аналитических справок"
    assert [row.cells for row in figures.rows] == [
        ("2", "Пункт 2", name, "2023", "1", "2"),
        ("2", "Пункт 2", name, "весь срок", "не менее 4", "3 из 4"),
    ]
    assert [found.remarks[number - 1].text for number in figures.rows[0].remarks] == ["считали по приказам"]
    city = report.make(corpus, corpus.reports["zarechnaya-oblast/verkhnerechensk/report-2023-2024"], imprint)
    assert len(city.tables) == 1
    for text in (name, "3 из 4"):
        assert text in csv_file(found).decode()
