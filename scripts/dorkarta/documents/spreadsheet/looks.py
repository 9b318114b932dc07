"""How cells look. Black on white and light greys: such a table can be printed, copied and read."""

from typing import Final

from dorkarta.documents.spreadsheet.book import Style

_LINES: Final[Style] = {"border": 1, "border_color": "#7F7F7F"}
_HEADING_FILL: Final = "#E4E8EE"
_SECTION_FILL: Final = "#F1F3F6"

PLAIN: Final[Style] = {"text_wrap": True, "valign": "top"}
SMALL: Final[Style] = {**PLAIN, "font_color": "#595959"}
BOLD: Final[Style] = {**PLAIN, "bold": True}
LINK: Final[Style] = {**PLAIN, "font_color": "#0B57A4", "underline": 1}
TITLE: Final[Style] = {"text_wrap": True, "valign": "vcenter", "align": "center", "bold": True, "font_size": 14}
PART: Final[Style] = {"text_wrap": True, "valign": "vcenter", "align": "center", "font_size": 12}
LEAD: Final[Style] = {**PLAIN, "italic": True}

CELL: Final[Style] = {**PLAIN, **_LINES}
CENTERED: Final[Style] = {**CELL, "align": "center"}
UNWRAPPED: Final[Style] = {"text_wrap": False, "right": 0}
"""Added to a cell whose text may reach beyond it."""
HEADING: Final[Style] = {**CENTERED, "bold": True, "bg_color": _HEADING_FILL}
HEADING_TOP: Final[Style] = {**HEADING, "bottom": 0}
HEADING_BOTTOM: Final[Style] = {**HEADING, "top": 0}
SECTION: Final[Style] = {**CELL, "bold": True, "bg_color": _SECTION_FILL}
REPEATED: Final[Style] = {"font_color": "#6B6B6B"}
"""Added to a cell that says again what stands above it."""

PLANNED: Final[Style] = {**CELL, "bg_color": "#EDEDED", "font_color": "#333333"}
"""In a form: what is known already and locked."""
ANSWER: Final[Style] = {**CELL, "locked": False}
"""In a form: what is asked."""
HINT: Final[Style] = {**CENTERED, "italic": True, "font_color": "#404040", "bg_color": _SECTION_FILL}
HIDDEN: Final[Style] = {"text_wrap": False}
"""For programs: may be as long as it likes, nobody sees it."""
