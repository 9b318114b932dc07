"""The paper of a practice: its problem, its steps with their sources, its proof, its activities."""

from collections.abc import Iterable, Iterator

from dorkarta import addresses, dates
from dorkarta.documents import gathered
from dorkarta.documents.gathered import Doubts, Said, filled, listing, said
from dorkarta.documents.imprint import Imprint
from dorkarta.documents.paper import Fact, Paper, Row, RowKind, Table, Width
from dorkarta.model.document import Document
from dorkarta.model.practice import Practice, Step
from dorkarta.records import citing, columns, naming, practice_words, words
from dorkarta.records.corpus import Corpus
from dorkarta.records.plan import Plan, Planned
from dorkarta.records.record import Record
from dorkarta.records.references import EntryRow, References, Source

_Cited = tuple[int, Step, Source | None]


def make(plan: Plan, record: Record[Practice], imprint: Imprint) -> Paper:
    """The paper of a practice.

    Arguments:
        plan: All activities.
        record: The practice.
        imprint: Who publishes.
    """
    corpus, content = plan.corpus, record.content
    references = References(corpus=corpus)
    cited = tuple((number, step, references.source(step.source)) for number, step in enumerate(content.steps, 1))
    planned = tuple(plan.by_key[key] for key in content.activities if key in plan.by_key)
    entries = tuple(references.entries[key] for key in content.entries if key in references.entries)
    doubts = Doubts(plan=plan, several=len({one.record.path for one in planned}) > 1)
    doubts.remarks.add("", content.notes, content.inferred)
    used = {source.record.file for _, _, source in cited if source} | {row.record.file for row in entries}
    return gathered.paper(
        imprint,
        address=addresses.practice(record.path),
        name=f"Практика: {content.title}",
        title=content.title,
        facts=_facts(corpus, record),
        tables=(
            *_steps(corpus, cited),
            *_activities(corpus, planned, doubts),
            *listing("В отчётах", tuple(_entry_columns(corpus)), entries, lambda each: each.key),
            *listing("Документы", tuple(_document_columns()), _documents(corpus, record), lambda each: each.path),
        ),
        remarks=doubts.found,
        sources=(gathered.COMPILED, *((gathered.WORDING,) if planned else ())),
        files=(record.file, *sorted(used | {one.record.file for one in planned})),
        since=content.reviewed,
    )


def _facts(corpus: Corpus, record: Record[Practice]) -> Iterator[Fact]:
    content = record.content
    yield Fact(label="Подтверждение", value=f"{naming.PROOF_TITLES[content.proof]}. {content.proof_why}")
    yield Fact(label="Проблема", value=content.problem)
    if factors := [corpus.risk_factors[each].title for each in content.risks if each in corpus.risk_factors]:
        yield Fact(label="Риски школы", value="; ".join(factors))
    if content.risks_why:
        yield Fact(label="Как риски связаны с практикой", value=content.risks_why)
    yield Fact(label=practice_words.done(content), value=content.summary)
    if content.prose:
        yield Fact(label="Подробнее", value=content.prose)
    if content.roles:
        yield Fact(label="Кто участвует", value=", ".join(naming.ROLE_TITLES[each] for each in content.roles))
    if content.forms:
        yield Fact(label="Формы", value=", ".join(content.forms))
    if content.subject:
        yield Fact(label="Учебный предмет", value=content.subject)
    if content.result:
        yield Fact(label=practice_words.result(content), value=content.result.text)
        if content.result.measured:
            yield Fact(label=practice_words.measured(content), value=content.result.measured)
    level = naming.level_title(corpus, record.territory, content.level)
    place = naming.place_name(corpus, record.territory)
    yield Fact(label=practice_words.where(content), value=f"{place}; {level.lower()}")
    if content.contact:
        yield Fact(label="Куда обратиться", value=content.contact)
    yield Fact(label="Сверено с документами", value=dates.day(content.reviewed))


def _steps(corpus: Corpus, cited: tuple[_Cited, ...]) -> Iterable[Table]:
    """A record that all steps come from is named once, over the table."""
    names = dict.fromkeys(citing.record_name(corpus, source) for _, _, source in cited if source)
    shown = tuple(_step_columns(corpus))
    lead = f"Источник: {next(iter(names))}" if len(names) == 1 else None
    return listing("Шаги", shown[:-1] if lead else shown, cited, lambda each: f"step-{each[0]}", lead=lead)


def _step_columns(corpus: Corpus) -> Iterator[Said[_Cited]]:
    yield said("number", "№", Width.NUMBER, lambda each: str(each[0]))
    yield said("text", "Шаг", Width.LONG, lambda each: each[1].text)
    yield said("place", "Где сказано", Width.SHORT, lambda each: citing.place(corpus, each[2]) if each[2] else "")
    yield said("record", "Документ", Width.LONG, lambda each: citing.record_name(corpus, each[2]) if each[2] else "")


def _activities(corpus: Corpus, planned: tuple[Planned, ...], doubts: Doubts) -> Iterator[Table]:
    if not planned:
        return
    first, *others = _activity_columns(corpus, several=doubts.several)
    shown = (first, *filled(others, planned))
    yield Table(
        title="Мероприятия",
        columns=tuple(each.column for each in shown),
        rows=tuple(
            Row(
                kind=RowKind.ITEM,
                id=one.key,
                cells=tuple(each.text(one) for each in shown),
                remarks=doubts.of(one),
                state=words.state(one.activity),
            )
            for one in planned
        ),
    )


def _activity_columns(corpus: Corpus, *, several: bool) -> Iterator[Said[Planned]]:
    yield said("number", columns.NUMBER, Width.NUMBER, lambda one: one.activity.number or "")
    yield said("title", columns.TITLE, Width.LONG, lambda one: naming.activity_title(one.activity))
    yield said("form", columns.FORM, Width.SHORT, gathered.form)
    yield said("deadline", columns.DEADLINE, Width.SHORT, gathered.deadline)
    yield said("responsible", columns.RESPONSIBLE, Width.SHORT, gathered.answerable)
    if several:
        yield said("roadmap", "Дорожная карта", Width.SHORT, lambda one: naming.roadmap_name(corpus, one.record))


def _entry_columns(corpus: Corpus) -> Iterator[Said[EntryRow]]:
    yield said("title", columns.TITLE, Width.LONG, lambda each: each.entry.title)
    yield said("place", "Запись", Width.FIGURE, lambda each: each.entry.number or each.entry.id)
    yield said("report", "Отчёт", Width.SHORT, lambda each: naming.report_name(corpus, each.record))


def _documents(corpus: Corpus, record: Record[Practice]) -> tuple[Record[Document], ...]:
    found = (corpus.find_document(record.territory, reference) for reference in record.content.documents)
    return tuple(document for document in found if document is not None)


def _document_columns() -> Iterator[Said[Record[Document]]]:
    yield said("title", "Документ", Width.LONG, lambda each: naming.document_name(each.content))
    yield said("url", "Адрес", Width.SHORT, lambda each: each.content.url or "")
