"""The resident preview: what the sources say now, the pages made of it, and what is wrong."""

import datetime
import mimetypes
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from typing import Final

from dorkarta import addresses, fingerprint
from dorkarta.history.chronicle import Chronicle, chronicle_of
from dorkarta.history.modified import last_changes
from dorkarta.pages.edition import Edition
from dorkarta.pages.rendering import Renderer
from dorkarta.records.plan import Plan
from dorkarta.site import edition_day
from dorkarta.site.drawing import Drawing
from dorkarta.site.folders import folders_of
from dorkarta.site.framework import Framework
from dorkarta.site.origins import Origins
from dorkarta.site.preview.errand import Errand, Runner
from dorkarta.site.preview.faults import fault_remark
from dorkarta.site.preview.framing import Framing, asset_files, framework_here, framing_of
from dorkarta.site.preview.heirs import change_between, hand_on
from dorkarta.site.preview.judging import Judging
from dorkarta.site.preview.plans import Plans
from dorkarta.site.preview.records import Read, Records
from dorkarta.site.preview.remark import Remark, bar
from dorkarta.site.preview.scene import Scene
from dorkarta.site.preview.search import Search
from dorkarta.site.shelf import Shelf
from dorkarta.site.sources import Sources
from dorkarta.site.stages import unmeasured

