"""All that was read, by kind and by territory."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from dorkarta.gathering import gathered
from dorkarta.model.body import Bodies, Body
from dorkarta.model.document import Document, Documents
from dorkarta.model.form import Form, Forms
from dorkarta.model.level import LevelId, LevelName, Levels
from dorkarta.model.practice import Practice
from dorkarta.model.redirect import Redirect, Redirects
from dorkarta.model.report import Report
from dorkarta.model.risk_factor import RiskFactor, RiskFactors, RiskGroup
from dorkarta.model.roadmap import Roadmap
from dorkarta.model.school_year import SchoolYearRecord, SchoolYears
from dorkarta.model.system import System
from dorkarta.model.template import Template, Templates
from dorkarta.model.territory import Territory
from dorkarta.model.vocabulary import Abbreviation, Abbreviations, Audience, Audiences
from dorkarta.records.files import LateFile, RecordFile
from dorkarta.records.lineage import lineage
from dorkarta.records.record import LateRecord, Record

T = TypeVar("T")
P = TypeVar("P")


@dataclass(frozen=True, kw_only=True)
class Collected:
    """Everything that was read, as plain collections."""

    files: tuple[RecordFile, ...]

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

    @cached_property
    def school_years(self) -> Mapping[str, tuple[SchoolYearRecord, ...]]:
        """By territory."""
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

    @cached_property
    def country_levels(self) -> Mapping[LevelId, LevelName]:
        for record in self._records(Levels):
            return record.content.levels
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
