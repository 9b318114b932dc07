"""The public types of the lists of the API, version 1."""

from dataclasses import dataclass

from dorkarta.feeds.public import PublicDocument, PublicNote, PublicPeriod, PublicPlace


@dataclass(frozen=True, kw_only=True, slots=True)
class PublicBody:
    """An organisation or a role; `fulfils` and `fulfilled_by` name bodies."""

    id: str
    territory: str
    kind: str
    title: str
    short: str | None
    aliases: list[str]
    fulfils: list[str]
    fulfilled_by: list[str]
    activities: int
    notes: list[PublicNote]
    inferred: dict[str, str]
    url: str


@dataclass(frozen=True, kw_only=True, slots=True)
class RoadmapLine:
    """A roadmap in the list of roadmaps."""

    id: str
    title: str
    level: str
    territory: PublicPlace
    period: PublicPeriod
    activities: int
    sub_activities: int
    url: str
    api: str
    progress: str
    """The file of its execution."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReportLine:
    """A report in the list of reports."""

    id: str
    title: str
    level: str
    territory: PublicPlace
    period: PublicPeriod
    entries: int
    url: str
    api: str


@dataclass(frozen=True, kw_only=True, slots=True)
class RoadmapList:
    """`roadmaps.json`."""

    roadmaps: list[RoadmapLine]


@dataclass(frozen=True, kw_only=True, slots=True)
class ReportList:
    """`reports.json`."""

    reports: list[ReportLine]


@dataclass(frozen=True, kw_only=True, slots=True)
class BodyList:
    """`bodies.json`."""

    bodies: list[PublicBody]


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentList:
    """`documents.json`."""

    documents: list[PublicDocument]