_NOTES: Final = (
    "Файлы для скачивания в предпросмотре не делаются, на готовом сайте они будут.",
    "Поиск обновляется через несколько секунд после правки.",
)
_NOT_FOUND: Final = "404.html"
"""The page of MkDocs that stands for those that are not there."""
_PROSE: Final = "Тексты сайта или mkdocs.yml"
_SOURCES: Final = "Файлы проекта"


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What stands at an address."""

    data: bytes
    type: str
    is_found: bool = True

    @property
    def digest(self) -> str:
        """Equal data have equal ones."""
        return fingerprint.of_bytes(self.data)


@dataclass(frozen=True, kw_only=True, slots=True)
class State:
    """What open pages are told."""

    version: int
    """Grows with every change."""
    bar: str
    """What is wrong, as HTML."""


class Preview:
    """A site that follows its sources. Any thread may ask; what is made is made by one at a time."""

    def __init__(
        self, project: Path, *, site_url: str | None, today: Callable[[], datetime.date], folder: Path
    ) -> None:
        """Set up; nothing is read yet.

        Arguments:
            project: The folder of `mkdocs.yml`.
            site_url: Where the preview is shown; without it pages tell the address of `mkdocs.yml`.
            today: Gives the date of the edition.
            folder: An empty folder for what is made.
        """
        self._folders = folders_of(project)
        self._site_url = site_url
        self._today = today
        self._folder = folder
        self._numbers = count(1)
        self._turn = threading.RLock()
        self._news = threading.Condition()
        self._state = State(version=0, bar="")

        self._records = Records(project, self._folders.cache / "records")
        self._plans = Plans()
        self._judging = Judging(project, self._turn, self._tell)
        self._framer = Runner[Framework](self._turn)
        self._search = Search(self._turn, folder / "search", self._folders.cache / "search")

        self._seen: dict[str, object] = {}
        self._read: Read | None = None
        self._plan: Plan | None = None
        self._history = Chronicle()
        self._modified: Mapping[str, datetime.datetime] = {}
        self._renderer: Renderer | None = None
        self._assets: Mapping[str, Path] = {}
        self._assets_key = ""
        self._framing: Framing | None = None
        self._scene: Scene | None = None
        self._made: dict[str, bytes] = {}
        self._shown: dict[str, bytes] = {}
        self._source_fault: Remark | None = None
        self._prose_fault: Remark | None = None
        self._page_faults: dict[str, Remark] = {}
        self._is_ready = threading.Event()

    @property
    def assets_key(self) -> str:
        """Changes when any file does that is served as it is."""
        return self._assets_key

    def refresh(self) -> None:
        """Take up what changed of the sources; what stands in the way of that is told in the page."""
        sources = Sources(self._folders.project, self._folders.cache)
        with self._turn:
            try:
                self._take_up(sources)
            except Exception as error:  # noqa: BLE001  # whatever it is, the next change may mend it
                self._source_fault = fault_remark(error, what=_SOURCES, project=self._folders.project)
                self._is_ready.set()
                self._tell()
        sources.save()

    def _take_up(self, sources: Sources) -> None:
        prose = sources.of_prose, sources.of_configuration
        if self._is_new("prose", prose):
            self._order_framework()
        changed = self._is_new("theme", sources.of_theme)
        if changed:
            self._renderer = Renderer(self._folders.theme / "blocks", cache=self._folders.cache / "templates")
            self._assets = asset_files(self._folders, self._new_folder("fonts"))
        if self._is_new("records", sources.records):
            self._read = self._records.read(sources.records)
            self._plan = self._plans.plan(self._read.shown)
            changed = True
            if self._is_new("history", sources.of_history):
                self._history = chronicle_of(self._folders.project, self._folders.cache / "history.json")
                self._modified = last_changes(self._folders.project)
        if self._is_new("day", self._today()) or changed:
            self._source_fault = None
            self._set_scene()
        if self._read and self._is_new("judged", (sources.records, prose, self._seen["day"])):
            self._judging.order(self._read.corpus, self._today())

    def answer(self, address: str) -> Answer:
        """What stands at an address of the site, relative to its root."""
        self._is_ready.wait()
        if (path := self._file(address)) is not None:
            return Answer(data=path.read_bytes(), type=_type(address))
        with self._turn:
            if address == addresses.EDITION_SCRIPT:
                return Answer(data=edition_day.script(self._today()), type=_type(address))
            if (data := self._page(address)) is not None:
                return Answer(data=data, type=_type(addresses.file_of(address)))
            if self._scene is not None and (target := self._scene.follow(address)) != address:
                return self.answer(target)
            return self._not_found()

    def state(self, *, after: int = -1, seconds: float = 0.0) -> State:
        """What open pages are told.

        Arguments:
            after: The version that is known; a newer one is waited for.
            seconds: How long it is waited for.
        """
        with self._news:
            self._news.wait_for(lambda: self._state.version > after, seconds)
            return self._state

    def _not_found(self) -> Answer:
        path = self._framing.files.get(_NOT_FOUND) if self._framing else None
        data = path.read_bytes() if path else _plain("Страницы по этому адресу нет")
        return Answer(data=data, type="text/html", is_found=False)

    def _file(self, address: str) -> Path | None:
        if address.startswith(addresses.SEARCH_BUNDLE):
            return self._search.file(address)
        framing = self._framing
        return self._assets.get(address) or (framing.files.get(address) if framing else None)

    def _page(self, address: str) -> bytes | None:
        """A page or a file that is made of data; of what cannot be made, what it was when it could."""
        if address in self._made:
            return self._made[address]
        if self._scene is None:
            return _plain("Сайт пока не показать")
        try:
            maker = self._scene.maker(address)
            if maker is None:
                return None
            self._made[address] = self._shown[address] = maker()
        except Exception as error:  # noqa: BLE001  # it is told in the page
            name = f"Страница «{address or '/'}»"
            self._page_faults[address] = fault_remark(error, what=name, project=self._folders.project)
            self._made[address] = self._shown.get(address) or _plain("Эту страницу пока не показать")
            self._tell()
        return self._made[address]

    def _is_new(self, name: str, value: object) -> bool:
        """Whether something is not what it was at the last look."""
        is_new = self._seen.get(name) != value
        self._seen[name] = value
        return is_new

    def _set_scene(self) -> None:
        """Let all pages be made anew when they are asked for."""
        framing, renderer, plan = self._framing, self._renderer, self._plan
        if framing is None or renderer is None or plan is None:
            return
        edition = Edition(plan=plan, as_of=self._today(), settings=framing.settings, history=self._history)
        if self._scene is not None:
            former = self._scene.edition
            hand_on(former, edition, change_between(former.corpus, edition.corpus, self._plans.changed))
        drawing = Drawing(
            edition=edition,
            frames=framing.frames,
            renderer=renderer,
            origins=Origins(),
            shelf=Shelf(self._folder / "pages"),
            stages=unmeasured(),
        )
        self._assets_key = fingerprint.of_text(f"{framing.name} {self._seen['theme']} {edition.as_of}")
        self._scene = Scene(drawing=drawing, modified=self._modified)
        self._made, self._page_faults = {}, {}
        self._is_ready.set()
        self._search.order(self._scene)
        self._tell(anew=True)

    def _order_framework(self) -> None:
        work = partial(framework_here, self._folders, self._site_url)
        self._framer.give(Errand(work=work, then=self._set_framing, failed=self._refuse_prose))

    def _set_framing(self, framework: Framework) -> None:
        try:
            framing = framing_of(framework, self._new_folder("framework"))
        except (OSError, ValueError) as error:
            self._refuse_prose(error)
            return
        with self._turn:
            self._framing, self._prose_fault = framing, None
            self._set_scene()

    def _refuse_prose(self, error: Exception) -> None:
        """The site goes on with the last prose that was right."""
        with self._turn:
            self._prose_fault = fault_remark(error, what=_PROSE, project=self._folders.project)
            self._is_ready.set()
            self._tell()

    def _new_folder(self, name: str) -> Path:
        return self._folder / f"{name}-{next(self._numbers)}"

    def _tell(self, *, anew: bool = False) -> None:
        """Let open pages know."""
        with self._turn:
            faults = (self._source_fault, self._prose_fault, *self._page_faults.values())
            of_mkdocs = self._framing.remarks if self._framing else ()
            remarks = [fault for fault in faults if fault is not None] + self._judging.remarks(of_mkdocs)
            told = bar(remarks, _NOTES)
            with self._news:
                former = self._state
                if anew or told != former.bar:
                    self._state = State(version=former.version + 1, bar=told)
                    self._news.notify_all()


def _plain(words: str) -> bytes:
    """A page without a frame, for the time when there is none."""
    return (
        '<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>Предпросмотр</title></head>'
        f"<body><h1>{words}</h1><p>Что исправить, сказано вверху.</p></body></html>\n"
    ).encode()


def _type(address: str) -> str:
    return mimetypes.guess_type(address)[0] or "application/octet-stream"
