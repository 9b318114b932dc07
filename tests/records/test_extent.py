"""What one page lists: everything, else what belongs to regions, else nothing."""

from dorkarta.records.extent import listed


def test_what_fits_is_listed_and_else_only_what_regions_hold() -> None:
    """The order stays; what lies in municipalities goes first, and too much of regions is not listed either."""
    found = ["a/x", "a", "b/y", "b"]
    assert listed(found, str, most=4) == ("a/x", "a", "b/y", "b")
    assert listed(found, str, most=3) == ("a", "b")
    assert listed(found, str, most=1) == ()
