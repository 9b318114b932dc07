"""One state of the site: its pages and files, each made when it is asked for."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain

from dorkarta import addresses
from dorkarta.calendars.feeds import feed_promises
from dorkarta.feeds.api import api_promises
from dorkarta.model.redirect import Redirect
from dorkarta.pages import moved
from dorkarta.pages.edition import Edition
from dorkarta.promise import FilePromise
from dorkarta.site.drawing import Drawing, Job
from dorkarta.site.preview.sought import Sought


@dataclass(frozen=True, kw_only=True)
class Scene:
    """A site that is not there until somebody looks at it."""

    drawing: Drawing
    modified: Mapping[str, datetime.datetime]
    """The file of a record → its last change, as far as it is known."""

    @property
    def edition(self) -> Edition:
        """All that its pages are made from."""
        return self.drawing.edition

    def maker(self, address: str) -> Callable[[], bytes] | None:
        """What makes the page or the file at an address; nothing where none belongs there."""
        if (job := self._jobs.find(address)) is not None:
            return partial(self._draw, job)
        if address.startswith((addresses.API, addresses.FEEDS)):
            promise = self._files.find(address)
            return promise.make if promise else None
        redirect = self._redirects.get(address)
        return partial(self._lead_on, redirect) if redirect and address.endswith("/") else None

    def follow(self, address: str) -> str:
        """The address where a file is that moved."""
        redirect = self._redirects.get(address)
        return address if redirect is None or redirect.new is None else redirect.new

    @cached_property
    def _jobs(self) -> Sought[Job]:
        return Sought((job.url, job) for job in self.drawing.jobs())

    @cached_property
    def _files(self) -> Sought[FilePromise]:
        edition = self.edition
        of_api = api_promises(edition.execution)
        of_feeds = feed_promises(edition.plan, site_url=edition.settings.site_url, modified=self.modified)
        return Sought((promise.address, promise) for promise in chain(of_feeds, of_api))

    @cached_property
    def _redirects(self) -> Mapping[str, Redirect]:
        return {redirect.old: redirect for redirect in self.edition.corpus.redirects}

    def _draw(self, job: Job) -> bytes:
        self.drawing.draw([job])
        return (self.drawing.shelf.fresh / addresses.file_of(job.url)).read_bytes()

    def _lead_on(self, redirect: Redirect) -> bytes:
        return self.drawing.renderer.block(moved.make(self.edition, redirect), redirect.old).encode()
