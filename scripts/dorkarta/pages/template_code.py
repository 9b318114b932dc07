"""The code of a template: a macro is a function that returns one f-string, a loop a `join` within it.

What templates of ours do not need is refused. Every node bears the line of the template that it stands for, so that an
error names it.
"""

import ast
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from jinja2 import nodes

from dorkarta.pages.template_names import Names, filter_variable, settings, text_variable, variable
from dorkarta.pages.template_values import Values, at, at_line, call, joined

_MODULE: Final = """
from jinja2.runtime import markup_join
from dorkarta.pages.compiling import html, macro, wanted
name = {name!r}
blocks = {{}}
debug_info = {lines!r}
def root(context, missing=None, environment=environment):
    pass
"""
"""What Jinja asks of a compiled template."""


def module(template: nodes.Template, *, name: str | None, filename: str | None, filters: Collection[str]) -> ast.Module:
    """The module: its `root` yields the text of the template, and hands on its macros and names."""
    return _Writer(Names(template, name=name, filename=filename, filters=filters)).module(template)


class _Writer:
    """Writes the statements of one template and joins its text."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._values = Values(names)
        self._set: set[str] = set()

    def module(self, template: nodes.Template) -> ast.Module:
        last = max((node.lineno or 1 for node in template.find_all(nodes.Node)), default=1)
        lines = "&".join(f"{line}={line}" for line in range(1, last + 1))
        body = [statement for node in template.body for statement in self._statements(node)]
        text = self._text(_shown(template.body))
        given = [f"{variable(name)} = wanted(context, {name!r})" for name in sorted(self._names.wanted)]
        given += [f"{filter_variable(name)} = environment.filters[{name!r}]" for name in sorted(self._names.filters)]
        made = ast.parse(_MODULE.format(name=self._names.template, lines=lines))
        *_, root = made.body
        if isinstance(root, ast.FunctionDef):
            root.body = [*_code(template, "\n".join(given)), *body, at_line(1, ast.Expr(at_line(1, ast.Yield(text))))]
        return ast.fix_missing_locations(made)

    def _statements(self, node: nodes.Node) -> Iterator[ast.stmt]:
        """What a node does at the top of a template, beside the text that it shows."""
        match node:
            case nodes.Import(template=nodes.Const(value=template), target=target):
                yield from _code(node, f"{variable(target)} = {self._module(template)}")
            case nodes.FromImport(template=nodes.Const(value=template), names=names):
                for each in names:
                    name, alias = (each, each) if isinstance(each, str) else each
                    module = self._module(template)
                    yield from _code(node, f"{variable(alias)} = {module}.{name}")
                    yield from _code(node, f"{text_variable(alias)} = {module}.{text_variable(name)}")
            case nodes.Macro():
                yield self._function(node)
                yield from _code(node, f"{variable(node.name)} = macro({text_variable(node.name)})")
                yield from _handed_on(node, node.name, variable(node.name))
                yield from _handed_on(node, text_variable(node.name), text_variable(node.name))
            case nodes.Assign(target=nodes.Name(name=name)):
                if name in self._set:
                    self._names.fail(f"{name} is set already", node)
                self._set.add(name)
                yield self._setting(node, name)
                yield from _handed_on(node, name, variable(name))

    def _module(self, template: str) -> str:
        return f"environment.get_template({template!r}, {self._names.template!r})._get_default_module(context)"

    def _function(self, macro: nodes.Macro) -> ast.stmt:
        """A macro: first what it sets, then its text."""
        names = [argument.name for argument in macro.args]
        defaults = [self._values.value(each) for each in macro.defaults]
        body: list[ast.stmt] = []
        with self._names.within(names) as local:
            for name, node in settings(macro.body):
                body.append(self._setting(node, name))
                local.add(name)
            body.append(at(macro, ast.Return(self._text(_shown(macro.body)))))
        arguments = ast.arguments([], [ast.arg(variable(name)) for name in names], None, [], [], None, defaults)
        return at(macro, ast.FunctionDef(text_variable(macro.name), arguments, body, []))

    def _setting(self, node: nodes.Assign, name: str) -> ast.stmt:
        """`{% set %}` gives a name to a value; what has one keeps it."""
        if self._names.is_local(name):
            self._names.fail(f"{name} is set already", node)
        return at(node, ast.Assign([ast.Name(variable(name), ast.Store())], self._values.value(node.node)))

    def _text(self, body: Iterable[nodes.Node]) -> ast.expr:
        """Nodes as one text."""
        return joined(part for node in body for part in self._parts(node))

    def _parts(self, node: nodes.Node) -> Iterator[ast.expr]:
        match node:
            case nodes.Output(nodes=shown):
                yield from (self._values.html(each) for each in shown)
            case nodes.If():
                found = self._text(node.else_)
                for each in (*reversed(node.elif_), node):
                    found = at(each, ast.IfExp(self._values.value(each.test), self._text(each.body), found))
                yield found
            case nodes.For(recursive=False):
                yield self._loop(node)
            case _:
                self._names.fail(f"nothing of ours is written with {type(node).__name__} here", node)

    def _loop(self, node: nodes.For) -> ast.expr:
        """A loop; where something asks for it, its items are counted."""
        items, names = self._values.value(node.iter), _names_in(node.target)
        if not set(names).isdisjoint(_names_in(node.iter)):
            self._names.fail("what is gone through bears the name of one of it", node)
        with self._names.within(names, node):
            tests = [self._values.value(node.test)] if node.test else []
            text = self._text(node.body)
        target = _stored([variable(name) for name in names])
        if counter := self._names.counter(node):
            items = at(node, call("enumerate", items, ast.Constant(1)))
            target = ast.Tuple([_stored([counter]), target], ast.Store())
        if tests and (counter or node.else_):
            self._names.fail("what is left out counts", node)
        every = ast.ListComp(text, [ast.comprehension(target, items, tests, 0)])
        text = at(node, ast.Call(ast.Attribute(ast.Constant(""), "join", ast.Load()), [every], []))
        return ast.IfExp(self._values.value(node.iter), text, self._text(node.else_)) if node.else_ else text


def _shown(body: list[nodes.Node]) -> list[nodes.Node]:
    """What makes text; the rest of the body of a template or a macro are its statements."""
    statements = nodes.Macro | nodes.Import | nodes.FromImport
    set_here = [id(node) for _, node in settings(body)]
    return [each for each in body if not isinstance(each, statements) and id(each) not in set_here]


def _names_in(node: nodes.Node) -> list[str]:
    return [each.name for each in (node, *node.find_all(nodes.Name)) if isinstance(each, nodes.Name)]


def _stored(names: list[str]) -> ast.expr:
    stored: list[ast.expr] = [ast.Name(name, ast.Store()) for name in names]
    return stored[0] if len(stored) == 1 else ast.Tuple(stored, ast.Store())


def _handed_on(node: nodes.Node, name: str, value: str) -> Iterator[ast.stmt]:
    """A name for those who import the template."""
    yield from _code(node, f"context.vars[{name!r}] = {value}\ncontext.exported_vars.add({name!r})")


def _code(node: nodes.Node, text: str) -> Iterator[ast.stmt]:
    for statement in ast.parse(text).body:
        for each in ast.walk(statement):
            at(node, each)
        yield statement
