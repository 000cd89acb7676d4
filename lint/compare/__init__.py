"""Two drafts compared: what was fixed, what remains, what is new, which figures changed and what that did. Pure functions on reports."""

from __future__ import annotations

from collections.abc import Sequence

from lint.compare.aligned import Aligned, Links
from lint.compare.boards import boards, grades
from lint.compare.draft import Draft
from lint.compare.fates import fates
from lint.compare.figures import Pair, paired
from lint.compare.files import likened
from lint.compare.lines import matched
from lint.compare.record import Comparison, Fate, Versions
from lint.given import NOTHING, Given
from lint.report import FileReport


def compared(old: FileReport, new: FileReport, given: Given = NOTHING) -> Comparison:
    """Two drafts of one file; `given` is what the new one was read by."""
    return _versions([(Draft(old, given), Draft(new, given))])[0]


def versions(old: Sequence[FileReport], new: Sequence[FileReport], given: Given = NOTHING, roots: tuple[str, str] = ("", "")) -> Versions:
    """Two versions of a submission; `roots` are the folders in which they stand, whose names tell nothing."""
    pairs = likened([Draft(report, given) for report in old], [Draft(report, given) for report in new], roots)
    return Versions(_versions(pairs))


def laid(pairs: Sequence[tuple[Draft | None, Draft | None]]) -> Versions:
    """Two versions of files of which it is known which is the draft of which."""
    return Versions(_versions(pairs))


def _versions(drafts: Sequence[tuple[Draft | None, Draft | None]]) -> tuple[Comparison, ...]:
    """The comparisons of all pairs; checks between files are followed from file to file."""
    units = [matched(old.units, new.units) if old and new else {} for old, new in drafts]
    pairs = [paired(old.units if old else (), new.units if new else (), own) for (old, new), own in zip(drafts, units, strict=True)]
    links = Links.of([pair for own in pairs for pair in own])
    return tuple(_comparison(old, new, own, found, links) for (old, new), own, found in zip(drafts, units, pairs, strict=True))


def _comparison(old: Draft | None, new: Draft | None, units: dict[int, int], pairs: tuple[Pair, ...], links: Links) -> Comparison:
    if old and new:
        told = tuple(fates(Aligned(old, new, units, links)))
    elif new:
        told = tuple(Fate("new", "added", None, result) for result in new.report.findings())
    else:
        told = tuple(Fate("lost", "unpaired", result, None) for result in old.report.findings()) if old else ()
    return Comparison(
        old.report if old else None, new.report if new else None, pairs, told, boards(old, new, links), grades(old, new, links)
    )
