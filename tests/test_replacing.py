"""Files that are put in place in one step are never seen in part."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dorkarta.replacing import put, replacing


def test_a_file_and_its_folder_come_into_being(tmp_path: Path) -> None:
    """What is put holds what was said, and nothing lies beside it."""
    file = tmp_path / "some" / "folder" / "file.json"
    put(file, b"one")
    put(file, b"two")
    assert file.read_bytes() == b"two"
    assert list(file.parent.iterdir()) == [file]


def test_a_torn_file_is_never_put(tmp_path: Path) -> None:
    """Where writing fails half way, the old file stays and nothing is left behind."""
    file = tmp_path / "file.json"
    put(file, b"old")
    with pytest.raises(OSError, match="full"):
        _write_half(file)
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def _write_half(file: Path) -> None:
    with replacing(file) as fresh:
        fresh.write(b"ne")
        raise OSError("the disk is full")


def test_until_it_is_written_the_old_one_is_read(tmp_path: Path) -> None:
    """A reader meets the old file while the new one grows."""
    file = tmp_path / "file.json"
    put(file, b"old")
    with replacing(file) as fresh:
        fresh.write(b"new")
        fresh.flush()
        assert file.read_bytes() == b"old"
    assert file.read_bytes() == b"new"


def test_two_writers_do_not_mix(tmp_path: Path) -> None:
    """Of many who put the same file at once, one is read whole."""
    file = tmp_path / "file.json"
    parts = [bytes([65 + number]) * 50_000 for number in range(8)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda data: put(file, data), parts * 8))
    assert file.read_bytes() in parts
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="a superuser may write everywhere")
def test_a_read_only_folder_refuses(tmp_path: Path) -> None:
    """Where nothing may be written, whoever asked is told."""
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(PermissionError):
            put(tmp_path / "file.json", b"one")
    finally:
        tmp_path.chmod(0o755)


def test_a_file_in_the_place_of_the_folder_refuses(tmp_path: Path) -> None:
    """Whoever asked is told as well where no folder can be."""
    (tmp_path / "folder").write_text("a file")
    with pytest.raises(OSError, match="folder"):
        put(tmp_path / "folder" / "file.json", b"one")
