"""Plain data: what a template may see."""

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def plain(cls: type[T]) -> type[T]:
    """A dataclass with named fields that nobody changes: the types forbid it, and Python is not asked to.

    A page has thousands of them. Frozen by Python, each field is set by a call of its own, five times slower; with
    slots, the JSON that keys are made of is written four times slower.
    """
    return dataclass(kw_only=True, unsafe_hash=True)(cls)
