"""Text of records as markup."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from dorkarta.pages.markup import Terms, prose

KNOWN = {
    "ШНОР": "школы с низкими образовательными результатами",
    "ОО": "образовательная организация",
    "МО": "«МО» & <др>",
}


def test_the_first_of_each_abbreviation_is_expanded() -> None:
    """Each abbreviation is marked once in a text, with its expansion."""
    assert Terms(KNOWN).mark("ШНОР и ОО, снова ШНОР") == (
        '<abbr title="школы с низкими образовательными результатами">ШНОР</abbr> и '
        '<abbr title="образовательная организация">ОО</abbr>, снова ШНОР'
    )


@pytest.mark.parametrize("text", ["ШНОРы", "МООО", "ОО-1", "зООм"])
def test_a_part_of_a_word_is_no_abbreviation(text: str) -> None:
    """An abbreviation inside a longer word or name is left alone."""
    assert Terms(KNOWN).mark(text) == text


def test_expansions_are_escaped() -> None:
    """An expansion with markup in it stays inside its attribute."""
    assert Terms(KNOWN).mark("МО") == '<abbr title="«МО» &amp; &lt;др&gt;">МО</abbr>'


@given(st.text(alphabet="ШНОМ и-«»"), st.sets(st.text(alphabet="ШНОМ -", min_size=1), min_size=1))
def test_abbreviations_are_whole_words_the_longest_first(text: str, shorts: set[str]) -> None:
    """The search by first letters finds just what a list of all abbreviations would."""
    listed = "|".join(map(re.escape, sorted(shorts, key=len, reverse=True)))
    expected = dict.fromkeys(re.findall(rf"(?<!\w)(?:{listed})(?![\w-])", text))
    shown = html.fromstring(f"<p>{Terms(dict.fromkeys(shorts, 'полностью')).mark(text)}</p>")
    assert [each.text_content() for each in shown.iter("abbr")] == list(expected)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"])))
def test_no_text_becomes_markup(text: str) -> None:
    """Whatever a text holds, a reader sees just that text."""
    shown = html.fromstring(f"<p>{Terms(KNOWN).mark(text)}</p>")
    assert shown.text_content() == text
    assert {element.tag for element in shown.iter()} <= {"p", "abbr"}


@pytest.mark.parametrize(
    "source",
    [
        "<script>alert(1)</script>",
        "[нажми](javascript:alert(1))",
        "[нажми](JaVaScRiPt:alert(1))",
        "[нажми](data:text/html;base64,PHNjcmlwdD4=)",
        "<img src=x onerror=alert(1)>",
        "![картинка](vbscript:x)",
    ],
)
def test_markdown_lets_no_code_through(source: str) -> None:
    """Raw HTML and schemes that run code stay text in our Markdown fields."""
    shown = html.fromstring(f"<div>{prose(source)}</div>")
    assert not shown.xpath("//script | //img | //*[@onerror]")
    assert not [href for href in shown.xpath("//a/@href") if ":" in href]


@pytest.mark.parametrize(
    "address", ["https://example.org/", "http://example.org/", "mailto:iro@example.org", "../about/"]
)
def test_markdown_keeps_plain_links(address: str) -> None:
    """Links that lead somewhere honest are links."""
    assert html.fromstring(str(prose(f"[сюда]({address})"))).xpath("//a/@href") == [address]
