"""Deadlines outside the period of their roadmap are warned of, and published like any other."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from dorkarta import addresses
from dorkarta.calendars.feeds import feed_files
from dorkarta.checks.checking import check
from dorkarta.diagnostic import stopping
from dorkarta.documents.blank import Blank
from dorkarta.documents.imprint import Imprint
from dorkarta.documents.orders import orders
from dorkarta.feeds.api import api_files
from dorkarta.pages.edition import Edition
from dorkarta.pages.making import BLOCKS, make_pages
from dorkarta.pages.rendering import Renderer
from dorkarta.records.corpus import Corpus

CorpusWith = Callable[[Mapping[str, str]], Corpus]
EditionOf = Callable[..., Edition]

ROOT = Path(__file__).resolve().parent.parent.parent
PATH = "zarechnaya-oblast/verkhnerechensk/roadmap-2024"
FAR = (
    "март 1905", "1 января 1900 года", "до 1 января 1900 года", "31 декабря 2100 года", "до 31 декабря 2100 года",
    "ежемесячно с сентября 2099 по май 2100", "один раз в четверть с сентября 2041", "1900-2100 годы",
)  # fmt: skip
NEAR = ("март 2026", "до 1 марта 2023", "ежемесячно с сентября 2025 по май 2026", "с 1 марта 2026")


@pytest.fixture
def edition_with(corpus_with: CorpusWith, edition_of: EditionOf) -> Callable[..., Edition]:
    """An edition with a roadmap of 2024 whose activities have such deadlines, and such dates."""

    def made(deadlines: tuple[str, ...], *dates: str) -> Edition:
        rows = [f"deadline: {words}" for words in deadlines] + [f"dates: [{span}]" for span in dates]
        listed = "".join(
            f"      - {{id: '{row}', title: Дело, form: КПК, {when}}}\n" for row, when in enumerate(rows, 1)
        )
        corpus = corpus_with(
            {
                f"{PATH}.yaml": "title: Карта\nlevel: municipality\nperiod: 2024-01-01/2024-12-31\n"
                f"source: {{title: Карта}}\nsections:\n  - id: s\n    title: Раздел\n    activities:\n{listed}"
            }
        )
        problems = check(corpus)
        assert not stopping(problems)
        assert "W231" in {problem.code for problem in problems}
        return edition_of(corpus, as_of="2024-03-10")

    return made


def test_far(edition_with: Callable[..., Edition], tmp_path: Path) -> None:
    """Every maker gets over the ends of the calendar."""
    edition = edition_with(FAR, "1900-01-01/2100-12-31", "2100-12-31", "1900-01-01")
    imprint = Imprint(publisher="Институт")
    assert any(b"2100-12-31" in data for _, data in api_files(edition.execution))
    assert any(b"21001231" in data for _, data in feed_files(edition.plan, site_url="", modified={}))
    assert {addresses.month(1900, 1), addresses.month(2100, 12)} <= {page.url for page in make_pages(edition)}
    assert all(block(edition) is not None for block in BLOCKS.values())
    ordered = list(orders(edition.plan, edition.calendar, imprint, tmp_path))
    assert any("2100" in order.paper.title for order in ordered)
    assert any(isinstance(order.paper, Blank) for order in ordered)


def test_near(edition_with: Callable[..., Edition]) -> None:
    """The page of the roadmap prints the words, its timeline and the calendar reach to where they lead."""
    edition = edition_with(NEAR)
    renderer = Renderer(ROOT / "theme" / "blocks")
    pages = {page.url: page for page in make_pages(edition)}
    printed = str(renderer.slots(pages[addresses.roadmap(PATH)], edition))
    assert all(words in printed for words in NEAR)
    assert "март 2026" in str(renderer.slots(pages[addresses.month(2026, 3)], edition))
    assert addresses.month(2023, 3) in pages
