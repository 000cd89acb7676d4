"""相符项: what agrees, with its working, and what could not be decided, with the reason."""

from __future__ import annotations

from collections.abc import Iterator

from lint.decisions.keys import OTHERS
from lint.report import FileReport, Report
from lint.say import Language, Say
from lint.settings import Settings
from lint.writers.words import OUTCOMES, called, context, where
from lint.writers.xlsx.sheet import Column, Row, Sheet

COLUMNS = (
    Column(Say("结论", "outcome"), 17),
    Column(Say("文件", "file"), 26),
    Column(Say("位置", "place"), 17),
    Column(Say("规则", "rule"), 10),
    Column(Say("所查问题", "looked for"), 26),
    Column(Say("原文", "quote"), 44),
    Column(Say("写出的数", "printed"), 14),
    Column(Say("算得", "derived"), 14),
    Column(Say("计算", "working"), 40),
    Column(Say("不能核对的原因", "why undecided"), 34),
)


def others(report: Report, settings: Settings) -> Sheet:
    """The sheet of the checks that are no findings, by file in reading order."""
    rows = tuple(row for file in report.files for row in _rows(file, settings.language))
    return Sheet(OTHERS, COLUMNS, rows, language=settings.language)


def _rows(file: FileReport, language: Language) -> Iterator[Row]:
    document = file.document
    for result in file.results:
        check, span = result.check, result.check.span
        if not result.is_finding:
            ordered = check.relation is not None and check.relation.operator != "="  # the working says all: 9分≤10分
            yield Row(
                (
                    OUTCOMES[result.outcome].text(language),
                    called(document.path).text(language),
                    where(document.place(span)).text(language) if span is not None else None,
                    result.code,
                    result.title.text(language),
                    "{}【{}】{}".format(*context(document, span)) if span is not None else None,
                    check.claimed or None,
                    None if ordered else check.derived or None,
                    check.working or None,
                    check.reason.text(language) if check.reason else None,
                )
            )
