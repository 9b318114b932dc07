"""What MkDocs and the theme give: frames, and files that are served as they are."""

import io
import shutil
from collections.abc import Iterator, Mapping
from contextlib import redirect_stderr
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dorkarta import addresses
from dorkarta.pages.edition import Settings
from dorkarta.site.folders import Folders
from dorkarta.site.fonts import subset_fonts
from dorkarta.site.frames import Frame, cut
from dorkarta.site.framework import Framework, framework_of
from dorkarta.site.preview.faults import MendableError
from dorkarta.site.prose import prose_pages
from dorkarta.site.sources import Sources

_OF_THE_PROSE_ONLY: Final = ("sitemap.xml", "sitemap.xml.gz")
"""What MkDocs writes of the pages that it knows, and the build of all."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Framing:
    """All of a site but its data."""

    name: str
    """Equal ones are made of the same."""
    settings: Settings
    frames: Mapping[str, Frame]
    files: Mapping[str, Path]
    """By their addresses."""
    remarks: tuple[str, ...]
    """What MkDocs had to say."""


def framework_here(folders: Folders, site_url: str | None) -> Framework:
    """What MkDocs makes of the prose as it is now.

    Raises:
        MendableError: it refuses; the message says why.
    """
    said = io.StringIO()
    try:
        with redirect_stderr(said):
            sources = Sources(folders.project, folders.cache)
            return framework_of(folders.project, folders.cache / "framework", sources, site_url=site_url)
    except Exception as error:  # noqa: BLE001  # libraries of MkDocs raise whatever they like
        raise MendableError(f"{said.getvalue()}{error}".strip()) from None


def framing_of(framework: Framework, folder: Path) -> Framing:
    """Copy what MkDocs made, since other builds may forget it, and cut its pages.

    Arguments:
        framework: What MkDocs made.
        folder: A new folder.

    Raises:
        FrameError: the theme lacks a slot.
    """
    shutil.copytree(framework.folder, folder)
    frames = {page.url: cut(page.html, page.url) for page in prose_pages(folder)}
    drawn = {addresses.file_of(url) for url in frames}
    files = {
        address: path for address, path in _files(folder) if address not in drawn and address not in _OF_THE_PROSE_ONLY
    }
    return Framing(
        name=framework.folder.parent.name,
        settings=framework.settings,
        frames=frames,
        files=files,
        remarks=framework.remarks,
    )


def asset_files(folders: Folders, fonts: Path) -> Mapping[str, Path]:
    """By their addresses: the files of the theme, and its fonts.

    Arguments:
        folders: The theme and the cache.
        fonts: Where the fonts are written.
    """
    subset_fonts(fonts, folders.cache / "fonts")
    assets = {f"{addresses.ASSETS}{name}": path for name, path in _files(folders.theme / "assets")}
    return {**assets, **{f"{addresses.ASSETS}fonts/{name}": path for name, path in _files(fonts)}}


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path
