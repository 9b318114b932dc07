"""Building and publishing: a failed build leaves the published site as it was."""

import datetime
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import orjson
from mkdocs.exceptions import Abort

from dorkarta import crew
from dorkarta.checks.shared import plan_of
from dorkarta.console import report
from dorkarta.diagnostic import stopping
from dorkarta.history.chronicle import chronicle_of
from dorkarta.history.modified import last_changes
from dorkarta.pages.edition import Edition
from dorkarta.records.past_timings import CACHE as DEADLINES
from dorkarta.records.past_timings import PastTimings
from dorkarta.records.plan import Plan
from dorkarta.site import ledger as ledgers
from dorkarta.site.assembling import ASSEMBLY_ERRORS, Assembly, Made
from dorkarta.site.checked import read_project, site_url_of
from dorkarta.site.folders import Folders, folders_of
from dorkarta.site.former import former_in
from dorkarta.site.framework import Framework, framework_of
from dorkarta.site.losses import lost, refusal
from dorkarta.site.manifest import Manifest, manifest_in
from dorkarta.site.origins import Origins
from dorkarta.site.publishing import PublishingError, publication
from dorkarta.site.request import Request
from dorkarta.site.scopes import Scopes
from dorkarta.site.shelf import Shelf
from dorkarta.site.sources import Sources
from dorkarta.site.stages import Stages, unmeasured
from dorkarta.site.verdict import verdict_of


def build(
    project: Path,
    *,
    out: Path,
    request: Request,
    former: Manifest | None = None,
    stages: Stages | None = None,
) -> Made:
    """Build the whole site beside the published one, then publish it.

    Arguments:
        project: The folder of `mkdocs.yml`.
        out: The folder that is published.
        request: What is asked for.
        former: The addresses that the new edition may not lose; without it, it may lose any.
        stages: Measures what each stage takes.

    Returns:
        Which pages were made anew and which taken from the published edition.

    Raises:
        mkdocs.exceptions.MkDocsException: nothing was published; its message says why.
    """
    stages = stages or unmeasured()
    try:
        with publication(out) as new:
            growing = Growing(
                project=project,
                request=request,
                published=out,
                shelf=Shelf(new.fresh, out, compress=request.compress),
                stages=stages,
            )
            digest = growing.digest()  # before anything is read: what changes meanwhile is another source next time
            made = growing.grow()
            _refuse_losses(new.fresh, former)
            with stages.stage("publish"):
                new.publish(compress=request.compress, shelved=growing.shelf.sums)
            growing.remember(made, digest)
            return made
    except PublishingError as error:
        raise Abort(f"Сайт не опубликован. {error}") from error
    except OSError as error:  # a full disk, a cache or a file that this user may not use
        raise Abort(f"Сайт не собран: {error.filename or out}: {error.strerror or error}.") from error


@dataclass(frozen=True, kw_only=True)
class Growing:
    """A site on its way from its sources to a shelf."""

    project: Path
    request: Request
    published: Path
    shelf: Shelf
    stages: Stages

    @cached_property
    def folders(self) -> Folders:
        """Where things lie in the project."""
        return folders_of(self.project)

    @cached_property
    def sources(self) -> Sources:
        """What it is made from."""
        return Sources(self.project, self.folders.cache)

    def digest(self) -> str:
        """The hash of all that it is made from and of what is asked for."""
        return self.request.digest(self.sources.of_all)

    def grow(self) -> Made:
        """Make the whole site."""
        with crew.beside(self._framework) as framework:  # MkDocs works on the prose while the records are read
            plan = self._plan()
            with self.stages.stage("mkdocs"):
                made = framework()
        for remark in made.remarks:
            print(remark, file=sys.stderr)
        with self.stages.stage("history"):
            log = self.folders.cache / "history.log"
            history = chronicle_of(self.project, self.folders.cache / "history.json", log)
            modified = last_changes(self.project, log)
        edition = Edition(plan=plan, as_of=self.request.as_of, settings=made.settings, history=history)
        assembly = Assembly(
            edition=edition,
            folders=self.folders,
            framework=made.folder,
            shelf=self.shelf,
            modified=modified,
            origins=self._origins(edition, modified),
            without=self.request.without,
            stages=self.stages,
            hands=crew.hands(),
        )
        try:
            return assembly.put_together()
        except ASSEMBLY_ERRORS as error:
            raise Abort(f"Сайт не собран: {error}") from error

    def remember(self, made: Made, digest: str) -> None:
        """Keep what the next build can save itself.

        Arguments:
            made: What became of the site.
            digest: The hash of all that it was made from.
        """
        ledger = ledgers.place(self.folders.cache, self.published)
        ledgers.write(ledger, self.published, digest=digest, pages=made.pages, files=made.files)
        self.sources.save()

    def _framework(self) -> Framework:
        cache = self.folders.cache / "framework"
        return framework_of(self.project, cache, self.sources, site_url=self.request.site_url)

    def _plan(self) -> Plan:
        """Read and check the records; nothing published is touched yet."""
        with self.stages.stage("read"):
            corpus = read_project(self.project)
            deadlines = PastTimings(self.project / DEADLINES)
        with self.stages.stage("check"):
            problems = verdict_of(self.project, as_of=self.request.as_of, corpus=corpus).problems
        report(problems, site_url=self.request.site_url or site_url_of(self.project))
        if stopping(problems):
            raise Abort("Сайт не собран: сначала исправьте записи.")
        with self.stages.stage("plan"):
            plan = plan_of(corpus)
            deadlines.save()
        return plan

    def _origins(self, edition: Edition, modified: Mapping[str, datetime.datetime]) -> Origins:
        """From what everything will be made, and what is left of the last edition."""
        history = edition.history
        everywhere = (
            self.sources.of_tools,
            self.sources.of_theme,
            orjson.dumps(edition.settings).decode(),
            self.request.undated,
            f"{history.known} {history.short}",
            # Any page may lead to a month or offer a calendar, and only if the site has it.
            f"{sorted(edition.calendar.load.by_month)} {sorted(edition.feeds)}",
        )
        known = {
            file: f"{content} {modified.get(file)} {history.by_file.get(file)}"
            for file, content in self.sources.records.items()
        }
        return Origins(
            scopes=Scopes(known, "\0".join(everywhere), self.request.as_of.isoformat()),
            former=former_in(self.published),
            ledger=ledgers.read(ledgers.place(self.folders.cache, self.published)),
        )


def _refuse_losses(fresh: Path, former: Manifest | None) -> None:
    new = manifest_in(fresh)
    if former is not None and new is not None and (gone := lost(former, new)):
        raise Abort(f"Сайт не опубликован. {refusal(gone, former, new)}")
