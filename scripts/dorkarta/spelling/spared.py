"""What no law of typing may touch: addresses, code, Markdown's own marks."""

import re
from typing import Final

COVER: Final = "\ufffc"
"""Stands for every character that is spared: no letter, no space, no mark."""

_SPARED: Final = re.compile(
    r"```.*?```|`[^`\n]*`"  # code
    r"|\]\([^()\n]*\)|<[^<>\n]*>"  # targets and titles of links, tags and comments
    r"|^(?:[ ]*\||[ ]{4}|\t)[^\n]*$"  # rows of tables and code, whose spaces are for the eye
    r"|(?<!\w)(?:https?|ftp)://[^\s«»\"]+|(?<!\w)www\.[^\s«»\"]+"
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w.-])(?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,}(?![\w-])(?:/[^\s«»\"]*)?",
    re.DOTALL | re.MULTILINE,
)
_MAY_HOLD: Final = re.compile(r"[`<|@/]|[a-z0-9-]\.[a-z]")


def covered(text: str) -> str:
    """The text, just as long, with a cover over all that is spared."""
    return _SPARED.sub(lambda match: COVER * len(match.group()), text) if _MAY_HOLD.search(text) else text
