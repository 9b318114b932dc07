"""What stands at former addresses: small pages that lead on, and copies of the files that moved with their page."""

from collections.abc import Collection, Iterator
from pathlib import Path

from dorkarta import addresses
from dorkarta.model.redirect import Redirect
from dorkarta.pages import moved
from dorkarta.pages.edition import Edition
from dorkarta.pages.rendering import Renderer
from dorkarta.site.losses import REDIRECTS, belongs


class RedirectError(ValueError):
    """A redirect leads nowhere or to a former address, or from a page that is there; the message says which."""


def redirected(edition: Edition, renderer: Renderer, site: Path) -> Iterator[tuple[str, bytes]]:
    """The address and the bytes of every file at a former address.

    A calendar that somebody subscribed to and a file that a program reads cannot be led on by a page, so they stand
    at both addresses.

    Arguments:
        edition: What the pages are made from.
        renderer: Fills the template.
        site: The folder of the site, where all other pages and files are already.

    Raises:
        RedirectError: the target is not there or has moved on, or something stands at the former address.
    """
    formers = {redirect.old for redirect in edition.corpus.redirects}
    for redirect in edition.corpus.redirects:
        _refuse_detour(redirect, formers)
        _refuse_impossible(redirect, site)
        if redirect.old.endswith("/"):
            page = renderer.block(moved.make(edition, redirect), redirect.old)
            yield addresses.file_of(redirect.old), page.encode()
        if redirect.new is not None:
            yield from _moved_along(redirect.old, redirect.new, site)


def _refuse_detour(redirect: Redirect, formers: Collection[str]) -> None:
    """One step leads to what is there, in whatever order the redirects are written."""
    if redirect.new in formers:
        raise RedirectError(
            f"{REDIRECTS}: «{redirect.old}» ведёт на «{redirect.new}», а это тоже прежний адрес. "
            "Впишите тот, что на сайте сейчас."
        )


def _refuse_impossible(redirect: Redirect, site: Path) -> None:
    if (site / addresses.file_of(redirect.old)).is_file():
        raise RedirectError(f"{REDIRECTS}: адрес «{redirect.old}» есть на сайте, вести с него нельзя.")
    if redirect.new is not None and not (site / addresses.file_of(redirect.new)).is_file():
        raise RedirectError(f"{REDIRECTS}: «{redirect.old}» ведёт на «{redirect.new}», а такого адреса на сайте нет.")


def _moved_along(old: str, new: str, site: Path) -> Iterator[tuple[str, bytes]]:
    """The file itself, or all files of a page that moved within its section."""
    if not old.endswith("/"):
        yield old, (site / new).read_bytes()
        return
    if old.partition("/")[0] != new.partition("/")[0]:
        return
    for stem, former in zip(addresses.companions(new), addresses.companions(old), strict=False):
        folder = (site / stem).parent
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            address = path.relative_to(site).as_posix()
            target = former + address.removeprefix(stem)
            if belongs(address, stem) and path.is_file() and not (site / target).exists():
                yield target, path.read_bytes()
