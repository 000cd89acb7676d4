"""`gouji lsp`: a client of the protocol talks with the command, a process of its own, over its standard input and output."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

from lint.commands.lsp.lines import Lines

WRONG = "2022年部门支出合计500万元，其中：基本支出300万元，占60%；项目支出210万元，占42%。\n"
RIGHT = WRONG.replace("210", "200").replace("42", "40")
ALONE = "2023年支出合计500万元，其中：基本支出300万元，项目支出210万元。\n"
CAPABLE = lsp.ClientCapabilities(
    workspace=lsp.WorkspaceClientCapabilities(
        did_change_watched_files=lsp.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True)
    )
)
RARE = "𠮷林镇😀"
"""Characters beyond the BMP: two units of UTF-16 each."""


class Editor:
    """An editor with one draft."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.client = LanguageClient("editor", "1")
        self.published: asyncio.Queue[lsp.PublishDiagnosticsParams] = asyncio.Queue()
        self.messages: asyncio.Queue[lsp.ShowMessageParams] = asyncio.Queue()
        self.client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda found: self.published.put_nowait(found))
        self.registered: list[lsp.Registration] = []
        self.client.feature(lsp.CLIENT_REGISTER_CAPABILITY)(lambda asked: self.registered.extend(asked.registrations))
        self.client.feature(lsp.WINDOW_SHOW_MESSAGE)(lambda message: self.messages.put_nowait(message))
        self.version = 0
        self.uri = ""

    async def start(self) -> None:
        environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
        await self.client.start_io(sys.executable, "-m", "lint", "lsp", env=environment)
        await self.client.initialize_async(lsp.InitializeParams(CAPABLE, root_uri=self.folder.as_uri()))
        self.client.initialized(lsp.InitializedParams())

    async def stop(self) -> None:
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await self.client.stop()

    async def open(self, text: str, name: str = "草稿.txt") -> list[lsp.Diagnostic]:
        self.uri = (self.folder / name).as_uri()
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(lsp.TextDocumentItem(self.uri, "plaintext", 0, text)))
        return await self.told()

    async def told(self) -> list[lsp.Diagnostic]:
        """What is published next, for the version that there is."""
        found = await asyncio.wait_for(self.published.get(), 60)
        assert found.version in (self.version, None)
        return list(found.diagnostics)

    def type(self, *edits: tuple[int, int, int, int, str]) -> None:
        """Replace stretches, from line and column to line and column, one after the other."""
        self.version += 1
        self.client.text_document_did_change(
            lsp.DidChangeTextDocumentParams(
                lsp.VersionedTextDocumentIdentifier(self.version, self.uri),
                [lsp.TextDocumentContentChangePartial(span(*edit[:4]), edit[4]) for edit in edits],
            )
        )

    async def hover(self, line: int, column: int) -> str:
        found = await self.client.text_document_hover_async(
            lsp.HoverParams(lsp.TextDocumentIdentifier(self.uri), lsp.Position(line, column))
        )
        return found.contents.value if found and isinstance(found.contents, lsp.MarkupContent) else ""

    async def offers(self, where: lsp.Range) -> list[lsp.CodeAction]:
        found = await self.client.text_document_code_action_async(
            lsp.CodeActionParams(lsp.TextDocumentIdentifier(self.uri), where, lsp.CodeActionContext([]))
        )
        return [action for action in found or [] if isinstance(action, lsp.CodeAction)]


def span(line: int, column: int, last: int, end: int) -> lsp.Range:
    return lsp.Range(lsp.Position(line, column), lsp.Position(last, end))


def edited(text: str, edits: list[lsp.TextEdit]) -> str:
    """The text after the edits of an action, all of which speak of the text before."""
    lines = Lines(text)
    places = sorted(((lines.offset(at(edit.range.start)), lines.offset(at(edit.range.end)), edit.new_text) for edit in edits), reverse=True)
    for start, end, new in places:
        text = text[:start] + new + text[end:]
    return text


