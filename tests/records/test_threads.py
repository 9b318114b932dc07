"""The thread between levels, on a region, a city and a school that answer each other."""

from collections.abc import Callable, Mapping

import pytest

from dorkarta.records.corpus import Corpus
from dorkarta.records.plan import plan_of
from dorkarta.records.threads import Chain, Threads

CorpusWith = Callable[[Mapping[str, str]], Corpus]

REGION = "zarechnaya-oblast/roadmap-2023-2024"
CITY = "zarechnaya-oblast/verkhnerechensk/roadmap-2023-2024"
SCHOOL = "zarechnaya-oblast/verkhnerechensk/roadmap-school-17-2023-2024"


@pytest.fixture
def threads(levels: Corpus) -> Threads:
    """The threads of the three levels."""
    return Threads(plan=plan_of(levels))


def _above(threads: Threads, key: str) -> list[str]:
    return [one.key for one in threads.above(threads.plan.by_key[key])]


def _below(threads: Threads, key: str) -> list[str]:
    return [one.key for one in threads.below(threads.plan.by_key[key])]


def _why(threads: Threads, key: str) -> tuple[Chain, ...]:
    return threads.why(threads.plan.by_key[key])


def _ways(threads: Threads, key: str) -> list[list[str]]:
    return [[link.planned.key for link in chain] for chain in _why(threads, key)]


def test_above(threads: Threads) -> None:
    """An activity names what it carries out, in its order; a number alone means its own roadmap."""
    assert _above(threads, f"{CITY}#2") == [f"{REGION}#6", f"{REGION}#1"]
    assert _above(threads, f"{CITY}#3") == [f"{CITY}#2"]
    assert _above(threads, f"{REGION}#4") == []


def test_below(threads: Threads) -> None:
    """An activity knows what carries it out below."""
    assert _below(threads, f"{REGION}#6") == [f"{CITY}#2"]
    assert _below(threads, f"{CITY}#3") == [f"{SCHOOL}#1"]
    assert _below(threads, f"{SCHOOL}#1") == []


def test_both_directions_agree(threads: Threads) -> None:
    """Whatever is above one has this one below, and the other way round."""
    up = {(one.key, upper.key) for one in threads.plan.planned for upper in threads.above(one)}
    down = {(lower.key, one.key) for one in threads.plan.planned for lower in threads.below(one)}
    assert len(up) == 6
    assert up == down


def test_why(threads: Threads) -> None:
    """From the school's activity every way leads up to the region, each through the city."""
    assert _ways(threads, f"{SCHOOL}#1") == [
        [f"{SCHOOL}#1", f"{CITY}#3", f"{CITY}#2", f"{REGION}#6"],
        [f"{SCHOOL}#1", f"{CITY}#3", f"{CITY}#2", f"{REGION}#1"],
    ]


def test_end_of_a_way(threads: Threads) -> None:
    """A way ends with the ministry's document, the norm of the system that it is, and the roadmap's approval."""
    *_, top = _why(threads, f"{SCHOOL}#1")[1]
    assert [document.path for document in top.documents] == ["zarechnaya-oblast#order-117"]
    assert [norm.title for norm in top.norms] == ["Приказ о системе работы со ШНОР"]
    assert top.planned.record.content.approved is not None
    assert top.planned.record.content.approved.document == "order-117"


def test_nothing_is_made_up(threads: Threads) -> None:
    """An activity that names no document has none, and a norm of another level is not its norm."""
    chain = _why(threads, f"{SCHOOL}#1")[0]
    assert [(link.documents, link.norms) for link in chain] == [((), ())] * 4
    (city,) = _why(threads, f"{CITY}#1")
    assert [document.path for document in city[0].documents] == ["zarechnaya-oblast#order-117"]
    assert city[0].norms == ()


def test_no_reason(threads: Threads) -> None:
    """An activity that carries nothing out and names nothing has no way up; one with a document has itself."""
    assert _why(threads, f"{REGION}#2") == ()
    assert _ways(threads, f"{REGION}#1") == [[f"{REGION}#1"]]


def test_circle(levels_with: CorpusWith) -> None:
    """A circle, which the checks refuse, does not go on for ever."""
    text = (
        "title: Карта\nlevel: municipality\nperiod: 2025-01-01/2025-12-31\nsource: {title: Карта}\nsections:\n"
        '  - {id: s, title: Раздел, activities: [{id: "1", title: А, implements: "2"}, '
        '{id: "2", title: Б, implements: ["1", "1", "2"]}]}\n'
    )
    path = "zarechnaya-oblast/verkhnerechensk/roadmap-2025"
    threads = Threads(plan=plan_of(levels_with({f"{path}.yaml": text})))
    assert _above(threads, f"{path}#2") == [f"{path}#1", f"{path}#2"]
    assert _ways(threads, f"{path}#1") == [[f"{path}#1", f"{path}#2"]]


def test_links_of_the_official_documents(official: Corpus) -> None:
    """The five documents support these links and no others."""
    threads = Threads(plan=plan_of(official))
    krai = "krasnodar-krai/roadmap-2020-2021"
    links = {one.key: _above(threads, one.key) for one in threads.plan.planned if one.activity.implements}
    assert links == {
        f"{krai}#71": [f"{krai}#32"],
        f"{krai}#102": [f"{krai}#33"],
        f"{krai}#110": [f"{krai}#97", f"{krai}#78"],
        f"{krai}#111": [f"{krai}#77"],
    }


def test_document_of_the_official_documents(official: Corpus) -> None:
    """Tula's first activity names the order of the region's ministry, and that is why it is there."""
    (chain,) = _why(Threads(plan=plan_of(official)), "tula-oblast/tula/roadmap-2020-2021#1.1")
    assert [document.path for document in chain[0].documents] == ["tula-oblast#order-974"]
