"""What a build costs: cold, with nothing changed, with one thing changed; beside plain MkDocs + Material.

    python scripts/benchmarks/builds.py [--sizes 50,1200,12000] [--out FOLDER]

Every measurement is a whole process over a generated project: wall time, CPU time of the process
and its helpers, and the greatest sum of the memory that they held at a time. Plain MkDocs + Material builds the same
records as Markdown tables in the same run, so that the ratios hold on any machine. Prints Markdown.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dorkarta.addresses import DOWNLOADS

HERE: Final = Path(__file__).resolve().parent
DAY: Final = "2025-03-10"
NEXT_DAY: Final = "2025-03-11"
PAGES: Final = ("--without", "documents", "--without", "search")
_SAMPLE: Final = 0.05
"""Seconds between two looks at the memory."""
_PEER_LIMIT: Final = 3000
"""More roadmaps than that take plain MkDocs minutes and gigabytes; with `--peer-always` it builds them too."""


@dataclass(frozen=True, kw_only=True)
class Cost:
    """What a command cost."""

    wall: float
    cpu: float
    peak: int
    """Bytes held at a time by the process and its helpers; what they share is counted once."""


def cost_of(*command: str, cwd: Path | None = None) -> Cost:
    """Run a command to its end.

    Raises:
        SystemExit: it failed.
    """
    environment = {**os.environ, "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # or each process compiles our modules anew
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen([sys.executable, *command], cwd=cwd, env=environment, stdout=said, stderr=said)  # noqa: S603  # our own commands
        peak = _Peak(process.pid)
        peak.start()
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        peak.stop()
        if process.returncode:
            said.seek(0)
            sys.exit(f"{' '.join(command)}: {process.returncode}\n{said.read().decode(errors='replace')[-2000:]}")
    return Cost(wall=wall, cpu=used.ru_utime + used.ru_stime, peak=peak.greatest)


class _Peak(threading.Thread):
    """Looks at the memory of a process and all below it until told to stop."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.greatest = 0
        self._pid = pid
        self._stopped = threading.Event()

    def run(self) -> None:
        while not self._stopped.wait(_SAMPLE):
            self.greatest = max(self.greatest, sum(map(_held, _family(self._pid))))

    def stop(self) -> None:
        self._stopped.set()
        self.join()


def _family(pid: int) -> Iterator[int]:
    """A process and all that it started, as far as they live."""
    yield pid
    try:
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from _family(int(child))
    except OSError:
        return  # it has just ended


