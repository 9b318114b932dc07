"""Why an expression is refused."""

from __future__ import annotations


class ContradictionError(Exception):
    """An expression that contradicts itself or the calendar; the message is for the editor, in Russian."""
