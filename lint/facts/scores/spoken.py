"""Scores as a title or a sentence states them: one pair of full mark and score, or a list of indicators."""

from __future__ import annotations

from dataclasses import dataclass

from lint.facts.figures import Token
from lint.facts.scores import marks
from lint.facts.scores.nodes import Item
from lint.figure import Figure
from lint.pattern import pattern

UNMARKED = 9
"""The depth of an indicator without a numbering mark: below every mark."""
_CAP = pattern(r"\((?:满分|分值|共|计|权重|标准分)*[：为]?$")
_STOP = pattern(r"[。；]|原因")
_COLON = pattern(r"\)?：")
_DEDUCTION = pattern(r"减分项|扣分项|倒扣")
_AFTER_CAP = pattern(r"[，,]?(?:自评|自查|实际|评价|综合)?(?:得|扣)")
_BOTH = pattern(r"，(?:自评|自查)：?\d+(?:\.\d+)?分\)")
"""The score behind a full mark in one bracket: （20分，自评19分）."""


@dataclass(frozen=True)
class Pair:
    """Full mark and score of one title, what was taken off in between or right behind, and how many numbers were read."""

    full: Figure | None = None
    awarded: Figure | None = None
    used: int = 0
    off: tuple[Figure, ...] = ()


def pair(text: str, start: int, tokens: list[Token], name: str = "", *, off: bool = False) -> Pair:
    """Read the numbers of the title `name`; `off` takes 扣2分 for the score itself (of a deduction item)."""
    full: Figure | None = None
    awarded: Figure | None = None
    taken: list[Token] = []
    used = 0
    low = start
    for index, token in enumerate(tokens):
        lead = text[low : token.start]
        mark, at = marks.role(lead)
        low = token.end
        if mark is None and token.figure.kind == "score" and full is None:
            alone = _CAP.search(text, start, token.start) and (text[token.end : token.end + 1] == ")" or _BOTH.match(text, token.end))
            bare_cap = index == 0 and "，" not in lead and _AFTER_CAP.match(text, token.end)
            mark = "full" if alone or bare_cap else None
        elif mark is None and token.figure.kind == "score" and awarded is None and _COLON.fullmatch(lead):
            mark = "awarded"
        elif (
            mark not in (None, "off")
            and (index or "。" in lead)
            and (other := marks.name_of(lead[:at]))
            and not marks.means_same(other, name)
        ):
            break
        if awarded is not None and full is not None:
            if mark == "off" and not taken and not _STOP.search(lead):
                taken.append(token)
            break
        if mark in ("full", "whole") and full is None:
            full, used = token.figure, index + 1
        elif (mark == "awarded" or (off and mark == "off")) and awarded is None and not marks.is_range(token):
            awarded, used = token.figure, index + 1
        elif mark == "off" and full is not None:
            taken.append(token)
    plain = full is not None and awarded is not None and not off and taken and not marks.is_conditional(text[start : taken[-1].end + 4])
    return Pair(full, awarded, used, tuple(token.figure for token in taken) if plain else ())


def listed(text: str, start: int, tokens: list[Token], *, bare: bool = False) -> list[Item]:
    """Indicators that a sentence names one after another, each with its full mark, its score, or both.

    `bare` takes 18分 behind a name alone for a score: 总得分88分，其中：投入18分、过程26分.
    """
    items: list[Item] = []
    low = start
    for token in tokens:
        lead = text[low : token.start]
        mark, at = marks.role(lead)
        if mark is None and token.figure.kind == "score" and _AFTER_CAP.match(text, token.end):
            mark = "full"
        if mark is None and token.figure.kind == "score" and _CAP.search(text, low, token.start):
            mark, at = "full", lead.rfind("(")
        if mark is None and bare and token.figure.kind == "score":
            mark = "awarded"
        if mark == "whole":
            mark = "full"
        low = token.end
        if (
            mark == "off"
            and items
            and items[-1].full is not None
            and items[-1].awarded is None
            and not marks.is_conditional(lead + text[low : low + 4])
        ):
            items[-1].off += (token.figure,)
        if mark == "off" and _DEDUCTION.search(lead) and not marks.is_conditional(lead + text[low : low + 4]):
            items.append(Item(marks.name_of(lead[:at]), UNMARKED, token.passage.span(token.start, token.end), awarded=token.figure))
        if mark is None or mark == "off" or marks.is_range(token):
            continue
        name = marks.name_of(lead[:at].rstrip("("))
        current = items[-1] if items else None
        taken = current is None or (current.full if mark == "full" else current.awarded) is not None
        if name and (taken or name != getattr(current, "name", "")):
            current = Item(name, UNMARKED, token.passage.span(token.start, token.end), level=marks.level(lead))
            items.append(current)
        elif taken:
            continue
        assert current is not None
        if mark == "full":
            current.full = token.figure
        else:
            current.awarded = token.figure
    return items
