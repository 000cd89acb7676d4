"""Runs of rules made presentable: which rules run, what one that fails costs, what never balances, in which order it is told."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from lint.check import Check
from lint.document import Document
from lint.fingerprint import identify
from lint.report import Problem, Result, named, result_of
from lint.rule import Rule, all_rules, selected
from lint.say import Say
from lint.settings import RANK, Settings

if TYPE_CHECKING:
    from lint.facts import Facts

DOUBT = 3
"""From this many broken checks of one manner on, with none that holds, the manner itself is doubted."""
DOUBTED = Say(
    "这类对应关系在全文无一成立，可能读错了对应关系，不下结论",
    "this kind of binding never balances in the document: the binding itself is doubtful",
)

DOUBTFUL, CERTAIN = 0.8, 0.9
"""Certainty of a recognised number below which it accuses nobody, and from which on it is read as well as any.

Measured on simulated scans: no number of a clean one is below 0.9, every misread number of a blurred one below 0.8.
"""
BLURRED = Say(
    "数字由扫描件识别得到，识别把握不足，请对照原件", "a number was recognised in a scan, with too little certainty: compare the original"
)
ALSO = Say("{note}；{recognised}", "{note}; {recognised}")
RECOGNISED = Say("数字由扫描件识别得到，请对照原件", "recognised in a scan: compare the original")


@contextmanager
def costing_one(where: str, problems: list[Problem]) -> Iterator[None]:
    """Turn a failure of one part into a problem, so that it costs neither the other rules nor the other files."""
    try:
        yield
    except MemoryError:
        raise
    except Exception:
        import traceback

        problems.append(Problem(where, traceback.format_exc(limit=-3)))


def rules_for(document: Document, settings: Settings) -> list[Rule]:
    """The selected rules; those on reading stay unless they are ignored, and always for a file that could not be read."""
    chosen = codes_of(settings) if document.text else codes_of(settings) | {rule.code for rule in selected(all_rules(), ("DOC",))}
    return [rule for rule in all_rules() if rule.code in chosen]


def codes_of(settings: Settings) -> set[str]:
    """The codes of the rules that run on files that can be read."""
    chosen = selected(all_rules(), settings.select, settings.ignore) + selected(all_rules(), ("DOC",), settings.ignore)
    return {rule.code for rule in chosen}


def doubt(made: Iterable[tuple[Rule, Check]]) -> list[tuple[Rule, Check]]:
    """Turn the broken checks of a manner of binding that never balances into undecided ones."""
    checks = list(made)
    by_manner: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for rule, check in checks:
        if check.manner:
            by_manner[rule.code, check.manner][check.outcome] += 1
    doubted = {
        key for key, outcomes in by_manner.items() if outcomes["broken"] >= DOUBT and not outcomes["holds"] and not outcomes["rounding"]
    }
    return [
        (
            rule,
            check.but(outcome="undecided", reason=DOUBTED, diagnosis=None)
            if check.outcome == "broken" and (rule.code, check.manner) in doubted
            else check,
        )
        for rule, check in checks
    ]


def distinct(made: Iterable[tuple[Rule, Check]]) -> Iterator[tuple[Rule, Check]]:
    """The checks, each relation of a rule once: two readings of a report (titles, a listing sentence) may assert the same one."""
    seen: set[object] = set()
    for rule, check in made:
        relation = check.relation
        key = relation and (rule.code, relation.operator, check.working, *((figure.file, figure.span) for figure in check.figures()))
        if key is None or key not in seen:
            seen.add(key)
            yield rule, check


def explained(made: Sequence[tuple[Rule, Check]], facts: Mapping[int, Facts], problems: list[Problem]) -> Iterator[tuple[Rule, Check]]:
    """The checks, each broken one with what would explain it; an innocent explanation lowers its severity to what its rule says."""
    if not any(check.outcome == "broken" for _, check in made):
        yield from made
        return
    from lint.diagnoses import diagnosed  # late: a report without findings needs none of it
    from lint.diagnoses.scene import Scene

    scene = Scene(facts, [check for _, check in made])
    for rule, check in made:
        found = check
        with costing_one(rule.code, problems):
            found = diagnosed(check, scene)
        if found.diagnosis is not None and found.diagnosis.innocent and found.outcome == "broken":
            found = found.but(severity=min(found.severity or rule.severity, rule.innocent, key=RANK.__getitem__))
        yield rule, found


def weighed(check: Check, documents: Mapping[int, Document], number: int) -> Check:
    """A broken check whose numbers were recognised in pictures: told with less confidence, undecided where one is doubtful.

    `number` is that of the file in which the check stands. Checks that hold stay: numbers that agree were read rightly.
    """
    if check.outcome != "broken":
        return check
    figures = [*check.figures(), *(check.relation.formula.figures() if check.relation else ())]
    places = [(figure.file, figure.span) for figure in figures] + ([(number, check.span)] if check.span else [])
    scores = [score for file, span in places if (score := documents[file].certainty(span)) is not None]
    if not scores:
        return check
    if min(scores) < DOUBTFUL:
        return check.but(outcome="undecided", reason=BLURRED, diagnosis=None)
    note = ALSO.of(note=check.note, recognised=RECOGNISED) if check.note else RECOGNISED
    sure = check.confidence != "low" and min(scores) >= CERTAIN
    return check.but(confidence="medium" if sure else "low", note=note)


def presented(
    made: Iterable[tuple[Rule, Check]], documents: Mapping[int, Document], number: int, problems: list[Problem], settings: Settings
) -> tuple[Result, ...]:
    """The results of the file with this number in reading order, those of the whole file first, each with a fingerprint of its own.

    `settings` are those of this file.
    """
    document = documents[number]
    ordered = sorted(
        ((rule, weighed(check, documents, number)) for rule, check in distinct(made)),
        key=lambda pair: (pair[1].span.start if pair[1].span else -1, pair[0].code),
    )
    results: list[Result] = []
    for rule, check in ordered:
        with costing_one(rule.code, problems):
            results.append(result_of(rule, check, identify(rule.code, check, document), settings))
    return named(results)
