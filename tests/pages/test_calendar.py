"""The pages of the calendar: what stands where, and that everything is counted."""

import datetime
from collections import Counter
from collections.abc import Callable, Iterator, Mapping

import pytest

from dorkarta import addresses
from dorkarta.calendars.months import months_of
from dorkarta.pages import calendar as landing
from dorkarta.pages import month as month_page
from dorkarta.pages import school_year as year_page
from dorkarta.pages.edition import Edition, Settings
from dorkarta.pages.entries import EntryView, KindCount
from dorkarta.pages.month import MonthView
from dorkarta.pages.school_year import SchoolYearView
from dorkarta.pages.selection import Selections
from dorkarta.records.corpus import Corpus
from dorkarta.records.plan import Plan, plan_of
from dorkarta.records.timing import Month

CorpusWith = Callable[[Mapping[str, str]], Corpus]
EditionWith = Callable[..., Edition]

PATH = "zarechnaya-oblast/roadmap-2024"


@pytest.fixture
def edition_with(corpus_with: CorpusWith) -> EditionWith:
    """An edition of one roadmap from September 2022 to August 2024: id → deadline, id → form."""

    def made(
        deadlines: Mapping[str, str],
        forms: Mapping[str, str] | None = None,
        as_of: str = "2024-03-10",
        site_url: str = "https://example.org/shnor/",
    ) -> Edition:
        rows = "".join(
            f'      - {{id: "{id_}", title: "А{id_}", deadline: "{words}"'
            + (f", form: {(forms or {})[id_]}" if id_ in (forms or {}) else "")
            + "}\n"
            for id_, words in deadlines.items()
        )
        text = (
            "title: Карта\nlevel: region\nperiod: 2022-09-01/2024-08-31\nsource: {title: Карта}\n"
            f"sections:\n  - id: s\n    title: Раздел\n    activities:\n{rows}"
        )
        corpus = corpus_with({f"{PATH}.yaml": text})
        everything = plan_of(corpus)
        return Edition(
            plan=Plan(corpus=corpus, planned=everything.by_roadmap[PATH]),
            as_of=datetime.date.fromisoformat(as_of),
            settings=Settings(site_name="Сайт", site_url=site_url, edit_url=None),
        )

    return made


@pytest.fixture(scope="session")
def official_edition(official_plan: Plan) -> Edition:
    """The real records in March 2021."""
    settings = Settings(site_name="Сайт", site_url="https://example.org/shnor/", edit_url=None)
    return Edition(plan=official_plan, as_of=datetime.date(2021, 3, 10), settings=settings)


def month_view(edition: Edition, month: Month) -> MonthView:
    view = month_page.make(edition, month, Selections(edition=edition)).view
    assert isinstance(view, MonthView)
    return view


def year_view(edition: Edition, first: int) -> SchoolYearView:
    view = year_page.make(edition, first, Selections(edition=edition)).view
    assert isinstance(view, SchoolYearView)
    return view


def entries_of(view: MonthView, *groups: str) -> Iterator[EntryView]:
    for group in view.groups:
        if not groups or group.id in groups:
            for each in group.lists:
                yield from each.entries


def ids(entries: Iterator[EntryView]) -> list[str]:
    return [entry.href.rpartition("#m-")[2] for entry in entries]


def counted(counts: tuple[KindCount, ...]) -> Counter[str]:
    return Counter({each.kind: each.count for each in counts})


def test_the_overview_counts_what_its_months_hold(official_edition: Edition) -> None:
    """In every school year the counts of a month are the entries of its page, and these are its events."""
    by_month = official_edition.calendar.by_month
    for first in official_edition.calendar.school_years:
        for month, tile in zip(months_of(first), year_view(official_edition, first).overview.tiles, strict=True):
            assert tile.total == sum(counted(tile.counts).values()) == len(by_month.get(month, ()))
            assert (tile.href is None) == (month not in by_month)
            if month in by_month:
                view = month_view(official_edition, month)
                assert Counter(entry.kind for entry in entries_of(view)) == +counted(tile.counts)
                assert counted(view.counts) == counted(tile.counts)


def test_every_event_stands_in_all_its_months(official_edition: Edition) -> None:
    """Over all month pages each event stands once for every month that it touches."""
    calendar = official_edition.calendar
    shown = sum(len(list(entries_of(month_view(official_edition, month)))) for month in calendar.by_month)
    assert shown == sum(len(list(event.occurrence.months)) for event in calendar.events)
    assert set(calendar.by_month) == {month for event in calendar.events for month in event.occurrence.months}


