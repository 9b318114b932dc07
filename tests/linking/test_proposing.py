"""What is proposed for the entries of a report, what speaks for it, how often the first one is right."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorkarta.deadline import Period
from dorkarta.linking.proposing import MOST, Proposal, Proposals
from dorkarta.linking.signs import About
from dorkarta.model.level import LevelId
from dorkarta.model.report import Report, ReportEntry
from dorkarta.model.source import Source
from dorkarta.records.corpus import Corpus
from dorkarta.records.plan import Plan, plan_of
from dorkarta.records.record import Record
from dorkarta.records.yaml_tree import Marks

CorpusWith = Callable[[Mapping[str, str]], Corpus]
REPORT = "krasnodar-krai/krasnodar/report-2020-2021"
KRAI = "krasnodar-krai/roadmap-2020-2021"
SMALL = "zarechnaya-oblast/verkhnerechensk/report-2023-2024"
UPPER = "zarechnaya-oblast/roadmap-2023-2024"


def _proposals(plan: Plan, report: str) -> Proposals:
    return Proposals(plan=plan, report=plan.corpus.reports[report])


def _made(plan: Plan, territory: str, titles: list[str]) -> Proposals:
    """For a report that has nothing but titles."""
    entries = tuple(ReportEntry(id=str(number), title=title) for number, title in enumerate(titles))
    report = Report(
        title="Отчёт",
        level=plan.corpus.territory(territory).level,
        period=Period(start=plan.planned[0].record.content.period.start, end=plan.planned[0].record.content.period.end),
        source=Source(title="Отчёт"),
        entries=entries,
    )
    record = Record(path=f"{territory}/report-made", territory=territory, file="", content=report, marks=Marks(1, 1))
    return Proposals(plan=plan, report=record)


def test_candidates(official_plan: Plan) -> None:
    """A report of a city may tell of what its region asks of cities and schools, of nothing of the region itself."""
    candidates = _proposals(official_plan, REPORT).candidates
    assert {one.record.path for one in candidates} == {KRAI}
    assert {one.level for one in candidates} == {LevelId.MUNICIPALITY, LevelId.SCHOOL}
    assert len(candidates) == 43, "of 45 two have lost their titles"


def test_linked_entries_come_first(official_plan: Plan) -> None:
    """For every entry of the official report that people have linked, their activity is the first proposal."""
    proposals = _proposals(official_plan, REPORT)
    linked = {index: each.activity for index, each in enumerate(proposals.report.content.entries) if each.activity}
    assert len(linked) == 4
    assert {index: proposals.of(index)[0].planned.key for index in linked} == linked


def test_why(official_plan: Plan) -> None:
    """A proposal says which words, which body and which form speak for it, and what against."""
    proposals = _proposals(official_plan, REPORT)
    same = proposals.of(12)[0]
    assert same.planned.activity.id == "85"
    assert same.score == 100
    assert same.words[:2] == ("мастер", "классов")
    assert {sign.told for sign in same.signs} == {"ответственный: МНЦ", "форма: мастер-классы"}
    other = proposals.of(13)[0]
    assert [sign.told for sign in other.signs if not sign.agrees] == ["ответственный другой: Сообщество тьюторов"]


def test_what_was_before_the_roadmap(official_plan: Plan) -> None:
    """Of what was before a roadmap began it is said, and no date agrees."""
    (seminar,) = _proposals(official_plan, REPORT).of(7)
    assert [sign.told for sign in seminar.signs if sign.about is About.DATES] == ["отчёт – о времени до начала карты"]


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("16 октября 2023 года", "сроки сходятся"),
        ("20 ноября 2023 года", "сроки не сходятся"),
        ("20 мая 2024 года", "в отчёте позже срока"),
        ("май 2025 года", "отчёт – о времени после конца карты"),
    ],
)
def test_dates(corpus_with: CorpusWith, small_project: Path, date: str, told: str) -> None:
    """The date of an entry is compared with each time at which its activity is to happen."""
    roadmap = (small_project / "roadmaps" / f"{UPPER}.yaml").read_text("utf-8")
    report = f"""\
