"""The draft of a practice: every field with what to write there."""

import datetime
from collections.abc import Iterator
from typing import Final

from dorkarta.drafts.yaml_text import scalar
from dorkarta.model.level import LevelId
from dorkarta.model.practice import Role


def practice_draft(
    *, title: str = "", territory: str = "", level: LevelId | None = None, reviewed: datetime.date | None = None
) -> str:
    """The Markdown file of a new practice.

    A field that only a person can fill stays empty, and the check asks for it by its line; an optional one may stay
    empty for ever. The text is short, since a form of the repository takes it inside an address.

    Arguments:
        title: What the practice is called.
        territory: The path of its territory: `krasnodar-krai/krasnodar`.
        level: Whose practice it is.
        reviewed: The day on which it was compared with the documents.
    """
    given = {"title": title, "territory": territory, "level": level or "", "reviewed": f"{reviewed or ''}"}
    return "\n".join(("---", *_HEAD, *_fields(given), "---", ""))


def _fields(given: dict[str, str]) -> Iterator[str]:
    for name, hint in _HINTS:
        value = given.get(name)
        yield f"{name}: {scalar(value)}" if value else f"{name}: # {hint}"
        if name == "steps":
            yield from _STEPS


_HEAD: Final = (
    "# Пишите только то, что сказано в документе. Чего в нём нет, оставьте пустым.",
    "# Людей по именам не называйте: должность или организация.",
)
_STEPS: Final = (*("  - text:", "    source:") * 3,)
_HINTS: Final = (
    ("title", "название; «лучшая» – только с подтверждением"),
    ("territory", "папка территории: krasnodar-krai/krasnodar"),
    ("level", f"чья практика: {', '.join(LevelId)}"),
    ("summary", "одно-два предложения простыми словами: кто, что и для кого делает"),
    ("problem", "какую трудность школы назвал документ"),
    ("risks", "[факторы из roadmaps/registry/risk-factors.yaml], если документ сам их связал"),
    ("risks_why", "какими словами связал"),
    ("roles", f"[кто участвует: {', '.join(Role)}]"),
    ("forms", "[семинар, приказ], как в registry/forms.yaml"),
    ("subject", "учебный предмет, если он один"),
    ("steps", "не меньше трёх; source – где это сказано: krasnodar-krai/roadmap-2020-2021#36"),
    ("result", "{text: что вышло или ожидается, measured: чем измерено}"),
    ("activities", "[мероприятия карт: krasnodar-krai/roadmap-2020-2021#36]"),
    ("entries", "[строки отчётов, где сказано, что её провели]"),
    ("documents", "[документы: order-560]"),
    ("contact", "куда обратиться: орган или должность из bodies.yaml"),
    ("proof", "planned – только план, reported – проведена по отчёту, confirmed – результат подтверждён документом"),
    ("proof_why", "на чём держится эта степень"),
    ("reviewed", "день сверки с документами: ГГГГ-ММ-ДД"),
    ("notes", "[{kind: remark, text: замечание}]"),
    ("allow", "{W420: почему с этим предупреждением здесь согласны}"),
    ("inferred", "{поле: почему оно есть, хотя в документе его нет}"),
)
"""Fields in the order of the model, each with what to write; `prose` is the Markdown under the head."""
