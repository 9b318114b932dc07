"""The small pages that are indexed."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from dorkarta.pages.findable import Findable
from dorkarta.site.search import prose_findable, stub

TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).map(str.strip).filter(bool)


def findable(**changes: object) -> Findable:
    fields: dict[str, object] = {
        "url": "roadmaps/a/#m-1",
        "title": "Зачёт по ВСОКО",
        "kind": "Мероприятие",
        "text": "ещё",
        "where": "Тула",
        "when": "май 2021",
        "filters": (("form", "зачёт"), ("year", "2021")),
    }
    return Findable(**{**fields, **changes})  # type: ignore[arg-type]  # the fields are those of the class


def test_words_are_indexed_without_yo_and_shown_with_it() -> None:
    """The index keeps е for ё; the title that people see keeps its ё."""
    page = html.fromstring(stub(findable()))
    assert page.xpath("string(//p)") == "еще"
    assert page.xpath("//*[@data-pagefind-meta='title[content]']/@content") == ["Зачёт по ВСОКО"]


def test_filters_stand_one_by_one() -> None:
    """Every value of a filter is a mark of its own."""
    page = html.fromstring(stub(findable()))
    assert page.xpath("//*[@data-pagefind-filter='form[content]']/@content") == ["зачёт"]
    assert page.xpath("//*[@data-pagefind-filter='year[content]']/@content") == ["2021"]


@given(TEXTS)
def test_no_text_becomes_markup(text: str) -> None:
    """Whatever a title holds, it comes back from the stub as it was."""
    page = html.document_fromstring(stub(findable(title=text, text=text)))
    assert page.xpath("//*[@data-pagefind-meta='title[content]']/@content") == [text]
    assert not page.xpath("//script")


def test_prose_is_indexed_without_its_tables_and_scripts() -> None:
    """Of a page of prose only its words are found."""
    found = prose_findable(
        "about/", "О проекте", "<h1>О проекте</h1><p>Тут <b>всё</b></p><table><tr><td>42</table><script>1</script>"
    )
    assert found.text == "О проекте Тут всё"
