"""Words for the one who runs a command."""

import os
import sys
from collections.abc import Iterable

from dorkarta import addresses
from dorkarta.console.numbers import counted
from dorkarta.console.plain import told
from dorkarta.diagnostic import Diagnostic

__all__ = ["report"]


def report(problems: Iterable[Diagnostic], *, site_url: str = "", elsewhere: Iterable[Diagnostic] = ()) -> None:
    """Print diagnostics, one after another, and how many errors and warnings there are.

    Arguments:
        problems: What to print.
        site_url: The address of the site, which has a page for every code, if it is known.
        elsewhere: What was found, but not asked about.
    """
    listed = list(problems)
    colours = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
    for problem in listed:
        print(*told(problem, colours=colours), "", sep="\n", file=sys.stderr)
    if site_url and listed:
        addressed = (f"  {site_url}{addresses.rule_page(code)}" for code in sorted({each.code for each in listed}))
        print("Подробнее о правилах:", *addressed, "", sep="\n", file=sys.stderr)
    if listed:
        print(counted(listed), file=sys.stderr)
    if rest := counted(elsewhere):
        print(f"В других файлах ещё: {rest}.", file=sys.stderr)
