"""The public types of the lists of the API, version 1."""

from typing_extensions import TypedDict

from dorkarta.feeds.public import PublicDocument, PublicNote, PublicPeriod, PublicPlace


class PublicBody(TypedDict):
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


class RoadmapLine(TypedDict):
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


class ReportLine(TypedDict):
    """A report in the list of reports."""

    id: str
    title: str
    level: str
    territory: PublicPlace
    period: PublicPeriod
    entries: int
    url: str
    api: str


class RoadmapList(TypedDict):
    """`roadmaps.json`."""

    roadmaps: list[RoadmapLine]


class ReportList(TypedDict):
    """`reports.json`."""

    reports: list[ReportLine]


class BodyList(TypedDict):
    """`bodies.json`."""

    bodies: list[PublicBody]


class DocumentList(TypedDict):
    """`documents.json`."""

    documents: list[PublicDocument]
