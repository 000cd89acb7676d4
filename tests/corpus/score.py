"""What the linter makes of the corpus, rule by rule: `python -m tests.corpus.score`."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable

from lint.measured import Measured
from lint.rule import all_rules
from tests.corpus.reports import Case, cases


def tally(chosen: Iterable[Case]) -> tuple[dict[str, Measured], list[str]]:
    """The counts of every rule over some files of the corpus, and each miss and false alarm in words.

    What is missed or wrongly flagged in known/ counts like any other miss and alarm.
    """
    planted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    alarms: Counter[str] = Counter()
    agreed: Counter[str] = Counter()
    details: list[str] = []
    for case in chosen:
        for finding in case.findings:
            if finding.may or not finding.code:
                continue
            hit = any(finding.agrees(result) for result in case.hits(finding))
            planted[finding.code] += 1
            found[finding.code] += hit
            if not hit:
                details.append(f"missed  {case.name}  {finding.code}  {finding.quote}")
        wrong = [result for alarm in case.alarms for result in case.hits(alarm)]
        for result in (*wrong, *case.unlisted()):
            alarms[result.code] += 1
            quote = case.report.document.quote(result.check.span) if result.check.span else ""
            details.append(f"alarm   {case.name}  {result.code}  【{quote}】 {result.message.text()}")
        agreed.update(result.code for result in case.report.results if result.outcome in ("holds", "rounding"))
    codes = sorted({rule.code for rule in all_rules()} | planted.keys() | alarms.keys())
    return {code: Measured(planted[code], found[code], alarms[code], agreed[code]) for code in codes}, details


def explained(chosen: Iterable[Case]) -> tuple[int, int]:
    """How many of the planted defects whose kind of diagnosis is known are told with it, and how many there are."""
    planted = [(finding, case.hits(finding)) for case in chosen for finding in case.findings if finding.diagnosis]
    right = [any(hit.check.diagnosis and hit.check.diagnosis.kind == finding.diagnosis for hit in hits) for finding, hits in planted]
    return sum(right), len(right)


def main() -> None:
    counts, details = tally(cases())
    lines = [f"{'rule':<8}{'planted':>8}{'found':>8}{'alarms':>8}{'agree':>8}"]
    for code, of in counts.items():
        if not code.startswith("DOC") or of.planted or of.alarms:
            lines.append(f"{code:<8}{of.planted:>8}{of.found:>8}{of.alarms:>8}{of.agreed:>8}")
    whole = [sum(getattr(of, name) for of in counts.values()) for name in ("planted", "found", "alarms", "agreed")]
    lines.append(f"{'all':<8}" + "".join(f"{count:>8}" for count in whole))
    right, told = explained(cases())
    lines.append(f"diagnoses named right: {right} of {told}")
    sys.stdout.write("\n".join([*lines, "", *details]) + "\n")


if __name__ == "__main__":
    main()
