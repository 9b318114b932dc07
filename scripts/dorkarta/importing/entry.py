"""One row of a filled form → one entry of a report."""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from dorkarta.checks.entry_not_held import says_not_held
from dorkarta.documents.report_form import NUMBER
from dorkarta.drafts.yaml_text import Node
from dorkarta.importing.evidence import Register, documents_in
from dorkarta.importing.figures import Figure
from dorkarta.importing.form import ANSWERS, Line
from dorkarta.importing.names import bodies, split
from dorkarta.importing.persons import HINT, named, nameless
from dorkarta.importing.trouble import Cell, Trouble, error, warning
from dorkarta.model.base import ITEM_ID
from dorkarta.records import naming
from dorkarta.records.corpus import Corpus
from dorkarta.records.plan import Planned
from dorkarta.text import has_words, shortened

Path = tuple[str | int, ...]
"""Of a field inside an entry."""

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


class Maker:
    """Makes the entries of one report."""

    def __init__(self, corpus: Corpus, *, territory: str, register: Register, troubles: list[Trouble]) -> None:
        """Begin.

        Arguments:
            corpus: All records.
            territory: Who reports.
            register: Finds and drafts the documents that entries cite.
            troubles: What is wrong is told here.
        """
        self._corpus = corpus
        self._territory = territory
        self._register = register
        self._troubles = troubles
        self._ids: Counter[str] = Counter()

    def entry(self, line: Line, one: Planned | None, facts: list[Figure]) -> Entry:
        """The entry of a row.

        Arguments:
            line: The row.
            one: The activity that it speaks of, if any.
            facts: The figures that were reached in it.
        """
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
            self._troubles.append(warning(message, line.cell("description")))
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
                self._troubles.append(warning(message, line.cell("description")))
        self._add_facts(entry, facts)
        if withheld:
            fields["withheld"] = ["responsible"]
        return entry

    def of_figures(self, one: Planned, facts: list[Figure]) -> Entry:
        """The entry of an activity of which nothing but figures is told."""
        entry = Entry(line=facts[0].line)
        entry.fields["id"] = self._identity(one.activity.id)
        if one.activity.number:
            entry.fields["number"] = one.activity.number
        entry.fields["title"] = naming.activity_title(one.activity)
        entry.fields["activity"] = one.key
        self._add_facts(entry, facts)
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
        self._troubles.append(
            error("Не сказано, что за мероприятие; вместо названия – начало записи.", line.cell("title"))
        )
        return shortened(" ".join(said_else.split()) or f"№ {line.text(NUMBER)}", _MOST_OF_TITLE)

    def _day(self, line: Line) -> str:
        """The words of the date; a number that can only be a day is told as one."""
        text, value = line.text("date"), line.values["date"]
        if (day := value.serial_day) is None:
            return text
        self._troubles.append(warning(f"Число {text} понято как дата: {day}.", line.cell("date")))
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
        self._troubles.extend(
            Trouble(
                code="E202",
                message=f"Похоже, здесь названо лицо: «{name}»; имя в запись не перенесено.",
                cell=line.cell("responsible"),
                hint=HINT,
            )
            for name in found.persons
        )
        return bool(found.persons)

    def _evidence(self, line: Line, entry: Entry) -> None:
        cited: list[Node] = []
        for words in documents_in(line.text("evidence")):
            self._troubles.extend(named(words, line.cell("evidence")))
            evidence, doubt = self._register.cite(" ".join(nameless(words).split()))
            if doubt:
                self._troubles.append(warning(f"«{shortened(words, 60)}»: {doubt}.", line.cell("evidence")))
            cited.append(evidence)
        if cited:
            entry.fields["evidence"] = cited
            entry.cells["evidence",] = line.cell("evidence")

    def _nobody(self, text: str, line: Line, name: str) -> str:
        """The text with the names of persons left out, of which the editor is told."""
        self._troubles.extend(named(text, line.cell(name)))
        return nameless(text)

    def _add_facts(self, entry: Entry, facts: list[Figure]) -> None:
        if facts:
            entry.fields["actuals"] = [fact.fields for fact in facts]
        for index, fact in enumerate(facts):
            entry.cells["actuals", index] = fact.cell
