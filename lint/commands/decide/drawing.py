"""`gouji decide baseline`: everything as it stands is accepted, so that later runs report what is new; what is new now is told first."""

from __future__ import annotations

import os
from argparse import Namespace

from lint.commands.decide.desk import Found, checked, findings, made, shown
from lint.commands.deciding import today_of
from lint.commands.output import emit
from lint.decision import Decision
from lint.decisions.read import read
from lint.decisions.write import update


def run(options: Namespace) -> int:
    path, day = options.output, today_of(options)
    updated = os.path.exists(path)
    options.baseline = path if updated else None
    report = checked(options)
    drawn: dict[tuple[int, str], Decision] = {}
    new: list[Found] = []
    said = {decision.key for decision in read(path).decisions if decision.verdict != "baseline"} if updated else set()
    for item in findings(report):
        decision = made(item, report, path, "baseline", "", "", day, None)
        if decision.key not in said and not (item.decided and item.decided.settled):
            drawn.setdefault(decision.key, decision)
            new.append(item)
    stale = [ledger.stale for ledger in report.ledgers if ledger.book.path == path]
    gone = [decision.key for each in stale for decision in each if decision.verdict == "baseline"]
    update(path, drawn, drop=gone)
    if not updated:
        emit(f"{path}：记作基线{len(drawn)}条\n")
        return 0
    emit("\n".join([*map(shown, new), f"{path}：新出现{len(drawn)}条，也记作基线；已不在{len(gone)}条，从基线中删去", ""]))
    return int(bool(new))
