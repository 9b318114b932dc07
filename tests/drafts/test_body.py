"""The draft of an organisation or a role: added to a list that stays as it is otherwise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorkarta.drafts import asking
from dorkarta.drafts.body import body_draft
from dorkarta.drafts.roadmap import DraftError
from dorkarta.model.body import Bodies, Body, BodyKind
from dorkarta.records.corpus import Corpus
from dorkarta.records.validation import validate
from dorkarta.records.yaml_tree import read_tree

TOWN = "zarechnaya-oblast/verkhnerechensk"
LIST = """\
# Организации города.
bodies:
  - id: education-department # главная
    title: Управление образования
    kind: organisation

  # Методисты
  - {id: tms, title: Служба, kind: role}
# конец
"""


def bodies(text: str) -> tuple[Body, ...]:
    tree = read_tree(text, "roadmaps/bodies.yaml")
    assert not tree.problems
    assert tree.value is not None
    found, problems = validate(Bodies, tree.value, tree.marks, "roadmaps/bodies.yaml")
    assert not problems
    assert found is not None
    return found.bodies


def drafted(existing: str | None, title: str = "Институт развития", short: str | None = None) -> str:
    return body_draft(territory="a", title=title, short=short, kind=BodyKind.ORGANISATION, existing=existing)[0]


def test_a_new_list() -> None:
    """Where there is no list yet, one is begun, with what may be added in comments."""
    text, identity = body_draft(
        territory=TOWN, title="Институт развития", short="ИР", kind=BodyKind.ORGANISATION, existing=None
    )
    assert identity == "ir"
    assert text == (
        "# yaml-language-server: $schema=../../../.schema/bodies.json\n"
        "# Организации и роли. Людей по именам не называем (152-ФЗ).\n"
        "bodies:\n"
        "  - id: ir\n"
        "    title: Институт развития\n"
        "    short: ИР\n"
        "    kind: organisation\n"
        "    # aliases: [другие названия, под которыми её печатают документы]\n"
        "    # fulfils: [коды ролей, которые она исполняет: mouo]\n"
        "    # url: её сайт\n"
    )


@pytest.mark.parametrize(
    "existing",
    [
        LIST,
        LIST.removesuffix("\n"),
        LIST.replace("\n", "\r\n"),
        LIST.replace("\n  ", "\n"),
        LIST.replace("- id", "-   id").replace("\n    ", "\n      "),
    ],
    ids=["as usual", "no line end", "windows", "no indent", "wide"],
)
def test_what_stood_there_stays(existing: str) -> None:
    """The old text is the beginning of the new one, comments and line ends with it; the new item is the last one."""
    text = drafted(existing)
    assert text.startswith(existing)
    assert bodies(text)[:-1] == bodies(existing)
    assert (bodies(text)[-1].id, bodies(text)[-1].title) == ("institut-razvitiya", "Институт развития")
    assert ("\r\n" in existing) == ("\r\n" in text[len(existing) :])
    assert text.count("\r\n") in (0, text.count("\n"))


@pytest.mark.parametrize(
    "existing",
    [
        "bodies: []\n",
        "bodies: [{id: a, title: А, kind: role}]\n",
        "bodies:\n",
        "# пусто\n",
        "bodies: [\n",
        LIST + "...\n",
    ],
)
def test_a_list_that_cannot_be_continued_is_refused(existing: str) -> None:
    """Nothing is guessed: the editor is told to do it by hand."""
    with pytest.raises(DraftError, match="допишите его сами"):
        drafted(existing)


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1).filter(lambda text: text.strip() == text))
def test_any_name_is_read_back(title: str) -> None:
    """Whatever an organisation is called, the list gives it back; without a letter or a digit it gets no code."""
    try:
        text = drafted(LIST, title)
    except DraftError as error:
        assert "ни букв, ни цифр" in str(error)  # noqa: PT017  # the other outcome is as right
    else:
        assert bodies(text)[-1].title == title


def test_codes_are_never_taken_twice() -> None:
    """A name whose code is taken gets the code of its full form, then a number."""
    text = LIST
    found = []
    for _ in range(3):
        text, identity = body_draft(
            territory="a", title="Территориальная служба", short="ТМС", kind=BodyKind.ROLE, existing=text
        )
        found.append(identity)
    assert found == ["territorialnaya-sluzhba", "territorialnaya-sluzhba-2", "territorialnaya-sluzhba-3"]
    assert len({body.id for body in bodies(text)}) == 5


def test_a_known_name_is_refused(small: Corpus) -> None:
    """A name that the list knows is not given twice; the message says where it stands."""
    for title, short in (("управление образования города верхнереченска", None), ("Новое управление", "УО")):
        with pytest.raises(DraftError, match=r"уже есть: Управление .*bodies\.yaml, education-department"):
            asking.body(small, title=title, short=short, territory=TOWN, kind=None, existing=LIST)


def test_a_near_name_is_told(small: Corpus) -> None:
    """A misprint of a known name is drafted, but not in silence."""
    draft = asking.body(
        small, title="Управлене образования Верхнереченска", short=None, territory=TOWN, kind=None, existing=None
    )
    assert "Похожее имя уже есть: «Управление образования города Верхнереченска»" in draft.next
    assert draft.replaces is None


def test_a_kind_is_guessed_by_the_place(small: Corpus) -> None:
    """The list of the country holds roles, those of territories mostly organisations."""
    country = asking.body(small, title="Совет школ", short=None, territory=None, kind=None, existing=None)
    town = asking.body(small, title="Совет школ", short=None, territory=TOWN, kind=None, existing=None)
    assert (country.file, bodies(country.text)[0].kind) == ("roadmaps/registry/bodies.yaml", BodyKind.ROLE)
    assert (town.file, bodies(town.text)[0].kind) == (f"roadmaps/{TOWN}/bodies.yaml", BodyKind.ORGANISATION)


@pytest.mark.parametrize(
    ("territory", "kind", "words"),
    [
        (TOWN, "человек", "Вида «человек» нет"),
        ("zarechnaya-oblast/sosny", None, "Территории zarechnaya-oblast/sosny нет"),
    ],
)
def test_what_cannot_be_drafted_is_refused(small: Corpus, territory: str, kind: str | None, words: str) -> None:
    """The message says why."""
    with pytest.raises(DraftError, match=words):
        asking.body(small, title="Совет", short=None, territory=territory, kind=kind, existing=None)
