"""The draft of a roadmap: valid where it belongs, true to what the upper roadmap demands."""

import datetime
from collections.abc import Callable, Mapping

import pytest

from dorkarta.checks.checking import check
from dorkarta.deadline import Period
from dorkarta.diagnostic import Severity
from dorkarta.drafts.roadmap import Asked, DraftError, roadmap_draft, roadmap_path
from dorkarta.drafts.yaml_text import WIDTH
from dorkarta.model.level import LevelId
from dorkarta.model.roadmap import Roadmap
from dorkarta.records.corpus import Corpus
from dorkarta.records.files import RecordFile
from dorkarta.records.plan import Plan, plan_of
from dorkarta.records.threads import Threads
from dorkarta.records.validation import validate
from dorkarta.records.yaml_tree import read_tree

CorpusWith = Callable[[Mapping[str, str]], Corpus]

KRAI = "krasnodar-krai/roadmap-2020-2021"
CITY = "krasnodar-krai/krasnodar"
OBLAST = "zarechnaya-oblast/roadmap-2023-2024"
TOWN = "zarechnaya-oblast/verkhnerechensk"


def year(number: int) -> Period:
    return Period(start=datetime.date(number, 1, 1), end=datetime.date(number, 12, 31))


def asked(
    plan: Plan, level: LevelId, *, territory: str = CITY, upper: str = KRAI, period: Period | None = None
) -> Asked:
    return Asked(upper=plan.corpus.roadmaps[upper], level=level, territory=territory, period=period)


def joined(corpus: Corpus, path: str, text: str) -> Corpus:
    """The records with a draft among them."""
    tree = read_tree(text, f"roadmaps/{path}.yaml")
    assert not tree.problems
    assert tree.value is not None
    content, problems = validate(Roadmap, tree.value, tree.marks, f"roadmaps/{path}.yaml")
    assert not problems
    file = RecordFile(path=path, file=f"roadmaps/{path}.yaml", content=content, marks=tree.marks, problems=())
    return Corpus(files=(*corpus.files, file))


@pytest.mark.parametrize("level", [LevelId.MUNICIPALITY, LevelId.SCHOOL])
@pytest.mark.parametrize(
    "period", [None, year(2021), year(2024), Period(start=datetime.date(2021, 5, 1), end=datetime.date(2021, 5, 31))]
)
def test_a_draft_is_valid_where_it_belongs(official_plan: Plan, level: LevelId, period: Period | None) -> None:
    """Whatever the period, no rule finds an error in a draft."""
    wanted = asked(official_plan, level, period=period)
    path = roadmap_path(wanted)
    corpus = joined(official_plan.corpus, path, roadmap_draft(official_plan, wanted))
    assert [each for each in check(corpus) if each.severity is Severity.ERROR] == []


@pytest.mark.parametrize("level", [LevelId.MUNICIPALITY, LevelId.SCHOOL])
def test_every_demand_is_answered(official_plan: Plan, level: LevelId) -> None:
    """The draft has an activity for each of the level, in order, and the thread leads both ways."""
    wanted = asked(official_plan, level)
    path = roadmap_path(wanted)
    plan = plan_of(joined(official_plan.corpus, path, roadmap_draft(official_plan, wanted)))
    threads = Threads(plan=plan)
    upper = [one for one in plan.by_roadmap[KRAI] if one.level is level]
    lower = plan.by_roadmap[path]
    assert [one.activity.title for one in lower] == [one.activity.title for one in upper]
    assert [one.timing for one in lower] == [one.timing for one in upper]
    for below, above in zip(lower, upper, strict=True):
        assert threads.above(below) == (above,)
        assert below in threads.below(above)


def test_roles_become_organisations_of_the_territory(official_plan: Plan) -> None:
    """Where one organisation fulfils a role there, the draft names it; other roles stay."""
    text = roadmap_draft(official_plan, asked(official_plan, LevelId.MUNICIPALITY))
    assert "responsible: [Департамент образования муниципального образования город Краснодар]" in text
    assert "responsible: [ТМС]" in text
    assert "МОУО]" not in text


def test_a_lost_title_stays_lost(official_plan: Plan) -> None:
    """Nobody makes up a title that the upper roadmap lost; a note says where it was lost."""
    wanted = asked(official_plan, LevelId.SCHOOL)
    corpus = joined(official_plan.corpus, "x/y/roadmap-2021", roadmap_draft(official_plan, wanted))
    lost = [one for one in plan_of(corpus).by_roadmap["x/y/roadmap-2021"] if one.activity.title is None]
    assert [one.activity.implements for one in lost] == [(f"{KRAI}#107",), (f"{KRAI}#109",)]
    assert all("название утрачено в верхней карте: пункт 10" in one.activity.notes[0].text for one in lost)


