"""The protocol: what the editor tells of its texts, and what it asks of them."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, lsp_method
from pygls.uris import to_fs_path

from lint import __version__
from lint.check import Severity
from lint.commands.lsp.draft import Draft, Remark, checked
from lint.commands.lsp.lines import Lines
from lint.decisions.keys import NAME
from lint.errors import UsageError
from lint.paths import SETTINGS
from lint.place import Span
from lint.writers.listing import failures

PAUSE = 0.3
"""Seconds without a keystroke after which a text is checked."""
SEVERITIES: dict[Severity, lsp.DiagnosticSeverity] = {
    "error": lsp.DiagnosticSeverity.Error,
    "warning": lsp.DiagnosticSeverity.Warning,
    "info": lsp.DiagnosticSeverity.Information,
}
SOURCE = "gouji"
SUFFIXES = {"markdown": ".md"}
"""What a text that was never saved would be called, by its language; others are plain text."""


class Protocol(LanguageServerProtocol):
    """The protocol without the library's own copy of texts: it ends lines where Python does, and shifts the places that it is told."""

    @lsp_method(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: lsp.DidChangeTextDocumentParams) -> Generator[Any, Any, None]:
        yield self.fm.features[lsp.TEXT_DOCUMENT_DID_CHANGE], (params,), None


@dataclass
class Open:
    """A text that is open: as it stands now, and as it was last checked."""

    path: str
    version: int
    lines: Lines
    task: asyncio.Task[None] | None = None
    draft: Draft | None = None


def serve(options: Namespace) -> None:
    """Serve until the editor ends it."""
    server_of(options).start_io()


def server_of(options: Namespace) -> LanguageServer:
    """The server with all that it understands."""
    server = LanguageServer("gouji", __version__, protocol_cls=Protocol)
    texts: dict[str, Open] = {}
    worker = ThreadPoolExecutor(1)  # one text at a time, beside the conversation with the editor

    async def check(uri: str, text: Open, pause: float) -> None:
        await asyncio.sleep(pause)
        lines, version = text.lines, text.version
        try:
            draft = await asyncio.get_running_loop().run_in_executor(worker, checked, text.path, lines, options)
        except UsageError as error:
            server.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Error, f"gouji: {error}"))
            return
        if text.lines is lines:
            text.draft = draft
            found = [_diagnostic(uri, draft, remark) for remark in draft.remarks]
            server.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, found, version))
            for told in failures(draft.report, draft.settings.language):
                server.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Warning, f"gouji: {told}"))

    def renew(uri: str, pause: float = 0.0) -> None:
        text = texts[uri]
        if text.task is not None:
            text.task.cancel()
        text.task = asyncio.get_running_loop().create_task(check(uri, text, pause))

    async def settled(uri: str) -> Draft | None:
        """The draft that belongs to the text as it stands; None where there is none."""
        text = texts.get(uri)
        while text is not None and text.task is not None and not text.task.done():
            await asyncio.wait([text.task])
        return text.draft if text is not None and text.draft is not None and text.draft.lines is text.lines else None

    @server.feature(lsp.INITIALIZED)
    async def ready(_: lsp.InitializedParams) -> None:
        workspace = server.client_capabilities.workspace
        watching = workspace.did_change_watched_files if workspace else None
        if watching and watching.dynamic_registration:
            watchers = [lsp.FileSystemWatcher(f"**/{name}") for name in (SETTINGS, NAME)]
            options = lsp.DidChangeWatchedFilesRegistrationOptions(watchers)
            asked = lsp.Registration("gouji", lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            await server.client_register_capability_async(lsp.RegistrationParams([asked]))

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: lsp.DidOpenTextDocumentParams) -> None:
        document = params.text_document
        path = to_fs_path(document.uri) if document.uri.startswith("file:") else None
        texts[document.uri] = Open(path or f"未命名{SUFFIXES.get(document.language_id, '.txt')}", document.version, Lines(document.text))
        renew(document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: lsp.DidChangeTextDocumentParams) -> None:
        text = texts[params.text_document.uri]
        for change in params.content_changes:
            if isinstance(change, lsp.TextDocumentContentChangePartial):
                text.lines = text.lines.edited(_at(change.range.start), _at(change.range.end), change.text)
            else:
                text.lines = Lines(change.text)
        text.version = params.text_document.version
        renew(params.text_document.uri, PAUSE)

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    def saved(_: lsp.DidSaveTextDocumentParams) -> None:
        for uri in texts:  # it may have been settings or decisions
            renew(uri)

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def altered(_: lsp.DidChangeWatchedFilesParams) -> None:
        for uri in texts:
            renew(uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: lsp.DidCloseTextDocumentParams) -> None:
        if (text := texts.pop(params.text_document.uri)).task is not None:
            text.task.cancel()
        server.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(params.text_document.uri, []))

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    async def hovered(params: lsp.HoverParams) -> lsp.Hover | None:
        draft = await settled(params.text_document.uri)
        found = draft and draft.shown(draft.lines.offset(_at(params.position)))
        if not draft or not found:
            return None
        return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.PlainText, found[1]), _range(draft.lines, found[0]))

    @server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions(code_action_kinds=[lsp.CodeActionKind.QuickFix]))
    async def asked(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        uri = params.text_document.uri
        draft = await settled(uri)
        if draft is None:
            return []
        span = Span(draft.lines.offset(_at(params.range.start)), draft.lines.offset(_at(params.range.end)))
        actions: dict[str, lsp.CodeAction] = {}
        for remark, offer in draft.offers(span):
            edits = [lsp.TextEdit(_range(draft.lines, place), new) for place, new in offer.edits]
            actions.setdefault(
                offer.title,
                lsp.CodeAction(
                    offer.title,
                    lsp.CodeActionKind.QuickFix,
                    diagnostics=[_diagnostic(uri, draft, remark)],
                    edit=lsp.WorkspaceEdit(changes={uri: edits}),
                ),
            )
        return list(actions.values())

    return server


def _diagnostic(uri: str, draft: Draft, remark: Remark) -> lsp.Diagnostic:
    related = [lsp.DiagnosticRelatedInformation(lsp.Location(uri, _range(draft.lines, span)), told) for span, told in remark.related]
    severity = lsp.DiagnosticSeverity.Information if remark.follows else SEVERITIES[remark.result.severity]
    return lsp.Diagnostic(
        _range(draft.lines, remark.span),
        remark.message,
        severity,
        code=remark.result.code,
        source=SOURCE,
        related_information=related or None,
        data=remark.result.fingerprint,
    )


def _range(lines: Lines, span: Span) -> lsp.Range:
    return lsp.Range(lsp.Position(*lines.at(span.start)), lsp.Position(*lines.at(span.end)))


def _at(position: lsp.Position) -> tuple[int, int]:
    return position.line, position.character
