"""The site while it is edited: rebuilt at every change, and still there when a change is wrong."""

import datetime
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer

from dorkarta.records.files import FOLDER as RECORDS
from dorkarta.site.building import build
from dorkarta.site.prose import FOLDER as PROSE

WATCHED = (RECORDS, PROSE, "theme", "mkdocs.yml")


def serve(project: Path, *, address: str, today: Callable[[], datetime.date]) -> None:
    """Build the site into a temporary folder, show it, build it again at every change until interrupted.

    A change that the checks refuse is told in the console; the last good site stays on the screen. Plain
    `mkdocs serve` does not answer any more after such a change, so the server is MkDocs', the loop is ours.

    Arguments:
        project: The folder of `mkdocs.yml`.
        address: Host and port.
        today: Gives the date of the edition at every build.

    Raises:
        mkdocs.exceptions.MkDocsException: the first build failed; its message says why.
    """
    config = load_config(str(project / "mkdocs.yml"), dev_addr=address)
    host, port = config.dev_addr
    mount_path = urlsplit(config.site_url or "/").path
    shown = f"http://{host}:{port}{mount_path}"
    with tempfile.TemporaryDirectory(prefix="dorkarta-serve-") as folder:
        site = Path(folder) / "site"

        def rebuild() -> None:
            build(project, out=site, as_of=today(), site_url=shown)

        def rebuild_or_tell() -> None:
            try:
                rebuild()
            except MkDocsException as error:
                print(error, file=sys.stderr)
            else:
                print("Сайт обновлён.")

        rebuild()
        server = LiveReloadServer(rebuild_or_tell, host, port, root=str(site), mount_path=mount_path)
        server.error_handler = lambda code: (site / "404.html").read_bytes() if code == 404 else None
        for name in WATCHED:
            server.watch(str(project / name))
        print(f"Сайт показывается: {shown} (остановить: Ctrl+C)")
        try:
            server.serve()  # type: ignore[no-untyped-call]  # MkDocs does not type it
        except KeyboardInterrupt:
            pass
        finally:
            server.shutdown()
