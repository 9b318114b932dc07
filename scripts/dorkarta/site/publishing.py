"""A folder that is published: it holds a whole edition at every moment, the former or the new one.

A new edition grows in a folder beside it, hidden, and changes places with it when it is whole. Whatever an interrupted
build leaves behind is put right at the next start.
"""

import errno
import glob
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dorkarta import addresses
from dorkarta.site.exchange import exchanged, flush
from dorkarta.site.lock import BusyError, locked
from dorkarta.site.manifest import Manifest, ManifestError, manifest_in
from dorkarta.site.shelf import NONE, keep

_REFUSALS: Final = {
    errno.EACCES: "нет прав на запись рядом с ней",
    errno.EPERM: "нет прав на запись рядом с ней",
    errno.EROFS: "диск доступен только для чтения",
    errno.ENOSPC: "на диске нет места",
    errno.EXDEV: "она лежит на другом диске, чем папка над ней; назовите папку внутри неё",
    errno.EBUSY: "она занята системой, вероятно, как точка монтирования; назовите папку внутри неё",
}
"""What the system says, told to the one who runs the build."""


class PublishingError(RuntimeError):
    """Nothing was published; the message says why, in Russian."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Publication:
    """A new edition on its way to the published folder."""

    published: Path
    fresh: Path
    """Where the new edition grows; afterwards what was published before lies there, until it is removed."""

    def publish(self, *, compress: bool = False, shelved: Mapping[str, str] = NONE) -> None:
        """Let the new edition take the place of the published one.

        Arguments:
            compress: Whether texts get a compressed twin.
            shelved: The checksums of the files that a shelf has kept already.

        Raises:
            PublishingError: the folders do not allow it; what was published stays so.
        """
        with _told(self.published):
            if self.published.exists():
                shutil.copymode(self.published, self.fresh)
            keep(self.fresh, self.published, compress=compress, shelved=shelved)
            flush(self.fresh)
            self._change_places()
            flush(self.published.parent)

    def _change_places(self) -> None:
        if not self.published.exists():
            self.fresh.rename(self.published)
        elif not exchanged(self.fresh, self.published):
            self.published.rename(_former(self.published))
            self.fresh.rename(self.published)


@contextmanager
def publication(published: Path) -> Iterator[Publication]:
    """Begin a new edition; leave nothing behind but what is published.

    Arguments:
        published: The folder that is published; nothing need be there.

    Raises:
        PublishingError: another build is at work, or the folders do not allow it.
    """
    with _told(published):
        published.parent.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        with _told(published):
            stack.enter_context(locked(_beside(published, "lock")))
            _recover(published)
            _refuse_foreign(published)
            stack.callback(_recover, published)
            growing = tempfile.mkdtemp(prefix=_beside(published, "new-").name, dir=published.parent)
            fresh = Path(growing) / published.name
            fresh.mkdir()  # with the permissions that a folder has here, which a temporary one has not
        yield Publication(published=published, fresh=fresh)


def published_manifest(published: Path) -> Manifest | None:
    """The manifest of the published edition, also where an interrupted publication left that edition aside.

    Arguments:
        published: The folder that is published; nothing need be there.

    Raises:
        ManifestError: what it holds is none, or cannot be read.
    """
    return manifest_in(published) or manifest_in(_former(published))


@contextmanager
def _told(published: Path) -> Iterator[None]:
    """What the system refuses, in words of ours."""
    try:
        yield
    except BusyError:
        raise PublishingError(f"Сборка в папку {published} уже идёт. Дождитесь её конца.") from None
    except OSError as error:
        why = _REFUSALS.get(error.errno or 0, error.strerror or str(error))
        raise PublishingError(f"Опубликовать в папку {published} нельзя: {why}.") from error


def _recover(published: Path) -> None:
    """Put right what an interrupted publication left; remove what it does not need any more."""
    former = _former(published)
    if former.exists() and not published.exists():
        former.rename(published)
    for left in (former, *published.parent.glob(f"{glob.escape(_beside(published, 'new-').name)}*")):
        shutil.rmtree(left, ignore_errors=True)


def _refuse_foreign(published: Path) -> None:
    """A folder that is no site of ours must not be replaced: it may be somebody's only copy of something."""
    if published.exists() and not published.is_dir():
        raise PublishingError(f"{published} – это файл, а сайту нужна папка.")
    if published.exists() and any(published.iterdir()) and not _is_ours(published):
        raise PublishingError(
            f"Папка {published} не пуста, и в ней не наш сайт (нет его {addresses.MANIFEST}): она осталась как была. "
            "Назовите другую или удалите её."
        )


def _is_ours(published: Path) -> bool:
    """Other programs have files of that name too."""
    try:
        return manifest_in(published) is not None
    except ManifestError:
        return False


def _former(published: Path) -> Path:
    """Where the published edition waits for its end if the two cannot change places in one step."""
    return _beside(published, "old")


def _beside(published: Path, what: str) -> Path:
    return published.with_name(f".{published.name}.{what}")
