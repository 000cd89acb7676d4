"""What an 审核意见 says, by the words that a template calls it by."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from typing import Any

from lint.check import Severity
from lint.document import Document
from lint.paths import STDIN
from lint.readers.docx.formats import ordinal
from lint.report import Report
from lint.settings import Settings
from lint.writers.culprits import Words
from lint.writers.listing import Listed, listed
from lint.writers.text import Accounts, counts, details
from lint.writers.words import OUTCOMES, called, context, where

Content = dict[str, Any]
"""Values, texts, and lists of the like, by Chinese words."""
REQUESTS: dict[Severity, str] = {
    "error": "请核实后更正，使有关各数一致。",
    "warning": "请核实：属实的请更正，无误的请说明理由。",
    "info": "请留意，可一并完善。",
}


def content(report: Report, settings: Settings) -> Content:
    """The whole note; findings that a decision has settled are counted and not listed."""
    documents = [file.document for file in report.files]
    rubrics = dict.fromkeys(f"{file.rubric.name}（{file.rubric.id}）" for file in report.files if file.rubric)
    return {
        "文件数": len(report.files),
        "文件": _files(report, documents),
        "评分细则": "、".join(rubrics),
        "统计": [f"{line}。" for line in counts(Report(report.files), "zh")],
        "已有意见": sum(not result.is_open for file in report.files for result in file.findings()),
        "类别": _kinds(report, documents, settings),
        "未能核对": _undecided(report),
    }


def _files(report: Report, documents: Sequence[Document]) -> list[Content]:
    """For each file, how its checks came out, and how many of its figures none has used."""
    found: list[Content] = []
    for file in report.files:
        outcomes = Counter(result.outcome for result in file.results if not result.code.startswith("DOC"))
        seen, bound, _ = file.coverage()
        told = {say.zh: outcomes[outcome] for outcome, say in OUTCOMES.items()}
        found.append({"名称": _called(file.document, documents), "已读": not file.unread, **told, "数字": seen, "未用": seen - bound})
    return found


def _kinds(report: Report, documents: Sequence[Document], settings: Settings) -> list[Content]:
    """The findings by kind, the kind of the first one first."""
    accounts = Accounts()
    kinds: dict[str, list[Listed]] = {}
    for _, found in listed(report, settings):
        for item in found:
            if item.result.is_open and item.result.is_finding:
                kinds.setdefault(item.result.code, []).append(item)
    return [
        {
            "序号": ordinal(number, "chineseCounting"),
            "名称": items[0].result.title.zh,
            "问题": [{"序号": at, **_finding(item, documents, accounts)} for at, item in enumerate(items, 1)],
        }
        for number, items in enumerate(kinds.values(), 1)
    ]


def _finding(item: Listed, documents: Sequence[Document], accounts: Accounts) -> Content:
    """Where a finding stands, what is said of it, and what is asked for."""
    document, result = item.file.document, item.result
    span = result.check.span
    before, quote, after = context(document, span) if span else ("", "", "")
    told = [
        *details(document, result, documents, "zh"),
        *accounts.lines(result, Words(documents, item.file.number, "zh"), item.followers),
    ]
    return {
        "文件": _called(document, documents),
        "位置": where(document.place(span)).text("zh") if span else "整个文件",
        "前文": before,
        "引文": quote,
        "后文": after,
        "说明": told,
        "要求": REQUESTS[result.severity],
        "代码": result.code,
        "指纹": result.fingerprint,
    }


def _called(document: Document, documents: Sequence[Document]) -> str:
    """The name of a file, with its folders where another has the same name."""
    name = os.path.basename(document.path)
    alone = sum(os.path.basename(other.path) == name for other in documents) == 1
    return called(document.path if not alone or document.path == STDIN else name).zh


def _undecided(report: Report) -> list[Content]:
    """Why checks have no verdict, by the kind of check, with how many there are of each."""
    results = [result for file in report.files for result in file.results]
    found = Counter((result.title.zh, result.check.reason.text("zh")) for result in results if result.check.reason is not None)
    return [{"核对": title, "原因": why, "处数": count} for (title, why), count in found.most_common()]
