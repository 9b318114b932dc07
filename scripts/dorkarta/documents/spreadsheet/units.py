"""Lengths as spreadsheets count them: in units of UTF-16."""


def units(text: str) -> int:
    """How long a text is; an emoji counts twice."""
    return len(text.encode("utf-16-le")) // 2


def shortened(text: str, most: int) -> str:
    """The text if it is short enough; else cut, between words where that leaves something, with an ellipsis."""
    if units(text) <= most:
        return text
    short = text
    while units(short) > most - 1:
        short = short[:-1]
    between = short.rpartition(" ")[0]
    return (between if len(between) > most // 2 else short).rstrip(" '") + "…"
