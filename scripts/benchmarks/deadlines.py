"""Deadlines read per second, beside what the standard library needs for a plain date.

    python scripts/benchmarks/deadlines.py

Prints readings per second: cached (the same cells again, as in a build) and uncached (each for the first time),
each also as a ratio to `datetime.strptime` run beside it on the same machine in the same run.
"""

import csv
import datetime
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from dorkarta.deadline import Period, read

CASES = Path(__file__).resolve().parents[2] / "tests/deadline/cases"
PERIOD = Period(start=datetime.date(2020, 9, 1), end=datetime.date(2021, 8, 31))


def expressions() -> list[str]:
    """The expressions of the golden tables."""
    found = []
    for table in sorted(CASES.glob("*.tsv")):
        rows = csv.reader(table.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE)
        found += [row[0] for row in rows if row and not row[0].startswith("#")]
    return found


def per_second(work: Callable[[str], object], cells: Iterable[str]) -> float:
    """How many cells the work does in a second."""
    listed = list(cells)
    start = time.perf_counter()
    for cell in listed:
        work(cell)
    return len(listed) / (time.perf_counter() - start)


def main() -> None:
    """Measure and print."""
    cells = list(dict.fromkeys(expressions()))
    uncached = per_second(lambda cell: read(cell, period=PERIOD), cells)
    cached = per_second(lambda cell: read(cell, period=PERIOD), cells * 100)
    plain = per_second(lambda cell: datetime.datetime.strptime(cell, "%d.%m.%Y"), ["15.12.2020"] * 50_000)  # noqa: DTZ007  # a day has no zone
    print(f"strptime   {plain:>10,.0f} в секунду")
    print(f"кэш        {cached:>10,.0f} в секунду, отношение {cached / plain:.2f}")
    print(f"без кэша   {uncached:>10,.0f} в секунду, отношение {uncached / plain:.3f}")


if __name__ == "__main__":
    main()
