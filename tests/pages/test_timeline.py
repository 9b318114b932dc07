"""A roadmap's own timeline: the drawing and its words."""

import datetime
from collections.abc import Callable, Mapping

import pytest

from dorkarta import addresses
from dorkarta.pages import timeline
from dorkarta.pages.edition import Edition, Settings
from dorkarta.pages.timeline import TimelineView
from dorkarta.records.corpus import Corpus
from dorkarta.records.plan import Plan, plan_of

CorpusWith = Callable[[Mapping[str, str]], Corpus]
TimelineWith = Callable[[Mapping[str, str]], TimelineView | None]

PATH = "zarechnaya-oblast/roadmap-2024"


def edition_of(plan: Plan) -> Edition:
    settings = Settings(site_name="Сайт", site_url="", edit_url=None)
    return Edition(plan=plan, as_of=datetime.date(2024, 3, 10), settings=settings)


@pytest.fixture
def timeline_with(corpus_with: CorpusWith) -> TimelineWith:
    """The timeline of a roadmap of 2024: id → deadline."""

    def made(deadlines: Mapping[str, str]) -> TimelineView | None:
        rows = "".join(f'      - {{id: "{id_}", title: А, deadline: "{words}"}}\n' for id_, words in deadlines.items())
        text = (
            "title: Карта\nlevel: region\nperiod: 2024-01-01/2024-12-31\nsource: {title: Карта}\n"
            f"sections:\n  - id: s\n    title: Раздел\n    activities:\n{rows}"
        )
        corpus = corpus_with({f"{PATH}.yaml": text})
        plan = Plan(corpus=corpus, planned=plan_of(corpus).by_roadmap[PATH])
        return timeline.make(edition_of(plan), corpus.roadmaps[PATH])

    return made


@pytest.mark.parametrize(
    ("words", "shapes"),
    [
        ("март 2024", ["band"]),
        ("12 марта 2024", ["day"]),
        ("до 1 января 2024", ["limit"]),
        ("в течение года", ["long"]),
        ("ежеквартально", ["band"] * 4),
    ],
)
def test_marks(timeline_with: TimelineWith, words: str, shapes: list[str]) -> None:
    """A soft month is a band, a day a dot, a limit a right edge, a recurrence repeats; all inside the drawing."""
    view = timeline_with({"1": words})
    assert view is not None
    marks = [mark for row in view.rows for mark in row.marks]
    assert [mark.shape for mark in marks] == shapes
    assert all(view.left <= mark.x and mark.x + mark.width <= view.width + 0.1 for mark in marks)
    assert all(row.y <= mark.y <= row.y + row.height for row in view.rows for mark in row.marks)


def test_equal_times_are_one_mark(timeline_with: TimelineWith) -> None:
    """Activities of one kind and one time are counted, overlapping ones lie on lanes of their own."""
    view = timeline_with({"1": "март 2024", "2": "март 2024", "3": "март-апрель 2024", "4": "май 2024"})
    assert view is not None
    marks = view.rows[0].marks
    assert [(mark.title, mark.count) for mark in marks] == [
        ("март 2024: 2 записи", 2),
        ("март – апрель 2024: 1 запись", 1),
        ("май 2024: 1 запись", 1),
    ]
    assert marks[0].y == marks[2].y != marks[1].y


def test_months_without_a_page_are_no_links(timeline_with: TimelineWith) -> None:
    """The axis has every month of the period and leads to those that have something."""
    view = timeline_with({"1": "март 2024"})
    assert view is not None
    assert len(view.months) == 12
    assert [month.href for month in view.months if month.href] == ["calendar/2024-03/"]


def test_without_dates_there_is_no_timeline(timeline_with: TimelineWith) -> None:
    """A roadmap whose times are all left to a plan has nothing to draw."""
    assert timeline_with({"1": "по плану работы МНЦ"}) is None


def test_the_list_says_all_that_is_drawn(official_plan: Plan) -> None:
    """In the real roadmaps the drawing counts every event, and the list names every timed activity."""
    edition = edition_of(official_plan)
    for path, record in official_plan.corpus.roadmaps.items():
        view = timeline.make(edition, record)
        assert view is not None
        events = [event for event in edition.calendar.events if event.planned.record.path == path]
        drawn = sum(mark.count for row in view.rows for mark in row.marks if mark.shape != "long")
        assert drawn == len(events)
        named = {item.href for month in view.told for item in month.items}
        timed = [one for one in official_plan.by_roadmap[path] if one.occurrences]
        assert named >= {f"#{addresses.activity_anchor(one.activity.id)}" for one in timed}
