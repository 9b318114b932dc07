"""The day of the edition for readers, in a script of its own: so pages stay the same from night to night."""

import datetime
import json

from dorkarta import dates


def script(day: datetime.date) -> bytes:
    """Fills in the day wherever a page has a place for it; without scripts the words of the page stand there."""
    words = json.dumps(f"на {dates.day(day)}", ensure_ascii=False)
    return (
        "/* The build writes the day of the edition here and into no page. */\n"
        'for (const place of document.querySelectorAll("[data-edition-day]")) {\n'
        f"  place.textContent = {words};\n"
        "}\n"
    ).encode()
