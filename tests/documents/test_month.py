"""The paper of a month says all that is on in it, in order of time."""

import datetime
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from dorkarta.calendars.calendar import Calendar
from dorkarta.documents import month
from dorkarta.documents.imprint import Imprint
from dorkarta.documents.paper import Paper, RowKind
from dorkarta.records.corpus import Corpus
from dorkarta.records.plan import Plan, plan_of
from dorkarta.records.timing import Month

CorpusWith = Callable[[Mapping[str, str]], Corpus]
Told = Callable[[Paper], list[str]]

IMPRINT = Imprint(publisher="Дорожные карты", site_url="https://example.org/shnor/")
REGION = "zarechnaya-oblast"
CASES = Path(__file__).resolve().parent.parent / "cases" / "papers"


def paper(plan: Plan, of: Month, imprint: Imprint = IMPRINT) -> Paper:
    made = month.make(plan, Calendar(planned=plan.planned), of, imprint)
    assert made is not None
    return made


def roadmap(rows: str, title: str = "Карта") -> str:
    return (
        f"title: {title}\nlevel: region\nperiod: 2023-09-01/2024-08-31\nsource: {{title: Карта}}\n"
        f"sections:\n  - id: s\n    title: Раздел\n    activities:\n{rows}"
    )


def test_nothing_is_lost_or_doubled(official_plan: Plan) -> None:
    """The rows of every month are its events and what goes on for longer, each as often as the calendar has it."""
    calendar = Calendar(planned=official_plan.planned)
    for each, events in calendar.by_month.items():
        rows = [row for table in paper(official_plan, each).tables for row in table.rows if row.kind is RowKind.ITEM]
        expected = Counter(event.planned.key for event in events)
        expected.update(one.key for one in calendar.ongoing_in_month(each))
        assert Counter(row.id for row in rows) == expected


def test_every_row_says_its_activity(official_plan: Plan) -> None:
    """Title, form, deadline and who answers stand in the row as the roadmap prints them."""
    for each in Calendar(planned=official_plan.planned).by_month:
        for table in paper(official_plan, each).tables:
            keys = [column.key for column in table.columns]
            for row in table.rows:
                if row.kind is RowKind.SECTION:
                    continue
                assert len(row.cells) == len(keys)
                cells = dict(zip(keys, (cell or "" for cell in row.cells), strict=True))
                activity = official_plan.by_key[row.id].activity
                assert cells["title"] == (activity.title or "Название в скане утрачено")
                assert (activity.form or "") in cells.get("form", "")
                assert (activity.deadline or "") in cells.get("deadline", "")
                assert all(name.body in cells.get("responsible", "") for name in activity.responsible)
                assert cells["roadmap"]


def test_a_month_as_a_reader_sees_it(small: Corpus, told: Told) -> None:
    """Days stand first under their week, then what has no day by kind; a part names its whole."""
    assert told(paper(plan_of(small), (2024, 3))) == (CASES / "month.txt").read_text("utf-8").splitlines()


def test_order_of_time(corpus_with: CorpusWith, told: Told) -> None:
    """Days in their order over all roadmaps, then the month, its end, longer spans, and what goes on all the time."""
    deadlines = {
        "1": "20 марта 2024 года",
        "2": "5 марта 2024 года",
        "3": "до 12 марта 2024 года",
        "4": "I квартал 2024",
        "5": "март",
        "6": "2023-2024 учебный год",
    }
    rows = "".join(
        f'      - {{id: "{id_}", title: "А{id_}", deadline: "{words}"}}\n' for id_, words in deadlines.items()
    )
    order = '      - {id: "7", title: А7, form: приказ, deadline: март 2024}\n'
    corpus = corpus_with({f"{REGION}/roadmap-2024.yaml": roadmap(rows + order)})
    everything = plan_of(corpus)
    plan = Plan(corpus=corpus, planned=everything.by_roadmap[f"{REGION}/roadmap-2024"])
    place = "Заречная область, 2023–2024"
    assert [line for line in told(paper(plan, (2024, 3))) if line.startswith(("#", "§")) or place in line] == [
        "# По дням",
        "§ Неделя 4–10 марта",
        f"вт, 5 марта | А2 | 5 марта 2024 года | {place}",
        "§ Неделя 11–17 марта",
        f"до 12 марта | А3 | до 12 марта 2024 года | {place}",
        "§ Неделя 18–24 марта",
        f"ср, 20 марта | А1 | 20 марта 2024 года | {place}",
        "# В течение месяца",
        "§ Форма не указана",
        f"А5 | март / (март 2024) | {place}",
        "# К концу месяца: до 31 марта",
        "§ Документы",
        f"А7 | приказ | март 2024 | {place}",
        "# Дольше месяца",
        "§ Форма не указана",
        f"январь – март 2024 | А4 | I квартал 2024 | {place}",
        "# Идёт дольше квартала",
        f"сентябрь 2023 – август 2024 | А6 | 2023-2024 учебный год | {place}",
    ]


