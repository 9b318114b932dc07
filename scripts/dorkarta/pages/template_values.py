"""The values of a template as Python's expressions."""

import ast
from collections.abc import Callable, Iterable, Mapping
from functools import singledispatchmethod
from typing import Any, Final, TypeVar

from jinja2 import nodes
from markupsafe import escape

from dorkarta.pages.template_names import Names, text_variable, variable

N = TypeVar("N", bound=ast.AST)

_OPERATORS: Final[Mapping[type[nodes.Expr], type[ast.operator]]] = {
    nodes.Add: ast.Add,
    nodes.Sub: ast.Sub,
    nodes.Mul: ast.Mult,
    nodes.Div: ast.Div,
}
_COMPARED: Final[Mapping[str, type[ast.cmpop]]] = {
    "eq": ast.Eq,
    "ne": ast.NotEq,
    "gt": ast.Gt,
    "gteq": ast.GtE,
    "lt": ast.Lt,
    "lteq": ast.LtE,
    "in": ast.In,
    "notin": ast.NotIn,
}


class Values:
    """Writes expressions: a value as it is, or as HTML."""

    def __init__(self, names: Names) -> None:
        self._names = names

    def html(self, node: nodes.Expr) -> ast.expr:
        """A value as HTML; what is known is escaped now, what a macro made never."""
        match node:
            case nodes.TemplateData(data=data):
                return ast.Constant(data)
            case nodes.Const(value=value):
                return ast.Constant(str(escape(value)))
            case nodes.CondExpr(test=test, expr1=shown, expr2=otherwise):
                last = self.html(otherwise) if otherwise else ast.Constant("")
                return at(node, ast.IfExp(self.value(test), self.html(shown), last))
            case nodes.Concat(nodes=parts):
                return joined(self.html(each) for each in parts)
            case nodes.Call(node=called) if self._names.is_macro(called):
                return self._text(node)
        return at(node, call("html", self.value(node)))

    def value(self, node: nodes.Node) -> ast.expr:
        """A value."""
        return at(node, self._value(node))

    @singledispatchmethod
    def _value(self, node: nodes.Expr) -> ast.expr:
        self._names.fail(f"nothing of ours is written with {type(node).__name__}", node)

    @_value.register
    def _(self, node: nodes.Const) -> ast.expr:
        return ast.Constant(node.value)

    @_value.register
    def _(self, node: nodes.Name) -> ast.expr:
        return load(self._names.use(node))

    @_value.register
    def _(self, node: nodes.Getattr) -> ast.expr:
        if isinstance(node.node, nodes.Name) and node.node.name == "loop":
            return self._place(node)
        return ast.Attribute(self.value(node.node), node.attr, ast.Load())

    @_value.register
    def _(self, node: nodes.Getitem) -> ast.expr:
        return ast.Subscript(self.value(node.node), self.value(node.arg), ast.Load())

    @_value.register
    def _(self, node: nodes.Slice) -> ast.expr:
        ends = (node.start, node.stop, node.step)
        return ast.Slice(*(self.value(end) if end else None for end in ends))

    @_value.register
    def _(self, node: nodes.Call) -> ast.expr:
        self._plain_arguments(node)
        given = [self.value(each) for each in node.args]
        return ast.Call(self.value(node.node), given, self._by_name(node.kwargs))

    @_value.register
    def _(self, node: nodes.Filter) -> ast.expr:
        if node.node is None:
            self._names.fail("no filter without a value", node)
        given = [self.value(each) for each in (node.node, *node.args)]
        return ast.Call(load(self._names.use_filter(node)), given, self._by_name(node.kwargs))

    @_value.register
    def _(self, node: nodes.Test) -> ast.expr:
        if node.name != "none":
            self._names.fail(f"no test for {node.name}", node)
        return ast.Compare(self.value(node.node), [ast.Is()], [ast.Constant(None)])

    @_value.register
    def _(self, node: nodes.CondExpr) -> ast.expr:
        if node.expr2 is None:
            self._names.fail("a value has an else", node)
        return ast.IfExp(self.value(node.test), self.value(node.expr1), self.value(node.expr2))

    @_value.register
    def _(self, node: nodes.And) -> ast.expr:
        return ast.BoolOp(ast.And(), [self.value(node.left), self.value(node.right)])

    @_value.register
    def _(self, node: nodes.Or) -> ast.expr:
        return ast.BoolOp(ast.Or(), [self.value(node.left), self.value(node.right)])

    @_value.register
    def _(self, node: nodes.Not) -> ast.expr:
        return ast.UnaryOp(ast.Not(), self.value(node.node))

    @_value.register
    def _(self, node: nodes.Compare) -> ast.expr:
        signs = [_COMPARED[each.op]() for each in node.ops]
        return ast.Compare(self.value(node.expr), signs, [self.value(each.expr) for each in node.ops])

    @_value.register(nodes.Add)
    @_value.register(nodes.Sub)
    @_value.register(nodes.Mul)
    @_value.register(nodes.Div)
    def _(self, node: nodes.BinExpr) -> ast.expr:
        return ast.BinOp(self.value(node.left), _OPERATORS[type(node)](), self.value(node.right))

    @_value.register
    def _(self, node: nodes.Concat) -> ast.expr:
        return call("markup_join", ast.Tuple([self.value(each) for each in node.nodes], ast.Load()))

    @_value.register(nodes.Tuple)
    @_value.register(nodes.List)
    def _(self, node: nodes.Tuple | nodes.List) -> ast.expr:
        return ast.Tuple([self.value(each) for each in node.items], ast.Load())

    @_value.register
    def _(self, node: nodes.Dict) -> ast.expr:
        return ast.Dict([self.value(pair.key) for pair in node.items], [self.value(pair.value) for pair in node.items])

    def _text(self, node: nodes.Call) -> ast.expr:
        """What a macro makes, as text."""
        self._plain_arguments(node)
        function: ast.expr
        match node.node:
            case nodes.Getattr(node=module, attr=name):
                function = ast.Attribute(self.value(module), text_variable(name), ast.Load())
            case nodes.Name(name=name):
                function = load(text_variable(name))
        given = [self.value(each) for each in node.args]
        return at(node, ast.Call(function, given, self._by_name(node.kwargs, variable)))

    def _plain_arguments(self, node: nodes.Call) -> None:
        if node.dyn_args or node.dyn_kwargs:
            self._names.fail("only plain arguments", node)

    def _by_name(self, given: Iterable[Any], named: Callable[[str], str] = str) -> list[ast.keyword]:
        return [ast.keyword(named(each.key), self.value(each.value)) for each in given]

    def _place(self, node: nodes.Getattr) -> ast.expr:
        """`loop.index`, `loop.first`, `loop.last` of the nearest loop around."""
        loop = self._names.counted(node)
        index = load(self._names.counter(loop) or "")
        ends = {"first": ast.Constant(1), "last": call("len", self.value(loop.iter))}
        if node.attr == "index":
            return index
        if node.attr not in ends:
            self._names.fail(f"no loop.{node.attr}", node)
        return ast.Compare(index, [ast.Eq()], [ends[node.attr]])


