"""How templates become Python code: they see plain data and macros only, so a name is an attribute and a call a call.

Jinja's own code is ready for more: dictionaries as objects, functions that want the context, `Markup` at every step.
Half of the time of a page went there.
"""

from collections.abc import Callable
from typing import Any, Final

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.utils import missing
from markupsafe import Markup, escape
from markupsafe import _escape_inner as escaped  # type: ignore[attr-defined]  # `escape` makes a `Markup` of it

_OURS: Final = "from dorkarta.pages.compiling import html, macro_of"


def html(value: Any) -> str:
    """A value as HTML, to be joined with more of it; markup stays as it is."""
    kind = type(value)
    if kind is str:
        return escaped(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return]
    return str(value) if kind is int or kind is float else escape(value)


def macro_of(function: Callable[..., str], names: tuple[str, ...]) -> Callable[..., Markup]:
    """A macro: arguments by place or by name; those that are not given get the default that `function` knows."""
    count = len(names)

    def macro(*given: Any, **named: Any) -> Markup:
        if len(given) != count:
            given += tuple(named.pop(name, missing) for name in names[len(given) :])
        if named:
            raise TypeError(f"a macro has no such arguments: {', '.join(named)}")
        return str.__new__(Markup, function(*given))  # `Markup()` would look for markup in it first

    return macro


class PlainCode(CodeGenerator):
    """Writes the code of a template; what templates of ours do not need is refused."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        """The module: our names stand before all else."""
        self.writeline(_OURS)
        super().visit_Template(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """`view.title`: a dataclass has it, or it is an error."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """A macro, or a method of plain data."""
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            self.fail("only plain arguments", node.lineno)
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """What a macro's name stands for."""
        if macro_ref.accesses_caller or macro_ref.accesses_kwargs or macro_ref.accesses_varargs:
            self.fail("only named arguments", macro_ref.node.lineno)
        names = tuple(argument.name for argument in macro_ref.node.args)
        self.write(f"macro_of(macro, {names!r})")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("html(")
