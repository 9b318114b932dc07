"""Text as RFC 5545 wants it: cleaned, escaped, folded."""

import re
from typing import Final

CRLF: Final = b"\r\n"
LONGEST_LINE: Final = 75
"""Octets of a line, its end not counted."""

_BREAKS: Final = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_LINES: Final = re.compile(
    rb"\A.{1,%d}(?![\x80-\xbf])|.{1,%d}(?![\x80-\xbf])" % (LONGEST_LINE, LONGEST_LINE - 1), re.DOTALL
)
"""As much as the first line holds, then as much as one that begins with a space; no letter of several octets is cut."""
_SPECIAL: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """Without control characters: every kind of line break is one line feed, a tab is a space."""
    if text.isprintable() or text.replace("\n", "").replace("\u00a0", "").isprintable():
        return text  # nearly always, and much faster to know
    return _SPECIAL.sub("", _BREAKS.sub("\n", text)).replace("\t", " ")


def one_line(text: str) -> str:
    """Cleaned, with single spaces and no line breaks."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join(clean(text).split())


def escape(text: str) -> str:
    """A value of the type TEXT: nothing in it can end the value or the line."""
    return clean(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def fold(line: str) -> bytes:
    """A content line in lines of at most 75 octets that split no letter, with the end of the last one.

    Arguments:
        line: Name, colon and value; without line breaks, as `escape` leaves it.
    """
    raw = line.encode()
    if len(raw) <= LONGEST_LINE:
        return raw + CRLF
    return b"\r\n ".join(_LINES.findall(raw)) + CRLF
