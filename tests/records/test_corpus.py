"""How a name in one record finds what it stands for in another."""

from collections.abc import Callable, Mapping

import pytest

from dorkarta.model.level import LevelId
from dorkarta.records.corpus import Corpus
from dorkarta.records.fulfilment import fulfillers_of, roles_of

CorpusWith = Callable[[Mapping[str, str]], Corpus]

REGION = "zarechnaya-oblast"
CITY = f"{REGION}/verkhnerechensk"
VILLAGE = f"{REGION}/lesnoy"


def _body(corpus: Corpus, territory: str, name: str) -> str | None:
    found = corpus.find_body(territory, name)
    return found.path if found else None


@pytest.mark.parametrize(
    ("territory", "name", "path"),
    [
        (CITY, "УО", f"{CITY}#education-department"),
        (CITY, "Минобр", f"{REGION}#ministry"),
        (CITY, "МОУО", "#mouo"),
        (REGION, "Минобр", f"{REGION}#ministry"),
        (REGION, "УО", None),
        (VILLAGE, "УО", None),
        ("", "Минобр", None),
        ("tula-oblast", "Минобр", None),
    ],
)
def test_bodies_are_sought_upwards(small: Corpus, territory: str, name: str, path: str | None) -> None:
    """A body is found by name in its own territory, then the region, then the country, and nowhere else."""
    assert _body(small, territory, name) == path


def test_own_body_hides_those_above(corpus_with: CorpusWith) -> None:
    """A name that a city gives to its own body means that one there, and the region's everywhere else."""
    corpus = corpus_with(
        {f"{CITY}/bodies.yaml": "bodies: [{id: city-institute, title: Городской ИРО, short: ИРО, kind: organisation}]"}
    )
    assert _body(corpus, CITY, "ИРО") == f"{CITY}#city-institute"
    assert _body(corpus, REGION, "ИРО") == f"{REGION}#institute"
    assert _body(corpus, VILLAGE, "ИРО") == f"{REGION}#institute"


@pytest.mark.parametrize(
    "name",
    [
        "МУНИЦИПАЛЬНЫЙ КООРДИНАТОР",
        "муниципальный  координатор",
        " муниципальный\nкоординатор ",
        "муниципальный\u00a0координатор",
        "Муниципальные координаторы",
    ],
)
def test_case_and_spaces_do_not_matter(small: Corpus, name: str) -> None:
    """Capital letters, kinds and numbers of spaces, and aliases lead to the same body."""
    assert _body(small, CITY, name) == "#municipal-coordinator"


@pytest.mark.parametrize("name", ["Учёный совет «Опора» - 1", "учёный совет “опора” – 1", "Ученый совет „Опора” — 1"])
def test_yo_quotes_and_dashes_do_not_matter(corpus_with: CorpusWith, name: str) -> None:
    """Ё and е, all quotes, all dashes are the same in names."""
    corpus = corpus_with(
        {f"{CITY}/bodies.yaml": "bodies: [{id: council, title: Учёный совет «Опора» – 1, kind: role}]"}
    )
    assert _body(corpus, CITY, name) == f"{CITY}#council"


def test_names_for_hints(small: Corpus) -> None:
    """Hints offer what may be written there, and nothing of other territories."""
    assert {"УО", "ИРО Заречной области", "МОУО"} <= set(small.body_names_in(CITY))
    assert "УО" not in small.body_names_in(REGION)


@pytest.mark.parametrize(
    ("territory", "reference", "path"),
    [
        (CITY, "order-12", f"{CITY}#order-12"),
        (CITY, "order-117", f"{REGION}#order-117"),
        (REGION, "order-12", None),
        (REGION, f"{CITY}#order-12", f"{CITY}#order-12"),
        (CITY, f"{CITY}#order-117", None),
        ("tula-oblast/tula", f"{REGION}#order-117", f"{REGION}#order-117"),
    ],
)
def test_documents(small: Corpus, territory: str, reference: str, path: str | None) -> None:
    """A document is found by id upwards from the territory, or just where the reference says."""
    found = small.find_document(territory, reference)
    assert (found.path if found else None) == path


