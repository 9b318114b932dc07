"""What tests of pages share: an edition of some records on some day."""

import datetime
from collections.abc import Callable

import pytest

from dorkarta.pages.edition import Edition, Settings
from dorkarta.records.corpus import Corpus
from dorkarta.records.plan import plan_of

EditionOf = Callable[..., Edition]


@pytest.fixture(scope="session")
def edition_of() -> EditionOf:
    """An edition of a corpus, of a day (2023-10-01 if it does not matter), with settings of a site."""

    def made(corpus: Corpus, as_of: str = "2023-10-01", **settings: str | None) -> Edition:
        of_site: dict[str, str | None] = {"site_name": "Карты", "site_url": "", "edit_url": None, **settings}
        return Edition(
            plan=plan_of(corpus),
            as_of=datetime.date.fromisoformat(as_of),
            settings=Settings(**of_site),  # type: ignore[arg-type]  # names and types are those of the settings
        )

    return made
