"""The small parts of public records: names, notes, dates, figures."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from dorkarta import addresses
from dorkarta.deadline import Interval, Period
from dorkarta.feeds.public import (
    PublicAct,
    PublicActual,
    PublicApproval,
    PublicDeadline,
    PublicForm,
    PublicIndicator,
    PublicInterval,
    PublicNote,
    PublicOccurrence,
    PublicPeriod,
    PublicPlace,
    PublicQuantity,
    PublicQuantityPart,
    PublicReading,
    PublicResponsible,
    PublicSource,
)
from dorkarta.model.actual import Actual
from dorkarta.model.form import Form
from dorkarta.model.indicator import Indicator
from dorkarta.model.note import Note
from dorkarta.model.quantity import Quantity, QuantityPart
from dorkarta.model.responsible import Responsible
from dorkarta.model.source import Act, Approval, Source
from dorkarta.records.corpus import Corpus
from dorkarta.records.timing import Timing


def notes(found: Iterable[Note]) -> list[PublicNote]:
    """Notes in the order of the record."""
    return [PublicNote(kind=note.kind, text=note.text) for note in found]


def period(span: Period) -> PublicPeriod:
    """A period."""
    return PublicPeriod(start=span.start, end=span.end)


def place(corpus: Corpus, path: str) -> PublicPlace:
    """A territory by its path."""
    return PublicPlace(path=path, title=corpus.territory(path).title, url=addresses.territory(path))


def source(found: Source) -> PublicSource:
    """The source of a record."""
    return PublicSource(title=found.title, url=found.url, form=found.form, notes=notes(found.notes))


def document(corpus: Corpus, territory: str, reference: str | None) -> str | None:
    """The identity, as in the list of documents, of the document that a reference means there."""
    found = corpus.find_document(territory, reference) if reference else None
    return found.path if found else reference


def approval(corpus: Corpus, territory: str, found: Approval | None) -> PublicApproval | None:
    """The grif of a roadmap."""
    if found is None:
        return None
    return PublicApproval(
        by=found.by,
        post=found.post,
        date=found.date,
        number=found.number,
        document=document(corpus, territory, found.document),
        notes=notes(found.notes),
        inferred=dict(found.inferred),
    )


def act(corpus: Corpus, territory: str, found: Act) -> PublicAct:
    """An official change."""
    named = document(corpus, territory, found.document)
    return PublicAct(date=found.date, by=found.by, what=found.what, document=named)


def responsible(corpus: Corpus, territory: str, names: Iterable[Responsible]) -> list[PublicResponsible]:
    """Who answers, with the bodies that the names mean there."""
    return [_responsible(corpus, territory, name) for name in names]


def _responsible(corpus: Corpus, territory: str, name: Responsible) -> PublicResponsible:
    body = corpus.find_body(territory, name.body)
    return PublicResponsible(
        name=name.body,
        addition=name.addition,
        body=body.path if body else None,
        title=body.content.title if body else None,
        url=addresses.body(body.territory, body.content.id) if body else None,
    )


def forms(found: Iterable[Form]) -> list[PublicForm]:
    """Forms of the registry."""
    return [PublicForm(id=form.id, title=form.title, kind=form.kind) for form in found]


def deadline(text: str | None, timing: Timing | None) -> PublicDeadline | None:
    """A deadline's words and reading."""
    return PublicDeadline(text=text, reading=_reading(timing)) if timing else None


@lru_cache(maxsize=4096)  # the same few words of time stand in thousands of rows
def _reading(timing: Timing) -> PublicReading:
    reading = timing.reading
    return PublicReading(
        kind=reading.kind.value,
        start=reading.start,
        end=reading.end,
        intervals=intervals(reading.intervals),
        occurrences=_occurrences(timing),
        recurrence=reading.repeat.recurrence.value if reading.repeat else None,
        condition=reading.condition,
        plan=reading.plan,
        doubts=list(reading.doubts),
    )


def _occurrences(timing: Timing) -> list[PublicOccurrence]:
    return [PublicOccurrence(start=each.start, end=each.end, exact=each.exact) for each in timing.occurrences]


def intervals(found: Iterable[Interval]) -> list[PublicInterval]:
    """Intervals in order."""
    return [PublicInterval(start=each.start, end=each.end, exact=each.exact) for each in found]


def indicators(found: Iterable[Indicator]) -> list[PublicIndicator]:
    """Planned figures."""
    return [
        PublicIndicator(
            name=each.name,
            target=quantity(each.target) if each.target else None,
            years=_years(each.years),
            counts=list(each.counts),
            accumulation=each.accumulation.value if each.accumulation else None,
            notes=notes(each.notes),
            inferred=dict(each.inferred),
        )
        for each in found
    ]


def actuals(found: Iterable[Actual]) -> list[PublicActual]:
    """Figures that were reached."""
    return [
        PublicActual(indicator=each.indicator, year=each.year, value=quantity(each.value), notes=notes(each.notes))
        for each in found
    ]


def _years(years: Mapping[str, Quantity]) -> dict[str, PublicQuantity]:
    return {year: quantity(value) for year, value in sorted(years.items())}


def quantity(found: Quantity) -> PublicQuantity:
    """A cell of figures."""
    return PublicQuantity(text=found.text, parts=[quantity_part(part) for part in found.parts])


def quantity_part(part: QuantityPart) -> PublicQuantityPart:
    """One number of a cell."""
    return PublicQuantityPart(
        operator=part.operator,
        number=float(part.number),
        percent=part.percent,
        whole=None if part.whole is None else float(part.whole),
        month=part.month,
        frequency=part.frequency,
    )
