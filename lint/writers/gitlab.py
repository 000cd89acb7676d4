"""For GitLab's Code Quality: one entry per finding with code, place and what follows from it; fingerprints are told apart by file."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence

from lint.check import Severity
from lint.document import Document
from lint.report import Report
from lint.settings import Settings
from lint.writers.json import Object
from lint.writers.listing import Listed, listed, position, said

SEVERITIES: dict[Severity, str] = {"error": "major", "warning": "minor", "info": "info"}


def write(report: Report, settings: Settings) -> str:
    """A list of entries, in reading order."""
    documents = [file.document for file in report.files]
    entries = [_entry(item, documents, settings) for _, found in listed(report, settings) for item in found]
    return json.dumps(entries, ensure_ascii=False, indent=1) + "\n"


def _entry(item: Listed, documents: Sequence[Document], settings: Settings) -> Object:
    language, document, result = settings.language, item.file.document, item.result
    span = result.check.span
    told = " ".join([result.code, f"{position(document, result, language)}:", *said(item, documents, language)])
    path = document.path.replace(os.sep, "/")
    return {
        "description": told,
        "check_name": result.code,
        # the same finding in two files is two entries; of two that are alike GitLab would drop one
        "fingerprint": hashlib.sha256(f"{path}\n{result.fingerprint}".encode("utf-8", "backslashreplace")).hexdigest(),
        "severity": SEVERITIES[result.severity],
        # a file without lines must have one, too: the description tells the place
        "location": {"path": path, "lines": {"begin": (document.place(span).line if span is not None else None) or 1}},
    }