def test_the_facts_of_the_filter_add_up(official_edition: Edition) -> None:
    """What the filter counts in the browser is what the page counts, by kind and by month."""
    for first in official_edition.calendar.school_years:
        overview = year_view(official_edition, first).overview
        kinds: Counter[str] = Counter()
        months: Counter[int] = Counter()
        for fact in overview.facts.splitlines():
            *_, kind, rest = fact.split(";")
            touched, _, count = rest.partition("*")
            kinds[kind] += int(count)
            months.update({int(month): int(count) for month in touched.split(",")})
        assert kinds == +counted(overview.counts)
        assert [months[tile.index] for tile in overview.tiles] == [tile.total for tile in overview.tiles]


def test_only_what_has_a_day_stands_under_a_day(official_edition: Edition) -> None:
    """A soft event stands in no week and marks no day of the grid; a month without days has no grid."""
    for month, events in official_edition.calendar.by_month.items():
        view = month_view(official_edition, month)
        exact = sorted(event.planned.activity.id for event in events if event.exact)
        assert sorted(ids(entries_of(view, "days"))) == exact
        assert bool(view.grid) == bool(exact)
        assert not any(entry.days for entry in entries_of(view, "month", "due", "longer"))


@pytest.mark.parametrize(
    ("words", "form", "group", "when"),
    [
        ("12 марта 2024", "вебинар", "days", "вт, 12 марта"),
        ("до 15 марта 2024", "приказ", "days", "до 15 марта"),
        ("с 4 по 6 марта 2024", "семинар", "days", "4–6 марта"),
        ("28 февраля – 4 марта 2024", "семинар", "days", "28 февраля – 4 марта"),
        ("март 2024", "вебинар", "month", None),
        ("третья декада марта 2024", "вебинар", "month", "21–31 марта"),
        ("вторая декада марта 2024", "приказ", "month", "до 20 марта"),
        ("март 2024", "приказ", "due", None),
        ("третья декада марта 2024", "приказ", "due", "до 31 марта"),
        ("февраль-март 2024", "приказ", "due", "февраль – март 2024"),
        ("март-апрель 2024", "приказ", "longer", "март – апрель 2024"),
        ("I квартал 2024", "вебинар", "longer", "январь – март 2024"),
    ],
)
def test_where_an_entry_stands(edition_with: EditionWith, words: str, form: str, group: str, when: str | None) -> None:
    """By week where a day is known; else within the month, at its end when due, or with its span when longer."""
    view = month_view(edition_with({"1": words}, {"1": form}), (2024, 3))
    assert [each.id for each in view.groups] == [group]
    assert [entry.when for entry in entries_of(view)] == [when]


def test_the_grid_marks_days_and_leads_to_their_entries(edition_with: EditionWith) -> None:
    """A range marks each of its days, every mark leads to an entry that is there, weeks begin on Monday."""
    view = month_view(edition_with({"1": "с 4 по 6 марта 2024", "2": "5 марта 2024", "3": "март 2024"}), (2024, 3))
    marked = {day.number: day for week in view.grid for day in week if day.anchor}
    assert {number: day.count for number, day in marked.items()} == {4: 1, 5: 2, 6: 1}
    anchors = {entry.anchor for entry in entries_of(view)}
    assert all(day.anchor in anchors for day in marked.values())
    assert [day.number for day in view.grid[0]] == [None, None, None, None, 1, 2, 3]
    assert [each.title for each in view.groups[0].lists] == ["Неделя 4–10 марта"]


@pytest.mark.parametrize(
    ("passed", "words"),
    [
        ([], None),
        ([(2020, 11)], "ноябрь 2020 – ничего не назначено"),
        ([(2020, 11), (2020, 12)], "ноябрь и декабрь 2020 – ничего не назначено"),
        ([(2020, 12), (2021, 1)], "декабрь 2020 и январь 2021 – ничего не назначено"),
        ([(2022, 1), (2022, 2), (2022, 3)], "с января по март 2022 – ничего не назначено"),
        ([(2021, 11), (2021, 12), (2022, 1)], "с ноября 2021 по январь 2022 – ничего не назначено"),
    ],
)
def test_passed_months_are_named(passed: list[Month], words: str | None) -> None:
    """Empty months that the way to a neighbour skips are said in correct Russian."""
    assert month_page.passed(passed) == words


