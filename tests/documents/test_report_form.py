"""The form of a report: the official one, filled in with the plan, to be read back by a program."""

import datetime
import io
import re
import zipfile
from collections.abc import Callable, Mapping
from typing import NamedTuple

import pytest
from lxml import etree
from python_calamine import CalamineWorkbook, SheetVisibleEnum

from dorkarta.documents import form_guide
from dorkarta.documents.blank import blank_of
from dorkarta.documents.form_lists import choices
from dorkarta.documents.form_rows import form_rows, levels_of
from dorkarta.documents.imprint import Imprint
from dorkarta.documents.report_form import ACTIVITY, PLANNED, SIGNED, SPARE_ROWS, VERSION, report_form
from dorkarta.model.level import LevelId
from dorkarta.records.corpus import Corpus
from dorkarta.records.plan import Plan, plan_of

Office = Callable[[Mapping[str, bytes], str], dict[str, bytes]]
CorpusWith = Callable[[Mapping[str, str]], Corpus]

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
KRASNODAR = "krasnodar-krai/roadmap-2020-2021"
TULA = "tula-oblast/tula/roadmap-2020-2021"
IMPRINT = Imprint(publisher="Дорожные карты поддержки школ", site_url="https://example.org/")
OFFICIAL = ("region", "municipality", "title", "description", "date", "responsible", "audience", "evidence")


class Filled(NamedTuple):
    """A form as a program finds it: nothing is looked up by its place."""

    about: dict[str, str]
    rows: list[dict[str, str]]
    """All rows under the headings, by the keys of columns."""

    def of_activities(self) -> list[dict[str, str]]:
        """Those of the roadmap."""
        return [row for row in self.rows if "#" in row[ACTIVITY]]


def read(data: bytes) -> Filled:
    """Read a form."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    about = {str(name): str(value) for name, value in book.get_sheet_by_name("dorkarta").to_python()}
    cells = [[str(cell) for cell in row] for row in book.get_sheet_by_name("Отчёт").to_python(skip_empty_area=False)]
    named = next(place for place, row in enumerate(cells) if ACTIVITY in row and {*OFFICIAL} <= {*row})
    return Filled(about, [dict(zip(cells[named], row, strict=True)) for row in cells[named + 3 :]])


def form(plan: Plan, path: str, **options: LevelId | str | None) -> bytes:
    """The form of a roadmap."""
    return report_form(blank_of(plan, plan.corpus.roadmaps[path], IMPRINT, **options))  # type: ignore[arg-type]  # told by name


def part(data: bytes, name: str) -> etree._Element:
    """A part of the package."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def sheet(data: bytes) -> etree._Element:
    """The sheet that is filled in."""
    return part(data, "xl/worksheets/sheet1.xml")


def letters(data: bytes) -> dict[str, str]:
    """The column of each key, as a letter."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    rows = book.get_sheet_by_name("Отчёт").to_python(skip_empty_area=False)
    named = next(row for row in rows if ACTIVITY in row)
    return {str(key): chr(ord("A") + place) for place, key in enumerate(named)}


def test_headings_and_hints_are_those_of_the_official_form(official_plan: Plan) -> None:
    """The eight official columns stand together in their order, under their printed headings and hints."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(form(official_plan, TULA)))
    rows = book.get_sheet_by_name("Отчёт").to_python(skip_empty_area=False)
    named = next(place for place, row in enumerate(rows) if ACTIVITY in row)
    start = rows[named].index("region")
    assert tuple(rows[named][start : start + 8]) == OFFICIAL
    assert rows[named + 1][start : start + 8] == [
        "Код региона",
        "Муниципалитет",
        "Все мероприятия, запланированные в муниципальной дорожной карте",
        "Краткое описание мероприятий",
        "Дата проведения мероприятия",
        "Организация, ответственная за проведение мероприятия",
        "Целевая аудитория мероприятия",
        "Ссылка на размещение документов, подтверждающих проведение мероприятия",
    ]
    assert rows[named + 2][start + 2 : start + 5] == [
        "перечислить муниципальные мероприятия, проводимые в рамках проекта",
        "Обозначить место и формат проведения, цель и задачи проведенного мероприятия",
        "Или плановая дата мероприятия",
    ]


