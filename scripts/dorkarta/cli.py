"""The command `dorkarta`: its parts put together."""

import sys
import tempfile
import traceback
from pathlib import Path

import typer

from dorkarta.commands.build import build, serve
from dorkarta.commands.check import check
from dorkarta.commands.deadline import deadline
from dorkarta.commands.diff import diff
from dorkarta.commands.export import export
from dorkarta.commands.fix import fix
from dorkarta.commands.link import link
from dorkarta.commands.new import new
from dorkarta.commands.report_read import report_read
from dorkarta.commands.schema import schema
from dorkarta.console.usage import Commands

app = typer.Typer(
    cls=Commands,
    help="Дорожные карты поддержки школ: проверка записей и сборка сайта.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for command in (check, fix, build, serve, diff, export, deadline, report_read, schema, link):
    app.command()(command)
app.add_typer(new, name="new")


def main() -> None:
    """Run the command; what nobody foresaw is told in two lines, its trace is kept for us in a file."""
    try:
        app()
    except Exception:  # noqa: BLE001  # the last resort: an editor never sees a trace
        trace = Path(tempfile.gettempdir()) / "dorkarta-trace.txt"
        trace.write_text(traceback.format_exc(), "utf-8")
        print(f"Внутренняя ошибка программы. Опубликованный сайт не тронут. Подробности: {trace}", file=sys.stderr)
        sys.exit(70)
