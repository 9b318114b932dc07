"""Practices: how a file of fields and Markdown is read, and that no field takes a wrong value."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from dorkarta.checks.checking import check
from dorkarta.diagnostic import Diagnostic
from dorkarta.model.practice import PracticeHead, Result, Step
from dorkarta.records.corpus import Corpus
from dorkarta.records.folders import LIBRARY
from dorkarta.records.practices import read_practices

CorpusWith = Callable[[Mapping[str, str]], Corpus]

FILE = "content/practices/team-training.md"
SOURCE = Path(__file__).resolve().parent.parent / "cases" / "levels" / FILE
TEXT = SOURCE.read_text(encoding="utf-8")

WRONG = {
    "title": ["title: []", 'title: ""', "title: Лучшая практика"],
    "territory": ["territory: Заречная область", "territory: a/b/c", "territory: zarechnaya"],
    "level": ["level: федеральный", "level: [region]"],
    "summary": ["summary: {}", "summary: Наилучшая практика области."],
    "problem": ["problem: [нет]", "problem:"],
    "risks": ["risks: untrained-heads", "risks: [Риск]", "risks: [weather]"],
    "risks_why": ["risks_why: []"],
    "roles": ["roles: director", "roles: [ученик]"],
    "forms": ["forms: вебинар", "forms: [танец]"],
    "subject": ["subject: [математика]"],
    "steps": ["steps: []", "steps: Сделали", "steps: [Сделали]"],
    "result": ["result: Хороший", "result: {}", "result: {text: []}"],
    "activities": ["activities: zarechnaya-oblast/roadmap-2023-2024#3", "activities: [А]", "activities: [a/b#1]"],
    "entries": ["entries: [А]", "entries: [zarechnaya-oblast/verkhnerechensk/report-2023-2024#9]"],
    "documents": ["documents: order-117", "documents: [Приказ]", "documents: [order-118]"],
    "contact": ["contact: []", "contact: Институт моды", "contact: Иванова О. П."],
    "proof": ["proof: лучшая", "proof: [planned]", "proof: reported", "proof: confirmed"],
    "proof_why": ["proof_why: []", 'proof_why: " "'],
    "reviewed": ["reviewed: 22.11.2026", "reviewed: 2026-02-30", "reviewed: 1026-11-22", "reviewed: [2026-11-22]"],
    "notes": ["notes: текст", "notes: [текст]", "notes: [{kind: прочее, text: А}]", "notes: [{kind: remark}]"],
    "allow": ["allow: [W420]", "allow: {E201: так надо}", "allow: {W420: []}"],
    "inferred": ["inferred: [subject]", "inferred: {subject: []}"],
}
"""For every field of a practice what must be refused there; each stands in the line of the field."""

WRONG_INSIDE = {
    "text: Вводный вебинар": ["text: []", 'text: ""', "txt: Вводный вебинар"],
    "source: zarechnaya-oblast/roadmap-2023-2024#3.1": [
        "source: Областная карта",
        "source: zarechnaya-oblast/roadmap-2023-2024#33",
        "source: zarechnaya-oblast/system#region.institute.7",
        "source: []",
    ],
    "measured: По числу защищённых программ.": ["measured: []", 'measured: ""'],
}
"""The same for the fields of steps and of the result."""


def _line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def _changed(field: str, wrong: str) -> tuple[str, int]:
    """The practice with another value in a field, and the line where the field stands."""
    lines = TEXT.split("\n")
    at = next((index for index, line in enumerate(lines) if line.startswith(f"{field}:")), None)
    if at is None:  # a field that the practice does not have
        at = lines.index("proof: planned")
        return "\n".join([*lines[:at], wrong, *lines[at:]]), at + 1
    inner = next(index for index in range(at + 1, len(lines)) if not lines[index].startswith(" "))
    return "\n".join([*lines[:at], wrong, *lines[inner:]]), at + 1


def _said(levels_with: CorpusWith, text: str) -> list[Diagnostic]:
    return [problem for problem in check(levels_with({FILE: text})) if problem.place.file == FILE]


def test_no_field_is_forgotten() -> None:
    """Every field of a practice, of a step and of a result has wrong values to try."""
    assert set(WRONG) == set(PracticeHead.model_fields)
    inside = {part.partition(":")[0] for part in WRONG_INSIDE} | {"text"}
    assert inside == {*Step.model_fields, *Result.model_fields}


def test_right(levels: Corpus) -> None:
    """The practice that the wrong ones are made of is right, and so is everything around it."""
    assert check(levels) == ()


@pytest.mark.parametrize(("field", "wrong"), [(field, wrong) for field, ones in WRONG.items() for wrong in ones])
def test_wrong_value(levels_with: CorpusWith, field: str, wrong: str) -> None:
    """A wrong value of a field is refused in its line, at the value or the field, in Russian."""
    text, line = _changed(field, wrong)
    here = [problem for problem in _said(levels_with, text) if problem.place.line == line]
    assert here
    for problem in here:
        assert 1 <= problem.place.column <= len(wrong) + 1
        assert any("а" <= letter <= "я" for letter in problem.message)


def test_one_mistake(levels_with: CorpusWith) -> None:
    """An unknown territory is told once; its bodies and documents are not called unknown for it."""
    text, _ = _changed("territory", "territory: zarechnaya")
    (problem,) = _said(levels_with, text.replace("zarechnaya-oblast#order-117", "order-117"))
    assert problem.code == "E207"


@pytest.mark.parametrize(("right", "wrong"), [(right, wrong) for right, ones in WRONG_INSIDE.items() for wrong in ones])
def test_wrong_value_inside(levels_with: CorpusWith, right: str, wrong: str) -> None:
    """A wrong value inside a step or the result is refused in its line."""
    assert TEXT.count(right) == 1
    said = _said(levels_with, TEXT.replace(right, wrong))
    assert said
    assert _line_of(TEXT, right) in [problem.place.line for problem in said]


@pytest.mark.parametrize("field", [name for name, info in PracticeHead.model_fields.items() if info.is_required()])
def test_missing_field(levels_with: CorpusWith, field: str) -> None:
    """A field that every practice has is asked for by its name."""
    text, _ = _changed(field, "# здесь было поле")
    (problem,) = _said(levels_with, text)
    assert (problem.code, problem.message) == ("E007", f"Нет обязательного поля «{field}».")


def test_unknown_field(levels_with: CorpusWith) -> None:
    """A field that practices do not have is refused, also the one that our code keeps the Markdown in."""
    for name in ("prose", "author"):
        text, line = _changed(name, f"{name}: Текст")
        (problem,) = _said(levels_with, text)
        assert (problem.code, problem.place.line, problem.place.column) == ("E005", line, 1)


def _read(project: Path, text: str | bytes, name: str = "team-training.md") -> tuple[Diagnostic, ...]:
    folder = project / "content" / "practices"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    (file,) = read_practices(project)
    return file.problems


def _prose(project: Path, text: str) -> str | None:
    assert _read(project, text) == ()
    (file,) = read_practices(project)
    assert file.content is not None
    return getattr(file.content, "prose", None)


@pytest.mark.parametrize(
    ("change", "name"),
    [
        (lambda text: "\ufeff" + text, "byte order mark"),
        (lambda text: text.replace("\n", "\r\n"), "Windows line ends"),
        (lambda text: text.rstrip("\n"), "no line end at the end"),
        (lambda text: text.replace("---\n", "---  \n"), "spaces after the lines of hyphens"),
    ],
)
def test_habits_of_editors(tmp_path: Path, change: Callable[[str], str], name: str) -> None:
    """What editing programs do to a file by themselves does no harm to fields or Markdown."""
    assert _prose(tmp_path, change(TEXT)) == "Вебинар **один**, курсы идут дважды в год.", name


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_place(tmp_path: Path, ends: str) -> None:
    """Lines and columns count from the beginning of the file, whatever its line ends."""
    (problem,) = _read(tmp_path, TEXT.replace("level: region", "level: край").replace("\n", ends))
    assert str(problem.place) == f"{FILE}:{_line_of(TEXT, 'level: region')}:8"


def test_place_of_a_mistake_of_spelling(tmp_path: Path) -> None:
    """What is no YAML is told at its line too."""
    (problem,) = _read(tmp_path, TEXT.replace("proof: planned", 'proof: "planned'))
    assert problem.code == "E002"
    assert problem.place.line == _line_of(TEXT, "proof: planned")


def test_prose(tmp_path: Path) -> None:
    """The Markdown keeps its lines, its rules of hyphens and its blocks; without any there is none."""
    head = TEXT[: TEXT.rindex("---\n") + 4]
    markdown = "Первое.\n\n---\n\n- второе\n\n```yaml\n---\ntitle: нет\n---\n```"
    assert _prose(tmp_path, f"{head}\n{markdown}\n\n") == markdown
    assert _prose(tmp_path, head) is None
    assert _prose(tmp_path, head.rstrip("\n")) is None
    assert _prose(tmp_path, f"{head}\n \n") is None


@pytest.mark.parametrize("text", ["", "# Практика\n", "\n---\ntitle: А\n---\n", "--- \n", "----\ntitle: А\n----\n"])
def test_no_fields(tmp_path: Path, text: str) -> None:
    """A file without fields, or with something before them, is told how one begins."""
    (problem,) = _read(tmp_path, text)
    assert problem.code == "E002"
    assert problem.hint is not None
    assert "«---»" in problem.hint


def test_open_fields(tmp_path: Path) -> None:
    """Fields without an end are told apart from no fields at all."""
    (problem,) = _read(tmp_path, TEXT[: TEXT.rindex("---\n")])
    assert problem.message == "Поля практики не закрыты: за ними нет строки «---»."


def test_wrong_encoding(tmp_path: Path) -> None:
    """A file in another encoding than UTF-8 is refused, with the way to save it."""
    (problem,) = _read(tmp_path, TEXT.encode("cp1251"))
    assert problem.code == "E001"


@pytest.mark.parametrize("part", ["title: Обучение", "Вебинар **один**"])
def test_control_character(tmp_path: Path, part: str) -> None:
    """A character that nobody sees is refused where it stands, in the Markdown as in the fields."""
    (problem,) = _read(tmp_path, TEXT.replace(part, f"{part}\x07"))
    assert (problem.code, problem.place.line) == ("E009", _line_of(TEXT, part))


def test_folder_named_as_a_practice(tmp_path: Path) -> None:
    """A folder with the name of a practice is told from a file."""
    (tmp_path / "content" / "practices" / "pairs.md").mkdir(parents=True)
    (file,) = read_practices(tmp_path)
    assert [(problem.code, problem.message) for problem in file.problems] == [("E001", "Это папка, а не файл.")]


def test_other_files(tmp_path: Path) -> None:
    """The page of the library, pictures and hidden files are no practices; without a folder there are none."""
    assert list(read_practices(tmp_path)) == []
    folder = tmp_path / "content" / "practices"
    folder.mkdir(parents=True)
    for name in (LIBRARY, "scan.png", ".draft.md", "notes.txt"):
        (folder / name).write_text("А", encoding="utf-8")
    assert list(read_practices(tmp_path)) == []