@pytest.mark.parametrize("path", ["krasnodar-krai/roadmap-2020-2021", TULA, "voronezh-oblast/ertil/roadmap-2021"])
def test_every_activity_is_asked_about(official_plan: Plan, path: str) -> None:
    """Each activity has a row under its permanent key; a part without time of its own stands in its activity's."""
    rows = read(form(official_plan, path)).of_activities()
    planned = official_plan.by_roadmap[path]
    alone = [one for one in planned if one.parent is None or one.timing is not None]
    assert [row[ACTIVITY] for row in rows] == [one.key for one in alone]
    said = "\n".join(row["title"] for row in rows)
    assert all(one.activity.title in said for one in planned if one.activity.title)
    assert [row["planned_deadline"] for row in rows if row["planned_deadline"]] == [
        one.activity.deadline for one in alone if one.activity.deadline
    ]


def test_the_plan_stands_in_the_form(official_plan: Plan) -> None:
    """A row tells the number, the deadline, who answers, the form and the section as the roadmap prints them."""
    rows = {row[ACTIVITY]: row for row in read(form(official_plan, KRASNODAR)).of_activities()}
    row = rows[f"{KRASNODAR}#36"]
    assert {key: row[key] for key in ("number", "region", "municipality", *PLANNED) if key in row} == {
        "number": "36",
        "region": "23",
        "municipality": "",
        "planned_deadline": "декабрь 2020, апрель, октябрь 2021",
        "planned_responsible": "ИРО КК",
        "planned_form": "КПК",
        "planned_section": "Краевой уровень",
    }
    assert all(
        row[key] == ""
        for row in rows.values()
        for key in ("description", "date", "responsible", "audience", "evidence")
    )


def test_a_part_with_its_own_time_has_its_own_row(official_plan: Plan) -> None:
    """Seminars of an association are reported one by one, in the answer of the association's bodies."""
    rows = {row[ACTIVITY]: row for row in read(form(official_plan, TULA)).of_activities()}
    seminar = rows[f"{TULA}#4.10.5"]
    assert seminar["planned_deadline"] == "Февраль 2021"
    assert seminar["planned_responsible"] == rows[f"{TULA}#4.10"]["planned_responsible"] != ""
    assert "\n– Самоанализ педагогов" in rows[f"{TULA}#4.2"]["title"]


def test_a_level_has_a_form_of_its_own(official_plan: Plan) -> None:
    """A municipality gets what municipalities do of a region's roadmap, with its name in every row."""
    record = official_plan.corpus.roadmaps[KRASNODAR]
    assert levels_of(official_plan, record) == (LevelId.REGION, LevelId.MUNICIPALITY, LevelId.SCHOOL)
    filled = read(form(official_plan, KRASNODAR, level=LevelId.MUNICIPALITY, territory="krasnodar-krai/krasnodar"))
    wanted = [one.key for one in official_plan.by_roadmap[KRASNODAR] if one.level is LevelId.MUNICIPALITY]
    assert [row[ACTIVITY] for row in filled.of_activities()] == wanted
    assert {(row["region"], row["municipality"]) for row in filled.of_activities()} == {("23", "Краснодар")}
    assert filled.about == {
        "form": "report",
        "version": VERSION,
        "roadmap": KRASNODAR,
        "territory": "krasnodar-krai/krasnodar",
        "level": "municipality",
    }


def test_levels_together_ask_about_everything(official_plan: Plan) -> None:
    """No activity falls between the forms of the levels."""
    for record in official_plan.corpus.roadmaps.values():
        whole = {row.key for row in form_rows(official_plan, record)}
        by_level = [
            {row.key for row in form_rows(official_plan, record, level)} for level in levels_of(official_plan, record)
        ]
        assert set().union(*by_level) == whole
        assert sum(map(len, by_level)) == len(whole)


def test_an_unknown_territory_is_refused(official_plan: Plan) -> None:
    """A form for nobody is not made."""
    with pytest.raises(KeyError, match="nowhere"):
        form(official_plan, KRASNODAR, territory="nowhere")


