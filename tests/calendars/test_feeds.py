"""The feeds as others read them."""

import datetime
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import icalendar
import pytest
import recurring_ical_events
from hypothesis import given
from hypothesis import strategies as st

from dorkarta import addresses
from dorkarta.calendars import feeds
from dorkarta.calendars.entries import uid_of
from dorkarta.calendars.events import events_of
from dorkarta.calendars.feeds import feed_files, feed_promises, feeds_of
from dorkarta.calendars.ical import Entry, Status, vcalendar, vevent
from dorkarta.calendars.ical_text import escape
from dorkarta.calendars.series import spans
from dorkarta.records.corpus import Corpus
from dorkarta.records.loading import load
from dorkarta.records.plan import Plan, Planned, plan_of

CorpusWith = Callable[[Mapping[str, str]], Corpus]
PlanWith = Callable[..., Plan]
ReadBack = Callable[[bytes], Any]

SITE = "https://example.org/shnor/"
MOMENT = datetime.datetime(2024, 2, 1, 12, 30, 5, tzinfo=datetime.UTC)
ALL = "calendar/feeds/all.ics"
ROADMAP = "calendar/feeds/roadmap/zarechnaya-oblast/roadmap-2024.ics"
FROM, TO = datetime.date(2015, 1, 1), datetime.date(2035, 1, 1)


@pytest.fixture(scope="module")
def official_feeds(official_plan: Plan) -> dict[str, bytes]:
    """The feeds of the records of this project."""
    return dict(feed_files(official_plan, site_url=SITE, modified={}))


def feed(
    plan: Plan,
    address: str = ALL,
    *,
    site_url: str = SITE,
    modified: Mapping[str, datetime.datetime] | None = None,
) -> bytes:
    return dict(feed_files(plan, site_url=site_url, modified=modified or {}))[address]


def uids(calendar: Any) -> list[str]:
    return [str(event["UID"]) for event in calendar.events]


def test_every_feed_gives_back_every_event(
    official_plan: Plan, official_feeds: dict[str, bytes], read_back: ReadBack
) -> None:
    """Two libraries read each official feed, and expand it to exactly the days of its events."""
    for made in feeds_of(official_plan):
        calendar = read_back(official_feeds[made.address])
        found = sorted(
            (str(each["UID"]).rpartition("_")[0], each["DTSTART"].dt, each["DTEND"].dt)
            for each in recurring_ical_events.of(calendar).between(FROM, TO)
        )
        expected = sorted(
            (
                uid_of(event.planned, event.number).rpartition("_")[0],
                event.anchor,
                (event.end if spans(event) else event.anchor) + datetime.timedelta(days=1),
            )
            for event in events_of(made.planned)
        )
        assert found == expected, made.address
        name = escape(made.title)  # the library leaves properties alone that it does not know
        assert str(calendar["X-WR-CALNAME"]) == str(calendar["NAME"]) == name


