"""The circle of a report: a blank form is filled in, moved about and damaged, and comes back as a record."""

import io
from collections.abc import Callable, Mapping

import pytest
import xlsxwriter
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from dorkarta.diagnostic import Severity
from dorkarta.importing.reading import ReadReport, read_report
from dorkarta.importing.trouble import UnreadableError
from dorkarta.importing.workbook import plain
from dorkarta.model.level import LevelId
from dorkarta.model.report import Report, ReportEntry
from dorkarta.records.corpus import Corpus
from dorkarta.records.validation import validate
from dorkarta.records.yaml_tree import read_tree

Answers = Mapping[tuple[str, str], str]
Fill = Callable[[bytes, Answers], bytes]
Put = Callable[[bytes, Mapping[tuple[str, int, int], str]], bytes]
FormOf = Callable[[Corpus, str, LevelId | None], bytes]
InLibreOffice = Callable[[bytes, Answers, str], bytes]
Grid = dict[str, list[list[str]]]

OBLAST = "zarechnaya-oblast/roadmap-2023-2024"
PLAIN: Answers = {
    ("1", "description"): "Система утверждена.\nШколы уведомлены.",
    ("1", "date"): "15.09.2023",
    ("1", "responsible"): "Минобр (отдел общего образования), ИРО",
    ("1", "audience"): "руководители школ",
    ("1", "evidence"): "Приказ Минобра от 25 августа 2023 года № 117",
    ("2", "fact/2023"): "1",
    ("2", "fact/2024"): "5",
    ("2", "fact/за всё время"): "6",
    ("+1", "title"): "Встреча с родителями",
    ("+1", "description"): "Собрание в школе",
    ("signed", "description"): "Министр образования",
}


def record_of(found: ReadReport) -> Report:
    """The record that the YAML holds."""
    tree = read_tree(found.text, found.file)
    assert not tree.problems
    assert tree.value is not None
    report, problems = validate(Report, tree.value, tree.marks, found.file)
    assert not problems
    assert report is not None
    return report


def entries_of(found: ReadReport) -> dict[str, ReportEntry]:
    return {entry.id: entry for entry in record_of(found).entries}


def told(found: ReadReport) -> list[str]:
    return [f"{each.cell}: {each.message}" for each in found.troubles]


def errors(found: ReadReport) -> list[str]:
    return [each.message for each in found.troubles if each.severity is Severity.ERROR]


def grid(data: bytes) -> Grid:
    """The texts of all sheets."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {
        name: [[str(cell) for cell in row] for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)]
        for name in book.sheet_names
    }


def book_of(sheets: Grid) -> bytes:
    """A workbook without any looks, as a program of a stranger would write it."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_urls": False})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                if text:
                    sheet.write_string(row, column, text)
    book.close()
    return out.getvalue()


def is_plain(found: ReadReport) -> bool:
    """Whether the entries are those that `PLAIN` typed."""
    entries = entries_of(found)
    first, extra = entries["1"], entries["extra"]
    return (
        set(entries) == {"1", "2", "extra"}
        and first.activity == f"{OBLAST}#1"
        and first.date == "15.09.2023"
        and [evidence.document for evidence in first.evidence] == ["order-117"]
        and [actual.value.text for actual in entries["2"].actuals] == ["1", "5", "6"]
        and extra.activity is None
    )


def test_what_is_typed_is_what_the_record_says(small: Corpus, form_of: FormOf, fill: Fill) -> None:
    """Texts, names, documents and figures of a form stand in the record's own fields, under the keys of activities."""
    found = read_report(small, fill(form_of(small, OBLAST, None), PLAIN), name="форма.xlsx")
    assert found.file == "roadmaps/zarechnaya-oblast/report-2023-2024.yaml"
    assert is_plain(found)
    report, entries = record_of(found), entries_of(found)
    assert (report.level, report.roadmap, report.signed) == (LevelId.REGION, OBLAST, "Министр образования")
    assert entries["1"].description == PLAIN["1", "description"]
    assert [(each.body, each.addition) for each in entries["1"].responsible] == [
        ("Минобр", "отдел общего образования"),
        ("ИРО", None),
    ]
    assert [(actual.year, actual.indicator) for actual in entries["2"].actuals] == [
        ("2023", None),
        ("2024", None),
        (None, None),
    ]
    assert (found.entries, found.beyond, found.documents, found.loose) == (3, 1, 0, 0)
    assert not errors(found)


