"""From what MkDocs built to the whole site: blocks into prose, data pages into frames, and all beside them.

What was made from the very same in the last edition is taken from there; the rest is shared among processes.
"""

import datetime
import gzip
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from itertools import chain
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from dorkarta import addresses, crew
from dorkarta.calendars.feeds import feed_promises
from dorkarta.feeds.api import api_promises
from dorkarta.pages.edition import Edition
from dorkarta.pages.findable import Findable, findables
from dorkarta.pages.page import Heading
from dorkarta.pages.rendering import Renderer
from dorkarta.promise import FilePromise
from dorkarta.site import edition_day
from dorkarta.site.drawing import Drawing, Job
from dorkarta.site.folders import Folders
from dorkarta.site.fonts import subset_fonts
from dorkarta.site.frames import Frame, FrameError, cut
from dorkarta.site.ledger import Line
from dorkarta.site.manifest import Manifest, lasting_files
from dorkarta.site.origins import Origins
from dorkarta.site.prose import prose_pages
from dorkarta.site.redirects import RedirectError, redirected
from dorkarta.site.request import Part
from dorkarta.site.search import FirstSearch, SearchError, prose_findable, write_search
from dorkarta.site.shelf import Shelf
from dorkarta.site.stages import Stages, unmeasured

_TITLE: Final = re.compile(r"<title>(.*?)</title>", re.DOTALL)

