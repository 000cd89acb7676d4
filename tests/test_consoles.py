"""Consoles of every kind: whatever is written for people can be encoded in GBK, and colour comes where it is wanted."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import lint
from lint import writers
from lint.commands.output import colored
from lint.options import declare
from lint.parsing import Parser
from lint.report import Report
from lint.settings import Settings
from tests.conftest import Ran
from tests.writers.forms import checked, decided

SPEAKING = {"Say", "UsageError", "Unreadable", "print", "emit", "add", "add_argument", "add_parser", "of", "fault"}
"""What is called with words for people."""
REPORT = Report((checked(), decided(checked(number=1, path="丙.txt"), "SUM001")))
COMMANDS = declare(Parser(prog="gouji", add_help=False))


def words(node: ast.AST) -> Iterator[str]:
    """All literal words below a call that speaks."""
    for call in ast.walk(node):
        if isinstance(call, ast.Call):
            name = call.func.attr if isinstance(call.func, ast.Attribute) else call.func.id if isinstance(call.func, ast.Name) else ""
            if name in SPEAKING:
                yield from (part.value for part in ast.walk(call) if isinstance(part, ast.Constant) and isinstance(part.value, str))


def test_every_sentence_of_the_program_can_be_shown_by_a_chinese_console() -> None:
    folder = Path(lint.__file__).parent
    odd = {
        (str(path.relative_to(folder)), sentence)
        for path in (*folder.rglob("*.py"), *(folder.parent / "rules").rglob("*.py"))
        for sentence in words(ast.parse(path.read_bytes()))
        if not is_gbk(sentence)
    }
    assert not odd


def is_gbk(text: str) -> bool:
    try:
        text.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True


@pytest.mark.parametrize("command", COMMANDS)
def test_every_help_can_be_shown_by_a_chinese_console(command: str) -> None:
    assert is_gbk(COMMANDS[command].format_help())


@pytest.mark.parametrize("form", [name for name, form in writers.FORMS.items() if form.people and not form.binary])
def test_every_format_for_people_can_be_shown_by_a_chinese_console(form: str) -> None:
    for settings in (
        Settings(),
        Settings(passes=True, undecided=True, color=True, show_decided=True),
        Settings(language="en"),
        Settings(quiet=True),
    ):
        written = writers.write(form, REPORT, settings)
        assert isinstance(written, str)
        assert is_gbk(written)


def test_a_console_that_knows_no_chinese_gets_escapes_and_no_fault(gouji: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("2022年部门支出合计500万元，其中：基本支出300万元，项目支出210万元。\n", "utf-8")
    ran = gouji("check", "a.txt", PYTHONIOENCODING="ascii")
    assert (ran.code, ran.err) == (1, "")
    assert b"\\u" in ran.raw


@pytest.mark.parametrize(
    ("wish", "environment", "terminal", "wanted"),
    [
        ("auto", {}, True, True),
        ("auto", {}, False, False),
        ("auto", {"NO_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": ""}, True, True),
        ("auto", {"TERM": "dumb"}, True, False),
        ("auto", {"FORCE_COLOR": "1"}, False, True),
        ("auto", {"FORCE_COLOR": "0"}, False, False),
        ("auto", {"CLICOLOR_FORCE": "1"}, False, True),
        ("auto", {"CLICOLOR_FORCE": "0"}, True, True),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        ("always", {"NO_COLOR": "1"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
    ],
)
def test_colour_comes_where_it_is_wanted(
    wish: str, environment: dict[str, str], terminal: bool, wanted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.stdout.isatty", lambda: terminal)
    assert colored(wish) is wanted


def test_suffixes_are_known_in_capitals_and_behind_folders_of_windows(gouji: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "报告").mkdir()
    (tmp_path / "报告" / "甲.TXT").write_text("支出5万元。", "utf-8")
    (tmp_path / "报告" / "乙.Html").write_text("<html><p>支出5万元。</p></html>", "utf-8")
    assert gouji("check", "报告").out.startswith("2个文件")
    ran = gouji("check", "-", "--stdin-filename", r"D:\报告.d\甲.MD", "-f", "json", stdin="支出5万元。".encode())
    assert '"path": "D:\\\\报告.d\\\\甲.MD"' in ran.out
    assert '"format": "md"' in ran.out
