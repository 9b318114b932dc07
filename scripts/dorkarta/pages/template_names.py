"""What names mean in a template: macros, what is imported and set, what a macro is given, what a loop goes through."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from typing import NoReturn

from jinja2 import TemplateAssertionError, nodes

_UNNAMED = frozenset({"varargs", "kwargs", "caller"})
"""What Jinja would fill with arguments that a macro does not name."""


class Names:
    """The names of one template, while its code is written."""

    def __init__(
        self, template: nodes.Template, *, name: str | None, filename: str | None, filters: Collection[str]
    ) -> None:
        self.template = name
        self.wanted: set[str] = set()
        """Names that are neither the template's nor local: whoever renders it gives them."""
        self.filters: set[str] = set()
        """Filters that it uses."""
        self._filename = filename
        self._plain = filters
        imported = [each for node in template.body if isinstance(node, nodes.FromImport) for each in node.names]
        self._macros = {node.name for node in template.body if isinstance(node, nodes.Macro)}
        self._macros |= {each if isinstance(each, str) else each[1] for each in imported}
        self._modules = {node.target for node in template.body if isinstance(node, nodes.Import)}
        self._set = {name for name, _ in settings(template.body)}
        self._local: list[set[str]] = []
        self._loops: list[nodes.For] = []
        self._counters: dict[int, str] = {}

    def fail(self, message: str, node: nodes.Node) -> NoReturn:
        """Refuse what stands in the template."""
        raise TemplateAssertionError(message, node.lineno, self.template, self._filename)

    def use(self, node: nodes.Name) -> str:
        """The variable of a name that is used."""
        if node.name in _UNNAMED:
            self.fail("a macro is given what it names", node)
        if not self.is_local(node.name) and node.name not in self._macros | self._modules | self._set:
            self.wanted.add(node.name)
        return variable(node.name)

    def use_filter(self, node: nodes.Filter) -> str:
        """The variable of a filter."""
        if node.name not in self._plain or node.dyn_args or node.dyn_kwargs:
            self.fail(f"{node.name} is no filter of plain values", node)
        self.filters.add(node.name)
        return filter_variable(node.name)

    def is_local(self, name: str) -> bool:
        """Whether a macro or a loop around brings it."""
        return any(name in names for names in self._local)

    def is_macro(self, called: nodes.Expr) -> bool:
        """One of this template's, or of one that it imports; what a macro is given may bear the same name."""
        if isinstance(called, nodes.Getattr):
            return isinstance(called.node, nodes.Name) and self._means(called.node.name, self._modules)
        return isinstance(called, nodes.Name) and self._means(called.name, self._macros)

    def _means(self, name: str, one_of: Collection[str]) -> bool:
        return name in one_of and not self.is_local(name)

    @contextmanager
    def within(self, names: Collection[str], loop: nodes.For | None = None) -> Iterator[set[str]]:
        """Inside a macro or a loop that brings names, and may set more."""
        own = set(names)
        self._local.append(own)
        if loop:
            self._loops.append(loop)
        yield own
        self._local.pop()
        if loop:
            self._loops.pop()

    def counted(self, asking: nodes.Expr) -> nodes.For:
        """The nearest loop, of which something asks where in it we are."""
        if not self._loops:
            self.fail("no loop around", asking)
        self._counters.setdefault(id(self._loops[-1]), f"loop_{len(self._counters) + 1}")
        return self._loops[-1]

    def counter(self, loop: nodes.For) -> str | None:
        """The variable that counts a loop, from 1; none where nobody asks."""
        return self._counters.get(id(loop))


def variable(name: str) -> str:
    """What a name of a template is called in its code, where it cannot be taken for a name of Python."""
    return f"_{name}"


def text_variable(name: str) -> str:
    """What the function of a macro is called there: it returns its text, which is markup by then."""
    return f"text_{name}"


def filter_variable(name: str) -> str:
    """What a filter is called there."""
    return f"filter_{name}"


def settings(body: Iterable[nodes.Node]) -> Iterator[tuple[str, nodes.Assign]]:
    """Every `{% set name = … %}` of a body."""
    for node in body:
        if isinstance(node, nodes.Assign) and isinstance(node.target, nodes.Name):
            yield node.target.name, node
