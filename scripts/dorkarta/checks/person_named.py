"""Posts and bodies are published, persons are not (152-ФЗ)."""

import re
from collections.abc import Iterator
from typing import Any

from dorkarta.checks.rule import Finding, Rule, place
from dorkarta.records.corpus import Corpus, Record
from dorkarta.records.walk import Path, activities

_INITIALS = r"[А-ЯЁ]\.\s*(?:[А-ЯЁ]\.)?"
_SURNAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_PERSON = re.compile(rf"\b{_SURNAME}\s+{_INITIALS}(?![а-яё])|(?<![А-ЯЁа-яё.])[А-ЯЁ]\.\s*[А-ЯЁ]\.\s*{_SURNAME}")
_CITY = re.compile(r"\b[Гг]\.\s*$")


def looks_like_person(text: str) -> bool:
    """Whether a text holds a surname with initials."""
    return any(not _CITY.search(text[: match.start()]) for match in _PERSON.finditer(text))


def _posts(corpus: Corpus) -> Iterator[tuple[Record[Any], Path, str]]:
    """Every place where a post or a body should stand."""
    for roadmap in corpus.roadmaps.values():
        approved = roadmap.content.approved
        if approved and approved.by:
            yield roadmap, ("approved", "by"), approved.by
        if approved and approved.post:
            yield roadmap, ("approved", "post"), approved.post
        for path, _, chain in activities(roadmap.content):
            for index, responsible in enumerate(chain[-1].responsible):
                text = f"{responsible.body} {responsible.addition or ''}"
                yield roadmap, (*path, "responsible", index), text.strip()
    for report in corpus.reports.values():
        if report.content.signed:
            yield report, ("signed",), report.content.signed
        for row, entry in enumerate(report.content.entries):
            for index, responsible in enumerate(entry.responsible):
                yield report, ("entries", row, "responsible", index), responsible.body


def find(corpus: Corpus) -> Iterator[Finding]:
    """Surnames with initials where a body or a post should stand."""
    hint = "Имена людей не публикуются (152-ФЗ): укажите должность или организацию."
    for record, path, text in _posts(corpus):
        if looks_like_person(text):
            yield place(record, *path), f"Похоже, здесь названо лицо: «{text}».", hint


RULE = Rule(
    code="E202",
    title="Вместо людей названы должности и организации.",
    why="Имена публикуются только с согласия каждого; сайт обходится должностями (152-ФЗ, статья 10.1).",
    find=find,
)
