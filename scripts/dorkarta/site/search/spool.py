"""The stubs of a whole site on their way to their indexes: written one after another into one file."""

import hashlib
import threading
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import IO, NamedTuple

from dorkarta.pages.findable import Findable
from dorkarta.site.search.places import Extent, Home, home_of
from dorkarta.site.search.stub import stub


class _Span(NamedTuple):
    """Where a stub stands in the file."""

    start: int
    length: int
    digest: bytes


class Spool:
    """Keeps stubs out of memory until it is known which index each belongs to."""

    def __init__(self, file: IO[bytes]) -> None:
        """Write into a file that nobody else uses."""
        self._file = file
        self._turn = threading.Lock()
        self._spans: defaultdict[Home, list[_Span]] = defaultdict(list)
        self._extents: defaultdict[Home, Extent] = defaultdict(Extent)
        self._end = 0

    @property
    def extents(self) -> Mapping[Home, Extent]:
        """How much there is in each home."""
        return self._extents

    def add(self, findable: Findable) -> None:
        """Write the stub of something."""
        data = stub(findable).encode()
        home = home_of(findable)
        self._spans[home].append(_Span(self._end, len(data), hashlib.blake2b(data, digest_size=16).digest()))
        self._extents[home].add(findable)
        self._end += self._file.write(data)

    def key(self, homes: Iterable[Home], *, made_with: str) -> str:
        """Changes when any stub of these homes does, or their order, or what makes an index of them."""
        digest = hashlib.blake2b(made_with.encode(), digest_size=16)
        digest.update(b"".join(span.digest for span in self._of(homes)))
        return digest.hexdigest()

    def unroll(self, homes: Iterable[Home], folder: Path) -> None:
        """Write the stubs of these homes as files, in the order in which they came."""
        folder.mkdir(parents=True)
        for number, span in enumerate(self._of(homes), start=1):
            (folder / f"{number:07}.html").write_bytes(self._read(span))

    def _of(self, homes: Iterable[Home]) -> list[_Span]:
        return sorted(span for home in homes for span in self._spans[home])

    def _read(self, span: _Span) -> bytes:
        with self._turn:
            self._file.seek(span.start)
            return self._file.read(span.length)
