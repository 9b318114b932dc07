"""Pages of practices, in one order: the problem, what was done, the steps, the result, the proof, where."""

from collections.abc import Iterator
from functools import partial

from dorkarta import addresses, dates
from dorkarta.model.practice import Practice
from dorkarta.pages import history, lines, parts, sources
from dorkarta.pages.downloads import downloads
from dorkarta.pages.edition import Edition
from dorkarta.pages.history import HistoryView
from dorkarta.pages.page import Page, Promise, TocEntry
from dorkarta.pages.plain import plain
from dorkarta.pages.practice_lines import PracticeLine, practice_forms, practice_lines, proof_badge
from dorkarta.pages.sources import SourceView
from dorkarta.pages.views import Action, ActivityLine, BadgeView, BodyView, FormView, Header, Link, Meta
from dorkarta.records import naming, practice_words
from dorkarta.records.corpus import Corpus
from dorkarta.records.record import Record


@plain
class StepView:
    """A step with its source."""

    text: str
    place: Link | None
    record: Link | None
    """Where it is another one than that of the step above; none where all steps are of one record."""


@plain
class ResultView:
    """What came or is expected, under a heading that says which."""

    title: str
    text: str
    measured: str | None
    measured_title: str


@plain
class PracticeView:
    """A practice. What no document says is empty and not shown."""

    crumbs: tuple[Link, ...]
    header: Header
    problem: str
    risks: tuple[Link, ...]
    risks_why: str | None
    done_title: str
    summary: str
    prose: str | None
    roles: tuple[str, ...]
    forms: tuple[FormView, ...]
    subject: str | None
    steps: tuple[StepView, ...]
    records: tuple[Link, ...]
    """Where the steps are said."""
    result: ResultView | None
    proof: BadgeView
    proof_why: str
    entries: tuple[Link, ...]
    documents: tuple[Link, ...]
    where_title: str
    territory: Link
    level: Link
    contact: BodyView | None
    activities: tuple[ActivityLine, ...]
    related: tuple[PracticeLine, ...]
    history: HistoryView | None


def promises(edition: Edition) -> Iterator[Promise]:
    """The page of every practice."""
    for record in edition.library.practices:
        yield Promise(
            url=addresses.practice(record.path),
            frame=addresses.PRACTICES,
            territory=record.territory,
            make=partial(_page, edition, record),
        )


def _page(edition: Edition, record: Record[Practice]) -> Page:
    content = record.content
    crumbs = (parts.HOME, Link(title="Практики", href=addresses.PRACTICES), Link(title=content.title))
    view = _view(edition, record, crumbs)
    place = naming.place_name(edition.corpus, record.territory)
    return Page(
        url=addresses.practice(record.path),
        frame=addresses.PRACTICES,
        title=content.title,
        description=f"{content.summary} {place}. {naming.PROOF_TITLES[content.proof]}.",
        template="practice.html",
        view=view,
        crumbs=crumbs,
        toc=tuple(_toc(view)),
        abbreviations=edition.corpus.expansions(record.territory),
    )


def _view(edition: Edition, record: Record[Practice], crumbs: tuple[Link, ...]) -> PracticeView:
    corpus, content = edition.corpus, record.content
    cited = tuple(sources.source_of(edition, each.source) for each in content.steps)
    contact = corpus.find_body(record.territory, content.contact) if content.contact else None
    return PracticeView(
        crumbs=crumbs,
        header=_header(edition, record),
        problem=content.problem,
        risks=tuple(
            Link(title=corpus.risk_factors[each].title, href=f"{addresses.RISKS}?risk={each}")
            for each in content.risks
            if each in corpus.risk_factors
        ),
        risks_why=content.risks_why,
        done_title=practice_words.done(content),
        summary=content.summary,
        prose=content.prose,
        roles=tuple(naming.ROLE_TITLES[each] for each in content.roles),
        forms=tuple(parts.form(each) for each in practice_forms(corpus, record)),
        subject=content.subject,
        steps=tuple(_steps(content, cited)),
        records=sources.records_of(cited),
        result=_result(content),
        proof=proof_badge(content),
        proof_why=content.proof_why,
        entries=tuple(_entries(edition, content)),
        documents=tuple(_documents(corpus, record)),
        where_title=practice_words.where(content),
        territory=Link(title=naming.place_name(corpus, record.territory), href=addresses.territory(record.territory)),
        level=Link(
            title=naming.level_title(corpus, record.territory, content.level),
            href=addresses.level(content.level, naming.region_of(record.territory)),
        ),
        contact=parts.body(contact, content.contact) if contact else None,
        activities=tuple(
            lines.activity_line(edition, edition.plan.by_key[key], where=False)
            for key in content.activities
            if key in edition.plan.by_key
        ),
        related=practice_lines(edition, edition.library.related(record)),
        history=history.record_history(edition, record.file),
    )


