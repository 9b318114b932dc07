"""The JSON Schemas that describe the files of the API."""

from collections.abc import Iterator
from functools import cache, partial
from typing import Final

from dorkarta import addresses
from dorkarta.feeds.json_text import dump
from dorkarta.feeds.public import PublicReport, PublicRoadmap, PublicSystem
from dorkarta.feeds.public_indicators import IndicatorList, RoadmapIndicators
from dorkarta.feeds.public_library import PracticeList, RiskFactorList, TerritoryList
from dorkarta.feeds.public_lists import BodyList, DocumentList, ReportList, RoadmapList
from dorkarta.feeds.public_progress import Progress, RoadmapExecution
from dorkarta.promise import FilePromise

SCHEMAS: Final[dict[str, type]] = {
    "roadmap": PublicRoadmap,
    "report": PublicReport,
    "system": PublicSystem,
    "roadmaps": RoadmapList,
    "reports": ReportList,
    "bodies": BodyList,
    "documents": DocumentList,
    "practices": PracticeList,
    "risk-factors": RiskFactorList,
    "territories": TerritoryList,
    "progress": Progress,
    "roadmap-progress": RoadmapExecution,
    "indicators": IndicatorList,
    "roadmap-indicators": RoadmapIndicators,
}
"""Public type by the name of its schema."""
_DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"


def schema_promises() -> Iterator[FilePromise]:
    """A schema for every public type."""
    for name in SCHEMAS:
        yield FilePromise(address=addresses.schema_api(name), territory=None, make=partial(_schema, name))


@cache
def _schema(name: str) -> bytes:
    """It does not depend on the records, and each takes longer than a dozen of them."""
    from pydantic import TypeAdapter  # noqa: PLC0415  # what only reads or checks records pays for no schemas

    return dump({"$schema": _DRAFT, **TypeAdapter(SCHEMAS[name]).json_schema(mode="serialization")})
