"""The code of templates: plain attributes, plain calls, and nothing unescaped."""

from dataclasses import dataclass

import pytest
from jinja2 import Environment, StrictUndefined, TemplateAssertionError, UndefinedError
from markupsafe import Markup

from dorkarta.pages.compiling import PlainCode, html

MACRO = '{% macro link(title, href="./") %}<a href="{{ href }}">{{ title }}</a>{% endmacro %}'


@dataclass(frozen=True, kw_only=True, slots=True)
class View:
    """What a template sees."""

    title: str


def rendered(source: str, **values: object) -> str:
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    environment.code_generator_class = PlainCode
    return environment.from_string(source).render(**values)


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ('link("А")', '<a href="./">А</a>'),
        ('link("А", "б/")', '<a href="б/">А</a>'),
        ('link("А", href="б/")', '<a href="б/">А</a>'),
        ('link(href="б/", title="А")', '<a href="б/">А</a>'),
        ('link("<b>", "\\"")', '<a href="&#34;">&lt;b&gt;</a>'),
        ('link(link("<b>"))', '<a href="./"><a href="./">&lt;b&gt;</a></a>'),
    ],
)
def test_macros_take_arguments_by_place_and_by_name(call: str, expected: str) -> None:
    """Defaults stand in for what is not given; what a macro makes is markup, all else is escaped once."""
    assert rendered(f"{MACRO}{{{{ {call} }}}}") == expected


@pytest.mark.parametrize("call", ['link("А", rel="edit")', 'link("А", "б/", "в")', 'link("А", title="Б")'])
def test_a_macro_refuses_what_it_does_not_know(call: str) -> None:
    """A name that the macro has not, one argument too many, the same one twice."""
    with pytest.raises(TypeError):
        rendered(f"{MACRO}{{{{ {call} }}}}")


def test_what_is_missing_is_an_error() -> None:
    """A field that the view has not, a name that nobody gave, an argument without a default."""
    assert rendered("{{ view.title }}", view=View(title="А & Б")) == "А &amp; Б"
    with pytest.raises(AttributeError):
        rendered("{{ view.titel }}", view=View(title="А"))
    with pytest.raises(UndefinedError):
        rendered("{{ viev }}", view=View(title="А"))
    with pytest.raises(UndefinedError):
        rendered(f"{MACRO}{{{{ link() }}}}")


@pytest.mark.parametrize(
    "source",
    [
        "{{ link(*titles) }}",
        "{{ link(**titles) }}",
        "{% call link() %}{% endcall %}",
        "{% macro all() %}{{ varargs }}{% endmacro %}",
    ],
)
def test_what_templates_of_ours_do_not_need_is_refused(source: str) -> None:
    """Better no page than one that lacks something."""
    with pytest.raises(TemplateAssertionError):
        rendered(source)


@pytest.mark.parametrize(
    ("value", "expected"),
    [("<&\"'>", "&lt;&amp;&#34;&#39;&gt;"), (Markup("<b>"), "<b>"), (12, "12"), (1.5, "1.5"), (None, "None")],
)
def test_only_markup_stays_as_it_is(value: object, expected: str) -> None:
    """Texts are escaped, numbers written."""
    assert html(value) == expected
