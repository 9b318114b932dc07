"""How records and their parts are called."""

import datetime

import pytest

from dorkarta.model.activity import Activity
from dorkarta.model.body import Body, BodyKind
from dorkarta.model.roadmap import Section
from dorkarta.model.source import Approval
from dorkarta.records import naming


@pytest.mark.parametrize(
    ("approval", "words"),
    [
        (Approval(post="Министр", by="МОНиМП КК"), "Министр"),
        (Approval(by="МОНиМП КК", date=datetime.date(2020, 11, 30)), "МОНиМП КК, 30 ноября 2020\u00a0г."),
        (Approval(post="Министр", number="117"), "Министр, №\u00a0117"),
        (Approval(date=datetime.date(2020, 11, 30)), "30 ноября 2020\u00a0г."),
        (Approval(), ""),
    ],
)
def test_approval(approval: Approval, words: str) -> None:
    """The post goes before the body; what is not known leaves no comma."""
    assert naming.approval(approval) == words


def test_sections_and_places() -> None:
    """A number stands before a title; what has no number is called by the first words of its title."""
    assert naming.section_title(Section(id="s", number="1.1", title="Кадры")) == "1.1. Кадры"
    assert naming.section_title(Section(id="s", title="Кадры")) == "Кадры"
    assert naming.activity_place(Activity(id="1", number="4.10", title="Семинар")) == "Пункт 4.10"
    assert naming.activity_place(Activity(id="1", title="Семинар")) == "Семинар"


def test_other_names_of_a_body() -> None:
    """Only what is neither the title nor the short name, however it is written."""
    body = Body(
        id="iro",
        title="Институт развития образования",
        short="ИРО",
        kind=BodyKind.ORGANISATION,
        aliases=("ИРО КК", "институт развития  образования", "иро"),
    )
    assert naming.other_names(body) == ("ИРО КК",)
    assert naming.body_name(body) == "ИРО"
    assert naming.body_name(body.model_copy(update={"short": None})) == "Институт развития образования"
