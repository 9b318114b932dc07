"""What an editor is told of the entries of a report beside the rules."""

from dorkarta.checks.entry_remarks import remarks
from dorkarta.records.corpus import Corpus


def test_official(official: Corpus) -> None:
    """Late papers with the number of days, papers of several entries, missing descriptions and dates."""
    told = remarks(official, official.reports["krasnodar-krai/krasnodar/report-2020-2021"])
    assert told["6"] == ("описания нет",)
    assert told["7"] == ("подтверждение без даты",)
    assert told["8"] == ()
    assert told["11"] == ("подтверждение на 134 дня позже", "подтверждение то же, что у записи 5")
    assert told["13"] == ("подтверждение без даты", "подтверждение то же, что у записей 14, 15")


def test_lacking(small: Corpus) -> None:
    """An entry without anything lacks description and evidence; one with all of it is not spoken of."""
    told = remarks(small, small.reports["zarechnaya-oblast/verkhnerechensk/report-2023-2024"])
    assert told["2"] == ("описания нет", "подтверждения нет")
    assert not any("нет" in each for each in told["1"])
