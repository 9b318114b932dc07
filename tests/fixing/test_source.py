"""Changes of YAML that are proven by reading it again."""

from dorkarta.fixing.scalar import Scalar
from dorkarta.fixing.source import Source


def test_only_what_is_proven() -> None:
    """A change after which the file would say something else is left out, the others are made."""
    source = Source(text="a: один\nb: два\nc: [три, четыре]\n")
    changes = {
        ("a",): Scalar(source="один: раз", value="один: раз"),
        ("b",): Scalar(source="две", value="две"),
        ("c", 0): Scalar(source="три, ещё", value="три, ещё"),
        ("c", 1): Scalar(source="пять", value="пять"),
    }
    after, done = source.changed(changes)
    assert after.text == "a: один\nb: две\nc: [три, пять]\n"
    assert done == {("b",), ("c", 1)}
