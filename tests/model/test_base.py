"""The types of single fields, shared by all records."""

import datetime
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from dorkarta.deadline import Period
from dorkarta.model.base import Date, ItemId, Model, RecordPath, Reference, Slug, Span, Text


def _accepts(kind: Any, text: str) -> bool:
    try:
        TypeAdapter(kind).validate_python(text)
    except ValidationError:
        return False
    return True


SPELLINGS: dict[str, tuple[Any, str, str]] = {
    "Slug": (Slug, "iro-kk co-17 a", "iro.kk ИРО Iro -a a- a--b a_b a/b"),
    "ItemId": (ItemId, "36 4.10 s1.1 order-52-p", "36. .1 4..10 4.10. п1 A1 4/10"),
    "Reference": (Reference, "36 order-560 krasnodar-krai#order-560 a/b/c#4.10", "#36 a# a/b a//b#1 a#b#c А#1"),
    "RecordPath": (RecordPath, "krasnodar-krai/roadmap-2020-2021 a/b/c", "a a/ /a a//b a/b.yaml a/b#1 а/б"),
    "Date": (
        Date,
        "2020-11-30 2024-02-29 1900-01-01 2100-12-31",
        "30.11.2020 2023-02-29 2020-1-1 0020-01-01 2204-01-01 20201130 2020-11-30T00:00 ٢٠٢٠-11-30",
    ),
    "Span": (
        Span,
        "2020-11-30 2020-12-01/2021-12-31",
        "2020 2020-12-01/ /2020-12-01 2020-12-01/2020-11-30 2020-12-01-2021-12-31 2020-12-01/2021-12-31/2022-12-31",
    ),
}
"""Type, right spellings, wrong spellings."""


@pytest.mark.parametrize(("kind", "right", "wrong"), SPELLINGS.values(), ids=SPELLINGS)
def test_spelling(kind: Any, right: str, wrong: str) -> None:
    """A field takes what its description says and nothing else."""
    assert [text for text in right.split() if not _accepts(kind, text)] == []
    assert [text for text in ("", "a b", "a\n", *wrong.split()) if _accepts(kind, text)] == []


@pytest.mark.parametrize("text", ["", " ", "\n", "\u00a0"])
def test_empty_text(text: str) -> None:
    """A text of spaces is no text."""
    assert not _accepts(Text, text)
    assert _accepts(Text, f"{text}а{text}")


def test_span() -> None:
    """A period is two days, both inside; one day is a period of itself."""
    span: TypeAdapter[Period] = TypeAdapter(Span)
    day = datetime.date(2020, 12, 1)
    assert span.validate_python("2020-12-01/2021-12-31") == Period(start=day, end=datetime.date(2021, 12, 31))
    assert span.validate_python("2020-12-01") == Period(start=day, end=day)


@pytest.mark.parametrize(
    "value", [{"start": "2020-12-01", "end": "2021-12-31"}, ["2020-12-01", "2021-12-31"], 2020, None]
)
def test_span_is_text(value: object) -> None:
    """A period has one spelling only."""
    with pytest.raises(ValidationError):
        TypeAdapter(Span).validate_python(value)


def test_russian_date_is_turned() -> None:
    """A date as Russians write it is refused together with the right spelling of it."""
    with pytest.raises(ValidationError, match="2024-01-05"):
        TypeAdapter(Date).validate_python("5.01.2024")


def test_models_are_frozen() -> None:
    """A record cannot be changed behind the back of those who share it."""

    class Example(Model):
        title: Text

    with pytest.raises(ValidationError):
        Example(title="а").title = "б"  # type: ignore[misc]  # just this is refused
