"""One index of Pagefind: a folder of small pages becomes a bundle."""

import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Final

from pagefind_bin import get_executable

from dorkarta import fingerprint

_OPTIONS: Final = ("--force-language", "ru", "--quiet")
_RUNTIME: Final = ("pagefind.js", "pagefind-worker.js", "wasm.*.pagefind")
"""What runs in the browser; an index that is merged into another one needs none of its own."""
_FACES: Final = ("*-ui.*", "pagefind-highlight.js", "pagefind-*-ui*")
"""Pagefind's own interfaces; the site has one of its own."""


class SearchError(RuntimeError):
    """Pagefind refused; its words are the message."""


def build_index(stubs: Path, bundle: Path, *, merged: bool = False) -> None:
    """Index a folder of stubs into a bundle.

    Arguments:
        stubs: The folder of small pages; results that are equally good stand in the order of their names.
        bundle: Where the index is written.
        merged: Whether it will be merged into another one, so that nothing that runs is needed beside it.

    Raises:
        SearchError: the indexer failed.
    """
    shutil.rmtree(bundle, ignore_errors=True)
    done = subprocess.run(  # noqa: S603  # the locked Pagefind with our own arguments
        [get_executable(), "--site", stubs, "--output-path", bundle, *_OPTIONS],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SearchError((done.stderr or done.stdout).strip())
    for pattern in (*_FACES, *(_RUNTIME if merged else ())):
        for unused in bundle.glob(pattern):
            unused.unlink()


@cache
def tool_key() -> str:
    """Changes when another Pagefind, or one told otherwise, makes another index of the same stubs."""
    return f"{fingerprint.of_libraries('pagefind', 'pagefind_bin')} {' '.join(_OPTIONS)}"
