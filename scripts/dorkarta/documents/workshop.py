"""Where files are made: kept ones are taken from the cache, many new ones are shared among processes."""

import hashlib
import multiprocessing
import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Final

import orjson

from dorkarta import fingerprint
from dorkarta.documents.csv_table import csv_file
from dorkarta.documents.orders import Format, Order
from dorkarta.documents.pdf import Press
from dorkarta.documents.word.document import docx_file
from dorkarta.documents.xlsx import xlsx_file

WORTH_A_POOL: Final = 24
"""Starting processes costs as much as making about so many documents in one."""


class Workshop:
    """Makes files. An unchanged paper and unchanged tools make an unchanged file, which is then not made again."""

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
        """The address and the bytes of every file, in order; what is not ordered any more leaves the cache."""
        wanted = [(order, self._cache / f"{self._key(order)}.{order.format}") for order in orders]
        self._make([(order, kept) for order, kept in wanted if not kept.exists()])
        self._forget({kept for _, kept in wanted})
        for order, kept in wanted:
            yield order.address, kept.read_bytes()

    def _key(self, order: Order) -> str:
        digest = hashlib.blake2b(self._tools, digest_size=16)
        digest.update(orjson.dumps(order.paper, default=_bytes))
        return digest.hexdigest()

    def _make(self, missing: Sequence[tuple[Order, Path]]) -> None:
        self._cache.mkdir(parents=True, exist_ok=True)
        orders = [order for order, _ in missing]
        for (_, kept), data in zip(missing, self._made(orders), strict=True):
            fresh = kept.with_suffix(".new")
            fresh.write_bytes(data)
            fresh.replace(kept)

    def _made(self, orders: Sequence[Order]) -> Iterator[bytes]:
        if self._processes < 2 or len(orders) < WORTH_A_POOL:
            yield from (make(order, self._press) for order in orders)
            return
        spawn = multiprocessing.get_context("spawn")  # the compiler has threads, which a fork would not take along
        with ProcessPoolExecutor(self._processes, spawn, _start, (self._templates,)) as pool:
            yield from pool.map(_make_in_process, orders, chunksize=4)

    def _forget(self, wanted: set[Path]) -> None:
        for kept in self._cache.iterdir():
            if kept not in wanted:
                kept.unlink()


def make(order: Order, press: Press) -> bytes:
    """The bytes of one file."""
    match order.format:
        case Format.PDF:
            return press.pdf(order.paper)
        case Format.DOCX:
            return docx_file(order.paper)
        case Format.XLSX:
            return xlsx_file(order.paper)
        case Format.CSV:
            return csv_file(order.paper)


def _tools_key() -> str:
    """Changes when our code or a library that writes files does."""
    here = Path(__file__).parent
    beside = (fingerprint.of_files(here.parent, name) for name in ("csv_text.py", "printable.py"))
    libraries = fingerprint.of_libraries("xlsxwriter", "segno", "fonttools", "fontpkg-pt-serif")
    return " ".join((fingerprint.of_files(here, "*.py"), *beside, libraries))


def _bytes(value: object) -> str:
    if isinstance(value, bytes):
        return hashlib.blake2b(value).hexdigest()
    raise TypeError(type(value))


_press: Press | None = None
"""That of this process of the pool."""


def _start(templates: Path) -> None:
    global _press  # noqa: PLW0603  # a process of the pool has no other place to keep what it was given once
    _press = Press(templates)
    threading.Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    """Workers of a killed build would wait for orders for ever."""
    if (parent := multiprocessing.parent_process()) is not None:
        parent.join()
        os._exit(1)


def _make_in_process(order: Order) -> bytes:
    if _press is None:
        raise RuntimeError("the process was not started by the workshop")
    return make(order, _press)
