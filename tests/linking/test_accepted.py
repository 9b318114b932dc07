"""Links as a person says them."""

import re

import pytest

from dorkarta.linking.accepted import LinkError, accepted
from dorkarta.linking.proposing import Proposals
from dorkarta.records.corpus import Corpus
from dorkarta.records.plan import plan_of

UPPER = "zarechnaya-oblast/roadmap-2023-2024"


@pytest.fixture
def proposals(small: Corpus) -> Proposals:
    """For the report of the small project, whose first entry is linked."""
    return Proposals(plan=plan_of(small), report=small.reports["zarechnaya-oblast/verkhnerechensk/report-2023-2024"])


@pytest.mark.parametrize("said", [f"2={UPPER}#4", " 2 = 4", f"2= {UPPER}#4 "])
def test_understood(proposals: Proposals, said: str) -> None:
    """An entry and an activity; without a path the roadmap of the report is meant."""
    assert accepted(proposals, [said]) == {1: f"{UPPER}#4"}


def test_lost_title(proposals: Proposals) -> None:
    """What has no title is never proposed, and can be linked all the same."""
    assert accepted(proposals, [f"2={UPPER}#5"]) == {1: f"{UPPER}#5"}


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (["2"], "не понята"),
        (["=4"], "не понята"),
        (["2="], "не понята"),
        ([f"7={UPPER}#4"], "Записи «7» в отчёте нет. Есть: 1, 2."),
        ([f"1={UPPER}#6"], f"Запись 1 уже связана с {UPPER}#4."),
        ([f"2={UPPER}#4", f"2={UPPER}#6"], "названа дважды"),
        ([f"2={UPPER}#44"], f"Мероприятия «{UPPER}#44» нет. Возможно, «{UPPER}#4»?"),
        (["2=roadmap-2020#дело"], "Пишите путь карты и код пункта"),
        ([f"2={UPPER}#1"], "говорить не может"),
    ],
)
def test_refused(proposals: Proposals, said: list[str], told: str) -> None:
    """What cannot be a link is told in a sentence."""
    with pytest.raises(LinkError, match=re.escape(told)):
        accepted(proposals, said)
