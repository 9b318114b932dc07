"""The files that a site is made from, known by their hashes."""

import subprocess
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Final

from dorkarta import fingerprint
from dorkarta.filehashes import Known
from dorkarta.records.folders import PROSE, RECORDS, is_practice
from dorkarta.site.folders import CONFIGURATION, THEME

_LIBRARIES: Final = (
    "fonttools",
    "jinja2",
    "markdown-it-py",
    "markupsafe",
    "mkdocs",
    "mkdocs-material",
    "orjson",
    "pagefind",
    "pydantic",
    "pyyaml",
    "segno",
    "typst",
    "xlsxwriter",
)
"""What the bytes of a site depend on."""


class Sources:
    """Every file of a project that its site is made from; each is hashed when it is asked for, once."""

    def __init__(self, project: Path, cache: Path) -> None:
        self._project = project
        self._known = Known(cache / "sources.json")

    @cached_property
    def records(self) -> Mapping[str, str]:
        """The file of a record or of a practice, relative to the project → hash."""
        found = {f"{RECORDS}/{name}": each for name, each in self._known.hashes(self._project / RECORDS).items()}
        return {**found, **{name: each for name, each in self._prose.items() if is_practice(name)}}

    @cached_property
    def of_prose(self) -> str:
        """Of what MkDocs reads: the prose without practices, which are records, and the theme of the frames."""
        overrides = self._known.hashes(self._project / THEME / "overrides")
        prose = {name: each for name, each in self._prose.items() if not is_practice(name)}
        return fingerprint.of_hashes({**prose, **overrides})

    @cached_property
    def of_theme(self) -> str:
        """Of the templates and of all that is copied from the theme."""
        return fingerprint.of_hashes(self._known.hashes(self._project / THEME))

    @cached_property
    def of_configuration(self) -> str:
        """Of `mkdocs.yml`."""
        return self._known.hash_of(self._project / CONFIGURATION)

    @cached_property
    def of_tools(self) -> str:
        """Of our code and the libraries that it works with."""
        return f"{fingerprint.of_our_code(self._known)} {fingerprint.of_libraries(*_LIBRARIES)}"

    @cached_property
    def of_history(self) -> str:
        """The commit that the project stands at; nothing where git tells none."""
        asked = ("git", "-C", str(self._project), "rev-parse", "HEAD", "--is-shallow-repository")
        try:
            return subprocess.run(asked, capture_output=True, text=True, check=True).stdout  # noqa: S603  # our words
        except (OSError, subprocess.CalledProcessError):
            return ""

    @cached_property
    def of_all(self) -> str:
        """Of everything."""
        parts = (
            fingerprint.of_hashes(self.records),
            self.of_prose,
            self.of_theme,
            self.of_configuration,
            self.of_tools,
            self.of_history,
        )
        return fingerprint.of_text("\0".join(parts))

    def save(self) -> None:
        """Remember the hashes for the next build."""
        self._known.save()

    @cached_property
    def _prose(self) -> Mapping[str, str]:
        return {f"{PROSE}/{name}": each for name, each in self._known.hashes(self._project / PROSE).items()}
