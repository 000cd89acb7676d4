"""`gouji decide list`: every decision and what has become of it."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from collections.abc import Mapping

from lint.commands.asking import settings_for
from lint.commands.decide.desk import checked, findings, told
from lint.commands.output import emit
from lint.decision import STATES, Decision, Ledger, State
from lint.say import Say

NONE = Say("没有处理意见", "no decisions")
HEAD = Say("{path}：{count}条：{states}", "{path}: {count} ({states})")
COUNTED: dict[State, Say] = {
    "applies": Say("有效{count}", "in force {count}"),
    "moved": Say("待确认{count}", "to be confirmed {count}"),
    "expired": Say("到期{count}", "expired {count}"),
    "stale": Say("失效{count}", "stale {count}"),
    "absent": Say("未涉及{count}", "not part of this run {count}"),
}


def run(options: Namespace) -> int:
    options.paths = options.paths or ["."]
    report = checked(options)
    language = settings_for(options).language
    found: dict[Decision, State] = {item.decided.decision: item.decided.state for item in findings(report) if item.decided}
    lines: list[str] = []
    for ledger in report.ledgers:
        each = [(decision, _state(decision, ledger, found)) for decision in ledger.book.decisions]
        counts = Counter(state for _, state in each)
        told_counts = ("，" if language == "zh" else ", ").join(COUNTED[state].of(count=counts[state]).text(language) for state in STATES)
        lines.append(HEAD.of(path=ledger.book.path, count=len(each), states=told_counts).text(language))
        for decision, state in each:
            lines += ["", *told(decision, state, language)]
        lines.append("")
    emit("\n".join(lines or [NONE.text(language), ""]))
    return 0


def _state(decision: Decision, ledger: Ledger, found: Mapping[Decision, State]) -> State:
    if decision in ledger.stale:
        return "stale"
    return "absent" if decision in ledger.absent else found.get(decision, "applies")
