"""Open sides of ruled tables: where level rules reach beyond the outermost upright one, their ends close the table."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from lint.readers.pdf.rulings import Edge, edge

_NEAR = 3.0
"""Points by which ends of rules may differ and still be one side of a table, as in the table finder."""
_BEYOND = 9.0
"""Points from which on a rule reaches into one more column; rules that merely cross at a corner stick out by less."""

Crossings = dict[tuple[float, float], dict[str, list[Any]]]
"""What the table finder of pdfplumber knows: the upright and the level rules that meet in each point."""


def closing(crossings: Crossings) -> list[Edge]:
    """Upright edges for the sides that tables leave open."""
    reach: dict[int, tuple[float, float]] = {}
    for (x, _), rules in crossings.items():
        for rule in rules["h"]:
            low, high = reach.get(id(rule), (x, x))
            reach[id(rule)] = min(low, x), max(high, x)
    open_ended = any(
        rule["x0"] < reach[id(rule)][0] - _BEYOND or rule["x1"] > reach[id(rule)][1] + _BEYOND
        for rules in crossings.values()
        for rule in rules["h"]
    )
    return [side for xs, level in _tables(crossings) for side in _sides(xs, level)] if open_ended else []


def _tables(crossings: Crossings) -> list[tuple[list[float], list[Edge]]]:
    """The x of the upright rules and the level rules of each table: what meets, directly or over other rules."""
    owner: dict[int, int] = {}

    def root(rule: Edge) -> int:
        at = owner.setdefault(id(rule), id(rule))
        while owner[at] != at:
            owner[at] = at = owner[owner[at]]
        return at

    for rules in crossings.values():
        for rule in (*rules["h"], *rules["v"]):
            owner[root(rule)] = root(rules["h"][0])
    found: dict[int, tuple[list[float], list[Edge]]] = defaultdict(lambda: ([], []))
    for (x, _), rules in crossings.items():
        xs, level = found[root(rules["h"][0])]
        xs.append(x)
        level.extend(rules["h"])
    return list(found.values())


def _sides(xs: list[float], level: list[Edge]) -> list[Edge]:
    """The sides of one table that are open: its first and its last rule both end there, further out than its upright ones."""
    top, bottom = min(rule["top"] for rule in level), max(rule["top"] for rule in level)
    sides: list[Edge] = []
    for key, outermost, sign in (("x0", min(xs), -1), ("x1", max(xs), 1)):
        end = max((rule[key] for rule in level), key=lambda x: sign * x)
        heights = [rule["top"] for rule in level if abs(rule[key] - end) <= _NEAR]
        if sign * (end - outermost) > _BEYOND and min(heights) - top <= _NEAR < bottom - top and bottom - max(heights) <= _NEAR:
            sides.append(edge("v", end, end, top, bottom))
    return sides
