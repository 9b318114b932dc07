"""The block of the glossary: every abbreviation with its meanings and where each of them holds."""

from dorkarta import addresses
from dorkarta.pages.edition import Edition
from dorkarta.pages.page import Block
from dorkarta.pages.plain import plain
from dorkarta.pages.views import MeaningView, TermView
from dorkarta.records.lineage import COUNTRY


@plain
class LetterView:
    """Abbreviations with the same first letter."""

    id: str
    letter: str
    terms: tuple[TermView, ...]


@plain
class GlossaryView:
    """The whole glossary."""

    letters: tuple[LetterView, ...]


def make(edition: Edition) -> Block:
    """The glossary of all territories."""
    corpus = edition.corpus
    meanings: dict[str, list[MeaningView]] = {}
    for territory in (COUNTRY, *sorted(corpus.territories)):
        for record in corpus.own_abbreviations(territory):
            found = record.content
            where = None if territory == COUNTRY else corpus.territory(territory).title
            texts = (found.expansion, *found.also)
            body = corpus.find_body(territory, found.short)
            href = addresses.body(body.territory, body.content.id) if body else None
            meanings.setdefault(found.short, []).extend(
                MeaningView(
                    text=text,
                    where=where,
                    source=f"Источник: {found.source}" if found.source else "; ".join(n.text for n in found.notes),
                    href=href if index == 0 else None,
                )
                for index, text in enumerate(texts)
            )
    letters: dict[str, list[TermView]] = {}
    for short in sorted(meanings, key=str.casefold):
        term = TermView(id=addresses.term_anchor(short), short=short, meanings=tuple(meanings[short]))
        letters.setdefault(short[:1].upper(), []).append(term)
    view = GlossaryView(
        letters=tuple(
            LetterView(id=f"letter-{index}", letter=letter, terms=tuple(terms))
            for index, (letter, terms) in enumerate(letters.items(), start=1)
        )
    )
    return Block(template="glossary.html", view=view)
