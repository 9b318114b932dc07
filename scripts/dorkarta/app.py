"""The commands of `dorkarta` put together; only the one that is called is imported."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any, Final

import typer

from dorkarta.console.usage import Commands

_COMMANDS: Final[Mapping[str, str]] = {
    "check": "check",
    "fix": "fix",
    "build": "build",
    "serve": "build",
    "diff": "diff",
    "export": "export",
    "deadline": "deadline",
    "report-read": "report_read",
    "schema": "schema",
    "link": "link",
    "new": "new",
}
"""Every command with its module, in the order of the help."""


class _Dorkarta(Commands):
    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002  # the same in whatever context
        """The names of the commands."""
        return list(_COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002  # as above
        """A command, imported when it is asked for."""
        return _command(cmd_name) if cmd_name in _COMMANDS else None


def _command(name: str) -> Any:
    made = getattr(import_module(f"dorkarta.commands.{_COMMANDS[name]}"), name.replace("-", "_"))
    part = typer.Typer(pretty_exceptions_enable=False, rich_markup_mode=None)
    if isinstance(made, typer.Typer):
        part.add_typer(made, name=name)
    else:
        part.command(name)(made)
    return typer.main.get_group(part).commands[name]


app = typer.Typer(
    cls=_Dorkarta,
    help="Дорожные карты поддержки школ: проверка записей и сборка сайта.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.callback()
def _together() -> None:
    """Nothing happens before a command; but without this typer would take the parts for one command."""
