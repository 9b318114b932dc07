"""The page at a former address: it leads to the new one, or says why there is none."""

from dorkarta import addresses
from dorkarta.model.redirect import Redirect
from dorkarta.pages.edition import Edition
from dorkarta.pages.page import Block
from dorkarta.pages.plain import plain


@plain
class MovedView:
    """A small page of its own, without the frame of the site: nobody stays on it."""

    site_name: str
    home: str
    search: str
    assets: str
    target: str | None
    canonical: str | None
    why: str | None


def make(edition: Edition, redirect: Redirect) -> Block:
    """The page at the former address."""
    return Block(
        template="moved.html",
        view=MovedView(
            site_name=edition.settings.site_name,
            home=addresses.HOME,
            search=addresses.SEARCH,
            assets=addresses.ASSETS,
            target=redirect.new,
            canonical=edition.absolute(redirect.new) if redirect.new else None,
            why=redirect.gone,
        ),
    )
