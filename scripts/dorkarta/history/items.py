"""The items of a record as it was written: whatever lists hold that has an id, each with its place.

Records are taken as plain values, not as models: an old revision may hold what today's models refuse.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from dorkarta.history.excerpts import plain, quoted
from dorkarta.history.nouns import Noun, noun_of
from dorkarta.records.validation import step_into
from dorkarta.text import shortened

Key = tuple[str, str]
"""The list and the id: `("activities", "4.10")`."""
ROOT: Final[Key] = ("", "")
"""The record itself."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """An item with its own fields; the items inside it are items of their own."""

    key: Key
    fields: Mapping[str, Any]
    model: Any
    """That of today, as far as there is one."""
    parent: Key | None

    @property
    def noun(self) -> Noun:
        """What such items are called."""
        return noun_of(self.key[0])

    def text(self, field: str) -> str | None:
        """A field that holds a text."""
        value = self.fields.get(field)
        return value if isinstance(value, str) else None


Items = Mapping[Key, Item]


def items_of(value: Mapping[str, Any], model: Any) -> Items:
    """All items of a record in its order, the record itself first; of two with one id the first."""
    found: dict[Key, Item] = {}
    for item in _items(value, model, ROOT, None):
        found.setdefault(item.key, item)
    return found


def _items(value: Mapping[str, Any], model: Any, key: Key, parent: Key | None) -> Iterator[Item]:
    lists = {field: held for field, held in value.items() if _lists_items(held)}
    own = {field: held for field, held in value.items() if field not in lists}
    yield Item(key=key, fields=own, model=model, parent=parent)
    for field, held in lists.items():
        inner = step_into(step_into(model, field), 0)
        for each in held:
            yield from _items(each, inner, (field, each["id"]), key)


def _lists_items(value: Any) -> bool:
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(each, dict) and isinstance(each.get("id"), str) for each in value)
    )


@dataclass(frozen=True)
class Names:
    """What items are called: «4.10», «раздел 2», «запись 3»; where a number stands twice, with the title."""

    items: Items

    def of(self, item: Item) -> str:
        """The name of one of the items."""
        return _name(item, alone=self._numbers[item.key[0], item.text("number")] == 1)

    @cached_property
    def _numbers(self) -> Counter[tuple[str, str | None]]:
        return Counter((item.key[0], item.text("number")) for item in self.items.values())


def _name(item: Item, *, alone: bool) -> str:
    part, identity = item.key
    number, title = item.text("number"), item.text("title") or item.text("name")
    if part == "documents":
        return _document(item)
    if number is None:
        called = quoted(item.text("short") or title or identity, 60)
        return called if part == "activities" else f"{item.noun.one} {called}"
    called = plain(number) if part == "activities" else f"{item.noun.one} {plain(number)}"
    return called if alone or title is None else f"{called} {quoted(title, 40)}"


def _document(item: Item) -> str:
    number, title = item.text("number"), item.text("title")
    kind = plain(item.text("kind") or item.noun.one)
    if number:
        return f"{kind} № {plain(number)}"
    return f"{kind} {quoted(title or item.key[1], 60)}"


def title_of(fields: Mapping[str, Any]) -> str | None:
    """The title of an item or a record, in one line."""
    found = fields.get("title") or fields.get("name")
    return shortened(plain(found), 100) if isinstance(found, str) else None
