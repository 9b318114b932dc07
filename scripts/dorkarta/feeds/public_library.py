"""The public types of practices, risk factors and territories, version 1. Fields are only ever added."""

from datetime import date

from typing_extensions import TypedDict

from dorkarta.feeds.public import PublicForm, PublicNote, PublicPlace, PublicResponsible


class PublicStep(TypedDict):
    """What is done, and what says so; kind of the source: activity, entry, system."""

    text: str
    source: str
    kind: str
    url: str


class PublicResult(TypedDict):
    """What came of it; of a planned practice, what is to come of it."""

    text: str
    measured: str | None


class PublicPractice(TypedDict):
    """A practice; proof: planned, reported, confirmed. `risks` name risk factors, the other lists records."""

    id: str
    title: str
    territory: PublicPlace
    level: str
    summary: str
    problem: str
    risks: list[str]
    risks_why: str | None
    roles: list[str]
    form_names: list[str]
    """As documents print them; `forms` are those that they mean."""
    forms: list[PublicForm]
    subject: str | None
    steps: list[PublicStep]
    result: PublicResult | None
    activities: list[str]
    entries: list[str]
    documents: list[str]
    contact: PublicResponsible | None
    proof: str
    proof_why: str
    reviewed: date
    prose: str | None
    """Markdown."""
    notes: list[PublicNote]
    inferred: dict[str, str]
    url: str


class PublicRiskGroup(TypedDict):
    """A heading over several factors; `sections` name sections of roadmaps."""

    id: str
    title: str
    short: str
    source: str
    sections: list[str]


class PublicRiskFactor(TypedDict):
    """What makes it hard for a school to teach well, with what helps: sections, activities, practices."""

    id: str
    title: str
    short: str
    group: str | None
    source: str
    sections: list[str]
    activities: list[str]
    """Those of the sections, parts of activities among them."""
    practices: list[str]
    aliases: list[str]
    notes: list[PublicNote]


class PublicTerritory(TypedDict):
    """A region or a municipality with all that is published of it; `inside` names the territories right inside it."""

    id: str
    title: str
    genitive: str
    locative: str
    level: str
    code: str | None
    timezone: str | None
    above: str | None
    inside: list[str]
    roadmaps: list[str]
    """Its own, as all lists of this record."""
    reports: list[str]
    system: str | None
    practices: list[str]
    notes: list[PublicNote]
    url: str


class PracticeList(TypedDict):
    """`practices.json`."""

    practices: list[PublicPractice]


class RiskFactorList(TypedDict):
    """`risk-factors.json`."""

    groups: list[PublicRiskGroup]
    factors: list[PublicRiskFactor]


class TerritoryList(TypedDict):
    """`territories.json`."""

    territories: list[PublicTerritory]
