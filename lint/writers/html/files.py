"""What the page calls files where many of them stand together."""

from __future__ import annotations

import os

from lint.report import Report
from lint.say import Language
from lint.writers.words import called


def names(report: Report, language: Language) -> list[str]:
    """The files by their numbers: their paths from the folder on that they have in common."""
    paths = [called(file.document.path).text(language) for file in report.files]
    try:
        common = os.path.commonpath([os.path.dirname(path) for path in paths])
    except ValueError:  # none, on several drives, or some from the root on and others not
        return paths
    return [os.path.relpath(path, common) if common else path for path in paths]
