"""XML walked through event by event, without a tree, whatever its size."""

from collections.abc import Callable, Mapping
from xml.parsers import expat

from dorkarta.importing.package import DAMAGED
from dorkarta.importing.trouble import UnreadableError


class Walk:
    """Handlers of events; names without their namespaces."""

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Words between."""


def walk(data: bytes, handlers: Walk) -> None:
    """Hand every event of a part to its handlers.

    Raises:
        UnreadableError: it is no XML.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = lambda name, attributes: handlers.begin(
        _local(name), {_local(key): value for key, value in attributes.items()}
    )
    parser.EndElementHandler = lambda name: handlers.end(_local(name))
    parser.CharacterDataHandler = handlers.text
    parser.buffer_text = True
    try:
        parser.Parse(data, True)  # noqa: FBT003  # its only way to say that this is all
    except (expat.ExpatError, ValueError):
        raise UnreadableError(DAMAGED) from None


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


class Each(Walk):
    """Hands every element that begins to a function."""

    def __init__(self, take: Callable[[str, Mapping[str, str]], None]) -> None:
        self._take = take

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        self._take(name, attributes)
