"""The forms in which changes are told, by the names that the command knows."""

from collections.abc import Callable, Mapping
from typing import Final

from dorkarta.history.change import ChangeSet
from dorkarta.history.markdown import markdown
from dorkarta.history.telling import json, text

WRITERS: Final[Mapping[str, Callable[[ChangeSet], str]]] = {"text": text, "markdown": markdown, "json": json}
