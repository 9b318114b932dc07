"""What a check says of a whole project; as long as nothing has changed, the last one is told again without a look."""

import datetime
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import orjson

from dorkarta import fingerprint
from dorkarta.diagnostic import Diagnostic, Excerpt, Place, Severity
from dorkarta.filehashes import Known
from dorkarta.records.folders import PROSE, RECORDS
from dorkarta.replacing import put
from dorkarta.site.folders import CONFIGURATION

if TYPE_CHECKING:
    from dorkarta.records.corpus import Corpus

_FOLDER: Final = Path(".cache", "checks")
"""Below the project; it may be deleted at any time."""
_VERDICT: Final = _FOLDER / "verdict.json"

_MOST: Final = 10_000_000
"""Characters of lines that are kept with problems; a damaged file may be one long line with thousands of them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """All that is wrong with a project, and what its check prints beside it."""

    problems: tuple[Diagnostic, ...]
    debts: tuple[Diagnostic, ...]
    """Old debt: known warnings that do not count."""
    summary: str
    """What was checked, in numbers."""
    site_url: str
    """The address of the site, which has a page for every rule."""


def verdict_of(
    project: Path, *, as_of: datetime.date, base: "Corpus | None" = None, corpus: "Corpus | None" = None
) -> Verdict:
    """The verdict of a day: the last one, if it was on the same files, else a new one, which is kept.

    Arguments:
        project: The folder of `mkdocs.yml`.
        as_of: The day.
        base: The records of a base revision, for the rules on changes.
        corpus: The records, where they are read already.

    Files that change while they are checked are not those that the verdict is on, so then it is not kept. With the
    records of a base revision it is always a new one.
    """
    if base is not None:
        return _judged(project, as_of, base, corpus)
    known = _known(project)
    key = _key(project, as_of, known)
    verdict = _kept(project, key)
    if verdict is None:
        verdict = _judged(project, as_of, None, corpus)
        if _key(project, as_of, known) == key:
            _keep(project, key, verdict)
    known.save()
    return verdict


def last_verdict(project: Path, *, as_of: datetime.date) -> Verdict | None:
    """The last verdict, if it is of that day and of the same files."""
    known = _known(project)
    verdict = _kept(project, _key(project, as_of, known))
    known.save()
    return verdict


def _known(project: Path) -> Known:
    return Known(project / _FOLDER / "files.json")


def _judged(project: Path, as_of: datetime.date, base: "Corpus | None", corpus: "Corpus | None") -> Verdict:
    from dorkarta.console.summary import summary  # noqa: PLC0415  # only a new verdict needs the records
    from dorkarta.site.checked import checked_project, site_url_of  # noqa: PLC0415  # as above

    checked = checked_project(project, as_of=as_of, base=base, corpus=corpus)
    return Verdict(
        problems=checked.problems,
        debts=checked.debts,
        summary=summary(checked.corpus, debts=len(checked.debts)),
        site_url=site_url_of(project),
    )


def _key(project: Path, as_of: datetime.date, known: Known) -> str:
    """All that a verdict follows from, in a few letters."""
    return fingerprint.of_lines(
        (
            as_of.isoformat(),
            fingerprint.of_our_code(known),
            fingerprint.of_installed(),
            known.hash_of(project / CONFIGURATION),
            fingerprint.of_files(project / RECORDS, "*.y*ml", known=known),
            fingerprint.of_files(project / PROSE, "*.md", known=known),
        )
    )


def _kept(project: Path, key: str) -> Verdict | None:
    """The verdict that is kept, if it is on the same."""
    try:
        kept = orjson.loads((project / _VERDICT).read_bytes())
        if kept["key"] != key:
            return None
        verdict = kept["verdict"]
        problems, debts = (tuple(map(_diagnostic, verdict[name])) for name in ("problems", "debts"))
        return Verdict(problems=problems, debts=debts, summary=verdict["summary"], site_url=verdict["site_url"])
    except (OSError, ValueError, LookupError, TypeError):
        return None


def _diagnostic(kept: dict[str, Any]) -> Diagnostic:
    excerpt = kept["excerpt"]
    typed = {
        "place": Place(**kept["place"]),
        "severity": Severity(kept["severity"]),
        "excerpt": Excerpt(**excerpt) if excerpt else None,
    }
    return Diagnostic(**(kept | typed))


def _keep(project: Path, key: str, verdict: Verdict) -> None:
    """Keep a verdict; where that cannot be done, the next check looks again."""
    lines = (each.excerpt.line for each in (*verdict.problems, *verdict.debts) if each.excerpt)
    if sum(map(len, lines)) <= _MOST:
        with suppress(OSError, orjson.JSONEncodeError):
            put(project / _VERDICT, orjson.dumps({"key": key, "verdict": verdict}))
