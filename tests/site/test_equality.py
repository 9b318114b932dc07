"""After any edits, whatever they are, the site that was built step by step is the one that a clean build makes."""

import datetime
import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dorkarta.site.building import build
from dorkarta.site.request import Part, Request

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT / "tests" / "cases"
REGIONS: Final = ("zarechnaya-oblast", "zalesnaya-oblast")
CITIES: Final = ("verkhnerechensk", "nizhnerechensk")
PAGES_ONLY: Final = frozenset({Part.DOCUMENTS, Part.SEARCH})

Edit = Callable[["Work"], None]


@dataclass(kw_only=True)
class Work:
    """A project that is edited and built."""

    project: Path
    day: datetime.date = datetime.date(2024, 3, 14)

    def change(self, file: str, old: str, new: str) -> None:
        """Replace words in a file, where the file and the words are still there."""
        path = self.project / file
        if path.exists():
            path.write_text(re.sub(old, new, path.read_text("utf-8"), count=1, flags=re.MULTILINE), "utf-8")

    def build(self, out: Path) -> Mapping[str, bytes]:
        """The files of the site of the day, built over what is there."""
        build(self.project, out=out, request=Request(as_of=self.day, without=PAGES_ONLY))
        return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def _records(name: str, old: str, new: str) -> st.SearchStrategy[Edit]:
    """A change of words in a file of some region or city."""
    places = [f"roadmaps/{region}" for region in REGIONS]
    folders = [*places, *(f"{place}/{city}" for place in places for city in CITIES)]
    return st.sampled_from(folders).map(lambda folder: lambda work: work.change(f"{folder}/{name}", old, new))


def _shared(file: str, old: str, new: str) -> st.SearchStrategy[Edit]:
    return st.just(lambda work: work.change(file, old, new))


def _school_added(city: str, number: int) -> Edit:
    def edit(work: Work) -> None:
        folder = work.project / "roadmaps" / city
        text = (folder / "roadmap-school-17-2023-2024.yaml").read_text("utf-8")
        (folder / f"roadmap-school-{number}-2023-2024.yaml").write_text(text.replace("№ 17", f"№ {number}"), "utf-8")

    return edit


def _school_renamed(city: str, number: int) -> Edit:
    """The roadmap of a school that was added gets another address."""

    def edit(work: Work) -> None:
        for path in sorted((work.project / "roadmaps" / city).glob("roadmap-school-[2-9]-2023-2024.yaml"))[:1]:
            path.rename(path.with_name(f"roadmap-school-{number}-2023-2024.yaml"))

    return edit


def _deleted(pattern: str) -> Edit:
    def edit(work: Work) -> None:
        for path in sorted((work.project / "roadmaps").glob(pattern))[:1]:
            path.unlink()

    return edit


def _day_later(days: int) -> Edit:
    def edit(work: Work) -> None:
        work.day += datetime.timedelta(days=days)

    return edit


