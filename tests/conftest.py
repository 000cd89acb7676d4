"""What all tests share: the command as a user runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from lint.engine import check_files
from lint.report import FileReport
from lint.settings import Settings
from tests.support import Submit


@dataclass(frozen=True)
class Ran:
    """How a run of the command ended."""

    code: int
    raw: bytes
    err: str

    @property
    def out(self) -> str:
        return self.raw.decode()


@pytest.fixture(scope="session", autouse=True)
def no_cache() -> Iterator[None]:
    """Keep runs of the command from what earlier ones have kept: tests change the program and not its files, by which a cache goes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", os.path.join(os.devnull, "none"))
        yield


@pytest.fixture
def gouji(tmp_path: Path) -> Callable[..., Ran]:
    """Runs `gouji` in the test's own folder: ``gouji("check", "a.txt", stdin=b"…")``."""

    def run(*arguments: str, stdin: bytes = b"", **environment: str) -> Ran:
        found = subprocess.run(
            [sys.executable, "-W", "error", "-W", "ignore::EncodingWarning", "-m", "lint", *arguments],
            cwd=tmp_path,
            input=stdin,
            capture_output=True,
            env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
            timeout=120,
            check=False,
        )
        return Ran(found.returncode, found.stdout, found.stderr.decode())

    return run


@pytest.fixture
def submitted(tmp_path: Path) -> Submit:
    """Checks texts given by the names of their files, as one submission."""

    def check(together: bool = True, **texts: str) -> list[FileReport]:
        for name, text in texts.items():
            (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        return list(check_files([str(tmp_path / f"{name}.txt") for name in texts], Settings(together=together)))

    return check
