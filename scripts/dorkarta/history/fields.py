"""What changed in the fields of an item, in words."""

import difflib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from pydantic import BaseModel

from dorkarta.history.change import ChangeKind
from dorkarta.history.excerpts import change_of, only_looks, plain, quoted
from dorkarta.records.naming import VALUE_TITLES
from dorkarta.records.validation import step_into
from dorkarta.text import uncapital

_KINDS: Final = {
    "number": ChangeKind.RENUMBERED,
    "title": ChangeKind.RENAMED,
    "deadline": ChangeKind.DEADLINE,
    "responsible": ChangeKind.RESPONSIBLE,
    "notes": ChangeKind.MINOR,
    "allow": ChangeKind.MINOR,
    "inferred": ChangeKind.MINOR,
    "reviewed": ChangeKind.MINOR,
}
"""Fields that are told apart from others."""
_NAMES: Final = (("name",), ("short",), ("document",), ("level",), ("number",), ("title",), ("indicator", "year"))
"""Fields by which the items of a list without ids are recognised, whichever come first in all of them."""
_MOST: Final = 120
"""Letters of a value that was added or removed as a whole."""


class FieldChange(NamedTuple):
    """One change of a field."""

    kind: ChangeKind
    text: str


def changed_fields(before: Mapping[str, Any], after: Mapping[str, Any], model: Any) -> Iterator[FieldChange]:
    """The fields of an item that differ, in the order of its model."""
    for field in _ordered(model, before, after):
        was, now = before.get(field) or None, after.get(field) or None
        if was == now:
            continue
        kind = _KINDS.get(field, ChangeKind.FIELD)
        if field == "cancelled":
            yield _cancelled(was, now)
        elif field == "amended":
            yield from _amended(_listed(was), _listed(now))
        else:
            yield from _told(_Field(title_of(model, field), kind, step_into(model, field)), was, now)


def title_of(model: Any, field: str) -> str:
    """What a field is called inside a sentence: «срок»; without a title in the model the word of the record."""
    known = model.model_fields.get(field) if isinstance(model, type) and issubclass(model, BaseModel) else None
    return uncapital(known.title if known and known.title else field)


def words(value: Any, model: Any = None) -> str:
    """A value in one line, as far as it has words: «ИРО КК (рабочая группа)»; codes in the words for them."""
    if isinstance(value, str):
        return _meaning(model, value) or plain(value)
    if isinstance(value, list):
        return ", ".join(filter(None, (words(each, step_into(model, 0)) for each in value)))
    if "text" in value:
        return words(value["text"])
    if set(value) == {"body", "addition"}:
        return f"{words(value['body'])} ({words(value['addition'])})"
    return ", ".join(filter(None, (words(held, step_into(model, field)) for field, held in value.items())))


def _meaning(model: Any, code: str) -> str | None:
    return VALUE_TITLES[model].get(code) if isinstance(model, type) and model in VALUE_TITLES else None


class _Field(NamedTuple):
    """A field on its way into words."""

    title: str
    kind: ChangeKind
    model: Any

    def inside(self, name: str, step: str | int) -> "_Field":
        return _Field(f"{self.title}, {name}", self.kind, step_into(self.model, step))


def _told(field: _Field, was: Any, now: Any) -> Iterator[FieldChange]:
    if isinstance(was, list) or isinstance(now, list):
        yield from _list_told(field, _listed(was), _listed(now))
    elif was is None or now is None:
        yield FieldChange(field.kind, _come_or_gone(field, was, now))
    elif isinstance(was, dict) and isinstance(now, dict):
        for step in _ordered(field.model, was, now):
            if was.get(step) != now.get(step):
                inner = field.inside(title_of(field.model, step), step)
                kind = ChangeKind.MINOR if _KINDS.get(step) is ChangeKind.MINOR else field.kind
                yield from _told(inner._replace(kind=kind), was.get(step), now.get(step))
    else:
        yield _replaced(field, was, now)


def _replaced(field: _Field, was: Any, now: Any) -> FieldChange:
    one, other = words(was, field.model), words(now, field.model)
    return FieldChange(ChangeKind.MINOR if only_looks(one, other) else field.kind, _turned(field, one, other))


def _turned(field: _Field, was: str, now: str) -> str:
    if field.kind is ChangeKind.RENUMBERED:
        return f"{field.title} {was} → {now}"
    return f"{field.title}{':' if ',' in field.title else ''} {change_of(was, now)}"


def _come_or_gone(field: _Field, was: Any, now: Any) -> str:
    held, verb = (now, "добавлено") if was is None else (was, "убрано")
    said = words(held, field.model)
    return f"{field.title}: {verb} {quoted(said, _MOST)}" if said else f"{field.title}: {verb}"


