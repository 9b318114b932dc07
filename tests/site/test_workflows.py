"""Continuous integration: what strangers' requests may do, and that every step is a target which runs here too."""

import http.server
import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
COMMENT = ROOT / "scripts" / "forge" / "comment.py"
MAY_WRITE = {
    ("comment.yml", "comment"): {"pull-requests"},
    ("nightly.yml", "publish"): {"pages", "id-token"},
}
"""The jobs that change anything, and what: neither runs anything of a request."""
TAKE_PROGRAM = 'git switch --detach "$BASE"'


def read(path: Path) -> Any:
    """A file of YAML with every scalar as text, since `on` is a word of truth otherwise."""
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  # makes texts, lists and dicts only


def steps() -> Iterator[Any]:
    """Every step of GitHub's workflows."""
    for path in WORKFLOWS:
        for job in read(path)["jobs"].values():
            yield from job["steps"]


def targets() -> set[str]:
    """What `make` can be asked for."""
    return set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


def test_steps_are_targets() -> None:
    """A step runs a target of the Makefile, on GitHub and on GitLab, before a commit too.

    One step cannot: it takes the program of the base, and before that the Makefile is a stranger's.
    """
    gitlab = read(ROOT / ".gitlab-ci.yml")
    hooks = [hook["entry"] for hook in read(ROOT / ".pre-commit-config.yaml")["repos"][0]["hooks"]]
    lines = [step["run"] for step in steps() if "run" in step] + hooks
    lines += [line for job in ("check", "pages") for line in gitlab[job]["script"]]
    lines += re.findall(r"^\s*(make .*)", gitlab[".fork"][0], re.MULTILINE)
    asked = {match[1] if (match := re.fullmatch(r"make ([a-z-]+)", line)) else line for line in lines}
    assert asked - targets() == {TAKE_PROGRAM}
    assert {"records", "check-github", "check-gitlab", "diff-markdown", "preview", "comment", "nightly"} <= asked


