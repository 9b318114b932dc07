"""What something was made with, in a few letters that change when any of it does."""

import hashlib
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from dorkarta.filehashes import Known


def of_bytes(data: bytes, *, size: int = 16) -> str:
    """Of anything, in so many bytes; each makes two letters."""
    return hashlib.blake2b(data, digest_size=size).hexdigest()


def of_text(text: str, *, size: int = 16) -> str:
    """Of a text."""
    return of_bytes(text.encode(), size=size)


def of_files(folder: Path, pattern: str = "*", *, known: Known | None = None) -> str:
    """Of the files below a folder: what they are called and what they hold.

    Arguments:
        folder: The folder.
        pattern: What their names are like.
        known: What is known of their content already.
    """
    return of_hashes((known or Known()).hashes(folder, pattern))


def of_hashes(hashes: Mapping[str, str]) -> str:
    """Of files by their names and hashes, in whatever order they come; a name may hold bytes that are no text."""
    return of_lines(f"{name}\0{known}" for name, known in sorted(hashes.items()))


def of_lines(lines: Iterable[str]) -> str:
    """Of a list of texts."""
    digest = hashlib.blake2b(digest_size=16)
    for line in lines:
        digest.update(line.encode("utf-8", "surrogateescape") + b"\n")
    return digest.hexdigest()


def of_our_code(known: Known | None = None) -> str:
    """Of this whole package and the Python that runs it."""
    return f"{_python()} {of_files(Path(__file__).parent, '*.py', known=known)}"


def of_libraries(*names: str) -> str:
    """Of libraries, by their versions."""
    from importlib.metadata import version  # noqa: PLC0415  # it takes as long to import as a warm check takes in all

    return " ".join(f"{name} {version(name)}" for name in names)


def of_installed() -> str:
    """Of all libraries that are installed: what describes one bears its version in its name."""
    folders = filter(Path.is_dir, map(Path, sys.path))
    found = {each.name for folder in folders for each in folder.iterdir() if each.suffix == ".dist-info"}
    return f"{_python()} {of_lines(sorted(found))}"


def _python() -> str:
    return ".".join(map(str, sys.version_info[:3]))
