"""Wrong use of a command, told in Russian: typer speaks English only."""

import re
import sys
from collections.abc import Sequence
from typing import Any, Final

from typer.core import TyperGroup
from typer.exceptions import Abort, TyperException

from dorkarta.text import nearest

WRONG_USE: Final = 2
"""The exit code of a command that was not understood."""


class Commands(TyperGroup):
    """A group of commands that explains in Russian what it was called wrongly with."""

    def main(self, args: Sequence[str] | None = None, **options: Any) -> Any:  # type: ignore[override]  # only named ones are ever given
        """Run a command and end the program with its exit code."""
        options["standalone_mode"] = False
        try:
            code = super().main(args, **options)
        except TyperException as error:
            print(in_russian(error), file=sys.stderr)
            code = error.exit_code
        except Abort:
            print("Прервано.", file=sys.stderr)
            code = 130
        sys.exit(code)


def in_russian(error: TyperException) -> str:
    """What was wrong with the call; the classes of the errors are typer's own, so their names tell them apart."""
    kind = type(error).__name__
    context = getattr(error, "ctx", None)
    if kind == "NoArgsIsHelpError":
        return error.format_message()
    help_line = f"\nСправка: {context.command_path} --help" if context else ""
    return f"{_message(kind, error, context)}{help_line}"


def _message(kind: str, error: TyperException, context: Any) -> str:
    if kind == "NoSuchOption":
        option = str(getattr(error, "option_name", ""))
        known = [name for each in context.command.params for name in each.opts] if context else []
        return f"Параметра «{option}» нет.{_perhaps(option, known)}"
    if kind == "MissingParameter":
        return f"Не указано: {_name(error)}. {_wanted(error)}".rstrip()
    if kind == "BadParameter":
        return f"Значение не подходит: {_name(error)}. {_wanted(error)}".rstrip()
    if kind == "BadOptionUsage":
        option = str(getattr(error, "option_name", ""))
        takes_none = "does not take" in error.message
        return f"У параметра «{option}» {'не бывает значения' if takes_none else 'нет значения'}."
    if match := re.fullmatch(r"No such command '(.*)'\..*", error.message, re.DOTALL):
        return f"Команды «{match[1]}» нет.{_perhaps(match[1], context.command.list_commands(context))}"
    if match := re.fullmatch(r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)", error.message, re.DOTALL):
        return f"Лишнее в команде: {match[1]}."
    if error.message == "Missing command.":
        return "Не указана команда."
    return f"Команда не понята: {error.format_message()}"


def _perhaps(word: str, known: Any) -> str:
    near = nearest(word, known)
    return f" Возможно, «{near}»?" if near else ""


def _name(error: TyperException) -> str:
    """The option, or the argument as the line of usage calls it."""
    parameter = getattr(error, "param", None)
    if parameter is None:
        return "параметр"
    if parameter.param_type_name == "option":
        return str(parameter.opts[0])
    return str(parameter.metavar or parameter.name.upper())


def _wanted(error: TyperException) -> str:
    """What the help says about the parameter, since it tells what is right there."""
    return str(getattr(getattr(error, "param", None), "help", None) or "")
