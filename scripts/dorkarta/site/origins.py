"""From what the files of the last edition were made, and which of them stand in the new one as they are."""

from dataclasses import dataclass, field

from dorkarta import addresses, fingerprint
from dorkarta.promise import FilePromise
from dorkarta.site.former import NOTHING, Former
from dorkarta.site.ledger import Ledger, Line
from dorkarta.site.scopes import Scopes
from dorkarta.site.shelf import Shelf


@dataclass(frozen=True, kw_only=True, slots=True)
class Origins:
    """What is known before anything is made: the last edition, and from what the new one will be."""

    scopes: Scopes = field(default_factory=lambda: Scopes({}, "", ""))
    former: Former = NOTHING
    """The last edition as it was published."""
    ledger: Ledger = field(default_factory=Ledger)
    """What this machine remembers of it."""

    def of_page(self, territory: str, with_what: str) -> str:
        """The hash of all that a page of a territory may be made from.

        Arguments:
            territory: What its data are of.
            with_what: What it is made with besides, such as its frame.
        """
        return fingerprint.of_text(f"{self.scopes.key(territory)} {with_what}")

    def of_file(self, territory: str | None, *, daily: bool) -> str:
        """The hash of all that a file of a territory may be made from, or one that no record tells anything."""
        return self.scopes.key(territory, daily=daily)

    def of_promise(self, promise: FilePromise) -> str:
        """The hash of all that a promised file may be made from."""
        if promise.records is not None:
            return self.scopes.key_of(promise.records)
        return self.of_file(promise.territory, daily=promise.daily)

    def unchanged_page(self, url: str, origin: str) -> Line | None:
        """What was remembered of a page of the last edition that stands there still and would be made the same."""
        line = self.ledger.line(url)
        if line is None or line.origin != origin or not self._stands(addresses.file_of(url)):
            return None
        return line

    def unchanged_file(self, address: str, origin: str) -> int | None:
        """The size of a file of the last edition that stands there still and would be made the same."""
        known, size = self.ledger.files.get(address, ("", 0))
        return size if known == origin and self._stands(address) else None

    def take(self, file: str, shelf: Shelf) -> None:
        """Let a file of the last edition stand in the new one.

        Raises:
            OSError: somebody took it away meanwhile.
        """
        shelf.take(file, self.former.sums)

    def _stands(self, file: str) -> bool:
        return file in self.former.sums and self.ledger.is_untouched(self.former.folder, file)
