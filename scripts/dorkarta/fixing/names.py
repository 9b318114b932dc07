"""Other names of bodies, forms and audiences → their first ones. Only when asked: as printed is truer."""

from collections import Counter

from dorkarta.fixing.deed import Deed
from dorkarta.fixing.scalar import Scalar
from dorkarta.fixing.source import Source, texts_in
from dorkarta.records.corpus import Corpus
from dorkarta.records.walk import Path
from dorkarta.spelling.slip import Slip
from dorkarta.text import capital


def with_first_names(source: Source, corpus: Corpus, territory: str) -> tuple[Source, Counter[Deed]]:
    """The source of a roadmap, a report, a system or a practice with first names, and how many were put."""
    changes: dict[Path, Scalar] = {}
    for path, text in texts_in(source.tree.value):
        name = _first_name(corpus, territory, path, text)
        if name is not None and name != text:
            slip = Slip(0, len(text), name, "")
            if (scalar := source.scalar(path, text).edited([slip])) is not None:
                changes[path] = scalar
    after, proven = source.changed(changes)
    return after, +Counter({Deed.NAME: len(proven)})


def _first_name(corpus: Corpus, territory: str, path: Path, text: str) -> str | None:
    holder = next((step for step in reversed(path) if isinstance(step, str)), None)
    if holder in {"responsible", "body", "issuer", "contact", "bodies"}:
        body = corpus.find_body(territory, text)
        return (body.content.short or body.content.title) if body else None
    if holder in {"form", "forms"}:
        forms = corpus.find_forms(text)
        return _in_case(text, ", ".join(form.title for form in forms)) if forms else None
    if holder == "audience":
        audience = corpus.find_audience(text)
        return _in_case(text, audience.title) if audience else None
    return None


def _in_case(text: str, name: str) -> str:
    return capital(name) if text[:1].isupper() else name
