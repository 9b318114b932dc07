"""Files are made once, and again only where something changed."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from dorkarta.documents import workshop as workshop_module
from dorkarta.documents.orders import Format, Order
from dorkarta.documents.paper import Paper
from dorkarta.documents.pdf import Press
from dorkarta.documents.workshop import WORTH_A_POOL, Workshop

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
    """The cache holds the files of the last build and nothing else."""
    list(workshop(tmp_path).files(all_formats(paper_with(["Дело"]))))
    list(workshop(tmp_path).files(all_formats(paper_with(["Дело"]))[3:]))
    assert [path.suffix for path in tmp_path.iterdir()] == [".csv"]


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
