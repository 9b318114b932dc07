"""What tests of history share: repositories that are made on the spot."""

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Repository:
    """A repository of git that knows nothing of this machine's settings."""

    folder: Path

    def git(self, *arguments: str, at: str = "2024-01-01T00:00:00+00:00") -> str:
        """Run git and return what it says."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        environment |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        environment |= {"GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at}
        who = ("-c", "user.name=Т", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main")
        command = (shutil.which("git") or "git", *who, *arguments)
        done = subprocess.run(command, cwd=self.folder, env=environment, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    def write(self, files: Mapping[str, str | None]) -> None:
        """Write files; those without a text are deleted."""
        for file, text in files.items():
            path = self.folder / file
            if text is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8")

    def commit(self, at: str, files: Mapping[str, str | None]) -> None:
        """Write files and commit all that lies there."""
        self.write(files)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "Правка", at=at)

    def clone(self, folder: Path, depth: int) -> "Repository":
        """A shallow clone."""
        self.git("clone", "--quiet", f"--depth={depth}", self.folder.as_uri(), str(folder))
        return Repository(folder)


NewRepository = Callable[[str], Repository]


@pytest.fixture
def new_repository(tmp_path: Path) -> NewRepository:
    """Makes an empty repository in a folder of that name."""

    def made(name: str) -> Repository:
        (tmp_path / name).mkdir(parents=True)
        repository = Repository(tmp_path / name)
        repository.git("init", "--quiet")
        return repository

    return made
