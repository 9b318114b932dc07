"""The rules that judge a roadmap or a report by itself: the files are shared out among processes."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from dorkarta.checks.clean import stands_alone
from dorkarta.checks.rule import Rule
from dorkarta.checks.text_rule import TextRule, Texts
from dorkarta.crew import shared_out
from dorkarta.diagnostic import Diagnostic
from dorkarta.records.corpus import Corpus
from dorkarta.records.files import RecordFile
from dorkarta.records.lexicon import Lexicon


class Judged(NamedTuple):
    """What the rules say of some files."""

    found: list[Diagnostic]
    unsure: list[str]
    """The names of files of which they may say something else when other files change."""


def judged_alone(
    corpus: Corpus, rules: Sequence[Rule | TextRule], files: Sequence[RecordFile], *, crew: int
) -> Iterator[Judged]:
    """What the rules say of roadmaps and reports, a portion of them at a time, and of all vocabularies.

    Other processes are at work already when this is back; the caller may do something else meanwhile.

    Arguments:
        corpus: The records.
        rules: Rules whose findings in a roadmap or a report follow from it and from vocabularies.
        files: The roadmaps and reports that are not known to be clean.
        crew: How many processes may judge at a time.
    """
    others = tuple(file for file in corpus.files if not stands_alone(file))
    of_files = [rule for rule in rules if isinstance(rule, Rule)]
    texts = Texts(tuple(rule for rule in rules if isinstance(rule, TextRule)), Lexicon(corpus=corpus))

    def judged(portion: Sequence[RecordFile], around: tuple[RecordFile, ...] = others) -> Judged:
        part, names = Corpus(files=(*around, *portion)), {file.file for file in portion}
        found = [each for rule in of_files for each in rule.check(part) if each.place.file in names]
        found += [each for file in portion for each in texts.broken(file)]
        return Judged(found, [file.file for file in portion if texts.asks_all(file)])

    answers = shared_out(judged, files, crew=crew)
    first = next(answers)  # from now on the others are at work
    return chain((first, judged(others, ())), answers)
