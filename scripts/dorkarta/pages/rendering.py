"""View models → HTML, by the templates of the theme."""

import hashlib
from collections.abc import Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Final

import orjson
from jinja2 import FileSystemBytecodeCache, FileSystemLoader, StrictUndefined

from dorkarta import fingerprint
from dorkarta.addresses import root_of
from dorkarta.pages import compiling, template_code, template_names, template_values
from dorkarta.pages.compiling import PlainEnvironment, html
from dorkarta.pages.edition import Edition
from dorkarta.pages.markup import Terms, joined, prose, words
from dorkarta.pages.page import Block, Page, TocEntry
from dorkarta.records import naming
from dorkarta.text import digits

_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "NOTE_TITLES": {kind.value: title for kind, title in naming.NOTE_TITLES.items()},
    "FIELD_TITLES": naming.FIELD_TITLES,
}


class Renderer:
    """Renders blocks and the slots of pages; autoescape is on, an unknown name is an error."""

    def __init__(self, templates: Path, *, cache: Path | None = None) -> None:
        """Without a cache, templates are compiled anew."""
        self._templates = templates
        self._known = Terms({})
        self._environment = PlainEnvironment(
            loader=FileSystemLoader(templates),
            bytecode_cache=_bytecode_in(cache) if cache else None,
            autoescape=True,
            auto_reload=False,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters["terms"] = self._terms
        self._environment.filters["digits"] = digits
        self._environment.filters["prose"] = prose
        self._environment.filters["words"] = words
        self._environment.filters["join"] = joined
        self._environment.filters["round"] = round
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
        self._known = _terms_of(tuple(block.abbreviations.items()))
        root = root_of(url)
        return self._environment.get_template(block.template).render(view=block.view, root="" if root == "./" else root)

    def _terms(self, text: Any) -> Any:
        """A text with the first of each abbreviation of the page marked; what is no text (nothing, markup) passes."""
        return self._known.mark(text) if type(text) is str else text

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
        return {
            "head": head,
            "topic": html(page.title),
            "toc": self.toc(page.toc),
            "content": self.block(page, page.url),
            "address": html(address or ""),
        }


@lru_cache(maxsize=256)
def _terms_of(abbreviations: tuple[tuple[str, str], ...]) -> Terms:
    """Pages of a territory have the same ones."""
    return Terms(dict(abbreviations))


def _bytecode_in(cache: Path) -> FileSystemBytecodeCache:
    """Compiled templates, apart for whatever compiles them: Jinja, our writer of code, the settings of this module."""
    ours = (compiling, template_code, template_names, template_values)
    code = "".join(Path(each).read_text("utf-8") for each in (__file__, *(str(module.__file__) for module in ours)))
    made_with = f"{fingerprint.of_libraries('jinja2', 'markupsafe')} {code}"
    folder = cache / fingerprint.of_text(made_with, size=8)
    folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder))
