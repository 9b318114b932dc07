"""The paper of a body says all that it answers for."""

import datetime
from collections import Counter
from collections.abc import Callable, Mapping
from itertools import pairwise
from pathlib import Path

import pytest

from dorkarta import addresses
from dorkarta.documents import body
from dorkarta.documents.imprint import Imprint
from dorkarta.documents.paper import Paper, RowKind
from dorkarta.model.activity import Activity
from dorkarta.model.body import Body
from dorkarta.model.indicator import Indicator
from dorkarta.model.note import NoteKind
from dorkarta.records.corpus import Corpus
from dorkarta.records.duties import duties_as, duties_of
from dorkarta.records.fulfilment import roles_of
from dorkarta.records.plan import Plan, plan_of
from dorkarta.records.record import Record

CorpusWith = Callable[[Mapping[str, str]], Corpus]
Told = Callable[[Paper], list[str]]

IMPRINT = Imprint(publisher="Дорожные карты", site_url="https://example.org/shnor/")
REGION = "zarechnaya-oblast"
CASES = Path(__file__).resolve().parent.parent / "cases" / "papers"
TOWN = f"{REGION}/verkhnerechensk"


@pytest.fixture(scope="module")
def plan(small: Corpus) -> Plan:
    """The plan of the small project."""
    return plan_of(small)


def record(plan: Plan, path: str) -> Record[Body]:
    (found,) = (each for each in plan.corpus.bodies if each.path == path)
    return found


def paper(plan: Plan, path: str, imprint: Imprint = IMPRINT) -> Paper:
    found = body.make(plan, record(plan, path), imprint)
    assert found is not None
    return found


def test_nothing_is_lost_or_doubled(official_plan: Plan) -> None:
    """The rows of every body are its duties, those through its roles, its entries and its documents, each once."""
    corpus = official_plan.corpus
    for each in corpus.bodies:
        found = body.make(official_plan, each, IMPRINT)
        rows = [row for table in found.tables for row in table.rows if row.kind is not RowKind.SECTION] if found else []
        through = (duty for role in roles_of(corpus, each) for duty in duties_as(official_plan, each, role))
        expected = Counter(one.key for duty in (*duties_of(official_plan, each), *through) for one in duty.planned)
        expected.update(f"{report.path}#{entry.id}" for report, entry in corpus.entries_by_body.get(each.path, ()))
        expected.update(document.path for document in corpus.documents_by_issuer.get(each.path, ()))
        listed = Counter(row.id for row in rows)
        assert {key: listed[key] for key in expected} == expected
        others = set(listed) - set(expected)
        assert others <= {other.path for other in corpus.bodies}, "only those who fulfil a role come beside"
        if found is None:
            assert not expected


def test_all_papers_together_are_the_plan(official_plan: Plan) -> None:
    """Every activity whose bodies are known stands in the paper of each of them."""
    for one in official_plan.planned:
        for each in one.bodies:
            rows = {row.id for table in paper(official_plan, each.path).tables for row in table.rows}
            assert one.key in rows


def test_a_duty_as_a_reader_sees_it(plan: Plan, told: Told) -> None:
    """Under the headings of the roadmap, parts below their whole, with the words of the document."""
    assert told(paper(plan, f"{REGION}#ministry")) == (CASES / "body.txt").read_text("utf-8").splitlines()


def test_what_is_done_through_a_role(plan: Plan, told: Told) -> None:
    """An organisation without duties of its own says what it does as the role that it fulfils, and what it reported."""
    lines = told(paper(plan, f"{TOWN}#education-department"))
    assert [line for line in lines if line.startswith(("#", "Исполняет", "Через", "Поручено"))] == [
        "Исполняет роль: Муниципальный орган управления образованием",
        "Через роли: 3 мероприятия, 1 дорожная карта",
        "# Как МОУО: Областная дорожная карта: Заречная область, 2023–2024",
        "# В отчётах",
        "# Изданные документы",
    ]
    assert (
        "Назначение муниципального координатора | 20 сентября 2023 года | "
        "Отчёт о выполнении дорожной карты: Город Верхнереченск, 2023–2024"
    ) in lines


def test_a_role_says_who_fulfils_it(plan: Plan, told: Told) -> None:
    """The organisations stand with their territories; figures stand where results do; a lost cell says so."""
    lines = told(paper(plan, "#mouo"))
    assert "Территория: роль есть в каждой территории" in lines
    assert "Управление образования города Верхнереченска | Город Верхнереченск, Заречная область" in lines
    assert "5 | Название в скане утрачено | [утрачено] | май 2024 |  | [утрачено] [1]" in lines
    assert (
        "6 | Пакет диагностических материалов |  |  |  | Пакет материалов, аналитические справки: 1; 4 "
        "(2023\u00a0г. – 0, 2024\u00a0г. – 1; 4) [по порядку: пакет материалов; аналитические справки]"
    ) in lines


