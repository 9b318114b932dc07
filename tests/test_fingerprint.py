"""Fingerprints of what something was made with."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dorkarta import fingerprint


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two files, one of them deeper."""
    (tmp_path / "inside").mkdir()
    (tmp_path / "a.html").write_text("a")
    (tmp_path / "inside/b.html").write_text("b")
    return tmp_path


def _add(folder: Path) -> None:
    (folder / "c.html").write_text("")


def _change(folder: Path) -> None:
    (folder / "inside/b.html").write_text("c")


def _rename(folder: Path) -> None:
    (folder / "a.html").rename(folder / "z.html")


def _move_a_border(folder: Path) -> None:
    (folder / "a.html").write_text("")
    (folder / "inside/b.html").write_text("ab")


@pytest.mark.parametrize("change", [_add, _change, _rename, _move_a_border])
def test_a_change_of_files_is_seen(folder: Path, change: Callable[[Path], None]) -> None:
    """A file more, other content, another name: another fingerprint."""
    known = fingerprint.of_files(folder)
    assert fingerprint.of_files(folder) == known
    change(folder)
    assert fingerprint.of_files(folder) != known


def test_other_files_do_not_count(folder: Path) -> None:
    """Only files of the pattern are looked at."""
    known = fingerprint.of_files(folder, "*.html")
    (folder / "inside/b.pyc").write_text("")
    assert fingerprint.of_files(folder, "*.html") == known


def test_the_order_of_hashes_does_not_matter() -> None:
    """Files are the same in whatever order they are named; bytes that are no text may name them."""
    one, other = {"a": "1", "b\udcff": "2"}, {"b\udcff": "2", "a": "1"}
    assert fingerprint.of_hashes(one) == fingerprint.of_hashes(other)
    assert fingerprint.of_hashes(one) != fingerprint.of_hashes({"a": "2", "b\udcff": "1"})


def test_a_text_is_its_bytes() -> None:
    """So many bytes, two letters each."""
    assert fingerprint.of_text("карта") == fingerprint.of_bytes("карта".encode())
    assert len(fingerprint.of_text("карта")) == 32
    assert len(fingerprint.of_text("карта", size=8)) == 16


def test_our_code_is_the_package() -> None:
    """It is that of the sources that run."""
    package = Path(fingerprint.__file__).parent
    assert fingerprint.of_our_code().endswith(fingerprint.of_files(package, "*.py"))


def test_libraries_by_their_versions() -> None:
    """Each library is named with its version."""
    names = fingerprint.of_libraries("jinja2", "markupsafe").split()
    assert names[::2] == ["jinja2", "markupsafe"]
    assert all(version[0].isdigit() for version in names[1::2])
