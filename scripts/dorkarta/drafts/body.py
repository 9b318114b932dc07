"""The draft of an organisation or a role, at the end of the list where it belongs."""

from collections.abc import Iterator
from typing import Final

from dorkarta.drafts.roadmap import DraftError
from dorkarta.drafts.slug import MOST, slug
from dorkarta.drafts.yaml_text import comment, dashed, field
from dorkarta.model.body import Bodies, BodyKind
from dorkarta.records.kinds import modeline
from dorkarta.records.validation import validate
from dorkarta.records.yaml_tree import Marks, read_tree


def bodies_path(territory: str) -> str:
    """The list of a territory or, without one, of the country: `krasnodar-krai/bodies`."""
    return f"{territory or 'registry'}/bodies"


def body_draft(
    *, territory: str, title: str, short: str | None, kind: BodyKind, existing: str | None
) -> tuple[str, str]:
    """The YAML of a list with a new item at its end, and the id of that item. What stood there stays, letter by letter.

    Arguments:
        territory: Whose list it is; empty for the country's.
        title: The full name.
        short: The short name.
        kind: What it is.
        existing: The text of the list; none where there is no such file yet.

    Raises:
        DraftError: no id can be made of the name, or nothing can be added to the list as it is written.
    """
    if existing is None:
        identity = _identity(short, title, frozenset())
        head = (modeline(bodies_path(territory)), *comment(_GUIDE), "bodies:")
        return "\n".join((*head, *_item(identity, title, short, kind, 2), "")), identity
    before, marks = _read(existing)
    identity = _identity(short, title, frozenset(body.id for body in before.bodies))
    lines = list(_item(identity, title, short, kind, _indent(existing, marks)))
    end = "\r\n" if "\r\n" in existing else "\n"
    text = existing + ("" if existing.endswith("\n") else end) + end.join((*lines, ""))
    after, _ = _read(text)
    if after.bodies[:-1] != before.bodies or after.bodies[-1].id != identity:
        raise DraftError(_BY_HAND)
    return text, identity


def _read(text: str) -> tuple[Bodies, Marks]:
    tree = read_tree(text, "bodies.yaml")
    found = validate(Bodies, tree.value, tree.marks, "bodies.yaml")[0] if tree.value is not None else None
    if found is None or tree.problems:
        raise DraftError(_BY_HAND)
    return found, tree.marks


def _indent(text: str, marks: Marks) -> int:
    """How far the dashes of the items stand from the margin."""
    first = marks.at(("bodies", 0))
    line = text.splitlines()[first.line - 1] if first is not marks.at(("bodies",)) else ""
    dash = line[: first.column - 1].rstrip()
    if dash.strip() != "-":
        raise DraftError(_BY_HAND)
    return len(dash) - 1


def _identity(short: str | None, title: str, taken: frozenset[str]) -> str:
    """Of the short name, else of the full one, else with a number behind it."""
    names = [name for name in (slug(short or ""), slug(title)) if name]
    if not names:
        raise DraftError("В названии нет ни букв, ни цифр: кода из него не получится.")
    numbered = (f"{names[-1][: MOST - 4]}-{number}" for number in range(2, len(taken) + 3))
    return next(name for name in (*names, *numbered) if name not in taken)


def _item(identity: str, title: str, short: str | None, kind: BodyKind, indent: int) -> Iterator[str]:
    fields = {"id": identity, "title": title, "short": short, "kind": kind.value}
    lines = (line for name, value in fields.items() if value for line in field(name, value, indent + 2))
    yield from dashed(lines, indent)
    yield from comment(_MORE[kind], indent + 2)


_GUIDE: Final = "Организации и роли. Людей по именам не называем (152-ФЗ)."
_MORE: Final = {
    BodyKind.ORGANISATION: """\
aliases: [другие названия, под которыми её печатают документы]
fulfils: [коды ролей, которые она исполняет: mouo]
url: её сайт""",
    BodyKind.ROLE: "aliases: [другие названия, под которыми её печатают документы]",
}
"""What may be added."""
_BY_HAND: Final = (
    "Список bodies.yaml записан так, что дописать к нему программа не может. Каждый пункт должен начинаться с новой "
    "строки и с «- »; или допишите его сами."
)
