"""All records together, and how a name in one of them finds what it stands for in another."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any, Generic, TypeVar

from dorkarta.deadline import SchoolCalendar
from dorkarta.model.body import Bodies, Body
from dorkarta.model.document import Document, Documents
from dorkarta.model.form import Form, Forms
from dorkarta.model.level import LevelId, LevelName, Levels
from dorkarta.model.practice import Practice
from dorkarta.model.redirect import Redirect, Redirects
from dorkarta.model.report import Report, ReportEntry
from dorkarta.model.risk_factor import RiskFactor, RiskFactors, RiskGroup
from dorkarta.model.roadmap import Roadmap
from dorkarta.model.school_year import SchoolYearRecord, SchoolYears
from dorkarta.model.system import System
from dorkarta.model.template import Template, Templates
from dorkarta.model.territory import Territory
from dorkarta.model.vocabulary import Abbreviation, Abbreviations, Audience, Audiences
from dorkarta.records.files import LateFile, RecordFile
from dorkarta.records.school import school_calendar
from dorkarta.records.yaml_tree import Marks
from dorkarta.text import fold

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")
P = TypeVar("P")

COUNTRY = ""
"""The path of the territory above all regions."""

_SEVERAL_FORMS = re.compile(r"\s*[/,]\s*")


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Record(Generic[T]):
    """A record or a part of one, with its territory and its place in the files."""

    path: str
    """The identity: the file's path without folder and ending."""
    territory: str
    file: str
    content: T
    marks: Marks


class LateRecord(Record[T]):
    """A whole file that was read before; its content is made when somebody asks for it."""

    __slots__ = ("_whole",)
    _whole: LateFile

    def __init__(self, whole: LateFile) -> None:
        given = {"path": whole.path, "territory": whole.territory, "file": whole.file, "marks": whole.marks}
        for name, value in {**given, "_whole": whole}.items():
            object.__setattr__(self, name, value)

    def __getattr__(self, name: str) -> Any:
        if name != "content":
            raise AttributeError(name)
        object.__setattr__(self, name, self._whole.content)
        return self._whole.content


