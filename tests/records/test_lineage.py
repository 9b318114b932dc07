"""A territory lies in all that its path names."""

from dorkarta.records.lineage import COUNTRY, lineage


def test_lineage() -> None:
    """A territory, its region, the country."""
    assert lineage("a/b") == ("a/b", "a", COUNTRY)
    assert lineage(COUNTRY) == (COUNTRY,)
