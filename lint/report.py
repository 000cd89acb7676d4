"""What a run found: results by file, with every check that was made, and the counts that writers print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from lint.document import Document
from lint.figure import QUANTITIES, Figure
from lint.fingerprint import Identity, fingerprints
from lint.place import Span
from lint.say import Language, Say
from lint.settings import DEFAULTS, Settings

if TYPE_CHECKING:
    from lint.blame import Account
    from lint.check import Check, Confidence, Outcome, Severity
    from lint.decision import Decided, Ledger, State, Verdict
    from lint.facts.periods import Period
    from lint.rule import Rule


@dataclass(frozen=True)
class Result:
    """A check as shown to people: with its rule, its severity and its message.

    `identity` and `fingerprint` name it across drafts; `decided` is what a reviewer once said of it.
    `listed` tells whether outputs for people list it without being asked for all. `across`: found where files were held
    against each other, and to be looked for only there. `account` tells which figures can be to blame, `cause` is the fingerprint of the
    finding that this one merely follows from: it is gone with it. `unchanged`: it stands as it stood in the draft that a run is
    measured against, and is counted and not listed.
    """

    code: str
    name: str
    title: Say
    severity: Severity
    confidence: Confidence
    message: Say
    check: Check
    identity: Identity
    fingerprint: str = ""
    decided: Decided | None = None
    listed: bool = True
    across: bool = False
    account: Account | None = None
    cause: str = ""
    unchanged: bool = False

    @property
    def outcome(self) -> Outcome:
        return self.check.outcome

    @property
    def is_finding(self) -> bool:
        return self.check.outcome == "broken"

    @property
    def is_open(self) -> bool:
        """Whether this is a finding that no decision has settled."""
        return self.is_finding and not (self.decided and self.decided.settled)


@dataclass(frozen=True)
class Year:
    """The report year and where it was read: ``"title"``, ``"cover"``, ``"date"``, ``"text"``, ``"option"``."""

    value: int
    evidence: Say


@dataclass(frozen=True)
class ChosenRubric:
    """The scoring table that a file was checked by: its id and name, whether the user named it, why it was taken, whether it was seen in print."""

    id: str
    name: str
    named: bool
    evidence: Say
    verified: bool


@dataclass(frozen=True)
class Problem:
    """An internal failure that cost one rule or one file its result; a defect of the program, not of the report."""

    where: str
    detail: str


@dataclass(frozen=True)
class FileReport:
    """Everything about one file, the one with this number in the run. `figures` are all numbers seen, in reading order.

    `crossed` are the results that stand under another file of the submission and use a figure of this one. `periods` are the
    years that the quantities are about, by their spans, where the figures are asked for.
    """

    document: Document
    results: tuple[Result, ...]
    figures: tuple[Figure, ...] = ()
    year: Year | None = None
    problems: tuple[Problem, ...] = ()
    number: int = 0
    crossed: tuple[Result, ...] = ()
    rubric: ChosenRubric | None = None
    periods: Mapping[Span, Period] = field(default_factory=dict)

    @property
    def unread(self) -> bool:
        """Whether the file could not be read at all."""
        return not self.document.text

    def findings(self) -> Iterator[Result]:
        return (result for result in self.results if result.is_finding)

    def coverage(self) -> tuple[int, int, int]:
        """Figures seen (quantities alone), bound by some check, and checked with a verdict."""
        seen = {figure.span for figure in self.figures if figure.kind in QUANTITIES}
        bound: set[Span] = set()
        checked: set[Span] = set()
        for result in (*self.results, *self.crossed):
            touched = {figure.span for figure in result.check.figures() if figure.file == self.number} & seen
            bound |= touched
            if result.outcome != "undecided":
                checked |= touched
        return len(seen), len(bound), len(checked)


@dataclass(frozen=True)
class Report:
    """The results of a run over one or more files, in the order in which they were given.

    `ledgers` tell of every book of decisions that was used which of them belong to no finding.
    """

    files: tuple[FileReport, ...]
    ledgers: tuple[Ledger, ...] = ()

    def outcomes(self) -> Counter[Outcome]:
        return Counter(result.outcome for file in self.files for result in file.results)

    def relations(self) -> Counter[Outcome]:
        """Outcomes of the checks that compare something; results on reading are none."""
        return Counter(result.outcome for file in self.files for result in file.results if not result.code.startswith("DOC"))

    def severities(self) -> Counter[Severity]:
        return Counter(result.severity for file in self.files for result in file.findings())

    def open(self) -> Counter[Severity]:
        """Severities of the findings that no decision has settled."""
        return Counter(result.severity for file in self.files for result in file.findings() if result.is_open)

    def followers(self) -> dict[tuple[int, str], list[tuple[int, Result]]]:
        """The listed findings that follow from another listed one, by the file and the fingerprint of that one, each with its own file."""
        found = [(file.number, result) for file in self.files for result in file.findings() if result.is_open and result.listed]
        homes: dict[str, list[int]] = {}
        for number, result in found:
            if not result.cause:
                homes.setdefault(result.fingerprint, []).append(number)
        by_cause: dict[tuple[int, str], list[tuple[int, Result]]] = {}
        for number, result in found:
            if home := homes.get(result.cause):
                by_cause.setdefault((number if number in home else home[0], result.cause), []).append((number, result))
        return by_cause

    def listed(self) -> Counter[Severity]:
        """Severities of those that outputs for people list; these alone make a run fail."""
        return Counter(result.severity for file in self.files for result in file.findings() if result.is_open and result.listed)

    def unlisted(self) -> int:
        """How many open findings are below what the settings list."""
        return sum(result.is_open and not result.listed and not result.unchanged for file in self.files for result in file.findings())

    def unchanged(self) -> int:
        """How many open findings stand as they stood in the draft that the run is measured against."""
        return sum(result.is_open and result.unchanged for file in self.files for result in file.findings())

    def decided(self) -> Counter[Verdict]:
        """Verdicts of the decisions that apply to findings."""
        found = (result.decided for file in self.files for result in file.findings() if result.decided)
        return Counter(decided.decision.verdict for decided in found if decided.state == "applies")

    def states(self) -> Counter[State]:
        """How many decisions apply (a finding each), how many are to be confirmed, and what has become of the others."""
        counts = Counter(result.decided.state for file in self.files for result in file.findings() if result.decided)
        counts.update({"stale": sum(len(ledger.stale) for ledger in self.ledgers)})
        counts.update({"absent": sum(len(ledger.absent) for ledger in self.ledgers)})
        return counts

    def coverage(self) -> tuple[int, int, int]:
        """Figures seen, bound and checked over all files."""
        each = [file.coverage() for file in self.files]
        return sum(seen for seen, _, _ in each), sum(bound for _, bound, _ in each), sum(checked for _, _, checked in each)


LANGUAGES: tuple[Language, ...] = ("zh", "en")
AGREES = Say("相符", "agrees")
AGREES_EQUAL = Say("相符：写{claimed}，{working}", "agrees: {claimed} printed, {working}")
AGREES_ORDER = Say("相符：{working}", "agrees: {working}")
AGREES_ROUNDED = Say(
    "按四舍五入相符：写{claimed}，按写出的数字算得{derived}（{working}）",
    "agrees by rounding: {claimed} printed, {derived} from the printed digits ({working})",
)
UNDECIDED = Say("无法核对：{reason}", "cannot be decided: {reason}")


def result_of(rule: Rule, check: Check, identity: Identity, settings: Settings = DEFAULTS) -> Result:
    """A rule's check made presentable, with the severity that the settings give it.

    Raises KeyError where the message of a finding has a field that neither check nor rule gives.
    """
    severity = settings.grade(rule.code, rule.severity, check.severity)
    return Result(
        rule.code,
        rule.name,
        rule.title,
        severity,
        check.confidence,
        _message(rule, check),
        check,
        identity,
        listed=settings.lists(check, severity),
    )


def named(results: Iterable[Result]) -> tuple[Result, ...]:
    """The results of one file with their fingerprints, each unique."""
    made = tuple(results)
    each = fingerprints(result.identity for result in made)
    return tuple(replace(result, fingerprint=own) for result, own in zip(made, each, strict=True))


def _message(rule: Rule, check: Check) -> Say:
    """What to say of a check: the rule's sentence where it is broken, else how it came out."""
    fields = {"claimed": check.claimed, "derived": check.derived, "difference": check.difference, "working": check.working}
    if check.outcome == "undecided":
        return UNDECIDED.of(reason=check.reason or "")
    if check.outcome == "rounding":
        return AGREES_ROUNDED.of(**fields)
    if check.outcome == "holds":
        ordered = check.relation is not None and check.relation.operator != "="
        return (AGREES_ORDER if ordered else AGREES_EQUAL).of(**fields) if check.working else AGREES
    message = check.message or rule.says
    message = message.of(**{"name": "", **fields, **check.values, **message.values})
    for language in LANGUAGES:
        message.text(language)
    return message
