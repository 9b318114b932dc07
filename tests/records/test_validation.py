"""From plain values to the model, and from the model's complaints to places in the file."""

from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from dorkarta.diagnostic import Diagnostic
from dorkarta.model.roadmap import Roadmap
from dorkarta.records.kinds import KINDS
from dorkarta.records.validation import fields_at, validate
from dorkarta.records.yaml_tree import read_tree

HERE = "▶"
"""Stands in a text where the diagnostic is expected."""
HEAD = "{title: Карта, level: region, period: 2020-12-01/2021-12-31, source: {title: Карта}, "


def _problems(model: type[BaseModel], text: str) -> list[Diagnostic]:
    tree = read_tree(text, "f")
    assert tree.value is not None
    return [*tree.problems, *validate(model, tree.value, tree.marks, "f")[1]]


def _marked(text: str) -> tuple[str, list[str]]:
    """The text without its marks, and the places where they stood."""
    plain, places = "", []
    for piece in text.split(HERE):
        plain += piece
        places.append(f"f:{plain.count(chr(10)) + 1}:{len(plain.rpartition(chr(10))[2]) + 1}")
    return plain, places[:-1]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("E005", HEAD + "sections: [], ▶name: Карта}"),
        ("E005", HEAD + 'sections: [{id: "1", title: Раздел, ▶colour: красный}]}'),
        ("E005", HEAD + "sections: [], approved: {▶who: УО}}"),
        ("E006", HEAD + "sections: ▶нет}"),
        ("E006", HEAD + "sections: [▶нет]}"),
        ("E006", HEAD + 'sections: [{id: "1", title: ▶[Раздел]}]}'),
        ("E006", HEAD + 'sections: [{id: "1", title: Раздел, level: ▶city}]}'),
        ("E006", HEAD + 'sections: [{id: "1", title: Раздел, notes: [{kind: ▶fact, text: Да}]}]}'),
        ("E006", HEAD + 'sections: [{id: ▶"1.", title: Раздел}]}'),
        ("E006", HEAD + 'sections: [{id: "1", title: ▶""}]}'),
        ("E006", HEAD + "sections: [], inferred: {period: ▶[]}}"),
        ("E006", HEAD + "sections: [], approved: {date: ▶01.12.2020}}"),
        ("E006", HEAD + "sections: [], approved: {date: ▶[2020-12-01]}}"),
        ("E006", HEAD + 'sections: [{id: "1", title: А, activities: [{id: "2", dates: [2021-01-01, ▶2021-02-29]}]}]}'),
        ("E006", HEAD + 'sections: [{id: "1", title: А, activities: [{id: "2", responsible: [УО, ▶[УО]]}]}]}'),
        (
            "E006",
            HEAD + 'sections: [{id: "1", title: А, activities: [{id: "2", indicators: [{name: Б, target: ▶В}]}]}]}',
        ),
        (
            "E006",
            HEAD
            + 'sections: [{id: "1", title: А, activities: [{id: "2", indicators: [{name: Б, years: {▶"20": "1"}}]}]}]}',
        ),
        (
            "E006",
            HEAD
            + 'sections: [{id: "1", title: А, activities: [{id: "2", indicators: [{name: Б, years: {"2020": ▶Г}}]}]}]}',
        ),
        ("E007", "▶{title: Карта, level: region, source: {title: Карта}, sections: []}"),
        ("E007", HEAD + 'sections: [▶{id: "1"}]}'),
        ("E007", HEAD + 'sections: [{id: "1", ▶title: }]}'),
        ("E005", HEAD + 'sections: [{id: "1", ▶titel: Раздел}]}'),
        ("E005", HEAD + 'sections: [{id: "1", ▶Название: Раздел}]}'),
        ("E220", "title: Карта\nlevel: region\nperiod: ▶2021-12-31/2020-12-01\nsource: {title: Карта}\nsections: []\n"),
        ("E006", "title: Карта\nlevel: region\nperiod: ▶{start: 2020-12-01}\nsource: {title: Карта}\nsections: []\n"),
        ("E006", "▶[]"),
        ("E006", "▶карта"),
    ],
)
def test_place(code: str, text: str) -> None:
    """Every kind of mistake is told once, where it stands."""
    plain, places = _marked(text)
    assert [(problem.code, str(problem.place)) for problem in _problems(Roadmap, plain)] == [(code, places[0])]