def test_only_answers_can_be_changed(official_plan: Plan) -> None:
    """The sheet is protected without a password; answers are open, what comes from the roadmap is locked."""
    data = form(official_plan, TULA)
    protection = sheet(data).find(f"{MAIN}sheetProtection")
    assert (protection.get("sheet"), protection.get("password"), protection.get("autoFilter")) == ("1", None, "0")
    formats = part(data, "xl/styles.xml").find(f"{MAIN}cellXfs")
    by_letter = {letter: key for key, letter in letters(data).items()}
    rows = [row for row in sheet(data).iter(f"{MAIN}row") if len(row) >= len(by_letter)]
    activities = len(read(data).of_activities())
    first = len(rows) - SPARE_ROWS - activities
    for number, row in enumerate(rows[first:]):
        opened = set()
        for cell in row:
            protected = formats[int(cell.get("s"))].find(f"{MAIN}protection")
            if protected is not None and protected.get("locked") == "0":
                opened.add(by_letter[re.sub(r"\d", "", cell.get("r"))])
        spare = {"number", "title"} if number >= activities else set()
        assert opened == {"description", "date", "responsible", "audience", "evidence"} | spare


def test_the_municipality_is_asked_where_it_is_not_known(official_plan: Plan) -> None:
    """In the form of a region's roadmap the municipality can be chosen from those of the region."""
    data = form(official_plan, KRASNODAR, level=LevelId.MUNICIPALITY)
    sources = {each.get("sqref")[0]: each.findtext(f"{MAIN}formula1") for each in _validations(data)}
    assert sources[letters(data)["municipality"]] == "Списки!$C$2"
    lists = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name("Списки").to_python()
    assert [row[2] for row in lists[:2]] == ["Муниципалитеты", "Краснодар"]


def _validations(data: bytes) -> list[etree._Element]:
    return list(sheet(data).iter(f"{MAIN}dataValidation"))


def test_lists_help_and_forbid_nothing(official_plan: Plan) -> None:
    """Bodies and audiences can be chosen; another text passes after a word about it, which fits into the program."""
    data = form(official_plan, TULA)
    at = letters(data)
    lists = [each for each in _validations(data) if each.get("type") == "list"]
    assert {each.get("sqref")[0] for each in lists} == {at["responsible"], at["audience"]}
    assert {each.get("errorStyle") for each in lists} == {"information"}
    for each in _validations(data):
        assert len(each.get("error") or "") <= 255
        assert len(each.get("prompt") or "") <= 255
        assert len(each.get("promptTitle") or "") <= 32
    listed = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name("Списки").to_python()
    offered = choices(official_plan.corpus, "tula-oblast/tula")
    assert tuple(str(row[0]) for row in listed[1:] if row[0]) == offered.responsible
    assert tuple(str(row[1]) for row in listed[1:] if row[1]) == offered.audience
    assert offered.responsible[0] == "Управление образования администрации города Тулы"
    assert "Муниципальный координатор" in offered.responsible
    assert "ИРО КК" not in offered.responsible


def test_whatever_is_offered_is_known_when_it_is_read_back(official_plan: Plan) -> None:
    """A name chosen from a list is found again in the territory that reports."""
    corpus = official_plan.corpus
    for path in corpus.territories:
        offered = choices(corpus, path)
        assert all(corpus.find_body(path, name) for name in offered.responsible)
        assert all(corpus.find_audience(name) for name in offered.audience)


def test_the_plan_is_told_at_the_cells_it_is_about(official_plan: Plan) -> None:
    """At the date of a row stands its deadline, at the organisation who answers by plan; long words are shortened."""
    data = form(official_plan, TULA)
    prompts = {each.get("sqref"): each.get("prompt") for each in _validations(data)}
    texts = [text for text in prompts.values() if text and "По плану: Декабрь 2020, июнь 2021" in text]
    assert len(texts) == 1
    long = [text for text in prompts.values() if text and text.endswith("…")]
    assert long
    assert all("По плану: Управление образования" in text for text in long)


