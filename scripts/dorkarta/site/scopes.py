"""What everything of a territory is made from: the records in it, above it and inside it, and nothing else."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from dorkarta import fingerprint
from dorkarta.gathering import gathered
from dorkarta.model.report import Report
from dorkarta.model.roadmap import Roadmap
from dorkarta.records.folders import RECORDS
from dorkarta.records.kinds import REGISTRY, kind_of
from dorkarta.records.lineage import COUNTRY, lineage


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
            return fingerprint.of_text(self._everywhere)
        if (territory, daily) not in self._keys:
            above = [self._own.get(each, "") for each in lineage(territory)]
            inside = [own for each, own in sorted(self._own.items()) if each.startswith(_beginning(territory))]
            parts = (self._everywhere, self._daily if daily else "", *above, "inside", *inside)
            self._keys[territory, daily] = fingerprint.of_text("\0".join(parts))
        return self._keys[territory, daily]

    def key_of(self, records: Iterable[str]) -> str:
        """The key of what is made of some roadmaps and reports, of what names mean where they are, and of nothing else.

        Arguments:
            records: Their files.
        """
        files = sorted(records)
        around = sorted({path for file in files for path in lineage(_territory(file))})
        words = (self._words.get(path, "") for path in around)
        return fingerprint.of_text("\0".join((self._everywhere, *words, *(self._line(file) for file in files))))

    @cached_property
    def _words(self) -> Mapping[str, str]:
        """The hash of the files of each territory that tell what names mean there: no roadmap, report or practice."""
        return self._hashed(file for file in self._records if file.startswith(f"{RECORDS}/") and not _is_account(file))

    @cached_property
    def _own(self) -> Mapping[str, str]:
        """The hash of the files of each territory itself."""
        return self._hashed(self._records)

    def _hashed(self, files: Iterable[str]) -> Mapping[str, str]:
        """The hash of files by territory."""
        lines = gathered((_territory(file), self._line(file)) for file in sorted(files))
        return {territory: fingerprint.of_text("\n".join(listed)) for territory, listed in lines.items()}

    def _line(self, file: str) -> str:
        return f"{file}\0{self._records.get(file)}"


def _territory(file: str) -> str:
    """Whose folder holds a file; the registry and the practices are the country's."""
    top, _, rest = file.partition("/")
    folder = rest.rpartition("/")[0]
    return COUNTRY if top != RECORDS or folder == REGISTRY else folder


def _is_account(file: str) -> bool:
    """Whether a file is a roadmap or a report, which tell nothing of what names mean."""
    kind = kind_of(file.rpartition("/")[2], in_registry=False)
    return kind is not None and kind.model in (Roadmap, Report)


def _beginning(territory: str) -> str:
    """How the paths of all territories inside begin."""
    return f"{territory}/" if territory else ""
