"""A rule's examples executed: what it says of the texts that its own file shows."""

from __future__ import annotations

import tomllib
from dataclasses import replace

from lint import readers
from lint.check import Check
from lint.config import NAME, line_of
from lint.document import Document, Notice
from lint.facts import Facts
from lint.facts.submission import Submission
from lint.figure import Figure
from lint.fingerprint import identify
from lint.given import Given
from lint.own.load import own_of
from lint.own.records import NO_RULES
from lint.readers import Source
from lint.report import Result, result_of
from lint.rubric.library import shipped
from lint.rule import Bad, Good, Rule

_UNREAD = Document.unread("x.docx", "docx", Notice("empty"))


def results(rule: Rule, example: Bad | Good) -> list[Result]:
    """What the rule makes of an example, in its own order."""
    texts = [text for text in (example.text, example.beside) if text] or [""]
    documents = [replace(readers.read(Source("x.txt", text.encode())) if text else _UNREAD, notices=example.notices) for text in texts]
    own = own_of(tomllib.loads(example.settings), NAME, lambda path: line_of(example.settings, path)) if example.settings else NO_RULES
    given = Given(example.year, own=own, rubric=shipped()[example.rubric] if example.rubric else None)
    files = tuple(Facts(document, given, number) for number, document in enumerate(documents))
    checks = rule.check(Submission(files) if rule.reach == "files" else files[0])
    return [result_of(rule, check, identify(rule.code, check, documents[_home(check)])) for check in checks]


def _home(check: Check) -> int:
    """The number of the file that a check stands in."""
    return check.primary.file if isinstance(check.primary, Figure) else 0
