"""The names that a finding has borne: by the fingerprints of every version, under the code of its rule and those of old."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from lint.decision import Decision
from lint.fingerprint import Identity, fingerprints, identify, newest
from lint.report import FileReport, Result

Same = tuple[int, str, str, tuple[str, ...]]
"""What stays of a finding whose surroundings changed: version, rule, quote, numbers."""


@dataclass(frozen=True, slots=True)
class Name:
    """One of the names of a finding, or the one that a decision knows it by."""

    version: int
    identity: Identity
    fingerprint: str

    @classmethod
    def of(cls, decision: Decision) -> Name:
        return cls(decision.version, decision.identity, decision.fingerprint)

    @property
    def key(self) -> tuple[int, str]:
        return self.version, self.fingerprint

    @property
    def same(self) -> Same:
        return self.version, self.identity.rule, self.identity.quote, self.identity.numbers

    def beside(self, other: Name) -> bool:
        """Whether the words before or those after are the same, where there are any."""
        one, two = self.identity, other.identity
        return (one.before == two.before != "") or (one.after == two.after != "")


def names_of(file: FileReport, versions: Iterable[int], former: Mapping[str, tuple[str, ...]]) -> dict[int, list[Name]]:
    """The names of every finding of a file, by its index among the results; `former` are the codes of old of a code."""
    found: dict[int, list[Name]] = defaultdict(list)
    for version in sorted(versions, reverse=True):
        own = [_identity(result, file, version) for result in file.results]
        codes = [(result.code, *former.get(result.code, ())) for result in file.results]
        for rank in range(max(map(len, codes), default=0)):
            bearers = [(index, replace(own[index], rule=each[rank])) for index, each in enumerate(codes) if rank < len(each)]
            for (index, identity), fingerprint in zip(bearers, fingerprints(identity for _, identity in bearers), strict=True):
                found[index].append(Name(version, identity, fingerprint))
    return {index: names for index, names in found.items() if file.results[index].is_finding}


def _identity(result: Result, file: FileReport, version: int) -> Identity:
    return result.identity if version == newest() else identify(result.code, result.check, file.document, version)
