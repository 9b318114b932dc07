"""Zip archives whose bytes depend on nothing but their content."""

import io
import zipfile
from collections.abc import Mapping
from typing import Final

_NO_TIME: Final = (1980, 1, 1, 0, 0, 0)
"""The first moment that zip can tell; Office writes the same."""
_UNIX: Final = 3


def zipped(files: Mapping[str, bytes]) -> bytes:
    """An archive of files, name → content, in their order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX  # not that of the machine
            archive.writestr(entry, content)
    return out.getvalue()
