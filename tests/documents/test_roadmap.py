"""The paper of a roadmap: all that its document prints, and nothing else."""

from collections.abc import Callable, Mapping

import pytest

from dorkarta.documents import roadmap
from dorkarta.documents.imprint import Imprint
from dorkarta.documents.paper import Paper, RowKind
from dorkarta.documents.roadmap import Cut
from dorkarta.model.level import LevelId
from dorkarta.records.corpus import Corpus
from dorkarta.records.plan import Plan, plan_of

CorpusWith = Callable[[Mapping[str, str]], Corpus]

IMPRINT = Imprint(publisher="Дорожные карты", site_url="https://example.org/shnor/")
KRASNODAR = "krasnodar-krai/roadmap-2020-2021"
KISLOVODSK = "stavropol-krai/kislovodsk/roadmap-2020-2022"
ERTIL = "voronezh-oblast/ertil/roadmap-2021"
TULA = "tula-oblast/tula/roadmap-2020-2021"
ALL = (KRASNODAR, KISLOVODSK, ERTIL, TULA)


def paper(plan: Plan, path: str, cut: Cut | None = None) -> Paper:
    return roadmap.make(plan, plan.corpus.roadmaps[path], IMPRINT, cut=cut)


def row_ids(made: Paper) -> list[str]:
    return [row.id for row in made.tables[0].rows if row.kind in (RowKind.ITEM, RowKind.PART)]


@pytest.mark.parametrize("path", ALL)
def test_every_activity_stands_once(official_plan: Plan, path: str) -> None:
    """A paper has every activity and every part of one, in the order of the document."""
    assert row_ids(paper(official_plan, path)) == [one.activity.id for one in official_plan.by_roadmap[path]]


@pytest.mark.parametrize("path", ALL)
def test_every_row_fills_every_column(official_plan: Plan, path: str) -> None:
    """A row has a cell for every column, a section has one in all."""
    table = paper(official_plan, path).tables[0]
    for row in table.rows:
        assert len(row.cells) == (1 if row.kind is RowKind.SECTION else len(table.columns))


@pytest.mark.parametrize("path", ALL)
def test_every_note_is_a_remark(official_plan: Plan, path: str) -> None:
    """No note of an activity is lost, and every number that a row names is a remark."""
    made = paper(official_plan, path)
    said = {remark.text for remark in made.remarks}
    assert said >= {note.text for one in official_plan.by_roadmap[path] for note in one.activity.notes}
    named = [number for row in made.tables[0].rows for number in row.remarks]
    assert named == sorted(named)
    assert set(named) <= {remark.number for remark in made.remarks}
    assert [remark.number for remark in made.remarks] == list(range(1, len(made.remarks) + 1))


@pytest.mark.parametrize(
    ("path", "headings"),
    [
        (KRASNODAR, ["№", "Наименование мероприятия", "Форма", "Сроки выполнения", "Ответственные"]),
        (TULA, ["№ п/п", "Наименование мероприятия", "Сроки исполнения", "Ответственные"]),
        (ERTIL, ["№ п/п", "Содержание действия", "Ответственный исполнитель", "Сроки", "Ожидаемые результаты"]),
    ],
)
def test_columns_are_the_documents(official_plan: Plan, path: str, headings: list[str]) -> None:
    """Columns stand as the document prints them; a form that was only inferred makes no column."""
    assert [column.title for column in paper(official_plan, path).tables[0].columns] == headings


def test_indicators_have_a_heading_of_two_rows(official_plan: Plan) -> None:
    """Kislovodsk's table groups results and years as its document does."""
    columns = paper(official_plan, KISLOVODSK).tables[0].columns
    assert [(column.group, column.title.replace("\u00a0", " ")) for column in columns] == [
        (None, "№ п/п"),
        (None, "Наименование задачи/мероприятия"),
        ("Результат выполнения мероприятия", "наименование"),
        ("Результат выполнения мероприятия", "плановое значение"),
        ("Срок реализации, годы", "2020 г."),
        ("Срок реализации, годы", "2021 г."),
        ("Срок реализации, годы", "2022 г."),
        (None, "Исполнитель и соисполнители мероприятия"),
    ]


@pytest.mark.parametrize("path", ALL)
def test_cuts_cover_the_roadmap(official_plan: Plan, path: str) -> None:
    """The parts that are offered hold every activity, and only such as the whole has."""
    cuts = list(roadmap.cuts(official_plan, official_plan.corpus.roadmaps[path]))
    inside = {identity for cut in cuts for identity in row_ids(paper(official_plan, path, cut))}
    assert inside == set(row_ids(paper(official_plan, path)))
    assert len({paper(official_plan, path, cut).stem for cut in cuts}) == len(cuts)