def test_an_empty_form_says_nothing(small: Corpus, form_of: FormOf) -> None:
    """A blank form makes a record without entries and without a single remark, of every level."""
    for level in (None, *LevelId):
        found = read_report(small, form_of(small, OBLAST, level), name="форма.xlsx")
        assert (found.entries, found.troubles, found.loose) == (0, (), 0)
        assert "entries: []" in found.text


TYPED = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], include_characters="\n\t"), max_size=200
).filter(lambda text: plain(text)[0] and not text.startswith(("=", "№=")))


@pytest.fixture(scope="module")
def blank(small: Corpus, form_of: FormOf) -> bytes:
    """The blank form of the region's roadmap."""
    return form_of(small, OBLAST, None)


@settings(max_examples=15)
@given(TYPED, TYPED)
def test_any_text_comes_back(small: Corpus, blank: bytes, fill: Fill, first: str, second: str) -> None:
    """Whatever is typed is in the record letter by letter, but for spaces at the ends of lines and what nobody sees."""
    assume("_x" not in first + second)  # an escape of spreadsheets
    answers = {("1", "description"): first, ("+1", "title"): second}
    entries = entries_of(read_report(small, fill(blank, answers), name="форма.xlsx"))
    assert entries["1"].description == plain(first)[0]
    assert entries["extra"].title == plain(second)[0]


def _moved_columns(sheets: Grid) -> None:
    sheets["Отчёт"] = [list(reversed(row)) for row in sheets["Отчёт"]]


def _inserted_rows(sheets: Grid) -> None:
    rows = sheets["Отчёт"]
    head = next(number for number, row in enumerate(rows) if "activity" in row)
    rows[head + 3 : head + 3] = [[], []]
    rows.insert(0, [])


def _sorted_rows(sheets: Grid) -> None:
    rows = sheets["Отчёт"]
    first = next(number for number, row in enumerate(rows) if any("#" in cell for cell in row))
    last = max(number for number, row in enumerate(rows) if any("#" in cell for cell in row))
    rows[first : last + 1] = reversed(rows[first : last + 1])


def _renamed_sheets(sheets: Grid) -> None:
    for number, name in enumerate(list(sheets)):
        sheets[f"Лист{number}"] = sheets.pop(name)


def _no_machine_sheet(sheets: Grid) -> None:
    del sheets["dorkarta"]


def _no_keys_of_columns(sheets: Grid) -> None:
    sheets["Отчёт"] = [row for row in sheets["Отчёт"] if "activity" not in row]


def _no_plan(sheets: Grid) -> None:
    rows = sheets["Отчёт"]
    first = next(row for row in rows if "activity" in row).index("planned_deadline")
    sheets["Отчёт"] = [row[:first] for row in rows]


def _no_titles(sheets: Grid) -> None:
    rows = sheets["Отчёт"]
    for row in rows:
        if any("#" in cell for cell in row):
            row[rows[next(n for n, each in enumerate(rows) if "activity" in each)].index("title")] = ""


def _first_version(sheets: Grid) -> None:
    for row in sheets["dorkarta"]:
        row[1] = "1" if row[0] == "version" else row[1]