def at(position: lsp.Position) -> tuple[int, int]:
    return position.line, position.character


Talk = Callable[[Callable[[Editor], Awaitable[Any]]], None]


@pytest.fixture
def editing(tmp_path: Path) -> Talk:
    """Runs a conversation with a server of its own."""

    def run(talk: Callable[[Editor], Awaitable[Any]]) -> None:
        async def whole() -> None:
            editor = Editor(tmp_path)
            await editor.start()
            await talk(editor)
            await editor.stop()

        asyncio.run(asyncio.wait_for(whole(), 180))

    return run


def test_a_finding_is_a_diagnostic_at_its_figure_with_the_parts_as_related_places(editing: Talk) -> None:
    async def talk(editor: Editor) -> None:
        (found,) = await editor.open(WRONG)
        assert (found.code, found.source, found.severity) == ("SUM001", "gouji", lsp.DiagnosticSeverity.Error)
        assert found.range == span(0, 11, 0, 16)
        assert "各分项合计为510万元（300+210），相差10万元" in found.message
        assert "改法有2种" in found.message
        related = [(each.location.range.start.character, each.message) for each in found.related_information or ()]
        assert related == [(24, "分项 基本支出"), (39, "分项 项目支出")]

    editing(talk)


def test_columns_are_units_of_utf16_and_lines_end_where_editors_end_them(editing: Talk) -> None:
    async def talk(editor: Editor) -> None:
        (found,) = await editor.open(f"{RARE}\u2028\f的报告。\r\n{RARE}{WRONG}")
        before = len(RARE.encode("utf-16-le")) // 2
        assert found.range == span(1, before + 11, 1, before + 16)
        editor.type((0, 0, 0, 2, "甲"), (1, before + 39, 1, before + 42, "200"), (1, before + 47, 1, before + 49, "40"))
        assert await editor.told() == []

    editing(talk)


def test_typing_is_followed_and_checked_when_it_pauses(editing: Talk) -> None:
    async def talk(editor: Editor) -> None:
        assert await editor.open(RIGHT) == []
        for digit in ("2", "1", "5"):
            editor.type((0, 39, 0, 42, f"{digit}00"))
        editor.type((0, 39, 0, 42, "210"))
        assert [each.code for each in await editor.told()] == ["SUM001", "RAT001"]
        assert editor.published.empty()

    editing(talk)


def test_hovering_tells_the_working_and_how_a_figure_was_read(editing: Talk) -> None:
    async def talk(editor: Editor) -> None:
        await editor.open(WRONG)
        told = await editor.hover(0, 12)
        assert "SUM001 部门支出合计写500万元，各分项合计为510万元（300+210），相差10万元" in told
        assert "500万元  金额  部门支出合计  2022" in told
        told = await editor.hover(0, 32)
        assert "60%  百分比" in told
        assert "相符：写60%，300÷500" in told
        assert await editor.hover(0, 8) == ""

    editing(talk)


def test_every_way_to_mend_a_finding_is_offered_and_none_is_preferred(editing: Talk) -> None:
    async def talk(editor: Editor) -> None:
        await editor.open(WRONG)
        first, second = await editor.offers(span(0, 12, 0, 12))
        assert first.title.startswith("改法1（共2种，报告本身不能确定是哪一种）：【300万元】（第1行第25列）应为290万元，并且【60%】")
        assert not first.is_preferred and not second.is_preferred
        for action, expected in ((first, ("290万元，占58%", "210万元，占42%")), (second, ("300万元，占60%", "200万元，占40%"))):
            assert action.edit is not None and action.edit.changes is not None
            text = edited(WRONG, list(action.edit.changes[editor.uri]))
            assert all(words in text for words in expected)
            editor.version += 1
            editor.client.text_document_did_change(
                lsp.DidChangeTextDocumentParams(
                    lsp.VersionedTextDocumentIdentifier(editor.version, editor.uri), [lsp.TextDocumentContentChangeWholeDocument(text)]
                )
            )
            assert await editor.told() == []
        assert await editor.offers(span(0, 12, 0, 12)) == []

    editing(talk)


