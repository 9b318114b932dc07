"""The sheet of indicators of a filled form → what was reached, by the key of the activity."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from dorkarta.documents.form_indicators import FACT, INDICATOR, WHOLE_TIME, YEAR
from dorkarta.documents.form_rows import FormRow
from dorkarta.documents.report_form import ACTIVITY
from dorkarta.drafts.yaml_text import Node
from dorkarta.importing.form import Line, Table, faults_in
from dorkarta.importing.trouble import Cell, Trouble, beside, error
from dorkarta.text import fold

_YEAR: Final = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """A figure, as an entry holds it."""

    fields: Mapping[str, Node]
    line: Line

    @property
    def cell(self) -> Cell:
        """Where it was typed."""
        return self.line.cell(FACT)


@dataclass(kw_only=True, slots=True)
class Figures:
    """All figures of a form."""

    by_activity: dict[str, list[Figure]] = field(default_factory=dict)
    loose: dict[Cell, str] = field(default_factory=dict)
    """What is no figure of ours."""
    troubles: list[Trouble] = field(default_factory=list)


def figures_in(table: Table, rows: Mapping[str, FormRow]) -> Figures:
    """Read the sheet.

    Arguments:
        table: It.
        rows: What the form planned, by the key of the activity.
    """
    found = Figures()
    for line in table.lines:
        found.troubles += [*faults_in(line), *beside(line.beside)]
        found.loose.update(line.beside)
        key, value = line.text(ACTIVITY), line.text(FACT)
        if not value:
            continue
        fields = _said_of(line, rows.get(key))
        if fields is not None:
            found.by_activity.setdefault(key, []).append(Figure(fields={**fields, "value": value}, line=line))
            continue
        found.loose[line.cell(FACT)] = "; ".join(filter(None, (line.text(INDICATOR), line.text(YEAR), value)))
        message = "Не понять, о каком показателе и годе это число."
        found.troubles.append(error(message, line.cell(FACT), "Не меняйте серые ячейки."))
    return found


def _said_of(line: Line, row: FormRow | None) -> dict[str, Node] | None:
    """Which indicator and which year a figure is of; None where that is not clear."""
    known = {fold(each.name): each.name for each in row.indicators} if row else {}
    name, year = fold(line.text(INDICATOR)), _YEAR.search(line.text(YEAR))
    if name not in known or not (year or fold(line.text(YEAR)) == fold(WHOLE_TIME)):
        return None
    fields: dict[str, Node] = {"indicator": known[name]} if len(known) > 1 else {}
    return {**fields, "year": year[0]} if year else fields
