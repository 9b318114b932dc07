"""«Скачать»: what was made is offered, with its size; what was not is not."""

import datetime

import pytest

from dorkarta.pages.downloads import downloads, record_downloads, roadmap_downloads
from dorkarta.pages.edition import Edition, Settings
from dorkarta.records.plan import Plan

KRASNODAR = "krasnodar-krai/roadmap-2020-2021"
BASE = "downloads/roadmaps/krasnodar-krai/roadmap-2020-2021"
NAME = "Краевая дорожная карта: Краснодарский край, 2020–2021"


def edition(plan: Plan, made: dict[str, int]) -> Edition:
    settings = Settings(site_name="Карты", site_url="", edit_url=None)
    return Edition(plan=plan, as_of=datetime.date(2021, 3, 10), settings=settings, downloads=made)


def test_nothing_made_nothing_offered(official_plan: Plan) -> None:
    """A site without documents has no buttons."""
    record = official_plan.corpus.roadmaps[KRASNODAR]
    assert downloads(edition(official_plan, {}), "calendar/2021-03/", "Март") is None
    assert roadmap_downloads(edition(official_plan, {}), record, NAME) is None


def test_files_of_a_roadmap(official_plan: Plan) -> None:
    """PDF comes first, JSON last; levels and blank forms stand in groups of their own; empty groups are left out."""
    made = {
        f"{BASE}.csv": 1024,
        f"{BASE}.pdf": 122_880,
        "api/v1/krasnodar-krai/roadmap-2020-2021.json": 2_000_000,
        f"{BASE}/level-municipality.pdf": 5,
        f"{BASE}/report-form-school.xlsx": 9000,
    }
    found = roadmap_downloads(edition(official_plan, made), official_plan.corpus.roadmaps[KRASNODAR], NAME)
    assert found is not None
    assert [(file.label, file.size.replace("\u00a0", " "), file.href) for file in found.files] == [
        ("PDF", "120 КБ", f"{BASE}.pdf"),
        ("CSV", "1 КБ", f"{BASE}.csv"),
        ("JSON", "1,9 МБ", "api/v1/krasnodar-krai/roadmap-2020-2021.json"),
    ]
    assert found.files[0].name == "Краевая дорожная карта. Краснодарский край, 2020–2021.pdf"
    assert [(group.title, [file.title for file in group.files]) for group in found.groups] == [
        ("По уровням", ["Муниципальный уровень"]),
        ("Бланк отчёта", ["Отчёт: уровень образовательной организации"]),
    ]


@pytest.mark.parametrize("name", ['А: «Б» / В? "Г" <Д>|*', "Длинное " * 40])
def test_file_names_suit_every_system(official_plan: Plan, name: str) -> None:
    """No character that Windows forbids, no endless name."""
    made = {"downloads/reports/x/report-2021.pdf": 1}
    found = record_downloads(edition(official_plan, made), "reports/x/report-2021/", "x/report-2021", name)
    assert found is not None
    assert not set('\\/:*?"<>|') & set(found.files[0].name)
    assert len(found.files[0].name) <= 125
    assert found.files[0].name.endswith(".pdf")
