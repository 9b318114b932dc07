"""The paper of a practice says all that its page says."""

import datetime
from collections.abc import Callable, Mapping

from dorkarta.documents import practice
from dorkarta.documents.imprint import Imprint
from dorkarta.documents.paper import Paper, Table
from dorkarta.model.note import NoteKind
from dorkarta.records import naming
from dorkarta.records.corpus import Corpus
from dorkarta.records.plan import Plan, plan_of

CorpusWith = Callable[[Mapping[str, str]], Corpus]

IMPRINT = Imprint(publisher="Дорожные карты", site_url="https://example.org/shnor/")


def papers(plan: Plan, imprint: Imprint = IMPRINT) -> Mapping[str, Paper]:
    return {name: practice.make(plan, record, imprint) for name, record in plan.corpus.practices.items()}


def table(paper: Paper, title: str) -> Table | None:
    return next((each for each in paper.tables if each.title == title), None)


def texts(paper: Paper) -> str:
    cells = (cell or "" for each in paper.tables for row in each.rows for cell in row.cells)
    return "\n".join((*(fact.value for fact in paper.facts), *cells, *(remark.text for remark in paper.remarks)))


def test_nothing_is_lost(official_plan: Plan) -> None:
    """Every text of a practice's head stands in its paper, and a row for each step, activity, entry and document."""
    for name, paper in papers(official_plan).items():
        content, said = official_plan.corpus.practices[name].content, texts(paper)
        result = (content.result.text, content.result.measured) if content.result else ()
        notes = (note.text for note in content.notes if note.kind is not NoteKind.REPAIR)
        fields = (content.problem, content.summary, content.proof_why, content.risks_why, content.contact, *result)
        for text in (*fields, *(step.text for step in content.steps), *notes):
            assert text is None or text in said, (name, text)
        assert naming.PROOF_TITLES[content.proof] in paper.facts[0].value
        rows = {"Шаги": content.steps, "Мероприятия": content.activities, "В отчётах": content.entries}
        for title, things in {**rows, "Документы": content.documents}.items():
            found = table(paper, title)
            assert len(found.rows if found else ()) == len(things), (name, title)


def test_the_paper_is_that_of_the_page(official_plan: Plan) -> None:
    """Its files are named after the address of the page, and its code leads there."""
    paper = papers(official_plan)["network-pairs"]
    assert paper.stem == "practices/network-pairs"
    assert paper.live == "https://example.org/shnor/practices/network-pairs/"
    assert paper.title == "Сетевые пары руководителей"


def test_one_source_is_named_once(official_plan: Plan) -> None:
    """Where all steps are of one record it stands over the table; of several, in every row."""
    found = papers(official_plan)
    one, several = table(found["network-pairs"], "Шаги"), table(found["mentor-centre"], "Шаги")
    assert one
    assert several
    assert one.lead == "Источник: Муниципальная дорожная карта: Тула, 2020–2021"
    assert [column.key for column in one.columns] == ["number", "text", "place"]
    assert several.lead is None
    assert [column.key for column in several.columns] == ["number", "text", "place", "record"]
    assert {row.cells[3] for row in several.rows} == {
        "Краевая дорожная карта: Краснодарский край, 2020–2021",
        "Содержательное наполнение системы: Краснодарский край",
    }


def test_a_plan_only_expects(official_plan: Plan) -> None:
    """What is only planned has an expected result and a place where it is foreseen; a report's practice was done."""
    for name, paper in papers(official_plan).items():
        labels = {fact.label for fact in paper.facts}
        planned = official_plan.corpus.practices[name].content.proof.value == "planned"
        assert ("Что предусмотрено" in labels) is planned
        assert ("Что делали" in labels) is not planned
        assert "Результат" not in labels if planned else "Ожидаемый результат" not in labels


def test_everything_that_a_head_may_hold(levels: Corpus) -> None:
    """Subject, prose, notes and reasons of what is not printed come along."""
    (paper,) = papers(plan_of(levels)).values()
    facts = {fact.label: fact.value for fact in paper.facts}
    assert facts["Учебный предмет"] == "математика"
    assert facts["Подробнее"] == "Вебинар **один**, курсы идут дважды в год."
    kinds = [remark.kind for remark in paper.remarks]
    assert kinds[:2] == ["Замечание", "Восстановлено (учебный предмет)"]


def test_the_edition_is_that_of_all_that_it_cites(levels: Corpus) -> None:
    """A later change of a roadmap that a step cites dates the paper; an unknown change dates nothing."""
    plan = plan_of(levels)
    files = {file.file: datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC) for file in levels.files}
    roadmap = "roadmaps/zarechnaya-oblast/roadmap-2023-2024.yaml"
    later = files | {roadmap: datetime.datetime(2026, 5, 1, tzinfo=datetime.UTC)}
    (paper,) = papers(plan, Imprint(publisher="П", modified=later)).values()
    assert paper.changed == datetime.date(2026, 5, 1)
    (paper,) = papers(plan, Imprint(publisher="П", modified={})).values()
    assert paper.changed is None
    assert paper.moment.date() == datetime.date(2026, 11, 22)
