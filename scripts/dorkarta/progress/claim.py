"""What an entry of a report says about an activity, and whether that proves anything on a day."""

import datetime
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from dorkarta.deadline import Period
from dorkarta.progress.performers import is_one_of_many
from dorkarta.progress.state import Reason, State
from dorkarta.records.corpus import Corpus
from dorkarta.records.plan import Planned
from dorkarta.records.references import EntryRow
from dorkarta.records.timing import timing_of
from dorkarta.text import has_words


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """An entry as far as it concerns one activity in one territory."""

    row: EntryRow
    times: tuple[Period, ...]
    """When it was done: at each of them on some day or on all days; none where the entry does not say when."""
    doubt: Reason | None = None
    """Why it proves nothing whatever its date."""
    part: str | None = None
    """The id of the part of the activity that it names; None where it names the whole."""

    def proven(self, as_of: datetime.date) -> tuple[Period, ...]:
        """Its times that are over, if it proves anything."""
        return () if self.doubt else tuple(time for time in self.times if time.end <= as_of)

    def reason(self, as_of: datetime.date) -> Reason | None:
        """Why it does not prove what it says, or not all of it."""
        if self.doubt:
            return self.doubt
        if not self.times:
            return Reason.UNDATED
        return Reason.AHEAD if any(time.end > as_of for time in self.times) else None

    def state(self, as_of: datetime.date) -> State:
        """The state of the entry by itself, without any plan."""
        return State.DONE if self.proven(as_of) else State.DECLARED


def claim_of(corpus: Corpus, row: EntryRow, *, about: Planned | None = None, part: str | None = None) -> Claim:
    """Read an entry.

    A date beside a result or evidence proves; an entry that describes nothing and cites nothing is a plan, and so is
    one that an editor calls unproven.

    Arguments:
        corpus: All records.
        row: The entry.
        about: The activity that it tells of; without it the entry is read by itself.
        part: The part of the activity that the entry names.
    """
    entry = row.entry
    doubt = None
    if entry.unproven:
        doubt = Reason.DOUBTED
    elif not has_words(entry.description) and not entry.evidence:
        doubt = Reason.EMPTY
    elif about is not None and is_one_of_many(row.record, about):
        doubt = Reason.SOME_SCHOOLS
    return Claim(row=row, times=times_of(corpus, row), doubt=doubt, part=part)


def of_whole(claims: Sequence[Claim], parts: Collection[str], as_of: datetime.date) -> Iterator[Claim]:
    """Claims of parts without a time of their own, as claims of their whole, which is done with the last of them.

    Arguments:
        claims: What is said of the whole and of its parts.
        parts: The ids of all parts.
        as_of: The day.
    """
    done: dict[str, datetime.date] = {}
    for claim in claims:
        for time in claim.proven(as_of) if claim.part else ():
            done[claim.part or ""] = min(time.end, done.get(claim.part or "", time.end))
    last = max(done, key=lambda part: (done[part], part)) if done.keys() >= set(parts) else None
    for claim in claims:
        some = claim.part is not None and claim.part != last
        yield replace(claim, part=None, doubt=claim.doubt or (Reason.PARTS if some else None))


def times_of(corpus: Corpus, row: EntryRow) -> tuple[Period, ...]:
    """When it was, by the words of the entry; what was done «до 2 ноября» may have begun with the report's period."""
    report = row.record
    period, calendar = report.content.period, corpus.school_calendar(report.territory)
    timing = timing_of(row.entry.date, row.entry.dates, period=period, calendar=calendar)
    return tuple(
        Period(start=min(each.start, period.start) if each.limit else each.start, end=each.end)
        for each in (timing.occurrences if timing else ())
    )
