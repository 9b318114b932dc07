"""The small parts of views: notes, bodies, forms, deadlines, names of records."""

from collections.abc import Iterable
from functools import lru_cache

from dorkarta import addresses, dates
from dorkarta.model.body import Body
from dorkarta.model.document import Document
from dorkarta.model.form import Form
from dorkarta.model.note import Note
from dorkarta.model.responsible import Responsible
from dorkarta.pages.views import BodyView, DeadlineView, FormView, Link, NoteView
from dorkarta.records import words
from dorkarta.records.corpus import Corpus, split_forms
from dorkarta.records.lineage import COUNTRY, lineage
from dorkarta.records.record import Record
from dorkarta.records.timing import Timing
from dorkarta.text import shortened

HOME = Link(title="Главная", href="./")


def notes(found: Iterable[Note]) -> tuple[NoteView, ...]:
    """Notes as they stand."""
    return tuple(NoteView(kind=note.kind.value, text=note.text) for note in found)


def form(found: Form) -> FormView:
    """A form under its own title."""
    return FormView(id=found.id, label=found.title, kind=found.kind.value)


def forms(printed: str | None, found: tuple[Form, ...]) -> tuple[FormView, ...]:
    """The forms of an activity in the words of the document, which names them all or one by one."""
    if len(found) == 1:
        return (_form(found[0].id, printed or "", found[0].kind.value),)
    labels = split_forms(printed or "")
    if len(labels) != len(found):
        return tuple(form(each) for each in found)
    return tuple(_form(each.id, label, each.kind.value) for each, label in zip(found, labels, strict=True))


@lru_cache(maxsize=4096)
def _form(identity: str, label: str, kind: str) -> FormView:
    """The same few stand in thousands of rows."""
    return FormView(id=identity, label=label, kind=kind)


def body(found: Record[Body], label: str | None = None, addition: str | None = None) -> BodyView:
    """A body, under the words of a document or its short name."""
    content = found.content
    return _body(found.territory, content.id, label or content.short or content.title, content.title, addition)


@lru_cache(maxsize=16384)
def _body(territory: str, identity: str, label: str, full: str, addition: str | None) -> BodyView:
    """So do these."""
    return BodyView(id=identity, label=label, href=addresses.body(territory, identity), full=full, addition=addition)


def bodies(corpus: Corpus, territory: str, names: Iterable[Responsible]) -> tuple[BodyView, ...]:
    """Who answers, in the words of the document."""
    found = []
    for name in names:
        record = corpus.find_body(territory, name.body)
        if record is None:
            found.append(BodyView(id="", label=name.body, href=None, full=None, addition=name.addition))
        else:
            found.append(body(record, name.body, name.addition))
    return tuple(found)


@lru_cache(maxsize=16384)
def deadline(text: str | None, timing: Timing | None) -> DeadlineView | None:
    """A deadline's words, with the dates that they mean where the words alone do not tell."""
    if timing is None:
        return None
    meaning = words.meaning(text, timing)
    return DeadlineView(text=text or meaning, reading=meaning if text else None)


def document_link(found: Record[Document]) -> Link:
    """A document of the register under its short name: «приказ № 560»; without a number by its date or its title."""
    content = found.content
    words = content.kind
    if content.number:
        words += f" №\u00a0{content.number}"
    elif content.date:
        words += f" от {dates.day(content.date)}"
    elif content.title:
        words += f" «{shortened(content.title, 40)}»"
    return Link(title=words, href=addresses.document(found.territory, content.id))


def territory_crumbs(corpus: Corpus, territory: str) -> tuple[Link, ...]:
    """The way to a territory: its region, itself."""
    above = [path for path in reversed(lineage(territory)) if path != COUNTRY]
    return tuple(Link(title=corpus.territory(path).title, href=addresses.territory(path)) for path in above)


def short_list(names: Iterable[str], most: int = 3) -> str:
    """A few names with commas; what does not fit is counted."""
    listed = list(dict.fromkeys(names))
    rest = len(listed) - most
    return ", ".join(listed[:most]) + (f" и ещё {rest}" if rest > 0 else "")
