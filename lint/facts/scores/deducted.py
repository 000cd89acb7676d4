"""Points taken off as one sentence tells them: 满分5分，扣2分，得3分; 共扣5分：决策扣2分，产出扣3分; 自评得分3分…本项不得分."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from lint.facts.figures import Token
from lint.facts.passages import Passage
from lint.facts.scores import marks
from lint.facts.sentences import by_passage
from lint.figure import Figure
from lint.pattern import pattern

_STOP = pattern(r"。")
_SUM = pattern(r"(?:共|合计|总共|总计|累计|一共|共计)(?:被)?(?:扣|失分|减分)|(?:扣分?|失分|减分)(?:合计|共计|总计|总数)")
_OWN = pattern(r"^(?:本次|自评|自查|评价|绩效|综合|总)+$")
_BASE = pattern(r"(?:基础|基准|起评)分(?:为|是|：)?$")
_BONUS = pattern(r"加分?(?:为|是|：|合计|共计|共)?$")
_PLAIN = pattern(r"[，（(、]?(?:本项|该项|此项|自评|实际|应|共|合计|总共|累计|一共|因此|故|合计)*(?:扣|失|减)(?:分|减|除|掉)?[为：]?$")
_LISTED = pattern(r"[：（(]|分别|即")
_COMPARED = pattern(r"(?:^|[，、(])(?:(?:比|较|与)[^，。；：]*)?[多少](?:扣|失|减)分?$")
"""Words of a deduction that is measured against another: 比自评多扣1分."""
_CONVERTED = pattern(r"折算|折合|换算|按.{0,4}权重|加权|乘以")
"""Words between a deduction and a score that is no longer on the scale of the full mark."""
_ELSEWHERE = pattern(r"；|其中|标准|规定|细则|办法|的，?$|[如若]")
"""Words between a score and 不得分 that make the latter another item's, or a criterion."""
_NONE = pattern(r"(?:[本该此]项?(?:[一二三四]级)?(?:指标)?|因此|所以|故)(?:自评)?不得分(?=$|[。；，）)])")


@dataclass(frozen=True, eq=False)
class Deducted:
    """A score with its full mark, the points taken off and those added; `worded` where reasons stand with them, which may not be all.

    `awarded` is above 0 and the same passage says 不得分 where `none` holds; nothing else is given then.
    """

    awarded: Figure
    full: Figure | None = None
    off: tuple[Figure, ...] = ()
    bonus: tuple[Figure, ...] = ()
    worded: bool = False
    none: bool = False
    name: str = ""


@dataclass(frozen=True, eq=False)
class Deductions:
    """A sum of points taken off, and the points that are listed behind it; `closed` where nothing says that these are but some."""

    total: Figure
    parts: tuple[Figure, ...]
    closed: bool


@dataclass(slots=True)
class _Group:
    """What follows one full mark."""

    full: Token
    name: str
    off: list[Token] = field(default_factory=list)
    bonus: list[Token] = field(default_factory=list)
    awarded: Token | None = None
    worded: bool = False


def deducted(passages: tuple[Passage, ...], tokens: tuple[Token, ...]) -> Iterator[Deducted | Deductions]:
    """Every score and every sum of deductions whose sentence tells what it is made of, in reading order."""
    for passage, inside in by_passage(passages, tokens):
        scores = [token for token in inside if marks.is_score(token)]
        if not scores or not passage.is_prose or ("扣" not in passage.text and "分" not in passage.text):
            continue
        start = 0
        for end in [*(match.start() for match in _STOP.finditer(passage.text)), len(passage.text)]:
            stated = [token for token in scores if start <= token.start < end]
            if "扣" in passage.text[start:end] or "减" in passage.text[start:end]:
                yield from _sums(stated)
                yield from _scored(stated, start)
            start = end + 1
        yield from _none(passage, scores)


def _sums(stated: Sequence[Token]) -> Iterator[Deductions]:
    """The first sum of deductions with two deductions or more behind it, those of them without what each is made of."""
    at = next((index for index, token in enumerate(stated) if _SUM.search(token.lead)), None)
    if at is None:
        return
    total, told = stated[at], [token for token in stated[at + 1 :] if marks.is_taken_off(token) and not _SUM.search(token.lead)]
    parts = _topmost([token for token in told if not _COMPARED.search(token.lead)])
    if len(parts) > 1 and len(told) == sum(marks.role(token.lead)[0] == "off" for token in stated[at + 1 :]):
        if "其中" in total.passage.text[parts[0].end : parts[-1].start]:
            return  # from there on these are parts of a part
        opener = total.passage.text[total.end : total.end + 3]
        yield Deductions(total.figure, tuple(token.figure for token in parts), bool(_LISTED.match(opener)) and "其中" not in opener)


def _topmost(told: Sequence[Token]) -> list[Token]:
    """The deductions that stand no deeper in brackets than the first: those of 决策扣2分（依据扣1分、目标扣1分） are 决策's own."""
    depth, kept = 0, list(told[:1])
    for last, token in pairwise(told):
        between = token.passage.text[last.end : token.start]
        depth += sum(map(between.count, "([")) - sum(map(between.count, ")]"))
        if depth <= 0:
            kept.append(token)
    return kept


def _scored(stated: Sequence[Token], start: int) -> Iterator[Deducted]:
    """The scores that follow a full mark and what was taken off it."""
    group: _Group | None = None
    low = start
    for token in stated:
        lead = token.passage.text[low : token.start]
        low = token.end
        mark, at = marks.role(lead)
        if _CONVERTED.search(lead):
            group = None
        elif mark in ("full", "whole") or _BASE.search(lead):
            group = _Group(token, _OWN.sub("", marks.name_of(lead[:at])) if mark == "full" else "")
        elif group is None:
            continue
        elif mark == "off" and not marks.is_taken_off(token):
            group = None  # a criterion: what was taken off is not told
        elif mark == "off" and group.awarded is None:
            group.off.append(token)
            group.worded = group.worded or not _PLAIN.fullmatch(lead)
        elif mark == "awarded" and group.awarded is None and group.off and not marks.is_range(token):
            group.awarded = token
            yield _read(group, token)
        elif mark is None and _BONUS.search(lead):
            group.bonus.append(token)
        else:
            group = None


def _read(group: _Group, awarded: Token) -> Deducted:
    """The score, from the sum of the deductions where the text gives one, else from them all."""
    summed = [token for token in group.off if _SUM.search(token.lead)]
    off = summed[:1] or _topmost(group.off)
    bonus = tuple(token.figure for token in group.bonus)
    return Deducted(
        awarded.figure, group.full.figure, tuple(token.figure for token in off), bonus, group.worded and not summed, name=group.name
    )


def _none(passage: Passage, scores: Sequence[Token]) -> Iterator[Deducted]:
    """The last score above 0 before the words that nothing was given, with none of another indicator between them."""
    for match in _NONE.finditer(passage.text):
        before = [token for token in scores if token.end <= match.start() and marks.role(token.lead)[0] == "awarded"]
        if before and _ELSEWHERE.search(passage.text[before[-1].end : match.start()]):
            continue
        if before and before[-1].figure.value and not marks.is_criteria(passage.text[before[-1].lead_start : before[-1].end]):
            yield Deducted(before[-1].figure, none=True)
