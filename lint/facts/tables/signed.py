"""Lines that say themselves whether they are added or taken away: 本年收入 / 加：年初结转 / 减：结余分配 / 年末结转.

Lines without a word after such a line go on with its sign. The result is the next total or numbered line; where
there is none, the line up to which the columns balance, and such a reading accuses nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.facts.tables.columns import Column
from lint.facts.tables.details import Group, agreement
from lint.facts.tables.labels import bare, is_among, rank
from lint.facts.tables.sheets import Line
from lint.outline import mark_of
from lint.pattern import pattern

_SIGN = pattern(r"(加|减)[：:]")
_LONGEST = 8
"""How many lines may stand between the first amount and the result."""


def signed(lines: Sequence[Line], columns: Sequence[Column]) -> Iterator[Group]:
    """Every run of 加 and 减 lines with the amount above it and the result below."""
    at = 1
    while at < len(lines):
        if not _sign(lines[at]) or _sign(lines[at - 1]):
            at += 1
            continue
        parts, signs = [lines[at - 1]], [1]
        end = at
        among = unclear = False
        while end < len(lines) and end - at < _LONGEST and not _ends(lines[end]):
            among = is_among(lines[end]) or (among and not _sign(lines[end]))
            unclear = unclear or (among and not is_among(lines[end]))
            if not is_among(lines[end]):
                parts.append(lines[end])
                signs.append(_sign(lines[end]) or signs[-1])
            end += 1
        if (found := _balancing(parts, signs, columns)) is not None:
            yield found
            end = lines.index(found.total) + 1
        elif end < len(lines) and _ends(lines[end]):
            yield Group(lines[end], tuple(parts), "no" if unclear else "yes", "signed", signs=tuple(signs))
        at = max(end, at + 1)


def _balancing(parts: Sequence[Line], signs: Sequence[int], columns: Sequence[Column]) -> Group | None:
    """The first unmarked line that is the result of those before it in every column."""
    for at in range(2, len(parts)):
        taken, own = tuple(parts[:at]), tuple(signs[:at])
        agree, against = agreement(parts[at], taken, columns, own)
        if not _sign(parts[at]) and agree and not against:
            return Group(parts[at], taken, "unknown", "signed", True, own)
    return None


def _sign(line: Line) -> int:
    """1 for 加, -1 for 减, 0 for neither."""
    match = _SIGN.match(bare(line.label))
    return 0 if match is None else 1 if match[1] == "加" else -1


def _ends(line: Line) -> bool:
    return not _sign(line) and bool(rank(line) or mark_of(line.label))
