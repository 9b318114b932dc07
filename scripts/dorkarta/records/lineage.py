"""Territories by their paths: a territory, and all that it lies in."""

from functools import lru_cache

COUNTRY = ""
"""The path of the territory above all regions."""


@lru_cache(maxsize=4096)
def lineage(territory: str) -> tuple[str, ...]:
    """A territory and all above it, the country last: `("a/b", "a", "")`."""
    if territory == COUNTRY:
        return (COUNTRY,)
    return (territory, *lineage(territory.rpartition("/")[0]))