def test_every_property_that_programs_need(official_feeds: dict[str, bytes], read_back: ReadBack) -> None:
    """Each feed says what it is, each entry what RFC 5545 demands, all of whole days."""
    for address, data in official_feeds.items():
        calendar = read_back(data)
        assert str(calendar["VERSION"]) == "2.0", address
        assert str(calendar["CALSCALE"]) == "GREGORIAN"
        assert str(calendar["METHOD"]) == "PUBLISH"
        assert calendar["REFRESH-INTERVAL"].dt == datetime.timedelta(days=1)
        assert calendar["PRODID"]
        assert calendar.events
        for event in calendar.events:
            assert type(event["DTSTART"].dt) is datetime.date
            assert event["DTEND"].dt > event["DTSTART"].dt
            assert event["DTSTAMP"].dt.tzinfo is not None
            assert str(event["CLASS"]) == "PUBLIC"
            assert str(event["TRANSP"]) == "TRANSPARENT"
            assert str(event["URL"]).startswith(SITE)
            assert "#m-" in str(event["URL"])
            assert str(event["URL"]) in str(event["DESCRIPTION"])
        lines = data.split(b"\r\n")
        assert lines.pop() == b""
        assert all(line and len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
        assert all(line.decode("utf-8") for line in lines)


def test_no_bar_of_a_month(official_feeds: dict[str, bytes], read_back: ReadBack) -> None:
    """No entry is so long that it lies behind a whole month."""
    for event in read_back(official_feeds[ALL]).events:
        assert event["DTEND"].dt - event["DTSTART"].dt < datetime.timedelta(days=28)


def test_a_name_is_one_event(official_feeds: dict[str, bytes], read_back: ReadBack) -> None:
    """No UID stands twice in a feed; the same UID is the same entry in every feed."""
    texts: dict[str, bytes] = {}
    for address, data in official_feeds.items():
        calendar = read_back(data)
        assert len(set(uids(calendar))) == len(uids(calendar)), address
        for block in data.split(b"BEGIN:VEVENT\r\n")[1:]:
            name, entry = block.split(b"\r\nDTSTAMP:", 1)[0], block.removesuffix(b"END:VCALENDAR\r\n")
            assert texts.setdefault(name.decode(), entry) == entry
    assert len(texts) == len(uids(read_back(official_feeds[ALL])))


def test_names_stay_when_words_dates_and_order_change(plan_with: PlanWith, read_back: ReadBack) -> None:
    """Neither a title nor a date nor the order of rows is in a UID."""
    before = plan_with({"1": "title: А, deadline: март 2024", "4.10": 'title: Б, deadline: "май, июнь 2024"'})
    after = plan_with({"4.10": 'title: В, deadline: "1 июня, 5 июля 2023 года"', "1": "title: Г, deadline: июль 2024"})
    expected = [
        "zarechnaya-oblast_roadmap-2024_1_1@dorkarta",
        "zarechnaya-oblast_roadmap-2024_4.10_1@dorkarta",
        "zarechnaya-oblast_roadmap-2024_4.10_2@dorkarta",
    ]
    assert sorted(uids(read_back(feed(before)))) == expected
    assert sorted(uids(read_back(feed(after)))) == expected


def test_same_bytes_twice(official_feeds: dict[str, bytes], official: Corpus) -> None:
    """The same records make the same bytes, whoever read them and whenever."""
    root = Path(__file__).resolve().parents[2]
    assert dict(feed_files(plan_of(load(root)), site_url=SITE, modified={})) == official_feeds
    assert dict(feed_files(plan_of(official), site_url=SITE, modified={})) == official_feeds


def test_feeds_of_everything_that_has_events(plan_with: PlanWith) -> None:
    """Level, territory, body, form, roadmap; what has no event has no feed."""
    plan = plan_with(
        {
            "1": "title: А, deadline: март 2024, form: вебинар, responsible: [ИРО, МОУО]",
            "2": "title: Б, deadline: по плану работы МОУО, form: консультации, responsible: [Минобр]",
        }
    )
    assert [made.address.removeprefix("calendar/feeds/") for made in feeds_of(plan)] == [
        "all.ics",
        "body/country/mouo.ics",
        "body/zarechnaya-oblast/institute.ics",
        "form/webinar.ics",
        "level/region.ics",
        "roadmap/zarechnaya-oblast/roadmap-2024.ics",
        "territory/zarechnaya-oblast.ics",
    ]
    assert {address for address, _ in feed_files(plan, site_url="", modified={})} == {
        made.address for made in feeds_of(plan)
    }


def test_no_feed_is_larger_than_anybody_bears(plan_with: PlanWith, monkeypatch: pytest.MonkeyPatch) -> None:
    """A feed with too many activities is neither offered nor written; what it would hold stands in smaller ones."""
    plan = plan_with(
        {
            "1": "title: А, deadline: март 2024, form: вебинар, responsible: [ИРО]",
            "2": "title: Б, deadline: май 2024, form: консультации, responsible: [ИРО]",
        }
    )
    every = {made.address for made in feeds_of(plan)}
    monkeypatch.setattr(feeds, "LARGEST", 1)
    left = {made.address for made in feeds_of(plan)}
    assert left == {addresses.feed("form", "webinar"), addresses.feed("form", "consultations")}
    assert left < every
    assert {address for address, _ in feed_files(plan, site_url="", modified={})} == left


def test_entries_do_not_depend_on_what_was_written_before(official_plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    """A feed is the same whether it is made alone or after others, and whether their entries are kept or not."""
    whole = dict(feed_files(official_plan, site_url=SITE, modified={}))
    monkeypatch.setattr(feeds, "_KEPT", 2)
    assert dict(feed_files(official_plan, site_url=SITE, modified={})) == whole
    last = list(feed_promises(official_plan, site_url=SITE, modified={}))[-1]
    assert last.make() == whole[last.address]


def test_entries_are_taken_from_feeds_that_stand(official_plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    """Feeds that gather are the same where the entries come from the feeds of roadmaps, and none is written anew."""
    whole = dict(feed_files(official_plan, site_url=SITE, modified={}))
    monkeypatch.setattr("dorkarta.calendars.entries.vevent", None)
    again = {
        promise.address: promise.make()
        for promise in feed_promises(official_plan, site_url=SITE, modified={}, standing=whole.get)
    }
    assert again == whole


def test_a_feed_names_its_roadmaps(official_plan: Plan) -> None:
    """A promise tells the files of just those roadmaps that have activities in the feed."""
    promises = {one.address: one.records for one in feed_promises(official_plan, site_url=SITE, modified={})}
    for made in feeds_of(official_plan):
        assert set(promises[made.address] or ()) == {one.record.file for one in made.planned}
    assert promises[addresses.feed("roadmap", "tula-oblast/tula/roadmap-2020-2021")] == (
        "roadmaps/tula-oblast/tula/roadmap-2020-2021.yaml",
    )


def test_no_events_no_feeds(plan_with: PlanWith) -> None:
    """Without a date there is no feed at all."""
    assert feeds_of(plan_with({"1": "title: А, deadline: по мере необходимости"})) == ()


def test_a_region_holds_its_municipalities(official_plan: Plan, read_back: ReadBack) -> None:
    """The feed of a region has the events of all territories inside it."""
    files = dict(feed_files(official_plan, site_url=SITE, modified={}))
    inside = set(uids(read_back(files["calendar/feeds/territory/tula-oblast/tula.ics"])))
    assert inside
    assert inside <= set(uids(read_back(files["calendar/feeds/territory/tula-oblast.ics"])))


def test_titles(official_plan: Plan) -> None:
    """A feed bears a Russian name, what sets it apart first."""
    titles = {made.address.removeprefix("calendar/feeds/"): made.title for made in feeds_of(official_plan)}
    assert titles["all.ics"] == "Мероприятия дорожных карт"
    assert titles["body/krasnodar-krai/iro-kk.ics"] == "ИРО КК: мероприятия дорожных карт"
    assert titles["form/webinar.ics"] == "Вебинар: мероприятия дорожных карт"
    assert titles["level/region.ics"] == "Региональный уровень: мероприятия дорожных карт"
    assert titles["territory/tula-oblast/tula.ics"] == "Тула, Тульская область: мероприятия дорожных карт"
    assert (
        titles["roadmap/krasnodar-krai/roadmap-2020-2021.ics"]
        == "Краевая дорожная карта: Краснодарский край, 2020–2021"
    )


def test_what_an_entry_says(plan_with: PlanWith, read_back: ReadBack) -> None:
    """The official words, the forms, who answers, whose roadmap it is, and where to read on."""
    plan = plan_with({"1": 'title: А, deadline: "15  марта 2024", form: "КПК, вебинар", responsible: [ИРО, Минобр]'})
    (event,) = read_back(feed(plan)).events
    lines = str(event["DESCRIPTION"]).split("\n")
    assert lines[0] == "Срок: 15 марта 2024"
    assert lines[1] == "Форма: КПК, вебинар"
    assert lines[2].startswith("Ответственные: ")
    assert "Заречная область, 2022–2024" in lines[3]
    assert lines[4] == str(event["URL"]) == f"{SITE}roadmaps/zarechnaya-oblast/roadmap-2024/#m-1"
    categories = [str(each) for each in event["CATEGORIES"].cats]
    assert categories[0] == "События"
    assert len(categories) == 4


def test_without_an_address_of_the_site_there_are_no_links(plan_with: PlanWith, read_back: ReadBack) -> None:
    """A site that does not know its address makes no URL."""
    (event,) = read_back(feed(plan_with({"1": "title: А, deadline: 15 марта 2024"}), site_url="")).events
    assert "URL" not in event
    assert "http" not in str(event["DESCRIPTION"])


def test_last_change(plan_with: PlanWith, read_back: ReadBack) -> None:
    """The time of the last change stands in UTC; where it is not known, no time is made up."""
    plan = plan_with({"1": "title: А, deadline: 15 марта 2024"})
    moscow = MOMENT.astimezone(datetime.timezone(datetime.timedelta(hours=3)))
    known = {"roadmaps/zarechnaya-oblast/roadmap-2024.yaml": moscow}
    (event,) = read_back(feed(plan, modified=known)).events
    assert event["DTSTAMP"].dt == event["LAST-MODIFIED"].dt == MOMENT
    (event,) = read_back(feed(plan)).events
    assert event["DTSTAMP"].dt == datetime.datetime(2022, 9, 1, tzinfo=datetime.UTC)
    assert "LAST-MODIFIED" not in event
    assert "SEQUENCE" not in event


def test_cancelled(plan_with: PlanWith, read_back: ReadBack) -> None:
    """What was called off stays in the feed and says so, its parts with it."""
    plan = plan_with(
        {
            "1": "title: А, deadline: март 2024, cancelled: {date: 2024-02-01, by: Минобр}, "
            "activities: [{id: '1.1', title: Б, deadline: 5 марта 2024}]",
            "2": "title: В, deadline: 6 марта 2024",
        }
    )
    found = {str(event["UID"]): event for event in read_back(feed(plan)).events}
    whole, part, other = (found[f"zarechnaya-oblast_roadmap-2024_{id_}_1@dorkarta"] for id_ in ("1", "1.1", "2"))
    assert [str(event["STATUS"]) for event in (whole, part, other)] == ["CANCELLED", "CANCELLED", "CONFIRMED"]
    assert [str(event["SUMMARY"]) for event in (whole, part, other)] == ["отменено: А", "отменено: Б", "В"]
    assert str(whole["DESCRIPTION"]).startswith("Отменено: 1 февраля 2024 г., Минобр\n")
    assert "\nЧасть мероприятия: А\n" in str(part["DESCRIPTION"])


def test_a_title_stays_text(plan_with: PlanWith, read_back: ReadBack) -> None:
    """Whatever a title holds, it makes no entry, no property and no line of its own."""
    title = r"Итог\nEND:VEVENT\r\nBEGIN:VEVENT\nSUMMARY:чужое\n;,:\\ \\n \"«ё»\" \u2028 x"
    data = feed(plan_with({"1": f'title: "{title}", deadline: 15 марта 2024, form: вебинар'}), ROADMAP)
    assert data.count(b"\r\nBEGIN:VEVENT\r\n") == 1
    (event,) = read_back(data).events
    assert str(event["SUMMARY"]) == r'Итог END:VEVENT BEGIN:VEVENT SUMMARY:чужое ;,:\ \n "«ё»" x'


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_stays_text(summary: str, description: str) -> None:
    """No text of any field gets out of its property."""
    day = datetime.date(2024, 2, 29)
    entry = Entry(
        uid=summary,
        stamp=MOMENT,
        modified=None,
        first=day,
        last=day,
        rule=None,
        summary=summary,
        description=(description, summary),
        categories=(summary, description),
        status=Status.CONFIRMED,
        url=f"{SITE}{description}",
    )
    calendar: Any = icalendar.Calendar.from_ical(vcalendar(description, [vevent(entry)]))
    (event,) = calendar.events
    assert set(event) == {
        *("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION"),
        *("CATEGORIES", "STATUS", "CLASS", "TRANSP", "URL"),
    }
    assert event["DTEND"].dt == datetime.date(2024, 3, 1)


def test_names_of_different_occurrences_differ(official_plan: Plan) -> None:
    """No two occurrences of any two activities share a UID."""
    made = [uid_of(one, number) for one in official_plan.planned for number in range(1, 15)]
    assert len(made) == len(set(made))


def test_one_activity_is_in_every_feed_of_its_own(official_plan: Plan) -> None:
    """An activity with events stands in the feeds of everything, of its level, its territory and its roadmap."""

    def feeds_with(one: Planned) -> set[str]:
        return {made.address.split("/")[2] for made in feeds_of(official_plan) if one in made.planned}

    one = next(one for one in official_plan.planned if events_of((one,)) and one.forms and one.bodies)
    assert feeds_with(one) == {"all.ics", "level", "territory", "roadmap", "form", "body"}
