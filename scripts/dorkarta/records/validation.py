"""Plain values → models, and pydantic's complaints → diagnostics with their places."""

import types
import typing
from typing import Any, Final, TypeVar

import orjson
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from dorkarta.diagnostic import Diagnostic, Place
from dorkarta.model import base, indicator, redirect
from dorkarta.records.yaml_tree import Marks, Value
from dorkarta.text import nearest, perhaps

M = TypeVar("M", bound=BaseModel)

_SHAPES: Final = {
    "tuple_type": "здесь нужен список: каждый пункт с новой строки и с «- » или через запятую в [скобках].",
    "dict_type": "здесь нужна вложенная запись с полями.",
    "model_type": "здесь нужна вложенная запись с полями.",
    "model_attributes_type": "здесь нужна вложенная запись с полями.",
    "string_type": "здесь нужен текст, а не список и не вложенная запись.",
    "date_type": "здесь нужна дата: ГГГГ-ММ-ДД.",
}
_BY_KEYS: Final = {
    "allow": "Пишите код и причину: {W241: так в документе}.",
    "inferred": "Пишите поле и откуда оно взято: {form: форма названа в тексте пункта}.",
    "years": 'Пишите год и значение: {"2021": "5"}.',
}
"""How fields are written whose keys are not names of fields."""
_OURS: Final = frozenset(
    {"date_form", "date_unknown", "date_far", "period_form", "period_order", "timezone", "quantity", "no_reason"}
)
"""Complaints of the model's own, which come in Russian."""
_NESTED: Final = frozenset({"model_type", "model_attributes_type"})
_FOREIGN: Final = "extra_forbidden"
SPELLINGS: Final = {
    base.SLUG: "Латинские строчные буквы и цифры, между ними дефис: «iro-kk».",
    base.ITEM_ID: "Латинские строчные буквы и цифры, между ними дефис или точка: «4.10», «order-560».",
    base.REFERENCE: "Код («order-560») или путь и код («krasnodar-krai/roadmap-2020-2021#36»).",
    base.TERRITORY_PATH: "Папка территории: «krasnodar-krai» или «krasnodar-krai/krasnodar».",
    base.WARNING_CODE: "Код предупреждения: «W241». Ошибки не прощаются, их исправляют.",
    base.RECORD_PATH: "Путь записи без .yaml: «krasnodar-krai/roadmap-2020-2021».",
    redirect.SITE_ADDRESS: "Адрес без имени сайта, у страницы с чертой в конце: «roadmaps/tula-oblast/roadmap-2020/».",
    indicator.YEAR: "Год пишется четырьмя цифрами: «2021».",
}
"""What the patterns of the model ask for."""


def valid(model: type[M], json: bytes) -> M | None:
    """The model of a parsed file, if nothing is wrong with it."""
    try:
        return model.model_validate_json(json)
    except ValidationError:
        return None


def validate(model: type[M], value: Value, marks: Marks, file: str) -> tuple[M | None, list[Diagnostic]]:
    """The model of a parsed file, or everything that is wrong with it.

    JSON stands between, since strict pydantic reads enumerations and tuples only from there.
    """
    try:
        return model.model_validate_json(orjson.dumps(value)), []
    except ValidationError as error:
        faults = error.errors(include_url=False)
        misnamed = {_meant(model, _path(fault)) for fault in faults if fault["type"] == _FOREIGN}
        told = (fault for fault in faults if fault["type"] != "missing" or _path(fault) not in misnamed)
        return None, [_diagnostic(model, fault, marks, file) for fault in told]


def _path(fault: ErrorDetails) -> tuple[str | int, ...]:
    return tuple(step for step in fault["loc"] if step != "[key]")


def _meant(model: type[BaseModel], path: tuple[str | int, ...]) -> tuple[str | int, ...] | None:
    """The field that was probably meant by a name that is not provided for: spelt alike, or titled so in Russian."""
    above, name = path[:-1], str(path[-1])
    titles = titles_at(model, above)
    meant = nearest(name, titles.values()) or titles.get(nearest(name, titles) or "")
    return (*above, meant) if meant else None


