"""What a site publishes: its addresses, so that the next edition loses none of them silently."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import orjson

from dorkarta import addresses
from dorkarta.feeds.json_text import dump

VERSION: Final = 1

LASTING: Final = (addresses.API, addresses.FEEDS)
"""Where the files are that programs and calendars come back to. Downloads follow their page, the rest is ours."""


class ManifestError(ValueError):
    """What was read is no manifest of ours."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Manifest:
    """The addresses that others may have kept."""

    pages: Mapping[str, str]
    """Page → key: an unchanged key is an unchanged page."""
    files: tuple[str, ...]
    """Of the API and of calendars."""
    redirects: Mapping[str, str | None]
    """Former address → where it leads now, or nothing where it is gone on purpose."""

    @property
    def addresses(self) -> frozenset[str]:
        """All of them."""
        return frozenset({*self.pages, *self.files, *self.redirects})

    def dump(self) -> bytes:
        """As it is published."""
        return dump(
            {
                "version": VERSION,
                "pages": dict(sorted(self.pages.items())),
                "files": sorted(self.files),
                "redirects": dict(sorted(self.redirects.items())),
            }
        )


def parse(data: bytes) -> Manifest:
    """Read a manifest; that of an older edition names pages only.

    Raises:
        ManifestError: it is none.
    """
    try:
        value = orjson.loads(data)
        version = value["version"]
        manifest = Manifest(
            pages=dict(value["pages"]),
            files=tuple(value.get("files", ())),
            redirects=dict(value.get("redirects", {})),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ManifestError("это не manifest.json нашего сайта") from error
    if version != VERSION:
        raise ManifestError(f"manifest.json издания {version}, а понятно только {VERSION}")
    return manifest


def manifest_in(site: Path) -> Manifest | None:
    """The manifest of a folder, if it holds one.

    Raises:
        ManifestError: what it holds is none, or cannot be read.
    """
    try:
        return parse((site / addresses.MANIFEST).read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise ManifestError(f"{site / addresses.MANIFEST} не читается: {error.strerror}") from error


def lasting_files(site: Path) -> tuple[str, ...]:
    """The files of a folder that a manifest names."""
    found = (path for folder in LASTING for path in (site / folder).rglob("*") if path.is_file())
    return tuple(sorted(path.relative_to(site).as_posix() for path in found))
