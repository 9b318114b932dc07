"""The home page tells what is on, or honestly that nothing is."""

import datetime
from collections.abc import Callable, Mapping

import pytest

from dorkarta.pages import home
from dorkarta.pages.edition import Edition, Settings
from dorkarta.pages.home import HomeView, NowView
from dorkarta.records.corpus import Corpus
from dorkarta.records.plan import Plan, plan_of

CorpusWith = Callable[[Mapping[str, str]], Corpus]
NowWith = Callable[[Mapping[str, str], str], NowView]

PATH = "zarechnaya-oblast/roadmap-2024"


@pytest.fixture
def now_with(corpus_with: CorpusWith) -> NowWith:
    """What is on by a roadmap from September 2022 to August 2024 (id → deadline) in an edition of some day."""

    def made(deadlines: Mapping[str, str], as_of: str) -> NowView:
        rows = "".join(f'      - {{id: "{id_}", title: А, deadline: "{words}"}}\n' for id_, words in deadlines.items())
        text = (
            "title: Карта\nlevel: region\nperiod: 2022-09-01/2024-08-31\nsource: {title: Карта}\n"
            f"sections:\n  - id: s\n    title: Раздел\n    activities:\n{rows}"
        )
        corpus = corpus_with({f"{PATH}.yaml": text})
        edition = Edition(
            plan=Plan(corpus=corpus, planned=plan_of(corpus).by_roadmap[PATH]),
            as_of=datetime.date.fromisoformat(as_of),
            settings=Settings(site_name="Сайт", site_url="", edit_url=None),
        )
        view = home.make(edition).view
        assert isinstance(view, HomeView)
        return view.now

    return made


def hrefs(view: NowView) -> list[str]:
    return [line.href.rpartition("#m-")[2] for line in view.current]


def test_this_month(now_with: NowWith) -> None:
    """What is on in the month of the edition, in order of days, what is due last; with the way to the calendar."""
    view = now_with({"1": "до 31 марта 2024", "2": "12 марта 2024", "3": "апрель 2024", "4": "март 2024"}, "2024-03-10")
    assert view.title == "В этом месяце: март 2024"
    assert hrefs(view) == ["4", "2", "1"]
    assert (view.href, view.archive) == ("calendar/2024-03/", ())


def test_the_archive(now_with: NowWith) -> None:
    """Where nothing is on, the last active school year says that it is an archive, and shows its months."""
    view = now_with({"1": "май 2023", "2": "октябрь 2023", "3": "декабрь 2023, март 2024"}, "2026-11-22")
    assert view.title == "Архив: 2023/24 учебный год"
    assert view.text.startswith("На ноябрь 2026 года в опубликованных дорожных картах ничего не назначено.")
    assert view.current == ()
    assert [(month.title, month.count, month.href) for month in view.archive] == [
        ("Октябрь 2023", "1 мероприятие", "calendar/2023-10/"),
        ("Декабрь 2023", "1 мероприятие", "calendar/2023-12/"),
        ("Март 2024", "1 мероприятие", "calendar/2024-03/"),
    ]
    assert view.href == "calendar/2023-2024/"


def test_nothing_yet(now_with: NowWith) -> None:
    """Before anything began there is neither a month nor an archive, only the calendar."""
    view = now_with({"1": "май 2023"}, "2022-10-01")
    assert (view.current, view.archive, view.href) == ((), (), "calendar/")
    assert "ничего не назначено" in view.text


def test_the_official_home_page(official_plan: Plan) -> None:
    """The home page of the official records in March 2021 shows the activities of that month, each once."""
    settings = Settings(site_name="Сайт", site_url="", edit_url=None)
    edition = Edition(plan=official_plan, as_of=datetime.date(2021, 3, 10), settings=settings)
    view = home.make(edition).view
    assert isinstance(view, HomeView)
    shown = [line.href for line in view.now.current]
    events = edition.calendar.by_month[2021, 3]
    assert len(shown) == len(set(shown)) == len({event.planned.key for event in events})
