"""A folder with a report in which two sums do not come out."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from lint import cli

TEXT = """\
青禾县农业农村局2022年度部门整体支出绩效自评报告

根据县财政局统一部署，我局认真组织开展绩效自评工作，现将有关情况报告如下。2022年部门支出合计500万元，其中：基本支出300万元，项目支出210万元。各股室按照职责分工抓好落实，有关情况已经公开。

我局严格执行收支两条线管理规定，各项收入及时足额缴库。2022年部门收入合计80万元，其中：财政拨款收入50万元，其他收入33万元。收入情况已经在单位内部公示，接受职工监督，没有收到不同意见。
"""


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    """The folder, with the command at work in it on 2026-11-23."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")
    (tmp_path / "报告.txt").write_text(TEXT, "utf-8")

    def run(*arguments: str) -> Ran:
        code = cli.main(list(arguments))
        shown = capsys.readouterr()
        return Ran(code, shown.out, shown.err)

    return Desk(tmp_path, run)


@dataclass(frozen=True)
class Desk:
    """A folder in which decisions are made."""

    folder: Path
    run: Callable[..., Ran]

    def decide(self, quote: str = "部门支出合计", verdict: str = "误报", *more: str) -> Ran:
        """Decide on the sum with this quote."""
        reason = ("--reason", "含上年结转") if verdict in ("误报", "不适用") else ()
        return self.run("decide", "add", ".", "--rule", "SUM001", "--quote", quote, "--verdict", verdict, *reason, *more)

    def edit(self, old: str, new: str, name: str = "报告.txt") -> None:
        path = self.folder / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")

    def rename(self, old: str, new: str) -> None:
        os.rename(self.folder / old, self.folder / new)

    def counts(self, *arguments: str) -> str:
        """What `check` counts: its lines without the first and the last word on figures."""
        return self.run("check", ".", "-q", *arguments).out.rpartition("\n核对")[0]
