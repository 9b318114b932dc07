"""The rules that judge a roadmap or a report by itself: the files are shared out among processes."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final, NamedTuple

from dorkarta.checks.clean import stands_alone
from dorkarta.checks.facts import facts_of, named_by
from dorkarta.checks.rule import Reach, Rule
from dorkarta.checks.text_rule import TextRule, Texts
from dorkarta.crew import WORTH_A_CREW, shared_out
from dorkarta.diagnostic import Diagnostic
from dorkarta.model.report import Report
from dorkarta.model.roadmap import Roadmap
from dorkarta.records.corpus import Corpus
from dorkarta.records.files import RecordFile
from dorkarta.records.lexicon import Lexicon

_PORTIONS: Final = 4
"""Of each process: enough to even out what files cost, few enough to go through the vocabularies seldom."""


class Judged(NamedTuple):
    """What the rules say of some files."""

    found: list[Diagnostic]
    unsure: list[str]
    """The names of files of which they may say something else when other files change."""


def judged_alone(
    corpus: Corpus, rules: Sequence[Rule | TextRule], files: Sequence[RecordFile], *, crew: int
) -> Iterator[Judged]:
    """What the rules say of files: of roadmaps and reports a portion at a time, and of all others together.

    Other processes are at work already when this is back; the caller may do something else meanwhile.

    Arguments:
        corpus: The records.
        rules: All that reach no farther than a file with its vocabularies and what it names.
        files: Those that are not known to be clean.
        crew: How many processes may judge at a time.
    """
    others = tuple(file for file in corpus.files if not stands_alone(file))
    near = [rule for rule in rules if isinstance(rule, Rule) and rule.reach is Reach.FILE]
    far = [rule for rule in rules if isinstance(rule, Rule) and rule.reach is Reach.NAMED]
    texts = Texts(tuple(rule for rule in rules if isinstance(rule, TextRule)), Lexicon(corpus=corpus))
    reports = facts_of(corpus).reports
    roadmaps = {file.path: file for file in corpus.files if file.model is Roadmap}

    def judged(portions: Sequence[Sequence[RecordFile]]) -> Judged:
        portion = list(chain.from_iterable(portions))
        if not portion:
            return Judged([], [])
        names = {file.file for file in portion}
        part = Corpus(files=(*others, *filter(stands_alone, portion)))
        named = {path for file in portion if file.path in reports for path in named_by(file.path, reports[file.path])}
        farther = [roadmaps[path] for path in sorted(named & roadmaps.keys()) if roadmaps[path].file not in names]
        wider = Corpus(files=(*part.files, *farther)) if farther else part
        asked = chain(((rule, part) for rule in near), ((rule, wider) for rule in far))
        found = [each for rule, seen in asked for each in rule.check(seen) if each.place.file in names]
        found += [each for file in portion for each in texts.broken(file)]
        return Judged(found, [file.file for file in portion if texts.asks_all(file)])

    # Reports go together, so that only few portions look into other files.
    standing_alone = sorted(filter(stands_alone, files), key=lambda file: file.model is Report)
    answers = shared_out(judged, _portions(standing_alone, crew), crew=crew, worth=2)
    first = next(answers)  # from now on the others are at work
    return chain((first, judged([[file for file in files if not stands_alone(file)]])), answers)


def _portions(files: Sequence[RecordFile], crew: int) -> list[Sequence[RecordFile]]:
    """Files in their order, a few large portions for each process."""
    step = max(WORTH_A_CREW, len(files) // (crew * _PORTIONS) + 1)
    return [files[at : at + step] for at in range(0, len(files), step)]
