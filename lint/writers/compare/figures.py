"""The figures that are not the same, for people: changed ones each on a line, those put in or taken out by the passage they stand in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from lint.compare.record import Fate, Move
from lint.say import Say
from lint.writers.compare.told import COLON, FEW, Told, code
from lint.writers.compare.words import STATES

MOST = 60
"""Lines of figures that a file lists; `-f json` has them all."""

HEAD = Say("数字：改动{changed}，删除{removed}，新增{added}", "figures: changed {changed}, removed {removed}, added {added}")
SAME = Say("；相同{same}", "; same {same}")
RESTATED = Say("，另有{restated}个值相同而写法不同", ", same value printed otherwise {restated}")
UNCHANGED = Say("没有改动的数字", "no figure changed")
BOTH = Say("{figure}（旧稿 {old}；新稿 {new}）", "{figure} (old: {old}; new: {new})")
FIXED = Say("；改正 {codes}", "; fixed {codes}")
BROKE = Say("；引起 {codes}", "; broke {codes}")
MORE = Say("……其余{count}行，-f json 列出全部", "… {count} lines more, all in -f json")

Group = tuple[object, ...]


def listed(told: Told) -> Iterator[str]:
    """How many figures changed, and which."""
    counts = told.file.states()
    moves = list(told.file.moves())
    head = HEAD.of(changed=counts["changed"], removed=counts["removed"], added=counts["added"]) if moves else UNCHANGED
    restated = told.say(RESTATED.of(restated=counts["restated"])) if counts["restated"] else ""
    yield told.say(head) + told.say(SAME.of(same=counts["same"])) + restated
    lines = [_line(told, list(group)) for _, group in groupby(moves, lambda move: _group(told, move))]
    yield from lines[:MOST]
    if len(lines) > MOST:
        yield f"  {told.say(MORE.of(count=len(lines) - MOST))}"


def _group(told: Told, move: Move) -> Group:
    """Figures that were put in or taken out and stand in one line of a draft are told together."""
    pair = move.pair
    report = told.file.new if pair.old is None else told.file.old
    figure = pair.new or pair.old
    if (pair.old is not None and pair.new is not None) or report is None or figure is None:
        return (id(move),)
    place = report.document.place(figure.span)
    return (pair.state, place.sheet, place.page, place.outline, place.table, place.row, place.paragraph, place.line)


def _line(told: Told, moves: Sequence[Move]) -> str:
    """One changed figure, or those of one passage, with the findings that they fixed and broke."""
    ends = _codes(told, [fate for move in moves for fate in move.fixed], FIXED)
    ends += _codes(told, [fate for move in moves for fate in move.broke], BROKE)
    pair = moves[0].pair
    if pair.old is not None and pair.new is not None:
        places = {"old": told.place(told.file.old, pair.old.span), "new": told.place(told.file.new, pair.new.span)}
        return f"  {told.say(BOTH.of(figure=told.move(pair), **places))}{ends}"
    added = pair.old is None
    figures = [figure for move in moves if (figure := move.pair.new if added else move.pair.old)]
    place = told.place(told.file.new if added else told.file.old, figures[0].span)
    printed = [told.printed(figure, told.news if added else told.olds) for figure in figures[:FEW]] + ["…"] * (len(figures) > FEW)
    return f"  {told.say(COLON.of(lead=f'{told.say(STATES[pair.state])} {place}', rest=told.comma.join(printed)))}{ends}"


def _codes(told: Told, fates: Sequence[Fate], form: Say) -> str:
    """The findings that changes fixed or broke, each once."""
    codes = dict.fromkeys(map(code, fates))
    return told.say(form.of(codes=told.comma.join(codes))) if codes else ""