ASSEMBLY_ERRORS: Final = (FrameError, SearchError, RedirectError)
"""What the theme, the redirects or the search refuse; their message says why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Made:
    """What became of a site, for the ledger and for who built it."""

    rendered: frozenset[str]
    """The addresses of the data pages that were made anew; those of prose with blocks are not counted."""
    taken: frozenset[str]
    """Of those that are the pages of the former edition."""
    pages: Mapping[str, Line]
    files: Mapping[str, tuple[str, int]]
    """Of the API, of calendars and to take away: origin and size."""
    search: FirstSearch | None = None
    """What the first search of a visitor loads; nothing where the search was left out."""

    @property
    def summary(self) -> str:
        """What the one who builds is told."""
        pages = f"Страниц из записей: {len(self.rendered) + len(self.taken)}, заново {len(self.rendered)}."
        return f"{pages}\n{self.search}" if self.search else pages


@dataclass(frozen=True, kw_only=True)
class Assembly:
    """All that a site is put together from."""

    edition: Edition
    folders: Folders
    framework: Path
    """The folder that MkDocs built."""
    shelf: Shelf
    modified: Mapping[str, datetime.datetime]
    """The file of a record → its last change, as far as it is known."""
    origins: Origins = field(default_factory=Origins)
    without: frozenset[Part] = frozenset()
    stages: Stages = field(default_factory=unmeasured)
    hands: int = 1
    """How many processes may work at a time."""

    def put_together(self) -> Made:
        """Make the whole site.

        Raises:
            FrameError: the theme lacks a slot.
            SearchError: the search index could not be built.
            RedirectError: a former address leads nowhere.
        """
        self._copy_framework()
        files = {**self._write_files(), **self._write_documents()}
        edition = self.edition.with_downloads({address: size for address, (_, size) in files.items()})
        lines, rendered = self._draw(edition)
        for address, data in redirected(edition, self._renderer, self.shelf.fresh):
            self.shelf.put(address, data)
        self._copy_assets()
        data_pages = frozenset(lines.keys() - self._frames.keys())
        search = None
        if Part.SEARCH not in self.without:
            search = self._write_search(edition, (lines[url].heading for url in lines if url in data_pages))
        self._write_sitemap(sorted(lines))
        self._write_manifest({url: line.key for url, line in lines.items()})
        return Made(
            rendered=rendered & data_pages, taken=data_pages - rendered, pages=lines, files=files, search=search
        )

    @cached_property
    def _frames(self) -> Mapping[str, Frame]:
        """Every page of prose by its address, cut."""
        return {page.url: cut(page.html, page.url) for page in prose_pages(self.framework)}

    @cached_property
    def _renderer(self) -> Renderer:
        return Renderer(self.folders.theme / "blocks", cache=self.folders.cache / "templates")

    def _copy_framework(self) -> None:
        """Put what MkDocs made beside the pages of prose, which are drawn later."""
        drawn_later = {addresses.file_of(url) for url in self._frames}
        if self.framework == self.shelf.fresh:
            return
        for path in sorted(self.framework.rglob("*")):
            address = path.relative_to(self.framework).as_posix()
            if path.is_file() and address not in drawn_later:
                self.shelf.put(address, path.read_bytes())

    def _write_files(self) -> dict[str, tuple[str, int]]:
        """Write the API and the calendars; the origin and the size of every file."""
        settings = self.edition.settings
        files: dict[str, tuple[str, int]] = {}
        jobs: list[tuple[FilePromise, str]] = []
        for promise in chain(
            api_promises(self.edition.execution),
            feed_promises(
                self.edition.plan,
                site_url=settings.site_url,
                modified=self.modified,
                standing=lambda address: (self.shelf.fresh / address).read_bytes() if address in files else None,
            ),
        ):
            origin = self.origins.of_promise(promise)
            size = self.origins.unchanged_file(promise.address, origin)
            if size is None:
                jobs.append((promise, origin))
            else:
                self.origins.take(promise.address, self.shelf)
                files[promise.address] = origin, size
        if len(jobs) >= crew.WORTH_A_CREW:
            with self.stages.stage("execution"):
                self.edition.execution.units  # noqa: B018  # judged once, before the others are forked off
        for made in crew.shared_out(self._make_files, jobs, crew=self.hands):
            files.update(made.files)
            self.shelf.sums.update(made.sums)
            self.stages.add(made.spent)
        return files

    def _make_files(self, jobs: Sequence[tuple[FilePromise, str]]) -> "_MadeFiles":
        shelf, stages = self.shelf.beside(), self.stages.anew()
        files = {}
        for promise, origin in jobs:
            with stages.stage("calendars" if promise.address.startswith(addresses.FEEDS) else "api"):
                data = promise.make()
            with stages.stage("write"):
                shelf.put(promise.address, data)
            files[promise.address] = origin, len(data)
        return _MadeFiles(files=files, sums=shelf.sums, spent=stages.spent)

    def _write_documents(self) -> dict[str, tuple[str, int]]:
        """Write every file to take away; the origin and the size of each, in a lasting order."""
        if Part.DOCUMENTS in self.without:
            return {}
        from dorkarta.site.papers import Papers  # noqa: PLC0415  # what writes papers takes a quarter of a second to load

        papers = Papers(
            edition=self.edition,
            folders=self.folders,
            shelf=self.shelf,
            modified=self.modified,
            origins=self.origins,
            hands=self.hands,
        )
        with self.stages.stage("documents"):
            return papers.written()

    def _draw(self, edition: Edition) -> tuple[dict[str, Line], frozenset[str]]:
        """Write all pages, of prose and of data; their lines in a lasting order, and which were rendered."""
        drawing = Drawing(
            edition=edition,
            frames=self._frames,
            renderer=self._renderer,
            origins=self.origins,
            shelf=self.shelf,
            stages=self.stages,
        )
        lines: dict[str, Line] = {}
        jobs: list[Job] = []
        every = list(drawing.jobs())
        for job in every:
            line = self.origins.unchanged_page(job.url, job.origin)
            if line is None:
                jobs.append(job)
            else:
                self.origins.take(addresses.file_of(job.url), self.shelf)
                lines[job.url] = line
        first: list[Job] = []
        if len(jobs) >= crew.WORTH_A_CREW:
            with self.stages.stage("prepare"):
                edition.prepare()
            # The first page of each kind finds out what all of its kind ask for, before others are forked off.
            first = list({job.kind: job for job in reversed(jobs) if job.kind}.values())
        rest = [job for job in jobs if job not in first]
        rendered: set[str] = set()
        for drawn in chain([drawing.draw(first)], crew.shared_out(drawing.draw, rest, crew=self.hands)):
            lines.update(drawn.lines)
            rendered.update(drawn.rendered)
            self.shelf.sums.update(drawn.sums)
            self.stages.add(drawn.spent)
        return {job.url: lines[job.url] for job in every}, frozenset(rendered)

    def _copy_assets(self) -> None:
        assets = self.folders.theme / "assets"
        with self.stages.stage("write"):
            for path in sorted(each for each in assets.rglob("*") if each.is_file()):
                address = f"{addresses.ASSETS}{path.relative_to(assets).as_posix()}"
                self.shelf.put(address, path.read_bytes())
            subset_fonts(self.shelf.fresh / addresses.ASSETS / "fonts", self.folders.cache / "fonts")
            self.shelf.put(addresses.EDITION_SCRIPT, edition_day.script(self.edition.as_of))

    def _write_search(self, edition: Edition, headings: Iterable[Heading]) -> FirstSearch:
        prose = (findable_prose(frame, edition.settings.site_name) for frame in self._frames.values())
        with self.stages.stage("search"):
            return write_search(
                chain(findables(edition, headings), prose),
                self.shelf.fresh,
                self.folders.cache / "search",
                titles={path: record.content.title for path, record in edition.corpus.territories.items()},
                hands=self.hands,
            )

    def _write_sitemap(self, urls: list[str]) -> None:
        """Replace MkDocs' sitemap, which knows only the prose and carries the date of the build."""
        xml = "".join(_sitemap(self.edition, urls)).encode()
        self.shelf.put("sitemap.xml", xml)
        self.shelf.put("sitemap.xml.gz", gzip.compress(xml, mtime=0))

    def _write_manifest(self, keys: Mapping[str, str]) -> None:
        redirects = {redirect.old: redirect.new for redirect in self.edition.corpus.redirects}
        lasting = lasting_files(self.shelf.fresh)
        manifest = Manifest(pages=keys, files=lasting, redirects=redirects)
        self.shelf.put(addresses.MANIFEST, manifest.dump())


@dataclass(frozen=True, kw_only=True, slots=True)
class _MadeFiles:
    files: Mapping[str, tuple[str, int]]
    sums: Mapping[str, str]
    spent: Mapping[str, float]


def findable_prose(frame: Frame, site_name: str) -> Findable:
    """What search finds of a page of prose."""
    own = frame.own()
    title = _TITLE.search(own["head"])
    name = unescape(title[1]).removesuffix(f" – {site_name}") if title else frame.url
    return prose_findable(frame.url, name, unescape(own["content"]))


def _sitemap(edition: Edition, urls: list[str]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    for url in urls:
        if (address := edition.absolute(url)) is not None:
            yield f"<url><loc>{escape(address)}</loc></url>\n"
    yield "</urlset>\n"
