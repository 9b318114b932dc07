"""What an editor should look at in an entry of a report, in a few words; no rule, since papers often are so."""

from collections.abc import Iterator, Mapping
from typing import Final

from dorkarta.checks.evidence import Citation, citations, entry_number
from dorkarta.checks.evidence_in_time import gap, gap_words
from dorkarta.gathering import gathered
from dorkarta.model.report import Report, ReportEntry
from dorkarta.records.corpus import Corpus
from dorkarta.records.record import Record
from dorkarta.text import has_words

USUAL: Final = 30
"""So many days lie between an event and its papers without anybody wondering."""


def remarks(corpus: Corpus, report: Record[Report]) -> Mapping[str, tuple[str, ...]]:
    """By the id of an entry: «описания нет», «подтверждение на 84 дня позже»."""
    cited = [each for each in citations(corpus) if each.report.path == report.path]
    sharing = gathered((each.document.path, each) for each in cited)
    by_entry = gathered((each.entry.id, each) for each in cited)
    return {
        entry.id: (*_lacking(entry), *dict.fromkeys(_on_evidence(corpus, by_entry.get(entry.id, ()), sharing)))
        for entry in report.content.entries
    }


def _lacking(entry: ReportEntry) -> Iterator[str]:
    if not entry.date and not entry.dates:
        yield "даты нет"
    if not has_words(entry.description):
        yield "описания нет"
    if not entry.evidence:
        yield "подтверждения нет"


def _on_evidence(
    corpus: Corpus, cited: tuple[Citation, ...], sharing: Mapping[str, tuple[Citation, ...]]
) -> Iterator[str]:
    gaps = [days for each in cited if (days := gap(corpus, each)) is not None]
    if abs(farthest := max(gaps, key=abs, default=0)) > USUAL:
        yield f"подтверждение {gap_words(farthest)}"
    for each in cited:
        if each.document.content.date is None:
            yield "подтверждение без даты"
        others = [entry_number(one.entry) for one in sharing[each.document.path] if one.entry.id != each.entry.id]
        if others:
            yield f"подтверждение то же, что у {'записи' if len(others) == 1 else 'записей'} {', '.join(others)}"
