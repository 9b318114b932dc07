"""The code of templates: plain names, attributes and calls, nothing unescaped, errors at their lines."""

import traceback
from dataclasses import dataclass

import pytest
from jinja2 import DictLoader, StrictUndefined, TemplateAssertionError, UndefinedError
from markupsafe import Markup

from dorkarta.pages.compiling import PlainEnvironment, html

MACRO = '{% macro link(title, href="./") %}<a href="{{ href }}">{{ title }}</a>{% endmacro %}'


@dataclass(frozen=True, kw_only=True, slots=True)
class View:
    """What a template sees."""

    title: str


def environment(**templates: str) -> PlainEnvironment:
    loader = DictLoader({f"{name}.html": source for name, source in templates.items()})
    return PlainEnvironment(loader=loader, autoescape=True, undefined=StrictUndefined)


def rendered(source: str, **values: object) -> str:
    return environment().from_string(source).render(**values)


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ('link("А")', '<a href="./">А</a>'),
        ('link("А", "б/")', '<a href="б/">А</a>'),
        ('link("А", href="б/")', '<a href="б/">А</a>'),
        ('link(href="б/", title="А")', '<a href="б/">А</a>'),
        ('link("<b>", "\\"")', '<a href="&#34;">&lt;b&gt;</a>'),
        ('link(link("<b>"))', '<a href="./"><a href="./">&lt;b&gt;</a></a>'),
        ('link("А") if 1 > 2 else link("<")', '<a href="./">&lt;</a>'),
        ('link("А") ~ "<"', '<a href="./">А</a>&lt;'),
        ('(link("А") ~ "<") or "-"', '<a href="./">А</a>&lt;'),
    ],
)
def test_macros_take_arguments_by_place_and_by_name(call: str, expected: str) -> None:
    """Defaults stand in for what is not given; what a macro makes is markup, all else is escaped once."""
    assert rendered(f"{MACRO}{{{{ {call} }}}}") == expected


@pytest.mark.parametrize("call", ["link()", 'link("А", rel="edit")', 'link("А", "б/", "в")', 'link("А", title="Б")'])
def test_a_macro_refuses_what_it_does_not_know(call: str) -> None:
    """One argument too few or too many, a name that the macro has not, the same one twice."""
    with pytest.raises(TypeError):
        rendered(f"{MACRO}{{{{ {call} }}}}")


def test_what_is_missing_is_an_error() -> None:
    """A field that the view has not, a name that nobody gave: on its line of the template."""
    assert rendered("{{ view.title }}", view=View(title="А & Б")) == "А &amp; Б"
    with pytest.raises(AttributeError) as raised:
        rendered("<p>\n{% if view %}\n{{ view.titel }}{% endif %}", view=View(title="А"))
    assert traceback.extract_tb(raised.tb)[-1].lineno == 3
    with pytest.raises(UndefinedError):
        rendered("{{ viev }}", view=View(title="А"))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{% for x in xs %}{{ x }}{% if not loop.last %}, {% endif %}{% endfor %}", "а, &lt;, в"),
        ("{% for x in xs %}{{ loop.index }}{{ '!' if loop.first }}{% endfor %}", "1!23"),
        ("{% for x in xs if x != '<' %}{{ x }}{% else %}-{% endfor %}", None),
        ("{% for x in xs if x != '<' %}{{ x }}{% endfor %}", "ав"),
        ("{% for x in none_of %}{{ x }}{% else %}-{% endfor %}", "-"),
        ("{% for x, y in pairs.items() %}{{ x }}{{ y }}{% endfor %}", "к1"),
        ("{% for x in xs %}{% for y in xs %}{{ loop.index }}{% endfor %}{{ loop.index }}{% endfor %}", "123112321233"),
        ("{% for x in xs %}{% for y in none_of %}{% endfor %}{{ loop.last }}{% endfor %}", "FalseFalseTrue"),
        ("{% if xs | length > 3 %}3{% elif pairs['к'] is not none %}к{% else %}-{% endif %}", "к"),
        ("{{ xs[0] }}{{ xs[1:][0] }}{{ (2 + 3) * 2 - 4 / 2 }}", "а&lt;8.0"),
        ("{% set x = xs[2] %}{{ x }}{{ '{' ~ x ~ '}' }}", "в{в}"),
        ("{% macro m(x) %}{% set y = x ~ '<' %}{{ y }}{% endmacro %}{{ m('б') }}", "б&lt;"),
        (
            "{% macro list(xs) %}({% for x in xs %}{{ list(x) }}{% endfor %}){% endmacro %}{{ list([[], [[]]]) }}",
            "(()(()))",
        ),
    ],
)
def test_what_templates_say_is_done(source: str, expected: str | None) -> None:
    """Loops, choices, values and sets mean what they mean to Jinja."""
    values = {"xs": ("а", "<", "в"), "none_of": (), "pairs": {"к": 1}}
    if expected is None:
        with pytest.raises(TemplateAssertionError):
            rendered(source, **values)
    else:
        assert rendered(source, **values) == expected


def test_macros_and_names_of_others_are_imported() -> None:
    """By the module or one by one, handed on too; what a macro is given may bear the name of a macro."""
    parts = '{% macro bold(x) %}<b>{{ x }}</b>{% endmacro %}{% set KINDS = {"a": "б"} %}'
    own = '{% import "parts.html" as parts %}{% from "parts.html" import bold as strong %}'
    own += "{% macro one(strong) %}{{ strong }}{% endmacro %}{% macro two(of) %}{{ of.bold(x='>') }}{% endmacro %}"
    text = '{{ parts.bold("<") }}{{ strong("&") }}{{ parts.KINDS.get("a") }}{{ one("<") }}{{ two(parts) }}'
    page = environment(parts=parts, page=own + text).get_template("page.html")
    assert page.render() == "<b>&lt;</b><b>&amp;</b>б&lt;<b>&gt;</b>"


@pytest.mark.parametrize(
    "source",
    [
        "{{ link(*titles) }}",
        "{{ link(**titles) }}",
        "{% call link() %}{% endcall %}",
        "{% macro all() %}{{ varargs }}{% endmacro %}",
        "{% for x in xs %}{% set y = x %}{% endfor %}",
        "{% for x in x %}{% endfor %}",
        "{% for x in xs %}{{ loop.length }}{% endfor %}",
        "{% for x in xs if x %}{{ loop.index }}{% endfor %}",
        "{% macro m(x) %}{% set x = 1 %}{% endmacro %}",
        "{% set x = 1 %}{{ x }}{% set x = 2 %}",
        "{{ xs | map(attribute='id') }}",
        "{% include 'parts.html' %}",
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
