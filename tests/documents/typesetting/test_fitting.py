"""Columns get the room that their texts need."""

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from dorkarta.documents.paper import Column, Row, RowKind, Table, Width
from dorkarta.documents.typesetting.fitting import PADDING, fit
from dorkarta.documents.typesetting.letters import Letters

ROOM = 267.0
LETTERS = Letters(11)
COLUMNS = (
    Column(key="number", title="№ п/п", width=Width.NUMBER),
    Column(key="title", title="Мероприятие", width=Width.LONG),
    Column(key="target", title="План", width=Width.FIGURE),
    Column(key="responsible", title="Ответственные", width=Width.SHORT),
)
ROW = ("4.10", "Проведение мониторинга качества образования в школах", "не менее 4", "ИРО КК, МОУО")


def widths(*rows: tuple[str | None, ...], columns: tuple[Column, ...] = COLUMNS) -> tuple[float, ...]:
    """The widths of a table of such rows."""
    table = Table(columns=columns, rows=tuple(Row(kind=RowKind.ITEM, cells=cells) for cells in rows))
    return fit(table, room=ROOM, size=11, lead=1, indent=0)


def test_figures_stay_on_one_line() -> None:
    """Columns of numbers and figures are as wide as what stands in them, no more."""
    number, _, target, _ = widths(ROW)

    for taken, text in ((number, "4.10"), (target, "не менее 4")):
        assert LETTERS.width(text) + PADDING < taken < LETTERS.width(text) + PADDING + 6


def test_no_word_is_broken_where_there_is_room() -> None:
    """Every column holds its longest word and the words of its heading."""
    found = widths(ROW, ("5", "Да", "1", "общеобразовательные организации"))

    assert found[3] > LETTERS.width("общеобразовательные") + PADDING
    assert found[3] > Letters(11, bold=True).width("Ответственные") + PADDING
    assert found[0] > Letters(11, bold=True).width("п/п") + PADDING


def test_more_text_gets_more_room() -> None:
    """A column grows with its text, at the cost of the others."""
    before, after = widths(ROW), widths((ROW[0], ROW[1], ROW[2], "ИРО КК, МОУО " * 20))

    assert after[3] > before[3] + 40
    assert after[1] < before[1] - 40


def test_sections_and_cells_from_above_ask_for_nothing() -> None:
    """The heading of a section, as wide as the table, widens no column."""
    table = Table(columns=COLUMNS, rows=(Row(kind=RowKind.ITEM, cells=ROW),))
    long = Row(kind=RowKind.SECTION, cells=("Раздел " * 100,))
    more = Row(kind=RowKind.MORE, cells=(None, None, "1", None))

    assert fit(dataclasses.replace(table, rows=(long, *table.rows, more)), room=ROOM, size=11, lead=1, indent=0) == fit(
        table, room=ROOM, size=11, lead=1, indent=0
    )


def test_many_columns_break_the_words_of_texts_before_those_of_headings() -> None:
    """Where columns cannot all hold their longest words, headings still do."""
    columns = tuple(Column(key=f"c{n}", title="Мероприятие", width=Width.LONG) for n in range(8))

    found = widths(("общеобразовательных",) * 8, columns=columns)

    assert min(found) > Letters(11, bold=True).width("Мероприятие") + PADDING
    assert LETTERS.width("общеобразовательных") + PADDING > max(found)


@given(
    st.lists(st.tuples(*[st.text("абв 1\n", max_size=300)] * 4), max_size=5),
    st.lists(st.sampled_from(Width), min_size=4, max_size=4),
)
def test_the_page_is_filled(rows: list[tuple[str, ...]], kinds: list[Width]) -> None:
    """Whatever stands in a table, its columns have some width and together that of the page."""
    columns = tuple(dataclasses.replace(each, width=kind) for each, kind in zip(COLUMNS, kinds, strict=True))

    found = widths(*rows, columns=columns)

    assert abs(sum(found) - ROOM) < 0.1
    assert min(found) > PADDING
