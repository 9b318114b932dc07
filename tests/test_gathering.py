"""What bears one name is gathered under it."""

from dorkarta.gathering import gathered


def test_gathered() -> None:
    """Names stand in the order in which they first come, and so does what bears them."""
    found = gathered((name[0], name) for name in ("beta", "alpha", "bravo"))
    assert list(found.items()) == [("b", ("beta", "bravo")), ("a", ("alpha",))]
    assert gathered(()) == {}
