"""From what MkDocs built to the whole site: blocks into prose, data pages into frames, and all beside them."""

import datetime
import gzip
import hashlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from html import unescape
from itertools import chain
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from dorkarta import addresses
from dorkarta.calendars.feeds import feed_files
from dorkarta.documents.orders import forms, orders
from dorkarta.documents.workshop import Workshop
from dorkarta.feeds.api import api_files
from dorkarta.pages.edition import Edition
from dorkarta.pages.findable import Findable, findables
from dorkarta.pages.making import BLOCKS, make_pages
from dorkarta.pages.rendering import Renderer
from dorkarta.site import edition_day
from dorkarta.site.exporting import TEMPLATES, imprint_of
from dorkarta.site.fonts import subset_fonts
from dorkarta.site.former import NOTHING, Former
from dorkarta.site.frames import Frame, cut
from dorkarta.site.manifest import Manifest, lasting_files
from dorkarta.site.prose import MARKER, prose_pages
from dorkarta.site.redirects import redirected
from dorkarta.site.search import build_index, prose_findable, write_stubs

_TITLE: Final = re.compile(r"<title>(.*?)</title>", re.DOTALL)


@dataclass(frozen=True, kw_only=True, slots=True)
class Folders:
    """Where things lie: the project, its theme and a cache that may be deleted at any time."""

    project: Path
    theme: Path
    cache: Path


@dataclass(frozen=True, kw_only=True, slots=True)
class Made:
    """What became of the pages that records make; those of prose are always made anew."""

    rendered: frozenset[str]
    """The addresses of the pages that were made anew."""
    taken: frozenset[str]
    """Of those that are the pages of the former edition."""


def assemble(
    edition: Edition,
    site: Path,
    folders: Folders,
    *,
    modified: Mapping[str, datetime.datetime],
    former: Former = NOTHING,
) -> Made:
    """Make the whole site out of the folder that MkDocs built, in place.

    Arguments:
        edition: What the pages are made from.
        site: The folder that MkDocs built.
        folders: Where the theme and the cache lie.
        modified: The file of a record → its last change, as far as it is known.
        former: The published edition: a page of it that nothing changed is not rendered again.

    Raises:
        FrameError: the theme lacks a slot.
        SearchError: the search index could not be built.
        RedirectError: a former address leads nowhere.
    """
    edition = replace(edition, downloads=_write_downloads(edition, site, folders, modified))
    renderer = Renderer(folders.theme / "blocks")
    frames = {page.url: cut(page.html, page.url) for page in prose_pages(site)}
    pages = list(make_pages(edition))
    keys: dict[str, str] = {}
    rendered: set[str] = set()
    found: list[Findable] = list(findables(edition, pages))
    for url, frame in frames.items():
        found.append(_findable_prose(frame, edition.settings.site_name))
        keys[url] = _write_prose(edition, renderer, frame, site)
    for page in pages:
        frame = frames[page.frame]
        keys[page.url] = key = renderer.key(page, edition, frame_key=frame.key)
        html = former.page(page.url, key)
        if html is None:
            html = frame.fill(page.url, renderer.slots(page, edition)).encode()
            rendered.add(page.url)
        write(site / addresses.file_of(page.url), html)
    for url, data in feed_files(edition.plan, site_url=edition.settings.site_url, modified=modified):
        write(site / url, data)
    for address, data in redirected(edition, renderer, site):
        write(site / address, data)
    _copy_assets(site, folders)
    _write_index(found, site)
    _write_sitemap(edition, sorted(keys), site)
    write(site / addresses.EDITION_SCRIPT, edition_day.script(edition.as_of))
    redirects = {redirect.old: redirect.new for redirect in edition.corpus.redirects}
    write(site / addresses.MANIFEST, Manifest(pages=keys, files=lasting_files(site), redirects=redirects).dump())
    return Made(rendered=frozenset(rendered), taken=frozenset(page.url for page in pages) - rendered)


def write(path: Path, data: bytes) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _write_downloads(
    edition: Edition, site: Path, folders: Folders, modified: Mapping[str, datetime.datetime]
) -> dict[str, int]:
    """Write the API and every file to take away; pages tell their sizes."""
    imprint = imprint_of(edition.settings, modified)
    workshop = Workshop(
        templates=folders.project / TEMPLATES, cache=folders.cache / "documents", processes=os.cpu_count() or 1
    )
    sizes = {}
    for address, data in chain(
        api_files(edition.execution),
        workshop.files(orders(edition.plan, edition.calendar, imprint, folders.project)),
        forms(edition.plan, imprint),
    ):
        write(site / address, data)
        sizes[address] = len(data)
    return sizes


def _write_prose(edition: Edition, renderer: Renderer, frame: Frame, site: Path) -> str:
    """Fill the blocks of a page of prose, write it and return its key."""
    slots = frame.own()
    names = [match["name"] for match in MARKER.finditer(slots["content"])]
    blocks = {name: BLOCKS[name](edition) for name in names}
    slots["content"] = MARKER.sub(lambda match: renderer.block(blocks[match["name"]], frame.url), slots["content"])
    if toc := tuple(entry for block in blocks.values() for entry in block.toc):
        slots["toc"] = renderer.toc(toc)
    html = frame.fill(frame.url, slots).encode()
    write(site / addresses.file_of(frame.url), html)
    return hashlib.blake2b(html, digest_size=16).hexdigest()


def _findable_prose(frame: Frame, site_name: str) -> Findable:
    own = frame.own()
    title = _TITLE.search(own["head"])
    name = unescape(title[1]).removesuffix(f" – {site_name}") if title else frame.url
    return prose_findable(frame.url, name, unescape(own["content"]))


def _copy_assets(site: Path, folders: Folders) -> None:
    target = site / addresses.ASSETS
    shutil.copytree(folders.theme / "assets", target, dirs_exist_ok=True)
    subset_fonts(target / "fonts", folders.cache / "fonts")


def _write_index(found: list[Findable], site: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="dorkarta-search-") as folder:
        stubs = Path(folder)
        write_stubs(found, stubs)
        build_index(stubs, site / addresses.SEARCH_BUNDLE)


def _write_sitemap(edition: Edition, urls: list[str], site: Path) -> None:
    """Replace MkDocs' sitemap, which knows only the prose and carries the date of the build."""
    xml = "".join(_sitemap(edition, urls)).encode()
    write(site / "sitemap.xml", xml)
    write(site / "sitemap.xml.gz", gzip.compress(xml, mtime=0))


def _sitemap(edition: Edition, urls: list[str]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    for url in urls:
        if (address := edition.absolute(url)) is not None:
            yield f"<url><loc>{escape(address)}</loc></url>\n"
    yield "</urlset>\n"