@pytest.mark.parametrize(
    ("activity", "hint"),
    [
        ("Сроки: май", "Возможно, «deadline»?"),
        ("Ответственный: УО", "Возможно, «responsible»?"),
        ("deadlin: май", "Возможно, «deadline»?"),
        ("cancelled: 2021-03-10", "Пишите {date: …}; здесь бывают поля: date, by, what, document."),
        ("allow: [W241]", "Пишите код и причину: {W241: так в документе}."),
    ],
)
def test_hint(activity: str, hint: str) -> None:
    """Hints lead to the field that was meant, by its Russian title too, and show how it is written."""
    text = HEAD + f'sections: [{{id: "1", title: А, activities: [{{id: "2", title: Б, {activity}}}]}}]}}'
    assert [problem.hint for problem in _problems(Roadmap, text)] == [hint]


def test_many_mistakes() -> None:
    """All mistakes of a file are told at once."""
    plain, places = _marked(
        "▶title: ▶''\nlevel: ▶city\nperiod: ▶2021\n▶colour: x\nsections: [{id: ▶А, title: ▶[]}, ▶{title: Б}]\n"
    )
    assert sorted(str(problem.place) for problem in _problems(Roadmap, plain)) == sorted(places)


def test_messages_are_russian() -> None:
    """No word of the library reaches an editor."""
    plain, _ = _marked("title: []\nlevel: []\nperiod: []\nsource: x\nsections: [[]]\napproved: {date: {}}\n")
    for problem in _problems(Roadmap, plain):
        assert not {"input", "should", "valid", "string"} & set(problem.message.lower().split())


def test_right_file() -> None:
    """A right file gives its model: texts without spaces around, names and figures read."""
    tree = read_tree(
        HEAD
        + 'sections: [{id: s1, title: " Раздел ", activities: [{id: "4.10", number: 4.10, responsible: [УО], '
        + "indicators: [{name: Б, target: не менее 2}]}]}]}",
        "f",
    )
    assert tree.value is not None
    content, problems = validate(Roadmap, tree.value, tree.marks, "f")
    assert problems == []
    assert content is not None
    (section,) = content.sections
    (activity,) = section.activities
    assert (section.title, activity.id, activity.number, activity.responsible[0].body) == (
        "Раздел",
        "4.10",
        "4.10",
        "УО",
    )
    assert activity.indicators[0].target is not None
    assert activity.indicators[0].target.parts[0].operator == ">="


@pytest.mark.parametrize(
    ("path", "some"),
    [
        ((), {"title", "sections", "approved"}),
        (("approved",), {"post", "date"}),
        (("sections", 0), {"activities", "sections"}),
        (("sections", 0, "sections", 3, "activities", 1), {"deadline", "responsible"}),
        (("sections", 0, "activities", 0, "responsible", 0), {"body", "addition"}),
        (("sections", 0, "activities", 0, "activities", 0, "cancelled"), {"by", "document"}),
        (("sections", 0, "activities", 0, "indicators", 0, "years", "2021"), {"text", "parts"}),
    ],
)
def test_fields_at(path: tuple[str | int, ...], some: set[str]) -> None:
    """At any depth the model names the fields that an editor may have meant."""
    assert some <= set(fields_at(Roadmap, path))


@pytest.mark.parametrize("path", [("nonsense",), ("title",), ("inferred", "x"), ("sections", 0, "nonsense", "x")])
def test_no_fields_at(path: tuple[str | int, ...]) -> None:
    """Where no record stands there are no fields to name."""
    assert fields_at(Roadmap, path) == []


def _models(model: type[BaseModel], path: tuple[str | int, ...], depth: int) -> Iterator[tuple[Any, Any]]:
    yield path, model
    for name, field in model.model_fields.items():
        for inside, steps in _inside(field.annotation, ()):
            if depth:
                yield from _models(inside, (*path, name, *steps), depth - 1)


def _inside(annotation: Any, steps: tuple[str | int, ...]) -> Iterator[tuple[type[BaseModel], tuple[str | int, ...]]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation, steps
    elif getattr(annotation, "__origin__", None) is dict:
        yield from _inside(get_args(annotation)[1], (*steps, "key"))
    elif getattr(annotation, "__origin__", None) is tuple:
        yield from _inside(get_args(annotation)[0], (*steps, 0))
    else:
        for argument in get_args(annotation):
            yield from _inside(argument, steps)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.pattern)
def test_fields_everywhere(kind: Any) -> None:
    """Of every record in every kind of file the fields are known; no place is forgotten."""
    for path, model in _models(kind.model, (), 5):
        assert fields_at(kind.model, path) == list(model.model_fields), path
