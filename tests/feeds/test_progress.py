"""Execution in the API: every activity is counted once, and all files say the same."""

import csv
import datetime
import io
import json
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter

from dorkarta import addresses
from dorkarta.feeds.api import api_files, progress_promises, record_json
from dorkarta.feeds.schemas import SCHEMAS
from dorkarta.progress.execution import Execution
from dorkarta.progress.state import Reason, State
from dorkarta.records.corpus import Corpus
from dorkarta.records.plan import Plan, plan_of

Files = Mapping[str, Any]
CorpusWith = Callable[[Mapping[str, str]], Corpus]

REGION = "zarechnaya-oblast"
CITY = f"{REGION}/verkhnerechensk"
ROADMAP = f"{REGION}/roadmap-2023-2024"
BEFORE, AFTER = datetime.date(2019, 1, 1), datetime.date(2026, 1, 1)
FEW = settings(max_examples=12)


@pytest.fixture(scope="module")
def plans(official_plan: Plan, small: Corpus) -> tuple[Plan, ...]:
    """The real records, and those of a small project with a report."""
    return official_plan, plan_of(small)


@pytest.fixture(scope="module")
def schemas() -> Mapping[str, Draft202012Validator]:
    """What the public types look like."""
    return {
        name: Draft202012Validator(TypeAdapter(public).json_schema(mode="serialization"))
        for name, public in SCHEMAS.items()
    }


def made(plan: Plan, day: datetime.date) -> Files:
    """The files of plan and fact on a day: JSON as values, CSV as rows by heading."""
    return {
        promise.address: _rows(promise.make()) if promise.address.endswith(".csv") else json.loads(promise.make())
        for promise in progress_promises(Execution(plan=plan, as_of=day))
    }


