"""A rule on each text by itself; all of them look at the texts of the records in one walk."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from dorkarta.checks.rule import Finding, Reach, Requirement, at
from dorkarta.diagnostic import Diagnostic, Place
from dorkarta.model.base import Model
from dorkarta.records.corpus import Corpus
from dorkarta.records.files import RecordFile
from dorkarta.records.lexicon import Lexicon, territory_of
from dorkarta.records.lineage import COUNTRY
from dorkarta.records.texts import TextKind, all_texts, words_of
from dorkarta.records.walk import Path
from dorkarta.spelling.outline import Outline, Signs
from dorkarta.spelling.slip import Known


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """A text where it stands, with what its territory knows."""

    file: RecordFile
    path: Path
    words: str
    lexicon: Lexicon

    @property
    def place(self) -> Place:
        """Where it begins."""
        return at(self.file.file, self.file.marks.at(self.path))

    @property
    def territory(self) -> str:
        """Whose words it uses."""
        return territory_of(self.file)

    @property
    def known(self) -> Known:
        """What is known there."""
        return self.lexicon.known(self.territory)


@dataclass(frozen=True, kw_only=True, slots=True)
class TextRule(Requirement):
    """A demand that every text meets by itself."""

    signs: Signs
    """What the outline of a text shows that can break it; most texts show nothing of the kind."""
    judge: Callable[[Passage], Iterator[Finding]]
    """The breaches in a text; equal texts of records of one kind and one territory are judged alike."""
    everywhere: bool = False
    """Whether it also looks at what people do not read as text: numbers, ids, explanations."""
    once: bool = False
    """Whether the same breach is told once in a file."""
    reach: ClassVar[Reach] = Reach.FILE
    """It judges each text by itself."""
    asks_all: bool = False
    """Whether it asks what words the other records hold."""

    def find(self, corpus: Corpus) -> Iterator[Finding]:
        """Every breach of this rule alone."""
        texts = Texts((self,), Lexicon(corpus=corpus))
        return (finding for file in corpus.files for _, finding in texts.findings(file))


class Texts:
    """Judges the texts of one file after the other by some rules; those of most files break none."""

    def __init__(self, rules: tuple[TextRule, ...], lexicon: Lexicon) -> None:
        self._rules = rules
        self._lexicon = lexicon
        self._seen: set[str] = set()
        self._concerned: dict[str, tuple[TextRule, ...]] = {}
        """By the text: the rules that it could break, where there are some."""
        self._asking: set[str] = set()
        """Those that a rule could break that asks what words the other records hold."""
        self._territory = COUNTRY
        self._sound: dict[tuple[type[Model] | None, bool], set[str]] = defaultdict(set)
        """The texts of the territory that break no rule, by the model and by whether people read them."""

    def broken(self, file: RecordFile) -> Iterator[Diagnostic]:
        """Every breach in a file."""
        return (rule.told(finding) for rule, finding in self.findings(file))

    def findings(self, file: RecordFile) -> Iterator[tuple[TextRule, Finding]]:
        """Every breach in a file with its rule, in the order of the texts."""
        if file.content is None:
            return
        if self._territory != territory_of(file):
            self._territory = territory_of(file)
            self._sound.clear()
        read, signs = words_of(file.content)
        self._look_at((read | signs) - self._seen)
        are_sound = [self._are_sound(file, words, is_read=words is read) for words in (read, signs)]
        if not all(are_sound):
            yield from self._placed(file)

    def asks_all(self, file: RecordFile) -> bool:
        """Whether something in a file that was judged may be judged otherwise with other words in other files."""
        return (
            bool(self._asking) and file.content is not None and not self._asking.isdisjoint(words_of(file.content)[0])
        )

    def _look_at(self, texts: Iterable[str]) -> None:
        """Find out by their outlines which rules new texts could break."""
        listed = list(texts)
        outline = Outline(listed)
        for rule in self._rules:
            for index in outline.showing(rule.signs):
                self._concerned[listed[index]] = (*self._concerned.get(listed[index], ()), rule)
                if rule.asks_all:
                    self._asking.add(listed[index])
        self._seen.update(listed)

    def _are_sound(self, file: RecordFile, texts: set[str], *, is_read: bool) -> bool:
        """Whether texts break no rule, wherever in the file they stand."""
        sound = self._sound[file.model, is_read]
        asked = (texts & self._concerned.keys()) - sound
        broken = {words for words in asked if any(self._judged(file, (), words, is_read=is_read))}
        sound |= asked - broken
        return not broken

    def _placed(self, file: RecordFile) -> Iterator[tuple[TextRule, Finding]]:
        told: set[str] = set()
        for path, words, kind in all_texts(type(file.content), file.content) if file.content else ():
            is_read = kind is not TextKind.SIGN
            if words in self._concerned and words not in self._sound[file.model, is_read]:
                for rule, finding in self._judged(file, path, words, is_read=is_read):
                    if not rule.once or finding.message not in told:
                        told.add(finding.message)
                        yield rule, finding

    def _judged(self, file: RecordFile, path: Path, words: str, *, is_read: bool) -> Iterator[tuple[TextRule, Finding]]:
        passage = Passage(file=file, path=path, words=words, lexicon=self._lexicon)
        for rule in self._concerned[words]:
            if is_read or rule.everywhere:
                for finding in rule.judge(passage):
                    yield rule, finding
