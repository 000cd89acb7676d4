"""The JSON schema of `gouji compare -f json`, version 1: what programs may rely on."""

from __future__ import annotations

from typing import get_args

from lint.check import Severity
from lint.compare.figures import State
from lint.compare.record import Lot, Why
from lint.facts.scores.tree import Source
from lint.writers.compare.words import WHYS
from lint.writers.schema import COVERAGE
from lint.writers.schema import SCHEMA as REPORT
from lint.writers.shapes import COUNT, DECIMAL, TEXT, Schema, exactly, listed, or_null

PLACE: Schema = {"$ref": "#/$defs/place"}
EITHER = exactly({"old": or_null(PLACE), "new": or_null(PLACE)})
FILE = {
    "path": TEXT,
    "format": TEXT,
    "sha256": TEXT,
    "unread": {"type": "boolean"},
    **dict.fromkeys(("checks", "holds", "rounding", "broken", "undecided"), COUNT),
    "figures": exactly({**COVERAGE, "unchecked": COUNT}),
}
CHANGE = {"became": {"enum": list(get_args(State))}, "old": or_null(PLACE), "new": or_null(PLACE)}
FINDING = {
    "became": {"enum": list(get_args(Lot))},
    "why": {"enum": list(get_args(Why))},
    "told": TEXT | {"description": "what became of it and why, in words"},
    "recomputed": or_null(TEXT)
    | {"description": "the relation over the new figures, where it holds and its rule, which tells of contradictions alone, is silent"},
    "changes": listed(exactly(CHANGE)) | {"description": "figures of the check that are not the same"},
    "old": or_null({"$ref": "#/$defs/check"}),
    "new": or_null({"$ref": "#/$defs/check"}),
}
MOVED = {
    "fixed": listed(TEXT) | {"description": "fingerprints, in the old draft, of the findings that hold now"},
    "broke": listed(TEXT) | {"description": "fingerprints of the findings that are new because of it"},
}
MARK = {
    "path": listed(TEXT) | {"description": "names of the indicator and those above it, outermost first"},
    "full": EITHER,
    "score": EITHER,
    "difference": or_null(DECIMAL),
}
COMPARISON = {
    "old": or_null(COUNT) | {"description": "index into the old files; null for a file without its like"},
    "new": or_null(COUNT) | {"description": "index into the new files"},
    "findings": listed(exactly(FINDING)),
    "figures": listed(exactly({**CHANGE, **MOVED})) | {"description": "every figure that is not the same in both drafts"},
    "scores": listed(
        exactly({"source": {"enum": list(get_args(Source))}, "indicators": listed(exactly(MARK)), "totals": listed(exactly(MARK))})
    ),
    "grades": listed(EITHER),
}
SUMMARY = {
    "files": COUNT,
    "unpaired": exactly({"old": COUNT, "new": COUNT}),
    "findings": exactly(
        {lot: exactly({"count": COUNT, "why": exactly({why: COUNT for own, why in WHYS if own == lot})}) for lot in get_args(Lot)}
    ),
    "open": exactly(dict.fromkeys(get_args(Severity), COUNT))
    | {"description": "new findings that are listed and not decided: those that count"},
    "figures": exactly(dict.fromkeys(get_args(State), COUNT)),
}
SCHEMA: Schema = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "gouji compare -f json, version 1",
    **exactly(
        {
            "version": {"const": 1},
            "tool": exactly({"name": {"const": "gouji"}, "version": TEXT}),
            "summary": exactly(SUMMARY),
            "old": listed(exactly(FILE)),
            "new": listed(exactly(FILE)),
            "files": listed(exactly(COMPARISON)),
        }
    ),
    "$defs": {name: REPORT["$defs"][name] for name in ("place", "check", "change", "consequence", "decision")},
}
