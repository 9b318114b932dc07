"""The JSON API: complete, linked, described by its own schemas, and the same for the same records."""

import datetime
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker

from dorkarta import addresses
from dorkarta.feeds.api import api_files, api_promises
from dorkarta.feeds.schemas import SCHEMAS
from dorkarta.model.practice import Practice
from dorkarta.progress import execution as execution_module
from dorkarta.progress.execution import Execution
from dorkarta.records.corpus import Corpus
from dorkarta.records.lineage import lineage
from dorkarta.records.loading import load
from dorkarta.records.plan import Plan, plan_of

Files = dict[str, Any]
CorpusWith = Callable[[Mapping[str, str]], Corpus]

DAY = datetime.date(2021, 3, 10)
LISTS = [
    "roadmaps",
    "reports",
    "bodies",
    "documents",
    "practices",
    "risk-factors",
    "territories",
    "progress",
    "indicators",
]
FIELDS_OF_AN_ACTIVITY = {
    "id",
    "number",
    "title",
    "form",
    "deadline",
    "responsible",
    "expected_result",
    "indicators",
    "implements",
    "implemented_by",
    "activities",
    "notes",
    "inferred",
    "level",
    "url",
}
WORDS = {"title", "deadline", "responsible", "expected_result", "description", "date", "name", "text", "quote", "goal"}
"""Fields whose words a reader of the API must find again."""


def made_of(plan: Plan) -> Mapping[str, bytes]:
    """Every file of the API on a day."""
    return dict(api_files(Execution(plan=plan, as_of=DAY)))


def read(plan: Plan) -> Files:
    """Those that are JSON."""
    return {address: json.loads(data) for address, data in made_of(plan).items() if address.endswith(".json")}


@pytest.fixture(scope="module")
def files(official_plan: Plan) -> Files:
    """Every file of the API by its address."""
    return read(official_plan)


def _kind(address: str, content: Any) -> str:
    """The name of the schema that a file should fit."""
    name = address.removeprefix(addresses.API).removesuffix(".json")
    if name in LISTS:
        return name
    if name.endswith(("/progress", "/indicators")):
        return f"roadmap-{name.rpartition('/')[2]}"
    return {"sections": "roadmap", "entries": "report", "levels": "system"}[
        next(part for part in ("sections", "entries", "levels") if part in content)
    ]


def _is_schema(address: str) -> bool:
    return address.startswith(f"{addresses.API}schema/")


