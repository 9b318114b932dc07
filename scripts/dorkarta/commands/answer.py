"""What commands answer, apart from how their options are read."""

import datetime
import sys
from dataclasses import dataclass
from pathlib import Path

from dorkarta.console import report
from dorkarta.console.formats import FORMATS, TEXT
from dorkarta.site.asked import asked_for, is_failed
from dorkarta.site.verdict import Verdict


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """What was asked."""

    project: Path
    as_of: datetime.date
    files: tuple[Path, ...] = ()
    """Those to tell of; without any, all."""
    form: str = TEXT
    strict: bool = False
    with_debts: bool = False


def answer(question: Question, verdict: Verdict) -> int:
    """Print what was asked of a verdict, and give back the exit code.

    Raises:
        ForeignFileError: a file that was asked about is not there.
    """
    is_asked = asked_for(question.project, question.files)
    found = (*verdict.problems, *(verdict.debts if question.with_debts else ()))
    listed = [problem for problem in found if is_asked(problem.place.file)]
    if question.form == TEXT:
        report(listed, site_url=verdict.site_url, elsewhere=set(verdict.problems) - set(listed))
    else:
        sys.stdout.write(FORMATS[question.form](listed))
    if is_failed(listed, strict=question.strict):
        return 1
    if question.form == TEXT:
        print("В названных файлах ошибок нет." if question.files else verdict.summary)
    return 0


def nothing_new(site: Path, verdict: Verdict) -> int:
    """Say that there is nothing to build, and what the check said of the same records; the exit code."""
    report(verdict.problems, site_url=verdict.site_url)
    print(f"Ничего не изменилось. Сайт готов: {site}")
    return 0
