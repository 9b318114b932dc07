"""The public types of the API, version 1. Fields are only ever added.

Addresses (`url`, `api`) are relative to the site's root, so that the same files serve under any sub-path.
A field that the source does not fill is `null` or an empty list; no field is ever missing.
"""

from datetime import date

from typing_extensions import TypedDict


class PublicNote(TypedDict):
    """A remark of the transcriber; kind: repair, loss, conflict, remark."""

    kind: str
    text: str


class PublicInterval(TypedDict):
    """Days from start to end, both inside; `exact` when it is just these days and not some day among them.

    A limit («до 15 декабря») has no start, a mere beginning («с 1 марта») no end.
    """

    start: date | None
    end: date | None
    exact: bool


class PublicOccurrence(TypedDict):
    """When it happens or is due: days from start to end, both inside."""

    start: date
    end: date
    exact: bool


class PublicReading(TypedDict):
    """What the words of a deadline mean."""

    kind: str
    start: date | None
    end: date | None
    intervals: list[PublicInterval]
    occurrences: list[PublicOccurrence]
    """The intervals, or those of a recurrence within the roadmap's period."""
    recurrence: str | None
    condition: str | None
    plan: str | None
    doubts: list[str]


class PublicDeadline(TypedDict):
    """The official words and their reading; `text` is null where dates come from elsewhere in the source."""

    text: str | None
    reading: PublicReading


class PublicPlace(TypedDict):
    """A territory: its path and its name."""

    path: str
    title: str
    url: str


class PublicResponsible(TypedDict):
    """Who answers: the words of the source, and the body they mean."""

    name: str
    addition: str | None
    body: str | None
    title: str | None
    url: str | None


class PublicForm(TypedDict):
    """A form of the registry; kind: event, document, monitoring, process."""

    id: str
    title: str
    kind: str


class PublicQuantityPart(TypedDict):
    """One number of a cell, `whole` of «3 из 4» too; operator: =, >=, <=, >, <."""

    operator: str
    number: float
    percent: bool
    whole: float | None
    month: int | None
    frequency: str | None


class PublicQuantity(TypedDict):
    """A cell of figures: its words and its numbers in order."""

    text: str
    parts: list[PublicQuantityPart]


class PublicIndicator(TypedDict):
    """A planned figure, in all and by calendar year; accumulation, where the record tells it: flow, stock, yearly."""

    name: str
    target: PublicQuantity | None
    years: dict[str, PublicQuantity]
    counts: list[str]
    accumulation: str | None
    notes: list[PublicNote]
    inferred: dict[str, str]


class PublicAct(TypedDict):
    """An official change of an activity, or its being called off."""

    date: date | None
    by: str | None
    what: str | None
    document: str | None


class PublicActivity(TypedDict):
    """A row of a roadmap; `activities` are its parts."""

    id: str
    number: str | None
    title: str | None
    level: str
    form: str | None
    forms: list[PublicForm]
    deadline: PublicDeadline | None
    responsible: list[PublicResponsible]
    audience: list[str]
    expected_result: str | None
    indicators: list[PublicIndicator]
    documents: list[str]
    implements: list[str]
    """Activities above that it carries out, named `krasnodar-krai/roadmap-2020-2021#71`."""
    implemented_by: list[str]
    """Activities below that carry it out."""
    activities: list["PublicActivity"]
    cancelled: PublicAct | None
    amended: list[PublicAct]
    notes: list[PublicNote]
    inferred: dict[str, str]
    url: str


class PublicSection(TypedDict):
    """A part of a roadmap, in document order: its activities, then its sections."""

    id: str
    number: str | None
    title: str
    level: str
    notes: list[PublicNote]
    activities: list[PublicActivity]
    sections: list["PublicSection"]
    url: str


class PublicPeriod(TypedDict):
    """Two days, both inside."""

    start: date
    end: date


class PublicApproval(TypedDict):
    """Who set the roadmap in force, by post."""

    by: str | None
    post: str | None
    date: date | None
    number: str | None
    document: str | None
    notes: list[PublicNote]
    inferred: dict[str, str]


class PublicSource(TypedDict):
    """The document that a record transcribes."""

    title: str
    url: str | None
    form: str | None
    notes: list[PublicNote]


class PublicRoadmap(TypedDict):
    """A whole roadmap."""

    id: str
    title: str
    level: str
    territory: PublicPlace
    period: PublicPeriod
    goal: str | None
    summary: str | None
    appendix: str | None
    approved: PublicApproval | None
    source: PublicSource
    reviewed: date | None
    """The day on which the whole record was last compared with its source."""
    sections: list[PublicSection]
    notes: list[PublicNote]
    inferred: dict[str, str]
    url: str


class PublicDocument(TypedDict):
    """A document of the register."""

    id: str
    territory: str
    kind: str
    number: str | None
    date: date | None
    title: str | None
    issuer: str | None
    link: str | None
    notes: list[PublicNote]
    inferred: dict[str, str]
    url: str


class PublicEvidence(TypedDict):
    """A document that proves an entry, with the words of the report."""

    document: str
    kind: str
    number: str | None
    date: date | None
    title: str | None
    issuer: str | None
    link: str | None
    quote: str | None
    notes: list[PublicNote]
    url: str


class PublicActual(TypedDict):
    """What an indicator of the activity came to; without `indicator` its only one, without `year` in all."""

    indicator: str | None
    year: str | None
    value: PublicQuantity
    notes: list[PublicNote]


class PublicEntry(TypedDict):
    """A row of a report; `withheld` names the fields where the source has persons, who are not published.

    `unproven` says why it does not prove that the activity was done.
    """

    id: str
    number: str | None
    title: str
    description: str | None
    date: PublicDeadline | None
    responsible: list[PublicResponsible]
    audience: list[str]
    evidence: list[PublicEvidence]
    activity: str | None
    unproven: str | None
    actuals: list[PublicActual]
    withheld: list[str]
    notes: list[PublicNote]
    inferred: dict[str, str]
    url: str


class PublicReport(TypedDict):
    """A whole report."""

    id: str
    title: str
    level: str
    territory: PublicPlace
    period: PublicPeriod
    summary: str | None
    roadmap: str | None
    signed: str | None
    source: PublicSource
    reviewed: date | None
    """The day on which the whole record was last compared with its source."""
    entries: list[PublicEntry]
    notes: list[PublicNote]
    inferred: dict[str, str]
    url: str


class PublicNorm(TypedDict):
    """A normative document of a level."""

    number: str | None
    title: str
    document: str | None
    notes: list[PublicNote]


class PublicComponent(TypedDict):
    """What a subject of the system does."""

    number: str | None
    title: str
    items: list[str]
    notes: list[PublicNote]


class PublicSubject(TypedDict):
    """Bodies and the components that are theirs."""

    bodies: list[PublicResponsible]
    components: list[PublicComponent]
    notes: list[PublicNote]


class PublicSystemLevel(TypedDict):
    """A level of the system; its norms hold for all its subjects."""

    level: str
    norms: list[PublicNorm]
    subjects: list[PublicSubject]
    notes: list[PublicNote]


class PublicSystem(TypedDict):
    """«Содержательное наполнение системы» of a territory."""

    id: str
    title: str
    territory: PublicPlace
    source: PublicSource
    reviewed: date | None
    """The day on which the whole record was last compared with its source."""
    levels: list[PublicSystemLevel]
    notes: list[PublicNote]
    url: str
