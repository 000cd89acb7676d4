"""A rule's examples executed: what it says of the texts that its own file shows."""

from __future__ import annotations

from dataclasses import replace

from lint import readers
from lint.check import Check
from lint.config.asked import settings_in
from lint.document import Document, Notice
from lint.facts import Facts
from lint.facts.submission import Submission
from lint.figure import Figure
from lint.fingerprint import identify
from lint.given import NOTHING
from lint.readers import Source
from lint.report import Result, result_of
from lint.rubric.library import shipped
from lint.rule import Bad, Good, Rule

_UNREAD = Document.unread("x.docx", "docx", Notice("empty"))


def results(rule: Rule, example: Bad | Good) -> list[Result]:
    """What the rule makes of an example, in its own order."""
    texts = [text for text in (example.text, example.beside) if text] or [""]
    documents = [replace(readers.read(Source("x.txt", text.encode())) if text else _UNREAD, notices=example.notices) for text in texts]
    said = settings_in(example.settings).given if example.settings else NOTHING
    given = replace(said, year=example.year, rubric=shipped()[example.rubric] if example.rubric else None)
    files = tuple(Facts(document, given, number) for number, document in enumerate(documents))
    checks = rule.check(Submission(files) if rule.reach == "files" else files[0])
    return [result_of(rule, check, identify(rule.code, check, documents[_home(check)])) for check in checks]


def _home(check: Check) -> int:
    """The number of the file that a check stands in."""
    return check.primary.file if isinstance(check.primary, Figure) else 0