def test_schemas_are_schemas(files: Files) -> None:
    """There is a schema for every public type, and it is one of Draft 2020-12."""
    found = {address for address in files if _is_schema(address)}
    assert found == {addresses.schema_api(name) for name in SCHEMAS}
    for address in found:
        assert files[address]["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        Draft202012Validator.check_schema(files[address])


def test_files_fit_their_schemas(files: Files) -> None:
    """Every file is what its schema says, dates included."""
    seen = set()
    for address, content in files.items():
        if not _is_schema(address):
            kind = _kind(address, content)
            seen.add(kind)
            schema = files[addresses.schema_api(kind)]
            Draft202012Validator(schema, format_checker=FormatChecker()).validate(content)
    assert seen == set(SCHEMAS)


def test_schemas_refuse(files: Files) -> None:
    """A schema is no rubber stamp: without a field, or with a figure for a text, a roadmap does not fit."""
    schema = Draft202012Validator(files[addresses.schema_api("roadmap")])
    roadmap = files["api/v1/tula-oblast/tula/roadmap-2020-2021.json"]
    assert schema.is_valid(roadmap)
    assert not schema.is_valid({key: value for key, value in roadmap.items() if key != "sections"})
    assert not schema.is_valid({**roadmap, "title": 5})


def test_fields_of_an_activity(files: Files) -> None:
    """An activity has at least the fields that the API promised, all of them always there."""
    schema = files[addresses.schema_api("roadmap")]["$defs"]["PublicActivity"]
    assert set(schema["properties"]) >= FIELDS_OF_AN_ACTIVITY
    assert set(schema["required"]) >= FIELDS_OF_AN_ACTIVITY


def _activities(parts: list[Any]) -> Iterator[Any]:
    for part in parts:
        yield part
        yield from _activities(part["activities"])


def _sections(parts: list[Any]) -> Iterator[Any]:
    for part in parts:
        yield part
        yield from _sections(part["sections"])


def test_day_of_review(files: Files, official: Corpus) -> None:
    """A twin says when its record was last compared with its source, as far as the record does."""
    told = {address: twin["reviewed"] for address, twin in files.items() if "source" in twin and "territory" in twin}
    days = {
        addresses.record_api(record.path): record.content.reviewed
        for records in (official.roadmaps, official.reports, official.systems)
        for record in records.values()
    }
    assert told == {address: day and day.isoformat() for address, day in days.items()}
    assert any(told.values())


def test_list_of_roadmaps(files: Files, official: Corpus) -> None:
    """The list of roadmaps has each one, with its counts, and every twin is where the list says."""
    lines = files[addresses.list_api("roadmaps")]["roadmaps"]
    assert [line["id"] for line in lines] == sorted(official.roadmaps)
    for line in lines:
        twin = files[line["api"]]
        whole = [each for section in _sections(twin["sections"]) for each in section["activities"]]
        assert line["activities"] == len(whole)
        assert line["sub_activities"] == len(list(_activities(whole))) - len(whole)
        assert {key: line[key] for key in ("id", "title", "level", "territory", "period", "url")} == {
            key: twin[key] for key in ("id", "title", "level", "territory", "period", "url")
        }


def test_list_of_reports(files: Files, official: Corpus) -> None:
    """The list of reports has each one, with the number of its entries."""
    lines = files[addresses.list_api("reports")]["reports"]
    assert [line["id"] for line in lines] == sorted(official.reports)
    for line in lines:
        twin = files[line["api"]]
        assert line["entries"] == len(twin["entries"])
        assert {key: line[key] for key in ("id", "title", "period", "url")} == {
            key: twin[key] for key in ("id", "title", "period", "url")
        }


def test_every_twin_is_listed(files: Files, official: Corpus) -> None:
    """No twin is there that no list leads to, systems of work apart, which their territories lead to."""
    listed = {line["api"] for name in ("roadmaps", "reports") for line in files[addresses.list_api(name)][name]}
    listed |= {line["progress"] for line in files[addresses.list_api("roadmaps")]["roadmaps"]}
    listed |= {line["api"] for line in files[addresses.list_api("indicators")]["roadmaps"]}
    listed |= {addresses.record_api(system.path) for system in official.systems.values()}
    listed |= {addresses.list_api(name) for name in LISTS}
    assert {address for address in files if not _is_schema(address)} == listed


def _records(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        yield value
        for inside in value.values():
            yield from _records(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from _records(inside)


def test_addresses_are_unique(files: Files) -> None:
    """Every record of a list, every activity, section and entry has an address of its own."""
    for address, content in files.items():
        if not _is_schema(address):
            own = [each["url"] for each in _records(content) if "id" in each and "url" in each]
            assert len(own) == len(set(own)), address


def test_bodies_are_in_the_list(files: Files) -> None:
    """A body that an activity or a role names is in the list of bodies, under the same address."""
    bodies = {body["id"]: body for body in files[addresses.list_api("bodies")]["bodies"]}
    named = [
        each
        for address, content in files.items()
        if not _is_schema(address)
        for each in _records(content)
        if set(each) == {"name", "addition", "body", "title", "url"}
    ]
    assert len(named) > 100
    for each in named:
        assert (each["title"], each["url"]) == (bodies[each["body"]]["title"], bodies[each["body"]]["url"])
    for body in bodies.values():
        assert set(body["fulfils"]) <= set(bodies)
        assert set(body["fulfilled_by"]) <= set(bodies)


def test_documents_are_in_the_list(files: Files) -> None:
    """A document that a record refers to is in the list of documents, by its id there."""
    known = {document["id"] for document in files[addresses.list_api("documents")]["documents"]}
    referred = {
        reference
        for address, content in files.items()
        if not _is_schema(address)
        for each in _records(content)
        for reference in [each.get("document"), *(each.get("documents") or [])]
        if isinstance(reference, str)
    }
    assert referred
    assert referred <= known


def test_document_order(files: Files, official: Corpus) -> None:
    """Sections and activities come in the order of the document."""
    for path, record in official.roadmaps.items():
        twin = files[addresses.record_api(path)]
        _assert_same_order(twin["sections"], record.content.sections)


def _assert_same_order(public: list[Any], own: Any) -> None:
    assert [part["id"] for part in public] == [part.id for part in own]
    for theirs, ours in zip(public, own, strict=True):
        _assert_same_order(theirs["activities"], ours.activities)
        _assert_same_order(theirs.get("sections", []), getattr(ours, "sections", ()))


def _words(value: Any, field: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for key, inside in value.items():
            yield from _words(inside, "responsible" if field == "responsible" else key)
    elif isinstance(value, list):
        for inside in value:
            yield from _words(inside, field)
    elif isinstance(value, str) and (field in WORDS or field.isdigit()):
        yield value.strip()


def _texts(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set().union(*(_texts(inside) for inside in value.values()))
    if isinstance(value, list):
        return set().union(*(_texts(inside) for inside in value))
    return {value} if isinstance(value, str) else set()


def test_nothing_is_missing(files: Files, official: Corpus, pytestconfig: pytest.Config) -> None:
    """Every title, deadline, responsible, result, figure and note of a record's YAML stands in its twin."""
    records = [(record.path, record.file) for record in official.roadmaps.values()]
    records += [(record.path, record.file) for record in official.reports.values()]
    for path, file in records:
        source = yaml.load((pytestconfig.rootpath / file).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  # knows texts only
        columns = set(_texts(source.pop("columns", {})))
        found = _texts(files[addresses.record_api(path)]) | columns
        wanted = list(_words(source))
        assert len(wanted) > 50
        assert [words for words in wanted if words not in found] == [], path


def test_same_bytes(official_plan: Plan, pytestconfig: pytest.Config) -> None:
    """The same records give the same bytes, also when they are read again."""
    once = made_of(official_plan)
    assert once == made_of(official_plan)
    assert once == made_of(plan_of(load(Path(pytestconfig.rootpath))))


def test_bytes_are_readable(official_plan: Plan) -> None:
    """A person can read a file: Russian letters, a line a field, a line end at the end."""
    text = made_of(official_plan)[addresses.list_api("roadmaps")].decode("utf-8")
    assert "Краснодарском крае" in text
    assert text.startswith('{\n  "roadmaps"')
    assert text.endswith("}\n")


def test_figures(files: Files) -> None:
    """A cell of figures keeps its words and gives its numbers."""
    roadmap = files["api/v1/stavropol-krai/kislovodsk/roadmap-2020-2022.json"]
    (activity,) = (each for section in roadmap["sections"] for each in section["activities"] if each["id"] == "4.7")
    assert activity["indicators"][0]["target"] == {
        "text": "не менее 1",
        "parts": [{"operator": ">=", "number": 1.0, "percent": False, "whole": None, "month": None, "frequency": None}],
    }
    assert activity["indicators"][0]["years"]["2022"]["parts"][0]["month"] == 5


def test_small_project(small: Corpus) -> None:
    """Whatever is resolved is resolved for the record's own territory; a part keeps its own, not inherited, cells."""
    made = read(plan_of(small))
    roadmap = made["api/v1/zarechnaya-oblast/roadmap-2023-2024.json"]
    assert roadmap["approved"]["document"] == "zarechnaya-oblast#order-117"
    training = roadmap["sections"][0]["sections"][0]["activities"][0]
    assert training["form"] == "КПК, вебинар"
    assert [form["id"] for form in training["forms"]] == ["courses", "webinar"]
    assert training["activities"][0]["responsible"] == []
    assert training["responsible"][1] == {
        "name": "Минобр",
        "addition": "отдел общего образования",
        "body": "zarechnaya-oblast#ministry",
        "title": "Министерство образования Заречной области",
        "url": "bodies/zarechnaya-oblast/ministry/",
    }
    lost = roadmap["sections"][1]["activities"][1]
    assert (lost["title"], lost["level"], lost["notes"][0]["kind"]) == (None, "school", "loss")
    limit = training["activities"][1]["deadline"]["reading"]
    assert (limit["start"], limit["end"]) == (None, "2024-03-29")
    assert limit["occurrences"] == [{"start": "2024-03-29", "end": "2024-03-29", "exact": True}]
    system = made["api/v1/zarechnaya-oblast/system.json"]
    assert system["levels"][0]["norms"][0]["document"] == "zarechnaya-oblast#order-117"
    evidence = made["api/v1/zarechnaya-oblast/verkhnerechensk/report-2023-2024.json"]["entries"][0]["evidence"]
    assert [each["document"] for each in evidence] == [
        "zarechnaya-oblast/verkhnerechensk#order-12",
        "zarechnaya-oblast#order-117",
    ]


def test_levels_of_sections(small: Corpus) -> None:
    """A section has its own level, else that of what is around it."""
    made = read(plan_of(small))
    roadmap = made["api/v1/zarechnaya-oblast/roadmap-2023-2024.json"]
    assert {section["id"]: section["level"] for section in _sections(roadmap["sections"])} == {
        "s1": "region",
        "s1.1": "region",
        "s2": "municipality",
    }


def test_years_come_in_order(corpus_with: CorpusWith) -> None:
    """Figures come by year, in whatever order the record has them."""
    text = (
        "title: Карта\nlevel: region\nperiod: 2023-01-01/2025-12-31\nsource: {title: Карта}\nsections:\n"
        '  - {id: s, title: Раздел, activities: [{id: "1", title: А, indicators: [{name: Б, years: '
        '{"2025": 3, "2023": 1, "2024": 2}}]}]}\n'
    )
    made = made_of(plan_of(corpus_with({"zarechnaya-oblast/roadmap-2023.yaml": text})))
    roadmap = json.loads(made["api/v1/zarechnaya-oblast/roadmap-2023.json"])
    (indicator,) = roadmap["sections"][0]["activities"][0]["indicators"]
    assert list(indicator["years"]) == ["2023", "2024", "2025"]


def test_notes_of_evidence(corpus_with: CorpusWith) -> None:
    """Evidence comes with its own notes first, then those of the document that it cites."""
    city = "zarechnaya-oblast/verkhnerechensk"
    corpus = corpus_with(
        {
            f"{city}/documents.yaml": "documents:\n"
            "  - {id: order-12, kind: приказ, notes: [{kind: remark, text: о приказе}]}\n",
            f"{city}/report-2024.yaml": "title: Отчёт\nlevel: municipality\nperiod: 2024-01-01/2024-12-31\n"
            'source: {title: Отчёт}\nentries: [{id: "1", title: А, evidence: '
            "[{document: order-12, notes: [{kind: repair, text: о ссылке}]}]}]\n",
        }
    )
    report = json.loads(made_of(plan_of(corpus))[f"api/v1/{city}/report-2024.json"])
    (evidence,) = report["entries"][0]["evidence"]
    assert [note["text"] for note in evidence["notes"]] == ["о ссылке", "о приказе"]


def _keys(files: Files, part: str) -> set[str]:
    """The keys of all activities, entries or sections of the twins: path of the record, `#`, id."""
    return {
        f"{content['id']}#{each['id']}"
        for address, content in files.items()
        if not _is_schema(address) and "id" in content
        for each in _inside(content, part)
    }


def _inside(content: Any, part: str) -> Iterator[Any]:
    if part == "entries":
        yield from content.get("entries", [])
    for section in _sections(content.get("sections", [])):
        yield from (
            [section] if part == "sections" else _activities(section["activities"]) if part == "activities" else []
        )


def test_practices(files: Files, official: Corpus) -> None:
    """Every practice is in its list with all that its file says, and all that it names is in the API."""
    practices = files[addresses.list_api("practices")]["practices"]
    assert [each["id"] for each in practices] == sorted(official.practices)
    activities, entries = _keys(files, "activities"), _keys(files, "entries")
    factors = {factor["id"] for factor in files[addresses.list_api("risk-factors")]["factors"]}
    for each in practices:
        head = official.practices[each["id"]].content
        assert each["proof"] == head.proof.value
        assert [step["text"] for step in each["steps"]] == [step.text for step in head.steps]
        assert set(each["activities"]) <= activities
        assert set(each["entries"]) <= entries
        assert set(each["risks"]) <= factors
        assert len(each["forms"]) == len(each["form_names"])
        for step in each["steps"]:
            assert (step["source"] in activities) == (step["kind"] == "activity")
            assert (step["source"] in entries) == (step["kind"] == "entry")


def test_practices_of_all_kinds_of_sources(files: Files) -> None:
    """The practices of this project cite activities, entries and systems of work."""
    practices = files[addresses.list_api("practices")]["practices"]
    assert {step["kind"] for each in practices for step in each["steps"]} == {"activity", "entry", "system"}


def test_risk_factors(files: Files, official: Corpus) -> None:
    """Factors come in the order of the registry; their sections, activities, practices and groups are in the API."""
    listed = files[addresses.list_api("risk-factors")]
    assert [factor["id"] for factor in listed["factors"]] == list(official.risk_factors)
    practices = {each["id"]: each for each in files[addresses.list_api("practices")]["practices"]}
    for factor in listed["factors"]:
        assert factor["group"] in {None, *(group["id"] for group in listed["groups"])}
        assert set(factor["sections"]) <= _keys(files, "sections")
        assert factor["activities"]
        assert set(factor["activities"]) <= _keys(files, "activities")
        assert factor["practices"] == [name for name, each in practices.items() if factor["id"] in each["risks"]]


def test_territories(files: Files, official: Corpus) -> None:
    """Every territory is listed; together they list every roadmap, report, system and practice once."""
    territories = files[addresses.list_api("territories")]["territories"]
    assert [each["id"] for each in territories] == sorted(official.territories)
    for kind, known in (
        ("roadmaps", official.roadmaps),
        ("reports", official.reports),
        ("practices", official.practices),
    ):
        assert sorted(path for each in territories for path in each[kind]) == sorted(known)
    assert [each["system"] for each in territories if each["system"]] == ["krasnodar-krai/system"]
    by_id = {each["id"]: each for each in territories}
    for each in territories:
        assert [by_id[path]["above"] for path in each["inside"]] == [each["id"]] * len(each["inside"])


def test_both_directions(levels: Corpus) -> None:
    """What an activity carries out names it in turn, through all three levels."""
    made = read(plan_of(levels))
    city = "zarechnaya-oblast/verkhnerechensk/roadmap-2023-2024"
    region, school = "zarechnaya-oblast/roadmap-2023-2024", f"{city.rpartition('/')[0]}/roadmap-school-17-2023-2024"
    rows = {
        f"{path}#{each['id']}": (each["implements"], each["implemented_by"])
        for path in (region, city, school)
        for section in _sections(made[addresses.record_api(path)]["sections"])
        for each in _activities(section["activities"])
    }
    assert rows[f"{region}#4"] == ([], [f"{city}#1"])
    assert rows[f"{region}#1"] == ([], [f"{city}#2"])
    assert rows[f"{city}#2"] == ([f"{region}#6", f"{region}#1"], [f"{city}#3"])
    assert rows[f"{city}#3"] == ([f"{city}#2"], [f"{school}#1"])
    assert rows[f"{school}#1"] == ([f"{city}#3"], [])
    assert rows[f"{region}#3"] == ([], [])


def test_small_practice(levels: Corpus) -> None:
    """What a practice names is resolved for its own territory, and its Markdown comes as it is."""
    made = read(plan_of(levels))
    (practice,) = made[addresses.list_api("practices")]["practices"]
    assert practice["contact"]["body"] == "zarechnaya-oblast#institute"
    assert practice["forms"][0] == {"id": "courses", "title": "курсы повышения квалификации", "kind": "event"}
    assert practice["form_names"] == ["КПК", "вебинар"]
    assert practice["prose"] == "Вебинар **один**, курсы идут дважды в год."
    assert practice["result"] == {
        "text": "Ожидаются обученные команды всех ШНОР.",
        "measured": "По числу защищённых программ.",
    }
    assert [(step["kind"], step["url"]) for step in practice["steps"]] == [
        ("system", "levels/region/zarechnaya-oblast/"),
        ("activity", "roadmaps/zarechnaya-oblast/roadmap-2023-2024/#m-3.1"),
        ("activity", "roadmaps/zarechnaya-oblast/roadmap-2023-2024/#m-3.2"),
    ]
    factors = made[addresses.list_api("risk-factors")]["factors"]
    assert [(factor["id"], factor["practices"]) for factor in factors] == [
        ("untrained-heads", ["team-training"]),
        ("low-results", []),
    ]
    assert factors[0]["activities"] == [
        f"zarechnaya-oblast/roadmap-2023-2024#{number}" for number in ("3", "3.1", "3.2")
    ]


def test_fields_stand_in_the_order_of_their_schemas(files: Files) -> None:
    """What is read by eye has the same order in every file: that of the public types."""
    for address, content in files.items():
        if not _is_schema(address):
            schema = files[addresses.schema_api(_kind(address, content))]
            _demand_order(content, schema, schema["$defs"])


def _demand_order(value: Any, schema: Mapping[str, Any], known: Mapping[str, Any]) -> None:
    schemas = [known[each["$ref"].rpartition("/")[2]] if "$ref" in each else each for each in _choices(schema)]
    for each in schemas:
        if isinstance(value, dict) and "properties" in each:
            assert list(value) == list(each["properties"])
            for name, inside in value.items():
                _demand_order(inside, each["properties"][name], known)
        elif isinstance(value, list) and "items" in each:
            for inside in value:
                _demand_order(inside, each["items"], known)


def _choices(schema: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return list(schema.get("anyOf", [schema]))


def test_promises(official_plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every address is known while nothing is judged or written yet."""
    monkeypatch.setattr(execution_module, "judge", lambda *_: pytest.fail("judged"))
    promises = list(api_promises(Execution(plan=official_plan, as_of=DAY)))
    monkeypatch.undo()
    assert [promise.address for promise in promises] == list(made_of(official_plan))


def test_a_file_is_made_of_what_it_says(official: Corpus) -> None:
    """Without the records beside a territory, those above and those inside, its files are the same."""
    for territory in sorted(official.territories):
        near = (*lineage(territory), territory)
        files = [
            file
            for file in official.files
            if file.territory in near
            or file.territory.startswith(f"{territory}/")
            or isinstance(file.content, Practice)
        ]
        alone = Execution(plan=plan_of(Corpus(files=tuple(files))), as_of=DAY)
        mine = {promise.address: promise for promise in api_promises(alone) if promise.territory == territory}
        whole = Execution(plan=plan_of(official), as_of=DAY)
        for promise in api_promises(whole):
            if promise.territory == territory:
                assert mine[promise.address].make() == promise.make()
