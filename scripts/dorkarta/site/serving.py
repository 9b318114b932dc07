"""The site while it is edited: a saved line is on the screen at once, and what is wrong is told there."""

import datetime
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from dorkarta.records.folders import PROSE, RECORDS
from dorkarta.site.checked import site_url_of
from dorkarta.site.folders import CONFIGURATION, THEME
from dorkarta.site.preview.preview import Preview
from dorkarta.site.preview.server import Server
from dorkarta.site.preview.watching import Watch


class ServingError(Exception):
    """The site cannot be shown there; the message says why."""


def serve(project: Path, *, address: str, today: Callable[[], datetime.date]) -> None:
    """Show the site and follow every change until interrupted.

    Arguments:
        project: The folder of `mkdocs.yml`.
        address: Host and port.
        today: Gives the date of the edition.

    Raises:
        ServingError: the address is none, or somebody else has it.
    """
    with shown(project, address=address, today=today) as (url, follow):
        print(f"Сайт показывается: {url} (остановить: Ctrl+C)", flush=True)
        try:
            while True:
                follow()
        except KeyboardInterrupt:
            pass


@contextmanager
def shown(
    project: Path, *, address: str, today: Callable[[], datetime.date]
) -> Iterator[tuple[str, Callable[[], None]]]:
    """Show a site; its address, and what waits for a change and takes it up. The arguments are those of `serve`."""
    mount = f"/{urlsplit(site_url_of(project)).path.strip('/')}/".replace("//", "/")
    with _server(*_host_and_port(address)) as server, tempfile.TemporaryDirectory(prefix="dorkarta-serve-") as folder:
        url = f"http://{_written(server.host)}:{server.server_port}{mount}"
        preview = Preview(project, site_url=url, today=today, folder=Path(folder))
        server.show(preview, mount)
        watch = Watch(project, (RECORDS, PROSE, THEME), (CONFIGURATION,))

        def follow() -> None:
            watch.wait()
            preview.refresh()

        preview.refresh()
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield url, follow
        finally:
            watch.stop()
            server.shutdown()


def _server(host: str, port: int) -> Server:
    try:
        return Server(host, port)
    except OSError as error:
        raise ServingError(f"По адресу {host}:{port} сайт не показать: {error.strerror}.") from None


def _host_and_port(address: str) -> tuple[str, int]:
    host, _, port = address.rpartition(":")
    if not host or not port.isdecimal() or int(port) > 65535:
        raise ServingError(f"Адрес «{address}» не понят. Нужны адрес и порт: 127.0.0.1:8000.")
    return host.strip("[]"), int(port)


def _written(host: str) -> str:
    """A host as it stands in an address."""
    return f"[{host}]" if ":" in host else host
