"""Cutting pages at their slots and filling them at another depth."""

import pytest
from lxml import html

from dorkarta.site.frames import FrameError, cut

PAGE = (
    '<html><head><!--slot:head--><title>Карты</title><!--/slot:head--><link href="../assets/a.css"></head>'
    '<body><a href="..">дом</a> <a href="./">здесь</a> <a href="../levels/region/?q=1#x">уровень</a>'
    '<a href="#top">вверх</a> <a href="https://example.org/">прочь</a> <a href="mailto:x@example.org">письмо</a>'
    "<!--slot:topic-->Карты<!--/slot:topic--><!--slot:toc--><!--/slot:toc-->"
    '<main><!--slot:content--><a href="../about/">о</a><!--/slot:content--></main>'
    '<script>__md_scope=new URL("..",location)</script>'
    '<script>{"base": "..", "search": "../assets/w.js"}</script></body></html>'
)
SLOTS = {"head": "<title>Тула</title>", "topic": "Тула", "toc": "<ul></ul>", "content": "<h1>Тула</h1>"}


def links(page: str) -> list[str]:
    return [str(href) for href in html.fromstring(page).xpath("//@href")]


def test_relative_addresses_follow_the_page() -> None:
    """A frame cut at one depth gives right addresses at another; the rest stay as they are."""
    page = cut(PAGE, "roadmaps/").fill("roadmaps/a/b/", SLOTS)
    assert links(page) == [
        "../../../assets/a.css",
        "../../../",
        "../../../roadmaps/",
        "../../../levels/region/?q=1#x",
        "#top",
        "https://example.org/",
        "mailto:x@example.org",
    ]


def test_the_scripts_of_the_theme_find_the_root() -> None:
    """The base of Material's scripts follows the page as well."""
    page = cut(PAGE, "roadmaps/").fill("a/b/c/", SLOTS)
    assert 'new URL("../../../",location)' in page
    assert '"base": "../../../"' in page
    assert '"search": "../../../assets/w.js"' in page


def test_slots_are_filled() -> None:
    """What a page gives for its slots stands in them, and the comments of the slots are gone."""
    page = cut(PAGE, "roadmaps/").fill("roadmaps/a/", SLOTS)
    assert "<title>Тула</title>" in page
    assert "<main><h1>Тула</h1></main>" in page
    assert "slot:" not in page


def test_a_page_filled_with_its_own_texts_is_itself() -> None:
    """Cutting and filling again changes nothing but the comments and the spelling of addresses."""
    frame = cut(PAGE, "roadmaps/")
    page = frame.fill("roadmaps/", frame.own())
    assert "<title>Карты</title>" in page
    assert '<a href="../about/">о</a>' in page
    assert links(page)[0] == "../assets/a.css"


@pytest.mark.parametrize("slot", ["head", "topic", "toc", "content"])
def test_a_theme_without_a_slot_is_refused(slot: str) -> None:
    """A page without one of the four slots is no frame, and the error names the slot."""
    with pytest.raises(FrameError, match=slot):
        cut(PAGE.replace(f"<!--slot:{slot}-->", ""), "roadmaps/")


def test_the_key_depends_on_the_frame_alone() -> None:
    """The texts of the slots do not change the key of a frame; anything else does."""
    key = cut(PAGE, "roadmaps/").key
    assert cut(PAGE.replace(">о<", ">другое<"), "roadmaps/").key == key
    assert cut(PAGE.replace("дом", "домой"), "roadmaps/").key != key