@dataclass(frozen=True, kw_only=True)
class Corpus:
    """Everything that was read; every look-up of a name goes through here."""

    files: tuple[RecordFile, ...]

    def _records(self, kind: type[T]) -> Iterator[Record[T]]:
        for file in self.files:
            if isinstance(file, LateFile):
                if issubclass(file.model, kind):
                    yield LateRecord(file)
            elif isinstance(file.content, kind):
                yield Record(
                    path=file.path,
                    territory=file.territory,
                    file=file.file,
                    content=file.content,
                    marks=file.marks,
                )

    @cached_property
    def roadmaps(self) -> Mapping[str, Record[Roadmap]]:
        return {record.path: record for record in self._records(Roadmap)}

    @cached_property
    def reports(self) -> Mapping[str, Record[Report]]:
        return {record.path: record for record in self._records(Report)}

    @cached_property
    def systems(self) -> Mapping[str, Record[System]]:
        """By territory."""
        return {record.territory: record for record in self._records(System)}

    @cached_property
    def territories(self) -> Mapping[str, Record[Territory]]:
        """By path: `krasnodar-krai/krasnodar`."""
        return {record.territory: record for record in self._records(Territory)}

    @cached_property
    def practices(self) -> Mapping[str, Record[Practice]]:
        """By name: `network-pairs`."""
        return {
            record.path.rpartition("/")[2]: replace(
                record, path=record.path.rpartition("/")[2], territory=record.content.territory
            )
            for record in self._records(Practice)
        }

    @cached_property
    def risk_files(self) -> tuple[Record[RiskFactors], ...]:
        return tuple(self._records(RiskFactors))

    @cached_property
    def risk_groups(self) -> tuple[RiskGroup, ...]:
        return tuple(group for record in self.risk_files for group in record.content.groups)

    @cached_property
    def risk_factors(self) -> Mapping[str, RiskFactor]:
        """By id, in the order of the registry."""
        return {factor.id: factor for record in self.risk_files for factor in record.content.factors}

    @cached_property
    def template_files(self) -> tuple[Record[Templates], ...]:
        return tuple(self._records(Templates))

    @cached_property
    def templates(self) -> tuple[Template, ...]:
        """Blank forms, in the order of the registry."""
        return tuple(template for record in self.template_files for template in record.content.templates)

    @cached_property
    def redirect_files(self) -> tuple[Record[Redirects], ...]:
        return tuple(self._records(Redirects))

    @cached_property
    def redirects(self) -> tuple[Redirect, ...]:
        """Former addresses of the site."""
        return tuple(redirect for record in self.redirect_files for redirect in record.content.redirects)

    @cached_property
    def body_files(self) -> tuple[Record[Bodies], ...]:
        return tuple(self._records(Bodies))

    @cached_property
    def document_files(self) -> tuple[Record[Documents], ...]:
        return tuple(self._records(Documents))

    @cached_property
    def form_files(self) -> tuple[Record[Forms], ...]:
        return tuple(self._records(Forms))

    @cached_property
    def bodies(self) -> tuple[Record[Body], ...]:
        """The path of a body is its territory's path and its id: `krasnodar-krai#iro-kk`, `#mouo`."""
        return tuple(_parts(self.body_files, "bodies", lambda file: file.bodies))

    @cached_property
    def documents(self) -> tuple[Record[Document], ...]:
        """Named as bodies are: `krasnodar-krai/krasnodar#order-560`."""
        return tuple(_parts(self.document_files, "documents", lambda file: file.documents))

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        return tuple(form for record in self.form_files for form in record.content.forms)

    @cached_property
    def audiences(self) -> tuple[Audience, ...]:
        return tuple(audience for record in self._records(Audiences) for audience in record.content.audiences)

    def school_calendar(self, territory: str) -> SchoolCalendar:
        """The school years of a territory: its own, else its region's, else the ministry's advice."""
        if territory not in self._school_calendars:
            years = (year for path in lineage(territory) for year in self._school_years.get(path, ()))
            self._school_calendars[territory] = school_calendar(years)
        return self._school_calendars[territory]

    @cached_property
    def _school_calendars(self) -> dict[str, SchoolCalendar]:
        return {}

    @cached_property
    def _school_years(self) -> Mapping[str, tuple[SchoolYearRecord, ...]]:
        return {record.territory: record.content.years for record in self._records(SchoolYears)}

    def regions(self) -> Iterator[str]:
        """The paths of the regions, in order."""
        return (path for path in sorted(self.territories) if "/" not in path)

    def territory(self, path: str) -> Territory:
        """The territory of a path.

        Raises:
            KeyError: nobody described it; the checks refuse such records.
        """
        return self.territories[path].content

    @cached_property
    def inner_territories(self) -> Mapping[str, tuple[str, ...]]:
        """By territory: those right inside it, in order."""
        return gathered((path.rpartition("/")[0], path) for path in sorted(self.territories))

    @cached_property
    def roadmaps_inside(self) -> Mapping[str, tuple[Record[Roadmap], ...]]:
        """By territory: its own and those of all inside it."""
        return gathered((path, each) for each in self.roadmaps.values() for path in lineage(each.territory))

    @cached_property
    def reports_inside(self) -> Mapping[str, tuple[Record[Report], ...]]:
        """By territory: its own and those of all inside it."""
        return gathered((path, each) for each in self.reports.values() for path in lineage(each.territory))

    def level_name(self, territory: str, level: LevelId) -> LevelName:
        """What a level is called there: by the territory, by its region or by the country."""
        for path in lineage(territory):
            if path in self.territories and level in self.territories[path].content.levels:
                return self.territories[path].content.levels[level]
        return self.country_levels[level]

    @cached_property
    def country_levels(self) -> Mapping[LevelId, LevelName]:
        for record in self._records(Levels):
            return record.content.levels
        return {}

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
        return self._upwards(self._bodies_by_path, territory, identity)

    @cached_property
    def _bodies_by_path(self) -> Mapping[str, Record[Body]]:
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

    def own_abbreviations(self, territory: str) -> tuple[Record[Abbreviation], ...]:
        """Those that a territory itself defines."""
        return self._abbreviations.get(territory, ())

    @cached_property
    def _abbreviations(self) -> Mapping[str, tuple[Record[Abbreviation], ...]]:
        return {
            file.territory: tuple(_parts((file,), "abbreviations", lambda content: content.abbreviations))
            for file in self._records(Abbreviations)
        }


def split_forms(text: str) -> tuple[str, ...]:
    """The parts of a cell that names several forms: «семинары/вебинар»."""
    return tuple(_SEVERAL_FORMS.split(text))


@lru_cache(maxsize=4096)
def lineage(territory: str) -> tuple[str, ...]:
    """A territory and all above it, the country last: `("a/b", "a", "")`."""
    if territory == COUNTRY:
        return (COUNTRY,)
    return (territory, *lineage(territory.rpartition("/")[0]))


def body_names(body: Body) -> Iterator[str]:
    """Every name under which documents print a body."""
    yield body.title
    if body.short:
        yield body.short
    yield from body.aliases


def gathered(pairs: Iterable[tuple[K, P]]) -> Mapping[K, tuple[P, ...]]:
    """Under equal names, in the order in which they come."""
    found: defaultdict[K, list[P]] = defaultdict(list)
    for name, each in pairs:
        found[name].append(each)
    return {name: tuple(ones) for name, ones in found.items()}


def _parts(files: Iterable[Record[T]], field: str, parts_of: Callable[[T], tuple[P, ...]]) -> Iterator[Record[P]]:
    for file in files:
        for index, part in enumerate(parts_of(file.content)):
            name = getattr(part, "id", None) or getattr(part, "short", "")
            yield Record(
                path=f"{file.territory}#{name}",
                territory=file.territory,
                file=file.file,
                content=part,
                marks=file.marks.at((field, index)),
            )
