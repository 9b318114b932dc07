"""Rows of a filled form → entries of a report."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from dorkarta.checks.person_named import without_persons
from dorkarta.documents.form_rows import FormRow
from dorkarta.documents.report_form import ACTIVITY, NUMBER, PLANNED, SIGNED, said
from dorkarta.importing.entry import Entry, Maker
from dorkarta.importing.evidence import Register
from dorkarta.importing.figures import Figure, figures_in
from dorkarta.importing.form import ANSWERS, Line, Table, faults_in
from dorkarta.importing.names import same_place
from dorkarta.importing.persons import named, nameless
from dorkarta.importing.trouble import Cell, Trouble, beside, error, warning
from dorkarta.records.plan import Plan, Planned
from dorkarta.text import fold, perhaps, shortened


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
    """Reads one form."""

    def __init__(self, plan: Plan, *, territory: str, rows: Iterable[FormRow], same: Mapping[str, str]) -> None:
        """Begin.

        Arguments:
            plan: All activities.
            territory: Who reports.
            rows: What the form planned.
            same: What stands in every row: the code of the region, the municipality.
        """
        self._rows = {row.key: row for row in rows}
        self._planned = plan.by_key
        self._same = same
        self._found = Answers()
        self.register = Register(corpus=plan.corpus, territory=territory)
        self._maker = Maker(plan.corpus, territory=territory, register=self.register, troubles=self._found.troubles)

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
            found.entries.append(self._maker.of_figures(self._planned[key], facts[key]))
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
        """The entry of a row, with what was typed there beside its fields."""
        entry = self._maker.entry(line, one, facts)
        typed = {**line.beside, **self._changed(line, one)}
        self._found.troubles.extend(beside(line.beside))
        entry.comments += [f"{_where(cell)}: {text}" for cell, text in typed.items()]
        self._warn_of_place(line, entry)
        return entry

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
        if persons := named(post, cell):
            self._found.troubles.extend(persons)
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
        yield f"{cell}: {nameless(text)}"
