"""View models → HTML, by the templates of the theme."""

import hashlib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Final

import orjson
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import escape

from dorkarta import fingerprint
from dorkarta.addresses import root_of
from dorkarta.pages.edition import Edition
from dorkarta.pages.markup import prose, terms
from dorkarta.pages.page import Block, Page, TocEntry
from dorkarta.records import naming

_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "NOTE_TITLES": {kind.value: title for kind, title in naming.NOTE_TITLES.items()},
    "FIELD_TITLES": naming.FIELD_TITLES,
}


class Renderer:
    """Renders blocks and the slots of pages; autoescape is on, an unknown name is an error."""

    def __init__(self, templates: Path) -> None:
        self._templates = templates
        self._environment = Environment(
            loader=FileSystemLoader(templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters["terms"] = terms
        self._environment.filters["prose"] = prose
        self._environment.globals.update(_WORDS)

    @cached_property
    def _tools_key(self) -> str:
        """Changes when a template does, or the words that all templates may use, or what renders."""
        libraries = fingerprint.of_libraries("jinja2", "markupsafe", "markdown-it-py")
        return " ".join((fingerprint.of_files(self._templates), fingerprint.of_our_code(), libraries, repr(_WORDS)))

    def key(self, page: Page, edition: Edition, *, frame_key: str) -> str:
        """An unchanged key is an unchanged page: the hash of all that the page is made from."""
        digest = hashlib.blake2b(digest_size=16)
        for part in (self._tools_key, frame_key, edition.settings.site_name, edition.absolute(page.url) or ""):
            digest.update(part.encode() + b"\0")
        digest.update(orjson.dumps(page, option=orjson.OPT_NON_STR_KEYS))
        return digest.hexdigest()

    def block(self, block: Block | Page, url: str) -> str:
        """The HTML of a page's or a block's content, for the page at an address."""
        root = root_of(url)
        return self._environment.get_template(block.template).render(
            view=block.view, root="" if root == "./" else root, abbreviations=block.abbreviations
        )

    def toc(self, entries: tuple[TocEntry, ...]) -> str:
        """The table of contents."""
        return self._environment.get_template("_toc.html").render(entries=entries)

    def slots(self, page: Page, edition: Edition) -> Mapping[str, str]:
        """What goes into the slots of a page's frame."""
        address = edition.absolute(page.url)
        head = self._environment.get_template("_head.html").render(
            title=page.title,
            description=page.description,
            canonical=address,
            site_name=edition.settings.site_name,
        )
        topic = self._environment.from_string("{{ title }}").render(title=page.title)
        return {
            "head": head,
            "topic": topic,
            "toc": self.toc(page.toc),
            "content": self.block(page, page.url),
            "address": str(escape(address or "")),
        }
