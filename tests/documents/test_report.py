"""The paper of a report: the eight columns of the official form."""

from dorkarta.documents import report
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
