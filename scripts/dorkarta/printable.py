"""Texts without what no printed format may hold.

Records refuse control characters, so this changes nothing of theirs; papers may be made of other texts one day.
"""

import re
from typing import Final

_LINE_ENDS: Final = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_SEPARATORS: Final = re.compile("[\x1c-\x1f]")
_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    r"""The text as XML 1.0 and fonts can hold it.

    Every kind of line end becomes `\n`, the separators of ASCII become spaces; other control characters, lone
    surrogates and the two noncharacters that XML forbids are dropped. Tabs and all else stay.
    """
    if text.isprintable():  # nearly always, and much faster to know
        return text
    return _UNPRINTABLE.sub("", _SEPARATORS.sub(" ", _LINE_ENDS.sub("\n", text)))
