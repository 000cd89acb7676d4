"""`gouji decide prune`: decisions that have lost their finding are shown and removed, the others written under its newest name."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from lint.commands.asking import settings_for
from lint.commands.decide.desk import Found, checked, findings, remarks, told
from lint.commands.output import emit
from lint.decision import Decision, Ledger
from lint.decisions.match import renewed
from lint.decisions.write import update
from lint.report import Report


def run(options: Namespace) -> int:
    report = checked(options)
    language = settings_for(options).language
    found = [item for item in findings(report) if item.decided and item.decided.state == "applies"]
    lines: list[str] = []
    for ledger in report.ledgers:
        for decision in ledger.stale:
            lines += [*told(decision, "stale", language), ""]
        newer = _newer(ledger, found, report)
        if not options.dry_run and (ledger.stale or newer):
            update(ledger.book.path, newer, drop=[decision.key for decision in ledger.stale])
        lines.append(f"{ledger.book.path}：失效{len(ledger.stale)}条，改用最新指纹或名称{len(newer)}条，未涉及{len(ledger.absent)}条没有动")
    if options.dry_run:
        lines.append("只是预览，没有写入")
    emit("\n".join([*(lines or ["没有处理意见"]), ""]))
    return 0


def _newer(ledger: Ledger, found: Sequence[Found], report: Report) -> dict[tuple[int, str], Decision]:
    """What should stand in a book instead of decisions whose finding or file is called otherwise today, by their keys."""
    newer: dict[tuple[int, str], Decision] = {}
    for decision in ledger.book.decisions:
        own = [item for item in found if item.decided and item.decided.decision == decision]
        if not own:
            continue
        files = [remarks(item, report, ledger.book.path) for item in own]
        kept = decision.files if decision.files in files else files[0]
        current = renewed(decision, own[0].result, kept)
        if (current.key, current.identity.rule, current.name, current.files) != (
            decision.key,
            decision.identity.rule,
            decision.name,
            decision.files,
        ):
            newer[decision.key] = current
    return newer
