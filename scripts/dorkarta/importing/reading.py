"""The file of a filled form → the YAML of a report where it belongs, and all that is wrong with it, by cell."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from dorkarta.checks.checking import check
from dorkarta.deadline import Period
from dorkarta.diagnostic import Diagnostic, Place
from dorkarta.documents import report as report_paper
from dorkarta.documents.blank import form_name
from dorkarta.documents.form_rows import form_rows
from dorkarta.documents.report_form import ACTIVITY
from dorkarta.drafts.report import AskedReport, report_head, report_path
from dorkarta.drafts.yaml_text import comment, dashed, field
from dorkarta.importing.answers import Answers, Reader, loose_comments
from dorkarta.importing.entry import Entry, Path
from dorkarta.importing.evidence import Register
from dorkarta.importing.form import Form, foreign, read_form
from dorkarta.importing.names import same_place
from dorkarta.importing.persons import nameless
from dorkarta.importing.trouble import Cell, Trouble, UnreadableError, beside, error, sorted_troubles
from dorkarta.importing.workbook import read_workbook
from dorkarta.model.level import LevelId
from dorkarta.model.report import Report
from dorkarta.model.roadmap import Roadmap
from dorkarta.records import naming
from dorkarta.records.corpus import Corpus
from dorkarta.records.files import RecordFile
from dorkarta.records.folders import RECORDS
from dorkarta.records.lineage import lineage
from dorkarta.records.plan import plan_of
from dorkarta.records.record import Record
from dorkarta.records.validation import validate
from dorkarta.records.yaml_tree import Marks, read_tree
from dorkarta.text import capital, perhaps

_DRAFTS: Final = (
    "Документы, которых нет в реестре. Проверьте их и перенесите в documents.yaml территории, в раздел documents:"
)
_LOOSE: Final = "Было в форме, но в поля записи не входит:"
_NO_DOCUMENT: Final = "E205"
_FIELD: Final = re.compile(r"^Поле «\w+»: ")
"""Of a record; in a form the column is named instead."""
_DATES: Final = re.compile(r"Перепишите слова или поставьте рядом дни.*$")
"""An advice to those who edit records; a form has no field for it."""
_EXAMPLE: Final = "Напишите, например, «15 марта 2024 года», «март 2024» или «1 четверть»."


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadReport:
    """What came of a form."""

    file: str
    """Where it belongs, relative to the project."""
    text: str
    troubles: tuple[Trouble, ...]
    entries: int
    beyond: int
    """Entries that no planned activity is behind."""
    unanswered: int
    documents: int
    """Drafted ones."""
    loose: int
    """Texts that are comments only."""


def read_report(
    corpus: Corpus, data: bytes, *, name: str, territory: str | None = None, period: Period | None = None
) -> ReadReport:
    """Read a filled form.

    Arguments:
        corpus: All records.
        data: The file.
        name: What it is called.
        territory: Who reports, where the form does not say it.
        period: What is reported on; without it, the period of the roadmap.

    Raises:
        UnreadableError: it is no form, or not one of a roadmap of this project.
    """
    form = read_form(read_workbook(data))
    record = _roadmap(corpus, form)
    troubles = list(form.troubles)
    place = territory or _place(corpus, form, record, troubles)
    if place not in corpus.territories or record.territory not in lineage(place):
        raise UnreadableError(f"Территории {place} нет среди записей, или карта {record.path} – не для неё.")
    level = _level(corpus, form, record, place)
    asked = AskedReport(roadmap=record, territory=place, level=level, period=period)
    plan = plan_of(corpus)
    same = {
        "region": report_paper.region_code(corpus, place),
        "municipality": corpus.territory(place).title if "/" in place else "",
    }
    reader = Reader(plan, territory=place, rows=form_rows(plan, record), same=same)
    answers = reader.read(form.report, form.figures)
    names = [form_name(corpus, record, each) for each in (None, *LevelId)]
    outside = foreign(form.loose, [*names, record.content.title])
    loose = {**outside, **answers.loose}
    troubles += [*answers.troubles, *beside(outside)]
    source = {"title": f"Форма отчёта по карте «{naming.roadmap_name(corpus, record)}»", "form": "заполненная форма"}
    guide = _GUIDE.format(name=name)
    head = report_head(corpus, asked, guide=guide, source=source, signed=answers.signed)
    text = "\n".join((*head, *_entries(answers.entries), *_behind(loose, reader.register), ""))
    path = report_path(asked)
    return ReadReport(
        file=f"{RECORDS}/{path}.yaml",
        text=text,
        troubles=sorted_troubles((*troubles, *_checked(corpus, path, text, answers, reader.register))),
        entries=len(answers.entries),
        beyond=sum("activity" not in entry.fields for entry in answers.entries),
        unanswered=answers.unanswered,
        documents=len(reader.register.drafts),
        loose=len(loose) + sum(len(entry.comments) for entry in answers.entries),
    )


def _roadmap(corpus: Corpus, form: Form) -> Record[Roadmap]:
    """What the form says it is about, else what most of its rows belong to."""
    keys = [line.text(ACTIVITY).partition("#")[0] for line in form.report.lines if "#" in line.text(ACTIVITY)]
    path = form.about.get("roadmap") or max(keys, key=keys.count, default="")
    if not path:
        raise UnreadableError("В форме не осталось ни ключей строк, ни листа «dorkarta»: о какой она карте, не узнать.")
    if path not in corpus.roadmaps:
        near = perhaps(path, corpus.roadmaps)
        raise UnreadableError(f"Форма – по карте {path}, а такой записи нет.{f' {near}' if near else ''}")
    return corpus.roadmaps[path]


def _place(corpus: Corpus, form: Form, record: Record[Roadmap], troubles: list[Trouble]) -> str:
    """Who reports: the territory of the form, or the municipality that its rows name."""
    place = form.about.get("territory") or record.territory
    if "/" in place:
        return place
    named = {line.text("municipality"): line for line in form.report.lines if line.text("municipality")}
    inside = {path: corpus.territory(path).title for path in corpus.inner_territories.get(place, ())}
    found: dict[str, None] = {}
    for name, line in named.items():
        meant = next((path for path, title in inside.items() if same_place(name, title)), None)
        if meant is not None:
            found[meant] = None
        else:
            hint = perhaps(name, inside.values()) or "Опишите его: dorkarta new territory."
            troubles.append(error(f"Муниципалитета «{name}» нет среди записей.", line.cell("municipality"), hint))
    if len(found) > 1:
        listed = ", ".join(found)
        troubles.append(
            error(f"В форме несколько муниципалитетов: {listed}.", None, "Укажите, чей отчёт: --territory.")
        )
    return next(iter(found), place)


def _level(corpus: Corpus, form: Form, record: Record[Roadmap], place: str) -> LevelId:
    """Whose report it is: what the form is for, else the level of the roadmap or of the territory below it."""
    said = form.about.get("level", "")
    if said in set(LevelId):
        return LevelId(said)
    return record.content.level if place == record.territory else corpus.territory(place).level


def _entries(entries: Sequence[Entry]) -> Iterator[str]:
    yield "entries:" if entries else "entries: []"
    for entry in entries:
        for text in entry.comments:
            yield from comment(f"Не вошло в поля: {nameless(text)}", 2)
        yield from dashed((line for name, value in entry.fields.items() for line in field(name, value, 4)), 2)


def _behind(loose: dict[Cell, str], register: Register) -> Iterator[str]:
    """What an editor has to see to, as comments behind the entries."""
    if loose:
        yield from comment(_LOOSE)
        for text in loose_comments(loose):
            yield from comment(f"– {text}")
    if register.drafts:
        yield from comment(_DRAFTS)
        yield from (f"# {line}" for line in register.drafted())


def _checked(corpus: Corpus, path: str, text: str, answers: Answers, register: Register) -> Iterator[Trouble]:
    """What the checks say of the report as if it lay in its place, led back to the cells."""
    file = f"{RECORDS}/{path}.yaml"
    tree = read_tree(text, file)
    content, problems = validate(Report, tree.value or {}, tree.marks, file)
    faulty = [_path_at(tree.marks, each.place) for each in problems]
    no_figures = {path[:4] for path in faulty if len(path) > 3 and path[2] == "actuals"}
    if content is None and isinstance(tree.value, dict):
        content = _without(tree.value, no_figures, tree.marks, file)
    read = RecordFile(path=path, file=file, content=content, marks=tree.marks, problems=(*tree.problems, *problems))
    others = (each for each in corpus.files if each.path != path)
    told = {(each.code, each.cell) for each in answers.troubles if each.code}
    for problem in check(Corpus(files=(*others, read))):
        place = _path_at(tree.marks, problem.place) if problem.place.file == file else None
        if place is not None and (place[:4] not in no_figures or problem in problems):
            trouble = _led(problem, place, answers)
            if problem.code == _NO_DOCUMENT and any(f"«{each}»" in problem.message for each in register.drafts):
                trouble = replace(trouble, hint="Его описание – в конце записи: перенесите его в documents.yaml.")
            if (trouble.code, trouble.cell) not in told:
                yield trouble


def _without(value: dict[str, Any], no_figures: Iterable[Path], marks: Marks, file: str) -> Report | None:
    """The report as if the figures that are none were zeros, so that everything else is looked at too."""
    for path in no_figures:
        value["entries"][path[1]]["actuals"][path[3]]["value"] = "0"
    return validate(Report, value, marks, file)[0]


def _path_at(marks: Marks, place: Place) -> Path:
    """The path of the innermost value at a place."""
    path: list[str | int] = []
    spot = place.line, place.column
    while True:
        begun = [
            ((start.line, start.column), step)
            for step, child in marks.children.items()
            if ((start := marks.keys.get(str(step), child)).line, start.column) <= spot
        ]
        if not begun:
            return tuple(path)
        step = max(begun, key=lambda each: each[0])[1]
        path.append(step)
        marks = marks.children[step]


def _led(problem: Diagnostic, path: Path, answers: Answers) -> Trouble:
    cell: Cell | None = None
    if path[:1] == ("signed",):
        cell = answers.signed_at
    if path[:1] == ("entries",) and len(path) > 1:
        entry = answers.entries[int(path[1])]
        inside = path[2:]
        prefixes = (inside[:length] for length in range(len(inside), 0, -1))
        cell = next((entry.cells[each] for each in prefixes if each in entry.cells), entry.line.cell())
    message = capital(_FIELD.sub("", problem.message)) if cell and cell.column is not None else problem.message
    hint = _DATES.sub("" if "Возможно" in message else _EXAMPLE, problem.hint or "") or None
    return Trouble(message=message, cell=cell, hint=hint, code=problem.code, severity=problem.severity)


_GUIDE: Final = """\
Прочитано из формы «{name}». Что сделать:
– впишите полное название отчёта (title), в source – сам документ, когда он подписан;
– документы из конца записи, если они есть, перенесите в documents.yaml;
– id не меняйте: на них держатся ссылки; людей по именам не называйте (152-ФЗ); строки с «#» можно удалить.
"""
