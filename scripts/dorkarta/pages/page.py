"""A page of data and a block of data: what they show and by which template."""

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Any

from dorkarta.pages.plain import plain
from dorkarta.pages.views import Link


@plain
class TocEntry:
    """A heading in the table of contents."""

    title: str
    anchor: str
    children: tuple["TocEntry", ...] = ()


@plain
class Heading:
    """What lists and the search say of a page; it outlives the page, which is forgotten once it is written."""

    url: str
    frame: str
    title: str
    description: str
    crumbs: tuple[Link, ...]


@plain
class Page:
    """A page that the records make; `view` is a frozen dataclass of plain data."""

    url: str
    frame: str
    """The address of the navigation's page whose frame it takes: `roadmaps/`."""
    title: str
    description: str
    template: str
    view: Any
    crumbs: tuple[Link, ...]
    toc: tuple[TocEntry, ...] = ()
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    """Those that the page's texts may hold, with their expansions."""

    @property
    def heading(self) -> Heading:
        """What is said of it elsewhere."""
        return Heading(
            url=self.url, frame=self.frame, title=self.title, description=self.description, crumbs=self.crumbs
        )


@plain
class Promise:
    """A page that is made when it is asked for: its address is known before, at no cost."""

    url: str
    frame: str
    territory: str
    """What its data are of: a path; the country where they are of the whole site."""
    make: Callable[[], Page]


@plain
class Block:
    """Data inside a page of prose, at a marker `<!-- block: NAME -->`."""

    template: str
    view: Any
    toc: tuple[TocEntry, ...] = ()
    abbreviations: Mapping[str, str] = field(default_factory=dict)
