"""The JSON schema of `-f json`, version 1: what programs may rely on."""

from __future__ import annotations

from typing import get_args

from lint.blame.records import Effect
from lint.check import Confidence, Outcome, Role, Severity
from lint.decision import STATES, VERDICTS
from lint.diagnosis import KINDS
from lint.facts.periods import Source
from lint.figure import Kind
from lint.writers.shapes import COUNT, DECIMAL, ORDINAL, TEXT, Schema, exactly, listed, or_null

PLACE = {
    "file": COUNT | {"description": "index into files"},
    "quote": TEXT | {"description": "what stands there in the linear text"},
    "start": COUNT | {"description": "offset of the first code point, from 0"},
    "end": COUNT | {"description": "offset after the last code point"},
    "value": or_null(DECIMAL) | {"description": "the printed number, without sign words, unit and thousands separators"},
    "unit": or_null(TEXT) | {"description": "unit with its scale: 万元, %, 分"},
    "role": or_null({"enum": ["claimed", "suspect", *get_args(Role)]}),
    "label": or_null(TEXT) | {"description": "the words that name the figure"},
}
COORDINATES = {
    "line": ORDINAL,
    "column": ORDINAL | {"description": "of a line, or of a table"},
    "page": ORDINAL,
    "box": {"type": "array", "items": {"type": "number"}, "minItems": 4, "maxItems": 4, "description": "x0, top, x1, bottom in points"},
    "paragraph": ORDINAL,
    "run": ORDINAL,
    "table": ORDINAL,
    "row": ORDINAL,
    "sheet": TEXT,
    "cell": TEXT | {"description": "address in a sheet: C5"},
}
FIGURE = {
    "type": {"enum": list(get_args(Kind))},
    "period": or_null({"type": "integer"}) | {"description": "the year that it is about, the last of several"},
    "period_evidence": or_null(
        exactly(
            {"source": {"enum": list(get_args(Source))}, "quote": or_null(TEXT), "since": {"type": "integer"}, "sure": {"type": "boolean"}}
        )
    )
    | {"description": "what says so, the first of several years, and whether its sentence leaves no doubt"},
    "state": or_null({"enum": [*get_args(Outcome), "unchecked", "none"]}) | {"description": "the worst outcome; none: not a quantity"},
}
CHANGE = {
    "becomes": or_null(TEXT)
    | {"description": "the number it would be, in its own unit; in words where several are possible or the unit changes; null for unbound"},
    "evidence": listed(TEXT),
    "unbound": {"const": True} | {"description": "not a figure: the relation claimed here would be taken for wrongly read"},
}
CONSEQUENCE = {
    "repair": ORDINAL | {"description": "of which repair, counted from 1"},
    "effect": {"enum": list(get_args(Effect))},
    "code": TEXT,
    "title": TEXT,
    "place": {"$ref": "#/$defs/place"},
    "claimed": or_null(TEXT),
    "derived": or_null(TEXT),
}
CHECK = {
    "code": TEXT,
    "name": TEXT,
    "title": TEXT,
    "outcome": {"enum": list(get_args(Outcome))},
    "severity": {"enum": list(get_args(Severity))},
    "confidence": {"enum": list(get_args(Confidence))},
    "message": TEXT,
    "claimed": or_null(TEXT),
    "derived": or_null(TEXT),
    "difference": or_null(TEXT),
    "working": or_null(TEXT),
    "reason": or_null(TEXT) | {"description": "why a check is undecided"},
    "diagnosis": or_null(TEXT) | {"description": "what explains the difference, and what else there is to know of it"},
    "diagnosis_kind": or_null({"enum": list(KINDS)}) | {"description": "the kind of the explanation"},
    "place": or_null({"$ref": "#/$defs/place"}),
    "related": listed({"$ref": "#/$defs/place"}),
    "blame": or_null({"enum": ["settled", "favoured", "tied", "open"]})
    | {"description": "settled: one smallest repair · favoured: several, evidence for the first · tied · open: too many to tell"},
    "suspects": listed({"$ref": "#/$defs/change"})
    | {"description": "changes that all smallest repairs make, but for those that only a doubted relation asks for"},
    "doubted": listed({"$ref": "#/$defs/place"})
    | {"description": "what is claimed here may as well have been read wrongly: nothing else bears it out"},
    "repairs": listed(listed({"$ref": "#/$defs/change"}))
    | {"description": "every smallest set of changes after which this finding, and those that hang together with it, are gone"},
    "consequence": listed({"$ref": "#/$defs/consequence"}),
    "cause": or_null(TEXT) | {"description": "fingerprint of the finding that this one follows from"},
    "fingerprint": TEXT,
    "decision": or_null({"$ref": "#/$defs/decision"}),
}
DATE: Schema = {"type": "string", "format": "date"}
DECISION = {
    "verdict": {"enum": list(VERDICTS)},
    "state": {"enum": ["applies", "moved", "expired"]} | {"description": "moved: probably the same place, to be confirmed"},
    "settled": {"type": "boolean", "description": "whether the finding no longer counts for the exit code"},
    "reason": or_null(TEXT),
    "author": or_null(TEXT),
    "date": or_null(DATE),
    "expires": or_null(DATE),
}
COVERAGE = {"seen": COUNT, "bound": COUNT, "checked": COUNT}
SUMMARY = {
    "files": COUNT,
    "unread": COUNT,
    "checks": COUNT,
    "holds": COUNT,
    "rounding": COUNT,
    "broken": COUNT,
    "undecided": COUNT,
    "findings": exactly(dict.fromkeys(get_args(Severity), COUNT)),
    "open": exactly(dict.fromkeys(get_args(Severity), COUNT)) | {"description": "findings that no decision has settled"},
    "folded": COUNT | {"description": "listed findings that follow from another one, which is their cause"},
    "unlisted": COUNT
    | {"description": "open findings below the least severity or confidence that settings list; they do not make a run fail"},
    "unchanged": COUNT
    | {"description": "open findings that stand as in the revision of --diff-base; not listed, and they do not make a run fail"},
    "decisions": exactly(dict.fromkeys((*VERDICTS, *(state for state in STATES if state != "applies")), COUNT))
    | {"description": "findings by the verdict that applies to them, and decisions that apply to none by what became of them"},
    "figures": exactly({**COVERAGE, "unchecked": COUNT}),
    "problems": COUNT,
}
RUBRIC = {
    "id": TEXT | {"description": "authority/year"},
    "name": TEXT,
    "chosen_by": {"enum": ["user", "document"]},
    "evidence": TEXT,
    "verified": {"type": "boolean"} | {"description": "whether its full marks and criteria were seen in its source"},
}
FILE = {
    "path": TEXT,
    "format": TEXT,
    "sha256": TEXT,
    "encoding": or_null(TEXT),
    "year": or_null(exactly({"value": {"type": "integer"}, "evidence": TEXT})),
    "rubric": or_null(exactly(RUBRIC)),
    "figures": exactly(COVERAGE),
    "checks": listed({"$ref": "#/$defs/check"}),
    "problems": listed(exactly({"where": TEXT, "detail": TEXT})),
}
SCHEMA: Schema = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "gouji check -f json, version 1",
    **exactly(
        {
            "version": {"const": 1},
            "tool": exactly({"name": {"const": "gouji"}, "version": TEXT}),
            "summary": exactly(SUMMARY),
            "files": listed(exactly(FILE, {"figures_list": listed({"$ref": "#/$defs/figure"})})),
        }
    ),
    "$defs": {
        "place": exactly(PLACE, COORDINATES),
        "figure": exactly({**PLACE, **FIGURE}, COORDINATES),
        "check": exactly(CHECK, {"unchanged": {"const": True} | {"description": "it stands as in the revision of --diff-base"}}),
        "change": exactly(
            {**PLACE, "becomes": CHANGE["becomes"]}, {**COORDINATES, "evidence": CHANGE["evidence"], "unbound": CHANGE["unbound"]}
        ),
        "consequence": exactly(CONSEQUENCE),
        "decision": exactly(DECISION),
    },
}
