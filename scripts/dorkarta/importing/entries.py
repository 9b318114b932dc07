"""Rows of a filled form → entries of a report."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from dorkarta.checks.entry_not_held import says_not_held
from dorkarta.checks.person_named import looks_like_person, without_persons
from dorkarta.documents.form_rows import FormRow
from dorkarta.documents.report_form import ACTIVITY, NUMBER, PLANNED, SIGNED, said
from dorkarta.drafts.yaml_text import Node
from dorkarta.importing.evidence import Register, documents_in
from dorkarta.importing.figures import Figure, figures_in
from dorkarta.importing.form import ANSWERS, Line, Table, faults_in
from dorkarta.importing.names import bodies, split
from dorkarta.importing.trouble import Cell, Trouble, beside, error, warning
from dorkarta.model.base import ITEM_ID
from dorkarta.records import naming
from dorkarta.records.corpus import Corpus
from dorkarta.records.plan import Plan, Planned
from dorkarta.text import fold, has_words, perhaps, shortened

Path = tuple[str | int, ...]
"""Of a field inside an entry."""

NAME_LEFT_OUT: Final = "[имя не публикуется]"
"""Stands where a text named a person."""
NOT_HELD: Final = "в отчёте сказано, что мероприятие не состоялось"

_MOST_OF_TITLE: Final = 80


@dataclass(kw_only=True, slots=True)
class Entry:
    """An entry that is being made."""

    line: Line
    fields: dict[str, Node] = field(default_factory=dict)
    cells: dict[Path, Cell] = field(default_factory=dict)
    """Where its fields come from."""
    comments: list[str] = field(default_factory=list)
    """What was typed and is no field."""


@dataclass(kw_only=True, slots=True)
class Answers:
    """All entries of a form, and what is wrong with them."""

    entries: list[Entry] = field(default_factory=list)
    signed: str | None = None
    signed_at: Cell | None = None
    loose: dict[Cell, str] = field(default_factory=dict)
    troubles: list[Trouble] = field(default_factory=list)
    unanswered: int = 0
    """Rows of activities that nothing was said of."""


class Reader:
    """Makes entries for one report."""

    def __init__(self, plan: Plan, *, territory: str, rows: Iterable[FormRow], same: Mapping[str, str]) -> None:
        """Begin.

        Arguments:
            plan: All activities.
            territory: Who reports.
            rows: What the form planned.
            same: What stands in every row: the code of the region, the municipality.
        """
        self._corpus: Corpus = plan.corpus
        self._territory = territory
        self._rows = {row.key: row for row in rows}
        self._planned = plan.by_key
        self._same = same
        self._ids: Counter[str] = Counter()
        self._found = Answers()
        self.register = Register(corpus=self._corpus, territory=territory)

    def read(self, report: Table, figures: Table | None) -> Answers:
        """All answers of a form."""
        found = self._found
        by_key: dict[str, Entry] = {}
        facts = self._figures(figures) if figures else {}
        is_below = False
        for line in report.lines:
            found.troubles.extend(faults_in(line))
            key = line.text(ACTIVITY)
            if key == SIGNED:
                self._sign(line)
                is_below = True
            elif is_below and "#" not in key:
                self._keep(self._typed(line))
            else:
                self._row(line, key, by_key, facts)
        for key in facts:  # figures of an activity whose row says nothing, or is gone
            found.entries.append(self._entry_of_figures(key, facts[key]))
        return found

    def _row(self, line: Line, key: str, by_key: dict[str, Entry], facts: dict[str, list[Figure]]) -> None:
        found = self._found
        one = self._planned.get(key) or self._repeated(line, key)
        asked = ANSWERS if one else (NUMBER, "title", *ANSWERS)
        has_answer = any(line.text(name) for name in asked) or (one is not None and one.key in facts)
        if not has_answer:
            found.unanswered += one is not None
            changed = self._changed(line, one)
            found.loose.update(changed)
            self._keep(line.beside)
            return
        entry = self._entry(line, one, facts.pop(one.key, []) if one else [])
        if key and one is None:
            entry.comments.append(f"Ключ строки: {key}")
            hint = perhaps(key, self._rows) or "Если оно есть под другим номером, впишите его в activity."
            found.troubles.append(error(f"Мероприятия «{key}» нет в картах.", line.cell(ACTIVITY), hint))
        if one is not None and key in by_key:
            if _answers(by_key[key].line) == _answers(line) and not line.beside:
                message = f"Строка повторяет строку {by_key[key].line.row + 1}; запись сделана одна."
                found.troubles.append(warning(message, line.cell()))
                return
            found.troubles.append(
                warning(f"То же мероприятие, что в строке {by_key[key].line.row + 1}; записей две.", line.cell())
            )
        if one is not None:
            by_key.setdefault(key, entry)
        found.entries.append(entry)

    def _keep(self, texts: Mapping[Cell, str]) -> None:
        """Keep what has no field as a remark, and say so."""
        self._found.loose.update(texts)
        self._found.troubles.extend(beside(texts))

    def _repeated(self, line: Line, key: str) -> Planned | None:
        """The activity that a spare row means: its number is repeated, as the guide of the form asks."""
        number, title = line.text(NUMBER), line.text("title")
        if key or not (number or title):
            return None
        alike = [row for row in self._rows.values() if not number or _number(row.number) == _number(number)]
        exact = [row for row in alike if title and _same_words(row.title, title)]
        if len(exact) == 1:
            return self._planned.get(exact[0].key)
        if number and len(alike) == 1:
            if not title:
                return self._planned.get(alike[0].key)
            self._found.troubles.append(
                warning(
                    f"Номер {number} – у мероприятия «{shortened(alike[0].title, 60)}», а здесь другое название.",
                    line.cell("title"),
                    f"Если это оно, впишите в запись activity: {alike[0].key}.",
                )
            )
        return None

    def _entry(self, line: Line, one: Planned | None, facts: list[Figure]) -> Entry:
        entry = Entry(line=line)
        fields, cells = entry.fields, entry.cells
        number = (one.activity.number if one else None) or line.text(NUMBER)
        fields["id"] = self._identity(one.activity.id if one else line.text(NUMBER).strip(".").lower())
        if number:
            fields["number"] = number
            cells["number",] = line.cell(NUMBER)
        fields["title"] = naming.activity_title(one.activity) if one else self._nobody(self._title(line), line, "title")
        cells["title",] = line.cell("title")
        for name in ("description", "date"):
            if text := line.text(name):
                fields[name] = self._day(line) if name == "date" else self._nobody(text, line, name)
                cells[name,] = line.cell(name)
        if line.text("description") and not has_words(line.text("description")):
            message = "Это не описание: без слов о том, что сделано, запись выполнения не доказывает."
            self._found.troubles.append(warning(message, line.cell("description")))
        withheld = self._responsible(line, entry)
        if text := line.text("audience"):
            whole = self._nobody(text, line, "audience")
            fields["audience"] = list(split(whole, lambda name: self._corpus.find_audience(name) is not None))
            cells["audience",] = line.cell("audience")
        self._evidence(line, entry)
        if one is not None:
            fields["activity"] = one.key
            cells["activity",] = line.cell("title")
            if says_not_held(line.text("description")):
                fields["unproven"] = NOT_HELD
                message = "Похоже, мероприятия не было: запись не считается выполнением (unproven)."
                self._found.troubles.append(warning(message, line.cell("description")))
        self._add_facts(entry, facts)
        if withheld:
            fields["withheld"] = ["responsible"]
        typed = {**line.beside, **self._changed(line, one)}
        self._found.troubles.extend(beside(line.beside))
        entry.comments += [f"{_where(cell)}: {text}" for cell, text in typed.items()]
        self._warn_of_place(line, entry)
        return entry

    def _identity(self, wanted: str) -> str:
        """A free id: that of the activity, the number, or a running one."""
        base = wanted if re.fullmatch(ITEM_ID, wanted) and len(wanted) < 36 else "extra"
        self._ids[base] += 1
        count = self._ids[base]
        identity = base if count == 1 else f"{base}-{count}"
        if count > 1:
            self._ids[identity] += 1
        return identity

    def _title(self, line: Line) -> str:
        if title := line.text("title"):
            return title
        said_else = next((line.text(name) for name in ANSWERS if line.text(name)), "")
        self._found.troubles.append(
            error("Не сказано, что за мероприятие; вместо названия – начало записи.", line.cell("title"))
        )
        return shortened(" ".join(said_else.split()) or f"№ {line.text(NUMBER)}", _MOST_OF_TITLE)

    def _day(self, line: Line) -> str:
        """The words of the date; a number that can only be a day is told as one."""
        text, value = line.text("date"), line.values["date"]
        if (day := value.serial_day) is None:
            return text
        self._found.troubles.append(warning(f"Число {text} понято как дата: {day}.", line.cell("date")))
        return day

    def _responsible(self, line: Line, entry: Entry) -> bool:
        """Who answers; whether a person was left out."""
        text = line.text("responsible")
        if not text:
            return False
        found = bodies(text, lambda name: self._corpus.find_body(self._territory, name) is not None)
        entry.cells["responsible",] = line.cell("responsible")
        if found.names:
            entry.fields["responsible"] = found.names
        self._found.troubles.extend(
            Trouble(
                code="E202",
                message=f"Похоже, здесь названо лицо: «{name}»; имя в запись не перенесено.",
                cell=line.cell("responsible"),
                hint="Имена людей не публикуются (152-ФЗ): укажите должность или организацию.",
            )
            for name in found.persons
        )
        return bool(found.persons)

    def _evidence(self, line: Line, entry: Entry) -> None:
        cited: list[Node] = []
        for words in documents_in(line.text("evidence")):
            if looks_like_person(words):
                self._found.troubles.append(_person(words, line.cell("evidence")))
            evidence, doubt = self.register.cite(" ".join(without_persons(words, NAME_LEFT_OUT).split()))
            if doubt:
                self._found.troubles.append(warning(f"«{shortened(words, 60)}»: {doubt}.", line.cell("evidence")))
            cited.append(evidence)
        if cited:
            entry.fields["evidence"] = cited
            entry.cells["evidence",] = line.cell("evidence")

    def _nobody(self, text: str, line: Line, name: str) -> str:
        """The text with the names of persons left out, of which the editor is told."""
        if looks_like_person(text):
            self._found.troubles.append(_person(text, line.cell(name)))
        return without_persons(text, NAME_LEFT_OUT)

    def _warn_of_place(self, line: Line, entry: Entry) -> None:
        place = line.text("municipality")
        own = self._same.get("municipality", "")
        if place and own and not same_place(place, own):
            entry.comments.append(f"{_where(line.cell('municipality'))}: {place}")
            hint = "Отчёт – об одном муниципалитете; чей он, говорит --territory."
            self._found.troubles.append(
                error(f"Строка муниципалитета «{place}», а отчёт – «{own}».", line.cell("municipality"), hint)
            )

    def _changed(self, line: Line, one: Planned | None) -> dict[Cell, str]:
        """What stands in grey cells and is not what the roadmap says."""
        row = self._rows.get(one.key) if one else None
        planned = {**(said(row) if row else {}), "region": self._same.get("region", "")}
        if line.text(ACTIVITY) not in self._rows:
            names: tuple[str, ...] = ("region", *PLANNED)  # a spare row: its number and title are answers
        else:
            names = (NUMBER, "title", "region", *PLANNED)
        found = {
            line.cell(name): line.text(name)
            for name in names
            if line.text(name) and not _same_words(line.text(name), planned.get(name, ""))
        }
        for cell, text in found.items():
            name = next(name for name in names if line.cell(name) == cell)
            there = f", а в карте – «{shortened(planned[name], 60)}»" if planned.get(name) else ""
            self._found.troubles.append(
                warning(
                    f"В серой ячейке «{shortened(text, 60)}»{there}; в запись перенесено примечанием.",
                    cell,
                    "Если исправлен план, правку вносят в запись карты.",
                )
            )
        return found

    def _typed(self, line: Line) -> dict[Cell, str]:
        """Whatever people typed in a row that is none of the table."""
        same = {fold(text) for text in self._same.values()}
        own = {line.cell(key): line.text(key) for key in line.values if line.text(key)}
        return {**{cell: text for cell, text in own.items() if fold(text) not in same}, **line.beside}

    def _sign(self, line: Line) -> None:
        post, cell = line.text("description"), line.cell("description")
        if looks_like_person(post):
            self._found.troubles.append(_person(post, cell))
            post = without_persons(post).strip(" ,–-\n")
        known = {SIGNED, line.text("title"), line.text("description")}
        self._keep({where: text for where, text in self._typed(line).items() if text not in known})
        if post:
            self._found.signed, self._found.signed_at = " ".join(post.split()), cell

    def _figures(self, table: Table) -> dict[str, list[Figure]]:
        """What was reached, by the key of the activity."""
        figures = figures_in(table, self._rows)
        self._found.troubles.extend(figures.troubles)
        self._found.loose.update(figures.loose)
        return figures.by_activity

    def _add_facts(self, entry: Entry, facts: list[Figure]) -> None:
        if facts:
            entry.fields["actuals"] = [fact.fields for fact in facts]
        for index, fact in enumerate(facts):
            entry.cells["actuals", index] = fact.cell

    def _entry_of_figures(self, key: str, facts: list[Figure]) -> Entry:
        one = self._planned[key]
        entry = Entry(line=facts[0].line)
        entry.fields["id"] = self._identity(one.activity.id)
        if one.activity.number:
            entry.fields["number"] = one.activity.number
        entry.fields["title"] = naming.activity_title(one.activity)
        entry.fields["activity"] = key
        self._add_facts(entry, facts)
        return entry


def same_place(name: str, title: str) -> bool:
    """Whether a municipality is meant: «г. Краснодар», «МО город Краснодар» and «Краснодар» are one."""
    return _bare(name) == _bare(title)


def _bare(name: str) -> str:
    return re.sub(r"^(?:(?:мо|муниципальное образование|город-курорт|город|гор\.|г\.)\s*)+", "", fold(name))


def _person(text: str, cell: Cell) -> Trouble:
    return error(
        f"Похоже, здесь названо лицо: «{shortened(' '.join(text.split()), 80)}»; имя в запись не перенесено.",
        cell,
        "Имена людей не публикуются (152-ФЗ): укажите должность или организацию.",
    )


def _answers(line: Line) -> dict[str, str]:
    return {name: line.text(name) for name in (NUMBER, "title", *ANSWERS) if line.text(name)}


def _same_words(one: str, other: str) -> bool:
    return fold(one) == fold(other)


def _number(text: str) -> str:
    return fold(text).removeprefix("№").strip(" .")


def _where(cell: Cell) -> str:
    return f"«{' '.join(cell.heading.split())}»" if cell.heading else str(cell)


def loose_comments(loose: Mapping[Cell, str]) -> Iterator[str]:
    """What has no place in a record, with the place where it stood."""
    for cell, text in sorted(loose.items(), key=lambda each: each[0].order):
        yield f"{cell}: {without_persons(text, NAME_LEFT_OUT)}"
