"""Documents in the words of a report → references to the register; what it does not know is drafted for it."""

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from dorkarta.deadline.names import GENITIVE_MONTHS
from dorkarta.drafts.slug import slug
from dorkarta.drafts.yaml_text import Node, item
from dorkarta.model.document import Document
from dorkarta.records.corpus import Corpus
from dorkarta.records.lineage import lineage
from dorkarta.records.record import Record
from dorkarta.text import fold, uncapital

_NUMBER: Final = re.compile(r"№\s*(?P<number>[0-9A-Za-zА-Яа-яЁё][\w/.–-]*)")
_MONTHS: Final[Mapping[str, int]] = {name: number for number, name in enumerate(GENITIVE_MONTHS) if name}
_DATE: Final = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:\.(?P<number>\d{{1,2}})\.|\s+(?P<name>{'|'.join(_MONTHS)})\s+)(?P<year>\d{{4}}|\d{{2}}\b)"
)
_URL: Final = re.compile(r"https?://[^\s<>«»]+")
_TITLE: Final = re.compile(r"«(?P<title>.+)»", re.DOTALL)
_KIND: Final = re.compile(r"[^№«\d:(]*?(?=\s+от\s+\d|\s*[№«\d:(]|,|\s*https?://|\s*$)")
_MARKS: Final = re.compile(r"^[\s•*–—-]+|^\d{1,2}[.)]\s+")
_MOST_OF_KIND: Final = 60
_MOST_DOCUMENTS: Final = 60
"""A text with more lines is no list of documents."""
_KINDS: Final[Mapping[str, str]] = {
    "приказ": "order",
    "распоряжение": "directive",
    "письмо": "letter",
    "протокол": "minutes",
    "договор": "contract",
    "справка": "note",
    "постановление": "decree",
}
"""By the first word of a kind: what begins the id."""
_SEVERAL: Final = re.compile(
    rf"\n+|;\s*(?=\S)|(?:,\s*|\s+\d{{1,2}}[.)]\s+)(?=(?:{'|'.join(_KINDS)})\b[^,;\n]*№)(?![^«\n]*»)", re.IGNORECASE
)
"""A line, a semicolon, a comma or «2)» before «справка от 15.05.2024 № 7» that stands in no quotation."""
_PUNCTUATION: Final = " \t.,;:"
_MOST_OF_ID: Final = 40


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """What a line tells of a document."""

    words: str
    number: str | None
    date: datetime.date | None
    url: str | None
    title: str | None
    kind: str


@dataclass(kw_only=True, slots=True)
class Register:
    """Finds documents; keeps drafts of those that it does not find."""

    corpus: Corpus
    territory: str
    drafts: dict[str, Said] = field(default_factory=dict)
    """By the id that the draft would have."""

    def cite(self, words: str) -> tuple[dict[str, Node], str | None]:
        """The evidence that a line names, and what makes doubtful that it is this document."""
        said = read_document(words)
        found, doubt = self._find(said)
        reference = found.content.id if found else self._draft(said)
        return {"document": reference, "quote": words}, doubt

    def drafted(self) -> Iterator[str]:
        """The drafts as lines of `documents.yaml`."""
        for identity, said in self.drafts.items():
            fields: dict[str, Node] = {"id": identity, "kind": said.kind}
            if said.number:
                fields["number"] = said.number
            if said.date:
                fields["date"] = said.date.isoformat()
            if said.title:
                fields["title"] = said.title
            if said.url:
                fields["url"] = said.url
            yield from item(fields, 2)

    def _find(self, said: Said) -> tuple[Record[Document] | None, str | None]:
        known = [each for each in self.corpus.documents if each.territory in lineage(self.territory)]
        alike = [each for each in known if _same(each.content, said)]
        if said.number and not alike:
            numbered = [each.content for each in known if _folded(each.content.number) == _folded(said.number)]
            dated = next((each for each in numbered if each.date), None)
            if dated is not None and dated.date:
                day = f"{dated.date:%d.%m.%Y}"
                return None, f"документ № {said.number} в реестре датирован {day} ({dated.id}); в отчёте дата другая"
        return (alike[0], None) if len({each.path for each in alike}) == 1 else (None, None)

    def _draft(self, said: Said) -> str:
        for identity, known in self.drafts.items():
            if fold(known.words) == fold(said.words):
                return identity
        taken = {*self.drafts, *(each.content.id for each in self.corpus.documents)}
        base = _identity(said)
        names = (base, *(f"{base}-{count}" for count in range(2, len(taken) + 3)))
        identity = next(name for name in names if name not in taken)
        self.drafts[identity] = said
        return identity


def documents_in(text: str) -> tuple[str, ...]:
    """The lines of a cell that name a document each."""
    narrow = "\n".join(" ".join(line.split()) for line in text.split("\n") if line.strip())  # else runs cost squares
    parts = (each for line in _SEVERAL.split(narrow) for each in _addresses(line) or (line,))
    lines = (_MARKS.sub("", " ".join(line.split())).strip() for line in parts)
    named = tuple(line for line in lines if any(letter.isalnum() for letter in line))
    return named if len(named) <= _MOST_DOCUMENTS else (" ".join(text.split()),)


def _addresses(line: str) -> list[str]:
    """The addresses of a line that names nothing else; none where there are words beside them."""
    is_bare = not any(letter.isalnum() for letter in _URL.sub("", line))
    return [url.rstrip(_PUNCTUATION) for url in _URL.findall(line)] if is_bare else []


def read_document(words: str) -> Said:
    """What a line tells of a document."""
    url = match[0].rstrip(_PUNCTUATION + ")") if (match := _URL.search(words)) else None
    rest = _URL.sub(" ", words)
    number = match["number"].rstrip(_PUNCTUATION) if (match := _NUMBER.search(rest)) else None
    title = match["title"].strip() if (match := _TITLE.search(rest)) else None
    before = rest.partition("«")[0]
    kind = (match[0] if (match := _KIND.match(before)) else "").strip(_PUNCTUATION)
    named = bool(kind) and len(kind) <= _MOST_OF_KIND
    return Said(
        words=words,
        number=number,
        date=_date(rest),
        url=url,
        title=title or (None if named else rest.strip() or None),
        kind=uncapital(kind) if named else "материалы",
    )


def _same(document: Document, said: Said) -> bool:
    if said.url and document.url:
        return said.url == document.url
    if document.date and said.date and document.date != said.date:
        return False
    if document.number or said.number:
        return _folded(document.number) == _folded(said.number)
    if document.title and said.title:
        return fold(document.title) == fold(said.title)
    return bool(document.date and said.date) and fold(document.kind) == fold(said.kind)


def _folded(number: str | None) -> str:
    return re.sub(r"\s", "", fold(number or ""))


def _date(text: str) -> datetime.date | None:
    match = _DATE.search(text)
    if match is None:
        return None
    year = int(match["year"])
    month = int(match["number"]) if match["number"] else _MONTHS[match["name"]]
    try:
        return datetime.date(year + 2000 if year < 100 else year, month, int(match["day"]))
    except ValueError:
        return None


def _identity(said: Said) -> str:
    first = said.kind.partition(" ")[0]
    kind = _KINDS.get(first) or slug(said.kind) or "document"
    mark = slug(said.number or "") or (said.date.isoformat() if said.date else "")
    whole = f"{kind}-{mark}" if mark else kind
    return whole if len(whole) <= _MOST_OF_ID - 3 else whole[: _MOST_OF_ID - 3].rpartition("-")[0]
