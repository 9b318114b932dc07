"""Which file holds what: the kind of a record is told by its name."""

from dataclasses import dataclass
from fnmatch import fnmatch
from typing import Final

from dorkarta.model.base import Model
from dorkarta.model.body import Bodies
from dorkarta.model.debt import Debts
from dorkarta.model.document import Documents
from dorkarta.model.form import Forms
from dorkarta.model.level import Levels
from dorkarta.model.redirect import Redirects
from dorkarta.model.report import Report
from dorkarta.model.risk_factor import RiskFactors
from dorkarta.model.roadmap import Roadmap
from dorkarta.model.school_year import SchoolYears
from dorkarta.model.system import System
from dorkarta.model.template import Templates
from dorkarta.model.territory import Territory
from dorkarta.model.vocabulary import Abbreviations, Audiences

REGISTRY: Final = "registry"
"""The folder of vocabularies that hold for the whole country."""

SCHEMAS: Final = ".schema"
"""The folder of JSON Schemas, beside that of the records."""

YEARS: Final = "ГОДЫ"
"""Stands in hints for what a name may hold."""

PRACTICES: Final = "practices"
"""Begins the paths of practices, which lie beside the prose and name their territory themselves."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Kind:
    """A kind of file: the pattern of its name, its model, and where it may stand."""

    pattern: str
    model: type[Model]
    in_registry: bool = False
    in_territory: bool = False

    @property
    def name(self) -> str:
        """«roadmap» for `roadmap-*.yaml`: the name of its schema."""
        return self.pattern.removesuffix(".yaml").removesuffix("-*")

    @property
    def title(self) -> str:
        """What such a record is called in Russian."""
        return str(self.model.model_config.get("title"))


KINDS: Final = (
    Kind(pattern="levels.yaml", model=Levels, in_registry=True),
    Kind(pattern="forms.yaml", model=Forms, in_registry=True),
    Kind(pattern="audiences.yaml", model=Audiences, in_registry=True),
    Kind(pattern="risk-factors.yaml", model=RiskFactors, in_registry=True),
    Kind(pattern="templates.yaml", model=Templates, in_registry=True),
    Kind(pattern="redirects.yaml", model=Redirects, in_registry=True),
    Kind(pattern="debts.yaml", model=Debts, in_registry=True),
    Kind(pattern="bodies.yaml", model=Bodies, in_registry=True, in_territory=True),
    Kind(pattern="documents.yaml", model=Documents, in_registry=True, in_territory=True),
    Kind(pattern="abbreviations.yaml", model=Abbreviations, in_registry=True, in_territory=True),
    Kind(pattern="school-years.yaml", model=SchoolYears, in_registry=True, in_territory=True),
    Kind(pattern="territory.yaml", model=Territory, in_territory=True),
    Kind(pattern="system.yaml", model=System, in_territory=True),
    Kind(pattern="roadmap-*.yaml", model=Roadmap, in_territory=True),
    Kind(pattern="report-*.yaml", model=Report, in_territory=True),
)


def kind_of(name: str, *, in_registry: bool) -> Kind | None:
    """The kind of a file by its name, or nothing where such a file has no place."""
    for kind in KINDS:
        if fnmatch(name, kind.pattern) and (kind.in_registry if in_registry else kind.in_territory):
            return kind
    return None


def modeline(path: str) -> str:
    """The first line of a record's file, by which an editor's program finds the schema.

    Arguments:
        path: The record: `krasnodar-krai/roadmap-2020-2021`.
    """
    folder, _, name = path.rpartition("/")
    kind = kind_of(f"{name}.yaml", in_registry=folder == REGISTRY)
    up = "../" * (path.count("/") + 1)
    return f"# yaml-language-server: $schema={up}{SCHEMAS}/{kind.name if kind else name}.json"


def names(*, in_registry: bool) -> list[str]:
    """The names that files may have there, for hints."""
    return [
        kind.pattern.replace("*", YEARS) for kind in KINDS if (kind.in_registry if in_registry else kind.in_territory)
    ]
