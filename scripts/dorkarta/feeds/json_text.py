"""How the JSON of the API is written."""

from collections.abc import Mapping
from typing import Any, Final

import orjson

_READABLE: Final = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE


def dump(value: object) -> bytes:
    """JSON of plain values, readable, with a line end."""
    return orjson.dumps(value, option=_READABLE)


def dump_rows(value: Mapping[str, Any]) -> bytes:
    """JSON of an object whose lists hold many small things: a line for each of them."""
    lines = (b"  " + orjson.dumps(name) + b": " + _rows(inside) for name, inside in value.items())
    return b"{\n" + b",\n".join(lines) + b"\n}\n"


def _rows(inside: object) -> bytes:
    if not isinstance(inside, list) or not inside:
        return orjson.dumps(inside)
    return b"[\n    " + b",\n    ".join(map(orjson.dumps, inside)) + b"\n  ]"