def test_machines_know_the_form_wherever_things_stand(official_plan: Plan) -> None:
    """Keys, the sheet for programs and its names are there, and nobody sees them."""
    data = form(official_plan, TULA)
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    seen = {each.name: each.visible for each in book.sheets_metadata}
    assert list(seen) == ["Отчёт", "Как заполнять", "Списки", "dorkarta"]
    assert seen["Списки"] == SheetVisibleEnum.Hidden
    assert seen["dorkarta"] == SheetVisibleEnum.VeryHidden
    names = {each.get("name"): each.text for each in part(data, "xl/workbook.xml").iter(f"{MAIN}definedName")}
    assert names["dorkarta_form"] == "dorkarta!$A$1:$B$5"
    assert re.fullmatch(r"Отчёт!\$A\$(\d+):\$N\$\1", names["dorkarta_columns"] or "")
    hidden = [row.get("hidden") for row in sheet(data).iter(f"{MAIN}row") if row.get("hidden")]
    columns = [each.get("min") for each in sheet(data).iter(f"{MAIN}col") if each.get("hidden") == "1"]
    assert hidden == ["1"]
    assert columns == ["1"]
    assert read(data).rows[-1][ACTIVITY] == SIGNED


def test_headings_stay_in_view_and_print_is_the_official_form(official_plan: Plan) -> None:
    """Headings and titles are frozen, repeated in print; only the eight official columns are printed."""
    data = form(official_plan, TULA)
    at = letters(data)
    pane = sheet(data).find(f".//{MAIN}pane")
    assert pane.get("topLeftCell", "")[0] == at["description"]
    names = {each.get("name"): each.text or "" for each in part(data, "xl/workbook.xml").iter(f"{MAIN}definedName")}
    assert re.match(rf"Отчёт!\${at['region']}\$1:\${at['evidence']}\$", names["_xlnm.Print_Area"])
    top, bottom = re.findall(r"\d+", names["_xlnm.Print_Titles"])
    assert int(bottom) == int(top) + 1 == int(pane.get("ySplit"))


def test_rows_grow_with_what_is_written(official_plan: Plan) -> None:
    """Rows that are filled in have a height that programs may change; none is lower than a line for a hand."""
    rows = [row for row in sheet(form(official_plan, TULA)).iter(f"{MAIN}row") if len(row) == 14][3:]
    assert len(rows) == SPARE_ROWS + len(form_rows(official_plan, official_plan.corpus.roadmaps[TULA]))
    assert {row.get("customHeight") for row in rows} == {None}
    assert min(float(row.get("ht")) for row in rows) >= 45


def test_the_guide_speaks_of_all_that_matters(official_plan: Plan) -> None:
    """The second sheet is written in words of the form: every paragraph of the guide stands there."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(form(official_plan, TULA)))
    written = [str(row[0]) for row in book.get_sheet_by_name("Как заполнять").to_python()]
    paragraphs = [line.removeprefix(form_guide.HEADING) for line in form_guide.GUIDE.splitlines()]
    assert [line for line in written[1:] if line] == paragraphs
    assert "152-ФЗ" in " ".join(paragraphs)
    assert "152-ФЗ" in form_guide.NOT_IN_LIST


ROADMAP = """\
title: Дорожная карта
level: municipality
period: 2021-01-01/2021-12-31
source: {title: Проба, form: текст}
sections:
  - id: "1"
    title: Раздел
    activities:
      - {id: "1", number: 4.10, title: "=1+1", deadline: "@май _x0041_x0042_ 2021", dates: [2021-05-01/2021-05-31]}
      - {id: "2", number: "2", title: Отменённое, deadline: май 2021, cancelled: {date: 2021-03-01}}
      - {id: "3", number: "3", notes: [{kind: loss, text: название утрачено}]}