@pytest.mark.parametrize(
    "change",
    [
        _moved_columns,
        _inserted_rows,
        _sorted_rows,
        _renamed_sheets,
        _no_machine_sheet,
        _no_keys_of_columns,
        _no_plan,
        _no_titles,
        _first_version,
    ],
)
def test_a_form_is_read_wherever_its_parts_are(
    small: Corpus, form_of: FormOf, fill: Fill, change: Callable[[Grid], None]
) -> None:
    """Columns and rows may be moved, sorted and deleted, sheets renamed: keys and headings tell what is what."""
    sheets = grid(fill(form_of(small, OBLAST, None), PLAIN))
    change(sheets)
    found = read_report(small, book_of(sheets), name="форма.xlsx")
    assert is_plain(found)
    assert not errors(found)


def test_a_lost_key_is_found_by_the_title_and_number(small: Corpus, form_of: FormOf, fill: Fill) -> None:
    """A row without its key whose number and title are those of the plan still belongs to its activity."""
    sheets = grid(fill(form_of(small, OBLAST, None), PLAIN))
    for row in sheets["Отчёт"]:
        row[0] = "" if "#" in row[0] else row[0]
    entries = entries_of(read_report(small, book_of(sheets), name="форма.xlsx"))
    assert entries["1"].activity == f"{OBLAST}#1"


def test_copied_rows_and_unknown_keys(small: Corpus, form_of: FormOf, fill: Fill) -> None:
    """A copy makes one entry, a copy with other answers two; a key that no map has keeps its answers and is told."""
    sheets = grid(fill(form_of(small, OBLAST, None), PLAIN))
    rows = sheets["Отчёт"]
    at = next(number for number, row in enumerate(rows) if row[0].endswith("#1"))
    other, strange = list(rows[at]), list(rows[at])
    other[rows[at].index("15.09.2023")] = "20.09.2023"
    strange[0] = "zarechnaya-oblast/roadmap-2023-2024#99"
    rows[at + 1 : at + 1] = [list(rows[at]), other, strange]
    found = read_report(small, book_of(sheets), name="форма.xlsx")
    dates = [entry.date for entry in record_of(found).entries if entry.activity == f"{OBLAST}#1"]
    assert dates == ["15.09.2023", "20.09.2023"]
    assert sum(entry.date == "15.09.2023" for entry in record_of(found).entries) == 2
    assert any("#99» нет в картах" in message for message in errors(found))


def test_nothing_typed_is_lost(small: Corpus, form_of: FormOf, fill: Fill, put: Put) -> None:
    """Words in grey cells, beside and below the table, above it and on other sheets are in the YAML and are told."""
    data = fill(form_of(small, OBLAST, None), {**PLAIN, ("1", "planned_deadline"): "октябрь 2023, а не сентябрь"})
    words = {
        ("Отчёт", 9, 20): "на контроле",
        ("Отчёт", 0, 25): "сдать до пятницы",
        ("Отчёт", 200, 4): "вопросы по форме",
        ("Как заполнять", 60, 3): "не поняли про документы",
        ("Показатели", 70, 9): "уточнить число",
        ("Показатели", 0, 8): "Черновик листа",
    }
    found = read_report(small, put(data, words), name="форма.xlsx")
    comments = " ".join(line.strip(" #") for line in found.text.splitlines() if line.lstrip().startswith("#"))
    for text in ("октябрь 2023, а не сентябрь", *words.values()):
        assert text in comments
    cells = " ".join(map(str, (each.cell for each in found.troubles)))
    for place in ("строка 10, столбец U", "строка 1, столбец Z", "строка 201, столбец E", "строка 61, столбец D"):
        assert place in cells
    assert is_plain(found)


def test_values_of_all_sorts(small: Corpus, form_of: FormOf, fill: Fill) -> None:
    """Numbers of days are dates, whole numbers have no tail, a fault of a formula is told and says nothing."""
    answers = {
        ("1", "description"): "=Лист1!A1",
        ("1", "date"): "№=45184",
        ("2", "fact/2023"): "№=1",
        ("3", "description"): "№=2.5",
    }
    found = read_report(small, fill(form_of(small, OBLAST, None), answers), name="форма.xlsx")
    entries = entries_of(found)
    assert (entries["1"].description, entries["1"].date) == (None, "15 сентября 2023 года")
    assert (entries["2"].actuals[0].value.text, entries["3"].description) == ("1", "2,5")
    assert "Формула не дала значения (#REF!)." in errors(found)


