"""Whether something was saved: the system tells it, and where it does not, a look now and then finds it."""

import threading
from pathlib import Path
from typing import Final

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

_IDLE: Final = 2.0
"""Seconds between two looks where nothing is told, as on network disks."""
_BREATH: Final = 0.03
"""Seconds without a further event after which a change is whole: editors rename, git writes many files."""
_LONGEST: Final = 0.5
"""After so many seconds what has changed so far is shown."""
_READING: Final = frozenset({"opened", "closed_no_write"})
"""Events of our own looking."""


class Watch(FileSystemEventHandler):
    """Watches files and folders of a project."""

    def __init__(self, project: Path, folders: tuple[str, ...], files: tuple[str, ...]) -> None:
        """Set up.

        Arguments:
            project: The folder of the project.
            folders: Folders in it of which all is watched.
            files: Files right in it.
        """
        self._files = files
        self._folders = tuple((project / name).resolve() for name in folders)
        self._event = threading.Event()
        self._observer = Observer()
        for folder in self._folders:
            if folder.is_dir():
                self._observer.schedule(self, str(folder), recursive=True)
        self._observer.schedule(self, str(project))
        self._observer.start()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note that something happened."""
        if event.event_type not in _READING and self._concerns(event.src_path, event.dest_path):
            self._event.set()

    def wait(self) -> None:
        """Wait until something was saved, or it is time to look."""
        if not self._event.wait(_IDLE):
            return
        for _ in range(round(_LONGEST / _BREATH)):
            self._event.clear()
            if not self._event.wait(_BREATH):
                return

    def stop(self) -> None:
        """Watch no more."""
        self._observer.stop()
        self._observer.join()

    def _concerns(self, *paths: bytes | str) -> bool:
        for path in map(Path, map(str, paths)):
            if path.name in self._files or any(path.is_relative_to(folder) for folder in self._folders):
                return True
        return False