def test_a_level_holds_only_its_activities(official_plan: Plan) -> None:
    """The municipal paper of the region has the municipal activities and says that it is a part."""
    made = paper(official_plan, KRASNODAR, Cut(level=LevelId.MUNICIPALITY))
    expected = [one.activity.id for one in official_plan.by_roadmap[KRASNODAR] if one.level is LevelId.MUNICIPALITY]
    assert row_ids(made) == expected
    assert made.part == "Муниципальный уровень"


def test_an_unknown_part_is_refused(official_plan: Plan) -> None:
    """A section that does not exist makes no empty paper."""
    with pytest.raises(KeyError):
        paper(official_plan, KRASNODAR, Cut(section="99"))


def test_grif_names_act_or_post(official_plan: Plan) -> None:
    """An act is named with date and number, else the post; never a person."""
    ertil = paper(official_plan, ERTIL).grif
    assert ertil[0] == "УТВЕРЖДЕНО"
    assert ertil[1].replace("\u00a0", " ") == "распоряжением от 18 мая 2021 г. № 51"
    assert ertil[2].startswith("Заместитель главы администрации")
    krasnodar = paper(official_plan, KRASNODAR).grif
    assert krasnodar[1].startswith("Министр образования")
    assert krasnodar[2].replace("\u00a0", " ") == "30 ноября 2020 г."
    assert paper(official_plan, TULA).grif == ()


def test_a_lost_cell_says_so(official_plan: Plan) -> None:
    """What the scan lost is marked in its cell, never empty without a word."""
    rows = {row.id: row for row in paper(official_plan, KRASNODAR).tables[0].rows}
    assert rows["107"].cells[1] == "Название в скане утрачено"
    assert rows["71"].cells[2] == roadmap.LOST
    assert rows["107"].remarks
    assert rows["71"].remarks


SEVERAL = """
title: Карта с показателями
level: region
period: 2023-01-01/2024-12-31
source: {title: Проба}
sections:
  - id: a
    title: Первый
    sections:
      - id: a1
        number: "1.1"
        title: Внутри
        level: school
        activities:
          - id: "1"
            number: "1"
            title: Дело
            deadline: март 2023
            responsible: [ОО]
            cancelled: {date: 2023-02-01}
            indicators:
              - {name: Первое, target: "2", years: {"2023": "1", "2024": "1"}}
              - {name: Второе, target: не менее 3}
  - id: b
    title: Второй
    activities:
      - {id: "2", number: "2", title: Другое дело}
"""


@pytest.mark.parametrize(("level", "parts"), [("region", ["level-region", "level-school"]), ("school", [])])
def test_the_roadmap_of_a_school_is_not_parted(corpus_with: CorpusWith, level: str, parts: list[str]) -> None:
    """A region's levels have papers of their own; a school carries out all that its roadmap says."""
    text = SEVERAL.replace("level: region", f"level: {level}", 1)
    plan = plan_of(corpus_with({"zarechnaya-oblast/roadmap-2025.yaml": text}))
    record = plan.corpus.roadmaps["zarechnaya-oblast/roadmap-2025"]

    assert [cut.name for cut in roadmap.cuts(plan, record)] == parts


def test_a_second_indicator_continues_its_row(corpus_with: CorpusWith) -> None:
    """Each indicator has a line; cells of the activity stand once, the rest of their column is its own."""
    plan = plan_of(corpus_with({"zarechnaya-oblast/roadmap-2025.yaml": SEVERAL}))
    made = paper(plan, "zarechnaya-oblast/roadmap-2025")
    item, more = (row for row in made.tables[0].rows if row.id == "1")
    assert (item.kind, more.kind) == (RowKind.ITEM, RowKind.MORE)
    keys = [column.key for column in made.tables[0].columns]
    assert [more.cells[keys.index(key)] for key in ("title", "indicator", "target", "2023")] == [
        None,
        "Второе",
        "не менее 3",
        "",
    ]
    assert item.state == "Отменено 1 февраля 2023\u00a0г."


def test_headings_above_a_cut_section_are_left_out(corpus_with: CorpusWith) -> None:
    """A nested section alone stands at the top of its paper."""
    plan = plan_of(corpus_with({"zarechnaya-oblast/roadmap-2025.yaml": SEVERAL}))
    made = paper(plan, "zarechnaya-oblast/roadmap-2025", Cut(section="a1"))
    assert [(row.kind, row.depth, row.id) for row in made.tables[0].rows if row.kind is RowKind.SECTION] == [
        (RowKind.SECTION, 0, "a1")
    ]
    assert made.part == "Раздел 1.1"
