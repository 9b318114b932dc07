"""The draft of a report: valid where it belongs, with a row for all that is planned, and nothing said to be done."""

import datetime
import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from dorkarta.checks.checking import check
from dorkarta.deadline import Period
from dorkarta.diagnostic import Diagnostic, Severity
from dorkarta.drafts import asking
from dorkarta.drafts.report import AskedReport, report_draft, report_path
from dorkarta.drafts.roadmap import DraftError
from dorkarta.model.level import LevelId
from dorkarta.model.report import Report
from dorkarta.records.corpus import Corpus
from dorkarta.records.files import RecordFile
from dorkarta.records.plan import Plan, plan_of
from dorkarta.records.validation import validate
from dorkarta.records.yaml_tree import read_tree

CorpusWith = Callable[[Mapping[str, str]], Corpus]

GOLDEN = Path(__file__).resolve().parent.parent / "cases" / "drafts"
KRAI = "krasnodar-krai/roadmap-2020-2021"
CITY = "krasnodar-krai/krasnodar"
OBLAST = "zarechnaya-oblast/roadmap-2023-2024"
TOWN = "zarechnaya-oblast/verkhnerechensk"


def asked(plan: Plan, roadmap: str, territory: str, level: LevelId, period: Period | None = None) -> AskedReport:
    return AskedReport(roadmap=plan.corpus.roadmaps[roadmap], territory=territory, level=level, period=period)


def read(text: str, path: str) -> Report:
    file = f"roadmaps/{path}.yaml"
    tree = read_tree(text, file)
    assert not tree.problems
    assert tree.value is not None
    report, problems = validate(Report, tree.value, tree.marks, file)
    assert not problems
    assert report is not None
    return report


