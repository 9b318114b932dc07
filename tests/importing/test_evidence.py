"""Which documents a cell names."""

import pytest

from dorkarta.importing.evidence import documents_in


@pytest.mark.parametrize(
    ("typed", "documents"),
    [
        (
            "Справка от 20.12.2023 № 3, справка от 15.05.2024 №7",
            ("Справка от 20.12.2023 № 3", "справка от 15.05.2024 №7"),
        ),
        ("1) Приказ УО № 45 2) Приказ УО № 46", ("Приказ УО № 45", "Приказ УО № 46")),
        ("Приказ № 5 «О плане», приказ № 6", ("Приказ № 5 «О плане»", "приказ № 6")),
        ("Приказ «О плане, приказ № 3 и т. д.» № 5", ("Приказ «О плане, приказ № 3 и т. д.» № 5",)),
        ("Письмо № 5 на 2 листах, протокол", ("Письмо № 5 на 2 листах, протокол",)),
        ("https://example.org/a, https://example.org/b", ("https://example.org/a", "https://example.org/b")),
        ("Приказ № 5, https://example.org/a", ("Приказ № 5, https://example.org/a",)),
        ("– \n;", ()),
    ],
)
def test_documents_of_a_cell(typed: str, documents: tuple[str, ...]) -> None:
    """Documents with numbers and bare addresses are told apart in one line too; a quotation stays whole."""
    assert documents_in(typed) == documents


@pytest.mark.parametrize("run", [" ", "№ ", "1) ", ", ", "- ", "https://"])
def test_a_cell_of_one_long_run(run: str) -> None:
    """Of the largest cell that Excel holds, filled with one thing over and over, what it begins with is not lost.

    A regular expression that goes back and forth would take minutes here.
    """
    assert " ".join(documents_in(f"Приказ № 5{run * (32_000 // len(run))}")).startswith("Приказ № 5")
