"""The blocks that prose may ask for, by name: `<!-- block: roadmaps -->`.

They stand apart from those who make them, so that a check of the records does not load every page.
"""

from typing import Final

BLOCK_NAMES: Final = (
    "home",
    "levels",
    "territories",
    "roadmaps",
    "reports",
    "progress",
    "progress-rules",
    "indicators",
    "practices",
    "risks",
    "templates",
    "bodies",
    "documents",
    "glossary",
    "calendar",
    "changes",
    "rules",
    "deadlines",
    "fields",
)
