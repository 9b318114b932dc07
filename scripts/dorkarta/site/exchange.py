"""What the kernel does with folders and Python does not offer."""

import ctypes
import errno
import os
from pathlib import Path
from typing import Final

_HERE: Final = -100
"""AT_FDCWD: a relative path counts from the working folder."""
_EXCHANGE: Final = 2
"""RENAME_EXCHANGE."""
_UNABLE: Final = frozenset({errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP})
"""What kernels and file systems answer that know no exchange."""


def exchanged(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; false where the system cannot.

    Raises:
        OSError: they lie on different file systems, may not be renamed, or are not there.
    """
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except AttributeError:  # not Linux, or an old C library
        return False
    if renameat2(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _UNABLE:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))


def flush(folder: Path) -> None:
    """Wait until all that was written to the file system of a folder has reached the disk.

    One call for thousands of files; a call for each of them takes seconds.

    Raises:
        OSError: the disk did not take it all.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        if ctypes.CDLL(None, use_errno=True).syncfs(handle):
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(folder))
    except AttributeError:  # not Linux
        os.sync()
    finally:
        os.close(handle)
