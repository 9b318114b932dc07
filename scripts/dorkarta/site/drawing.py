"""Pages drawn: of each its view is made, rendered into its frame, written, and forgotten."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from dorkarta import addresses, fingerprint
from dorkarta.pages.edition import Edition
from dorkarta.pages.making import BLOCKS, promises
from dorkarta.pages.page import Heading, Promise
from dorkarta.pages.rendering import Renderer
from dorkarta.records.lineage import COUNTRY
from dorkarta.site.frames import Frame
from dorkarta.site.ledger import Line
from dorkarta.site.origins import Origins
from dorkarta.site.prose import MARKER
from dorkarta.site.shelf import Shelf
from dorkarta.site.stages import Stages


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Job:
    """A page that is still to be drawn."""

    url: str
    origin: str
    kind: str
    """What makes its like; nothing for prose, of which every page is another."""
    draw: Callable[["_Desk"], tuple[str, Heading, bool]]
    """Writes it; its key, its heading, and whether it was rendered and not taken from the last edition."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Drawn:
    """Pages that were drawn."""

    lines: Mapping[str, Line]
    rendered: tuple[str, ...]
    sums: Mapping[str, str]
    spent: Mapping[str, float]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Desk:
    """Where one process works."""

    shelf: Shelf
    stages: Stages


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """All that pages are drawn with."""

    edition: Edition
    frames: Mapping[str, Frame]
    """By the address of the page of prose that was cut."""
    renderer: Renderer
    origins: Origins
    shelf: Shelf
    stages: Stages

    def jobs(self) -> Iterator[Job]:
        """Every page of the site, those of prose first: what they gather takes longest."""
        for url, frame in self.frames.items():
            own = fingerprint.of_text("".join(frame.texts))
            origin = self.origins.of_page(COUNTRY, f"{frame.key} {own}")
            yield Job(url=url, origin=origin, kind="", draw=partial(self._draw_prose, frame))
        beside = _sizes_by_page(self.edition.downloads)
        for promise in promises(self.edition):
            with_what = f"{self.frames[promise.frame].key} {beside.get(promise.url)}"
            origin = self.origins.of_page(promise.territory, with_what)
            yield Job(url=promise.url, origin=origin, kind=_kind(promise), draw=partial(self._draw_data, promise))

    def draw(self, jobs: Sequence[Job]) -> Drawn:
        """Draw some pages."""
        desk = _Desk(shelf=self.shelf.beside(), stages=self.stages.anew())
        lines, rendered = {}, []
        for job in jobs:
            key, heading, is_rendered = job.draw(desk)
            lines[job.url] = Line(origin=job.origin, key=key, heading=heading)
            if is_rendered:
                rendered.append(job.url)
        return Drawn(lines=lines, rendered=tuple(rendered), sums=desk.shelf.sums, spent=desk.stages.spent)

    def _draw_data(self, promise: Promise, desk: _Desk) -> tuple[str, Heading, bool]:
        """A page of the records; one with a known key is the page of the last edition."""
        with desk.stages.stage("views"):
            page = promise.make()
            frame = self.frames[page.frame]
            key = self.renderer.key(page, self.edition, frame_key=frame.key)
        html = self.origins.former.page(page.url, key)
        is_rendered = html is None
        if html is None:
            with desk.stages.stage("render"):
                slots = self.renderer.slots(page, self.edition)
            with desk.stages.stage("splice"):
                html = frame.fill(page.url, slots).encode()
        with desk.stages.stage("write"):
            desk.shelf.put(addresses.file_of(page.url), html)
        return key, page.heading, is_rendered

    def _draw_prose(self, frame: Frame, desk: _Desk) -> tuple[str, Heading, bool]:
        """A page of prose with its blocks of data; its key is the hash of what it became."""
        slots = frame.own()
        with desk.stages.stage("views"):
            names = [match["name"] for match in MARKER.finditer(slots["content"])]
            blocks = {name: BLOCKS[name](self.edition) for name in names}
        with desk.stages.stage("render"):
            slots["content"] = MARKER.sub(
                lambda match: self.renderer.block(blocks[match["name"]], frame.url), slots["content"]
            )
            if toc := tuple(entry for block in blocks.values() for entry in block.toc):
                slots["toc"] = self.renderer.toc(toc)
        with desk.stages.stage("splice"):
            html = frame.fill(frame.url, slots).encode()
        with desk.stages.stage("write"):
            desk.shelf.put(addresses.file_of(frame.url), html)
        heading = Heading(url=frame.url, frame=frame.url, title="", description="", crumbs=())
        return fingerprint.of_bytes(html), heading, True


def _sizes_by_page(downloads: Mapping[str, int]) -> Mapping[str, tuple[int, ...]]:
    """The sizes of the files that a page offers, by its address: its own papers and those of its parts."""
    found: dict[str, list[int]] = {}
    for address, size in downloads.items():
        if address.startswith(addresses.DOWNLOADS):
            page = address.removeprefix(addresses.DOWNLOADS).rpartition(".")[0]
            for owner in (page, page.rpartition("/")[0]):
                found.setdefault(f"{owner}/", []).append(size)
    return {page: tuple(sizes) for page, sizes in found.items()}


def _kind(promise: Promise) -> str:
    make = promise.make.func if isinstance(promise.make, partial) else promise.make
    return f"{make.__module__}.{make.__qualname__}"
