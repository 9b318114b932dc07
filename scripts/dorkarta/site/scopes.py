"""What everything of a territory is made from: the records in it, above it and inside it, and nothing else."""

import hashlib
from collections.abc import Mapping
from functools import cached_property

from dorkarta.records.corpus import COUNTRY, lineage
from dorkarta.records.kinds import REGISTRY
from dorkarta.site.sources import RECORDS


class Scopes:
    """The keys of territories: an unchanged key means that nothing changed from which its pages are made."""

    def __init__(self, records: Mapping[str, str], everywhere: str, daily: str) -> None:
        """Set up.

        Arguments:
            records: The file of a record → the hash of all that is known of it.
            everywhere: The hash of what all pages are made with.
            daily: What changes from day to day, for what tells states.
        """
        self._records = records
        self._everywhere = everywhere
        self._daily = daily
        self._keys: dict[tuple[str, bool], str] = {}

    def key(self, territory: str | None, *, daily: bool = True) -> str:
        """The key of a territory; of the country, which holds everything, it is that of all records.

        Arguments:
            territory: Its path; nothing for what is made of no records.
            daily: Whether the day matters.
        """
        if territory is None:
            return _hash(self._everywhere)
        if (territory, daily) not in self._keys:
            above = [self._own.get(each, "") for each in lineage(territory)]
            inside = [own for each, own in sorted(self._own.items()) if each.startswith(_beginning(territory))]
            parts = (self._everywhere, self._daily if daily else "", *above, "inside", *inside)
            self._keys[territory, daily] = _hash("\0".join(parts))
        return self._keys[territory, daily]

    @cached_property
    def _own(self) -> Mapping[str, str]:
        """The hash of the files of each territory itself."""
        lines: dict[str, list[str]] = {}
        for file, known in sorted(self._records.items()):
            lines.setdefault(_territory(file), []).append(f"{file}\0{known}")
        return {territory: _hash("\n".join(listed)) for territory, listed in lines.items()}


def _territory(file: str) -> str:
    """Whose folder holds a file; the registry and the practices are the country's."""
    top, _, rest = file.partition("/")
    folder = rest.rpartition("/")[0]
    return COUNTRY if top != RECORDS or folder == REGISTRY else folder


def _beginning(territory: str) -> str:
    """How the paths of all territories inside begin."""
    return f"{territory}/" if territory else ""


def _hash(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()
