"""`gouji show`: what was read from a file, so that one can see why something was or was not found."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from lint.commands.check import known_encoding
from lint.commands.output import emit
from lint.document import Block, Document, Notice, Table
from lint.engine import read_file, unread
from lint.errors import Unreadable, UsageError
from lint.facts import Facts
from lint.paths import STDIN, missing
from lint.readers import Source
from lint.say import Language, Say
from lint.settings import Settings
from lint.writers.words import KINDS, called, shortened, where

WIDEST = 60
"""Characters of a paragraph or cell that are shown."""
HEAD = Say("{path}  {format}  {encoding}{length}字", "{path}  {format}  {encoding}{length} characters")
YEAR = Say("报告年度{year}（{evidence}）", "report year {year} ({evidence})")
NO_YEAR = Say("报告年度未能判断", "report year not found")
BLOCKS = Say(
    "段落{blocks}个，表格{tables}个（行首的 # 是标题的级别，原文没有）",
    "{blocks} paragraphs, {tables} tables (# marks the level of a heading; the file has none)",
)
TABLE = Say("表格{height}行{width}列", "table, {height} rows, {width} columns")
FIGURES = Say("数字{count}个：位置、原文、类型、名称、期间", "{count} figures: place, printed, kind, name, period")


def run(options: Namespace) -> int:
    if missing([options.path]):
        raise UsageError(f"找不到文件：{options.path}")
    if options.path != STDIN and os.path.isdir(options.path):
        raise UsageError(f"“{options.path}”是文件夹，show 一次只看一个文件")
    settings = Settings(language=options.lang, encoding=known_encoding(options.encoding), timeout=options.timeout)
    try:
        document = read_file(options.path, settings)
    except Unreadable as error:
        print(f"gouji: {_why(options.path, error, options.lang)}", file=sys.stderr)
        return 1
    if options.text:
        emit(document.text, machine=True)
    elif options.format == "json":
        emit(_json(document, settings), machine=True)
    else:
        emit("\n".join(_lines(document, options.lang)) + "\n")
    return 0


def _why(path: str, error: Unreadable, language: Language) -> str:
    """Why a file could not be read, in the words of the rule that reports it."""
    from lint.engine import check_document

    report = check_document(unread(Source(path, b""), error), Settings(select=("DOC",)))
    return f"{path}：" + "；".join(result.message.text(language) for result in report.findings())


def _lines(document: Document, language: Language) -> Iterator[str]:
    facts = Facts(document)
    encoding = f"{document.encoding}  " if document.encoding else ""
    yield HEAD.of(path=called(document.path), format=document.format, encoding=encoding, length=len(document.text)).text(language)
    year = facts.report_year
    yield (YEAR.of(year=year.value, evidence=year.evidence) if year else NO_YEAR).text(language)
    yield ""
    yield BLOCKS.of(blocks=len(document.blocks), tables=len(document.tables)).text(language)
    parts: list[Block | Table] = [*document.blocks, *document.tables]
    for part in sorted(parts, key=lambda part: part.span):
        place = where(document.place(part.span)).text(language)
        if isinstance(part, Table):
            yield f"{place}  {TABLE.of(height=part.height, width=part.width).text(language)}"
            for row in part.rows():
                yield "    " + " | ".join(shortened(document.quote(cell.span), WIDEST // 3) for cell in row)
        else:
            yield f"{place}  {'#' * part.depth + ' ' if part.depth else ''}{shortened(document.quote(part.span), WIDEST)}"
    yield ""
    yield FIGURES.of(count=len(facts.figures)).text(language)
    for figure in facts.figures:
        words = [where(document.place(figure.span)).text(language), shortened(document.quote(figure.span), WIDEST)]
        words += [KINDS[figure.kind].text(language), figure.name, str(figure.year or "")]
        yield "  ".join(words).rstrip()


def _json(document: Document, settings: Settings) -> str:
    """The same as data: the text, its blocks and tables, and every figure as `check --figures` gives it."""
    import json

    from lint.writers.json import place

    facts = Facts(document)
    year = facts.report_year
    whole: dict[str, Any] = {
        "version": 1,
        "path": document.path,
        "format": document.format,
        "sha256": document.sha256,
        "encoding": document.encoding or None,
        "year": {"value": year.value, "evidence": year.evidence.text(settings.language)} if year else None,
        "text": document.text,
        "notices": [_notice(notice, settings.language) for notice in document.notices],
        "blocks": [_block(document, block) for block in document.blocks],
        "tables": [_table(document, table) for table in document.tables],
        "figures": [
            place(0, document, figure.span, figure) | {"type": figure.kind, "period": figure.year, "state": None}
            for figure in facts.figures
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _notice(notice: Notice, language: Language) -> dict[str, Any]:
    detail = notice.detail if isinstance(notice.detail, str) else notice.detail.text(language)
    return {"kind": notice.kind, "detail": detail, "pages": list(notice.pages), "count": notice.count}


def _block(document: Document, block: Block) -> dict[str, Any]:
    return {
        "start": block.span.start,
        "end": block.span.end,
        "kind": block.kind,
        "mark": block.mark,
        "depth": block.depth,
        "outline": list(document.outline(block.span)),
    }


def _table(document: Document, table: Table) -> dict[str, Any]:
    """A table; rows and columns count from 1."""
    cells = [
        {
            "start": cell.span.start,
            "end": cell.span.end,
            "row": cell.row + 1,
            "column": cell.column + 1,
            "rows": cell.rows,
            "columns": cell.columns,
            "quote": document.quote(cell.span),
        }
        for cell in table.cells
    ]
    return {
        "start": table.span.start,
        "end": table.span.end,
        "height": table.height,
        "width": table.width,
        "header": table.header,
        "cells": cells,
    }
