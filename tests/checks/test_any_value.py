"""Whatever an editor writes into a field, the answer is diagnostics or success, never a crash."""

import datetime
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dorkarta.calendars.feeds import feed_files
from dorkarta.checks.checking import check
from dorkarta.console.plain import told
from dorkarta.diagnostic import Diagnostic, stopping
from dorkarta.feeds.api import api_files
from dorkarta.progress.execution import Execution
from dorkarta.records.loading import load
from dorkarta.records.pinpointing import pinpointed
from dorkarta.records.plan import plan_of

Where = tuple[str | int, ...]
Checked = Callable[[str, str], tuple[Diagnostic, ...]]

CASES = Path(__file__).resolve().parent.parent / "cases"
SOURCES = {
    path.relative_to(folder).as_posix(): path
    for folder in (CASES / "project", CASES / "levels")
    for path in folder.rglob("*.*")
}
"""Where each file of the small project with its three levels comes from."""
FILES = sorted(SOURCES)
RECORDS = [file for file in FILES if any(part in file for part in ("roadmap-", "report-", "system", "content/"))]

ODD = [
    "", " ", "no", "null", "~", "0", "-1", "1e400", "9" * 500, "true", "2024-02-30", "0001-01-01/9999-12-31",
    "1900-01-01/2100-12-31", "2024-01-01/2023-01-01", "9999-12-31", "ежедневно", "раз в четверть", "1; 4; х",
    "не менее 1 (май)", "с 1 марта", "до 31 декабря 2100 года", "а" * 5000, "а " * 5000, "(" * 3000, "1;" * 3000,
    "<script>", "[x](javascript:y)", "region", "school", "role", "a#b", "#", "/", "..", "a/b", "Иванов И. И.", "«»",
    "\u202e", "\u200b", "\ufeff", "е\u0308", "🏫", "\U0010ffff", "\u00a0", "\t", "\n", "\r\n", "\u2028", "ﬁ", "ß", "İ",
]  # fmt: skip
TEXTS = st.sampled_from(ODD) | st.text(max_size=50)
VALUES = TEXTS | st.recursive(
    TEXTS, lambda inside: st.lists(inside, max_size=3) | st.dictionaries(TEXTS, inside, max_size=3), max_leaves=5
)


def _places(value: Any, where: Where = ()) -> Iterator[Where]:
    """The paths of all fields and items."""
    if where:
        yield where
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, part in inside:
        yield from _places(part, (*where, step))


def _read(file: str) -> Any:
    text = SOURCES[file].read_text(encoding="utf-8")
    head = text.split("---\n")[1] if file.endswith(".md") else text
    return yaml.load(head, Loader=yaml.CBaseLoader)  # noqa: S506  # texts only


PLACES = [(file, where) for file in FILES for where in _places(_read(file))]


class _NoAliases(yaml.CSafeDumper):
    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002  # PyYAML asks about each value
        return True


def _changed(file: str, where: Where, change: Callable[[Any, str | int], None]) -> str:
    """A file with one part of it changed."""
    value = holder = _read(file)
    for step in where[:-1]:
        holder = holder[step]
    change(holder, where[-1])
    text = yaml.dump(value, Dumper=_NoAliases, allow_unicode=True, sort_keys=False)
    return f"---\n{text}---\n" if file.endswith(".md") else text


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    """Lays one file over the small project, checks everything and puts the old one back; what is right must publish."""
    project = tmp_path_factory.mktemp("any")
    for file, source in SOURCES.items():
        (project / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, project / file)

    def run(file: str, text: str) -> tuple[Diagnostic, ...]:
        (project / file).write_bytes(text.encode("utf-8", "surrogatepass"))
        try:
            corpus = load(project)
            problems = check(corpus)
            assert all(list(told(each)) for each in pinpointed(problems, project))
            if not stopping(problems):
                plan = plan_of(corpus)
                assert list(api_files(Execution(plan=plan, as_of=datetime.date(2024, 3, 10))))
                assert list(feed_files(plan, site_url="", modified={}))
            return problems
        finally:
            shutil.copyfile(SOURCES[file], project / file)

    return run


def _assert_humane(problems: tuple[Diagnostic, ...]) -> None:
    for problem in problems:
        assert problem.code
        assert problem.place.line >= 1
        assert problem.place.column >= 1
        assert any("а" <= letter <= "я" for letter in problem.message)
    assert list(problems) == sorted(problems, key=lambda problem: problem.order)


MUCH = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])


@MUCH
@given(place=st.sampled_from(PLACES), value=VALUES)
def test_replaced(checked: Checked, place: tuple[str, Where], value: Any) -> None:
    """Any text, list or record in place of any field."""
    file, where = place

    def change(holder: Any, step: str | int) -> None:
        holder[step] = value

    _assert_humane(checked(file, _changed(file, where, change)))


@MUCH
@given(place=st.sampled_from([each for each in PLACES if each[0] in RECORDS]), value=st.sampled_from(ODD))
def test_odd_text(checked: Checked, place: tuple[str, Where], value: str) -> None:
    """A text that means something elsewhere in place of any field of a record."""
    file, where = place

    def change(holder: Any, step: str | int) -> None:
        holder[step] = value

    _assert_humane(checked(file, _changed(file, where, change)))


@pytest.mark.parametrize("file", FILES)
def test_deleted(checked: Checked, file: str) -> None:
    """Each field and each item of a file, left out."""

    def change(holder: Any, step: str | int) -> None:
        del holder[step]

    for where in _places(_read(file)):
        _assert_humane(checked(file, _changed(file, where, change)))


@MUCH
@given(place=st.sampled_from([each for each in PLACES if isinstance(each[1][-1], str)]), name=TEXTS)
def test_renamed(checked: Checked, place: tuple[str, Where], name: str) -> None:
    """Any name in place of the name of any field."""
    file, where = place

    def change(holder: Any, step: str | int) -> None:
        holder[name] = holder.pop(step)

    _assert_humane(checked(file, _changed(file, where, change)))


@pytest.mark.parametrize("file", RECORDS)
def test_doubled(checked: Checked, file: str) -> None:
    """Each item of a list, twice."""

    def change(holder: Any, step: str | int) -> None:
        if isinstance(holder, list):
            holder.append(holder[int(step)])

    for where in _places(_read(file)):
        if isinstance(where[-1], int):
            _assert_humane(checked(file, _changed(file, where, change)))


@MUCH
@given(file=st.sampled_from(FILES), where=st.floats(0, 1), text=TEXTS | st.text(st.characters(), max_size=20))
def test_typed_in(checked: Checked, file: str, where: float, text: str) -> None:
    """Any letters typed in at any place of a file."""
    whole = SOURCES[file].read_text(encoding="utf-8")
    at = int(where * len(whole))
    _assert_humane(checked(file, whole[:at] + text + whole[at:]))
