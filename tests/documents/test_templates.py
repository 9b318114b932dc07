"""Papers to fill in: made of known documents, empty where people write."""

import io
import re

import docx
import pytest
from python_calamine import CalamineWorkbook

from dorkarta.documents import templates
from dorkarta.documents.imprint import Imprint
from dorkarta.documents.paper import Paper, RowKind
from dorkarta.documents.word.document import docx_file
from dorkarta.documents.xlsx import xlsx_file
from dorkarta.drafts.demand import demands
from dorkarta.model.level import LevelId
from dorkarta.records.plan import Plan

IMPRINT = Imprint(publisher="Дорожные карты", site_url="https://example.org/shnor/")


@pytest.fixture(scope="module")
def papers(official_plan: Plan) -> dict[str, Paper]:
    """Every paper to fill in, by the name of its files."""
    drafted = (templates.demand_paper(official_plan, *each, IMPRINT) for each in demands(official_plan))
    return {paper.stem: paper for paper in (*templates.blanks(official_plan, IMPRINT), *drafted)}


def test_every_template_of_the_registry_is_made(official_plan: Plan, papers: dict[str, Paper]) -> None:
    """Beside them stand the drafts of what each region demands of its levels."""
    assert list(papers) == [
        *(f"templates/{template.id}" for template in official_plan.corpus.templates),
        "templates/krasnodar-krai/roadmap-2020-2021-municipality",
        "templates/krasnodar-krai/roadmap-2020-2021-school",
    ]


def test_all_that_templates_name_is_there(official_plan: Plan) -> None:
    """A roadmap or an activity that is gone would silently leave a form without its rows."""
    corpus = official_plan.corpus
    for template in corpus.templates:
        assert template.roadmap is None or template.roadmap in corpus.roadmaps
        assert bool(template.roadmap) is not bool(template.tables)
        for table in template.tables:
            for section in table.sections:
                assert set(section.activities) <= set(official_plan.by_key)


def test_a_blank_after_a_roadmap_has_its_headings_and_none_of_its_rows(
    official_plan: Plan, papers: dict[str, Paper]
) -> None:
    """Sections and columns are the roadmap's, every other cell is empty."""
    (table,) = papers["templates/municipal-roadmap-by-risks"].tables
    assert [column.title for column in table.columns] == [
        "№ п/п",
        "Содержание действия",
        "Ответственный исполнитель",
        "Сроки",
        "Ожидаемые результаты",
    ]
    roadmap = official_plan.corpus.roadmaps["voronezh-oblast/ertil/roadmap-2021"].content
    top = [row.cells[0] for row in table.rows if row.kind is RowKind.SECTION and row.depth == 0]
    assert top == [f"{section.number}. {section.title}" for section in roadmap.sections]
    assert {cell for row in table.rows if row.kind is not RowKind.SECTION for cell in row.cells} == {""}


def test_years_of_a_roadmap_become_years_to_be_named(papers: dict[str, Paper]) -> None:
    """A blank for years to come does not offer those that are past."""
    (table,) = papers["templates/municipal-roadmap-by-measures"].tables
    assert [column.title for column in table.columns if column.group == "Срок реализации, годы"] == [
        "20___\u00a0г."
    ] * 3


def test_every_heading_has_room_to_write(papers: dict[str, Paper]) -> None:
    """Under the last heading of each chain stand empty rows."""
    for stem, paper in papers.items():
        if stem.startswith("templates/krasnodar-krai"):
            continue
        for table in paper.tables:
            for row, after in zip(table.rows, (*table.rows[1:], None), strict=True):
                is_last = after is None or (after.kind is RowKind.SECTION and after.depth <= row.depth)
                assert not (row.kind is RowKind.SECTION and is_last), (stem, row)


def test_no_template_calls_itself_approved(papers: dict[str, Paper]) -> None:
    """The ministry's own templates are not among the sources; each paper says what it is made of."""
    for paper in papers.values():
        (source,) = paper.sources
        assert source.startswith(("Бланк по образцу, не утверждённый макет. ", "Проект по карте «"))
        assert "макет" not in paper.title.lower()


def test_a_draft_holds_every_demand(official_plan: Plan, papers: dict[str, Paper]) -> None:
    """All 32 activities of municipalities and 13 of schools stand there with form, deadline and who answers."""
    for level, count in ((LevelId.MUNICIPALITY, 32), (LevelId.SCHOOL, 13)):
        paper = papers[f"templates/krasnodar-krai/roadmap-2020-2021-{level}"]
        (table,) = paper.tables
        items = [row for row in table.rows if row.kind is RowKind.ITEM]
        assert len(items) == count
        upper = [one for one in official_plan.by_roadmap["krasnodar-krai/roadmap-2020-2021"] if one.level is level]
        assert [row.cells[3] for row in items] == [one.activity.deadline for one in upper]
        assert [column.key for column in table.columns] == ["number", "title", "form", "deadline", "responsible"]


def test_ready_rows_come_from_the_roadmap(official_plan: Plan, papers: dict[str, Paper]) -> None:
    """The plan of a mentor centre lists what the regional roadmap demands of it, in its words."""
    table = papers["templates/mentor-centre-plan"].tables[2]
    one = official_plan.by_key["krasnodar-krai/roadmap-2020-2021#85"].activity
    assert table.rows[1].cells == ("2", one.title, one.form, one.deadline, "МНЦ")


def test_word_and_excel_open_them(papers: dict[str, Paper]) -> None:
    """Both programs' readers find the heading of every paper, and the same bytes are made twice."""
    for paper in papers.values():
        word, excel = docx_file(paper), xlsx_file(paper)
        assert word == docx_file(paper)
        assert excel == xlsx_file(paper)
        words = " ".join(each.text for each in docx.Document(io.BytesIO(word)).paragraphs)
        assert paper.title in re.sub(r"\s+", " ", words)
        sheets = CalamineWorkbook.from_filelike(io.BytesIO(excel))
        assert len(sheets.sheet_names) >= len(paper.tables)