def test_order_is_that_of_the_document(official_plan: Plan) -> None:
    """In every table activities follow each other as in their roadmap, and headings nest as its sections do."""
    tables = 0
    for each in official_plan.corpus.bodies:
        duties = duties_of(official_plan, each)
        if not duties:
            continue
        for duty, table in zip(duties, paper(official_plan, each.path).tables, strict=False):
            tables += 1
            rows = [row for row in table.rows if row.kind is not RowKind.SECTION]
            lines = [official_plan.by_key[row.id].line for row in rows]
            assert lines == sorted(lines)
            assert [row.id for row in rows] == [one.key for one in duty.planned]
            depths = [row.depth for row in table.rows if row.kind is RowKind.SECTION]
            assert depths[0] == 0
            assert all(after <= before + 1 for before, after in pairwise(depths))
    assert tables > 30


def test_parts_without_their_whole_are_items(corpus_with: CorpusWith) -> None:
    """Whoever answers for a part only finds it as a row of its own; parts of parts go deeper."""
    rows = """
title: Карта
level: region
period: 2023-09-01/2024-08-31
source: {title: Карта}
sections:
  - id: s
    title: Раздел
    activities:
      - id: "1"
        title: Целое
        responsible: [ИРО]
        activities:
          - id: "1.1"
            title: Часть
            responsible: [Минобр]
            activities:
              - {id: "1.1.1", title: Часть части}
"""
    corpus = corpus_with({f"{REGION}/roadmap-2023-2024.yaml": rows})
    table = paper(plan_of(corpus), f"{REGION}#ministry").tables[0]
    assert [(row.kind, row.depth, row.cells[1]) for row in table.rows[1:]] == [
        (RowKind.ITEM, 0, "Часть"),
        (RowKind.PART, 1, "Часть части"),
    ]


def test_who_else_answers_is_told_only_where_somebody_does(official_plan: Plan) -> None:
    """The column holds all names as printed with their additions, and is empty where the body is alone."""
    table = paper(official_plan, "tula-oblast/tula#cnppm").tables[0]
    index = [column.key for column in table.columns].index("responsible")
    cells = {row.id.rpartition("#")[2]: row.cells[index] or "" for row in table.rows if row.kind is RowKind.ITEM}
    assert cells["4.9"].startswith(
        "Управление образования администрации города Тулы, МКУ «ЦНППМ г. Тулы» (рабочая группа), руководители"
    )
    alone = paper(official_plan, "krasnodar-krai#iro-kk").tables[0]
    index = [column.key for column in alone.columns].index("responsible")
    assert {row.cells[index] for row in alone.rows if row.id.endswith("#36")} == {""}


def test_every_doubt_is_told(official_plan: Plan) -> None:
    """What is restored, lost, contradictory or remarked of an activity or its figures stands below the paper."""
    told: set[tuple[str, str]] = set()
    for one in official_plan.planned:
        things: tuple[Activity | Indicator, ...] = (one.activity, *one.activity.indicators)
        for each in one.bodies:
            for thing in things:
                told |= {(each.path, note.text) for note in thing.notes if note.kind is not NoteKind.REPAIR}
                told |= {(each.path, why) for why in thing.inferred.values()}
    assert len(told) > 50
    for path, text in told:
        assert text in {remark.text for remark in paper(official_plan, path).remarks}


def test_rows_refer_to_their_remarks(official_plan: Plan) -> None:
    """Every number of a row is that of a remark, and every remark on an activity is referred to."""
    for each in official_plan.corpus.bodies:
        found = body.make(official_plan, each, IMPRINT)
        if found:
            referred = {number for table in found.tables for row in table.rows for number in row.remarks}
            assert referred == {remark.number for remark in found.remarks if remark.where}
            assert [remark.number for remark in found.remarks] == list(range(1, len(found.remarks) + 1))


def test_nobody_speaks_of_some(corpus_with: CorpusWith) -> None:
    """A body of which no record speaks has no paper."""
    corpus = corpus_with(
        {
            f"{TOWN}/bodies.yaml": "bodies:\n"
            "  - {id: education-department, title: Управление образования, short: УО, kind: organisation}\n"
            "  - {id: silent, title: Молчащая организация, kind: organisation}\n"
        }
    )
    plan = plan_of(corpus)
    assert body.make(plan, record(plan, f"{TOWN}#silent"), IMPRINT) is None


def test_who_only_issued_documents_answers_for_nothing(official_plan: Plan) -> None:
    """The title says what there is; only of a body with duties it says that it answers."""
    ministry = paper(official_plan, "tula-oblast#ministry")
    assert ministry.title == "Отчёты и документы: Министерство образования Тульской области"
    assert [table.title for table in ministry.tables] == ["Изданные документы"]
    assert paper(official_plan, "tula-oblast/tula#co-17").title.startswith("За что отвечает по дорожным картам: МБОУ")


def test_where_it_lives(official_plan: Plan) -> None:
    """The file is named after the page; without known changes the file bears the first day of its roadmaps."""
    found = paper(official_plan, "krasnodar-krai#iro-kk")
    assert found.stem == "bodies/krasnodar-krai/iro-kk"
    assert found.address == addresses.body("krasnodar-krai", "iro-kk")
    assert found.changed is None
    assert found.moment == datetime.datetime(2020, 12, 1, tzinfo=datetime.UTC)
    assert paper(official_plan, "#mouo").stem == "bodies/country/mouo"


def test_stems_are_unique(official_plan: Plan) -> None:
    """No two bodies share a file."""
    made = (body.make(official_plan, each, IMPRINT) for each in official_plan.corpus.bodies)
    stems = [each.stem for each in made if each]
    assert len(stems) == len(set(stems)) > 30