def _rows(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    text = data.decode("utf-8-sig")
    assert text.count("\n") == text.count("\r\n")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def _main(files: Files) -> Any:
    return files["api/v1/progress.json"]


@FEW
@given(day=st.dates(BEFORE, AFTER))
def test_counts_add_up(plans: tuple[Plan, ...], day: datetime.date) -> None:
    """In every row all states are there and make the activities; roadmaps and territories make the same sums."""
    for plan in plans:
        files = made(plan, day)
        main = _main(files)
        counted: Counter[tuple[str, str]] = Counter()
        for row in main["roadmaps"]:
            assert sum(row["levels"].values()) == row["activities"] > 0
            counted.update({(row["territory"], state): number for state, number in row["states"].items()})
        for row in (*main["roadmaps"], *main["territories"], *main["bodies"]):
            assert list(row["states"]) == [state.value for state in State]
            assert sum(row["states"].values()) == row["activities"]
        assert counted == Counter(
            {(row["territory"], state): n for row in main["territories"] for state, n in row["states"].items()}
        )


@FEW
@given(day=st.dates(BEFORE, AFTER))
def test_rows_make_the_counts(plans: tuple[Plan, ...], day: datetime.date) -> None:
    """The activities of a roadmap, counted again one by one, are what its levels and the list of all roadmaps say."""
    for plan in plans:
        files = made(plan, day)
        listed = {(row["roadmap"], row["territory"]): row for row in _main(files)["roadmaps"]}
        seen = set()
        for path in plan.corpus.roadmaps:
            own = files[addresses.progress_api(path)]
            by_level = Counter((row["territory"], row["level"], row["state"]) for row in own["activities"])
            told = {
                (row["territory"], row["level"], state): n
                for row in own["levels"]
                for state, n in row["states"].items()
            }
            assert by_level == Counter(told)
            in_all = Counter((row["territory"], row["state"]) for row in own["activities"])
            for territory in {territory for territory, _ in in_all}:
                seen.add((path, territory))
                assert listed[path, territory]["states"] == {
                    state.value: in_all[territory, state.value] for state in State
                }
            assert len({(row["activity"], row["territory"]) for row in own["activities"]}) == len(own["activities"])
        assert seen == set(listed)


@FEW
@given(day=st.dates(BEFORE, AFTER))
def test_tables_agree_with_json(plans: tuple[Plan, ...], day: datetime.date) -> None:
    """The CSV files hold the very numbers of the JSON files, in the same order."""
    for plan in plans:
        files = made(plan, day)
        levels = [
            (own["roadmap"], row["territory"], row["level"], row["activities"], row["states"])
            for own in (files[addresses.progress_api(path)] for path in sorted(plan.corpus.roadmaps))
            for row in own["levels"]
        ]
        assert levels == [
            (row["roadmap"], row["territory"], row["level"], int(row["activities"]), _states(row))
            for row in files["api/v1/progress.csv"]
        ]
        bodies = _main(files)["bodies"]
        assert [(row["body"], row["activities"], row["states"]) for row in bodies] == [
            (row["body"], int(row["activities"]), _states(row)) for row in files["api/v1/progress-bodies.csv"]
        ]


def _states(row: Mapping[str, str]) -> dict[str, int]:
    return {state.value: int(row[state.value]) for state in State}


@settings(max_examples=4)
@given(day=st.dates(BEFORE, AFTER))
def test_files_fit_their_schemas_on_any_day(
    plans: tuple[Plan, ...], schemas: Mapping[str, Draft202012Validator], day: datetime.date
) -> None:
    """Counts, rows and indicators are what their schemas say."""
    for plan in plans:
        files = made(plan, day)
        kinds = {
            "api/v1/progress.json": "progress",
            "api/v1/indicators.json": "indicators",
            **{addresses.progress_api(path): "roadmap-progress" for path in plan.corpus.roadmaps},
            **{line["api"]: "roadmap-indicators" for line in files["api/v1/indicators.json"]["roadmaps"]},
        }
        for address, kind in kinds.items():
            schemas[kind].validate(files[address])


def test_only_one_file_knows_the_day(official_plan: Plan) -> None:
    """On the next day with the same states `progress.json` alone is another file."""
    today, next_day = (
        dict(api_files(Execution(plan=official_plan, as_of=datetime.date(2021, 7, day)))) for day in (2, 3)
    )
    assert [address for address in today if today[address] != next_day[address]] == ["api/v1/progress.json"]


def test_words_of_the_api_are_explained(official_plan: Plan) -> None:
    """Every state and every reason that a file may name is in `progress.json`, with its Russian name and its rule."""
    main = _main(made(official_plan, datetime.date(2021, 3, 10)))
    assert main["as_of"] == "2021-03-10"
    assert [each["id"] for each in main["states"]] == [state.value for state in State]
    assert {each["id"] for each in main["reasons"]} == {reason.value for reason in Reason}
    assert all(each["title"] and each["rule"] for each in (*main["states"], *main["reasons"]))


def test_an_activity_with_its_entry(small: Corpus) -> None:
    """An activity that a report proves names the entry; what is asked of a city is a row of the city."""
    own = made(plan_of(small), datetime.date(2024, 2, 1))[addresses.progress_api(ROADMAP)]
    rows = {(row["activity"], row["territory"]): row for row in own["activities"]}
    assert rows["1", REGION]["state"] == "unreported"
    assert rows["4", CITY]["entries"] == [f"{CITY}/report-2023-2024#1"]
    assert ("4", REGION) not in rows
    assert ("3.1", REGION) not in rows


def test_bodies(small: Corpus) -> None:
    """A role and the organisation that fulfils it answer for the same; who answers for nothing is no row."""
    files = made(plan_of(small), datetime.date(2024, 2, 1))
    rows = {row["body"]: row for row in _main(files)["bodies"]}
    assert rows["#mouo"]["states"] == rows[f"{CITY}#education-department"]["states"]
    assert rows["#mouo"]["activities"] == 3
    assert all(row["activities"] for row in rows.values())


def test_a_report_tells_facts(corpus_with: CorpusWith) -> None:
    """The twin of a report has its figures and doubts, and those of the indicators are compared with the plan."""
    report = (
        "title: Отчёт\nlevel: region\nperiod: 2023-09-01/2024-08-31\n"
        f"roadmap: {ROADMAP}\nsource: {{title: Отчёт}}\nentries:\n"
        '  - {id: "1", title: Мониторинг, description: Справки готовы., date: 20 декабря 2023 года, activity: "2",\n'
        '     actuals: [{year: "2023", value: "2"}]}\n'
        f'  - {{id: "2", title: Обучение, activity: {ROADMAP}#3, unproven: описано другое}}\n'
    )
    plan = plan_of(corpus_with({f"{REGION}/report-2023.yaml": report}))
    first, second = json.loads(record_json(plan, f"{REGION}/report-2023"))["entries"]
    assert (first["activity"], first["unproven"]) == (f"{ROADMAP}#2", None)
    assert [(each["year"], each["value"]["text"]) for each in first["actuals"]] == [("2023", "2")]
    assert (second["unproven"], second["actuals"]) == ("описано другое", [])
    listed = made(plan, datetime.date(2024, 1, 10))[addresses.indicators_api(ROADMAP)]["indicators"]
    (track,) = (each for each in listed if each["activity"] == "2")
    year = track["measures"][0]["years"][0]
    assert (year["year"], year["plan"]["number"], year["value"]) == (2023, 1, {"low": 2, "high": 2, "percent": False})
    assert (year["standing"], year["difference"], year["share"]) == ("reached", 1, 200)
    assert [fact["entry"] for fact in year["facts"]] == [f"{REGION}/report-2023#1"]


@FEW
@given(day=st.dates(BEFORE, AFTER))
def test_standings_of_indicators_add_up(plans: tuple[Plan, ...], day: datetime.date) -> None:
    """The list of indicators counts what the file of the roadmap holds."""
    for plan in plans:
        files = made(plan, day)
        for line in files["api/v1/indicators.json"]["roadmaps"]:
            standings = Counter(each["standing"] for each in files[line["api"]]["indicators"])
            assert standings == Counter(line["standings"])
            assert sum(standings.values()) == line["indicators"]
