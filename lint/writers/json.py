"""For programs: every check with its places, one object, version 1; `schema.py` says what it holds.

Numbers are decimal strings, offsets code points from 0, all other counts start at 1. Nothing in it depends on
when or where it was made.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from typing import Any

from lint import __version__
from lint.blame import Change
from lint.check import Check, Outcome, Related
from lint.decision import STATES, VERDICTS, Decided
from lint.document import Document
from lint.facts.periods import Period
from lint.figure import QUANTITIES, Figure
from lint.pattern import pattern
from lint.place import Place, Span
from lint.report import FileReport, Report, Result
from lint.say import Language, Say
from lint.settings import Settings

VERSION = 1
Object = dict[str, Any]
TOOL: Object = {"name": "gouji", "version": __version__}


def write(report: Report, settings: Settings) -> str:
    """The whole report; `figures` adds every figure that was seen."""
    documents = [file.document for file in report.files]
    files = [file_of(index, file, documents, settings) for index, file in enumerate(report.files)]
    whole = {"version": VERSION, "tool": TOOL, "summary": summary(report), "files": files}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def summary(report: Report) -> Object:
    """Counts over all files. `findings` are the broken checks by severity, `open` those of them that no decision has settled.

    `unlisted` are those of these that outputs for people do not list, `unchanged` those that stand as in the revision that was given, `folded` those that follow from another one.
    """
    outcomes, severities, remaining = report.outcomes(), report.severities(), report.open()
    verdicts, states = report.decided(), report.states()
    seen, bound, checked = report.coverage()
    return {
        "files": len(report.files),
        "unread": sum(file.unread for file in report.files),
        "checks": outcomes.total(),
        "holds": outcomes["holds"],
        "rounding": outcomes["rounding"],
        "broken": outcomes["broken"],
        "undecided": outcomes["undecided"],
        "findings": {severity: severities[severity] for severity in ("error", "warning", "info")},
        "open": {severity: remaining[severity] for severity in ("error", "warning", "info")},
        "unlisted": report.unlisted(),
        "unchanged": report.unchanged(),
        "folded": sum(len(results) for results in report.followers().values()),
        "decisions": {verdict: verdicts[verdict] for verdict in VERDICTS}
        | {state: states[state] for state in STATES if state != "applies"},
        "figures": {"seen": seen, "bound": bound, "checked": checked, "unchecked": seen - bound},
        "problems": sum(len(file.problems) for file in report.files),
    }


def file_of(index: int, file: FileReport, documents: Sequence[Document], settings: Settings) -> Object:
    """The file with that index and all its results."""
    document, language = file.document, settings.language
    seen, bound, checked = file.coverage()
    found: Object = {
        "path": document.path.replace(os.sep, "/"),
        "format": document.format,
        "sha256": document.sha256,
        "encoding": document.encoding or None,
        "year": {"value": file.year.value, "evidence": file.year.evidence.text(language)} if file.year else None,
        "rubric": rubric(file, language),
        "figures": {"seen": seen, "bound": bound, "checked": checked},
        "checks": [shown(index, documents, result, language) for result in file.results],
        "problems": [{"where": problem.where, "detail": problem.detail} for problem in file.problems],
    }
    if settings.figures:
        found["figures_list"] = _figures(index, file)
    return found


def rubric(file: FileReport, language: Language) -> Object | None:
    """The scoring table that the file was checked by; None where none was chosen."""
    chosen = file.rubric
    if chosen is None:
        return None
    return {
        "id": chosen.id,
        "name": chosen.name,
        "chosen_by": "user" if chosen.named else "document",
        "evidence": chosen.evidence.text(language),
        "verified": chosen.verified,
    }


def shown(index: int, documents: Sequence[Document], result: Result, language: Language) -> Object:
    """A result of the file with that index."""
    check = result.check
    document = documents[index]
    primary = check.primary if isinstance(check.primary, Figure) else None
    return {
        "code": result.code,
        "name": result.name,
        "title": result.title.text(language),
        "outcome": result.outcome,
        "severity": result.severity,
        "confidence": result.confidence,
        "message": result.message.text(language),
        "claimed": _bare(check.claimed, check),
        "derived": _bare(check.derived, check),
        "difference": _bare(check.difference, check),
        "working": check.working or None,
        "reason": _said(check.reason, language),
        "diagnosis": SEPARATOR[language].join(note.text(language) for note in check.notes) or None,
        "diagnosis_kind": check.diagnosis.kind if check.diagnosis else None,
        "place": place(index, document, check.span, primary, "claimed") if check.span is not None else None,
        "related": [_related(item, documents) for item in check.related],
        **_blame(result, documents, language),
        "cause": result.cause or None,
        "fingerprint": result.fingerprint,
        "decision": _decision(result.decided) if result.decided else None,
        **({"unchanged": True} if result.unchanged else {}),
    }


def _blame(result: Result, documents: Sequence[Document], language: Language) -> Object:
    """Which figures can be to blame, by every smallest repair, and what would follow from these."""
    account = result.account
    if account is None:
        return {"blame": None, "suspects": [], "repairs": [], "doubted": [], "consequence": []}
    repairs = [
        [_change(change, documents, language) for change in repair.changes]
        + [place(file, documents[file], span) | {"becomes": None, "unbound": True} for file, span in unbound]
        for repair, unbound in zip(account.repairs, account.unbound, strict=True)
    ]
    one = len(account.repairs) == 1 and not account.doubted
    return {
        "blame": "open" if account.open else "settled" if one else "favoured" if account.repairs[0].favoured else "tied",
        "suspects": [_change(change, documents, language) for change in account.suspects],
        "repairs": repairs,
        "doubted": [place(file, documents[file], span) for file, span in account.doubted],
        "consequence": [
            {
                "repair": found.repair + 1,
                "effect": found.effect,
                "code": found.code,
                "title": found.title.text(language),
                "place": place(found.file, documents[found.file], found.span),
                "claimed": found.claimed or None,
                "derived": found.derived or None,
            }
            for found in account.consequences
        ],
    }


def _change(change: Change, documents: Sequence[Document], language: Language) -> Object:
    """A figure with what it would become: a plain number where it is one in the figure's own unit, else in words."""
    figure, number = change.figure, change.number
    same = number is not None and number.scale == figure.number.scale
    return place(figure.file, documents[figure.file], figure.span, figure, "suspect") | {
        "becomes": format(number.value, "f") if number is not None and same else change.becomes,
        "evidence": [evidence.text(language) for evidence in change.evidence],
    }


