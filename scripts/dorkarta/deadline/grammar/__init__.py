"""The grammar of deadlines: tokens to phrases."""

from dorkarta.deadline.grammar.phrases import parse

__all__ = ["parse"]
