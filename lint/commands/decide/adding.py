"""`gouji decide add`: a decision on one finding, or decisions confirmed whose surroundings changed."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from datetime import date

from lint.commands.decide.desk import Found, book_of, checked, findings, made, shown
from lint.commands.decide.entering import entered
from lint.commands.deciding import today_of
from lint.commands.output import emit
from lint.decision import GIVEN, REASONED, VERDICTS, Decision, verdict_of
from lint.decisions.lists import day_of
from lint.errors import UsageError
from lint.fingerprint import folded
from lint.report import Report
from lint.rule import all_rules, matches

MOST = 5
"""How many findings a fault names."""


def run(options: Namespace) -> int:
    day = today_of(options)
    _refuse(options, day)
    report = checked(options, new=True)
    by_book: dict[str, dict[tuple[int, str], Decision]] = {}
    chosen = _chosen(findings(report), options)
    for found in chosen:
        before = found.decided.decision if found.decided and found.decided.state == "moved" else None
        path = next((ledger.book.path for ledger in report.ledgers if before in ledger.book.decisions), "") or book_of(found.file, options)
        decision = _decision(found, report, path, options, day, before)
        by_book.setdefault(path, {})[before.key if before else decision.key] = decision
    lines = [line for path, decisions in by_book.items() for line in entered(path, decisions)]
    emit("\n".join([*lines, *map(shown, chosen), ""]))
    return 0


def _refuse(options: Namespace, today: date) -> None:
    """Refuse what does not say which finding is meant or what to say of it, before the reports are read."""
    ways = [bool(options.fingerprint), bool(options.rule or options.quote), options.moved]
    if ways.count(True) != 1 or bool(options.rule) != bool(options.quote):
        raise UsageError("用 --fingerprint，或者 --rule 和 --quote，或者 --moved，说明是哪个问题")
    if options.verdict and verdict_of(options.verdict) in REASONED and not options.reason.strip():
        raise UsageError(f"“{options.verdict}”要用 --reason 写明理由")
    expires = day_of(options.expires)
    if options.expires and expires is None:
        raise UsageError(f"--expires 要求日期，例如 2026-11-23，不能是“{options.expires}”")
    if expires and expires < today:
        raise UsageError(f"--expires 不能早于今天（{today}），不能是“{options.expires}”")
    if options.rule and not any(matches(rule, options.rule) for rule in all_rules()):
        raise UsageError(f"没有规则“{options.rule}”")


def _chosen(found: Sequence[Found], options: Namespace) -> list[Found]:
    """The findings that are meant, with one fingerprint unless all moved ones are. Raises UsageError."""
    if options.moved:
        wanted = [item for item in found if item.decided and item.decided.state == "moved"]
    elif options.fingerprint:
        wanted = [item for item in found if item.result.fingerprint.startswith(options.fingerprint.strip("[] ").lower())]
    else:
        codes = {rule.code for rule in all_rules() if matches(rule, options.rule)}
        quote = folded(options.quote.strip("【】"))
        wanted = [item for item in found if item.result.code in codes and quote in _around(item)]
    if not wanted:
        raise UsageError(
            "这些报告中没有疑似同一处、待确认的意见" if options.moved else "这些报告中没有这样的问题，用 gouji check 查看指纹和原文"
        )
    if len({item.result.fingerprint for item in wanted}) > 1 and not options.moved:
        raise UsageError("\n".join([f"有{len(wanted)}个问题与此相符，请用 --fingerprint 指明：", *map(shown, wanted[:MOST])]))
    return wanted


def _around(found: Found) -> str:
    identity = found.result.identity
    return identity.before + identity.quote + identity.after


def _decision(found: Found, report: Report, book: str, options: Namespace, day: date, before: Decision | None) -> Decision:
    """What to say of a finding: what the options say, else what was said where it stood before."""
    expires = day_of(options.expires) if options.expires else None
    reason, author = options.reason.strip(), options.by.strip()
    if verdict := verdict_of(options.verdict or ""):
        return made(found, report, book, verdict, reason, author, day, expires)
    if before is None:
        raise UsageError(f"用 --verdict 写明处理意见：{'、'.join(VERDICTS[verdict].zh for verdict in GIVEN)}")
    return made(
        found, report, book, before.verdict, reason or before.reason, author or before.author, before.day, expires or before.expires
    )
