"""For reviewers: a workbook with the findings to decide on, the counts by file and by rule, and what agreed."""

from __future__ import annotations

from lint.report import Report
from lint.settings import Settings
from lint.writers.xlsx.book import packed
from lint.writers.xlsx.counts import by_file, by_rule
from lint.writers.xlsx.findings import findings
from lint.writers.xlsx.others import others


def write(report: Report, settings: Settings) -> bytes:
    """The workbook; what is filled in on its first sheet is read back by ``gouji decide import``."""
    return packed([findings(report, settings), by_file(report, settings), by_rule(report, settings), others(report, settings)])
