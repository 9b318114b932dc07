"""A paper as plain data for the templates: its head, its tables, and what is said after them."""

import textwrap
from typing import Any, Final

from dorkarta import dates
from dorkarta.documents.paper import Attachment, Paper, Remark
from dorkarta.documents.qr import qr_svg
from dorkarta.documents.typesetting.alphabet import codes
from dorkarta.documents.typesetting.grid import grid, shared_widths
from dorkarta.documents.typesetting.letters import Letters
from dorkarta.documents.typesetting.lines import Line, balanced, lines, tied
from dorkarta.documents.typesetting.spelling import texts

ROOM: Final = 267.0
"""Millimetres between the margins of a sheet on its side."""
CORNER: Final = 92.0
"""How much of them the grif takes, on the right."""
_HEADING: Final = 230.0
_BESIDE: Final = 230.0
"""Beside the number of the page, and beside the code."""
_LOW: Final = 8
"""Up to so many lines beside the code stay on one page with it."""
_PROPERTY: Final = 2000
"""Letters of a property of the file: PDF/A allows 32767 bytes."""
_FOOT: Final = 120
"""Letters of the name of a paper at the foot of its pages."""
_SIZE: Final = 11.0
_TITLE_SIZE: Final = 14.0
_PART_SIZE: Final = 12.0
_SMALL: Final = 9.0


def sheet(paper: Paper) -> dict[str, Any]:
    """What the templates print of a paper whose texts hold only letters that print."""
    mentioned: set[int] = set()
    widths = shared_widths(paper.tables, ROOM)
    tables = [grid(table, widths[table.columns], mentioned=mentioned) for table in paper.tables]
    notes = [text for text in (*paper.sources, codes(texts(paper))) if text]
    return {
        "name": _shortened(paper.name, _PROPERTY),
        "description": _shortened(f"{paper.title}. {paper.part}" if paper.part else paper.title, _PROPERTY),
        "author": _shortened(paper.publisher, _PROPERTY),
        "foot": _lines(_shortened(paper.name, _FOOT), size=_SMALL, room=_BESIDE),
        "corner": [
            [_even(line, Letters(_SIZE), room=CORNER) for line in text.split("\n")]
            for text in (paper.appendix, "\n".join(paper.grif))
            if text
        ],
        "title": _even(paper.title, Letters(_TITLE_SIZE, bold=True), room=_HEADING),
        "part": _even(paper.part, Letters(_PART_SIZE, bold=True), room=_HEADING) if paper.part else None,
        "facts": [{"label": _lines(fact.label), "value": _lines(fact.value)} for fact in paper.facts],
        "tables": tables,
        "signed": _lines(paper.signed) if paper.signed else None,
        "remarks": [_remark(each, mentioned) for each in paper.remarks],
        "notes": [_lines(text, size=_SMALL, room=_BESIDE) for text in notes],
        "together": sum(Letters(_SMALL).height(text, _BESIDE) for text in (*notes, paper.publisher)) <= _LOW,
        "publisher": _lines(paper.publisher, size=_SMALL, room=_BESIDE),
        "edition": f"Редакция от {dates.day(paper.changed)}" if paper.changed else None,
        "live": paper.live,
        "shown": _lines(paper.live, size=_SMALL, room=_BESIDE) if paper.live else None,
        "qr": qr_svg(paper.live) if paper.live else None,
        "attachments": [_attachment(each) for each in paper.attachments],
    }


def _lines(text: str, *, size: float = _SIZE, room: float = ROOM) -> list[Line]:
    return lines(text, Letters(size), room=room)


def _even(text: str, letters: Letters, *, room: float) -> dict[str, Any]:
    """A text of lines about equally long, and the room that they take."""
    whole = tied(text)
    taken = balanced(whole, letters, room=room)
    return {"lines": lines(whole, letters, room=taken), "room": taken}


def _shortened(text: str, length: int) -> str:
    """On one line, and no longer than there is room."""
    return textwrap.shorten(text, length, placeholder=" …")


def _remark(remark: Remark, mentioned: set[int]) -> dict[str, Any]:
    return {
        "number": remark.number,
        "where": _lines(remark.where, size=_SMALL) if remark.where else None,
        "kind": _lines(remark.kind, size=_SMALL),
        "text": _lines(remark.text, size=_SMALL),
        "mentioned": remark.number in mentioned,
    }


def _attachment(attachment: Attachment) -> dict[str, Any]:
    """A text goes as it is, other bytes one by one."""
    try:
        data: str | list[int] = attachment.data.decode("utf-8")
    except UnicodeDecodeError:
        data = list(attachment.data)
    return {
        "name": attachment.name,
        "media_type": attachment.media_type,
        "description": attachment.description,
        "data": data,
    }
