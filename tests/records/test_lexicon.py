"""What the records know."""

from dorkarta.records.corpus import Corpus
from dorkarta.records.lexicon import Lexicon


def test_known(small: Corpus) -> None:
    """A place knows the abbreviations and names of its territory and of all above it, and the words of all records."""
    region, country = (Lexicon(corpus=small).known(path) for path in ("zarechnaya-oblast", ""))
    assert "ШНОР" in region.abbreviations
    assert "ИРО" in region.names
    assert "ИРО" not in country.names
    assert "образовательных" in country.words
    assert "Образовательных" not in country.words