def test_neighbours_skip_empty_months_and_say_so(edition_with: EditionWith) -> None:
    """The next month is the next one with something in it; at the ends there is none."""
    edition = edition_with({"1": "октябрь 2023", "2": "январь 2024", "3": "февраль 2024"})
    first, middle, last = (month_view(edition, month) for month in ((2023, 10), (2024, 1), (2024, 2)))
    assert first.before is None
    assert last.after is None
    assert middle.before is not None
    assert (middle.before.href, middle.before.passed) == (
        "calendar/2023-10/",
        "ноябрь и декабрь 2023 – ничего не назначено",
    )
    assert middle.after is not None
    assert (middle.after.href, middle.after.passed) == ("calendar/2024-02/", None)


def test_what_has_no_date_is_listed_by_its_plan(official_edition: Edition) -> None:
    """The lists of all school years hold just what has no date, each year what its roadmaps ask."""
    calendar = official_edition.calendar
    listed = {
        entry.href
        for first in calendar.school_years
        for group in year_view(official_edition, first).undated
        for entry in group.entries
    }
    undated = {addresses.activity(one.record.path, one.activity.id) for one in calendar.undated}
    assert listed == undated
    titles = [group.title for group in year_view(official_edition, 2020).undated]
    assert "По плану работы МНЦ" in titles
    assert "После проведения оценочной процедуры" in titles


def test_equal_plans_stand_together(edition_with: EditionWith) -> None:
    """Case and misprints of a rhythm make no group of their own; plans go before conditions and rhythms."""
    edition = edition_with(
        {
            "1": "не реже одного в четверть",
            "2": "По отдельному графику",
            "3": "по отдельному графику",
            "4": "после проведения оценочной процедуры",
        }
    )
    groups = year_view(edition, 2022).undated
    assert [(group.title, len(group.entries)) for group in groups] == [
        ("По отдельному графику", 2),
        ("После проведения оценочной процедуры", 1),
        ("Не реже одного раза в четверть", 1),
    ]


def test_long_work_is_in_no_month(edition_with: EditionWith) -> None:
    """What lasts longer than a quarter stands on the page of its school years with its span, months only count it."""
    edition = edition_with({"1": "март 2024", "2": "2023-2024 учебный год", "3": "январь – июнь 2024"})
    view = month_view(edition, (2024, 3))
    assert ids(entries_of(view)) == ["1"]
    assert view.ongoing is not None
    assert view.ongoing.title.startswith("2 мероприятия идут")
    assert [group.title for group in year_view(edition, 2023).ongoing] == [
        "Сентябрь 2023 – август 2024",
        "Январь – июнь 2024",
    ]


def test_nothing_is_lost_without_events(edition_with: EditionWith) -> None:
    """A roadmap without a single date still has a school year in the calendar, with empty months."""
    edition = edition_with({"1": "по плану работы МНЦ"})
    assert edition.calendar.school_years == (2022,)
    view = year_view(edition, 2022)
    assert not any(tile.total for tile in view.overview.tiles)
    assert [group.title for group in view.undated] == ["По плану работы МНЦ"]
    assert view.subscription is None


@pytest.mark.parametrize(
    ("as_of", "shown", "said"),
    [
        ("2024-03-10", "2023/24 учебный год", ""),
        ("2024-05-10", "2023/24 учебный год", "На май 2024 года"),
        ("2026-11-22", "2023/24 учебный год", "Последний учебный год, в котором что-то было, – 2023/24."),
        ("2020-01-01", "2022/23 учебный год", "Ближайший учебный год, в котором что-то назначено, – 2022/23."),
    ],
)
def test_the_first_page_shows_the_year_of_the_edition(
    edition_with: EditionWith, as_of: str, shown: str, said: str
) -> None:
    """The current school year, or honestly the last active one; before anything began the first one."""
    view = landing.make_block(edition_with({"1": "май 2023", "2": "март 2024"}, as_of=as_of)).view
    assert isinstance(view, landing.CalendarView)
    assert view.year is not None
    assert view.year.title == shown
    assert said in view.now.text
    assert (view.now.href is None) == bool(said)
    assert [line.href for line in view.years] == ["calendar/2023-2024/", "calendar/2022-2023/"]


def test_a_feed_needs_the_address_of_the_site(edition_with: EditionWith) -> None:
    """With the site's address there is a webcal link to the same feed, without it only the file."""
    with_address = month_view(edition_with({"1": "март 2024"}), (2024, 3)).subscription
    assert with_address is not None
    assert with_address.feeds[0].webcal == "webcal://example.org/shnor/calendar/feeds/all.ics"
    assert with_address.feeds[0].address == "https://example.org/shnor/calendar/feeds/all.ics"
    alone = month_view(edition_with({"1": "март 2024"}, site_url=""), (2024, 3)).subscription
    assert alone is not None
    assert (alone.feeds[0].download, alone.feeds[0].webcal) == ("calendar/feeds/all.ics", None)
