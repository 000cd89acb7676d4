"""The JSON schema of `-f json`, version 1: what programs may rely on."""

from __future__ import annotations

from typing import Any, get_args

from lint.blame.records import Effect
from lint.check import Confidence, Outcome, Role, Severity
from lint.decision import STATES, VERDICTS
from lint.diagnosis import KINDS
from lint.facts.periods import Source
from lint.figure import Kind

Schema = dict[str, Any]


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _object(properties: Schema, optional: Schema | None = None) -> Schema:
    """An object with exactly these properties; those of `optional` may be absent."""
    return {
        "type": "object",
        "properties": properties | (optional or {}),
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


TEXT: Schema = {"type": "string"}
COUNT: Schema = {"type": "integer", "minimum": 0}
ORDINAL: Schema = {"type": "integer", "minimum": 1}
DECIMAL: Schema = {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"}

PLACE = {
    "file": COUNT | {"description": "index into files"},
    "quote": TEXT | {"description": "what stands there in the linear text"},
    "start": COUNT | {"description": "offset of the first code point, from 0"},
    "end": COUNT | {"description": "offset after the last code point"},
    "value": _or_null(DECIMAL) | {"description": "the printed number, without sign words, unit and thousands separators"},
    "unit": _or_null(TEXT) | {"description": "unit with its scale: 万元, %, 分"},
    "role": _or_null({"enum": ["claimed", "suspect", *get_args(Role)]}),
    "label": _or_null(TEXT) | {"description": "the words that name the figure"},
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
    "period": _or_null({"type": "integer"}) | {"description": "the year that it is about, the last of several"},
    "period_evidence": _or_null(
        _object(
            {"source": {"enum": list(get_args(Source))}, "quote": _or_null(TEXT), "since": {"type": "integer"}, "sure": {"type": "boolean"}}
        )
    )
    | {"description": "what says so, the first of several years, and whether its sentence leaves no doubt"},
    "state": _or_null({"enum": [*get_args(Outcome), "unchecked", "none"]}) | {"description": "the worst outcome; none: not a quantity"},
}
CHANGE = {
    "becomes": _or_null(TEXT)
    | {"description": "the number it would be, in its own unit; in words where several are possible or the unit changes; null for unbound"},
    "evidence": _list(TEXT),
    "unbound": {"const": True} | {"description": "not a figure: the relation claimed here would be taken for wrongly read"},
}
CONSEQUENCE = {
    "repair": ORDINAL | {"description": "of which repair, counted from 1"},
    "effect": {"enum": list(get_args(Effect))},
    "code": TEXT,
    "title": TEXT,
    "place": {"$ref": "#/$defs/place"},
    "claimed": _or_null(TEXT),
    "derived": _or_null(TEXT),
}
CHECK = {
    "code": TEXT,
    "name": TEXT,
    "title": TEXT,
    "outcome": {"enum": list(get_args(Outcome))},
    "severity": {"enum": list(get_args(Severity))},
    "confidence": {"enum": list(get_args(Confidence))},
    "message": TEXT,
    "claimed": _or_null(TEXT),
    "derived": _or_null(TEXT),
    "difference": _or_null(TEXT),
    "working": _or_null(TEXT),
    "reason": _or_null(TEXT) | {"description": "why a check is undecided"},
    "diagnosis": _or_null(TEXT) | {"description": "what explains the difference, and what else there is to know of it"},
    "diagnosis_kind": _or_null({"enum": list(KINDS)}) | {"description": "the kind of the explanation"},
    "place": _or_null({"$ref": "#/$defs/place"}),
    "related": _list({"$ref": "#/$defs/place"}),
    "blame": _or_null({"enum": ["settled", "favoured", "tied", "open"]})
    | {"description": "settled: one smallest repair · favoured: several, evidence for the first · tied · open: too many to tell"},
    "suspects": _list({"$ref": "#/$defs/change"}) | {"description": "changes that all smallest repairs make"},
    "repairs": _list(_list({"$ref": "#/$defs/change"}))
    | {"description": "every smallest set of changes after which this finding, and those that hang together with it, are gone"},
    "consequence": _list({"$ref": "#/$defs/consequence"}),
    "cause": _or_null(TEXT) | {"description": "fingerprint of the finding that this one follows from"},
    "fingerprint": TEXT,
    "decision": _or_null({"$ref": "#/$defs/decision"}),
}
DATE: Schema = {"type": "string", "format": "date"}
DECISION = {
    "verdict": {"enum": list(VERDICTS)},
    "state": {"enum": ["applies", "moved", "expired"]} | {"description": "moved: probably the same place, to be confirmed"},
    "settled": {"type": "boolean", "description": "whether the finding no longer counts for the exit code"},
    "reason": _or_null(TEXT),
    "author": _or_null(TEXT),
    "date": _or_null(DATE),
    "expires": _or_null(DATE),
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
    "findings": _object(dict.fromkeys(get_args(Severity), COUNT)),
    "open": _object(dict.fromkeys(get_args(Severity), COUNT)) | {"description": "findings that no decision has settled"},
    "folded": COUNT | {"description": "listed findings that follow from another one, which is their cause"},
    "unlisted": COUNT
    | {"description": "open findings below the least severity or confidence that settings list; they do not make a run fail"},
    "decisions": _object(dict.fromkeys((*VERDICTS, *(state for state in STATES if state != "applies")), COUNT))
    | {"description": "findings by the verdict that applies to them, and decisions that apply to none by what became of them"},
    "figures": _object({**COVERAGE, "unchecked": COUNT}),
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
    "encoding": _or_null(TEXT),
    "year": _or_null(_object({"value": {"type": "integer"}, "evidence": TEXT})),
    "rubric": _or_null(_object(RUBRIC)),
    "figures": _object(COVERAGE),
    "checks": _list({"$ref": "#/$defs/check"}),
    "problems": _list(_object({"where": TEXT, "detail": TEXT})),
}
SCHEMA: Schema = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "gouji check -f json, version 1",
    **_object(
        {
            "version": {"const": 1},
            "tool": _object({"name": {"const": "gouji"}, "version": TEXT}),
            "summary": _object(SUMMARY),
            "files": _list(_object(FILE, {"figures_list": _list({"$ref": "#/$defs/figure"})})),
        }
    ),
    "$defs": {
        "place": _object(PLACE, COORDINATES),
        "figure": _object({**PLACE, **FIGURE}, COORDINATES),
        "check": _object(CHECK),
        "change": _object(
            {**PLACE, "becomes": CHANGE["becomes"]}, {**COORDINATES, "evidence": CHANGE["evidence"], "unbound": CHANGE["unbound"]}
        ),
        "consequence": _object(CONSEQUENCE),
        "decision": _object(DECISION),
    },
}
