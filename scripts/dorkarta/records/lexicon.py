"""The words that the records know: what spelling looks things up in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from dorkarta.model.practice import Practice
from dorkarta.records.corpus import Corpus, body_names
from dorkarta.records.files import RecordFile
from dorkarta.records.lineage import COUNTRY, lineage
from dorkarta.records.texts import free_texts
from dorkarta.spelling.slip import Known
from dorkarta.text import perhaps

_WORD: Final = re.compile(r"[а-яё]+(?:-[а-яё]+)*")
_CAPITALS: Final = re.compile(r"[А-ЯЁ]{2,}")


@dataclass(frozen=True, kw_only=True, eq=False)
class Lexicon:
    """What is known where; the words of all texts are gathered only when somebody asks for one."""

    corpus: Corpus

    def known(self, territory: str) -> Known:
        """What a territory knows, with all that holds for its region and the country."""
        if territory not in self._known:
            self._known[territory] = Known(
                abbreviations=frozenset(self._abbreviations(territory)),
                names=frozenset(self._names(territory)),
                words=self,
            )
        return self._known[territory]

    @cached_property
    def _known(self) -> dict[str, Known]:
        return {}

    def _abbreviations(self, territory: str) -> Iterator[str]:
        for short in self.corpus.abbreviations(territory):
            yield from (short, *short.split())

    def _names(self, territory: str) -> Iterator[str]:
        above = set(lineage(territory))
        bodies = (name for each in self.corpus.bodies if each.territory in above for name in body_names(each.content))
        forms = (name for each in self.corpus.forms for name in (each.title, *each.aliases))
        audiences = (name for each in self.corpus.audiences for name in (each.title, *each.aliases))
        for name in (*bodies, *forms, *audiences):
            yield from _CAPITALS.findall(name)

    def perhaps(self, short: str) -> str | None:
        """The hint on an abbreviation that is explained somewhere and like an unknown one; asked again and again."""
        if short not in self._hints:
            self._hints[short] = perhaps(short, self._explained)
        return self._hints[short]

    @cached_property
    def _hints(self) -> dict[str, str | None]:
        return {}

    @cached_property
    def _explained(self) -> tuple[str, ...]:
        territories = (COUNTRY, *self.corpus.territories)
        return tuple(each.content.short for path in territories for each in self.corpus.own_abbreviations(path))

    def __contains__(self, word: object) -> bool:
        return word in self._words

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(
            word
            for file in self.corpus.files
            if file.content is not None
            for _, text in free_texts(type(file.content), file.content)
            for word in _WORD.findall(text.lower())
        )


def territory_of(file: RecordFile) -> str:
    """Whose words a file uses; a practice names its territory itself."""
    return file.content.territory if isinstance(file.content, Practice) else file.territory