def test_any_of_the_figures_may_be_the_wrong_one(editing: Talk) -> None:
    async def talk(editor: Editor) -> None:
        await editor.open(ALONE)
        offered = await editor.offers(span(0, 9, 0, 9))
        texts = [edited(ALONE, list(each.edit.changes[editor.uri])) for each in offered if each.edit and each.edit.changes]
        assert texts == [ALONE.replace("500", "510"), ALONE.replace("300", "290"), ALONE.replace("210", "200")]

    editing(talk)


def test_settings_and_decisions_of_the_folder_hold(editing: Talk, tmp_path: Path) -> None:
    async def talk(editor: Editor) -> None:
        (found,) = await editor.open(ALONE)
        (asked,) = editor.registered
        assert str(asked.register_options).count("gouji.toml") == str(asked.register_options).count("校核意见.toml") == 1
        (tmp_path / "校核意见.toml").write_text("", "utf-8")
        (tmp_path / "草稿.txt").write_text(ALONE, "utf-8")
        command = ["decide", "add", "草稿.txt", "--fingerprint", str(found.data), "--verdict", "误报", "--reason", "另有口径", "--by", "李"]
        process = await asyncio.create_subprocess_exec(sys.executable, "-m", "lint", *command, cwd=tmp_path, stdout=-3, stderr=-3)
        assert await process.wait() == 0
        editor.client.text_document_did_save(lsp.DidSaveTextDocumentParams(lsp.TextDocumentIdentifier(editor.uri)))
        assert await editor.told() == []
        (tmp_path / "校核意见.toml").unlink()
        (tmp_path / "gouji.toml").write_text('severity = { SUM001 = "warning" }\n', "utf-8")
        editor.client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams([]))
        (found,) = await editor.told()
        assert found.severity == lsp.DiagnosticSeverity.Warning
        (tmp_path / "gouji.toml").write_text("severity =", "utf-8")
        editor.client.text_document_did_save(lsp.DidSaveTextDocumentParams(lsp.TextDocumentIdentifier(editor.uri)))
        assert "gouji.toml" in (await asyncio.wait_for(editor.messages.get(), 60)).message

    editing(talk)


def test_markdown_is_read_as_such_and_a_closed_text_has_no_diagnostics(editing: Talk) -> None:
    async def talk(editor: Editor) -> None:
        table = "# 决算\n\n| 项目 | 金额（万元） |\n|---|---|\n| 基本支出 | 300 |\n| 项目支出 | 210 |\n| 合计 | 500 |\n"
        assert [each.range.start.line for each in await editor.open(table, "草稿.md")] == [6]
        editor.client.text_document_did_close(lsp.DidCloseTextDocumentParams(lsp.TextDocumentIdentifier(editor.uri)))
        assert await editor.told() == []
        assert await editor.open("", "空.txt") == []

    editing(talk)


def test_without_the_extra_it_is_said_how_to_install_it() -> None:
    program = "import sys\nsys.modules['lsprotocol'] = None\nfrom lint.cli import main\nsys.exit(main(['lsp']))"
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    ran = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, encoding="utf-8", check=False)
    assert (ran.returncode, ran.stderr) == (2, "gouji: 没有安装语言服务器所需的部分，请先运行 pip install 'gouji[lsp]'\n")


@given(st.text(alphabet="a万𠮷😀\n\r\u2028\f"), st.data())
def test_every_place_of_a_text_leads_back_to_itself(text: str, data: st.DataObject) -> None:
    lines = Lines(text)
    offset = data.draw(st.integers(0, len(text)))
    line, column = lines.at(offset)
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n") if text[offset - 1 : offset + 1] != "\r\n" else None
    if before is not None:
        assert line == before.count("\n")
        assert column == len(before.rpartition("\n")[2].encode("utf-16-le")) // 2
        assert lines.offset((line, column)) == offset
