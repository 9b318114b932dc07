"""A file of records, of whatever age, as plain values; and what kind of record it is today."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any

from dorkarta.model.practice import Practice
from dorkarta.records import kinds, practices
from dorkarta.records.folders import PRACTICES, RECORDS
from dorkarta.records.yaml_tree import read_tree


@lru_cache(maxsize=4)
def read_value(file: str, data: bytes) -> Mapping[str, Any] | None:
    """The fields of a record; nothing where the file cannot be read as one.

    What was read last is kept: in a history the version after one change is the version before the next.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    if not file.startswith(f"{PRACTICES}/"):
        value = read_tree(text, file).value
        return value if isinstance(value, dict) else None
    parts = practices.split(text)
    if parts is None:
        return None
    head, prose = parts
    value = read_tree(head, file).value
    return {**value, **({"prose": prose} if prose else {})} if isinstance(value, dict) else None


def model_of(file: str) -> Any:
    """The model of today for a file, if there is one."""
    if file.startswith(f"{PRACTICES}/"):
        return Practice
    relative = PurePosixPath(file).relative_to(RECORDS)
    kind = kinds.kind_of(relative.name, in_registry=relative.parts[0] == kinds.REGISTRY)
    return kind.model if kind else None


def kind_title(file: str) -> str | None:
    """What such a record is called: «Дорожная карта», «Сокращения»."""
    found = model_of(file)
    return found.model_config.get("title") if found else None
