"""A folder with reports and settings files, and the command run in it without a process of its own."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from lint.cli import main

WRONG = "2022年部门支出合计500万元，其中：基本支出300万元，占60%；项目支出210万元，占42%。\n"
"""A report with one finding, SUM001: 500 against 510."""


@dataclass(frozen=True)
class Said:
    """Exit code and outputs of a run."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        return json.loads(self.out)

    def sources(self) -> dict[str, tuple[Any, str, int | None]]:
        """Value, source and line of every setting that `config -f json` shows."""
        return {
            row["key"]: (row["value"], row["source"]["name"] or row["source"]["kind"], row["source"]["line"])
            for row in self.data["settings"]
        }


Run = Callable[..., Said]
Put = Callable[..., None]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `gouji` in the test's own folder."""
    monkeypatch.chdir(tmp_path)

    def ran(*arguments: str) -> Said:
        code = main(list(arguments))
        return Said(code, *capsys.readouterr())

    return ran


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Writes files below the test's folder: ``put(**{"a/gouji.toml": "…"})``; a report where nothing is said."""

    def write(*reports: str, **files: str) -> None:
        for name, text in (dict.fromkeys(reports, WRONG) | files).items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")

    return write
