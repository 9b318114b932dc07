"""The pages of the published edition, which stand in the next one as they are while nothing of them changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dorkarta import addresses
from dorkarta.site.checksums import checksum, sums_in
from dorkarta.site.manifest import ManifestError, manifest_in


@dataclass(frozen=True, kw_only=True, slots=True)
class Former:
    """An edition as it was published: from what its pages were made, and what they were."""

    folder: Path
    keys: Mapping[str, str]
    """Page → key."""
    sums: Mapping[str, str]
    """File → checksum."""

    def page(self, url: str, key: str) -> bytes | None:
        """The page at an address, if it was made from the very same and nobody touched it since."""
        if self.keys.get(url) != key:
            return None
        file = addresses.file_of(url)
        data = _read(self.folder / file)
        return data if data is not None and checksum(data) == self.sums.get(file) else None


def former_in(folder: Path) -> Former:
    """The edition that a folder holds; one whose lists are missing or changed lends no pages."""
    sums = sums_in(folder)
    data = _read(folder / addresses.MANIFEST)
    if data is None or checksum(data) != sums.get(addresses.MANIFEST):
        return NOTHING
    try:
        found = manifest_in(folder)
    except ManifestError:
        return NOTHING
    return Former(folder=folder, keys=found.pages, sums=sums) if found else NOTHING


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None


NOTHING = Former(folder=Path(), keys={}, sums={})
"""Where nothing was published yet, or nobody asked."""
