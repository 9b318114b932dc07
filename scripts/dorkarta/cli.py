"""The command `dorkarta`."""

import gc
import sys
import tempfile
import traceback
from pathlib import Path

from dorkarta.commands.again import told_again


def main() -> None:
    """Run the command; what nobody foresaw is told in two lines, its trace is kept for us in a file."""
    try:
        if (code := told_again(sys.argv[1:])) is not None:
            sys.exit(code)
        gc.set_threshold(50_000, 20, 100)  # records are many small things that live to the end: little is garbage
        from dorkarta.app import app  # noqa: PLC0415  # what reads options takes longer to load than an answer to tell

        app()
    except Exception:  # noqa: BLE001  # the last resort: an editor never sees a trace
        trace = Path(tempfile.gettempdir()) / "dorkarta-trace.txt"
        trace.write_text(traceback.format_exc(), "utf-8")
        print(f"Внутренняя ошибка программы. Опубликованный сайт не тронут. Подробности: {trace}", file=sys.stderr)
        sys.exit(70)
