"""One file of records: what can be mended safely."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from dorkarta.fixing.deadlines import reworded
from dorkarta.fixing.deed import Deed
from dorkarta.fixing.layout import with_plain_lines, without_trailing_spaces
from dorkarta.fixing.names import with_first_names
from dorkarta.fixing.order import in_order
from dorkarta.fixing.source import Source
from dorkarta.fixing.typing_slips import spelt_prose, spelt_source
from dorkarta.history.reading import model_of
from dorkarta.model.practice import Practice
from dorkarta.model.report import Report
from dorkarta.model.roadmap import Roadmap
from dorkarta.model.system import System
from dorkarta.records.files import RecordFile
from dorkarta.records.lexicon import Lexicon, territory_of

_PARTS: Final = re.compile(
    r"(?P<opening>---[ \t]*\n)(?P<fields>.*?)(?P<closing>^---[ \t]*(?:\n|\Z))(?P<prose>.*)\Z", re.DOTALL | re.MULTILINE
)
"""A practice."""

_Step = Callable[[Source], tuple[Source, Counter[Deed]]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Wishes:
    """What is mended only when somebody asks for it, since the words of the document are truer."""

    names: bool = False
    deadlines: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Mended:
    """A file before and after."""

    file: str
    before: str
    after: str
    done: Counter[Deed]


def mend(file: RecordFile, text: str, lexicon: Lexicon, wishes: Wishes) -> Mended | None:
    """A file, mended; nothing where it cannot be read as YAML.

    Arguments:
        file: The file as it was read.
        text: What it holds, with its mark of byte order and its ends of lines.
        lexicon: What words are known.
        wishes: What is asked for besides what is safe.
    """
    model = model_of(file.file)
    whole, done = with_plain_lines(text)
    opening, fields, closing, prose = _parts(whole, is_practice=model is Practice)
    source = Source(text=fields)
    if model is None or not isinstance(source.tree.value, dict):
        return None
    territory = territory_of(file)
    known = lexicon.known(territory)
    for step in _steps(file, model, territory, lexicon, wishes):
        source, deeds = step(source)
        done += deeds
    prose, deeds = spelt_prose(prose, known)
    return Mended(file=file.file, before=text, after=f"{opening}{source.text}{closing}{prose}", done=done + deeds)


def _parts(text: str, *, is_practice: bool) -> tuple[str, str, str, str]:
    """What stands before the fields, the fields, what stands behind them, the prose."""
    if not is_practice:
        return "", text, "", ""
    match = _PARTS.match(text)
    return (match["opening"], match["fields"], match["closing"], match["prose"]) if match else ("", "", "", text)


def _steps(file: RecordFile, model: Any, territory: str, lexicon: Lexicon, wishes: Wishes) -> Iterator[_Step]:
    yield without_trailing_spaces
    yield partial(spelt_source, model=model, known=lexicon.known(territory))
    if wishes.names and model in {Roadmap, Report, System, Practice}:
        yield partial(with_first_names, corpus=lexicon.corpus, territory=territory)
    if wishes.deadlines and isinstance(file.content, Roadmap | Report):
        calendar = lexicon.corpus.school_calendar(territory)
        yield partial(reworded, period=file.content.period, calendar=calendar)
    yield partial(in_order, model=model)