title: Отчёт
level: region
period: 2023-09-01/2025-08-31
roadmap: {UPPER}
source: {{title: Отчёт}}
entries: [{{id: '1', title: Утверждение системы работы со ШНОР, date: "{date}"}}]
"""
    corpus = corpus_with(
        {
            f"{UPPER}.yaml": roadmap.replace("deadline: сентябрь 2023", "deadline: октябрь 2023, март 2024"),
            "zarechnaya-oblast/report-2024.yaml": report,
        }
    )
    first = _proposals(plan_of(corpus), "zarechnaya-oblast/report-2024").of(0)[0]
    assert first.planned.activity.id == "1"
    assert [sign.told for sign in first.signs if sign.about is About.DATES] == [told]
    assert [sign.agrees for sign in first.signs if sign.about is About.ROADMAP] == [True]


def test_own_roadmap_goes_first(levels: Corpus) -> None:
    """Of equal activities that of the roadmap that the report is about stands before those of others."""
    plan = plan_of(levels)
    proposals = _proposals(plan, SMALL)
    ranked = proposals.ranked(0)
    assert [each.score for each in ranked] == sorted((each.score for each in ranked), reverse=True)
    assert {each.planned.record.path for each in ranked} > {UPPER}


def test_nothing_alike(small: Corpus) -> None:
    """Where nothing is like an entry nothing is proposed; a title without words is no exception."""
    proposals = _made(plan_of(small), "zarechnaya-oblast", ["Ремонт крыши", "№ – !", "и о в"])
    assert [proposals.of(entry) for entry in range(3)] == [(), (), ()]


@given(title=st.text(min_size=1), description=st.text(min_size=1))
def test_any_words(small: Corpus, title: str, description: str) -> None:
    """Whatever an entry says, what is proposed has scores of 0 to 100."""
    proposals = _made(plan_of(small), "zarechnaya-oblast", [f"Т{title}", f"Обучение {description} команд"])
    assert all(each.score in range(101) for entry in (0, 1) for each in proposals.ranked(entry))


def test_cancelled_is_not_proposed(corpus_with: CorpusWith, small_project: Path) -> None:
    """What was called off is asked of nobody."""
    text = (small_project / "roadmaps" / f"{UPPER}.yaml").read_text("utf-8")
    text = text.replace("        form: приказ\n", "        form: приказ\n        cancelled: {date: 2023-09-10}\n")
    plan = plan_of(corpus_with({f"{UPPER}.yaml": text}))
    proposals = _made(plan, "zarechnaya-oblast", ["Утверждение системы работы со ШНОР"])
    assert "1" not in {one.activity.id for one in proposals.candidates}


TERRITORIES = ("krasnodar-krai/krasnodar", "krasnodar-krai", "tula-oblast/tula", "voronezh-oblast/ertil")
LOOK_ALIKE = dict(zip("ишноцверак", "ншнощьсрвкн", strict=False))


def _shuffled(title: str, random: Random) -> str:
    words = title.split()
    random.shuffle(words)
    return " ".join(words)


def _shortened(title: str, random: Random) -> str:
    """A third of the words is left out."""
    words = title.split()
    kept = sorted(random.sample(range(len(words)), len(words) - len(words) // 3))
    return " ".join(words[index] for index in kept)


def _misread(title: str, random: Random) -> str:
    """In every long word one letter is another one."""
    return " ".join(_misread_word(word, random) if len(word) > 6 else word for word in title.split())


def _misread_word(word: str, random: Random) -> str:
    at = random.randrange(len(word))
    return word[:at] + LOOK_ALIKE.get(word[at].lower(), word[at]) + word[at + 1 :]


def _told(title: str, random: Random) -> str:
    """As reports tell of it, with words of their own before and behind."""
    opening = random.choice(["Проведено мероприятие:", "В городе состоялась", "Обеспечено", "Проведена работа:"])
    closing = random.choice(["для педагогов города", "в дистанционном формате", "с участием школ", "по плану"])
    return f"{opening} {title.lower()} {closing}"


def _retold(title: str, random: Random) -> str:
    """All of it at once."""
    return _told(_misread(_shortened(_shuffled(title, random), random), random), random)


Damage = Callable[[str, Random], str]


def first_right(plan: Plan, damage: Damage, *, step: int) -> Iterator[tuple[bool, bool]]:
    """For official activities told with damaged titles: whether each comes first, whether it is proposed at all.

    Arguments:
        plan: The official activities.
        damage: What happens to a title.
        step: Takes every second, every third of them.
    """
    random = Random(20210310)  # noqa: S311  # the same damage at every run
    for territory in TERRITORIES:
        candidates = _made(plan, territory, ["Любое"]).candidates[::step]
        proposals = _made(plan, territory, [damage(one.activity.title or "", random) for one in candidates])
        for index, one in enumerate(candidates):
            found: tuple[Proposal, ...] = proposals.of(index)
            titles = [each.planned.activity.title for each in found[:MOST]]
            yield titles[:1] == [one.activity.title], one.activity.title in titles


@pytest.mark.parametrize(
    ("damage", "least"), [(_shuffled, 0.95), (_shortened, 0.95), (_misread, 0.95), (_told, 0.95), (_retold, 0.8)]
)
def test_how_often_the_first_one_is_right(official_plan: Plan, damage: Damage, least: float) -> None:
    """The right activity comes first in most cases, though titles are shuffled, cut, misread and retold."""
    right = [first for first, _ in first_right(official_plan, damage, step=4)]
    assert len(right) > 40
    assert sum(right) / len(right) >= least
