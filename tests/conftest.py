"""What several folders of tests share: the records of this project, a small project, a built site."""

import datetime
import fcntl
import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import settings

from dorkarta.records.corpus import Corpus
from dorkarta.records.loading import load
from dorkarta.records.plan import Plan, plan_of
from dorkarta.site.building import build
from dorkarta.site.request import Request

# No test depends on how fast the machine is. The same examples at every run, so that a change is refused for what it
# does and not by luck; `EXPLORE=1 pytest` looks for new ones.
settings.register_profile("dorkarta", deadline=None, derandomize="EXPLORE" not in os.environ)
settings.load_profile("dorkarta")

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("mkdocs.yml", "content", "roadmaps", "theme")
AS_OF = datetime.date(2021, 3, 10)


CopyProject = Callable[[Path], Path]
CorpusWith = Callable[[Mapping[str, str]], Corpus]
MadeOnce = Callable[[str, Callable[[Path], None]], Path]

SMALL = ROOT / "tests" / "cases" / "project"
LEVELS = ROOT / "tests" / "cases" / "levels"


@pytest.fixture(scope="session")
def small_project() -> Path:
    """The folder of a small project without a mistake; to be read only."""
    return SMALL


@pytest.fixture(scope="session")
def small() -> Corpus:
    """The records of the small project."""
    return load(SMALL)


@pytest.fixture
def corpus_with(tmp_path: Path) -> CorpusWith:
    """The records of the small project with some files added or replaced: path in `roadmaps/` → text.

    A path that begins with `content/` counts from the project's own folder.
    """

    def made(files: Mapping[str, str]) -> Corpus:
        shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
        for path, text in files.items():
            target = tmp_path / ("" if path.startswith("content/") else "roadmaps") / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        return load(tmp_path)

    return made


@pytest.fixture
def levels_with(corpus_with: CorpusWith) -> CorpusWith:
    """The same with roadmaps of a city and a school, factors of risk and a practice laid over the small project."""

    def made(files: Mapping[str, str]) -> Corpus:
        laid = {
            path.relative_to(LEVELS).as_posix().removeprefix("roadmaps/"): path.read_text("utf-8")
            for path in LEVELS.rglob("*.*")
        }
        return corpus_with({**laid, **files})

    return made


@pytest.fixture
def levels(levels_with: CorpusWith) -> Corpus:
    """Three levels that answer each other, a practice and factors of risk."""
    return levels_with({})


@pytest.fixture(scope="session")
def official() -> Corpus:
    """The records of this very project."""
    return load(ROOT)


@pytest.fixture(scope="session")
def official_plan(official: Corpus) -> Plan:
    """Their activities with all that the words mean."""
    return plan_of(official)


@pytest.fixture(scope="session")
def copy_project() -> CopyProject:
    """Copies all that a site is made from into a new folder and returns it."""
    return _copy_project


@pytest.fixture(scope="session")
def copy_without_records() -> CopyProject:
    """Copies prose, theme and configuration into a new folder and returns it: for other records than the real ones."""
    return _copy_without_records


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of this very project, to be changed and built."""
    return _copy_project(tmp_path / "project")


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> MadeOnce:
    """Makes a folder, by its name, once for all processes of a run; nobody writes into it afterwards."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def made(name: str, make: Callable[[Path], None]) -> Path:
        folder, growing = shared / name, shared / f"{name}.new"
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not folder.exists():
                shutil.rmtree(growing, ignore_errors=True)
                growing.mkdir()
                make(growing)
                growing.rename(folder)
        return folder

    return made


@pytest.fixture(scope="session")
def built(made_once: MadeOnce) -> Path:
    """A folder with a copy of this very project in `project` and its site of 10 March 2021 in `site`."""

    def make(folder: Path) -> None:
        build(_copy_project(folder / "project"), out=folder / "site", request=Request(as_of=AS_OF))

    return made_once("built", make)


@pytest.fixture(scope="session")
def built_site(built: Path) -> Path:
    """The site of the real records, as `dorkarta build --as-of 2021-03-10` makes it."""
    return built / "site"


@pytest.fixture
def small_site(tmp_path: Path, built: Path) -> Path:
    """A copy of the small project with the prose and the theme of this one; what MkDocs makes of them is there."""
    project = _copy_without_records(tmp_path / "project")
    for name in (".cache/framework", ".cache/fonts"):
        shutil.copytree(built / "project" / name, project / name)
    shutil.copytree(SMALL / "roadmaps", project / "roadmaps")
    return project


@pytest.fixture
def warm_project(project: Path, built: Path) -> Path:
    """A copy of this very project whose documents are in the cache already."""
    shutil.copytree(built / "project" / ".cache", project / ".cache")
    return project


def _copy_project(target: Path) -> Path:
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name)
        else:
            target.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target / name)
    return target


def _copy_without_records(target: Path) -> Path:
    for name in ("content", "theme"):
        shutil.copytree(ROOT / name, target / name)
    shutil.copy(ROOT / "mkdocs.yml", target)
    for practice in (target / "content" / "practices").glob("*.md"):
        if practice.name != "index.md":
            practice.unlink()  # it names the real records
    return target
