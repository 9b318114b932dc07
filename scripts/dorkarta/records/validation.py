"""Plain values → models, and pydantic's complaints → diagnostics with their places."""

import typing
from typing import Any, TypeVar

import orjson
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from dorkarta.diagnostic import Diagnostic, Place
from dorkarta.records.yaml_tree import Marks, Value
from dorkarta.text import perhaps

M = TypeVar("M", bound=BaseModel)

_SHAPES = {
    "tuple_type": "Здесь нужен список: каждый пункт с новой строки и с «- » или через запятую в [скобках].",
    "dict_type": "Здесь нужна вложенная запись с полями.",
    "model_type": "Здесь нужна вложенная запись с полями.",
    "model_attributes_type": "Здесь нужна вложенная запись с полями.",
    "string_type": "Здесь нужен текст, а не список и не вложенная запись.",
    "date_type": "Здесь нужна дата: ГГГГ-ММ-ДД.",
    "bool_type": "Здесь нужно «true»; если нет — уберите поле.",
    "is_instance_of": "Здесь нужен период: 2020-12-01/2021-12-31.",
    "dataclass_type": "Здесь нужен период: 2020-12-01/2021-12-31.",
}


def validate(model: type[M], value: Value, marks: Marks, file: str) -> tuple[M | None, list[Diagnostic]]:
    """The model of a parsed file, or everything that is wrong with it.

    JSON stands between, since strict pydantic reads enumerations and tuples only from there.
    """
    try:
        return model.model_validate_json(orjson.dumps(value)), []
    except ValidationError as error:
        return None, [_diagnostic(model, fault, marks, file) for fault in error.errors(include_url=False)]


def _diagnostic(model: type[BaseModel], fault: ErrorDetails, marks: Marks, file: str) -> Diagnostic:
    path = tuple(step for step in fault["loc"] if step != "[key]")
    kind = fault["type"]
    is_key = kind == "extra_forbidden" or "[key]" in fault["loc"]
    here = marks.at(path, key=is_key)
    place = Place(file=file, line=here.line, column=here.column)
    field = str(path[-1]) if path else ""
    if kind == "extra_forbidden":
        known = fields_at(model, path[:-1])
        hint = perhaps(field, known) or (f"Здесь бывают поля: {', '.join(known)}." if known else None)
        return Diagnostic(code="E005", place=place, message=f"Поле «{field}» здесь не предусмотрено.", hint=hint)
    if kind == "missing":
        return Diagnostic(code="E007", place=place, message=f"Нет обязательного поля «{field}».")
    message, hint = _wording(kind, fault)
    named = f"Поле «{field}»: {message}" if field and not field.isdigit() else message
    return Diagnostic(
        code="E220" if kind == "period_order" else "E006", place=place, message=_capital(named), hint=hint
    )


def _wording(kind: str, fault: ErrorDetails) -> tuple[str, str | None]:
    context: dict[str, Any] = fault.get("ctx", {})
    given = fault["input"]
    if kind in _SHAPES:
        return _SHAPES[kind], None
    if kind in ("enum", "literal_error"):
        known = [word.strip(" '") for word in str(context["expected"]).replace(" or ", ", ").split(",")]
        hint = perhaps(given, known) if isinstance(given, str) else None
        return f"значение «{given}» неизвестно.", hint or f"Возможные значения: {', '.join(known)}."
    if kind == "string_too_short":
        return "текст пуст; если сказать нечего, уберите поле.", None
    if kind == "string_too_long":
        return f"текст длиннее {context['max_length']} знаков.", None
    if kind == "string_pattern_mismatch":
        hint = "Латинские строчные буквы, цифры, дефис; между ними можно точку: «4.10», «order-560»."
        return f"имя «{given}» так не пишется.", hint
    if kind in ("date_form", "date_unknown", "period_order", "timezone", "quantity"):
        return f"{fault['msg']}.", None
    return f"значение «{given}» не подходит.", None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def fields_at(model: type[BaseModel], path: tuple[str | int, ...]) -> list[str]:
    """The fields that the model knows at a place of its tree, for near-miss hints."""
    here: Any = model
    for step in path:
        if isinstance(here, type) and issubclass(here, BaseModel):
            if step not in here.model_fields:
                return []
            here = _model_inside(here.model_fields[str(step)].annotation)
        # an index or a key of a dict leads nowhere else: the annotation was unwrapped already
    return list(here.model_fields) if isinstance(here, type) and issubclass(here, BaseModel) else []


def _model_inside(annotation: Any) -> Any:
    """The model that an annotation holds, however deep: `tuple[X, ...] | None` → `X`."""
    if isinstance(annotation, type) and not typing.get_args(annotation):
        return annotation if issubclass(annotation, BaseModel) else None
    for argument in reversed(typing.get_args(annotation)):
        if (found := _model_inside(argument)) is not None:
            return found
    return None
