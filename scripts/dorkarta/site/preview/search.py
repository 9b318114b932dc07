"""The search of the preview: its index is made in quiet moments, and the former one serves until then."""

import shutil
import threading
from itertools import chain
from pathlib import Path
from typing import Final

from dorkarta import addresses
from dorkarta.pages.findable import findables
from dorkarta.pages.making import promises
from dorkarta.site.assembling import findable_prose
from dorkarta.site.preview.errand import Errand, Runner
from dorkarta.site.preview.scene import Scene
from dorkarta.site.search import write_search

_QUIET: Final = 5.0
"""So many seconds nothing is saved: whoever writes should not wait for the search."""
_NICE: Final = 15


class Search:
    """An index that follows the records at a distance."""

    def __init__(self, turn: threading.RLock, folder: Path, cache: Path) -> None:
        """Set up.

        Arguments:
            turn: Held while a process is forked.
            folder: Where indexes lie while they serve.
            cache: Where they are kept from one run to the next.
        """
        self._folder = folder
        self._cache = cache
        self._runner = Runner[Path](turn, quiet=_QUIET, nice=_NICE)
        self._news = threading.Condition()
        self._site: Path | None = None
        self._number = 0
        self._failure: Exception | None = None

    def order(self, scene: Scene) -> None:
        """Let the index of a state of the site be made."""
        self._number += 1
        site = self._folder / str(self._number)
        self._runner.give(Errand(work=lambda: _written(scene, site, self._cache), then=self._serve, failed=self._fail))

    def file(self, address: str) -> Path | None:
        """A file of the index; the first time it is waited for."""
        self._runner.hurry()
        with self._news:
            self._news.wait_for(lambda: self._site or self._failure)
            if self._site is None:
                return None
            path = self._site / address
            return path if path.resolve().is_relative_to(self._site.resolve()) and path.is_file() else None

    def _serve(self, site: Path) -> None:
        with self._news:
            former, self._site, self._failure = self._site, site, None
            self._news.notify_all()
        if former is not None:
            shutil.rmtree(former, ignore_errors=True)

    def _fail(self, error: Exception) -> None:
        """What is wrong with the records is told elsewhere; the search goes on as it was."""
        with self._news:
            self._failure = error
            self._news.notify_all()


def _written(scene: Scene, site: Path, cache: Path) -> Path:
    edition = scene.edition
    (site / addresses.SEARCH_BUNDLE).mkdir(parents=True)
    headings = (promise.make().heading for promise in promises(edition))
    frames = scene.drawing.frames.values()
    prose = (findable_prose(frame, edition.settings.site_name) for frame in frames)
    titles = {path: record.content.title for path, record in edition.corpus.territories.items()}
    write_search(chain(findables(edition, headings), prose), site, cache, titles=titles)
    return site
