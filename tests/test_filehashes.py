"""What is known of files: never an old hash for new content, however soon it changes."""

import os
from pathlib import Path

import pytest

from dorkarta.filehashes import Known

LONG_AGO = 1_600_000_000_000_000_000


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file in a folder of its own."""
    (tmp_path / "folder").mkdir()
    file = tmp_path / "folder" / "a.yaml"
    file.write_text("one")
    return file


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything on the disk is so old that it is trusted."""
    monkeypatch.setattr("dorkarta.filehashes._SETTLED", -(10**18))


def test_equal_content_has_equal_hashes(file: Path) -> None:
    """A hash tells content, not names and times."""
    twin = file.with_name("b.yaml")
    twin.write_text("one")
    known = Known()
    assert known.hash_of(file) == known.hash_of(twin)
    twin.write_text("two")
    assert known.hash_of(file) != known.hash_of(twin)


@pytest.mark.usefixtures("settled")
def test_what_is_known_is_not_read_again(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that the disk calls unchanged keeps its hash."""
    memory = tmp_path / "cache" / "files.json"
    known = Known(memory)
    before = known.hash_of(file)
    known.save()
    monkeypatch.setattr("hashlib.file_digest", None)
    assert Known(memory).hash_of(file) == before


def test_a_young_file_is_read_again(file: Path, tmp_path: Path) -> None:
    """What changes twice in a tick of the clock, without another size or time, is seen."""
    memory = tmp_path / "files.json"
    known = Known(memory)
    before, times = known.hash_of(file), file.stat()
    known.save()
    file.write_text("two")
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert Known(memory).hash_of(file) != before


@pytest.mark.usefixtures("settled")
def test_a_change_with_old_times_is_seen(file: Path, tmp_path: Path) -> None:
    """A file of the same size whose times were set back is another one."""
    memory = tmp_path / "files.json"
    os.utime(file, ns=(LONG_AGO, LONG_AGO))
    known = Known(memory)
    before = known.hash_of(file)
    known.save()
    file.write_text("two")
    os.utime(file, ns=(LONG_AGO, LONG_AGO))
    assert Known(memory).hash_of(file) != before


@pytest.mark.parametrize("damaged", [b"", b"{", b"[]", b"null", b'{"a": 1}', b'{"a": [[1, 2], "b"]}', b"\xff\x00"])
def test_a_damaged_memory_is_none(file: Path, tmp_path: Path, damaged: bytes) -> None:
    """Whatever the memory holds, hashes are right and it is mended."""
    memory = tmp_path / "files.json"
    memory.write_bytes(damaged)
    assert Known(memory).hash_of(file) == Known().hash_of(file)


def test_a_memory_that_cannot_be_written(file: Path, tmp_path: Path) -> None:
    """Without a place to remember nothing is remembered, and nothing fails."""
    known = Known(file / "files.json")
    assert known.hash_of(file)
    known.save()
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.yaml", "folder"]


def test_what_is_no_file(file: Path) -> None:
    """Folders, pipes and what is not there have no content, and are told apart from files."""
    os.mkfifo(file.with_name("pipe.yaml"))
    file.with_name("posing.yaml").mkdir()
    hashes = Known().hashes(file.parent, "*.yaml")
    assert list(hashes) == ["a.yaml", "pipe.yaml", "posing.yaml"]
    assert len({*hashes.values(), Known().hash_of(file.with_name("none.yaml"))}) == 4


def test_folders_are_walked(file: Path) -> None:
    """Names are paths within the folder, in order; links are followed, into a circle once."""
    (file.parent / "inside").mkdir()
    (file.parent / "inside" / "b.yaml").write_text("two")
    (file.parent / "inside" / "c.txt").write_text("three")
    (file.parent / "round").symlink_to(file.parent)
    assert list(Known().hashes(file.parent, "*.yaml")) == ["a.yaml", "inside/b.yaml"]
    assert Known().hashes(file.parent / "none") == {}
