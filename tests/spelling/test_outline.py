"""An outline leads every law to all texts that could break it, whatever is known."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dorkarta.checks.contact_named import RULE as CONTACTS
from dorkarta.checks.contact_named import emails, phones
from dorkarta.spelling import abbreviations, dashes, hyphens, look_alikes, outline, quotes, shnor, spaces
from dorkarta.spelling.outline import Outline, Signs
from dorkarta.spelling.slip import Known, Law

LAWS: tuple[tuple[Signs, Law], ...] = (
    (look_alikes.SIGNS, look_alikes.look_alikes),
    (hyphens.SIGNS, hyphens.hyphens),
    (quotes.SIGNS, quotes.quotes),
    (spaces.SIGNS, spaces.spaces),
    (dashes.SIGNS, dashes.dashes),
    (shnor.SIGNS, shnor.shnor),
    (abbreviations.SIGNS, abbreviations.unknown_abbreviations),
)
WORDS = [
    "школа",
    "обра",
    "зования",
    "ПСНОР",
    "МНЦ",
    "Ё",
    "c",
    "MКУ",
    "é",
    "8",
    "(918)",
    "123-45-67",
    "а@б.рф",
    "http://а.ru",
]
MARKS = " \u00a0\u2009\n\t\x1f-‑–\u00ad¬\u200b\ufeff№😀,.;:!?()[]«»„“”\"'`<|/\0"
PIECES = st.sampled_from([*WORDS, *MARKS, "  "])
TEXTS = st.lists(st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=12), max_size=6)


class _Everything:
    def __contains__(self, _word: object) -> bool:
        return True


KNOWN = (Known(), Known(abbreviations=_Everything(), names=_Everything(), words=_Everything()))
"""What is known calls words right for some laws and wrong for others, so both ends are tried."""


@pytest.mark.parametrize(("signs", "law"), LAWS, ids=lambda each: getattr(each, "__name__", ""))
@given(texts=TEXTS)
@example(texts=["обра- зования", "обра -зования", "обра\u2009- зования", "тьютор\u00adство", "ин¬ститут"])
@example(texts=["слово , слово", "( слово", "« слово", "слово »", "а\u200bб", "а \u00a0б", "ШСНОР", "ХIХ"])
def test_no_text_is_missed(signs: Signs, law: Law, texts: list[str]) -> None:
    """Where a law finds something, the outline showed it."""
    breaking = {index for index, text in enumerate(texts) if any(tuple(law(text, known)) for known in KNOWN)}
    assert breaking <= Outline(texts).showing(signs)


@given(texts=TEXTS)
@example(texts=["тел. 2-34-56", "8 (918) 123-45-67", "a@b.ru"])
def test_no_contact_is_missed(texts: list[str]) -> None:
    """Nor are telephones and addresses."""
    told = {index for index, text in enumerate(texts) if [*emails(text), *phones(text)]}
    assert told <= Outline(texts).showing(CONTACTS.signs)


def test_signs_do_not_reach_from_text_to_text() -> None:
    """What two texts show together none of them shows."""
    assert Outline(["Школа А", "А", "АА"]).showing((2 * outline.CAPITAL,)) == {2}
    assert Outline([]).showing((outline.SPACE,)) == frozenset()
