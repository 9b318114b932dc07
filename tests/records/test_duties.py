"""What an organisation or a role answers for."""

from collections.abc import Callable, Mapping

import pytest

from dorkarta.model.body import Body
from dorkarta.records.corpus import Corpus
from dorkarta.records.duties import Duty, duties_among, duties_as, duties_of
from dorkarta.records.plan import Plan, plan_of
from dorkarta.records.record import Record

CorpusWith = Callable[[Mapping[str, str]], Corpus]

REGION = "zarechnaya-oblast"
ROADMAP = f"{REGION}/roadmap-2023-2024"
TOWN = f"{REGION}/verkhnerechensk"


@pytest.fixture(scope="module")
def plan(small: Corpus) -> Plan:
    """The plan of the small project."""
    return plan_of(small)


def body(plan: Plan, path: str) -> Record[Body]:
    (found,) = (each for each in plan.corpus.bodies if each.path == path)
    return found


def ids(duties: tuple[Duty, ...]) -> list[tuple[str, list[str]]]:
    return [(duty.roadmap.path, [one.activity.id for one in duty.planned]) for duty in duties]


def test_a_body_answers_for_what_names_it(plan: Plan) -> None:
    """Parts that name nobody are answered for by the body of their whole; other parts by their own."""
    institute = duties_of(plan, body(plan, f"{REGION}#institute"))
    assert ids(institute) == [(ROADMAP, ["2", "3", "3.1"])]
    ministry = duties_of(plan, body(plan, f"{REGION}#ministry"))
    assert ids(ministry) == [(ROADMAP, ["1", "3", "3.1", "3.2"])]


def test_a_part_stands_by_itself_without_its_whole(corpus_with: CorpusWith) -> None:
    """Parts are not counted beside their whole; whoever answers for a part only has the part alone."""
    text = """
        title: Карта
        level: region
        period: 2023-09-01/2024-08-31
        source: {title: Карта}
        sections:
          - id: s
            title: Раздел
            activities:
              - id: "1"
                title: Целое
                responsible: [ИРО]
                activities:
                  - {id: "1.1", title: Часть, responsible: [Минобр]}
                  - {id: "1.2", title: Другая часть}
    """
    plan = plan_of(corpus_with({f"{REGION}/roadmap-2024.yaml": text}))
    planned = plan.by_roadmap[f"{REGION}/roadmap-2024"]
    (institute,) = duties_among(planned, body(plan, f"{REGION}#institute"))
    assert [one.activity.id for one in institute.planned] == ["1", "1.2"]
    assert [one.activity.id for one in institute.whole] == ["1"]
    (ministry,) = duties_among(planned, body(plan, f"{REGION}#ministry"))
    assert [one.activity.id for one in ministry.whole] == ["1.1"]


def test_an_organisation_does_what_its_role_is_asked(plan: Plan) -> None:
    """Roadmaps from above ask the role, and the organisation that fulfils it answers; the role's own level decides."""
    department, role = body(plan, f"{TOWN}#education-department"), body(plan, "#mouo")
    assert duties_of(plan, department) == ()
    assert ids(duties_as(plan, department, role)) == [(ROADMAP, ["4", "5", "6"])]


def test_a_role_of_another_town_is_not_asked(official_plan: Plan) -> None:
    """What a municipality's own roadmap asks of a role is no duty of the organisation of another one."""
    for organisation in official_plan.corpus.bodies:
        for role_id in organisation.content.fulfils:
            role = official_plan.corpus.find_body_by_id(organisation.territory, role_id)
            assert role is not None
            for duty in duties_as(official_plan, organisation, role):
                assert organisation.territory.startswith(f"{duty.roadmap.territory}/")


def test_all_duties_together_are_the_plan(official_plan: Plan) -> None:
    """Over all bodies, duties hold just the activities whose names were resolved, each once a body."""
    found = [
        (each.path, one.key)
        for each in official_plan.corpus.bodies
        for duty in duties_of(official_plan, each)
        for one in duty.planned
    ]
    assert sorted(found) == sorted((each.path, one.key) for one in official_plan.planned for each in one.bodies)