def _listed(value: Any) -> list[Any]:
    """A single item may stand without brackets."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _list_told(field: _Field, was: list[Any], now: list[Any]) -> Iterator[FieldChange]:
    named = _by_names(was, now)
    pairs = list(_paired_by_names(*named) if named else _paired_by_place(was, now))
    if not pairs:
        yield FieldChange(ChangeKind.MINOR, f"{field.title}: другой порядок")
    item = field._replace(model=step_into(field.model, 0))
    for name, (one, other) in pairs:
        if field.kind is ChangeKind.RESPONSIBLE:
            yield from _responsible(one, other)
        elif one is None or other is None:
            yield FieldChange(field.kind, _come_or_gone(item, one, other))
        elif name and isinstance(one, dict) and isinstance(other, dict):
            yield from _told(field.inside(name, 0), one, other)
        else:
            yield _replaced(item, one, other)


Pairs = Iterator[tuple[str, tuple[Any, Any]]]
"""What the pair is called, nothing where one took the place of another; one side is nothing where it came or went."""


def _by_names(was: list[Any], now: list[Any]) -> tuple[dict[str, Any], dict[str, Any]] | None:
    """Both lists by the names of their items, if all have one and none has another's."""
    for fields in ((), *_NAMES):
        sides = [{_name(item, fields): item for item in side} for side in (was, now)]
        if all(None not in side for side in sides) and [len(side) for side in sides] == [len(was), len(now)]:
            return {str(key): item for key, item in sides[0].items()}, {
                str(key): item for key, item in sides[1].items()
            }
    return None


def _name(item: Any, fields: tuple[str, ...]) -> str | None:
    """An item's name in fields of it; a text is its own name, and so is a body without an addition."""
    if not fields:
        return item if isinstance(item, str) else _body(item)
    found = [item.get(field) for field in fields] if isinstance(item, dict) else []
    return ", ".join(each for each in found if isinstance(each, str)) or None


def _body(item: Any) -> str | None:
    found = item.get("body") if isinstance(item, dict) else None
    return found if isinstance(found, str) else None


def _paired_by_names(was: dict[str, Any], now: dict[str, Any]) -> Pairs:
    gone = [name for name in was if name not in now]
    come = [name for name in now if name not in was]
    for name, item in was.items():
        if name in now and item != now[name]:
            yield quoted(name), (item, now[name])
    if len(gone) == len(come) == 1:
        yield "", (was[gone[0]], now[come[0]])
        return
    yield from ((quoted(name), (was[name], None)) for name in gone)
    yield from ((quoted(name), (None, now[name])) for name in come)


def _paired_by_place(was: list[Any], now: list[Any]) -> Pairs:
    """Lists whose items have no names: what stands between equal neighbours is compared in turn."""
    matcher = difflib.SequenceMatcher(None, [*map(repr, was)], [*map(repr, now)], autojunk=False)
    for tag, first, last, begin, end in matcher.get_opcodes():
        if tag == "equal":
            continue
        longest = max(last - first, end - begin)
        for offset in range(longest):
            one = was[first + offset] if first + offset < last else None
            other = now[begin + offset] if begin + offset < end else None
            yield str(begin + offset + 1), (one, other)


def _responsible(was: Any, now: Any) -> Iterator[FieldChange]:
    kind = ChangeKind.RESPONSIBLE
    if was is None:
        yield FieldChange(kind, f"ответственный добавлен: {words(now)}")
    elif now is None:
        yield FieldChange(kind, f"ответственный убран: {words(was)}")
    else:
        looks = only_looks(words(was), words(now))
        yield FieldChange(ChangeKind.MINOR if looks else kind, f"ответственный {change_of(words(was), words(now))}")


def _cancelled(was: Any, now: Any) -> FieldChange:
    if was is None:
        return FieldChange(ChangeKind.CANCELLED, f"отменено{_act(now)}")
    if now is None:
        return FieldChange(ChangeKind.RESTORED, "отмена снята")
    return FieldChange(ChangeKind.FIELD, f"отмена {change_of(words(was), words(now))}")


def _amended(was: list[Any], now: list[Any]) -> Iterator[FieldChange]:
    for act in (act for act in now if act not in was):
        yield FieldChange(ChangeKind.AMENDED, f"изменено решением{_act(act)}")
    for act in (act for act in was if act not in now):
        yield FieldChange(ChangeKind.FIELD, f"решение об изменении убрано{_act(act)}")


def _act(value: Any) -> str:
    """«: 10.03.2021, МОНиМП КК»"""
    said = words(value)
    return f": {said}" if said else ""


def _ordered(model: Any, *sides: Mapping[str, Any]) -> Iterable[str]:
    """The fields of all sides: those of the model in its order, then what it does not know."""
    known = model.model_fields if isinstance(model, type) and issubclass(model, BaseModel) else {}
    held = dict.fromkeys(field for side in sides for field in side)
    return [*(field for field in known if field in held), *(field for field in held if field not in known)]