def _steps(practice: Practice, cited: tuple[SourceView | None, ...]) -> Iterator[StepView]:
    several = len(sources.records_of(cited)) > 1
    above: Link | None = None
    for step, source in zip(practice.steps, cited, strict=True):
        record = source.record if source else None
        yield StepView(
            text=step.text,
            place=source.place if source else None,
            record=record if several and record != above else None,
        )
        above = record


def _result(practice: Practice) -> ResultView | None:
    if practice.result is None:
        return None
    return ResultView(
        title=practice_words.result(practice),
        text=practice.result.text,
        measured=practice.result.measured,
        measured_title=practice_words.measured(practice),
    )


def _header(edition: Edition, record: Record[Practice]) -> Header:
    content = record.content
    return Header(
        kicker="Практика",
        title=content.title,
        badge=proof_badge(content),
        meta=tuple(_meta(edition, record)),
        notes=parts.notes(content.notes),
        notes_title="Замечания к документам",
        inferred=dict(content.inferred),
        downloads=downloads(edition, addresses.practice(record.path), f"Практика. {content.title}"),
        actions=tuple(_actions(edition, record)),
    )


def _meta(edition: Edition, record: Record[Practice]) -> Iterator[Meta]:
    corpus, content = edition.corpus, record.content
    yield Meta(
        label="Территория",
        value=naming.place_name(corpus, record.territory),
        href=addresses.territory(record.territory),
    )
    yield Meta(
        label="Уровень",
        value=naming.level_title(corpus, record.territory, content.level),
        href=addresses.level(content.level, naming.region_of(record.territory)),
    )
    yield Meta(label="Сверено с документами", value=dates.day(content.reviewed))


def _actions(edition: Edition, record: Record[Practice]) -> Iterator[Action]:
    yield Action(kind="print", label="Напечатать")
    yield Action(kind="copy", label="Скопировать ссылку")
    if (edit := edition.edit(record.file, 1)) is not None:
        yield Action(kind="edit", label="Исправить", href=edit)


def _entries(edition: Edition, practice: Practice) -> Iterator[Link]:
    """«Запись 2: …»"""
    known = edition.library.references.entries
    for row in (known[key] for key in practice.entries if key in known):
        yield Link(
            title=f"Запись {row.entry.number or row.entry.id}. {row.entry.title}",
            href=addresses.entry(row.record.path, row.entry.id),
        )


def _documents(corpus: Corpus, record: Record[Practice]) -> Iterator[Link]:
    for reference in record.content.documents:
        if (found := corpus.find_document(record.territory, reference)) is not None:
            yield Link(
                title=naming.document_name(found.content), href=addresses.document(found.territory, found.content.id)
            )


def _toc(view: PracticeView) -> Iterator[TocEntry]:
    parts_of_page = (
        (view.problem, "Проблема", "problem"),
        (view.summary, view.done_title, "done"),
        (view.steps, "Шаги", "steps"),
        (view.result, view.result.title if view.result else "", "result"),
        (view.proof, "Подтверждение", "proof"),
        (view.territory, view.where_title, "where"),
        (view.activities, "Мероприятия", "activities"),
        (view.related, "Похожие практики", "related"),
        (view.history, history.TITLE, history.ANCHOR),
    )
    for content, title, anchor in parts_of_page:
        if content:
            yield TocEntry(title=title, anchor=anchor)
