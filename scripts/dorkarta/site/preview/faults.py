"""What is said when a page, the prose or the theme could not be made into anything; never a trace."""

import tempfile
import traceback
from pathlib import Path
from typing import Final

from jinja2 import TemplateSyntaxError

from dorkarta.diagnostic import Severity
from dorkarta.site.assembling import ASSEMBLY_ERRORS
from dorkarta.site.preview.remark import Remark

_TEMPLATE: Final = ".html"
TRACE: Final = "dorkarta-trace.txt"
"""Where the trace of what nobody foresaw is kept for us, among temporary files."""


class MendableError(Exception):
    """Something that the editor can mend; the message says what."""


def fault_remark(fault: Exception, *, what: str, project: Path) -> Remark:
    """A fault in words.

    Arguments:
        fault: What was raised.
        what: What could not be made: «Страница «roadmaps/»».
        project: The folder that places are told in.
    """
    return Remark(severity=Severity.ERROR, text=f"ошибка: {what}: {_cause(fault, project)}")


def _cause(fault: Exception, project: Path) -> str:
    if isinstance(fault, (MendableError, *ASSEMBLY_ERRORS)):
        return str(fault)
    if (place := _place(fault, project)) is not None:
        return f"шаблон не заполнен. {fault}\n --> {place}"
    trace = Path(tempfile.gettempdir()) / TRACE
    trace.write_text("".join(traceback.format_exception(fault)), "utf-8")
    return f"сделать не удалось. Сначала исправьте записи; если они в порядке, подробности – в файле {trace}"


def _place(fault: Exception, project: Path) -> str | None:
    """The line of the template that failed, if one did; Jinja leads traces back to it."""
    if isinstance(fault, TemplateSyntaxError) and fault.filename:
        return f"{_inside(fault.filename, project)}:{fault.lineno}"
    steps = [step for step in traceback.extract_tb(fault.__traceback__) if step.filename.endswith(_TEMPLATE)]
    return f"{_inside(steps[-1].filename, project)}:{steps[-1].lineno}" if steps else None


def _inside(file: str, project: Path) -> str:
    path = Path(file)
    return path.relative_to(project).as_posix() if path.is_relative_to(project) else file
