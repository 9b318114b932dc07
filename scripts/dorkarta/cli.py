"""The command `dorkarta`."""

import gc
import os
import sys
import tempfile
import traceback
from contextlib import suppress
from pathlib import Path

from dorkarta.commands.again import told_again


def main() -> None:
    """Run the command, and leave without taking apart all that it made: of a region that takes a second."""
    code = _done()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # who listened has left
            stream.flush()
    os._exit(code)


def _done() -> int:
    """The exit code; what nobody foresaw is told in two lines, its trace is kept for us in a file."""
    try:
        if (code := told_again(sys.argv[1:])) is not None:
            return code
        gc.set_threshold(50_000, 20, 100)  # records are many small things that live to the end: little is garbage
        from dorkarta.app import app  # noqa: PLC0415  # what reads options takes longer to load than an answer to tell

        app()
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else int(left.code is not None)
    except Exception:  # noqa: BLE001  # the last resort: an editor never sees a trace
        trace = Path(tempfile.gettempdir()) / "dorkarta-trace.txt"
        trace.write_text(traceback.format_exc(), "utf-8")
        print(f"Внутренняя ошибка программы. Опубликованный сайт не тронут. Подробности: {trace}", file=sys.stderr)
        return 70
    return 0