def test_a_deadline_outside_the_period_is_asked_for(official_plan: Plan) -> None:
    """It is not copied; a comment tells what it was."""
    text = roadmap_draft(official_plan, asked(official_plan, LevelId.MUNICIPALITY, period=year(2021)))
    before = text[: text.index("Издание приказа о создании муниципального сообщества тьюторов")]
    assert "deadline: декабрь 2020" not in text
    assert "# Срок верхней карты – «декабрь 2020» – в период этой карты не попадает. Впишите свой: deadline." in before


def test_lines_are_no_wider_than_records(official_plan: Plan) -> None:
    """A draft looks like the records that people wrote."""
    for level in (LevelId.MUNICIPALITY, LevelId.SCHOOL):
        text = roadmap_draft(official_plan, asked(official_plan, level))
        assert max(map(len, text.splitlines())) <= WIDTH


def test_parts_sections_and_called_off_activities(corpus_with: CorpusWith) -> None:
    """Parts stay parts, sections stay nested, and what was called off is demanded no more."""
    upper = """\
        title: Карта
        level: region
        period: 2023-09-01/2024-08-31
        source: {title: Карта}
        sections:
          - id: a
            title: Первый
            activities: [{id: "1", title: Дело области}]
            sections:
              - id: b
                title: Внутри
                level: municipality
                activities:
                  - id: "7"
                    title: Целое
                    activities: [{id: "7.1", title: Часть, deadline: май 2024}, {id: "7.2", title: Ш, level: school}]
                  - {id: "8", title: Отменено, cancelled: {date: 2024-01-10}}
        """.replace("\n        ", "\n").strip(" ")
    plan = plan_of(corpus_with({"zarechnaya-oblast/roadmap-2024.yaml": upper}))
    wanted = asked(plan, LevelId.MUNICIPALITY, territory=TOWN, upper="zarechnaya-oblast/roadmap-2024")
    corpus = joined(plan.corpus, roadmap_path(wanted), roadmap_draft(plan, wanted))
    found = plan_of(corpus).by_roadmap[roadmap_path(wanted)]
    assert [(one.activity.id, one.activity.title, one.parent) for one in found] == [
        ("1", "Целое", None),
        ("1.1", "Часть", "1"),
    ]
    assert [section.title for section in found[0].sections] == ["Первый", "Внутри"]


def test_what_cannot_be_drafted_is_refused(official_plan: Plan) -> None:
    """The message says why: another region, no such folder, a level that is not below, nothing demanded."""
    cases = {
        "не входит": asked(official_plan, LevelId.SCHOOL, territory="tula-oblast/tula"),
        "нет territory.yaml": asked(official_plan, LevelId.SCHOOL, territory="krasnodar-krai/sochi"),
        "должен быть ниже": asked(official_plan, LevelId.REGION),
        "составлять не из чего": asked(
            official_plan, LevelId.SCHOOL, territory="tula-oblast/tula", upper="tula-oblast/tula/roadmap-2020-2021"
        ),
    }
    for words, wanted in cases.items():
        with pytest.raises(DraftError, match=words):
            roadmap_draft(official_plan, wanted)


def test_a_roadmap_of_a_school_bears_its_name(official_plan: Plan) -> None:
    """Schools have no folders: the name of the file tells them apart, within the folder of their municipality."""
    wanted = Asked(
        upper=official_plan.corpus.roadmaps[KRAI], level=LevelId.SCHOOL, territory=CITY, school="МБОУ «СОШ № 5»"
    )
    assert roadmap_path(wanted) == f"{CITY}/roadmap-mbou-sosh-5-2020-2021"
    assert "МБОУ «СОШ № 5»" in roadmap_draft(official_plan, wanted)


@pytest.mark.parametrize("title", ["«Да»: нет # и - [так]", "no", "1.10", "- пункт", "конец:", "{{ x }}", "a" * 300])
def test_a_hostile_title_stays_a_title(corpus_with: CorpusWith, title: str) -> None:
    """A title of the upper roadmap is never markup in the draft."""
    quoted = title.replace('"', '\\"')
    upper = (
        "title: К\nlevel: region\nperiod: 2023-09-01/2024-08-31\nsource: {title: К}\nsections:\n"
        f'  - {{id: s, title: "{quoted}", level: school, activities: [{{id: "1", title: "{quoted}"}}]}}\n'
    )
    plan = plan_of(corpus_with({"zarechnaya-oblast/roadmap-2024.yaml": upper}))
    wanted = asked(plan, LevelId.SCHOOL, territory=TOWN, upper="zarechnaya-oblast/roadmap-2024")
    corpus = joined(plan.corpus, roadmap_path(wanted), roadmap_draft(plan, wanted))
    (one,) = plan_of(corpus).by_roadmap[roadmap_path(wanted)]
    assert (one.activity.title, one.sections[0].title) == (title, title)