def test_abbreviations(corpus_with: CorpusWith) -> None:
    """A territory's own meaning of an abbreviation hides the country's there, and there only."""
    corpus = corpus_with({f"{CITY}/abbreviations.yaml": "abbreviations: [{short: УО, expansion: управление опеки}]"})
    meanings = {
        path: {short: record.content.expansion for short, record in corpus.abbreviations(path).items()}
        for path in (CITY, REGION)
    }
    assert meanings[CITY] == {"УО": "управление опеки", "ШНОР": "школы с низкими образовательными результатами"}
    assert meanings[REGION]["УО"] == "управление образования"
    assert [record.path for record in corpus.own_abbreviations(CITY)] == [f"{CITY}#УО"]
    assert corpus.own_abbreviations(REGION) == ()


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("вебинар", ["webinar"]),
        ("Вебинары", ["webinar"]),
        ("КПК, вебинар", ["courses", "webinar"]),
        ("КПК/вебинар", ["courses", "webinar"]),
        ("вебинар, вебинары", ["webinar"]),
        ("вебинар/семинар", ["joint"]),
        ("разбор, обсуждение", ["talk"]),
        ("вебинар/семинар, КПК", ["webinar", "seminar", "courses"]),
    ],
)
def test_forms(corpus_with: CorpusWith, text: str, forms: list[str]) -> None:
    """A cell is one form if the registry knows it as a whole; else its parts are forms, each once, in order."""
    corpus = corpus_with(
        {
            "registry/forms.yaml": "forms: [{id: webinar, title: вебинар, kind: event, aliases: [вебинары]}, "
            "{id: seminar, title: семинар, kind: event}, {id: courses, title: КПК, kind: event}, "
            '{id: joint, title: вебинар/семинар, kind: event}, {id: talk, title: "разбор, обсуждение", kind: event}]'
        }
    )
    found = corpus.find_forms(text)
    assert found is not None
    assert [form.id for form in found] == forms
    assert corpus.unknown_forms(text) == []


@pytest.mark.parametrize(
    ("text", "unknown"),
    [("танец", ["танец"]), ("вебинар, танец", ["танец"]), ("вебинар,", [""]), ("пир/бал", ["пир", "бал"])],
)
def test_unknown_forms(small: Corpus, text: str, unknown: list[str]) -> None:
    """A cell with one unknown form has no forms at all, and what is unknown can be told."""
    assert small.find_forms(text) is None
    assert small.unknown_forms(text) == unknown


def test_level_names(small: Corpus) -> None:
    """A level is called as the region calls it, in its municipalities too; else as the country does."""
    assert small.level_name(CITY, LevelId.REGION).title == "Областной уровень"
    assert small.level_name(CITY, LevelId.SCHOOL).title == "Уровень образовательной организации"
    assert small.level_name("", LevelId.REGION).title == "Региональный уровень"


def test_audiences(small: Corpus) -> None:
    """An audience is found by its title and its aliases."""
    found = small.find_audience("учителя")
    assert found is not None
    assert found.id == "teachers"
    assert small.find_audience("родители") is None


def test_roles(small: Corpus) -> None:
    """An organisation fills its roles, and a role knows who fills it."""
    (department,) = (body for body in small.bodies if body.path == f"{CITY}#education-department")
    (role,) = roles_of(small, department)
    assert role.path == "#mouo"
    assert [body.path for body in fulfillers_of(small, role)] == [department.path]


def test_what_a_body_reported_and_issued(small: Corpus) -> None:
    """Whatever name a report or a document uses, both are found by the path of the body."""
    entries = small.entries_by_body[f"{CITY}#education-department"]
    assert [(report.path, entry.id) for report, entry in entries] == [(f"{CITY}/report-2023-2024", "1")]
    assert {path: [each.path for each in found] for path, found in small.documents_by_issuer.items()} == {
        f"{CITY}#education-department": [f"{CITY}#order-12"],
        f"{REGION}#ministry": [f"{REGION}#order-117"],
    }


def test_paths_of_records(small: Corpus) -> None:
    """Records are known by their paths, in the order of the folders; the registry belongs to the country."""
    assert list(small.roadmaps) == [f"{REGION}/roadmap-2023-2024"]
    assert list(small.reports) == [f"{CITY}/report-2023-2024"]
    assert list(small.systems) == [REGION]
    assert list(small.regions()) == [REGION]
    assert {body.territory for body in small.bodies} == {"", REGION, CITY}


def test_marks_of_parts(small: Corpus) -> None:
    """A body of a list knows its own place in the file."""
    (institute,) = (body for body in small.bodies if body.path == f"{REGION}#institute")
    assert institute.file == f"roadmaps/{REGION}/bodies.yaml"
    assert institute.marks.at(("title",)).line == 5
