"""A person at a terminal chooses what an entry of a report means; nothing is chosen by itself."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from dorkarta.console.proposals import Told
from dorkarta.linking.proposing import Proposal

Ask = Callable[[str], str]
"""Shows a question and gives the line that was answered; an empty text where nobody will answer any more."""

QUESTION: Final = "   Номер, Enter – оставить, q – закончить: "
_STOP: Final = frozenset({"q", "й"})
"""The same key in the Russian layout is «й»."""


def chosen(told: Told, ask: Ask | None, *, with_linked: bool) -> Mapping[int, str]:
    """Show entry after entry and ask: by the index of an entry the key of the activity that was chosen.

    Arguments:
        told: What is proposed.
        ask: Nothing where nobody answers; then all is only shown.
        with_linked: Whether entries that are linked are shown too; they are not asked about.
    """
    found: dict[int, str] = {}
    for index, entry in enumerate(told.proposals.report.content.entries):
        if entry.activity and not with_linked:
            continue
        offered = told.proposals.of(index)
        print("", *told.entry(index, offered), sep="\n", flush=True)
        if entry.activity or not offered or ask is None:
            continue
        number = _number(ask, offered)
        if number is None:
            break
        if number:
            found[index] = offered[number - 1].planned.key
    return found


def _number(ask: Ask, offered: Sequence[Proposal]) -> int | None:
    """The number of a proposal, 0 to leave the entry as it is, nothing to stop."""
    question = QUESTION
    while line := ask(question):
        answer = line.strip().casefold()
        if answer in _STOP:
            break
        if not answer:
            return 0
        if answer in {str(number) for number in range(1, len(offered) + 1)}:
            return int(answer)
        question = f"   Здесь бывает {'1' if len(offered) == 1 else f'1–{len(offered)}'}, Enter или q: "
    return None
