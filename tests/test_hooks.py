"""The hooks for pre-commit and prek, run by both at real commits in throw-away repositories.

The definitions are those of `.pre-commit-hooks.yaml`. What is executed is the tree under test (`language: system` in place of
`python`), so nothing is installed; that a hook's own environment can be made is one more test, which needs a package index.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import docx
import pytest

ROOT = Path(__file__).resolve().parents[1]
WRONG = "2022年部门支出合计500万元，其中：基本支出300万元，占60%；项目支出210万元，占42%。\n"
RIGHT = "2022年部门支出合计500万元，其中：基本支出300万元，占60%；项目支出200万元，占40%。\n"
REPORT = "2023年度青禾县水务局部门整体支出绩效自评报告\n\n2023年度公务接待费支出决算为3.50万元。\n"
TABLE = "2023年度支出决算表\n编制单位：青禾县水务局\n单位：万元\n项目 | 决算数\n公务接待费 | 3.20\n公务用车运行费 | 5.10\n合计 | 8.30\n"
SOURCES = ("lint", "rules", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
RUNNERS = {"pre-commit": "PRE_COMMIT_HOME", "prek": "PREK_HOME"}

pytestmark = pytest.mark.skipif(shutil.which("git") is None or sys.platform == "win32", reason="needs git and a shell")


@dataclass(frozen=True)
class Repository:
    """A repository of reports whose commits are checked."""

    folder: Path
    environment: dict[str, str]

    def git(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = ["git", "-c", "user.name=a", "-c", "user.email=a@b.c", *arguments]
        return subprocess.run(command, cwd=self.folder, env=self.environment, capture_output=True, encoding="utf-8", check=False)

    def commit(self, *options: str) -> tuple[bool, str]:
        """Commit everything; whether it was let through, and what was said."""
        self.git("add", "-A")
        ran = self.git("commit", "-m", "改", *options)
        return ran.returncode == 0, ran.stdout + ran.stderr


Made = Callable[..., Repository]


@pytest.fixture(scope="module")
def tool(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with the tree under test, as `repo:` of a configuration names it."""
    folder = tmp_path_factory.mktemp("tool")
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    quiet = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull}
    for command in (("init", "-q"), ("add", "-A"), ("-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-qm", "x")):
        subprocess.run(["git", *command], cwd=folder, env=quiet, check=True)
    return folder


@pytest.fixture(params=list(RUNNERS))
def repository(request: pytest.FixtureRequest, tool: Path, tmp_path: Path) -> Made:
    """Makes a repository with a hook: ``repository("gouji")``; each test runs with both runners."""

    def make(hook: str, override: str = ", language: system") -> Repository:
        programs, folder = tmp_path / "bin", tmp_path / "报告 仓库"
        programs.mkdir()
        folder.mkdir()
        own = programs / "gouji"
        own.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m lint "$@"\n', "utf-8")
        own.chmod(0o755)
        path = os.pathsep.join([str(programs), str(Path(sys.executable).parent), os.environ["PATH"]])
        made = Repository(
            folder,
            {
                **os.environ, "PATH": path, "GIT_CONFIG_GLOBAL": os.devnull, "PYTHONIOENCODING": "utf-8",
                RUNNERS[request.param]: str(tmp_path / "home"), "PIP_CONSTRAINT": str(ROOT / "constraints.txt"),
            },
        )  # fmt: skip
        rev = subprocess.run(["git", "rev-parse", "HEAD"], cwd=tool, capture_output=True, text=True, check=True).stdout.strip()
        (folder / ".pre-commit-config.yaml").write_text(
            f"repos:\n- repo: {tool}\n  rev: {rev}\n  hooks: [{{id: {hook}{override}}}]\n", "utf-8"
        )
        made.git("init", "-q")
        module = request.param.replace("-", "_")
        installed = subprocess.run(
            [sys.executable, "-m", module, "install"], cwd=folder, env=made.environment, capture_output=True, encoding="utf-8", check=False
        )
        assert installed.returncode == 0, installed.stdout + installed.stderr
        return made

    return make


