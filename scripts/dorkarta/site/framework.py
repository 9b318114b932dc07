"""What MkDocs makes of the prose: frames, and files of its own; kept while nothing changes that it reads."""

import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

import orjson
import yaml

from dorkarta import fingerprint
from dorkarta.pages.edition import Settings
from dorkarta.site.folders import CONFIGURATION
from dorkarta.site.sources import Sources

_KEPT: Final = 6
"""So many are kept: for the site, for its preview at another address, and those of a few last changes."""
_ANYTHING: Final = ("!ENV", "INHERIT", "hooks:")
"""What makes MkDocs read more than the prose, the theme and its configuration."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Framework:
    """The folder that MkDocs built, and what its configuration says."""

    folder: Path
    settings: Settings
    remarks: tuple[str, ...]
    """What MkDocs had to say, a line each; it is told at every build that uses the framework."""


def framework_of(project: Path, cache: Path, sources: Sources, *, site_url: str | None) -> Framework:
    """The framework of a project, from the cache if nothing of it changed.

    Arguments:
        project: The folder of `mkdocs.yml`.
        cache: Where frameworks are kept; the folder may be deleted at any time.
        sources: The files of the project.
        site_url: The address of the site, where it is not that of `mkdocs.yml`.

    Raises:
        mkdocs.exceptions.MkDocsException: `mkdocs.yml` or the prose are wrong; its message says why.
    """
    key = _key(project, sources, site_url)
    if key is not None and (kept := _read(cache / key)) is not None:
        return kept
    cache.mkdir(parents=True, exist_ok=True)
    growing = Path(tempfile.mkdtemp(prefix=".new-", dir=cache))
    from dorkarta.site import mkdocs_run  # noqa: PLC0415  # takes half a second to import, and is seldom needed

    settings, remarks = mkdocs_run.run(project, growing / "site", site_url=site_url)
    (growing / "told.json").write_bytes(orjson.dumps({"settings": asdict(settings), "remarks": remarks}))
    whole = _moved(growing, cache / key) if key else growing
    _forget(cache, whole)
    return Framework(folder=whole / "site", settings=settings, remarks=remarks)


def _moved(growing: Path, whole: Path) -> Path:
    """Give a framework its name; where another build was first, this one is used once."""
    shutil.rmtree(whole, ignore_errors=True)
    try:
        return growing.rename(whole)
    except OSError:
        return growing


def _key(project: Path, sources: Sources, site_url: str | None) -> str | None:
    """The hash of all that MkDocs reads; nothing where a configuration lets it read anything."""
    if not _is_plain((project / CONFIGURATION).read_text("utf-8", "replace")):
        return None
    libraries = fingerprint.of_libraries("markdown", "pymdown-extensions")
    parts = (sources.of_prose, sources.of_configuration, sources.of_tools, libraries, site_url or "")
    return fingerprint.of_text("\0".join(parts))


def _is_plain(configuration: str) -> bool:
    """Whether nothing but our own plugin works on the prose, so that the sources tell all that MkDocs reads."""
    if any(word in configuration for word in _ANYTHING):
        return False
    try:
        read = yaml.load(configuration, Loader=_Lenient)  # noqa: S506  # a safe loader, see below
    except yaml.YAMLError:
        return False
    return isinstance(read, Mapping) and read.get("plugins") in (["dorkarta"], [{"dorkarta": None}])


class _Lenient(yaml.CSafeLoader):
    """Reads tags that it does not know, such as MkDocs' own, as nothing."""


_Lenient.add_multi_constructor("", lambda _loader, _tag, _node: None)


def _read(kept: Path) -> Framework | None:
    """A framework of the cache; one that is not whole is none."""
    try:
        told = orjson.loads((kept / "told.json").read_bytes())
        framework = Framework(
            folder=kept / "site", settings=Settings(**told["settings"]), remarks=tuple(told["remarks"])
        )
        kept.touch()
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return framework if (framework.folder / "index.html").is_file() else None


def _forget(cache: Path, newest: Path) -> None:
    """Remove what was not used for longest."""
    with suppress(OSError):
        others = sorted((each for each in cache.iterdir() if each != newest), key=lambda each: each.stat().st_mtime)
        for old in others[: -(_KEPT - 1)]:
            shutil.rmtree(old, ignore_errors=True)
