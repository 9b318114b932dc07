"""Tables of activities as HTML."""

from collections.abc import Callable, Mapping
from pathlib import Path

from lxml import html

from dorkarta.pages import roadmap
from dorkarta.pages.edition import Edition
from dorkarta.pages.rendering import Renderer
from dorkarta.records.corpus import Corpus

BLOCKS = Path(__file__).resolve().parent.parent.parent / "theme" / "blocks"
TARGETS_ONLY = """
title: Карта с показателями без годов
level: region
period: 2023-01-01/2023-12-31
source: {title: Проба}
sections:
  - id: a
    title: Раздел
    activities:
      - id: "1"
        title: Дело
        indicators:
          - {name: Количество справок, target: не менее 3}
          - {name: Количество школ, target: "7"}
      - {id: "2", title: Другое дело}
"""


def test_indicators_without_years_are_shown(
    corpus_with: Callable[[Mapping[str, str]], Corpus], edition_of: Callable[..., Edition]
) -> None:
    """A planned figure stands on the page though no year has one; every row has as many cells as the heading."""
    edition = edition_of(corpus_with({"zarechnaya-oblast/roadmap-2025.yaml": TARGETS_ONLY}))
    page = roadmap.make(edition, edition.corpus.roadmaps["zarechnaya-oblast/roadmap-2025"])
    table = html.fromstring(Renderer(BLOCKS).block(page, page.url)).xpath("//table[@data-activities]")[0]
    said = " ".join(" ".join(table.itertext()).split())
    assert "Количество справок не менее 3" in said
    assert "Количество школ 7" in said
    widths = {sum(int(cell.get("colspan", "1")) for cell in row.xpath("th|td")) for row in table.xpath(".//tbody//tr")}
    assert len(widths) == 1
