"""Indexes that are kept from one build to the next."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from dorkarta.site.search.kept import KeptIndexes


class Maker:
    """Makes an index of two files and counts how often it was asked to."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, folder: Path) -> None:
        """Make it."""
        self.times += 1
        (folder / "index").mkdir(parents=True)
        (folder / "entry.json").write_text("{}")
        (folder / "index" / "a").write_text("указатель")


def lay(cache: Path, target: Path, make: Callable[[Path], None], *, name: str = "tula-oblast", key: str = "1") -> bool:
    """Lay it, see that it is whole, and say whether it was made."""
    sizes, made = KeptIndexes(cache).lay(name, key, target, make)
    assert sizes == {"entry.json": 2, "index/a": 18}
    assert (target / "index" / "a").read_text() == "указатель"
    assert sorted(path.name for path in target.rglob("*")) == ["a", "entry.json", "index"]
    return made


def test_what_was_made_is_made_once(tmp_path: Path) -> None:
    """The same key takes what is kept; another one makes it anew."""
    make = Maker()
    assert lay(tmp_path / "cache", tmp_path / "1", make)
    assert not lay(tmp_path / "cache", tmp_path / "2", make)
    assert lay(tmp_path / "cache", tmp_path / "3", make, key="2")
    assert make.times == 2


def torn(cache: Path) -> None:
    next(cache.rglob("a")).unlink()


def cut_short(cache: Path) -> None:
    next(cache.rglob("a")).write_text("у")


def without_list(cache: Path) -> None:
    next(cache.rglob("files.json")).write_text("{")


@pytest.mark.parametrize("harm", [torn, cut_short, without_list, shutil.rmtree])
def test_a_torn_cache_is_made_again(tmp_path: Path, harm: Callable[[Path], None]) -> None:
    """Whatever is missing or short of a kept index, the site gets a whole one."""
    cache, make = tmp_path / "cache", Maker()
    lay(cache, tmp_path / "1", make)
    harm(cache)
    assert lay(cache, tmp_path / "2", make)
    assert not lay(cache, tmp_path / "3", make)


def test_a_failure_leaves_nothing_behind(tmp_path: Path) -> None:
    """An index that could not be made is neither kept nor half laid."""

    def fail(folder: Path) -> None:
        folder.mkdir()
        raise RuntimeError

    with pytest.raises(RuntimeError):
        KeptIndexes(tmp_path / "cache").lay("a", "1", tmp_path / "site", fail)
    assert list((tmp_path / "cache").iterdir()) == []
    assert not (tmp_path / "site").exists()


def test_permissions_of_another_day_are_not_taken_over(tmp_path: Path) -> None:
    """What was made under a narrow umask is published as files are made today."""
    make, before = Maker(), os.umask(0o077)
    try:
        lay(tmp_path / "cache", tmp_path / "1", make)
    finally:
        os.umask(before)
    assert not lay(tmp_path / "cache", tmp_path / "2", make)
    (tmp_path / "new").touch()
    assert (tmp_path / "2" / "entry.json").stat().st_mode == (tmp_path / "new").stat().st_mode


def test_what_nobody_uses_is_forgotten(tmp_path: Path) -> None:
    """Of a place the last three stay; what was not used for a month goes, unfinished ones too."""
    cache, make = tmp_path / "cache", Maker()
    for key in ("1", "2", "3", "4"):
        lay(cache, tmp_path / key, make, key=key)
        os.utime(cache / f"tula-oblast.{key}", (1e9 + int(key), 1e9 + int(key)))
    for name, age in (("old.1", 3e6), ("kept.1", 1e6), (".new-left", 2e5)):
        (cache / name).mkdir()
        os.utime(cache / name, (1e9 - age, 1e9 - age))
    KeptIndexes(cache).forget()
    assert {path.name for path in cache.iterdir()} == {"tula-oblast.2", "tula-oblast.3", "tula-oblast.4", "kept.1"}
