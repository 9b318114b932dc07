"""What something was made with, in a few letters that change when any of it does."""

import hashlib
import platform
from importlib.metadata import version
from pathlib import Path


def of_files(folder: Path, pattern: str = "*") -> str:
    """Of the files below a folder: what they are called and what they hold."""
    digest = hashlib.blake2b(digest_size=16)
    for path in sorted(each for each in folder.rglob(pattern) if each.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
        digest.update(hashlib.blake2b(path.read_bytes()).digest())
    return digest.hexdigest()


def of_our_code() -> str:
    """Of this whole package and the Python that runs it."""
    return f"{platform.python_version()} {of_files(Path(__file__).parent, '*.py')}"


def of_libraries(*names: str) -> str:
    """Of libraries, by their versions."""
    return " ".join(f"{name} {version(name)}" for name in names)