_CITY_PATHS: Final = [f"{region}/{city}" for region in REGIONS for city in CITIES]
EDITS: Final = st.one_of(
    _records("roadmap-2023-2024.yaml", r"title: (?=Консультации|Анализ|Мониторинг|Обучение)", "title: Новое. "),
    _records("roadmap-2023-2024.yaml", "title: Консультации", "title: Советы и консультации"),
    _records("roadmap-2023-2024.yaml", "deadline: (ноябрь 2023|май 2024)", "deadline: 15 марта 2024 года"),
    _records("roadmap-2023-2024.yaml", r"^reviewed: .*", "reviewed: 2024-06-01"),
    _records("roadmap-school-17-2023-2024.yaml", "title: Самоанализ школы", "title: Самоанализ и отчёт школы"),
    _records("report-2023-2024.yaml", "20 сентября 2023 года", "21 марта 2024 года"),
    _records("report-2023-2024.yaml", "    activity: .*\n", ""),
    _records("territory.yaml", "title: (Город|Заречная|Залесная)", r"title: \1 (новая)"),
    _records("bodies.yaml", "short: (УО|ИРО)$", r"short: \1\n    aliases: [Другое имя \1]"),
    _records("documents.yaml", "title: О ", "title: Об уточнении. О "),
    _shared("roadmaps/registry/forms.yaml", "title: семинар", "title: семинар-практикум"),
    _shared("roadmaps/registry/abbreviations.yaml", "expansion: школы с низкими", "expansion: школа с низкими"),
    _shared("roadmaps/registry/bodies.yaml", "title: Муниципальный координатор", "title: Координатор"),
    _shared("content/practices/team-training.md", "слушают вводный вебинар", "слушают вебинар"),
    _shared("content/practices/team-training.md", r"\*\*один\*\*", "один"),
    _shared("content/about.md", r"\Z", "\nЕщё одна строка.\n"),
    _shared("content/about.md", r"\Z", "\n<!-- block: roadmaps -->\n"),
    _shared("theme/blocks/roadmap.html", r"\A", "<!-- changed -->"),
    _shared("theme/assets/css/page.css", r"\Z", "\n/* changed */\n"),
    _shared("theme/overrides/main.html", r"\Z", "\n{# changed #}\n"),
    _shared("mkdocs.yml", "site_name: .*", "site_name: Другое название"),
    st.builds(_school_added, st.sampled_from(_CITY_PATHS), st.integers(2, 5)),
    st.builds(_school_renamed, st.sampled_from(_CITY_PATHS), st.integers(6, 9)),
    st.just(_deleted("*/*/report-2023-2024.yaml")),
    st.just(_deleted("*/*/roadmap-school-[2-9]-2023-2024.yaml")),
    st.just(_deleted("*/*/roadmap-school-17-2023-2024.yaml")),
    st.integers(-40, 90).map(_day_later),
)
"""What editors, installers and the calendar do."""


@pytest.fixture(scope="module")
def first(
    made_once: Callable[[str, Callable[[Path], None]], Path], copy_without_records: Callable[[Path], Path]
) -> Path:
    """Two regions of two cities with a school each, and their site."""

    def make(folder: Path) -> None:
        project = copy_without_records(folder / "project")
        _add_records(project)
        Work(project=project).build(folder / "site")

    return made_once("equality", make)


def _add_records(project: Path) -> None:
    for case in ("project", "levels"):
        shutil.copytree(CASES / case, project, dirs_exist_ok=True)
    first_region, second = (project / "roadmaps" / region for region in REGIONS)
    _copied(first_region / CITIES[0], first_region / CITIES[1], {CITIES[0]: CITIES[1], "Верхнере": "Нижнере"})
    _copied(first_region, second, {REGIONS[0]: REGIONS[1], "Заречн": "Залесн"})


def _copied(folder: Path, new: Path, words: Mapping[str, str]) -> None:
    shutil.copytree(folder, new)
    for path in new.rglob("*.yaml"):
        text = path.read_text("utf-8")
        for old, meant in words.items():
            text = text.replace(old, meant)
        path.write_text(text, "utf-8")


@settings(max_examples=3)
@given(edits=st.lists(EDITS, min_size=1, max_size=4))
def test_an_incremental_site_is_the_clean_one(
    edits: list[Edit], first: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Every edit is built over the edition before it; a build with no edition and no cache gives the same bytes."""
    folder = tmp_path_factory.mktemp("edits")
    work = Work(project=folder / "project")
    shutil.copytree(first / "project", work.project)
    shutil.copytree(first / "site", folder / "site")
    incremental = work.build(folder / "site")  # now there is a ledger of this very folder
    for edit in edits:
        edit(work)
        incremental = work.build(folder / "site")
    shutil.rmtree(work.project / ".cache")
    clean = work.build(folder / "clean")
    assert {name for name in {*incremental, *clean} if incremental.get(name) != clean.get(name)} == set()
