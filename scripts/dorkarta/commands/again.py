"""The same command once more: where nothing has changed, the last answer is told at once.

Then neither the library that reads options is loaded nor those that read records; that would take longer than all
the rest.
"""

import datetime
import re
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Final

from dorkarta.commands.answer import Question, answer, nothing_new
from dorkarta.commands.where import nearest_project, today
from dorkarta.site.request import Part, Request
from dorkarta.site.unchanged import is_unchanged
from dorkarta.site.verdict import last_verdict

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def told_again(arguments: Sequence[str]) -> int | None:
    """The exit code; nothing where another thing was asked, or something has changed."""
    command, *words = arguments or ("",)
    if command == "check":
        return _checked_again(_options(words, flags={"--strict", "--all"}, named={"--as-of", "--project"}))
    if command == "build":
        named = {"--as-of", "--project", "--out", "--without"}
        return _built_again(_options(words, flags={"--compress"}, named=named))
    return None


def _checked_again(told: Mapping[str, Sequence[str]] | None) -> int | None:
    place = _place(told)
    if told is None or place is None:
        return None
    project, day = place
    verdict = last_verdict(project, as_of=day)
    question = Question(project=project, as_of=day, strict="--strict" in told, with_debts="--all" in told)
    return answer(question, verdict) if verdict else None


def _built_again(told: Mapping[str, Sequence[str]] | None) -> int | None:
    place = _place(told)
    parts = {part.value: part for part in Part}
    if told is None or place is None or not parts.keys() >= set(told.get("--without", ())):
        return None
    project, day = place
    target = Path(*told.get("--out", [project / "site"])).resolve()
    without = frozenset(parts[name] for name in told.get("--without", ()))
    request = Request(as_of=day, compress="--compress" in told, without=without)
    verdict = last_verdict(project, as_of=day) if is_unchanged(project, target, request) else None
    return nothing_new(target, verdict) if verdict else None


def _options(
    words: Sequence[str], *, flags: Collection[str], named: Collection[str]
) -> Mapping[str, Sequence[str]] | None:
    """Options with what was said for them, in their usual words; all else, wrong options too, is not for here."""
    left = list(words)
    told: dict[str, list[str]] = {}
    while left:
        name = left.pop(0)
        if name in flags:
            told[name] = []
        elif name in named and left:
            told.setdefault(name, []).append(left.pop(0))
        else:
            return None
    return told


def _place(told: Mapping[str, Sequence[str]] | None) -> tuple[Path, datetime.date] | None:
    """The project and the day; nothing where they are not told plainly, or twice."""
    if told is None or any(len(said) > 1 for name, said in told.items() if name != "--without"):
        return None
    given = told.get("--project")
    project = nearest_project(Path(*given) if given else None)
    (day,) = told.get("--as-of", [f"{today()}"])
    if project is None or not _DAY.fullmatch(day):
        return None
    try:
        return project, datetime.date.fromisoformat(day)
    except ValueError:
        return None
