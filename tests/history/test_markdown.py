"""The comment of a pull request: records may hold anything, the comment stays a comment."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from dorkarta.history.change import Change, ChangeKind, ChangeSet, RecordChanges
from dorkarta.history.markdown import MARKER, escaped, markdown

HOSTILE = [
    "<script>alert(1)</script>",
    "<!-- dorkarta-diff -->",
    "</details><img src=x onerror=alert(1)>",
    "[сюда](javascript:alert(1))",
    "![](http://example.org/x.png)",
    "https://example.org и www.example.org",
    "**жирно** _косо_ `код` ~~нет~~",
    "| a | b |",
    "# Заголовок",
    "&lt;b&gt;",
]


def _set(text: str, count: int = 1) -> ChangeSet:
    change = Change(kind=ChangeKind.FIELD, text=text, where=text)
    record = RecordChanges(file="roadmaps/a/roadmap-1.yaml", title=text, changes=(change,) * count)
    return ChangeSet(records=(record,))


def _texts(source: str) -> str:
    """What a reader of a line sees; nothing but text may be there."""
    (paragraph, inline, _) = MarkdownIt("gfm-like", {"html": True, "linkify": False}).parse(source)
    assert paragraph.type == "paragraph_open"
    assert inline.children is not None
    assert {child.type for child in inline.children} <= {"text", "text_special"}
    return "".join(child.content for child in inline.children)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text(text: str) -> None:
    """A reader sees the very signs of the record."""
    assert _texts(escaped(text)).replace("\u200b", "") == text


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1))
def test_any_text_stays_text(text: str) -> None:
    """So it is with any text."""
    shown = escaped(text)
    if shown:
        assert _texts(shown).replace("\u200b", "") == " ".join(text.split())


@pytest.mark.parametrize("text", ["@maintainer", "#12", "!7", "~label", "$5", "%milestone"])
def test_nobody_is_called(text: str) -> None:
    """What a forge would turn into a call of somebody or a link to another request is broken up."""
    assert text not in re.sub(r"\\", "", escaped(text))


@pytest.mark.parametrize("count", [1, 40])
@pytest.mark.parametrize("text", HOSTILE)
def test_no_html_of_theirs(text: str, count: int) -> None:
    """The only HTML of a comment is ours, folded or not, and its marker stands in it once."""
    said = markdown(_set(text, count))
    raw = [
        match
        for token in MarkdownIt("gfm-like", {"html": True, "linkify": False}).parse(said)
        for part in (token, *(token.children or ()))
        if part.type in ("html_block", "html_inline")
        for match in re.findall(r"<[^>]*>", part.content)
    ]
    assert set(raw) <= {MARKER, "<details>", "</details>", "<summary>", "</summary>"}
    assert said.startswith(MARKER)
    assert raw.count(MARKER) == 1


@pytest.mark.parametrize("records", [1, 300])
def test_size(records: int) -> None:
    """However much was changed, the comment fits, is closed, and counts what it leaves out."""
    change = Change(kind=ChangeKind.FIELD, text="слово " * 40, where="4.10")
    one = RecordChanges(file="roadmaps/a/roadmap-1.yaml", title="Карта", changes=(change,) * 400)
    said = markdown(ChangeSet(records=(one,) * records))
    assert len(said) <= 60_000
    assert said.count("<details>") == said.count("</details>") > 0
    assert "и ещё изменений: " in said
    assert ("и ещё записей: " in said) is (records > 1)


def test_nothing() -> None:
    """A request that changes no record gets a comment that says so, for an older one may stand there."""
    said = markdown(ChangeSet(records=()))
    assert MARKER in said
    assert "Изменений в записях нет." in said
