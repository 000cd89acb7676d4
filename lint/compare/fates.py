"""What became of every finding. Fixed is only what can be shown to be: what cannot be found or decided any more is lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.compare.again import again
from lint.compare.aligned import Aligned, keys_of
from lint.compare.checks import together
from lint.compare.figures import Pair
from lint.compare.record import Fate, Lot, Why
from lint.place import Span
from lint.relation import Relation
from lint.report import Result


def fates(aligned: Aligned) -> Iterator[Fate]:
    """The findings of the old draft in its order, then those that are new."""
    pairs = together(aligned)
    onward = {id(earlier): later for earlier, later in pairs}
    back = {id(later): earlier for earlier, later in pairs}
    for result in aligned.old.report.findings():
        yield _followed(aligned, result, onward.get(id(result)))
    for result in aligned.new.report.findings():
        earlier = back.get(id(result))
        if earlier is None or not earlier.is_finding:
            moves = _moves(aligned, earlier, result)
            yield Fate("new", _cause(aligned, result, earlier, moves), earlier, result, moves)


def _followed(aligned: Aligned, old: Result, new: Result | None) -> Fate:
    """What became of a finding of the old draft; `new` is the check that is its like."""
    moves = _moves(aligned, old, new)
    lot, why = _met(aligned, old, new, moves) if new is not None else _missing(aligned, old, moves)
    if (lot, why) == ("lost", "unchecked") and (relation := _agreeing(aligned, old)):
        return Fate("fixed", "agrees", old, None, moves, relation)
    return Fate(lot, why, old, new, moves)


def _met(aligned: Aligned, old: Result, new: Result, moves: Sequence[Pair]) -> tuple[Lot, Why]:
    """What became of a finding whose check was made again."""
    if new.is_finding:
        return "remains", "changed" if any(pair.state != "restated" for pair in moves) else "same"
    if new.outcome == "undecided":
        return "lost", "undecided"
    same = bool(moves) or {aligned.links.there(key) for key in keys_of(old)} == set(keys_of(new))
    return ("fixed", "agrees") if same else ("lost", "unchecked")  # other figures though none changed: another relation


def _missing(aligned: Aligned, old: Result, moves: Sequence[Pair]) -> tuple[Lot, Why]:
    """What became of a finding whose check was not made again."""
    if aligned.new.report.unread:
        return "lost", "unread"
    span = old.check.span
    if span is None:
        return "fixed", "reading"
    if _is_gone(aligned, old):
        return ("fixed", "removed") if aligned.new.is_whole(aligned.old) else ("lost", "unread")
    unit = aligned.old.at(span)
    altered = bool(moves) or not aligned.says_the_same(unit, None if unit is None else aligned.units.get(unit))
    return ("fixed", "altered") if old.check.relation is None and altered else ("lost", "unchecked")


def _is_gone(aligned: Aligned, result: Result) -> bool:
    """Whether what a finding is about is no longer printed: its place, or all that contradicted it."""
    if aligned.before(result) is None:
        return True
    others = keys_of(result)[1:] if result.check.relation is not None else []
    return bool(others) and all(aligned.links.there(key) is None for key in others)


def _agreeing(aligned: Aligned, result: Result) -> Relation | None:
    """The relation of a check over the figures of the new draft, where it holds there."""
    relation = result.check.relation and again(result.check.relation, aligned.links.figure)
    return relation if relation is not None and relation.verdict() in ("holds", "rounding") else None


def _cause(aligned: Aligned, new: Result, old: Result | None, moves: Sequence[Pair]) -> Why:
    """Why a finding of the new draft was none of the old one; `old` is the check that is its like."""
    if aligned.old.report.unread:
        return "unread"
    if old is not None and old.outcome == "undecided":
        return "undecided"
    span = new.check.span
    if span is None:
        return "reading"
    if moves:
        return "changed" if any(pair.old is not None for pair in moves) else "added"
    return _rewritten(aligned, span)


def _rewritten(aligned: Aligned, span: Span) -> Why:
    """Why there is a finding at a place of the new draft though no figure of it changed."""
    unit = aligned.new.at(span)
    if unit is None:
        return "unchecked"
    if unit not in aligned.back:
        return "added"
    return "unchecked" if aligned.says_the_same(aligned.back[unit], unit) else "altered"


def _moves(aligned: Aligned, old: Result | None, new: Result | None) -> tuple[Pair, ...]:
    """The figures of a check that are not the same in both drafts, each once."""
    found = [aligned.links.new.get(key) for key in keys_of(new)] + [aligned.links.old.get(key) for key in keys_of(old)]
    return tuple({id(pair): pair for pair in found if pair is not None and pair.state != "same"}.values())
