"""The manifest of the site that is published now, wherever it is."""

import urllib.request
from http.client import HTTPException
from pathlib import Path
from typing import Final

from dorkarta import addresses
from dorkarta.site.manifest import Manifest, ManifestError, parse

_SECONDS: Final = 30
_MOST: Final = 256 * 1024 * 1024
"""A manifest of the whole country is a tenth of it."""


class PreviousError(RuntimeError):
    """The manifest cannot be had; the message says why, in Russian."""


def read_previous(where: str) -> Manifest:
    """The manifest at an address of the web, in a file or in the folder of a site.

    Raises:
        PreviousError: it is not there, or is none.
    """
    try:
        return parse(_fetched(where) if where.startswith(("https://", "http://")) else _read(Path(where)))
    except ManifestError as error:
        raise PreviousError(f"--previous {where}: {error}.") from error
    except (OSError, HTTPException, ValueError) as error:
        why = getattr(error, "strerror", None) or getattr(error, "reason", None) or error
        raise PreviousError(
            f"--previous {where}: прочесть нельзя ({why}). "
            "Сайт не собран: без прежнего списка адресов не видно, не потеряны ли страницы. "
            "Если сайт публикуется впервые, соберите его без --previous."
        ) from error


def _read(path: Path) -> bytes:
    return (path / addresses.MANIFEST if path.is_dir() else path).read_bytes()


def _fetched(url: str) -> bytes:
    with urllib.request.urlopen(url, timeout=_SECONDS) as answer:  # noqa: S310  # the scheme was looked at
        data: bytes = answer.read(_MOST)
    return data
