"""How many bytes a visitor loads before the first answer of the search stands on the page."""

import gzip
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median_high
from typing import Final

from dorkarta.text import file_size

_HITS: Final = 15
"""So many of what was found is shown at first."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FirstSearch:
    """What the first search of a visit loads."""

    bytes: int
    """In the largest place that can be chosen."""
    chosen: bool
    """Whether a place is chosen first, since all of them are too much at once."""
    indexes: int
    made: int
    """So many of the indexes were made anew, the others were kept."""

    def __str__(self) -> str:
        """«Первый поиск: 165 КБ»"""
        first = "; где искать, выбирают сначала" if self.chosen else ""
        return f"Первый поиск: {file_size(self.bytes)}{first}. Указателей: {self.indexes}, заново {self.made}."


def runtime(bundle: Path) -> int:
    """What runs the search: scripts as servers compress them, and WebAssembly, which is compressed in itself."""
    scripts = (bundle / name for name in ("pagefind.js", "pagefind-worker.js"))
    return sum(len(gzip.compress(script.read_bytes(), mtime=0)) for script in scripts) + sum(
        wasm.stat().st_size for wasm in bundle.glob("wasm.ru.*")
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Weight:
    """What a search in one index loads of it, in bytes."""

    lists: int
    """Its entry, its meta and all its filters, as the page of search loads them."""
    chunk: int
    """A typical one of those that words lead to."""
    fragments: int
    """All that may be shown of what is found."""
    records: int


def weight_of(sizes: Mapping[str, int]) -> Weight:
    """The weight of an index, by the sizes of its files."""
    found: dict[str, list[int]] = {"index": [0], "fragment": [], "filter": []}
    for name, size in sizes.items():
        found.setdefault(name.rpartition("/")[0], []).append(size)
    lists = (*found["filter"], *(size for name, size in sizes.items() if name.endswith((".json", ".pf_meta"))))
    return Weight(
        lists=sum(lists),
        chunk=median_high(found["index"]),
        fragments=sum(found["fragment"]),
        records=len(found["fragment"]),
    )


def loaded(indexes: Iterable[Weight]) -> int:
    """What a search for one word loads of some indexes together."""
    found = list(indexes)
    records = sum(each.records for each in found) or 1
    shown = _HITS * sum(each.fragments for each in found) // records
    return sum(each.lists + each.chunk for each in found) + shown