def _decision(decided: Decided) -> Object:
    decision = decided.decision
    return {
        "verdict": decision.verdict,
        "state": decided.state,
        "settled": decided.settled,
        "reason": decision.reason or None,
        "author": decision.author or None,
        "date": str(decision.day) if decision.day else None,
        "expires": str(decision.expires) if decision.expires else None,
    }


def _related(item: Related, documents: Sequence[Document]) -> Object:
    figure = item.figure
    return place(figure.file, documents[figure.file], figure.span, figure, item.role, item.label)


def place(index: int, document: Document, span: Span, figure: Figure | None = None, role: str | None = None, label: str = "") -> Object:
    """A place of the file with that index: what stands there, the figure it is, and where to look for it."""
    found: Object = {"file": index, "quote": document.quote(span), "start": span.start, "end": span.end}
    found["value"] = format(abs(figure.number.value), "f") if figure else None
    found["unit"] = (figure.suffix or None) if figure else None
    found["role"] = role if figure else None
    found["label"] = (label or figure.name or None) if figure else None
    return found | _coordinates(document.place(span))


def _coordinates(where: Place) -> Object:
    """The coordinates that the file's format has."""
    each = {
        "line": where.line,
        "column": where.column if where.column is not None else where.cell,
        "page": where.page,
        "box": list(where.box) if where.box is not None else None,
        "paragraph": where.paragraph,
        "run": where.run,
        "table": where.table,
        "row": where.row,
        "sheet": where.sheet,
        "cell": where.address,
    }
    return {name: value for name, value in each.items() if value is not None}


_NUMBER = pattern(r"(-?\d[\d,]*(?:\.\d+)?)[^\d.,]*")


def _bare(text: str, check: Check) -> str | None:
    """A number of a check as a plain decimal string, without unit and thousands separators; None where the check has none."""
    if isinstance(check.primary, Figure) and text == str(check.primary):
        return format(check.primary.number.value, "f")
    match = _NUMBER.fullmatch(text)
    return match[1].replace(",", "") if match else text or None


SEPARATOR: dict[Language, str] = {"zh": "；", "en": "; "}


def _said(say: Say | None, language: Language) -> str | None:
    return say.text(language) if say is not None else None


WORST: tuple[Outcome, ...] = ("broken", "undecided", "rounding", "holds")


def dated(figure: Figure, period: Period | None) -> Object:
    """The year that a figure is about, and what says so; a year is about itself."""
    if period is None:
        return {"period": figure.year, "period_evidence": None}
    evidence = {"source": period.source, "quote": period.told or None, "since": period.since, "sure": period.sure}
    return {"period": period.year, "period_evidence": evidence}


def _figures(index: int, file: FileReport) -> list[Object]:
    """Every figure seen, with its type and period, and how the checks that it takes part in came out at worst."""
    state: dict[Span, Outcome] = {}
    for result in (*file.results, *file.crossed):
        for figure in result.check.figures():
            if figure.file == file.number:
                known = state.get(figure.span, result.outcome)
                state[figure.span] = min(known, result.outcome, key=WORST.index)
    return [
        place(index, file.document, figure.span, figure)
        | {
            "type": figure.kind,
            **dated(figure, file.periods.get(figure.span)),
            "state": state.get(figure.span, "unchecked" if figure.kind in QUANTITIES else "none"),
        }
        for figure in file.figures
    ]
