"""Files to take away, written beside the pages: those of the last edition where nothing of theirs changed."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dorkarta.documents.orders import PaperPromise, paper_promises
from dorkarta.documents.workshop import Workshop
from dorkarta.pages.edition import Edition
from dorkarta.site.exporting import TEMPLATES, imprint_of
from dorkarta.site.folders import Folders
from dorkarta.site.origins import Origins
from dorkarta.site.shelf import Shelf


@dataclass(frozen=True, kw_only=True)
class Papers:
    """All that files to take away are made from."""

    edition: Edition
    folders: Folders
    shelf: Shelf
    modified: Mapping[str, datetime.datetime]
    """The file of a record → its last change, as far as it is known."""
    origins: Origins
    hands: int
    """How many processes may work at a time."""

    def written(self) -> dict[str, tuple[str, int]]:
        """Write every file; the origin and the size of each by its address, in a lasting order."""
        imprint = imprint_of(self.edition.settings, self.modified)
        every = list(paper_promises(self.edition.plan, self.edition.calendar, imprint, self.folders.project))
        files: dict[str, tuple[str, int]] = {}
        missing: list[PaperPromise] = []
        for promise in every:
            origin = self.origins.of_file(promise.territory, daily=False)
            sizes = {each: self.origins.unchanged_file(each, origin) for each in promise.addresses}
            if None in sizes.values():
                missing.append(promise)
            for address, size in sizes.items() if None not in sizes.values() else ():
                self.origins.take(address, self.shelf)
                files[address] = origin, size or 0
        files.update(self._made(missing))
        return {address: files[address] for promise in every for address in promise.addresses if address in files}

    def _made(self, promises: Sequence[PaperPromise]) -> Iterator[tuple[str, tuple[str, int]]]:
        workshop = Workshop(
            templates=self.folders.project / TEMPLATES, cache=self.folders.cache / "documents", processes=self.hands
        )
        origins = {
            address: self.origins.of_file(promise.territory, daily=False)
            for promise in promises
            for address in promise.addresses
        }
        for address, data in workshop.files(order for promise in promises for order in promise.orders()):
            self.shelf.put(address, data)
            yield address, (origins[address], len(data))