"""


def test_texts_of_a_roadmap_are_no_formulas_and_decisions_are_told(corpus_with: CorpusWith, small: Corpus) -> None:
    """Hostile words stand literally, a cancelled activity says so, a lost title is called lost; nothing calculates."""
    territory = next(path for path in small.territories if "/" in path)
    plan = plan_of(corpus_with({f"{territory}/roadmap-2021.yaml": ROADMAP}))
    data = form(plan, f"{territory}/roadmap-2021")
    first, second, third = read(data).of_activities()
    assert (first["number"], first["title"], first["planned_deadline"]) == ("4.10", "=1+1", "@май _x0041_x0042_ 2021")
    assert second["planned_state"] == "Отменено 1 марта 2021\u00a0г."
    assert third["title"] == "Название в скане утрачено"
    for number in range(1, 5):
        assert not part(data, f"xl/worksheets/sheet{number}.xml").findall(f".//{MAIN}f")


def test_libreoffice_keeps_all_that_a_program_needs(official_plan: Plan, office: Office) -> None:
    """After LibreOffice has opened and saved the form, keys, answers, hidden sheets and names are still there."""
    data = form(official_plan, TULA)
    saved = office({"form.xlsx": data}, "xlsx")["form.xlsx"]
    assert read(saved).about == read(data).about
    assert [row[ACTIVITY] for row in read(saved).of_activities()] == [
        row[ACTIVITY] for row in read(data).of_activities()
    ]
    assert [row["title"] for row in read(saved).of_activities()] == [row["title"] for row in read(data).of_activities()]
    assert sheet(saved).find(f"{MAIN}sheetProtection").get("sheet") in ("1", "true")
    assert [each for each in _validations(saved) if each.get("type") == "list"]


def test_figures_have_a_sheet_of_their_own(official_plan: Plan) -> None:
    """A roadmap with indicators asks for each figure of each year and of the whole time; others have no such sheet."""
    path = "stavropol-krai/kislovodsk/roadmap-2020-2022"
    data = form(official_plan, path)
    rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name("Показатели").to_python()
    head = next(number for number, row in enumerate(rows) if ACTIVITY in row)
    asked = [dict(zip(rows[head], row, strict=True)) for row in rows[head + 2 :]]
    indicators = [(one, each) for one in official_plan.by_roadmap[path] for each in one.activity.indicators]
    assert [(row["indicator"], row["year"], row["target"]) for row in asked] == [
        (each.name, year or "за всё время", value.text)
        for _, each in indicators
        for year, value in (*sorted(each.years.items()), ("", each.target))
        if value is not None
    ]
    assert {row["activity"] for row in asked} == {one.key for one, _ in indicators}
    assert {row["fact"] for row in asked} == {""}
    assert part(data, "xl/worksheets/sheet2.xml").find(f"{MAIN}sheetProtection") is not None
    assert "Показатели" not in CalamineWorkbook.from_filelike(io.BytesIO(form(official_plan, TULA))).sheet_names


def test_the_same_form_is_the_same_bytes(official_plan: Plan) -> None:
    """Two runs differ in no byte; the time in the file is the record's, or the first day of its period."""
    record = official_plan.corpus.roadmaps[TULA]
    known = Imprint(publisher="П", modified={record.file: datetime.datetime(2021, 3, 10, tzinfo=datetime.UTC)})
    blank = blank_of(official_plan, record, known)
    assert report_form(blank) == report_form(blank)
    with zipfile.ZipFile(io.BytesIO(report_form(blank))) as package:
        assert b"2021-03-10T00:00:00Z" in package.read("docProps/core.xml")
    with zipfile.ZipFile(io.BytesIO(form(official_plan, TULA))) as package:
        assert b"2020-09-01T00:00:00Z" in package.read("docProps/core.xml")


def test_long_titles_make_the_column_wider(corpus_with: CorpusWith, small: Corpus) -> None:
    """A title of 4,000 characters is shown whole: no row is higher than a spreadsheet can show."""
    territory = next(path for path in small.territories if "/" in path)
    long = "очень длинное название " * 175
    plan = plan_of(corpus_with({f"{territory}/roadmap-2021.yaml": ROADMAP.replace('"=1+1"', long)}))
    data = form(plan, f"{territory}/roadmap-2021")
    assert read(data).of_activities()[0]["title"] == long.strip()
    heights = [float(row.get("ht")) for row in sheet(data).iter(f"{MAIN}row") if row.get("ht")]
    wide = [float(each.get("width")) for each in sheet(data).iter(f"{MAIN}col") if each.get("min") == "5"]
    assert max(heights) <= 400
    assert 60 < wide[0] < 200