def test_actions_are_pinned() -> None:
    """Every action is named by a whole commit, with its version beside it."""
    used = [line for path in WORKFLOWS for line in path.read_text("utf-8").splitlines() if "uses:" in line]
    assert used
    assert [line for line in used if not re.search(r"uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_rights_are_the_least(path: Path) -> None:
    """Nothing is allowed but what a job names; only two jobs write; nothing of a request is run with rights."""
    workflow = read(path)
    assert workflow["permissions"] == {}
    assert workflow["concurrency"]
    assert "pull_request_target" not in workflow["on"]
    for name, job in workflow["jobs"].items():
        assert int(job["timeout-minutes"]) <= 60
        written = {right for right, level in job["permissions"].items() if level == "write"}
        assert written == MAY_WRITE.get((path.name, name), set())
        for step in job["steps"]:
            assert "${{" not in step.get("run", ""), "an expression in a command is a way in"
            if "actions/checkout@" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] == "false"


def test_zizmor_finds_nothing() -> None:
    """A linter of workflows that knows their holes is content."""
    done = subprocess.run(
        [
            str(Path(sys.executable).with_name("zizmor")),
            "--offline",
            "--quiet",
            "--strict-collection",
            str(ROOT / ".github"),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def git(folder: Path, *command: str) -> str:
    configured = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(
        ["git", *configured, *command],  # noqa: S607  # the system's git
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return done.stdout.strip()


def test_nothing_of_a_fork_runs() -> None:
    """The program of the base is taken right after the request, before any step that runs some of it."""
    first, second, third, *rest = read(ROOT / ".github" / "workflows" / "check.yml")["jobs"]["check"]["steps"]
    assert "actions/checkout@" in first["uses"]
    assert [second["run"], third["run"]] == [TAKE_PROGRAM, "make records"]
    assert second["if"] == third["if"] == "env.FORK == 'true'"
    assert any(step.get("run") == "make check-github" for step in rest)


def test_only_records_are_taken_from_a_fork(tmp_path: Path) -> None:
    """Of a request come its records and prose; its program, its Makefile and its links to other files do not.

    The steps are those of the workflow: the request merged into its base is there, its first parent is the base.
    """
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / "secret").write_text("not yours")
    for name in ("roadmaps/old.yaml", "roadmaps/kept.yaml", "content/index.md", "scripts/program.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("base")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "old base")
    git(tmp_path, "switch", "--quiet", "--create", "request")
    (tmp_path / "roadmaps/old.yaml").unlink()
    (tmp_path / "roadmaps/kept.yaml").write_text("request")
    (tmp_path / "roadmaps/link.yaml").symlink_to("../secret")
    (tmp_path / "scripts/program.py").write_text("request")
    (tmp_path / "Makefile").write_text("records:\n\ttouch was-here\n")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "request")
    git(tmp_path, "switch", "--quiet", "--detach", "HEAD^")
    (tmp_path / "scripts/newer.py").write_text("base")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "base")
    git(tmp_path, "merge", "--quiet", "--no-ff", "--message", "both", "request")
    merged = git(tmp_path, "rev-parse", "HEAD")
    environment = {**os.environ, "FROM": merged, "BASE": f"{merged}^1"}
    for command in (TAKE_PROGRAM, "make records"):
        subprocess.run(["bash", "-e", "-c", command], cwd=tmp_path, check=True, env=environment, timeout=60)  # noqa: S607
    assert (tmp_path / "roadmaps/kept.yaml").read_text() == "request"
    assert not (tmp_path / "roadmaps/old.yaml").exists()
    assert not (tmp_path / "roadmaps/link.yaml").is_symlink()
    assert (tmp_path / "roadmaps/link.yaml").read_text() == "../secret"
    assert [(tmp_path / "scripts" / name).read_text() for name in ("program.py", "newer.py")] == ["base", "base"]
    assert not (tmp_path / "was-here").exists()


@pytest.mark.parametrize("name", ["$(touch was-here)", '"; touch was-here; "', "`touch was-here`"])
def test_no_name_is_run(tmp_path: Path, name: str) -> None:
    """The name of a branch that is a command stays a name."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    done = subprocess.run(
        ["make", "records"],  # noqa: S607  # the system's make
        cwd=tmp_path,
        env={**os.environ, "FROM": name, "GIT_CEILING_DIRECTORIES": str(tmp_path.parent)},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode != 0
    assert [path.name for path in tmp_path.iterdir()] == ["Makefile"]


class Forge(http.server.BaseHTTPRequestHandler):
    """As much of GitHub as a comment needs."""

    heads: tuple[tuple[int, str], ...]
    comments: list[dict[str, Any]]
    asked: list[str]

    def do_GET(self) -> None:  # the name is the library's
        """Requests of a branch, or comments of a request."""
        self.asked.append(self.path)
        if "/pulls?" in self.path:
            self._answer([{"number": number, "head": {"sha": sha}} for number, sha in self.heads])
        else:
            self._answer(self.comments)

    def do_POST(self) -> None:
        """A new comment."""
        self._take("POST")

    def do_PATCH(self) -> None:
        """A comment written anew."""
        self._take("PATCH")

    def _take(self, method: str) -> None:
        assert self.headers["Authorization"] == "Bearer token"
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["body"]
        self.asked.append(f"{method} {self.path}")
        self.comments[:] = [*self.comments[:1], {"id": 7, "user": {"type": "Bot"}, "body": body}]
        self._answer({})

    def _answer(self, value: object) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(value).encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def forge() -> Iterator[tuple[str, type[Forge]]]:
    """The address of a server that stands for GitHub, and what it was asked."""

    class Own(Forge):
        heads = ((4, "other"), (5, "abc"))
        comments = [{"id": 6, "user": {"type": "User"}, "body": "<!-- dorkarta-diff --> подделка"}]  # noqa: RUF012
        asked: list[str] = []  # noqa: RUF012  # one server, one list

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Own) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}", Own
        server.shutdown()


def write_comment(address: str, text: Path, sha: str = "abc") -> str:
    """Run the script as the workflow does; what it says."""
    environment = {
        **os.environ,
        "GITHUB_API_URL": address,
        "GITHUB_REPOSITORY": "institute/shnor",
        "GITHUB_TOKEN": "token",
        "HEAD_OWNER": "stranger",
        "HEAD_BRANCH": "правка & co",
        "HEAD_SHA": sha,
    }
    command = [sys.executable, str(COMMENT), str(text)]
    return subprocess.run(
        command, env=environment, check=True, capture_output=True, encoding="utf-8", timeout=60
    ).stdout


def test_a_request_has_one_comment(forge: tuple[str, type[Forge]], tmp_path: Path) -> None:
    """The request of the checked commit gets a comment, which the next run writes anew; a forged one is not ours."""
    address, server = forge
    text = tmp_path / "diff.md"
    for told in ("4.10: срок перенесён", "4.10: срок перенесён, 4.11 добавлено"):
        text.write_text(told, "utf-8")
        write_comment(address, text)
    assert server.asked[0].endswith("head=stranger%3A%D0%BF%D1%80%D0%B0%D0%B2%D0%BA%D0%B0%20%26%20co&per_page=100")
    assert [each for each in server.asked if not each.startswith("/")] == [
        "POST /repos/institute/shnor/issues/5/comments",
        "PATCH /repos/institute/shnor/issues/comments/7",
    ]
    assert "4.11 добавлено" in server.comments[1]["body"]


def test_a_hostile_text_is_only_quoted(forge: tuple[str, type[Forge]], tmp_path: Path) -> None:
    """A giant text with calls to people, bytes that are no text, is cut, calls nobody, and fits."""
    address, server = forge
    text = tmp_path / "diff.md"
    text.write_bytes(b"\xff\0 @everyone " * 100_000)
    write_comment(address, text)
    body = server.comments[1]["body"]
    assert len(body) < 65_536
    assert "@everyone" not in body
    assert "не поместился" in body


def test_a_link_is_no_text(forge: tuple[str, type[Forge]], tmp_path: Path) -> None:
    """A link in the place of the text is not followed: what it leads to might be a secret."""
    address, server = forge
    (tmp_path / "secret").write_text("password")
    (tmp_path / "diff.md").symlink_to("secret")
    with pytest.raises(subprocess.CalledProcessError):
        write_comment(address, tmp_path / "diff.md")
    assert [each for each in server.asked if not each.startswith("/")] == []


def test_a_commit_without_a_request_gets_no_comment(forge: tuple[str, type[Forge]], tmp_path: Path) -> None:
    """Where the branch has moved on since, nothing is written."""
    address, server = forge
    (tmp_path / "diff.md").write_text("4.10")
    assert "писать некуда" in write_comment(address, tmp_path / "diff.md", sha="gone")
    assert [each for each in server.asked if not each.startswith("/")] == []
