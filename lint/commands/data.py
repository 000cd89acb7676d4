"""What was read from a file, as data for programs: `gouji show -f json`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from lint.commands.drawing import touched
from lint.document import Block, Document, Notice, Table
from lint.facts import Facts
from lint.facts.scores.nodes import Node
from lint.facts.scores.target import Target
from lint.facts.scores.tree import Tree
from lint.facts.tables.labels import rank
from lint.facts.years import ReportYear
from lint.figure import QUANTITIES, Figure
from lint.report import FileReport, Result
from lint.say import Language
from lint.writers.json import WORST, dated, place, rubric


def data(facts: Facts, report: FileReport, language: Language) -> str:
    """The text, its blocks, tables and score trees, and every figure as `check --figures` gives it, with its checks."""
    document = report.document
    results = touched(report)
    year = facts.report_year
    whole = {
        "version": 1,
        "path": document.path,
        "format": document.format,
        "sha256": document.sha256,
        "encoding": document.encoding or None,
        "subject": {"office": facts.subject.office, "project": facts.subject.project, "unit": facts.subject.unit},
        "year": _year(year, language) if year else None,
        "rubric": rubric(report, language),
        "text": document.text,
        "notices": [_notice(notice, language) for notice in document.notices],
        "blocks": [_block(document, block) for block in document.blocks],
        "tables": [_table(document, table) | _understood(facts, table) for table in document.tables],
        "scores": [_tree(tree) for tree in facts.scores],
        "indicators": [_indicator(found) for found in facts.indicators if isinstance(found, Target)],
        "figures": [
            place(0, document, figure.span, figure)
            | dated(figure, facts.periods.get(figure.span))
            | _use(figure, results.get(figure.span, ()))
            for figure in facts.figures
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _year(year: ReportYear, language: Language) -> dict[str, Any]:
    """The report year, the first year of several, everything that says one, and why it may be doubted."""
    signs = [
        {
            "kind": sign.kind,
            "year": sign.year,
            "evidence": sign.told.text(language),
            "start": sign.span.start if sign.span else None,
            "end": sign.span.end if sign.span else None,
            "rival": sign in year.rivals,
        }
        for sign in year.signs
    ]
    doubt = year.doubt.text(language) if year.doubt else None
    return {"value": year.value, "since": year.since, "evidence": year.evidence.text(language), "signs": signs, "doubt": doubt}


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


def _use(figure: Figure, results: Sequence[Result]) -> dict[str, Any]:
    """Type of a figure, the checks it takes part in, and how they came out at worst."""
    state = min((result.outcome for result in results), key=WORST.index, default="unchecked" if figure.kind in QUANTITIES else "none")
    checks = [{"code": result.code, "outcome": result.outcome} for result in results]
    return {"type": figure.kind, "state": state, "checks": checks}


def _understood(facts: Facts, table: Table) -> dict[str, Any]:
    """The form that a table is, its columns with their roles, and its total lines."""
    if facts.tables is None:
        return {"form": None, "columns": [], "totals": []}
    sheets = [sheet for sheet in facts.tables.sheets if sheet.is_of(table)]
    form = next((form.template.name for form in facts.tables.forms if form.span.start == table.span.start), None)
    return {
        "form": form,
        "columns": [
            {"column": column.index + 1, "name": column.name, "role": column.role, "side": column.side or None, "year": column.year}
            for sheet in sheets
            for column in sheet.columns
        ],
        "totals": [line.label for sheet in sheets for panel in sheet.panels for line in panel.lines if rank(line)],
    }


def _tree(tree: Tree) -> dict[str, Any]:
    totals = [{"name": total.name, "awarded": _value(total.awarded), "full": _value(total.full)} for total in tree.totals]
    return {"source": tree.source, "totals": totals, "nodes": [_node(node) for node in tree.nodes]}


def _indicator(found: Target) -> dict[str, Any]:
    """A row of an indicator table; `met` is None where it cannot be told."""
    return {
        "name": found.name,
        "target": found.wanted,
        "done": found.came,
        "start": found.done.span.start,
        "end": found.done.span.end,
        "met": found.is_met,
        "awarded": _value(found.awarded),
        "full": _value(found.full),
        "reason": found.excused,
    }


def _node(node: Node) -> dict[str, Any]:
    return {
        "name": node.name,
        "start": node.span.start,
        "end": node.span.end,
        "awarded": _value(node.awarded),
        "full": _value(node.full),
        "nodes": [_node(child) for child in node.children],
    }


def _value(figure: Figure | None) -> str | None:
    return format(figure.number.value, "f") if figure else None
