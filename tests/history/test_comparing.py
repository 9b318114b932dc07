"""Two versions of a record: laws that hold whatever they are."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorkarta.history.change import ChangeKind
from dorkarta.history.comparing import compare
from dorkarta.history.reading import model_of, read_value
from dorkarta.model.roadmap import Roadmap
from dorkarta.records.corpus import Corpus

FIELDS = st.sampled_from(
    [
        "id",
        "title",
        "number",
        "deadline",
        "responsible",
        "notes",
        "sections",
        "activities",
        "cancelled",
        "amended",
        "years",
        "x",
    ]
)
VALUES = st.recursive(
    st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(FIELDS, inner, max_size=4),
    max_leaves=12,
)
RECORDS = st.dictionaries(FIELDS, VALUES, max_size=5)


@given(RECORDS, RECORDS)
def test_any_values(before: dict[str, Any], after: dict[str, Any]) -> None:
    """Whatever old and new revisions hold, it is told in lines without breaks."""
    for change in compare(before, after, Roadmap):
        assert change.line.isprintable()
        assert change.text


@given(RECORDS)
def test_nothing_changed(record: dict[str, Any]) -> None:
    """A record that is the same did not change."""
    assert compare(record, record, Roadmap) == ()


def test_official_records_do_not_change_by_themselves(official: Corpus, pytestconfig: pytest.Config) -> None:
    """Every official record can be read as plain values, and is the same as itself."""
    for file in official.files:
        value = read_value(file.file, (pytestconfig.rootpath / file.file).read_bytes())
        assert value is not None
        assert compare(value, value, model_of(file.file)) == ()


def _with(*activities: dict[str, Any], section: str = "s1") -> dict[str, Any]:
    return {"sections": [{"id": section, "title": "Раздел", "activities": list(activities)}]}


def _lines(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    return [change.line for change in compare(before, after, Roadmap)]


def test_a_number_that_stands_twice() -> None:
    """Where numbers repeat, an activity is named with its title, so that it is known which one is meant."""
    one = {"id": "1", "number": "1", "title": "Семинар", "deadline": "май"}
    other = {"id": "1-2", "number": "1", "title": "Вебинар", "deadline": "май"}
    assert _lines(_with(one, other), _with(one, {**other, "deadline": "июнь"})) == ["1 «Вебинар»: срок «май» → «июнь»"]


def test_an_activity_that_became_a_part() -> None:
    """An activity may move into another one, and back."""
    whole, part = {"id": "1", "number": "1", "title": "Аудит"}, {"id": "2", "number": "2", "title": "Отчёт"}
    apart, inside = _with(whole, part), _with({**whole, "activities": [part]})
    assert _lines(apart, inside) == ["2: перенесено из раздела «Раздел» в мероприятие «Аудит»"]
    assert _lines(inside, apart) == ["2: перенесено из мероприятия «Аудит» в раздел «Раздел»"]


def test_a_section_inside_another() -> None:
    """Sections move too, also to the top."""
    inner = {"id": "s2", "title": "Внутренний"}
    top = {"sections": [{"id": "s1", "title": "Внешний"}, inner]}
    nested = {"sections": [{"id": "s1", "title": "Внешний", "sections": [inner]}]}
    assert _lines(top, nested) == ["раздел «Внутренний»: перенесён с верхнего уровня в раздел «Внешний»"]
    assert _lines(nested, top) == ["раздел «Внутренний»: перенесён из раздела «Внешний» на верхний уровень"]


def test_another_order() -> None:
    """Lines that only changed places are a small matter, and no line of them is called moved."""
    one, other = {"id": "1", "title": "А"}, {"id": "2", "title": "Б"}
    (change,) = compare(_with(one, other), _with(other, one), Roadmap)
    assert (change.kind, change.line) == (ChangeKind.MINOR, "другой порядок строк")


def test_what_holds_others_is_told_once() -> None:
    """Of a section that is gone with all it held one line is told; what it held and stands elsewhere is moved."""
    stays, goes = {"id": "1", "number": "1", "title": "А"}, {"id": "2", "number": "2", "title": "Б"}
    before = {
        "sections": [{"id": "s1", "title": "Первый", "activities": [stays, goes]}, {"id": "s2", "title": "Второй"}]
    }
    after = {"sections": [{"id": "s2", "title": "Второй", "activities": [stays]}]}
    assert _lines(before, after) == [
        "1: перенесено из раздела «Первый» в раздел «Второй»",
        "раздел «Первый»: удалён (мероприятий: 2)",
    ]


def _record(*sections: dict[str, Any]) -> dict[str, Any]:
    return {"title": "Карта", "sections": list(sections)}


def _section(identity: str, *activities: tuple[str, str]) -> dict[str, Any]:
    held = [{"id": each, "number": each, "title": title} for each, title in activities]
    return {"id": identity, "title": "Работа со школами", "activities": held}


def test_other_id() -> None:
    """A line that got another id is told as the same line, and so is a section with all that it holds."""
    before = _record(_section("1", ("1.1", "Отбор школ"), ("1.2", "Семинар")))
    after = _record(_section("s1", ("1.1a", "Отбор школ"), ("1.2", "Семинар")))
    after["sections"][0]["activities"][0]["number"] = "1.1"
    assert [change.text for change in compare(before, after, Roadmap)] == ["код «1» → «s1»", "код «1.1» → «1.1a»"]


def test_titles_that_repeat_tell_nothing() -> None:
    """Where two lines of one title vanish and appear, nobody knows which became which."""
    before = _record(_section("1", ("1.1", "Семинар"), ("1.2", "Семинар")))
    after = _record(_section("1", ("1.3", "Семинар"), ("1.4", "Семинар")))
    kinds = [change.kind for change in compare(before, after, Roadmap)]
    assert kinds == [ChangeKind.ADDED, ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.REMOVED]
