"""What was found clean is not looked at again, and the check says the same as one that looks at everything."""

import datetime
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dorkarta.checks.checking import examine
from dorkarta.checks.clean import Clean
from dorkarta.checks.facts_kept import recall
from dorkarta.records.corpus import Corpus
from dorkarta.records.loading import load

CASES = Path(__file__).resolve().parents[1] / "cases"
CITY: Final = "roadmaps/zarechnaya-oblast/verkhnerechensk"
REGION: Final = "roadmaps/zarechnaya-oblast"
DAY: Final = datetime.date(2024, 6, 1)

WHOLE: Final = ""
"""Stands for all that a file holds: the file is taken away."""

Edit = tuple[str, str, str]
EDITS: Final[tuple[Edit, ...]] = (
    (f"{CITY}/roadmap-2023-2024.yaml", "title: Консультации", "title: Консуль- тации"),
    (f"{CITY}/roadmap-2023-2024.yaml", "title: Консуль- тации", "title: Консультации"),
    (f"{CITY}/roadmap-2023-2024.yaml", "title: Консультации", "title: Онлайн- и очные консультации"),
    (f"{CITY}/roadmap-school-17-2023-2024.yaml", "title: Самоанализ", "title: Онлайн-и самоанализ"),
    (f"{CITY}/roadmap-school-17-2023-2024.yaml", "title: Самоанализ школы", "title: Самоанализ РСК"),
    (f"{CITY}/roadmap-2023-2024.yaml", "title: Материалы", "deadline: мартта\n        title: Материалы"),
    (f"{CITY}/report-2023-2024.yaml", "20 сентября 2023 года", "31 февраля 2024 года"),
    (f"{CITY}/bodies.yaml", "УО", "УОМ"),
    (f"{CITY}/bodies.yaml", "УОМ", "УО"),
    (f"{REGION}/bodies.yaml", "ИРО", "ИРОО"),
    (f"{REGION}/territory.yaml", "title: Заречная", "title: Новая Заречная"),
    (f"{REGION}/roadmap-2023-2024.yaml", "level: region", "level: region\nallow: {W261: так решено}"),
    (f"{REGION}/roadmap-2023-2024.yaml", "source:", "source: ["),
    (f"{REGION}/roadmap-2023-2024.yaml", "source: [", "source:"),
    ("roadmaps/registry/forms.yaml", "title: семинар", "title: собрание"),
    ("roadmaps/registry/forms.yaml", "forms:", "forms: {"),
    ("roadmaps/registry/forms.yaml", "forms: {", "forms:"),
    ("roadmaps/registry/abbreviations.yaml", "short: ШНОР", "short: ШНОРР"),
    (f"{REGION}/roadmap-2023-2024.yaml", 'id: "4"', 'id: "44"'),
    (f"{REGION}/roadmap-2023-2024.yaml", 'number: "4"', 'number: "1"'),
    (f"{REGION}/roadmap-2023-2024.yaml", "level: municipality", "level: region"),
    (f"{REGION}/roadmap-2023-2024.yaml", "period: 2023-09-01", "period: 2023-12-01"),
    (f"{REGION}/roadmap-2023-2024.yaml", "level: region", "level: region\nreviewed: 2022-01-01"),
    (f"{REGION}/roadmap-2023-2024.yaml", WHOLE, ""),
    (f"{REGION}/documents.yaml", "date: 20", "date: 19"),
    (f"{CITY}/documents.yaml", WHOLE, ""),
    (f"{CITY}/report-2023-2024.yaml", "document: order-12,", f"document: {CITY.partition('/')[2]}#order-12,"),
    (f"{CITY}/report-2023-2024.yaml", "roadmap-2023-2024#4", "roadmap-2023-2024#44"),
    (f"{CITY}/report-2023-2024.yaml", "roadmap-2023-2024#4", "verkhnerechensk/roadmap-2023-2024#1"),
    (f"{CITY}/report-2023-2024.yaml", "description: Координатор", "description: Не состоялось. Координатор"),
    (f"{CITY}/roadmap-2023-2024.yaml", 'implements: "2"', 'implements: "3"'),
    (f"{CITY}/roadmap-2023-2024.yaml", "roadmap-2023-2024#4", "roadmap-2023-2024#1"),
    (f"{CITY}/roadmap-school-17-2023-2024.yaml", WHOLE, ""),
)


def _project(folder: Path) -> Path:
    for case in ("project", "levels"):
        shutil.copytree(CASES / case, folder, dirs_exist_ok=True)
    return folder


def _change(project: Path, edit: Edit) -> None:
    file, old, new = edit
    path = project / file
    if path.exists() and old == WHOLE:
        path.unlink()
    elif path.exists():
        path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")


@settings(max_examples=30)
@given(edits=st.lists(st.sampled_from(EDITS), min_size=1, max_size=6))
def test_the_same_is_found(edits: list[Edit], tmp_path_factory: pytest.TempPathFactory) -> None:
    """After any edits, step by step, with what the steps before remembered of clean files and of facts."""
    folder = tmp_path_factory.mktemp("clean")
    project = _project(folder / "project")
    for edit in (None, *edits):
        if edit is not None:
            _change(project, edit)
        corpus = load(project, cache=folder / "read")
        recall(corpus, folder / "facts.json", "we")
        assert examine(corpus, as_of=DAY, clean=Clean(folder / "clean.json", "we")) == examine(load(project), as_of=DAY)


def test_what_is_clean_is_remembered(tmp_path: Path) -> None:
    """A second check knows the roadmaps, which answer no warning; another maker knows none, nor does a torn memory."""
    corpus, memory = load(_project(tmp_path)), tmp_path / "clean.json"
    examine(corpus, clean=Clean(memory, "we"))
    assert {record.file for record in corpus.roadmaps.values()} <= Clean(memory, "we").known(corpus)
    assert Clean(memory, "others").known(corpus) == frozenset()
    memory.write_bytes(orjson.dumps({"torn": []})[:-2])
    assert Clean(memory, "we").known(corpus) == frozenset()


def test_a_vocabulary_makes_its_own_territory_unknown(tmp_path: Path) -> None:
    """What stands in the city's list of bodies says nothing of the region's roadmap."""
    project, memory = _project(tmp_path), tmp_path / "clean.json"
    examine(load(project), clean=Clean(memory, "we"))
    path = project / CITY / "bodies.yaml"
    path.write_text(path.read_text("utf-8") + "# changed\n", "utf-8")
    known = Clean(memory, "we").known(load(project))
    assert {file for file in known if file.startswith(CITY)} == set()
    assert f"{REGION}/roadmap-2023-2024.yaml" in known


def test_several_processes_find_the_same(levels_with: Callable[[Mapping[str, str]], Corpus]) -> None:
    """Files shared out among processes are judged as by one."""
    text = (CASES / "levels" / CITY / "roadmap-school-17-2023-2024.yaml").read_text("utf-8")
    wrong = text.replace("title: Самоанализ", "title: Само- анализ", 1)
    folder = CITY.removeprefix("roadmaps/")
    schools = {f"{folder}/roadmap-school-{n}-2023-2024.yaml": wrong if n % 9 == 0 else text for n in range(100, 170)}
    corpus = levels_with(schools)
    alone = examine(corpus)
    assert alone.problems
    assert examine(corpus, crew=2) == alone
