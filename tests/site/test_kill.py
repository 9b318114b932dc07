"""A build may be killed at any moment: what is published is a whole edition, the former or the new one."""

import hashlib
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest

from dorkarta.addresses import CHECKSUMS, MANIFEST
from dorkarta.site import publishing
from dorkarta.site.publishing import publication

ROOT = Path(__file__).resolve().parents[2]

PAGES = 4
TOUCHES = re.compile(r"open|ctypes\.dlsym|(?:os|shutil)\.(?!getxattr|listxattr)\w+")
"""Events of the interpreter that come before a call which may change the disk."""


def grow(fresh: Path, edition: int) -> None:
    """An edition of small pages: some say which it is, some are the same in all, some are there in every other one."""
    (fresh / MANIFEST).write_text(f'{{"version": 1, "pages": {{}}, "edition": {edition}}}')
    for number in range(PAGES):
        page = fresh / f"page-{number}" / "index.html"
        page.parent.mkdir()
        page.write_text(f"{edition if number % 2 else 'the same'} " + "text " * 300)
    (fresh / f"only-{edition % 2}.html").write_text(str(edition))


def publish(site: Path, edition: int) -> None:
    """A build without all that makes it slow."""
    with publication(site) as new:
        grow(new.fresh, edition)
        new.publish(compress=True)


def assert_whole(site: Path) -> None:
    """A folder holds just the files that its list of checksums names, with those checksums."""
    sums = dict(line.split("  ")[::-1] for line in (site / CHECKSUMS).read_text().splitlines())
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert files == {*sums, CHECKSUMS}
    assert all(hashlib.sha256((site / path).read_bytes()).hexdigest() == digest for path, digest in sums.items())


def edition_of(site: Path) -> int:
    """Which edition a folder holds; fails if it is not a whole one."""
    assert_whole(site)
    said = {(site / f"page-{number}" / "index.html").read_text().split()[0] for number in range(1, PAGES, 2)}
    (edition,) = said
    assert f'"edition": {edition}' in (site / MANIFEST).read_text()
    return int(edition)


def in_child(work: Callable[[], None]) -> int:
    """Begin some work in a process of its own and return its id."""
    if child := os.fork():
        return child
    try:
        work()
    finally:
        os._exit(0)  # neither pytest nor anything else of the parent goes on here


def stage_of(site: Path, edition: int) -> str:
    """How far a killed build had come, by what it left."""
    if not site.exists():
        return "between the renames"
    if not any(site.parent.glob(".*")):
        return "outside"
    if edition_of(site) == edition:
        return "published, the former one not removed yet"
    whole = any(path.is_file() for path in site.parent.glob(f".*/*/{CHECKSUMS}"))
    return "whole, not published yet" if whole else "growing"


@pytest.fixture(params=["exchange", "two renames"])
def site(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A published edition 0, where the kernel can exchange folders and where it cannot."""
    if request.param == "two renames":
        monkeypatch.setattr(publishing, "exchanged", lambda *_: False)
    site = tmp_path / "site"
    publish(site, 0)
    return site


def test_killed_before_every_single_call(site: Path) -> None:
    """Killed before its first, second, … last call to the system, a build leaves a whole edition; the next one works.

    Where two renames stand for the exchange, the edition may be aside after a kill between them; the next start puts it
    back before anything else.
    """
    stages: Counter[str] = Counter()
    for moment in count(1):
        edition = edition_of(site) + 1

        def work(last: int = moment, edition: int = edition) -> None:
            left = last

            def step(event: str, _: object) -> None:
                nonlocal left
                if TOUCHES.fullmatch(event):
                    left -= 1
                    if not left:
                        os.kill(os.getpid(), signal.SIGKILL)

            sys.addaudithook(step)
            publish(site, edition)

        _, status = os.waitpid(in_child(work), 0)
        if not os.WIFSIGNALED(status):
            break
        stages[stage_of(site, edition)] += 1
        with publication(site):
            assert edition_of(site) in {edition - 1, edition}
    assert edition_of(site) == edition
    assert {"growing", "whole, not published yet", "published, the former one not removed yet"} <= set(stages)
    assert not list(site.parent.glob(".*"))
    print(f"{stages.total()} kills: {dict(stages)}")


def test_killed_at_any_time(tmp_path: Path) -> None:
    """Killed by the clock, in the midst of a call or not, builds never leave anything but a whole edition.

    No recovery comes between a kill and the look at what is published: that is what a visitor sees.
    """
    site = tmp_path / "site"
    began = time.perf_counter()
    publish(site, 0)
    publish(site, 1)
    usual = time.perf_counter() - began
    chance = random.Random(2021)  # noqa: S311  # a seed makes the moments the same in every run
    stages: Counter[str] = Counter()
    for _ in range(120):
        edition = edition_of(site) + 1
        child = in_child(lambda edition=edition: publish(site, edition))  # type: ignore[misc]  # a default of a lambda
        time.sleep(chance.uniform(0, usual))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        assert edition_of(site) in {edition - 1, edition}
        stages[stage_of(site, edition)] += 1
    publish(site, edition_of(site) + 1)
    assert not list(tmp_path.glob(".*"))
    print(f"{stages.total()} kills: {dict(stages)}")


def test_killed_whole_build(small_project: Path, copy_without_records: Callable[[Path], Path], tmp_path: Path) -> None:
    """A real build, killed while many processes typeset, leaves what is published, and the next one replaces it.

    The processes that the killed build had started leave too.
    """
    project = copy_without_records(tmp_path / "project")
    shutil.copytree(small_project / "roadmaps", project / "roadmaps")
    site = project / "site"
    publish(site, 0)
    build = subprocess.Popen(
        [sys.executable, "-m", "dorkarta", "build", "--as-of", "2023-10-01"], cwd=project, start_new_session=True
    )
    while not any(project.glob(".cache/documents/*.pdf")):
        assert build.poll() is None
        time.sleep(0.01)
    build.kill()
    build.wait()
    assert edition_of(site) == 0
    wait_for(lambda: not processes_of(build.pid))
    subprocess.run(
        [sys.executable, "-m", "dorkarta", "build", "--as-of", "2023-10-01"], cwd=project, check=True, timeout=300
    )
    assert_whole(site)
    assert (site / "roadmaps/zarechnaya-oblast/roadmap-2023-2024/index.html").is_file()
    assert not list(project.glob(".site*"))


def wait_for(come: Callable[[], bool]) -> None:
    """Wait until something has come about; fail after a minute."""
    end = time.monotonic() + 60
    while not come():
        assert time.monotonic() < end
        time.sleep(0.05)


def processes_of(session: int) -> list[str]:
    """The living processes that one began with all that it started."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, _, _, leader = status.read_text().rpartition(")")[2].split()[:4]
            if int(leader) == session and state != "Z":
                found.append(status.parent.name)
    return found
