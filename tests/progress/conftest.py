"""What the tests of states share: an entry to make claims of."""

from collections.abc import Callable

import pytest

from dorkarta.deadline import Period
from dorkarta.progress.claim import Claim
from dorkarta.progress.state import Reason
from dorkarta.records.corpus import Corpus
from dorkarta.records.references import EntryRow

MakeClaim = Callable[..., Claim]


@pytest.fixture(scope="session")
def claim(small: Corpus) -> MakeClaim:
    """Makes what an entry of a report says: its times, why it may prove nothing, which of two reports it stands in."""
    (report,) = small.reports.values()
    rows = (EntryRow(record=report, row=0), EntryRow(record=report, row=1))

    def made(*times: Period, doubt: Reason | None = None, row: int = 0, part: str | None = None) -> Claim:
        return Claim(row=rows[row], times=times, doubt=doubt, part=part)

    return made
