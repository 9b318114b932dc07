"""Things with addresses, listed only as far as somebody has looked for one."""

from collections.abc import Iterable
from typing import Generic, TypeVar

T = TypeVar("T")


class Sought(Generic[T]):
    """Finds a thing by its address in a long list, which costs something to make."""

    def __init__(self, listed: Iterable[tuple[str, T]]) -> None:
        self._rest = iter(listed)
        self._seen: dict[str, T] = {}
        self._fault: Exception | None = None

    def find(self, address: str) -> T | None:
        """The thing at an address, if there is one.

        Raises:
            Exception: the list could not be made so far.
        """
        while address not in self._seen:
            if (following := self._next()) is None:
                return None
            self._seen[following[0]] = following[1]
        return self._seen[address]

    def _next(self) -> tuple[str, T] | None:
        """The next one; a list that broke off once stays broken, so it says so each time."""
        if self._fault is not None:
            raise self._fault
        try:
            return next(self._rest, None)
        except Exception as fault:
            self._fault = fault
            raise
