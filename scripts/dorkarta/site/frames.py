"""Frames: pages that MkDocs built, cut at the slots of our theme and filled again for other pages.

Every page of the navigation is the frame of the data pages below it, so a data page shows its section as
active without being known to MkDocs. Relative addresses of a frame are kept as addresses from the site's
root and get the prefix of the page that is made from it: one frame serves every depth.
"""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from dorkarta import fingerprint
from dorkarta.addresses import root_of

_SLOT = re.compile(r"<!--slot:(?P<name>\w+)-->(?P<text>.*?)<!--/slot:(?P=name)-->", re.DOTALL)
_SKIP = re.compile(r'<div data-md-component="skip">.*?</div>', re.DOTALL)
"""Material's link to the first heading of the page that MkDocs built; our theme has its own to the content."""

_ROOT: Final = "\x00"
"""Stands in a frame where the prefix to the site's root goes."""

_ATTRIBUTE = re.compile(r'(?P<before>\b(?:href|src|action|data-root)=")(?P<address>[^"]*)(?P<after>")')
_SCRIPT_BASE = re.compile(r'(?P<before>"base": ?"|"search": ?"|__md_scope=new URL\(")(?P<address>[^"]*)(?P<after>")')
"""Where Material's inline scripts hold relative addresses."""
_PATH_AND_REST = re.compile(r"([^?#]*)(.*)", re.DOTALL)
_NOT_RELATIVE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|/|#|$")


class FrameError(ValueError):
    """A page of MkDocs has not the slots that our theme promises."""


@dataclass(frozen=True)
class Frame:
    """A page cut at its slots: `pieces[0] slot[0] pieces[1] slot[1] … pieces[-1]`."""

    url: str
    pieces: tuple[str, ...]
    slots: tuple[str, ...]
    texts: tuple[str, ...]
    """What stood in the slots, for the page that MkDocs made."""

    @cached_property
    def key(self) -> str:
        """Changes when anything of the frame but the texts in its slots changes."""
        return fingerprint.of_text("\x01".join((*self.pieces, *self.slots)))

    @cached_property
    def _by_root(self) -> dict[str, tuple[str, ...]]:
        return {}

    def fill(self, url: str, slots: Mapping[str, str]) -> str:
        """The page at an address, with the given texts in the frame's slots."""
        root = root_of(url)
        if root not in self._by_root:
            self._by_root[root] = tuple(piece.replace(_ROOT, root) for piece in self.pieces)
        pieces = self._by_root[root]
        parts = [pieces[0]]
        for name, piece in zip(self.slots, pieces[1:], strict=True):
            parts += (slots[name], piece)
        return "".join(parts)

    def own(self) -> dict[str, str]:
        """The texts of the page that MkDocs made, to be filled in again after a change."""
        return {name: text.replace(_ROOT, root_of(self.url)) for name, text in zip(self.slots, self.texts, strict=True)}


def cut(html: str, url: str) -> Frame:
    """Cut a page that MkDocs built.

    Raises:
        FrameError: a slot of the theme is missing.
    """
    html = _from_root(_SKIP.sub("", html), url)
    pieces: list[str] = []
    names: list[str] = []
    texts: list[str] = []
    end = 0
    for match in _SLOT.finditer(html):
        pieces.append(html[end : match.start()])
        names.append(match["name"])
        texts.append(match["text"])
        end = match.end()
    if missing := {"head", "topic", "toc", "content"} - set(names):
        raise FrameError(f"{url}: {', '.join(sorted(missing))}")
    return Frame(url=url, pieces=(*pieces, html[end:]), slots=tuple(names), texts=tuple(texts))


def _from_root(html: str, url: str) -> str:
    folder = url.rpartition("/")[0]

    def moved(match: re.Match[str]) -> str:
        address = match["address"]
        if _NOT_RELATIVE.match(address):
            return match[0]
        return f"{match['before']}{_ROOT}{_resolve(folder, address)}{match['after']}"

    return _SCRIPT_BASE.sub(moved, _ATTRIBUTE.sub(moved, html))


def _resolve(folder: str, address: str) -> str:
    """A relative address seen from the site's root; the root itself is an empty text."""
    path, rest = _PATH_AND_REST.fullmatch(address).groups()  # type: ignore[union-attr]  # matches any text
    resolved = posixpath.normpath(posixpath.join(folder, path)) if path else folder + "/"
    if resolved == ".":
        resolved = ""
    elif path.endswith(("/", ".")) and not resolved.endswith("/"):
        resolved += "/"
    return resolved + rest
