"""Where files are made: kept ones are taken from the cache, many new ones are shared among processes."""

import hashlib
import multiprocessing
import os
import time
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import ExitStack, suppress
from itertools import islice
from pathlib import Path
from typing import Final

import orjson
from pydantic import BaseModel

from dorkarta import fingerprint
from dorkarta.crew import leave_with_parent
from dorkarta.documents.blank import Blank
from dorkarta.documents.csv_table import csv_file
from dorkarta.documents.orders import Format, Order
from dorkarta.documents.paper import Paper
from dorkarta.documents.pdf import Press
from dorkarta.documents.report_form import report_form
from dorkarta.documents.word.document import docx_file
from dorkarta.documents.xlsx import xlsx_file
from dorkarta.replacing import put

WORTH_A_POOL: Final = 24
"""Starting processes costs as much as making about so many documents in one."""
BATCH: Final = 256
"""So many files are looked for and made at a time; then their papers are forgotten."""
ROUND: Final = 1024
"""So many files a pool makes before it gives way to a new one: the compiler keeps all that it has ever laid out."""
UNUSED: Final = 30 * 24 * 60 * 60
"""Seconds after which a file that no build asked for leaves the cache."""
_SUM: Final = 16
"""Bytes of a checksum."""


class Workshop:
    """Makes files. An unchanged paper and unchanged tools make an unchanged file, which is then not made again.

    Several builds may share a cache: what one of them does not ask for, another may.
    """

    def __init__(self, *, templates: Path, cache: Path, processes: int) -> None:
        """Set up.

        Arguments:
            templates: The folder of the templates for print.
            cache: Where files are kept from one build to the next.
            processes: How many may work at a time.
        """
        self._templates = templates
        self._cache = cache
        self._processes = processes
        self._press = Press(templates)
        self._tools = f"{self._press.key} {_tools_key()}".encode()

    def files(self, orders: Iterable[Order]) -> Iterator[tuple[str, bytes]]:
        """The address and the bytes of every file, in order; the whole of the orders is never in memory."""
        self._cache.mkdir(parents=True, exist_ok=True)
        coming = self._keyed(orders)
        with ExitStack() as stack:
            pool: Executor | None = None
            made = 0
            while batch := list(islice(coming, BATCH)):
                kept = {name: data for _, name in batch if (data := self._kept(name)) is not None}
                missing = {name: order for order, name in batch if name not in kept}
                if made >= ROUND:
                    stack.close()
                    pool, made = None, 0
                if pool is None and self._processes > 1 and len(missing) >= WORTH_A_POOL:
                    pool = stack.enter_context(self._pool())
                made += len(missing)
                kept.update(self._make(missing, pool))
                for order, name in batch:
                    yield order.address, kept[name]
        self._forget()

    def _keyed(self, orders: Iterable[Order]) -> Iterator[tuple[Order, str]]:
        """Every order with the name of its file in the cache; the formats of a paper come one after another."""
        paper: Paper | Blank | None = None
        name = ""
        for order in orders:
            if order.paper is not paper:
                paper, name = order.paper, self._name(order.paper)
            yield order, f"{name}.{order.format}"

    def _name(self, paper: Paper | Blank) -> str:
        digest = hashlib.blake2b(self._tools, digest_size=16)
        digest.update(orjson.dumps(paper, default=_plain))
        return digest.hexdigest()

    def _kept(self, name: str) -> bytes | None:
        """A file of the cache, if it is whole; it is marked as asked for today."""
        path = self._cache / name
        try:
            whole = path.read_bytes()
            os.utime(path)
        except OSError:
            return None
        data = whole[_SUM:]
        return data if _sum(data) == whole[:_SUM] else None

    def _keep(self, name: str, data: bytes) -> None:
        put(self._cache / name, _sum(data) + data)

    def _make(self, missing: Mapping[str, Order], pool: Executor | None) -> Iterator[tuple[str, bytes]]:
        orders = missing.values()
        made = pool.map(_make_in_process, orders, chunksize=4) if pool else (make(each, self._press) for each in orders)
        for name, data in zip(missing, made, strict=True):
            self._keep(name, data)
            yield name, data

    def _pool(self) -> Executor:
        spawn = multiprocessing.get_context("spawn")  # the compiler has threads, which a fork would not take along
        return ProcessPoolExecutor(self._processes, spawn, _start, (self._templates,))

    def _forget(self) -> None:
        oldest = time.time() - UNUSED
        for kept in self._cache.iterdir():
            with suppress(OSError):  # another build forgets as well
                if kept.stat().st_mtime < oldest:
                    kept.unlink()


def make(order: Order, press: Press) -> bytes:
    """The bytes of one file."""
    paper = order.paper
    if isinstance(paper, Blank):
        return report_form(paper)
    match order.format:
        case Format.PDF:
            return press.pdf(paper)
        case Format.DOCX:
            return docx_file(paper)
        case Format.XLSX:
            return xlsx_file(paper)
        case Format.CSV:
            return csv_file(paper)


def _tools_key() -> str:
    """Changes when our code or a library that writes files does."""
    here = Path(__file__).parent
    beside = (fingerprint.of_files(here.parent, name) for name in ("csv_text.py", "printable.py"))
    libraries = fingerprint.of_libraries("xlsxwriter", "segno", "fonttools", "fontpkg-pt-serif")
    return " ".join((fingerprint.of_files(here, "*.py"), *beside, libraries))


def _plain(value: object) -> object:
    """What tells values apart that JSON does not know."""
    if isinstance(value, bytes):
        return hashlib.blake2b(value).hexdigest()
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    raise TypeError(type(value))


def _sum(data: bytes) -> bytes:
    """Stands before the bytes of a kept file, so that a torn one is seen."""
    return hashlib.blake2b(data, digest_size=_SUM).digest()


_press: Press | None = None
"""That of this process of the pool."""


def _start(templates: Path) -> None:
    global _press  # noqa: PLW0603  # a process of the pool has no other place to keep what it was given once
    _press = Press(templates)
    leave_with_parent()


def _make_in_process(order: Order) -> bytes:
    if _press is None:
        raise RuntimeError("the process was not started by the workshop")
    return make(order, _press)
