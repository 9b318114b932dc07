"""Problems for people: like a compiler's, one under another."""

from collections.abc import Iterator
from typing import Any, Final

from dorkarta.console.excerpt import drawn
from dorkarta.console.glyphs import in_a_line
from dorkarta.console.numbers import NOUNS
from dorkarta.diagnostic import Diagnostic, Severity

_COLOURS: Final = {Severity.ERROR: "red", Severity.WARNING: "yellow"}


def told(problem: Diagnostic, *, colours: bool = False) -> Iterator[str]:
    """What is wrong, where, the line with carets under the words that are meant, and how to mend it.

    ошибка E203: Форма «танец» неизвестна.
     --> roadmaps/tula-oblast/roadmap-2021.yaml:9:20
      |
    9 |         form: танец
      |               ^^^^^
      = как исправить: возможно, «танцы»?
    """

    def painted(text: str, **style: Any) -> str:
        if not colours:
            return text
        from typer import style as in_style  # noqa: PLC0415  # where nobody sees colours it is loaded for nothing

        return in_style(text, **style)

    colour = _COLOURS[problem.severity]
    margin = " " * (len(str(problem.place.line)) if problem.excerpt else 1)
    old = " (старый долг)" if problem.old else ""
    name = painted(f"{NOUNS[problem.severity][0]} {problem.code}", fg=colour, bold=True)
    yield f"{name}{old}: {painted(in_a_line(problem.message), bold=True)}"
    yield f"{painted(f'{margin}-->', fg='blue')} {in_a_line(str(problem.place))}"
    *lines, carets = drawn(problem) or ("",)
    yield from lines
    if carets:
        yield painted(carets, fg=colour)
    if problem.hint:
        yield f"{painted(f'{margin} =', fg='blue')} как исправить: {in_a_line(_continued(problem.hint))}"


def _continued(sentence: str) -> str:
    """A sentence behind a colon: its first letter is small, unless the word is an abbreviation or a name of a field."""
    return sentence if sentence[1:2].isupper() else sentence[:1].lower() + sentence[1:]
