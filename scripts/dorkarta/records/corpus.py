"""All records together, and how a name in one of them finds what it stands for in another."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from dorkarta.deadline import SchoolCalendar
from dorkarta.gathering import gathered
from dorkarta.model.body import Body
from dorkarta.model.document import Document
from dorkarta.model.form import Form
from dorkarta.model.level import LevelId, LevelName
from dorkarta.model.report import Report, ReportEntry
from dorkarta.model.vocabulary import Abbreviation, Audience
from dorkarta.records.collected import Collected
from dorkarta.records.lineage import lineage
from dorkarta.records.record import Record
from dorkarta.records.school import school_calendar
from dorkarta.text import fold

T = TypeVar("T")

_SEVERAL_FORMS = re.compile(r"\s*[/,]\s*")


@dataclass(frozen=True, kw_only=True)
class Corpus(Collected):
    """Everything that was read; every look-up of a name goes through here."""

    def school_calendar(self, territory: str) -> SchoolCalendar:
        """The school years of a territory: its own, else its region's, else the ministry's advice."""
        if territory not in self._school_calendars:
            years = (year for path in lineage(territory) for year in self.school_years.get(path, ()))
            self._school_calendars[territory] = school_calendar(years)
        return self._school_calendars[territory]

    @cached_property
    def _school_calendars(self) -> dict[str, SchoolCalendar]:
        return {}

    def level_name(self, territory: str, level: LevelId) -> LevelName:
        """What a level is called there: by the territory, by its region or by the country."""
        for path in lineage(territory):
            if path in self.territories and level in self.territories[path].content.levels:
                return self.territories[path].content.levels[level]
        return self.country_levels[level]

    def find_body(self, territory: str, name: str) -> Record[Body] | None:
        """The body that a name means in a territory: its own, its region's, the country's."""
        asked = (territory, name)
        if asked not in self._found_bodies:
            folded = fold(name)
            found = (self._body_names.get((path, folded)) for path in lineage(territory))
            self._found_bodies[asked] = next(filter(None, found), None)
        return self._found_bodies[asked]

    @cached_property
    def _found_bodies(self) -> dict[tuple[str, str], Record[Body] | None]:
        """What `find_body` was asked before."""
        return {}

    def find_bodies(self, territory: str, names: tuple[str, ...]) -> tuple[Record[Body], ...]:
        """The bodies that the names of a cell mean in a territory, each once; unknown names mean none."""
        asked = (territory, names)
        if asked not in self._found_together:
            found = (self.find_body(territory, name) for name in names)
            self._found_together[asked] = tuple(dict.fromkeys(body for body in found if body is not None))
        return self._found_together[asked]

    @cached_property
    def _found_together(self) -> dict[tuple[str, tuple[str, ...]], tuple[Record[Body], ...]]:
        """What `find_bodies` was asked before: a few cells stand in thousands of rows."""
        return {}

    @cached_property
    def _body_names(self) -> Mapping[tuple[str, str], Record[Body]]:
        return {
            (record.territory, fold(name)): record
            for record in reversed(self.bodies)
            for name in body_names(record.content)
        }

    def body_names_in(self, territory: str) -> list[str]:
        """All names that `find_body` would know there, for hints."""
        above = set(lineage(territory))
        return [name for record in self.bodies if record.territory in above for name in body_names(record.content)]

    def find_body_by_id(self, territory: str, identity: str) -> Record[Body] | None:
        """The body with an id, from the territory upwards."""
        return self._upwards(self.bodies_by_path, territory, identity)

    @cached_property
    def bodies_by_path(self) -> Mapping[str, Record[Body]]:
        """By their identity: `krasnodar-krai#iro-kk`, `#mouo`."""
        return {record.path: record for record in self.bodies}

    @cached_property
    def entries_by_body(self) -> Mapping[str, tuple[tuple[Record[Report], ReportEntry], ...]]:
        """By the path of a body: the entries of reports that name it among those who answer, each with its report."""
        return gathered(
            (path, (report, entry))
            for report in self.reports.values()
            for entry in report.content.entries
            for path in self._paths(report.territory, (each.body for each in entry.responsible))
        )

    @cached_property
    def documents_by_issuer(self) -> Mapping[str, tuple[Record[Document], ...]]:
        """By the path of the body that issued them."""
        return gathered(
            (path, each)
            for each in self.documents
            for path in self._paths(each.territory, (each.content.issuer,) if each.content.issuer else ())
        )

    def _paths(self, territory: str, names: Iterable[str]) -> Iterable[str]:
        """Of the bodies that names mean, each once."""
        found = (self.find_body(territory, name) for name in names)
        return dict.fromkeys(body.path for body in found if body is not None)

    def find_document(self, territory: str, reference: str) -> Record[Document] | None:
        """The document that a reference means, from the territory upwards or where it says."""
        if "#" in reference:
            return self._documents_by_path.get(reference)
        return self._upwards(self._documents_by_path, territory, reference)

    @cached_property
    def _documents_by_path(self) -> Mapping[str, Record[Document]]:
        return {record.path: record for record in self.documents}

    def _upwards(self, known: Mapping[str, Record[T]], territory: str, identity: str) -> Record[T] | None:
        for path in lineage(territory):
            if (found := known.get(f"{path}#{identity}")) is not None:
                return found
        return None

    def find_forms(self, text: str) -> tuple[Form, ...] | None:
        """The forms that a cell names: as a whole, else one by one; nothing if any is unknown."""
        if text not in self._found_forms:
            self._found_forms[text] = self._look_up_forms(text)
        return self._found_forms[text]

    @cached_property
    def _found_forms(self) -> dict[str, tuple[Form, ...] | None]:
        """What `find_forms` was asked before."""
        return {}

    def _look_up_forms(self, text: str) -> tuple[Form, ...] | None:
        if (whole := self._form_names.get(fold(text))) is not None:
            return (whole,)
        found = [self._form_names.get(fold(part)) for part in split_forms(text)]
        known = [form for form in found if form is not None]
        return tuple(dict.fromkeys(known)) if len(known) == len(found) else None

    def unknown_forms(self, text: str) -> list[str]:
        """The parts of a cell that `find_forms` does not know."""
        if self.find_forms(text) is not None:
            return []
        return [part for part in _SEVERAL_FORMS.split(text) if fold(part) not in self._form_names]

    @cached_property
    def _form_names(self) -> Mapping[str, Form]:
        return {fold(name): form for form in self.forms for name in (form.title, *form.aliases)}

    def find_audience(self, name: str) -> Audience | None:
        """The audience that a name means."""
        return self._audience_names.get(fold(name))

    @cached_property
    def _audience_names(self) -> Mapping[str, Audience]:
        return {fold(name): audience for audience in self.audiences for name in (audience.title, *audience.aliases)}

    def abbreviations(self, territory: str) -> Mapping[str, Record[Abbreviation]]:
        """Short form → meaning in a territory; its own meanings hide those from above."""
        found: dict[str, Record[Abbreviation]] = {}
        for path in lineage(territory):
            for record in self.own_abbreviations(path):
                found.setdefault(record.content.short, record)
        return found

    def expansions(self, territory: str) -> Mapping[str, str]:
        """Short form → what it stands for in a territory, in words, by the short forms."""
        if territory not in self._expansions:
            self._expansions[territory] = {
                short: " / ".join((record.content.expansion, *record.content.also))
                for short, record in sorted(self.abbreviations(territory).items())
            }
        return self._expansions[territory]

    @cached_property
    def _expansions(self) -> dict[str, Mapping[str, str]]:
        """What `expansions` was asked before: all pages of a territory share one."""
        return {}


def split_forms(text: str) -> tuple[str, ...]:
    """The parts of a cell that names several forms: «семинары/вебинар»."""
    return tuple(_SEVERAL_FORMS.split(text))


def body_names(body: Body) -> Iterator[str]:
    """Every name under which documents print a body."""
    yield body.title
    if body.short:
        yield body.short
    yield from body.aliases