def _held(pid: int) -> int:
    """The memory of a process; of what it shares with others its part."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


@dataclass(frozen=True, kw_only=True)
class Bench:
    """A generated project and where its site is built."""

    folder: Path
    roadmaps: int

    @property
    def project(self) -> Path:
        """What is built."""
        return self.folder / "project"

    @property
    def site(self) -> Path:
        """Where to."""
        return self.folder / "site"

    @property
    def roadmap(self) -> Path:
        """The one that an editor changes."""
        return max((self.project / "roadmaps").glob("*/*/roadmap-*.yaml"))

    @property
    def stages(self) -> Path:
        """How long each stage of the last build took."""
        return self.folder / "stages.json"

    def build(self, *options: str, day: str = DAY) -> Cost:
        """Build the site."""
        told = ("--project", str(self.project), "--out", str(self.site), "--as-of", day)
        return cost_of("-m", "dorkarta", "build", *told, *options)

    def check(self) -> Cost:
        """Check the records."""
        return cost_of("-m", "dorkarta", "check", "--project", str(self.project), "--as-of", DAY)

    def forget(self) -> None:
        """Begin from nothing."""
        for folder in (self.site, self.project / ".cache"):
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def edited(file: Path, change: Callable[[str], str]) -> Iterator[None]:
    """A file with a change, as long as something is measured."""
    before = file.read_text("utf-8")
    file.write_text(change(before), "utf-8")
    try:
        yield
    finally:
        file.write_text(before, "utf-8")


def line_of_record(text: str) -> str:
    """Another expected result of the first activity that has one."""
    return text.replace("expected_result: ", "expected_result: Уточнено. ", 1)


def line_of_registry(text: str) -> str:
    """Another expansion of an abbreviation, which any page may explain."""
    return text.replace("expansion: ", "expansion: иначе ", 1)


def template(text: str) -> str:
    """A space more on every page of a roadmap."""
    return f"{text} "


def builds(bench: Bench) -> Iterator[tuple[str, Cost]]:
    """Every way to build, in the order of a life: from nothing, then changes, then a night."""
    bench.forget()
    yield "с нуля", bench.build(*PAGES)
    _settle()
    bench.build(*PAGES)  # files that were young when they were hashed are known now
    yield "ничего не изменилось", bench.build(*PAGES)
    with edited(bench.roadmap, line_of_record):
        yield "одна строка карты", bench.build(*PAGES)
    bench.build(*PAGES)
    with edited(bench.project / "roadmaps/registry/abbreviations.yaml", line_of_registry):
        yield "одна строка реестра", bench.build(*PAGES)
    bench.build(*PAGES)
    with edited(bench.project / "theme/blocks/roadmap.html", template):
        yield "шаблон карты", bench.build(*PAGES)
    bench.build(*PAGES)
    yield "следующая ночь", bench.build(*PAGES, day=NEXT_DAY)


def documents(bench: Bench) -> Iterator[tuple[str, Cost]]:
    """What files to take away cost beside a site that is there: all of them, none, those that a line changes."""
    rest = ("--without", "search")
    yield "документы с нуля", bench.build(*rest)
    _settle()
    bench.build(*rest)
    yield "с документами, ничего не изменилось", bench.build(*rest)
    with edited(bench.roadmap, line_of_record):
        yield "с документами, одна строка карты", bench.build(*rest)
    bench.build(*rest)


def checks(bench: Bench) -> Iterator[tuple[str, Cost]]:
    """The check from nothing and with nothing changed."""
    shutil.rmtree(bench.project / ".cache", ignore_errors=True)
    yield "проверка с нуля", bench.check()
    _settle()
    bench.check()
    yield "проверка без изменений", bench.check()


def _settle() -> None:
    """Wait until a file is old enough to be trusted by its times."""
    time.sleep(2.1)


def plain_mkdocs(bench: Bench) -> Cost:
    """The same records by MkDocs and Material alone, without a search."""
    peer = bench.folder / "peer"
    shutil.rmtree(peer, ignore_errors=True)
    subprocess.run([sys.executable, str(HERE / "peer.py"), str(bench.project), str(peer)], check=True)  # noqa: S603  # ours
    return cost_of("-m", "mkdocs", "build", "--quiet", cwd=peer)


def pages_of(site: Path) -> tuple[int, int]:
    """How many pages a site has, and the bytes of one in the mean."""
    sizes = [path.stat().st_size for path in site.rglob("*.html")]
    return len(sizes), sum(sizes) // max(1, len(sizes))


def documents_of(site: Path) -> str:
    """How many files to take away there are of each format, and how large all of a format are."""
    files: dict[str, list[int]] = {}
    for path in (site / DOWNLOADS).rglob("*.*"):
        files.setdefault(path.suffix.removeprefix(".").upper(), []).append(path.stat().st_size)
    return ", ".join(f"{name} {len(sizes)} ({sum(sizes) / 1e6:.0f} МБ)" for name, sizes in sorted(files.items()))


def row(name: str, cost: Cost, peer: Cost | None) -> str:
    """A line of the table."""
    ratio = f"1 : {peer.wall / cost.wall:.1f}" if peer else "–"
    return f"| {name} | {cost.wall:.2f} | {cost.cpu:.2f} | {cost.peak / 2**20:.0f} | {ratio} |"


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--sizes", default="50,1200,12000")
    asked.add_argument("--out", type=Path, help="Keep what was generated and built here.")
    asked.add_argument("--peer-always", action="store_true")
    asked.add_argument("--documents", action="store_true", help="Measure the documents and the search too.")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as temporary:
        for size in map(int, options.sizes.split(",")):
            measure(Bench(folder=(options.out or Path(temporary)) / str(size), roadmaps=size), options)


def measure(bench: Bench, options: argparse.Namespace) -> None:
    """Everything about one size."""
    shutil.rmtree(bench.folder, ignore_errors=True)
    bench.folder.mkdir(parents=True)
    generated = (str(HERE / "corpus.py"), str(bench.project), "--roadmaps", str(bench.roadmaps))
    subprocess.run([sys.executable, *generated], check=True, stdout=subprocess.DEVNULL)  # noqa: S603  # ours
    peer = plain_mkdocs(bench) if bench.roadmaps <= _PEER_LIMIT or options.peer_always else None
    print(f"\n### {bench.roadmaps} карт, без документов и поиска\n")
    print("| сборка | с | с процессора | МиБ | к MkDocs + Material |\n| --- | ---: | ---: | ---: | ---: |")
    if peer:
        print(row("MkDocs + Material, только таблицы карт и отчётов", peer, peer))
    for name, cost in builds(bench):
        print(row(name, cost, peer), flush=True)
    for name, cost in checks(bench):
        print(row(name, cost, None), flush=True)
    bench.forget()
    bench.build(*PAGES, "--timings", str(bench.stages))
    count, weight = pages_of(bench.site)
    print(f"\nСтраниц {count}, в среднем {weight / 1000:.0f} КБ. Секунды процессора по делам:", end=" ")
    stages = json.loads(bench.stages.read_text("utf-8"))
    print(", ".join(f"{name} {seconds:.2f}" for name, seconds in stages.items()))
    if options.documents:
        print("\n| сверх этого | с | с процессора | МиБ | |\n| --- | ---: | ---: | ---: | --- |")
        for name, cost in documents(bench):
            print(row(name, cost, None), flush=True)
        print(row("поиск с нуля", bench.build(), None), flush=True)
        print(f"\nФайлов: {documents_of(bench.site)}.")


if __name__ == "__main__":
    main()
