"""`gouji completions`: the scripts, loaded by the real shells and asked there for completions with the Tab key."""

from __future__ import annotations

import os
import re
import select
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from lint.cli import main
from lint.rule import all_rules

SILENCE = 0.5
"""Seconds without a word after which a shell has said all."""
PATIENCE = 20
"""Seconds that it may take to begin."""
FIRST = {
    "bash": "bind 'set bell-style none'; bind 'set show-all-if-ambiguous on'; bind 'set page-completions off'; source '{}'; PS1='$ '",
    "zsh": "unsetopt beep list_ambiguous; PS1='$ '; autoload -Uz compinit; compinit -u -D; source '{}'",
}


class Terminal:
    """An interactive shell in a folder, with the script loaded."""

    def __init__(self, shell: str, folder: Path, script: Path) -> None:
        import pty

        options = ["--norc", "--noprofile", "-i"] if shell == "bash" else ["-f", "-i"]
        environment = {**os.environ, "TERM": "dumb", "LC_ALL": "C.UTF-8", "COLUMNS": "200", "HISTFILE": "/dev/null"}
        self._leader, follower = pty.openpty()
        self._process = subprocess.Popen(
            [shell, *options], cwd=folder, env=environment, stdin=follower, stdout=follower, stderr=follower, start_new_session=True
        )
        os.close(follower)
        self._said()
        os.write(self._leader, (FIRST[shell].format(script) + "\n").encode())
        self._said()

    def offered(self, line: str) -> str:
        """What is shown when the Tab key is pressed after this, and the line that it leaves."""
        os.write(self._leader, line.encode())
        said = self._said()
        os.write(self._leader, b"\t")
        said += self._said()
        os.write(self._leader, b"\x15")  # away with the line
        self._said()
        return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|[\x07\x08]", "", said)

    def _said(self) -> str:
        """What comes, however long it takes to begin, until it has ended."""
        said = b""
        while select.select([self._leader], [], [], SILENCE if said else PATIENCE)[0]:
            said += os.read(self._leader, 65536)
        return said.decode("utf-8", "replace")

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._leader)


class Fish:
    """The shell that answers without a terminal what it would offer there."""

    def __init__(self, shell: str, folder: Path, script: Path) -> None:
        self._command, self._folder = [shell, "--no-config", "-c", f"source '{script}'; complete -C $argv[1]"], folder

    def offered(self, line: str) -> str:
        ran = subprocess.run([*self._command, line], cwd=self._folder, capture_output=True, encoding="utf-8", check=True)
        assert not ran.stderr
        return ran.stdout

    def close(self) -> None:
        """Nothing runs."""


@pytest.fixture(scope="module", params=["bash", "zsh", "fish"])
def shell(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal | Fish]:
    """A shell with the script, in a folder with two files."""
    if shutil.which(request.param) is None:
        pytest.skip(f"needs {request.param}: apt-get install {request.param}")
    folder = tmp_path_factory.mktemp("报告")
    script = tmp_path_factory.mktemp("scripts") / "script"
    made = subprocess.run([sys.executable, "-m", "lint", "completions", request.param], capture_output=True, check=True)
    script.write_bytes(made.stdout)
    (folder / "自评 报告.docx").touch()
    (folder / "gouji.toml").touch()
    started = (Fish if request.param == "fish" else Terminal)(request.param, folder, script)
    yield started
    started.close()


@pytest.mark.parametrize(
    ("line", "offered", "kept"),
    [
        ("gouji compl", ["completions"], ["compare"]),
        ("gouji com", ["compare", "completions"], ["check"]),
        ("gouji check --min-", ["--min-severity", "--min-confidence"], ["--watch"]),
        ("gouji check --format j", ["json", "jsonl", "junit"], ["sarif"]),
        ("gouji check --select RAT00", ["RAT001", "RAT009"], ["SUM001"]),
        ("gouji check --select SUM001,RAT00", ["RAT001", "RAT009"], ["SUM002"]),
        ("gouji rule REF00", ["REF001", "REF002"], ["SUM001"]),
        ("gouji decide ", ["add", "list", "baseline"], ["check"]),
        ("gouji decide add --verdict ", ["属实", "误报"], ["--reason"]),
        ("gouji rubric ", ["list", "show", "check"], ["guangdong-county/2022"]),
        ("gouji rubric show guang", ["guangdong-county/2022", "guangshui-project/2021"], ["list"]),
        ("gouji check ", ["自评", "gouji.toml"], ["compare"]),
        ("gouji check --config ", ["gouji.toml"], ["--watch"]),
    ],
)
def test_what_can_follow_is_offered(shell: Terminal | Fish, line: str, offered: list[str], kept: list[str]) -> None:
    said = shell.offered(line)
    assert not [word for word in offered if word not in said], said
    words = re.split(r"[\s,]+", said.replace(line, ""))
    assert not [word for word in kept if word in words], said


def test_every_shell_is_given_every_command_option_and_rule(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("bash", "zsh", "fish", "powershell"):
        assert main(["completions", name]) == 0
        script = capsys.readouterr().out
        for word in ("check", "baseline", "files-from", "diff-base", "--watch" if name != "fish" else "-l watch", "不适用", "reviewer"):
            assert word in script
        assert not [rule.code for rule in all_rules() if rule.code not in script]


def test_the_script_for_powershell_is_well_formed(capsys: pytest.CaptureFixture[str]) -> None:
    """There is no PowerShell among the packages of Debian, so this is all: strings closed, brackets paired, no key twice in a table."""
    main(["completions", "powershell"])
    script = capsys.readouterr().out
    bare = re.sub(r"'(?:[^'‘’‚‛]|''|‘‘|’’)*'", "''", script)
    assert not re.search(r"[‘’‚‛]", bare)
    open_ = []
    for sign in re.sub(r'"[^"]*"', '""', bare):
        if sign in "({[":
            open_.append(sign)
        elif sign in ")}]":
            assert open_ and open_.pop() + sign in ("()", "{}", "[]")
    assert not open_
    for line in script.splitlines():
        keys = [key.lower() for key in re.findall(r"'((?:[^']|'')*)' =", line)]
        assert len(keys) == len(set(keys)), line
