"""`dorkarta check` over files that were broken by every means at once."""

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CITY = "roadmaps/zarechnaya-oblast/verkhnerechensk"
MOST_BYTES = 500_000_000
RECORD = "title: Карта\nlevel: municipality\nperiod: 2025-01-01/2025-12-31\nsource: {title: Карта}\nsections: []\n"

Break = Callable[[Path], object]


def _bytes(data: bytes) -> Break:
    return lambda path: path.write_bytes(data)


def _text(text: str) -> Break:
    return _bytes(text.encode())


def _huge(path: Path) -> None:
    path.touch()
    os.truncate(path, 3_000_000_000)


def _unreadable(path: Path) -> None:
    path.write_text(RECORD, encoding="utf-8")
    path.chmod(0)


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{after}: &{after} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, after in zip("abcdefgh", "bcdefghi", strict=True)
)
BREAKS: dict[str, Break] = {
    "empty": _bytes(b""),
    "blank": _text("\n\n   \n"),
    "comment-only": _text("# ничего\n"),
    "binary": _bytes(bytes(range(256)) * 50),
    "cp1251": _bytes(RECORD.encode("cp1251")),
    "utf-16": _bytes(RECORD.encode("utf-16")),
    "control": _text(RECORD.replace("Карта", "Ка\x1bрта")),
    "alias-bomb": _text(BOMB),
    "deep-flow": _text("[" * 40_000),
    "deep-mapping": _text("{a: " * 40_000),
    "deep-block": _text("".join(f"{' ' * depth}a:\n" for depth in range(2_000))),
    "deep-dashes": _text("- " * 40_000 + "x"),
    "long-line": _text(RECORD.replace("Карта", "щ" * 4_000_000)),
    "long-key": _text(f"{'ключ' * 500}: x\n" + RECORD),
    "many-keys": _text("".join(f"лишнее{number}: x\n" for number in range(1_000)) + RECORD),
    "many-items": _text(RECORD.replace("[]", "[" + "{}, " * 1_000 + "{}]")),
    "doubled": _text(RECORD * 2),
    "several-documents": _text(f"{RECORD}---\n{RECORD}"),
    "quote-open": _text(RECORD.replace("Карта", '"Карта', 1)),
    "tab": _text(RECORD.replace("sections: []", "sections:\n\t- id: x")),
    "crlf-and-mark": _bytes(b"\xef\xbb\xbf" + RECORD.replace("\n", "\r\n").replace("level", "levle").encode()),
    "carriage-returns": _text(RECORD.replace("\n", "\r").replace("level", "levle")),
    "odd-line-ends": _text(RECORD.replace("Карта", "Ка\u2028р\u0085та").replace("level", "levle")),
    "wrong-everywhere": _text(
        "title: [Карта]\nlevel: село\nperiod: 2025-12-31/2025-01-01\nsource: Карта\nsections:\n"
        '  - {id: "Я", title: "", activities: [{id: 1, dates: вчера, responsible: {body: []}, level: x}]}\n'
    ),
    "huge": _huge,
    "folder": Path.mkdir,
    "pipe": os.mkfifo,
    "endless": lambda path: path.symlink_to("/dev/zero"),
    "loop": lambda path: path.symlink_to(path.name),
    "nowhere": lambda path: path.symlink_to("нет-такого-файла"),
    "unreadable": _unreadable,
}


@pytest.fixture
def broken(small_project: Path, tmp_path: Path) -> Path:
    """The small project with a roadmap for every way to break one."""
    project = shutil.copytree(small_project, tmp_path / "project")
    shutil.copy(ROOT / "mkdocs.yml", project)
    (project / "content").mkdir()
    for name, spoil in BREAKS.items():
        spoil(project / CITY / f"roadmap-{name}.yaml")
    circle = project / "roadmaps" / "zarechnaya-oblast" / "circle"
    circle.symlink_to(project / "roadmaps", target_is_directory=True)
    return project


def test_every_break_is_told_with_its_place(broken: Path) -> None:
    """One run names each broken file with line and column, in Russian, without a trace, within memory and time."""
    done = subprocess.run(
        (sys.executable, "-m", "dorkarta", "check", "--project", str(broken)),
        capture_output=True,
        check=False,
        timeout=120,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_DATA, (MOST_BYTES, MOST_BYTES)),  # no threads here
        env={**os.environ, "PYTHONUTF8": "1", "NO_COLOR": "1"},
    )
    said = (done.stdout + done.stderr).decode()
    as_root = {"unreadable"} if os.geteuid() == 0 else set()  # nothing is unreadable to root
    unnamed = [name for name in BREAKS.keys() - as_root if f"{CITY}/roadmap-{name}.yaml:" not in said]
    assert (unnamed, done.returncode) == ([], 1)
    assert "Traceback" not in said
    assert "Внутренняя ошибка" not in said
    assert len(said) < 20_000_000
