"""Decisions brought together with the findings of a run: which apply, which are to be confirmed, which have lost their finding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from lint.decision import Book, Decided, Decision, Ledger, State
from lint.decisions.names import Name, Same, names_of
from lint.decisions.places import Places, remark
from lint.fingerprint import newest
from lint.report import FileReport, Report, Result
from lint.rule import Rule

Taken = Mapping[str, set[tuple[int, str]]]
"""The keys of the decisions that have found their finding, by the path of their book."""


@dataclass(frozen=True)
class Scope:
    """What a run could find: the codes of the rules that ran, and whether they looked at files together.

    `rules` are all rules there are. `places` tell, by the path of a book, what has become of the files that it names.
    """

    today: date
    rules: Sequence[Rule]
    ran: frozenset[str]
    together: bool = False
    places: Mapping[str, Places] = field(default_factory=dict)

    def former(self) -> dict[str, tuple[str, ...]]:
        return {rule.code: rule.former for rule in self.rules if rule.former}

    def looked(self, code: str) -> bool:
        """Whether results of a rule, by a code of today or of old, would have been found; a rule that is no more finds nothing for ever."""
        heirs = {rule.code for rule in self.rules if code == rule.code or code in rule.former}
        return not heirs or bool(heirs & self.ran)


def decided(report: Report, shelf: Sequence[tuple[Book, ...]], scope: Scope) -> Report:
    """The report with the decisions of books beside its findings; `shelf` holds the books of each of its files, stronger ones first.

    A decision applies to every finding of its fingerprint. One that found none stands, in state *moved*, beside at most
    one finding that says the same between other words.
    """
    books = {book.path: book for own in shelf for book in own}
    versions = {decision.version for book in books.values() for decision in book.decisions}
    names = [names_of(file, versions, scope.former()) for file in report.files]
    taken: dict[str, set[tuple[int, str]]] = {path: set() for path in books}
    files = [
        _exact(file, own, shelf[number], taken, scope.today) for number, (file, own) in enumerate(zip(report.files, names, strict=True))
    ]
    files = [_moved(file, own, shelf[number], taken, scope.today) for number, (file, own) in enumerate(zip(files, names, strict=True))]
    ledgers = tuple(
        _ledger(book, taken[path], [file for file, own in zip(files, shelf, strict=True) if book in own], scope)
        for path, book in books.items()
    )
    return replace(report, files=tuple(files), ledgers=ledgers)


def _exact(file: FileReport, names: Mapping[int, list[Name]], books: Sequence[Book], taken: Taken, today: date) -> FileReport:
    """The file with the decisions that are on its very findings: those in force first, and those of people before a baseline."""
    by_key = [(book.path, {decision.key: decision for decision in book.decisions}) for book in books]
    results = list(file.results)
    for index, each in names.items():
        found = [(path, own[name.key]) for path, own in by_key for name in each if name.key in own]
        for path, decision in found:
            taken[path].add(decision.key)
        if found:
            ordered = sorted(
                (decision for _, decision in found), key=lambda decision: (_expired(decision, today), decision.verdict == "baseline")
            )
            state: State = "expired" if _expired(ordered[0], today) else "applies"
            accepted = any(decision.verdict == "baseline" and not _expired(decision, today) for decision in ordered)
            results[index] = replace(results[index], decided=Decided(ordered[0], state, accepted))
    return replace(file, results=tuple(results))


def _moved(file: FileReport, names: Mapping[int, list[Name]], books: Sequence[Book], taken: Taken, today: date) -> FileReport:
    """The file with the decisions that are probably on its findings: one side of the context is still the same."""
    results = list(file.results)
    for book in books:
        done = taken[book.path]
        waiting: dict[Same, list[Decision]] = defaultdict(list)
        for decision in book.decisions:
            if decision.key not in done and decision.identity.quote and not _expired(decision, today):
                waiting[Name.of(decision).same].append(decision)
        for index, each in names.items() if waiting else ():
            near = [decision for name in each for decision in waiting.get(name.same, ()) if name.beside(Name.of(decision))]
            fresh = [decision for decision in near if decision.key not in done]
            if fresh and results[index].decided is None:
                done.add(fresh[0].key)
                results[index] = replace(results[index], decided=Decided(fresh[0], "moved"))
    return replace(file, results=tuple(results))


def _ledger(book: Book, taken: set[tuple[int, str]], files: Sequence[FileReport], scope: Scope) -> Ledger:
    """The decisions of a book that no finding took: *stale* where their place was checked, *absent* where it was not.

    It was where each of the files it names was read under this book, or is gone from a folder that was checked, or bears
    another name today, as other decisions on it tell. A file that is there but was left out, could not be read or belongs
    to another book was not.
    """
    places = scope.places.get(book.path, Places())
    read = {remark(file.document.path, book.path) for file in files if not file.unread and not file.problems}
    left = ({remark(file.document.path, book.path) for file in files} | places.here) - read
    seen = (read | places.gone | {name for decision in book.decisions if decision.key in taken for name in decision.files}) - left
    stale: list[Decision] = []
    absent: list[Decision] = []
    for decision in book.decisions:
        if decision.key in taken:
            continue
        names = set(decision.files)
        reached = scope.together or not (decision.across or len(names) > 1)
        looked = bool(names) and names <= seen and reached and scope.looked(decision.identity.rule)
        (stale if looked else absent).append(decision)
    return Ledger(book, tuple(stale), tuple(absent))


def renewed(decision: Decision, result: Result, files: tuple[str, ...]) -> Decision:
    """The decision under the newest name of its finding."""
    return replace(
        decision,
        identity=result.identity,
        fingerprint=result.fingerprint,
        version=newest(),
        name=result.name,
        message=result.message.text("zh"),
        files=files,
        across=result.across,
    )


def _expired(decision: Decision, today: date) -> bool:
    return decision.expires is not None and decision.expires < today