def at(node: nodes.Node, code: N) -> N:
    """Code at a line of the template; where Jinja does not know it, at that of what it belongs to."""
    return code if node.lineno is None else at_line(node.lineno, code)


def at_line(line: int, code: N) -> N:
    """Code at a line; columns tell nothing."""
    vars(code).update(lineno=line, end_lineno=line, col_offset=0, end_col_offset=0)
    return code


def load(name: str) -> ast.expr:
    """The value of a variable."""
    return ast.Name(name, ast.Load())


def call(function: str, *given: ast.expr) -> ast.expr:
    """A call."""
    return ast.Call(load(function), list(given), [])


def joined(parts: Iterable[ast.expr]) -> ast.expr:
    """Texts as one: what is known is joined now, the rest in an f-string."""
    found: list[ast.expr] = []
    for part in (inner for text in parts for inner in _taken_apart(text)):
        before = _known(found[-1]) if found else None
        if before is not None and (after := _known(part)) is not None:
            found[-1] = ast.Constant(before + after)
        elif _known(part) != "":
            found.append(part)
    if len(found) == 1 and not isinstance(found[0], ast.FormattedValue):
        return found[0]
    shown = ast.Constant | ast.FormattedValue
    return ast.JoinedStr([each if isinstance(each, shown) else ast.FormattedValue(each, -1) for each in found])


def _taken_apart(text: ast.expr) -> list[ast.expr]:
    return text.values if isinstance(text, ast.JoinedStr) else [text]


def _known(text: ast.expr) -> str | None:
    return text.value if isinstance(text, ast.Constant) and isinstance(text.value, str) else None