def _diagnostic(model: type[BaseModel], fault: ErrorDetails, marks: Marks, file: str) -> Diagnostic:
    path = _path(fault)
    kind = fault["type"]
    is_key = kind == _FOREIGN or "[key]" in fault["loc"]
    here = marks.at(path, key=is_key)
    place = Place(file=file, line=here.line, column=here.column)
    field = str(path[-1]) if path else ""
    if kind == _FOREIGN:
        known = fields_at(model, path[:-1])
        meant = _meant(model, path)
        hint = f"Возможно, «{meant[-1]}»?" if meant else f"Здесь бывают поля: {', '.join(known)}." if known else None
        return Diagnostic(code="E005", place=place, message=f"Поле «{field}» здесь не предусмотрено.", hint=hint)
    if kind == "missing":
        empty = field in marks.at(path[:-1]).keys
        message = f"Поле «{field}» обязательно, а здесь оно пусто." if empty else f"Нет обязательного поля «{field}»."
        return Diagnostic(code="E007", place=place, message=message)
    message, hint = _wording(kind, fault)
    if kind in _NESTED and (known := fields_at(model, path)):
        hint = f"Пишите {{{known[0]}: …}}; здесь бывают поля: {', '.join(known)}."
    named = f"Поле «{field}»: {message}" if field and not field.isdigit() else message
    return Diagnostic(
        code="E220" if kind == "period_order" else "E006", place=place, message=_capital(named), hint=hint
    )


def _wording(kind: str, fault: ErrorDetails) -> tuple[str, str | None]:
    context: dict[str, Any] = fault.get("ctx", {})
    given = fault["input"]
    if kind in _SHAPES:
        return _SHAPES[kind], _BY_KEYS.get(str(fault["loc"][-1])) if fault["loc"] else None
    if kind in ("enum", "literal_error"):
        known = [word.strip(" '") for word in str(context["expected"]).replace(" or ", ", ").split(",")]
        hint = perhaps(given, known) if isinstance(given, str) else None
        return f"значение «{given}» неизвестно.", hint or f"Возможные значения: {', '.join(known)}."
    if kind == "string_too_short":
        return "текст пуст; если сказать нечего, уберите поле.", None
    if kind == "string_too_long":
        return f"текст длиннее {context['max_length']} знаков.", None
    if kind == "string_pattern_mismatch":
        return f"«{given}» здесь не подходит.", SPELLINGS.get(context["pattern"])
    if kind in _OURS:
        return f"{fault['msg']}.", None
    return f"значение «{given}» не подходит.", None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def fields_at(model: type[BaseModel], path: tuple[str | int, ...]) -> list[str]:
    """The fields that the model knows at a place of its tree."""
    return list(titles_at(model, path).values())


def titles_at(model: type[BaseModel], path: tuple[str | int, ...]) -> dict[str, str]:
    """By their Russian titles the fields that the model knows at a place of its tree, for near-miss hints."""
    here: Any = model
    for step in path:
        here = step_into(here, step)
    return {field.title or name: name for name, field in here.model_fields.items()} if _is_model(here) else {}


def step_into(annotation: Any, step: str | int) -> Any:
    """The annotation of what stands under a field of a model, under a key of a dict or at an index of a list."""
    if _is_model(annotation):
        field = annotation.model_fields.get(str(step))
        return _bare(field.annotation) if field else None
    arguments = typing.get_args(annotation)
    if typing.get_origin(annotation) is dict:
        return _bare(arguments[1])
    return _bare(arguments[0]) if arguments else None


def _bare(annotation: Any) -> Any:
    """An annotation without its constraints and without `| None`."""
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        return _bare(typing.get_args(annotation)[0])
    if origin in (typing.Union, types.UnionType):
        return _bare(next(each for each in typing.get_args(annotation) if each is not types.NoneType))
    return annotation


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)
