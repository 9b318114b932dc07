"""A built site, shared by all tests that look at one."""

import datetime
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from dorkarta.site.building import build

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("mkdocs.yml", "content", "roadmaps", "theme")
AS_OF = datetime.date(2021, 3, 10)


CopyProject = Callable[[Path], Path]


@pytest.fixture(scope="session")
def copy_project() -> CopyProject:
    """Copies all that a site is made from into a new folder and returns it."""
    return _copy_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of this very project, to be changed and built."""
    return _copy_project(tmp_path / "project")


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the real records, as `dorkarta build --as-of 2021-03-10` makes it."""
    folder = tmp_path_factory.mktemp("built")
    build(_copy_project(folder / "project"), out=folder / "site", as_of=AS_OF)
    return folder / "site"


def _copy_project(target: Path) -> Path:
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name)
        else:
            target.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target / name)
    return target
