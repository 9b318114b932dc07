"""«Предложить практику»: the form of the repository where a new file is written, already filled in."""

from urllib.parse import quote

from dorkarta.drafts.practice import practice_draft
from dorkarta.pages.edition import Edition
from dorkarta.records.folders import PRACTICES


def proposal(edition: Edition) -> str | None:
    """The address of the form; none where the settings name no form."""
    pattern = edition.settings.new_url
    if not pattern:
        return None
    file = f"{PRACTICES}/novaya-praktika.md"
    return pattern.replace("{file}", quote(file, safe="")).replace("{text}", quote(practice_draft(), safe=""))
