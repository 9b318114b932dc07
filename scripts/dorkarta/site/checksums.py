"""Checksums of an edition, in a list that it publishes."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from dorkarta import addresses


def checksum(data: bytes) -> str:
    """As `sha256sum` counts it."""
    return hashlib.sha256(data).hexdigest()


def sums_in(site: Path) -> Mapping[str, str]:
    """File → checksum, by the list of an edition; what is no such list names nothing."""
    try:
        lines = (site / addresses.CHECKSUMS).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    return {path: digest for digest, _, path in (line.partition("  ") for line in lines)}


def list_sums(site: Path, sums: Mapping[str, str]) -> None:
    """Write the list of an edition, as `sha256sum` writes and reads it."""
    lines = "".join(f"{digest}  {path}\n" for path, digest in sorted(sums.items()))
    (site / addresses.CHECKSUMS).write_text(lines, "utf-8")