def test_roadmaps_of_one_territory_are_told_apart(corpus_with: CorpusWith) -> None:
    """Where two roadmaps would bear the same short name, their level stands before it."""
    rows = '      - {id: "1", title: А, deadline: март 2024}\n'
    corpus = corpus_with(
        {
            f"{REGION}/roadmap-a.yaml": roadmap(rows),
            f"{REGION}/roadmap-b.yaml": roadmap(rows).replace("level: region", "level: school"),
        }
    )
    plan = plan_of(corpus)
    alone = Plan(corpus=corpus, planned=tuple(one for one in plan.planned if one.record.path[-1] in "ab"))
    (table,) = paper(alone, (2024, 3)).tables
    names = [row.cells[2] for row in table.rows if row.kind is RowKind.ITEM]
    assert names == [
        "Областная дорожная карта: Заречная область, 2023–2024",
        "Дорожная карта образовательной организации: Заречная область, 2023–2024",
    ]


def test_a_remark_is_said_once(corpus_with: CorpusWith) -> None:
    """An activity of several days refers to the same remarks; how letters were put right is not told here."""
    rows = (
        '      - {id: "1", number: "1", title: А, deadline: "5 марта 2024 года, 12 марта 2024 года",\n'
        "         notes: [{kind: loss, text: форма утрачена}, {kind: repair, text: буква}],\n"
        "         inferred: {deadline: год по периоду}}\n"
    )
    corpus = corpus_with({f"{REGION}/roadmap-2024.yaml": roadmap(rows)})
    plan = Plan(corpus=corpus, planned=plan_of(corpus).by_roadmap[f"{REGION}/roadmap-2024"])
    found = paper(plan, (2024, 3))
    assert [row.remarks for row in found.tables[0].rows if row.kind is RowKind.ITEM] == [(1, 2), (1, 2)]
    assert [(each.number, each.where, each.kind, each.text) for each in found.remarks] == [
        (1, "Пункт 1", "Утрачено", "форма утрачена"),
        (2, "Пункт 1", "Восстановлено (срок)", "год по периоду"),
    ]


def test_what_was_called_off_says_so(corpus_with: CorpusWith) -> None:
    """A part of what was called off is called off; a part of what was only changed is not."""
    rows = (
        '      - {id: "1", number: "1", title: А, cancelled: {date: 2024-02-01},\n'
        '         activities: [{id: "1.1", title: Б, deadline: 5 марта 2024 года}]}\n'
        '      - {id: "2", number: "2", title: В, amended: [{date: 2024-02-01}],\n'
        '         activities: [{id: "2.1", title: Г, deadline: 6 марта 2024 года}]}\n'
    )
    corpus = corpus_with({f"{REGION}/roadmap-2024.yaml": roadmap(rows)})
    plan = Plan(corpus=corpus, planned=plan_of(corpus).by_roadmap[f"{REGION}/roadmap-2024"])
    states = [row.state for row in paper(plan, (2024, 3)).tables[0].rows if row.kind is RowKind.ITEM]
    assert states == ["Отменено 1 февраля 2024\u00a0г.", None]


def test_parts_say_who_answers_for_the_whole(official_plan: Plan) -> None:
    """A part that names nobody bears the names of its whole."""
    parts = [one.key for one in official_plan.planned if one.parent and not one.activity.responsible]
    rows = [
        (row.id, row.cells[-1])
        for each in Calendar(planned=official_plan.planned).by_month
        for table in paper(official_plan, each).tables
        for row in table.rows
        if row.id in parts
    ]
    assert rows
    assert all("Управление образования администрации города Тулы" in (cell or "") for _, cell in rows)


def test_where_it_lives_and_when_it_changed(official_plan: Plan) -> None:
    """The address is that of the page; the edition is the latest change of a drawn record, if all are known."""
    files = {each.file for each in official_plan.corpus.roadmaps.values()}
    late, early = (
        datetime.datetime(2022, 5, 1, 12, tzinfo=datetime.UTC),
        datetime.datetime(2021, 1, 1, tzinfo=datetime.UTC),
    )
    modified = dict.fromkeys(files, early) | {
        official_plan.corpus.roadmaps["krasnodar-krai/roadmap-2020-2021"].file: late
    }
    known = paper(official_plan, (2021, 3), Imprint(publisher="Сайт", modified=modified))
    assert (known.stem, known.address, known.live) == ("calendar/2021-03", "calendar/2021-03/", None)
    assert (known.changed, known.moment) == (late.date(), late)
    unknown = paper(official_plan, (2021, 3))
    assert unknown.live == "https://example.org/shnor/calendar/2021-03/"
    assert (unknown.changed, unknown.moment) == (None, datetime.datetime(2021, 3, 1, tzinfo=datetime.UTC))


@pytest.mark.parametrize("of", [(2021, 3), (2020, 12)])
def test_the_same_plan_makes_the_same_paper(official_plan: Plan, of: Month) -> None:
    """Neither the order of the plan nor a second making changes a word."""
    turned = Plan(corpus=official_plan.corpus, planned=official_plan.planned[::-1])
    assert paper(official_plan, of) == paper(official_plan, of) == paper(turned, of)
