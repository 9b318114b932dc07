"""The history of all records, day by day."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import pytest

from dorkarta.history import git
from dorkarta.history.chronicle import Chronicle, chronicle_of

NewRepository = Callable[[str], Any]

ONE, MOVED, OTHER = "roadmaps/a/roadmap-1.yaml", "roadmaps/a/roadmap-2.yaml", "roadmaps/a/roadmap-3.yaml"


def roadmap(deadline: str, title: str = "Карта") -> str:
    activities = "".join(
        f'      - {{id: "{number}", number: "{number}", title: {title} {number}, deadline: {deadline}}}\n'
        for number in range(1, 5)
    )
    return f"title: {title}\nsections:\n  - id: s1\n    activities:\n{activities}"


def told(found: Chronicle) -> list[tuple[str, str, list[str]]]:
    return [
        (day.date.isoformat(), record.file, [change.line for change in record.changes])
        for day in found.days
        for record in day.records
    ]


@pytest.fixture
def repository(new_repository: NewRepository) -> Any:
    """A record that is changed twice on one day, moved on another, made unreadable and mended."""
    made = new_repository("repository")
    made.commit("2024-01-01T00:00:00+00:00", {ONE: roadmap("май"), "README.md": "", "roadmaps/note.txt": ""})
    made.commit("2024-01-02T10:00:00+00:00", {ONE: roadmap("июнь")})
    made.commit(
        "2024-01-02T11:00:00+00:00", {ONE: roadmap("июль").replace("июль", "май", 3), OTHER: roadmap("май", "Б")}
    )
    made.commit("2024-01-03T00:00:00+00:00", {ONE: None, MOVED: roadmap("июль").replace("июль", "май", 3)})
    made.commit("2024-01-04T00:00:00+00:00", {MOVED: "[\n"})
    made.commit("2024-01-05T00:00:00+00:00", {MOVED: roadmap("май"), OTHER: None})
    return made


def test_days(repository: Any, tmp_path: Path) -> None:
    """A day is one change; a moved record keeps its past under its new name; what cannot be read is said so."""
    found = chronicle_of(repository.folder, tmp_path / "cache.json")
    assert found.known
    assert not found.short
    assert told(found) == [
        ("2024-01-05", MOVED, ["прежний файл не читался: сравнить не с чем"]),
        ("2024-01-05", OTHER, ["запись снята"]),
        ("2024-01-04", MOVED, ["файл теперь не читается: что в нём, не узнать"]),
        ("2024-01-03", MOVED, [f"запись перенесена: раньше {ONE}"]),
        ("2024-01-02", MOVED, ["4: срок «май» → «июль»"]),
        ("2024-01-02", OTHER, ["запись опубликована"]),
        ("2024-01-01", MOVED, ["запись опубликована"]),
    ]
    assert [date.day for date, _ in found.by_file[MOVED]] == [5, 4, 3, 2, 1]
    assert ONE not in found.by_file


def test_a_day_that_changed_nothing(repository: Any, tmp_path: Path) -> None:
    """What was changed and changed back on one day is not told, nor are comments."""
    whole = chronicle_of(repository.folder, tmp_path / "cache.json")
    repository.commit("2024-01-06T01:00:00+00:00", {MOVED: roadmap("март")})
    repository.commit("2024-01-06T02:00:00+00:00", {MOVED: roadmap("май")})
    repository.commit("2024-01-07T00:00:00+00:00", {MOVED: f"# Заметка\n{roadmap('май')}"})
    assert told(chronicle_of(repository.folder, tmp_path / "cache.json")) == told(whole)


def test_who_follows_a_move(new_repository: NewRepository, tmp_path: Path) -> None:
    """A record whose references only follow a moved one is not told of; one that leads elsewhere now is."""
    reports = [f"roadmaps/a/report-{number}.yaml" for number in (1, 2)]

    def report(activity: str) -> str:
        return f"title: Отчёт\nentries:\n  - {{id: '1', title: Семинар, activity: a/{activity}}}\n"

    made = new_repository("moved")
    made.commit("2024-01-01T00:00:00+00:00", {ONE: roadmap("май"), **dict.fromkeys(reports, report("roadmap-1#1"))})
    after = dict(zip(reports, (report("roadmap-2#1"), report("roadmap-2#3")), strict=True))
    made.commit("2024-01-02T00:00:00+00:00", {ONE: None, MOVED: roadmap("май"), **after})
    day = chronicle_of(made.folder, tmp_path / "cache.json").days[0]
    assert [record.file for record in day.records] == [reports[1], MOVED]


def test_cache(repository: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was compared once is not read again; a cache that is torn or of other code is made anew."""
    cache = tmp_path / "folder" / "cache.json"
    whole = chronicle_of(repository.folder, cache)
    kept = cache.read_bytes()
    for wrong in (b"", b"[]", b'{"key": 1}', kept[:-9], orjson.dumps({"key": "other", "known": {}})):
        cache.write_bytes(wrong)
        assert chronicle_of(repository.folder, cache) == whole
        assert cache.read_bytes() == kept

    def refuse(*_: object) -> None:
        raise AssertionError("contents were read")

    monkeypatch.setattr(git, "contents", refuse)
    assert chronicle_of(repository.folder, cache) == whole


def test_a_cache_that_cannot_be_written(repository: Any, tmp_path: Path) -> None:
    """A cache is a help, not a need."""
    (tmp_path / "file").write_text("", "utf-8")
    assert chronicle_of(repository.folder, tmp_path / "file" / "cache.json").known


def test_a_shallow_clone(repository: Any, tmp_path: Path) -> None:
    """A shallow clone tells what it saw and that older days are missing; its boundary publishes nothing."""
    clone = repository.clone(tmp_path / "clone", 2)
    found = chronicle_of(clone.folder, tmp_path / "cache.json")
    assert found.short
    assert {day.date for day in found.days} == {datetime.date(2024, 1, 5)}


def test_no_history(tmp_path: Path, new_repository: NewRepository, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a repository, without commits and without git nothing is known, and nothing fails."""
    assert chronicle_of(tmp_path, tmp_path / "cache.json") == Chronicle()
    assert chronicle_of(new_repository("empty").folder, tmp_path / "cache.json") == Chronicle()
    monkeypatch.setenv("PATH", "")
    assert chronicle_of(tmp_path, tmp_path / "cache.json") == Chronicle()


def test_contents_that_git_does_not_have(repository: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a partial clone some contents are missing; then their days are silent, the others are not."""
    monkeypatch.setattr(git, "contents", lambda *_: iter(()))
    found = chronicle_of(repository.folder, tmp_path / "cache.json")
    assert {line for _, _, lines in told(found) for line in lines} == {"запись опубликована", "запись снята"}
