"""For a quick look in a spreadsheet: one row per finding, those that follow from it below it; UTF-8 with a byte order mark.

A cell that a spreadsheet would take for a formula begins with an apostrophe. A list whose column 处理意见 is filled in goes back by `gouji decide import`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from lint.decision import VERDICTS
from lint.document import Document
from lint.report import FileReport, Report, Result
from lint.say import Say
from lint.settings import Settings
from lint.writers.culprits import Words
from lint.writers.json import SEPARATOR
from lint.writers.listing import FINGERPRINT, Listed, flat, listed, notes
from lint.writers.words import OUTCOMES, SEVERITIES, called, shortened, where

BOM = "\ufeff"
FORMULA = "=+-@＝＋－＠"
"""With these a spreadsheet begins a formula."""
LONGEST = 200
COLUMNS = (
    Say("文件", "file"),
    Say("位置", "place"),
    Say("结论", "outcome"),
    Say("级别", "severity"),
    Say("规则", "rule"),
    Say("标题", "title"),
    Say("问题", "message"),
    Say("原文", "quote"),
    Say("写", "claimed"),
    Say("算得", "derived"),
    Say("相差", "difference"),
    Say("算式", "working"),
    Say("说明", "note"),
    Say("疑错", "suspects"),
    Say("起因", "cause"),
    Say("处理意见", "处理意见"),  # these three are read back under their Chinese names
    Say("理由", "理由"),
    Say("指纹", "指纹"),
)


def write(report: Report, settings: Settings) -> str:
    """A heading, then the rows of every file in reading order; with `passes` those of all other checks after them."""
    language = settings.language
    documents = [file.document for file in report.files]
    table = io.StringIO()
    rows = csv.writer(table, lineterminator="\r\n")
    rows.writerow(column.text(language) for column in COLUMNS)
    for file, found in listed(report, settings):
        for item in found:
            rows.writerow(_row(item, documents, settings))
            rows.writerows(_row(Listed(report.files[number], result), documents, settings) for number, result in item.followers)
        rows.writerows(_row(Listed(file, result), documents, settings) for result in _others(file, settings))
    return BOM + table.getvalue()


def _others(file: FileReport, settings: Settings) -> Iterator[Result]:
    return (result for result in file.results if not result.is_finding and (settings.passes or result.listed))


def _row(item: Listed, documents: Sequence[Document], settings: Settings) -> list[str]:
    language, document, result = settings.language, item.file.document, item.result
    check, decided = result.check, result.decided
    account = result.account
    suspects = Words(documents, item.file.number, language).account(account, FINGERPRINT, "") if account else ()
    cells = [
        called(document.path).text(language),
        where(document.place(check.span)).text(language) if check.span is not None else "",
        OUTCOMES[result.outcome].text(language),
        SEVERITIES[result.severity].text(language) if result.is_finding else "",
        result.code,
        result.title.text(language),
        result.message.text(language),
        shortened(document.quote(check.span), LONGEST) if check.span is not None else "",
        check.claimed,
        check.derived,
        check.difference,
        check.working,
        SEPARATOR[language].join(note.text(language) for note in notes(result)) if result.is_finding else "",
        " ".join(suspects),
        result.cause,
        VERDICTS[decided.decision.verdict].text(language) if decided else "",
        decided.decision.reason if decided else "",
        result.fingerprint if result.is_finding else "",
    ]
    return [safe(flat(cell)) for cell in cells]


def safe(cell: str) -> str:
    """The cell as text that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell[:1] and cell[0] in FORMULA else cell
