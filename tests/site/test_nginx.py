"""`.deploy/nginx.conf`, tried with the nginx of this machine: the sub-path, types, compression, caching, errors."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple

import pytest

from dorkarta.site.publishing import publication

CONFIGURATION = Path(__file__).resolve().parents[2] / ".deploy" / "nginx.conf"

FILES = {
    "manifest.json": '{"version": 1, "pages": {}}',
    "index.html": "<!doctype html><title>Главная</title>" + "<p>Текст</p>" * 200,
    "404.html": "<!doctype html><title>Нет такой страницы</title>",
    "about/index.html": "<!doctype html><title>О проекте</title>",
    "calendar/feeds/all.ics": "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
    "downloads/roadmap.csv": "номер,название\r\n",
    "assets/dorkarta/css/page.css": "body {}",
    "assets/dorkarta/js/edition.js": "1",
    "assets/javascripts/bundle.0123abcd.min.js": "1",
    "pagefind/fragment/ru_1.pf_fragment": "1",
}


class Answer(NamedTuple):
    """What the server says."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Server(NamedTuple):
    """A running nginx."""

    port: int
    folder: Path

    def get(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for a path; the names of headers are written with `_`."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers=named)
        answer = connection.getresponse()
        found = Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
        connection.close()
        return found


def publish(folder: Path, files: Mapping[str, str]) -> None:
    with publication(folder / "www" / "shnor") as new:
        for name, text in files.items():
            path = new.fresh / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        new.publish(compress=True)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Nginx with our configuration on a free port of this machine; only the port and the folder are changed."""
    nginx = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
    if nginx is None:
        pytest.skip("NO NGINX HERE: .deploy/nginx.conf was not tried; apt-get install nginx-light")
    folder, port = tmp_path_factory.mktemp("nginx"), free_port()
    ours = CONFIGURATION.read_text("utf-8")
    assert ours.count("listen 80;") == ours.count("root /srv/www;") == 1
    (folder / "shnor.conf").write_text(
        ours.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("root /srv/www;", f"root {folder}/www;"),
        "utf-8",
    )
    kept = " ".join(
        f"{name}_temp_path {folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"daemon off; master_process off; pid {folder}/pid; error_log {folder}/error.log;\n"
        f"events {{}} http {{ include /etc/nginx/mime.types; default_type application/octet-stream;\n"
        f"access_log off; {kept} include {folder}/shnor.conf; }}\n",
        "utf-8",
    )
    command = [nginx, "-p", str(folder), "-e", str(folder / "error.log"), "-c", str(folder / "nginx.conf")]
    tried = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert tried.returncode == 0, tried.stderr
    publish(folder, FILES)
    running = subprocess.Popen(command)
    try:
        wait_for(port, running)
        yield Server(port, folder)
    finally:
        running.terminate()
        running.wait(10)


def wait_for(port: int, running: subprocess.Popen[bytes]) -> None:
    for _ in range(200):
        assert running.poll() is None
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail("nginx did not open its port")


def test_pages_stand_under_the_sub_path(server: Server) -> None:
    """The sub-path, with or without its slash, leads to the home page, a folder to its page; nothing else is there."""
    assert server.get("/shnor").headers["location"] == "/shnor/"
    assert "Главная" in server.get("/shnor/").body.decode()
    assert server.get("/shnor/about").headers["location"] == "/shnor/about/"
    assert "О проекте" in server.get("/shnor/about/").body.decode()
    assert server.get("/about/").status == 404


def test_an_unknown_address_gets_the_page_of_errors(server: Server) -> None:
    """At any depth, with the status of an error and the headers of a page."""
    answer = server.get("/shnor/no/such/page/")
    assert (answer.status, "Нет такой страницы" in answer.body.decode()) == (404, True)
    assert answer.headers["cache-control"] == "no-cache"
    assert "default-src 'self'" in answer.headers["content-security-policy"]


def test_the_site_is_only_read(server: Server) -> None:
    """Nothing but GET and HEAD is taken, and names with a dot are nobody's business."""
    assert server.get("/shnor/", "HEAD").status == 200
    assert server.get("/shnor/", "POST").status == 405
    assert server.get("/shnor/.git/config").status == 404
    assert "/" not in server.get("/shnor/").headers["server"]


@pytest.mark.parametrize(
    ("path", "content_type"),
    [
        ("", "text/html; charset=utf-8"),
        ("manifest.json", "application/json; charset=utf-8"),
        ("calendar/feeds/all.ics", "text/calendar; charset=utf-8"),
        ("downloads/roadmap.csv", "text/csv; charset=utf-8"),
        ("assets/dorkarta/css/page.css", "text/css; charset=utf-8"),
        ("SHA256SUMS", "text/plain; charset=utf-8"),
    ],
)
def test_files_have_their_types(server: Server, path: str, content_type: str) -> None:
    """Calendars are calendars, tables are tables, and Russian letters are UTF-8."""
    answer = server.get(f"/shnor/{path}")
    assert (answer.status, answer.headers["content-type"]) == (200, content_type)
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-security-policy"]


def test_compressed_twins_are_sent(server: Server) -> None:
    """Who takes gzip gets the file that the build laid there; who does not gets the text; a cache may know both."""
    packed = server.get("/shnor/", Accept_Encoding="gzip")
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.headers["vary"] == "Accept-Encoding"
    assert packed.headers["content-type"] == "text/html; charset=utf-8"
    assert packed.body == (server.folder / "www/shnor/index.html.gz").read_bytes()
    assert server.get("/shnor/").body == (server.folder / "www/shnor/index.html").read_bytes()


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("", "no-cache"),
        ("calendar/feeds/all.ics", "no-cache"),
        ("assets/dorkarta/css/page.css", "public, max-age=3600"),
        ("assets/dorkarta/js/edition.js", "no-cache"),
        ("assets/javascripts/bundle.0123abcd.min.js", "public, max-age=31536000, immutable"),
        ("pagefind/fragment/ru_1.pf_fragment", "public, max-age=31536000, immutable"),
    ],
)
def test_browsers_keep_files(server: Server, path: str, kept: str) -> None:
    """Pages and the day are asked for every time, assets in an hour, and what bears a hash never again."""
    assert server.get(f"/shnor/{path}").headers["cache-control"] == kept


def test_an_unchanged_page_is_not_sent_again_after_a_new_edition(server: Server) -> None:
    """The server runs on while editions change; a page that is the same is answered «304», a changed one is sent."""
    tags = {path: server.get(f"/shnor/{path}").headers["etag"] for path in ("", "about/")}
    packed = server.get("/shnor/", Accept_Encoding="gzip").headers["etag"]
    publish(server.folder, {**FILES, "about/index.html": "<!doctype html><title>О нас</title>"})
    assert server.get("/shnor/", If_None_Match=tags[""]).status == 304
    assert server.get("/shnor/", Accept_Encoding="gzip", If_None_Match=packed).status == 304
    changed = server.get("/shnor/about/", If_None_Match=tags["about/"])
    assert (changed.status, "О нас" in changed.body.decode()) == (200, True)
