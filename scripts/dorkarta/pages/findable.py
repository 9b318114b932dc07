"""What search finds: one entry for an activity, a report's row, a document; one for a page without its tables."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from itertools import groupby
from typing import Final

from dorkarta import addresses, dates
from dorkarta.model.level import LevelId
from dorkarta.model.practice import Practice
from dorkarta.pages.edition import Edition
from dorkarta.pages.page import Heading, Page
from dorkarta.pages.practice_lines import practice_forms
from dorkarta.records import naming, words
from dorkarta.records.corpus import Corpus
from dorkarta.records.lineage import COUNTRY, lineage
from dorkarta.records.naming import document_name
from dorkarta.records.plan import Planned
from dorkarta.records.record import Record
from dorkarta.records.timing import timing_of

ACTIVITY: Final = "Мероприятие"
ENTRY: Final = "Запись отчёта"
DOCUMENT: Final = "Документ"
PRACTICE: Final = "Практика"
PAGE: Final = "Страница"

_KINDS_OF_PAGES: Final = {
    addresses.ROADMAPS: "Дорожная карта",
    addresses.REPORTS: "Отчёт",
    addresses.BODIES: "Ответственный",
    addresses.TERRITORIES: "Территория",
    addresses.LEVELS: "Уровень",
    addresses.DOCUMENTS: "Документы",
    addresses.CALENDAR: "Календарь",
    addresses.PROGRESS: "Исполнение",
    addresses.INDICATORS: "Показатели",
    addresses.RULES: "Правило",
}


class Depth(IntEnum):
    """How deep in its region something lies. Where a region is too large for one index, the deepest leaves it first."""

    REGION = 0
    """Also every page, so that whatever the region has is found by its name."""
    MUNICIPALITY = 1
    """A row of a municipality's record."""
    SCHOOL = 2
    """A row of a school's record."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Findable:
    """Something that search can find; `filters` holds the names and values that people choose by."""

    url: str
    title: str
    kind: str
    text: str
    where: str
    when: str
    filters: tuple[tuple[str, str], ...]
    territory: str = COUNTRY
    """Whose record it stands in; of a page only the region."""
    depth: Depth = Depth.REGION


def findables(edition: Edition, pages: Iterable[Page | Heading]) -> Iterator[Findable]:
    """Everything that the records let search find."""
    corpus = edition.corpus
    for _, ones in groupby(edition.plan.planned, lambda one: one.record.path):
        yield from _activities(corpus, tuple(ones))
    yield from _entries(corpus)
    for document in corpus.documents:
        yield Findable(
            url=addresses.document(document.territory, document.content.id),
            title=document_name(document.content),
            kind=DOCUMENT,
            text=document.content.issuer or "",
            where=naming.place_name(corpus, document.territory),
            when=dates.day(document.content.date) if document.content.date else "",
            filters=tuple(
                _filters(
                    corpus,
                    territory=document.territory,
                    kind=DOCUMENT,
                    years=(document.content.date.year,) if document.content.date else (),
                )
            ),
            territory=document.territory,
        )
    for record in edition.library.practices:
        yield _practice(corpus, record)
    for page in pages:
        if page.frame != addresses.PRACTICES:  # the practice itself is found
            yield _page(corpus, page)


def _activities(corpus: Corpus, ones: tuple[Planned, ...]) -> Iterator[Findable]:
    """Those of one roadmap."""
    record = ones[0].record
    where, depth = naming.roadmap_name(corpus, record), _depth(record.territory, record.content.level)
    for one in ones:
        yield _activity(corpus, one, where, depth)


def _activity(corpus: Corpus, one: Planned, where: str, depth: Depth) -> Findable:
    activity, territory = one.activity, one.record.territory
    bodies = [body.content.short or body.content.title for body in one.bodies]
    texts = [
        activity.number or "",
        activity.form or "",
        " ".join([form.title for form in one.forms]),
        activity.expected_result or "",
        *[indicator.name for indicator in activity.indicators],
        *bodies,
        *[section.title for section in one.sections],
    ]
    return Findable(
        url=addresses.activity(one.record.path, activity.id),
        title=naming.activity_title(activity),
        kind=ACTIVITY,
        text=". ".join([text for text in texts if text]),
        where=where,
        when=words.deadline(activity.deadline, one.timing),
        filters=tuple(
            _filters(
                corpus,
                territory=territory,
                kind=ACTIVITY,
                level=one.level,
                forms=[form.title for form in one.forms],
                bodies=bodies,
                years=one.years,
            )
        ),
        territory=territory,
        depth=depth,
    )


def _depth(territory: str, level: LevelId) -> Depth:
    """Of the rows of a record."""
    if level is LevelId.SCHOOL:
        return Depth.SCHOOL
    return Depth.MUNICIPALITY if "/" in territory else Depth.REGION


def _entries(corpus: Corpus) -> Iterator[Findable]:
    for report in corpus.reports.values():
        for entry in report.content.entries:
            calendar = corpus.school_calendar(report.territory)
            timing = timing_of(entry.date, entry.dates, period=report.content.period, calendar=calendar)
            found = timing.occurrences if timing else ()
            bodies = (corpus.find_body(report.territory, each.body) for each in entry.responsible)
            yield Findable(
                url=addresses.entry(report.path, entry.id),
                title=entry.title,
                kind=ENTRY,
                text=entry.description or "",
                where=naming.report_name(corpus, report),
                when=entry.date or "",
                filters=tuple(
                    _filters(
                        corpus,
                        territory=report.territory,
                        kind=ENTRY,
                        level=report.content.level,
                        bodies=(body.content.short or body.content.title for body in bodies if body),
                        years=sorted({year for each in found for year in (each.start.year, each.end.year)}),
                    )
                ),
                territory=report.territory,
                depth=_depth(report.territory, report.content.level),
            )


def _practice(corpus: Corpus, record: Record[Practice]) -> Findable:
    content = record.content
    contact = corpus.find_body(record.territory, content.contact) if content.contact else None
    factors = (corpus.risk_factors[each] for each in content.risks if each in corpus.risk_factors)
    forms = [form.title for form in practice_forms(corpus, record)]
    texts = (
        content.summary,
        content.problem,
        *(word for factor in factors for word in (factor.title, *factor.aliases)),
        *(step.text for step in content.steps),
        content.result.text if content.result else "",
        *forms,
        *(naming.ROLE_TITLES[role] for role in content.roles),
        content.prose or "",
    )
    return Findable(
        url=addresses.practice(record.path),
        title=content.title,
        kind=PRACTICE,
        text=". ".join(text.rstrip(".") for text in texts if text),
        where=naming.place_name(corpus, record.territory),
        when=naming.PROOF_TITLES[content.proof],
        filters=tuple(
            _filters(
                corpus,
                territory=record.territory,
                kind=PRACTICE,
                level=content.level,
                forms=forms,
                bodies=(naming.body_name(contact.content),) if contact else (),
            )
        ),
        territory=record.territory,
    )


def _page(corpus: Corpus, page: Page | Heading) -> Findable:
    kind = _KINDS_OF_PAGES.get(page.frame, PAGE)
    return Findable(
        url=page.url,
        title=page.title,
        kind=kind,
        text=page.description,
        where=" › ".join(crumb.title for crumb in page.crumbs[1:-1] if crumb.title != kind),
        when="",
        filters=(("kind", kind),),
        territory=next((part for part in page.url.split("/")[1:] if part in corpus.territories), COUNTRY),
    )


def _filters(
    corpus: Corpus,
    *,
    territory: str,
    kind: str,
    level: LevelId | None = None,
    forms: Iterable[str] = (),
    bodies: Iterable[str] = (),
    years: Iterable[int] = (),
) -> Iterator[tuple[str, str]]:
    yield "kind", kind
    if level is not None:
        yield "level", corpus.country_levels[level].title
    for path in lineage(territory):
        if path:
            yield "territory", corpus.territory(path).title
    for form in forms:
        yield "form", form
    for body in bodies:
        yield "body", body
    for year in years:
        yield "year", str(year)
