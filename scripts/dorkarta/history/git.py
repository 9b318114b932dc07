"""Git, asked for what it keeps: the only place that runs it. It is never asked to change anything."""

import datetime
import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from dorkarta.text import perhaps

_GIT: Final = ("git", "-c", "core.quotepath=off", "-c", "core.fsmonitor=false", "-c", "log.showSignature=false")
_QUIET: Final = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}
"""Answers in English, which we can recognise, and nothing is written, fetched or asked."""
_PATIENCE: Final = 120
"""Seconds after which an answer is not awaited any more."""

_LOG: Final = (
    *("-c", "log.showRoot=true", "log", "--first-parent", "-m", "--raw", "--no-abbrev", "--no-renames", "--relative"),
    *("-z", "--no-color", "--decorate=full", "--format=%x01%ct %D"),
)
_STATE: Final = ("HEAD", "--is-shallow-repository", "--show-prefix")
_COMMIT: Final = "\x01"
"""Begins the line of a commit; names of files stand behind a line of their own and are never taken for it."""
_BOUNDARY: Final = "grafted"
"""What git calls a commit whose parents a shallow clone left out."""
_EMPTY: Final = "В хранилище ещё нет ни одного коммита."
_OBJECT: Final = re.compile(r"[0-9a-f]{40,64}")
_BATCH: Final = 500
_LAST_SECOND: Final = 253_402_300_799
"""Of the year 9999; whoever commits may write a later one."""


