"""For programs and thousands of files: one line per file, written as soon as it is checked, and a last line with the counts.

The objects are those of `json`: ``{"version":1,"index":0,"file":{…}}`` for each file, then ``{"version":1,"tool":{…},"summary":{…}}``.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from lint.document import Document
from lint.report import FileReport, Report
from lint.settings import Settings
from lint.writers.json import TOOL, VERSION, Object, file_of, summary


def write(report: Report, settings: Settings) -> str:
    """All lines: those of the files in their order, then the last one."""
    documents = [file.document for file in report.files]
    return "".join([*(line(file, documents, settings) for file in report.files), last(report)])


def line(file: FileReport, documents: Sequence[Document], settings: Settings) -> str:
    """The line of one file; `documents` reach as far as those that its results point to."""
    return _line({"version": VERSION, "index": file.number, "file": file_of(file.number, file, documents, settings)})


def last(report: Report) -> str:
    """The last line: with it the run is complete."""
    return _line({"version": VERSION, "tool": TOOL, "summary": summary(report)})


def _line(whole: Object) -> str:
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n"
