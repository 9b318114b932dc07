"""Whatever a text holds, the reader of records gives it back."""

from hypothesis import given
from hypothesis import strategies as st

from dorkarta.drafts.yaml_text import WIDTH, Node, comment, field, item
from dorkarta.records.yaml_tree import read_tree

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1) | st.lists(
    st.sampled_from(
        ["срок:", "#", "- ", "«да»", "no", "1.10", "{", "[а", "!тег", "*x", "&y", "%", "@", "'", '"', "\n", "  "]
    )
).map(" ".join).filter(bool)
NODES = st.recursive(
    TEXTS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4)
        | st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), inner, min_size=1, max_size=4)
    ),
    max_leaves=12,
)


def read(lines: list[str]) -> object:
    tree = read_tree("\n".join((*lines, "")), "roadmaps/draft.yaml")
    assert not tree.problems
    return tree.value


@given(NODES)
def test_a_field_is_read_back_as_it_was(value: Node) -> None:
    """Texts, lists and fields come back equal, whatever stands in them."""
    assert read(list(field("title", value))) == {"title": value}


@given(st.lists(NODES, min_size=1, max_size=3))
def test_an_item_is_read_back_as_it_was(values: list[Node]) -> None:
    """So do the items of a list."""
    assert read([line for value in values for line in item(value)]) == values


def test_markup_of_other_languages_is_read_back(markup: tuple[str, ...]) -> None:
    """The strings that are hard for every format are no harder here."""
    for text in markup:
        assert read(list(field("title", text, 6))) == {"title": text}


@given(st.lists(st.text("абвгд", min_size=4, max_size=30), min_size=30).map(" ".join))
def test_long_texts_are_folded(text: str) -> None:
    """A text of words takes several lines, none of them wider than records are."""
    lines = list(field("title", text, 8))
    assert lines[0] == "        title: >-"
    assert max(map(len, lines)) <= WIDTH
    assert read(lines) == {"title": text}


def test_plain_words_need_no_quotes() -> None:
    """What an editor would write without quotes stands without them."""
    said = {"title": "Анализ результатов ВПР", "form": "приказ, план", "responsible": ["ИРО КК", "МОУО"]}
    assert [line for name, value in said.items() for line in field(name, value)] == [
        "title: Анализ результатов ВПР",
        "form: приказ, план",
        "responsible: [ИРО КК, МОУО]",
    ]


def test_what_other_programs_misread_is_quoted() -> None:
    """Numbers, truth and nothing are texts; other readers of YAML must see that too."""
    assert list(field("number", "4.10")) == ['number: "4.10"']
    assert list(field("title", "no")) == ['title: "no"']


@given(st.text())
def test_a_comment_is_never_data(text: str) -> None:
    """Every line of a comment is one."""
    assert all(line.startswith("  #") for line in comment(text, 2))