class HistoryError(Exception):
    """Why history cannot be told, in Russian."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Touch:
    """A file that a commit changed: what it held before and after, as ids of git; nothing where it was not there."""

    file: str
    before: str | None
    after: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Commit:
    """A commit of the main line; what a merge brought counts as its own."""

    moment: datetime.datetime
    """When it was committed, UTC."""
    boundary: bool
    """Whether a shallow clone begins with it; then it seems to have made every file."""
    touches: tuple[Touch, ...]


def log(project: Path, *folders: str) -> bytes:
    """What git tells of the commits that touched files of some folders, for `parsed`.

    Raises:
        HistoryError: git, the repository or its first commit is missing.
    """
    return _answer(project, (*_LOG, "--", *folders))


def parsed(log: bytes) -> tuple[Commit, ...]:
    """The commits of a log, the newest first; files are named from the project."""
    return tuple(_commits(log.decode("utf-8", "surrogateescape").split("\0")))


def state(project: Path) -> str | None:
    """All that a log depends on; nothing where that is not known at once, as with a shallow clone, which may deepen."""
    with suppress(HistoryError):
        head, shallow, prefix = _text(project, "rev-parse", *_STATE).split("\n")[:3]
        return f"{head} {prefix}" if shallow == "false" else None
    return None


def _commits(words: list[str]) -> Iterator[Commit]:
    head, touches = "", list[Touch]()
    rest = iter(words)
    for word in rest:
        line = word.removeprefix("\n")
        if line.startswith(_COMMIT):
            if head:
                yield _commit(head, touches)
            head, touches = line, []
        elif line.startswith(":"):
            _, _, before, after, _ = line.split(" ")
            touches.append(Touch(file=next(rest), before=_known(before), after=_known(after)))
    if head:
        yield _commit(head, touches)


def _commit(head: str, touches: list[Touch]) -> Commit:
    seconds, _, names = head.removeprefix(_COMMIT).partition(" ")
    return Commit(
        moment=datetime.datetime.fromtimestamp(min(int(seconds), _LAST_SECOND), tz=datetime.UTC),
        boundary=_BOUNDARY in names.split(", "),
        touches=tuple(touches),
    )


def _known(identity: str) -> str | None:
    return identity if identity.strip("0") else None


def is_shallow(project: Path) -> bool:
    """Whether the clone was made without the older commits."""
    return _text(project, "rev-parse", "--is-shallow-repository").strip() == "true"


def resolve(project: Path, revision: str) -> str:
    """The id of the commit that a revision names.

    Raises:
        HistoryError: nothing is called so; its message names what is near.
    """
    if revision.startswith("-") or not revision.isprintable() or not revision.strip():
        shown = revision if revision.isprintable() else "…"
        raise HistoryError(f"Ревизия «{shown}» не понята: нужна ветка, метка или коммит.")
    asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    done = _run(project, asked)
    found = done.stdout.decode("ascii", "replace").strip()
    if done.returncode == 0 and _OBJECT.fullmatch(found):
        return found
    _demand_repository(project)
    hint = perhaps(revision, _names(project))
    if hint is None and is_shallow(project):
        hint = "История здесь неполная; всю принесёт git fetch --unshallow."
    elif hint is None and revision == "HEAD":
        hint = _EMPTY
    raise HistoryError(f"Ревизии «{revision}» нет. {hint or 'Нужна ветка, метка или коммит: main, HEAD~1.'}")


def _names(project: Path) -> list[str]:
    return _text(project, "for-each-ref", "--format=%(refname:short)").splitlines()


def files_of(project: Path, commit: str, *folders: str) -> Mapping[str, str]:
    """The files of some folders in a commit, named from the project, with their ids; links and modules are none."""
    found = {}
    for entry in _text(project, "ls-tree", "-r", "-z", commit, "--", *folders).split("\0"):
        about, _, file = entry.partition("\t")
        mode, _, rest = about.partition(" ")
        if mode.startswith("100"):
            found[file] = rest.partition(" ")[2]
    return found


def contents(project: Path, identities: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """What stands under ids, some hundred at a time; an id that git does not have is passed over."""
    waiting = iter(dict.fromkeys(identities))
    while batch := tuple(islice(waiting, _BATCH)):
        asked = "".join(f"{identity}\n" for identity in batch).encode()
        yield from _objects(_answer(project, ("cat-file", "--batch"), asked))


def _objects(answer: bytes) -> Iterator[tuple[str, bytes]]:
    at = 0
    while at < len(answer):
        end = answer.index(b"\n", at)
        identity, kind, *size = answer[at:end].decode("ascii").split(" ")
        at = end + 1
        if kind != "missing":
            length = int(size[0])
            yield identity, answer[at : at + length]
            at += length + 1


def _text(project: Path, *arguments: str) -> str:
    """The answer as text; names of files may be of any bytes, and these come back as they were."""
    return _answer(project, arguments).decode("utf-8", "surrogateescape")


def _answer(project: Path, arguments: tuple[str, ...], given: bytes = b"") -> bytes:
    done = _run(project, arguments, given)
    if done.returncode != 0:
        raise HistoryError(_complaint(done.stderr.decode("utf-8", "replace"), project))
    return done.stdout


def _demand_repository(project: Path) -> None:
    _text(project, "rev-parse", "--git-dir")


def _run(project: Path, arguments: tuple[str, ...], given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603  # commands of ours; what a person names is an id by then, see `resolve`
            (*_GIT, *arguments),
            cwd=project,
            input=given,
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
            env={**os.environ, **_QUIET},
        )
    except FileNotFoundError:
        reason = "Нет программы git" if project.is_dir() else f"Нет папки {project}"
        raise HistoryError(f"{reason}: прошлых версий записей не узнать.") from None
    except subprocess.TimeoutExpired:
        raise HistoryError(f"git не ответил за {_PATIENCE} секунд.") from None
    except OSError as error:
        raise HistoryError(f"git не запустился ({error.strerror}).") from None


def _complaint(said: str, project: Path) -> str:
    if "not a git repository" in said:
        return f"Папка {project} не лежит в хранилище git: прошлых версий записей не узнать."
    if "dubious ownership" in said:
        return f"git не открывает хранилище другого владельца: git config --global --add safe.directory {project}"
    if "does not have any commits" in said:
        return _EMPTY
    *_, last = said.strip().splitlines() or ["без объяснений"]
    return f"git ответил ошибкой: {last}"
