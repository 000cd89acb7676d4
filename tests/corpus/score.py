"""What the linter makes of the corpus, rule by rule: `python -m tests.corpus.score`."""

from __future__ import annotations

import sys
from collections import Counter

from lint.rule import all_rules
from tests.corpus.reports import cases


def main() -> None:
    planted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    alarms: Counter[str] = Counter()
    agreed: Counter[str] = Counter()
    details: list[str] = []
    for case in cases():
        expected = [finding for finding in case.findings if not finding.may] if case.verdict.drawer == "fire" else []
        for finding in expected:
            hit = any(finding.agrees(result) for result in case.hits(finding))
            planted[finding.code] += 1
            found[finding.code] += hit
            if not hit:
                details.append(f"missed  {case.name}  {finding.code}  {finding.quote}")
        for result in case.unlisted():
            alarms[result.code] += 1
            quote = case.report.document.quote(result.check.span) if result.check.span else ""
            details.append(f"alarm   {case.name}  {result.code}  【{quote}】 {result.message.text()}")
        agreed.update(result.code for result in case.report.results if result.outcome in ("holds", "rounding"))
    lines = [f"{'rule':<8}{'planted':>8}{'found':>8}{'alarms':>8}{'agree':>8}"]
    for code in sorted({rule.code for rule in all_rules()} | planted.keys() | alarms.keys()):
        if code.startswith("DOC") and not planted[code] and not alarms[code]:
            continue
        lines.append(f"{code:<8}{planted[code]:>8}{found[code]:>8}{alarms[code]:>8}{agreed[code]:>8}")
    lines.append(f"{'all':<8}{planted.total():>8}{found.total():>8}{alarms.total():>8}{agreed.total():>8}")
    sys.stdout.write("\n".join([*lines, "", *details]) + "\n")


if __name__ == "__main__":
    main()