def errors_of(corpus: Corpus, text: str, path: str) -> list[Diagnostic]:
    """What the rules refuse in a draft where it belongs."""
    tree = read_tree(text, f"roadmaps/{path}.yaml")
    file = RecordFile(
        path=path, file=f"roadmaps/{path}.yaml", content=read(text, path), marks=tree.marks, problems=tree.problems
    )
    return [each for each in check(Corpus(files=(*corpus.files, file))) if each.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("name", "territory", "level"),
    [("report-of-a-region", "zarechnaya-oblast", LevelId.REGION), ("report-of-a-town", TOWN, LevelId.MUNICIPALITY)],
)
def test_golden(small: Corpus, name: str, territory: str, level: LevelId) -> None:
    """A draft looks as an editor would begin it: parts that have a time of their own stand beside their wholes."""
    plan, golden = plan_of(small), GOLDEN / f"{name}.yaml"
    text = report_draft(plan, asked(plan, OBLAST, territory, level))
    if os.environ.get("BLESS"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text("utf-8")


@pytest.mark.parametrize(
    ("roadmap", "territory", "level"),
    [
        (KRAI, "krasnodar-krai", LevelId.REGION),
        (KRAI, CITY, LevelId.MUNICIPALITY),
        (KRAI, CITY, LevelId.SCHOOL),
        ("stavropol-krai/kislovodsk/roadmap-2020-2022", "stavropol-krai/kislovodsk", LevelId.MUNICIPALITY),
        ("tula-oblast/tula/roadmap-2020-2021", "tula-oblast/tula", LevelId.MUNICIPALITY),
        ("voronezh-oblast/ertil/roadmap-2021", "voronezh-oblast/ertil", LevelId.MUNICIPALITY),
    ],
)
def test_a_draft_is_valid_where_it_belongs(official_plan: Plan, roadmap: str, territory: str, level: LevelId) -> None:
    """No rule finds an error in a draft; whole activities are all there, and each row leads back to its own."""
    wanted = asked(official_plan, roadmap, territory, level)
    path, text = report_path(wanted).replace("report-", "report-draft-"), report_draft(official_plan, wanted)
    assert errors_of(official_plan.corpus, text, path) == []
    rows = {entry.activity for entry in read(text, path).entries}
    planned = official_plan.by_roadmap[roadmap]
    assert {one.key for one in planned if one.level is level and not one.parent} <= rows <= {one.key for one in planned}


def test_nothing_is_said_to_be_done(official_plan: Plan) -> None:
    """The planned deadline stands in a comment; description, date and evidence wait for those who did it."""
    wanted = asked(official_plan, KRAI, CITY, LevelId.MUNICIPALITY)
    text = report_draft(official_plan, wanted)
    entries = read(text, report_path(wanted)).entries
    assert all((each.description, each.date, each.dates, each.evidence) == (None, None, (), ()) for each in entries)
    assert text.count("    # Срок по карте: ") == len(entries)
    assert "    # Срок по карте: декабрь 2020.\n" in text


def test_a_shorter_period_leaves_out_what_happens_at_another_time(official_plan: Plan) -> None:
    """A half-yearly report asks for what falls into its half-year, and for what has no certain days."""
    half = Period(start=datetime.date(2021, 7, 1), end=datetime.date(2021, 12, 31))
    wanted = asked(official_plan, KRAI, CITY, LevelId.MUNICIPALITY, half)
    entries = {entry.activity for entry in read(report_draft(official_plan, wanted), report_path(wanted)).entries}
    assert f"{KRAI}#68" not in entries
    for one in official_plan.by_roadmap[KRAI]:
        if one.key in entries and one.occurrences:
            assert any(half.meets(each.start, each.end) for each in one.occurrences)
    assert report_path(wanted) == f"{CITY}/report-2021"


def test_what_was_called_off_is_not_reported(corpus_with: CorpusWith) -> None:
    """A cancelled activity has no row."""
    roadmap = (
        "title: К\nlevel: municipality\nperiod: 2024-01-01/2024-12-31\nsource: {title: К}\nsections:\n"
        '  - {id: s, title: Р, activities: [{id: "1", title: Б, responsible: [УО]}, '
        '{id: "2", title: В, cancelled: {date: 2024-02-01}}]}\n'
    )
    corpus = corpus_with({f"{TOWN}/roadmap-2024.yaml": roadmap})
    draft = asking.report(corpus, path=f"{TOWN}/roadmap-2024", level=None, territory=None, period=None)
    assert draft.file == f"roadmaps/{TOWN}/report-2024.yaml"
    assert [entry.id for entry in read(draft.text, f"{TOWN}/report-2024").entries] == ["1"]


def test_the_level_is_that_of_the_territory(official: Corpus) -> None:
    """A city that reports on the map of its region reports what the map asks of cities."""
    draft = asking.report(official, path=f"roadmaps/{KRAI}.yaml", level=None, territory=CITY, period=None)
    assert read(draft.text, f"{CITY}/report-2020-2021").level is LevelId.MUNICIPALITY


@pytest.mark.parametrize(
    ("territory", "level", "words"),
    [
        ("tula-oblast/tula", "municipality", "не входит в krasnodar-krai"),
        ("krasnodar-krai/sochi", "municipality", "Территории krasnodar-krai/sochi нет"),
        (CITY, "город", "Уровня «город» нет"),
    ],
)
def test_what_cannot_be_drafted_is_refused(official: Corpus, territory: str, level: str, words: str) -> None:
    """The message says why."""
    with pytest.raises(DraftError, match=words):
        asking.report(official, path=KRAI, level=level, territory=territory, period=None)


def test_a_roadmap_without_rows_is_refused(official: Corpus) -> None:
    """A roadmap of a city asks nothing of its region."""
    with pytest.raises(DraftError, match="нет мероприятий уровня school"):
        asking.report(
            official, path="tula-oblast/tula/roadmap-2020-2021", level="school", territory=None, period="2019-01-01"
        )


def test_hostile_titles_stay_titles(corpus_with: CorpusWith, markup: tuple[str, ...]) -> None:
    """Whatever a roadmap calls its activities, a draft gives it back."""
    rows = "".join(f"      - {{id: a{n}, title: {quoted(text)}}}\n" for n, text in enumerate(markup))
    roadmap = (
        "title: К\nlevel: municipality\nperiod: 2024-01-01/2024-12-31\nsource: {title: К}\nsections:\n"
        f"  - id: s\n    title: Р\n    activities:\n{rows}"
    )
    corpus = corpus_with({f"{TOWN}/roadmap-2024.yaml": roadmap})
    draft = asking.report(corpus, path=f"{TOWN}/roadmap-2024", level=None, territory=None, period=None)
    titles = [entry.title for entry in read(draft.text, f"{TOWN}/report-2024").entries]
    assert titles == [text.strip() for text in markup]


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'