def written(path: Path, text: str) -> None:
    """A Word file with this text."""
    document = docx.Document()
    document.add_paragraph(text)
    document.save(str(path))


def test_only_what_is_committed_is_checked_whatever_it_is_called(repository: Made) -> None:
    made = repository("gouji")
    (made.folder / "旧档.txt").write_text(WRONG, "utf-8")
    assert made.commit("--no-verify")[0]
    (made.folder / "项目 报告").mkdir()
    written(made.folder / "项目 报告" / "自评报告（终稿）.DOCX", WRONG)
    (made.folder / "对.txt").write_text(RIGHT, "utf-8")
    done, told = made.commit()
    assert not done
    assert "自评报告（终稿）.DOCX" in told
    assert "SUM001" in told
    assert "旧档" not in told
    written(made.folder / "项目 报告" / "自评报告（终稿）.DOCX", RIGHT)
    assert made.commit()[0]


def test_a_renamed_report_is_checked_under_its_new_name_and_a_deleted_one_is_not(repository: Made) -> None:
    made = repository("gouji")
    for name in ("初稿.txt", "作废.txt"):
        (made.folder / name).write_text(WRONG, "utf-8")
    assert made.commit("--no-verify")[0]
    made.git("mv", "初稿.txt", "送审稿.txt")
    (made.folder / "作废.txt").unlink()
    done, told = made.commit()
    assert (done, "送审稿.txt:1:12" in told, "作废.txt" in told) == (False, True, False)
    made.git("reset", "-q", "--hard")
    (made.folder / "作废.txt").unlink()
    assert made.commit()[0]


def test_what_office_programs_keep_beside_an_open_file_is_no_report(repository: Made) -> None:
    made = repository("gouji")
    for name in ("~$报告.docx", ".~报告.docx", ".~lock.报告.docx#", "~WRL0003.tmp"):
        (made.folder / name).write_bytes(b"\x05user")
    assert made.commit()[0]


def test_with_a_base_only_what_the_commit_changes_stands_in_its_way(repository: Made) -> None:
    made = repository("gouji", ", language: system, args: [--diff-base=HEAD]")
    report = made.folder / "自评报告.docx"
    written(report, WRONG)
    assert made.commit("--no-verify")[0]
    written(report, f"总体情况。{WRONG}")
    assert made.commit()[0]
    written(report, WRONG.replace("210", "220"))
    done, told = made.commit()
    assert (done, "SUM001" in told) == (False, True), told


def test_a_whole_folder_is_one_submission_whichever_file_is_committed(repository: Made) -> None:
    made = repository("gouji-together")
    (made.folder / "自评报告.txt").write_text(REPORT, "utf-8")
    assert made.commit()[0]
    (made.folder / "附表").mkdir()
    (made.folder / "附表" / "决算表.txt").write_text(TABLE, "utf-8")
    (made.folder / "附表" / "~$决算表.docx").write_bytes(b"\x05user")
    done, told = made.commit()
    assert not done, told
    assert "REF002" in told
    assert "自评报告.txt:3:" in told


def test_the_environment_of_a_hook_can_be_installed(repository: Made, tmp_path: Path) -> None:
    asked = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(tmp_path / "asked"), "tomlkit"]
    if subprocess.run(asked, capture_output=True, check=False).returncode:
        pytest.skip("needs a package index")
    made = repository("gouji", override="")
    (made.folder / "错.txt").write_text(WRONG, "utf-8")
    done, told = made.commit()
    assert (done, "SUM001" in told) == (False, True), told


def test_the_guide_names_the_hooks_that_there_are() -> None:
    named = set(re.findall(r"- id: (\S+)", (ROOT / "docs" / "随写随查.md").read_text("utf-8")))
    assert named == set(re.findall(r"- id: (\S+)", (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")))
