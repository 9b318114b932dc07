"""The preview over HTTP, for browsers of this machine."""

import http.server
import ipaddress
import json
import re
from http import HTTPStatus
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from dorkarta.site.preview.preview import Answer, Preview

OURS: Final = "_preview/"
"""Begins the addresses of what only the preview has; no page of a site begins so."""
_EVENTS: Final = f"{OURS}events"
_LIVE: Final = {f"{OURS}live.js": "text/javascript", f"{OURS}live.css": "text/css"}
_ASSET: Final = re.compile(rb"""(?:href|src)="(?:\.\./|\./)*assets/[^"?#]+\.(?:css|js)(?=")""")
"""What a page loads from the theme: with the key of all of it in their addresses, browsers need not ask again."""
_PATIENCE: Final = 5.0
"""So many seconds are waited for news before it is tried whether anybody still listens."""


class Server(http.server.ThreadingHTTPServer):
    """Answers each request in a thread of its own."""

    daemon_threads = True

    def __init__(self, host: str, port: int) -> None:
        """Take the port; nobody is answered yet.

        Raises:
            OSError: somebody else has it.
        """
        self.host = host
        super().__init__((host, port), _Handler)

    def show(self, preview: Preview, mount: str) -> None:
        """Say what is served, and below which path: `/shnor/`."""
        self.preview, self.mount = preview, mount

    def knows(self, host: str | None) -> bool:
        """Whether a request was meant for us: a foreign name that leads here may belong to a foreign page."""
        name = urlsplit(f"//{host or ''}").hostname or ""
        return name in {"localhost", self.host} or _is_number(name)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a browser that leaves early is no fault."""


class _Handler(http.server.BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        """Answer."""
        self._answer()

    def do_HEAD(self) -> None:
        """Answer without the page itself."""
        self._answer()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name is the library's
        """Say nothing: the console is for what went wrong."""

    def _answer(self) -> None:
        if not self.server.knows(self.headers["Host"]):
            self._send(HTTPStatus.FORBIDDEN, "Этот адрес ведёт не сюда.".encode(), "text/plain")
            return
        asked = urlsplit(self.path)
        address = self._address(asked.path)
        if address is None:
            self._lead("")
        elif address == _EVENTS:
            self._tell_events(self._address(asked.query) or "")
        elif address in _LIVE:
            data = (Path(__file__).parent / address.removeprefix(OURS)).read_bytes()
            self._send(HTTPStatus.OK, data, _LIVE[address])
        else:
            self._show(address, keep=asked.query == self.server.preview.assets_key)

    def _address(self, path: str) -> str | None:
        """The address in the site; nothing where a path is not below it."""
        path = unquote(path, errors="replace")
        return path.removeprefix(self.server.mount) if path.startswith(self.server.mount) else None

    def _show(self, address: str, *, keep: bool) -> None:
        answer = self.server.preview.answer(address)
        if not answer.is_found and not address.endswith("/") and self.server.preview.answer(f"{address}/").is_found:
            self._lead(f"{address}/")
            return
        status = HTTPStatus.OK if answer.is_found else HTTPStatus.NOT_FOUND
        data = self._alive(answer) if answer.type == "text/html" else answer.data
        self._send(status, data, answer.type, tag=answer.digest, keep=keep)

    def _alive(self, answer: Answer) -> bytes:
        """A page that follows its sources; what is asked for on its behalf is not asked for twice."""
        ours = f"{self.server.mount}{OURS}"
        page = _ASSET.sub(rb"\g<0>?" + self.server.preview.assets_key.encode(), answer.data)
        head, end, tail = page.rpartition(b"</body>")
        added = (
            f'<link rel="stylesheet" href="{ours}live.css"><div id="dk-preview" data-page="{self._state_of(answer)}">'
            f'{self.server.preview.state().bar}</div><script src="{ours}live.js"></script>'
        )
        return head + added.encode() + end + tail

    def _tell_events(self, page: str) -> None:
        """Keep telling what is new until the page is left."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        version = -1
        while True:
            state = self.server.preview.state(after=version, seconds=_PATIENCE)
            if state.version == version:
                self.wfile.write(b": still here\n\n")
                continue
            said = json.dumps({"page": self._state_of(self.server.preview.answer(page)), "bar": state.bar})
            self.wfile.write(f"data: {said}\n\n".encode())
            version = state.version

    def _state_of(self, answer: Answer) -> str:
        """Another one when the page has to come anew: because of its own words or of how it looks."""
        return f"{answer.digest}-{self.server.preview.assets_key}"

    def _lead(self, address: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", f"{self.server.mount}{address}")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: HTTPStatus, data: bytes, kind: str, *, tag: str = "", keep: bool = False) -> None:
        is_known = bool(tag) and kind != "text/html" and self.headers["If-None-Match"] == f'"{tag}"'
        self.send_response(HTTPStatus.NOT_MODIFIED if is_known else status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "max-age=31536000, immutable" if keep else "no-cache")
        self.send_header("X-Content-Type-Options", "nosniff")
        if tag:
            self.send_header("ETag", f'"{tag}"')
        self.end_headers()
        if self.command != "HEAD" and not is_known:
            self.wfile.write(data)


def _is_number(host: str) -> bool:
    """Whether it is an address in numbers, which nobody can let lead elsewhere."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
