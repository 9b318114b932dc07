"""The JSON Schemas for editors' programs: true to the models, to the records and to what is committed."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import pytest
import yaml
from jsonschema import Draft7Validator

from dorkarta.model.names import Vocabulary
from dorkarta.records.corpus import Corpus
from dorkarta.records.kinds import KINDS, REGISTRY, kind_of, modeline
from dorkarta.schemas.files import outdated, schema_files, write
from dorkarta.schemas.known import Known, known_names
from dorkarta.schemas.schema import schema_of

Faults = Callable[[Path], list[str]]

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT / "tests" / "cases"
ROADMAP = next(kind for kind in KINDS if kind.name == "roadmap")
RECORDS = sorted((ROOT / "roadmaps").rglob("*.yaml"))
SMALL = sorted(path for folder in ("project", "levels") for path in (CASES / folder).rglob("*.yaml"))
GOOD = sorted((CASES / "checks").glob("*/good/roadmaps/**/*.yaml"))
BAD = sorted(
    path
    for path in (CASES / "checks").glob("E00[567]*/bad/roadmaps/**/*.yaml")
    if not path.relative_to(CASES / "checks").as_posix().startswith(("E006-timezone", "E006-figure", "E006-reason"))
)
"""Without what only our own reader knows: the list of time zones, the language of figures."""


class CoreLoader(yaml.SafeLoader):
    """Types scalars as editors' programs do, by the core schema of YAML 1.2: there a day and `no` are texts."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", "true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", "[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+0123456789."),
    ("null", "~|null|Null|NULL|", ["~", "n", "N", ""]),
):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))


def read(text: str) -> Any:
    return keyed_by_texts(yaml.load(text, Loader=CoreLoader))  # noqa: S506  # a safe one


def keyed_by_texts(value: Any) -> Any:
    """Keys are texts in JSON, whatever they are in YAML."""
    if isinstance(value, dict):
        return {str(key): keyed_by_texts(inside) for key, inside in value.items()}
    return [keyed_by_texts(inside) for inside in value] if isinstance(value, list) else value


@pytest.fixture(scope="module")
def faults(official: Corpus) -> Faults:
    """What the schemas of this project refuse in a file."""
    known = known_names(official)
    schemas = {kind: Draft7Validator(schema_of(kind, known)) for kind in KINDS}

    def found(path: Path) -> list[str]:
        kind = kind_of(path.name, in_registry=path.parent.name == REGISTRY)
        assert kind is not None
        return [error.message for error in schemas[kind].iter_errors(read(path.read_text("utf-8")))]

    return found


def test_what_is_committed_is_what_the_models_say(official: Corpus) -> None:
    """No drift: the files of the project are those that `dorkarta schema` writes now."""
    assert outdated(ROOT, schema_files(official)) == (), "dorkarta schema"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_schema_is_a_schema(official: Corpus, kind: Any) -> None:
    """Every schema is right by the rules of its draft."""
    Draft7Validator.check_schema(schema_of(kind, known_names(official)))


@pytest.mark.parametrize("path", [*RECORDS, *SMALL, *GOOD], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_good_records_are_accepted(faults: Faults, path: Path) -> None:
    """What our reader accepts is right in an editor's program too."""
    assert faults(path) == []


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.relative_to(CASES).parts[1])
def test_bad_records_are_refused(faults: Faults, path: Path) -> None:
    """An unknown field, a missing one and a wrong shape are seen while they are written."""
    assert faults(path) != []


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_record_leads_to_its_schema(path: Path) -> None:
    """The first line of each file names the schema of its kind, and there it is."""
    line = path.read_text("utf-8").partition("\n")[0]
    assert line == modeline(path.relative_to(ROOT / "roadmaps").with_suffix("").as_posix())
    assert (path.parent / line.partition("$schema=")[2]).is_file()


@pytest.mark.parametrize("number", ["4.10", "010", "12:30", "no", "true", "1e3", "2020-12-01", '"4.10"', "4 а"])
def test_a_number_is_a_text(official: Corpus, number: str) -> None:
    """What other readers of YAML type, we take as it is written; a schema must not object."""
    schema = schema_of(ROADMAP, known_names(official))
    activity = Draft7Validator({"definitions": schema["definitions"], "$ref": "#/definitions/Activity"})
    assert activity.is_valid(read(f"{{id: a, number: {number}, title: {number}, form: {number}}}"))


def test_known_names_are_suggested_and_others_pass(small: Corpus) -> None:
    """The names of the registry stand in the schema with what they mean; a new name is no fault of the shape."""
    schema = schema_of(ROADMAP, known_names(small))
    suggested = schema["definitions"]["known-forms"]
    assert dict(zip(suggested["enum"], suggested["enumDescriptions"], strict=True))["вебинары"] == "вебинар"
    form = schema["definitions"]["Activity"]["properties"]["form"]
    assert {"$ref": "#/definitions/known-forms"} in form["anyOf"]
    assert Draft7Validator({**form, "definitions": schema["definitions"]}).is_valid("кругосветка")


def test_an_empty_vocabulary_suggests_nothing() -> None:
    """In a new project there are no names yet, and the schemas are right all the same."""
    nothing: Known = {vocabulary: {} for vocabulary in Vocabulary}
    for kind in KINDS:
        schema = schema_of(kind, nothing)
        Draft7Validator.check_schema(schema)
        assert not [name for name in schema["definitions"] if name.startswith("known-")]


def test_files_are_brought_up_to_date(small: Corpus, tmp_path: Path) -> None:
    """What is missing is written, what differs is replaced, what belongs to no kind is removed."""
    files = schema_files(small)
    write(tmp_path, files)
    assert outdated(tmp_path, files) == ()
    (tmp_path / ".schema" / "roadmap.json").write_bytes(b"{}")
    (tmp_path / ".schema" / "old.json").write_bytes(b"{}")
    (tmp_path / ".schema" / "forms.json").unlink()
    assert outdated(tmp_path, files) == (".schema/forms.json", ".schema/old.json", ".schema/roadmap.json")
    write(tmp_path, files)
    assert outdated(tmp_path, files) == ()
    assert orjson.loads((tmp_path / ".schema" / "roadmap.json").read_bytes())["title"] == "Дорожная карта"


def test_files_without_the_first_line_find_their_schema_by_name() -> None:
    """The settings of the recommended editor name for every kind just the places where its files lie."""
    schemas = orjson.loads((ROOT / ".vscode" / "settings.json").read_bytes())["yaml.schemas"]
    assert set(schemas) == {f"./.schema/{kind.name}.json" for kind in KINDS}
    for path in RECORDS:
        file = path.relative_to(ROOT)
        found = [name for name, places in schemas.items() if any(file.match(place) for place in places)]
        kind = kind_of(path.name, in_registry=path.parent.name == REGISTRY)
        assert kind is not None
        assert found == [f"./.schema/{kind.name}.json"], file
