"""Opinions of reviewers become decisions on the findings that they are about, each in the book of its file."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable

from lint.commands.decide.desk import Found, book_of, findings, made
from lint.commands.decide.entering import entered, standing
from lint.commands.deciding import today_of
from lint.decision import Decision
from lint.decisions.lists import Opinion
from lint.decisions.write import Key
from lint.errors import UsageError
from lint.report import Report


def registered(given: Iterable[Opinion], path: str, report: Report, options: Namespace, *, preview: bool = False) -> list[str]:
    """Enter the opinions of a list or of an annotated copy, unless it is a `preview`; lines that tell what was entered and what not.

    Raises UsageError, and enters nothing, where it is not clear which finding one is about.
    """
    day = today_of(options)
    by_fingerprint: dict[str, list[Found]] = {}
    for found in findings(report):
        by_fingerprint.setdefault(found.result.fingerprint, []).append(found)
    by_book: dict[str, dict[Key, Decision]] = {}
    before: dict[str, dict[Key, Decision]] = {}
    spoken: dict[str, Opinion] = {}
    gone: list[Opinion] = []
    older: list[Opinion] = []
    for opinion in given:
        meant = [fingerprint for fingerprint in by_fingerprint if fingerprint.startswith(opinion.fingerprint)]
        if len(meant) > 1:
            raise UsageError(f"清单“{path}”{opinion.where}：有{len(meant)}个问题的指纹以“{opinion.fingerprint}”开头，请写全")
        if meant and (other := spoken.setdefault(meant[0], opinion)) is not opinion:
            raise UsageError(f"清单“{path}”{opinion.where}：与{other.where}是同一问题，只能留一行")
        for found in by_fingerprint[meant[0]] if meant else ():
            book = book_of(found.file, options)
            decision = made(found, report, book, opinion.verdict, opinion.reason, opinion.author, opinion.day or day, opinion.expires)
            stands = before.setdefault(book, standing(book)).get(decision.key)
            if stands and stands.day and opinion.day and opinion.day < stands.day:
                older.append(opinion)
            else:
                by_book.setdefault(book, {}).setdefault(decision.key, decision)
        if not meant:
            gone.append(opinion)
    lines: list[str] = []
    for book, decisions in by_book.items():
        lines += entered(book, decisions, preview=preview)
    if older:
        lines.append(f"{len(set(older))}条没有登记，原有意见的日期更晚：{'、'.join(dict.fromkeys(opinion.where for opinion in older))}")
    if gone:
        lines.append(f"{len(gone)}条没有登记，报告中已没有这些问题：{'、'.join(opinion.where for opinion in gone)}")
    return lines