def test_a_person_is_never_in_the_record(small: Corpus, form_of: FormOf, fill: Fill) -> None:
    """The name of a person is told to the editor and is nowhere in the YAML: no field and no comment has it."""
    answers = {
        ("1", "responsible"): "Сидоров В.В., ИРО",
        ("1", "evidence"): "Приказ № 5 от 01.10.2023, подписал Сидоров В.В.",
        ("2", "planned_form"): "спросить у Сидорова В.В.",
        ("2", "description"): "Провёл Сидоров В.В.",
        ("signed", "description"): "Министр Сидоров В.В.",
    }
    found = read_report(small, fill(form_of(small, OBLAST, None), answers), name="форма.xlsx")
    assert "Сидоров" not in found.text
    entry = entries_of(found)["1"]
    assert ([each.body for each in entry.responsible], entry.withheld) == (["ИРО"], ("responsible",))
    assert record_of(found).signed == "Министр"
    assert sum("названо лицо" in message for message in errors(found)) == 4


def test_a_region_s_form_belongs_to_the_municipality_that_it_names(levels: Corpus, form_of: FormOf, fill: Fill) -> None:
    """The form of what municipalities do, filled in by one of them, makes its report; an unknown one is told."""
    blank = form_of(levels, OBLAST, LevelId.MUNICIPALITY)
    answers = {("4", "description"): "Проведены", ("4", "municipality"): "г. Верхнереченск"}
    found = read_report(levels, fill(blank, answers), name="форма.xlsx")
    assert found.file == "roadmaps/zarechnaya-oblast/verkhnerechensk/report-2023-2024.yaml"
    assert record_of(found).level is LevelId.MUNICIPALITY
    strange = read_report(levels, fill(blank, {**answers, ("4", "municipality"): "Сочи"}), name="форма.xlsx")
    assert "Муниципалитета «Сочи» нет среди записей." in errors(strange)


def test_a_remark_at_a_cell_and_joined_cells_are_seen(small: Corpus, form_of: FormOf) -> None:
    """Remarks are kept beside the entry of their row; cells made one are told, since only the first has the text."""
    sheets = grid(form_of(small, OBLAST, None))
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                sheet.write_string(row, column, text) if text else None
        if name == "Отчёт":
            first = next(number for number, row in enumerate(rows) if row[0].endswith("#1"))
            column = next(row for row in rows if "activity" in row).index("description")
            sheet.merge_range(first, column, first + 1, column, "Сделано вместе")
            sheet.write_comment(first, column, "проверить у школ")
    book.close()
    found = read_report(small, out.getvalue(), name="форма.xlsx")
    assert entries_of(found)["1"].description == "Сделано вместе"
    assert "# Не вошло в поля: «примечание к ячейке»: проверить у школ" in found.text
    assert any("объединены" in message for message in told(found))


@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_a_form_filled_in_libreoffice_comes_back(
    small: Corpus, form_of: FormOf, fill_in_libreoffice: InLibreOffice, ending: str
) -> None:
    """LibreOffice opens the form, takes the answers and saves them in its own way; the record is the same."""
    found = read_report(small, fill_in_libreoffice(form_of(small, OBLAST, None), PLAIN, ending), name=f"форма.{ending}")
    assert is_plain(found)
    assert entries_of(found)["1"].description == PLAIN["1", "description"]
    assert not errors(found)
    assert found.loose == 0


def test_a_form_of_an_unknown_roadmap_is_refused(small: Corpus, official: Corpus, form_of: FormOf) -> None:
    """A form whose roadmap is not among the records is not guessed at."""
    with pytest.raises(UnreadableError, match="такой записи нет"):
        read_report(small, form_of(official, "tula-oblast/tula/roadmap-2020-2021", None), name="форма.xlsx")
