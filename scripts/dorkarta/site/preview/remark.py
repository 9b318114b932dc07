"""What is wrong with a project, told in the page: as the console prints it, in a bar that can be folded."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from dorkarta.console.numbers import NOUNS
from dorkarta.console.plain import told
from dorkarta.diagnostic import Diagnostic, Severity
from dorkarta.text import numeral

_MOST: Final = 200
"""So many are told; who has more wants the console."""
_CALM: Final = "calm"


@dataclass(frozen=True, kw_only=True, slots=True)
class Remark:
    """Something that the editor should know."""

    severity: Severity
    text: str
    """One or several lines."""


def remark_of(problem: Diagnostic) -> Remark:
    """A problem in a file."""
    return Remark(severity=problem.severity, text="\n".join(told(problem)))


def bar(remarks: Sequence[Remark], notes: Sequence[str]) -> str:
    """The bar as HTML: open where there are errors, one line otherwise.

    Arguments:
        remarks: What is wrong; errors go first, and warnings stand aside then.
        notes: What is to be said besides, a sentence each.
    """
    errors = [remark for remark in remarks if remark.severity is Severity.ERROR]
    warnings = [remark for remark in remarks if remark.severity is Severity.WARNING]
    worst = Severity.ERROR if errors else Severity.WARNING if warnings else _CALM
    aside = f"<details><summary>{_counted(warnings)}</summary>{_items(warnings)}</details>"
    return (
        f'<details class="dk-preview dk-preview--{worst}"{" open" if errors else ""}>'
        f"<summary>Предпросмотр: {_counted(remarks)}</summary>"
        f'<div class="dk-preview__told">{_items(errors)}{aside if errors and warnings else _items(warnings)}'
        f"{''.join(f'<p>{escape(note)}</p>' for note in notes)}</div></details>"
    )


def _counted(remarks: Sequence[Remark]) -> str:
    counts = {severity: sum(each.severity is severity for each in remarks) for severity in NOUNS}
    return ", ".join(numeral(counts[each], *nouns) for each, nouns in NOUNS.items() if counts[each]) or "ошибок нет"


def _items(remarks: Sequence[Remark]) -> str:
    shown = "".join(f'<pre class="dk-preview__{each.severity}">{escape(each.text)}</pre>' for each in remarks[:_MOST])
    rest = len(remarks) - _MOST
    return f"{shown}<p>Ещё {rest}: их покажет <code>dorkarta check</code>.</p>" if rest > 0 else shown
