"""Files are made once, and again only where something changed."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from dorkarta import addresses
from dorkarta.documents import workshop as workshop_module
from dorkarta.documents.blank import blank_of
from dorkarta.documents.imprint import Imprint
from dorkarta.documents.orders import Format, Order
from dorkarta.documents.paper import Paper
from dorkarta.documents.pdf import Press
from dorkarta.documents.report_form import report_form
from dorkarta.documents.workshop import WORTH_A_POOL, Workshop
from dorkarta.records.plan import Plan

PaperWith = Callable[[Sequence[str]], Paper]

TEMPLATES = Path(__file__).resolve().parent.parent.parent / "theme" / "print"


def workshop(folder: Path, *, processes: int = 1) -> Workshop:
    return Workshop(templates=TEMPLATES, cache=folder, processes=processes)


def all_formats(paper: Paper) -> list[Order]:
    return [Order(paper=paper, format=each) for each in Format]


def test_addresses_and_endings(tmp_path: Path, paper_with: PaperWith) -> None:
    """A paper becomes a file of each format at its address."""
    made = dict(workshop(tmp_path).files(all_formats(paper_with(["Дело"]))))
    assert list(made) == [f"downloads/roadmaps/test/roadmap-2021.{each}" for each in ("pdf", "docx", "xlsx", "csv")]
    assert made["downloads/roadmaps/test/roadmap-2021.pdf"].startswith(b"%PDF-")
    assert made["downloads/roadmaps/test/roadmap-2021.docx"].startswith(b"PK")
    assert made["downloads/roadmaps/test/roadmap-2021.xlsx"].startswith(b"PK")
    assert made["downloads/roadmaps/test/roadmap-2021.csv"].startswith(b"\xef\xbb\xbf")


def test_an_unchanged_paper_is_not_made_again(
    tmp_path: Path, paper_with: PaperWith, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second time only the changed paper is made; the bytes of the others stay."""
    first = dict(workshop(tmp_path).files([*all_formats(paper_with(["Дело"]))]))
    made: list[Order] = []
    real = workshop_module.make

    def counted(order: Order, press: Press) -> bytes:
        made.append(order)
        return real(order, press)

    monkeypatch.setattr(workshop_module, "make", counted)
    assert dict(workshop(tmp_path).files(all_formats(paper_with(["Дело"])))) == first
    assert made == []
    changed = [*all_formats(paper_with(["Дело"]))[:2], *all_formats(paper_with(["Другое дело"]))[2:]]
    again = dict(workshop(tmp_path).files(changed))
    assert [order.format for order in made] == [Format.XLSX, Format.CSV]
    assert again["downloads/roadmaps/test/roadmap-2021.pdf"] == first["downloads/roadmaps/test/roadmap-2021.pdf"]
    assert again["downloads/roadmaps/test/roadmap-2021.csv"] != first["downloads/roadmaps/test/roadmap-2021.csv"]


def test_what_nobody_orders_leaves_the_cache(tmp_path: Path, paper_with: PaperWith) -> None:
    """What no build asks for stays for a month, since builds share a cache; asking for a file keeps it."""
    ordered = all_formats(paper_with(["Дело"]))[2:]
    list(workshop(tmp_path).files(ordered))
    list(workshop(tmp_path).files(ordered[1:]))
    assert {path.suffix for path in tmp_path.iterdir()} == {".xlsx", ".csv"}
    for path in tmp_path.iterdir():
        os.utime(path, (0, 0))
    list(workshop(tmp_path).files(ordered[1:]))
    assert [path.suffix for path in tmp_path.iterdir()] == [".csv"]


@pytest.mark.parametrize("torn", [b"", b"PK", b"x" * 1000])
def test_a_torn_file_is_made_again(tmp_path: Path, paper_with: PaperWith, torn: bytes) -> None:
    """What the disk lost of a kept file is noticed."""
    ordered = all_formats(paper_with(["Дело"]))[3:]
    whole = list(workshop(tmp_path).files(ordered))
    for path in tmp_path.iterdir():
        path.write_bytes(torn)
    assert list(workshop(tmp_path).files(ordered)) == whole


def test_blank_forms_are_kept(tmp_path: Path, official_plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    """A blank form is a file as others are: made once, and anew where a name that it offers changed."""
    record = next(iter(official_plan.corpus.roadmaps.values()))
    blank = blank_of(official_plan, record, Imprint(publisher="Институт"))
    ordered = [Order(paper=blank, format=Format.XLSX)]
    ((address, data),) = workshop(tmp_path).files(ordered)
    assert (address, data) == (addresses.download(f"roadmaps/{record.path}/report-form", "xlsx"), report_form(blank))
    monkeypatch.setattr(workshop_module, "report_form", lambda _: b"made anew")
    assert list(workshop(tmp_path).files(ordered)) == [(address, data)]
    offered = replace(blank.offered, responsible=("Новая школа",))
    changed = [Order(paper=replace(blank, offered=offered), format=Format.XLSX)]
    assert list(workshop(tmp_path).files(changed)) == [(address, b"made anew")]


def test_processes_make_the_same_bytes(tmp_path: Path, paper_with: PaperWith) -> None:
    """Many files are shared among processes; each has the bytes that one process makes."""
    orders = [
        Order(paper=paper_with([f"Дело {number}"]), format=each)
        for number in range(WORTH_A_POOL // 4 + 1)
        for each in Format
    ]
    alone = list(workshop(tmp_path / "alone").files(orders))
    shared = list(workshop(tmp_path / "shared", processes=max(2, min(4, os.cpu_count() or 1))).files(orders))
    assert shared == alone


def test_a_pool_gives_way_to_a_new_one(tmp_path: Path, paper_with: PaperWith, monkeypatch: pytest.MonkeyPatch) -> None:
    """After so many files others go on, and no file is lost between them."""
    opened: list[Executor] = []

    def pool(_: Workshop) -> Executor:
        start = workshop_module._start  # noqa: SLF001  # what a process of a pool begins with
        opened.append(ThreadPoolExecutor(1, initializer=start, initargs=(TEMPLATES,)))
        return opened[-1]

    monkeypatch.setattr(Workshop, "_pool", pool)
    monkeypatch.setattr(workshop_module, "BATCH", WORTH_A_POOL)
    monkeypatch.setattr(workshop_module, "ROUND", 2 * WORTH_A_POOL)
    papers = [paper_with([f"Дело {number}"]) for number in range(5 * WORTH_A_POOL)]
    orders = [Order(paper=paper, format=Format.CSV) for paper in papers]
    made = [address for address, _ in workshop(tmp_path, processes=2).files(orders)]
    assert made == [order.address for order in orders]
    assert len(opened) == 3
