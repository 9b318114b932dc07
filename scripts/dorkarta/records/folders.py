"""Where a project keeps what people write: its records, its prose, and the practices, which are both."""

from typing import Final

RECORDS: Final = "roadmaps"
PROSE: Final = "content"
PRACTICES: Final = f"{PROSE}/practices"
LIBRARY: Final = "index.md"
"""The page of the library, which lies beside the practices."""


def is_practice(file: str) -> bool:
    """Whether a file of the project lies where practices do and is called as they are."""
    folder, _, name = file.rpartition("/")
    return folder == PRACTICES and name != LIBRARY and name.endswith(".md")
