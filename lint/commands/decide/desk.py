"""What the actions of `gouji decide` share: the reports checked, their findings, where a decision is written, how it is shown."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from lint.commands.deciding import with_decisions
from lint.commands.work import tell_problems, work_of
from lint.decision import VERDICTS, Decided, Decision, State, Verdict
from lint.decisions.find import brief, nearest
from lint.decisions.keys import NAME
from lint.decisions.match import renewed
from lint.decisions.places import remark
from lint.engine import check_files
from lint.errors import UsageError
from lint.paths import STDIN
from lint.report import FileReport, Report, Result
from lint.say import Language
from lint.writers.words import opinion

SHOWN = 8
"""How many digits of a fingerprint are shown."""


@dataclass(frozen=True)
class Found:
    """A finding and the file it stands in."""

    file: FileReport
    result: Result

    @property
    def decided(self) -> Decided | None:
        return self.result.decided


def checked(options: Namespace, leave: Sequence[str] = (), *, new: bool = False) -> Report:
    """The reports of the paths, with the decisions on them; files of `leave` are none, a `new` book need not exist. Raises UsageError."""
    if new and options.decisions and not os.path.exists(options.decisions):
        options = Namespace(**{**vars(options), "decisions": None, "no_decisions": True})
    if STDIN in options.paths:
        raise UsageError("decide 只能用于文件，不能从标准输入读取")
    settings, own = work_of(options)
    own = {file: its for file, its in own.items() if not any(os.path.samefile(file, other) for other in leave)}
    if not own:
        raise UsageError(f"没有可检查的文件：{'、'.join(options.paths)}")
    report = with_decisions(Report(tuple(check_files(own, settings, own))), options, own.values())
    tell_problems(report)
    return report


def findings(report: Report) -> list[Found]:
    return [Found(file, result) for file in report.files for result in file.findings()]


def book_of(file: FileReport, options: Namespace) -> str:
    """Where decisions on a file are written: into the book that was named, the nearest one, or a new one in the folder that was
    named, beside the file if it was named itself."""
    if options.decisions:
        return str(options.decisions)
    path = os.path.abspath(file.document.path)
    if found := nearest(os.path.dirname(path)):
        return found
    named = (os.path.abspath(given) for given in options.paths if os.path.isdir(given))
    folder = next((folder for folder in named if path.startswith(os.path.join(folder, ""))), os.path.dirname(path))
    return brief(os.path.join(folder, NAME))


def made(
    found: Found, report: Report, book: str, verdict: Verdict, reason: str, author: str, day: date | None, expires: date | None
) -> Decision:
    """A decision on a finding."""
    result = found.result
    fresh = Decision(verdict, result.identity, "", 0, reason, author, day, expires)
    return renewed(fresh, result, remarks(found, report, book))


def remarks(found: Found, report: Report, book: str) -> tuple[str, ...]:
    """What a book calls the files whose figures a finding compares, that of the finding first."""
    numbers = dict.fromkeys([found.file.number, *(figure.file for figure in found.result.check.figures())])
    return tuple(remark(report.files[number].document.path, book) for number in numbers)


def told(decision: Decision, state: State, language: Language) -> Iterator[str]:
    """A decision as the lists show it: what it is about, and what it says."""
    identity = decision.identity
    files = "、".join(decision.files)
    yield f"{files}  {identity.rule}  {decision.message}  [{decision.fingerprint[:SHOWN]}]".strip()
    if identity.quote:
        yield f"    {identity.before}【{identity.quote}】{identity.after}"
    yield f"    {opinion(decision, state, language)}"


def shown(found: Found) -> str:
    """A finding in one line."""
    result = found.result
    return f"{found.file.document.path}  {result.code}  {result.message.text('zh')}  [{result.fingerprint[:SHOWN]}]"


def counted(verdicts: Iterable[Verdict]) -> str:
    """How many of each verdict: 误报2，属实1."""
    each = list(verdicts)
    return "，".join(f"{say.zh}{each.count(verdict)}" for verdict, say in VERDICTS.items() if verdict in each)
