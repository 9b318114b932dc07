"""Two versions of one record → its changes: items are recognised by their ids, wherever they stand now.

Where an id itself was changed, by the title.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from dorkarta.history.change import Change, ChangeKind
from dorkarta.history.excerpts import quoted
from dorkarta.history.fields import changed_fields
from dorkarta.history.items import ROOT, Item, Items, Key, Names, items_of
from dorkarta.history.nouns import NOUNS
from dorkarta.text import fold


def compare(before: Mapping[str, Any], after: Mapping[str, Any], model: Any) -> tuple[Change, ...]:
    """What changed from one version to the other, in the order of the later one; what is gone comes last."""
    were, are = items_of(before, model), items_of(after, model)
    return tuple(_Comparison(_with_keys(were, _recoded(were, are)), are).changes())


def _recoded(before: Items, after: Items) -> Mapping[Key, Key]:
    """By the old keys the new ones of items that got another id: where one vanished, one of its title appeared."""
    vanished = _by_title(item for key, item in before.items() if key not in after)
    appeared = _by_title(item for key, item in after.items() if key not in before)
    return {
        vanished[called][0]: appeared[called][0]
        for called in vanished.keys() & appeared.keys()
        if len(vanished[called]) == len(appeared[called]) == 1
    }


def _by_title(items: Iterable[Item]) -> Mapping[tuple[str, str], list[Key]]:
    titled: dict[tuple[str, str], list[Key]] = {}
    for item in items:
        if title := item.text("title") or item.text("name"):
            titled.setdefault((item.key[0], fold(title)), []).append(item.key)
    return titled


def _with_keys(items: Items, keys: Mapping[Key, Key]) -> Items:
    """Items under other keys."""

    def renamed(key: Key) -> Key:
        return keys.get(key, key)

    return {
        renamed(key): replace(item, key=renamed(key), parent=renamed(item.parent) if item.parent else None)
        for key, item in items.items()
    }


class _Comparison:
    """Two versions with the names of their items."""

    def __init__(self, before: Items, after: Items) -> None:
        self._before, self._after = before, after
        self._names_before, self._names = Names(before), Names(after)

    def changes(self) -> Iterator[Change]:
        for key, item in self._after.items():
            if (was := self._before.get(key)) is not None:
                yield from self._kept(was, item)
            elif item.parent in self._before:
                yield self._change(item, ChangeKind.ADDED, self._appeared(item))
        for key, item in self._before.items():
            if key not in self._after and item.parent in self._after:
                yield self._change(item, ChangeKind.REMOVED, self._vanished(item))
        if self._reordered():
            yield Change(kind=ChangeKind.MINOR, text="другой порядок строк")

    def _kept(self, was: Item, now: Item) -> Iterator[Change]:
        if was.parent != now.parent and now.parent is not None and was.parent is not None:
            yield self._change(now, ChangeKind.MOVED, self._moved(now, was.parent, now.parent))
        for kind, text in changed_fields(was.fields, now.fields, now.model):
            yield self._change(was if kind is ChangeKind.RENUMBERED else now, kind, text)

    def _change(self, item: Item, kind: ChangeKind, text: str) -> Change:
        if item.key == ROOT:
            return Change(kind=kind, text=text)
        former = kind in (ChangeKind.RENUMBERED, ChangeKind.REMOVED)
        names = self._names_before if former else self._names
        return Change(kind=kind, text=text, where=names.of(item), part=item.key[0], id=item.key[1])

    def _appeared(self, item: Item) -> str:
        return item.noun.with_deed("добавлен") + self._described(item, self._names.of(item), self._after)

    def _vanished(self, item: Item) -> str:
        return item.noun.with_deed("удалён") + self._described(item, self._names_before.of(item), self._before)

    def _described(self, item: Item, name: str, items: Items) -> str:
        """«мероприятие «…» (срок «…»)»: only what the item's name does not say."""
        title = item.text("title") or item.text("name")
        shown = quoted(title, 120) if title and quoted(title, 60) not in name else None
        noun = None if name.startswith(item.noun.one) else item.noun.one
        deadline = item.text("deadline")
        details = [f"срок {quoted(deadline)}" if deadline else None, holdings(item.key, items)]
        told = "; ".join(filter(None, details))
        return "".join(f" {word}" for word in (noun, shown, f"({told})" if told else None) if word)

    def _moved(self, item: Item, was: Key, now: Key) -> str:
        """«перенесено из раздела «…» в раздел «…»»"""
        deed = item.noun.with_deed("перенесён")
        origin = "с верхнего уровня" if was == ROOT else f"из {_genitive(self._before[was])}"
        target = "на верхний уровень" if now == ROOT else f"в {_nominative(self._after[now])}"
        return f"{deed} {origin} {target}"

    def _reordered(self) -> bool:
        """Whether items that stayed where they were stand in another order among themselves."""
        common = [key for key in self._after if key in self._before]
        parents: dict[Key | None, list[Key]] = {}
        for key in common:
            if self._before[key].parent == self._after[key].parent:
                parents.setdefault(self._after[key].parent, []).append(key)
        places = {key: place for place, key in enumerate(self._before)}
        return any(keys != sorted(keys, key=places.__getitem__) for keys in parents.values())


def _genitive(item: Item) -> str:
    return f"{item.noun.few} {_called(item)}"


def _nominative(item: Item) -> str:
    return f"{item.noun.one} {_called(item)}"


def _called(item: Item) -> str:
    title, number = item.text("title"), item.text("number")
    return quoted(title, 60) if title else number or quoted(item.key[1])


def holdings(key: Key, items: Items) -> str | None:
    """How many items an item holds, all levels together: «мероприятий: 12»."""
    inside = {key}
    counted: Counter[str] = Counter()
    for other in items.values():
        if other.parent in inside:
            inside.add(other.key)
            counted[other.key[0]] += 1
    return ", ".join(f"{NOUNS[part].many if part in NOUNS else 'строк'}: {count}" for part, count in counted.items())
