"""Templates as Python: they see plain data and macros only, so a name is a name, a call a call, an attribute itself.

Jinja reads a template, we write its code (`template_code`). Jinja's own is ready for far more: dictionaries as objects,
functions that want the context, loops that know their length. Most of the time of a page went there.
"""

import ast
from collections.abc import Callable
from types import CodeType
from typing import Any

from jinja2 import Environment, nodes
from jinja2.runtime import Context
from jinja2.utils import missing
from markupsafe import Markup, escape
from markupsafe import _escape_inner as escaped  # type: ignore[attr-defined]  # `escape` makes a `Markup` of it

from dorkarta.pages import template_code
from dorkarta.pages.template_names import variable


def html(value: Any) -> str:
    """A value as HTML, to be joined with more of it; markup stays as it is."""
    kind = type(value)
    if kind is str:
        return escaped(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return]
    return str(value) if kind is int or kind is float else escape(value)


def markup(made: str) -> Markup:
    """What is markup by now, as a value; `Markup()` would look for markup in it first."""
    return str.__new__(Markup, made)


def macro(text: Callable[..., str]) -> Callable[..., Markup]:
    """A macro for those who do not know that it is one: what it makes is markup, its arguments have their own names."""

    def made(*given: Any, **named: Any) -> Markup:
        return markup(text(*given, **{variable(name): value for name, value in named.items()}))

    return made


def wanted(context: Context, name: str) -> Any:
    """What a template is given under a name; what nobody gave is an error once it is used."""
    found = context.resolve_or_missing(name)
    return context.environment.undefined(name=name) if found is missing else found


class PlainEnvironment(Environment):
    """Compiles templates by way of Python's syntax trees, at the two places where Jinja lets others step in."""

    def _generate(  # type: ignore[override]  # Jinja hands on to `_compile` whatever this makes
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> ast.Module:
        plain = {name for name, found in self.filters.items() if not hasattr(found, "jinja_pass_arg")}
        return template_code.module(source, name=name, filename=filename, filters=plain)

    def _compile(self, source: Any, filename: str) -> CodeType:
        return compile(source, filename, "exec")
