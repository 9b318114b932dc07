"""Fixtures of the drafts: the strings that are hard for every format."""

import json
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def markup() -> tuple[str, ...]:
    """Texts that must come back literally."""
    strings = Path(__file__).resolve().parent.parent / "cases" / "markup" / "strings.json"
    return tuple(json.loads(strings.read_text("utf-8")))
