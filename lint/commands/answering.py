"""`gouji check --annotate`: what reviewers answered in the copies of an earlier run is entered before new copies are written."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterable, Mapping

from lint.commands.annotating import commented
from lint.commands.decide.registering import registered
from lint.decisions.answers import answered
from lint.decisions.lists import Opinion, opinions
from lint.errors import Unreadable, UsageError
from lint.guard import Guard
from lint.report import Report
from lint.settings import Settings


def given(copies: Iterable[str], settings: Settings) -> dict[str, list[Opinion]]:
    """The opinions in each copy that holds some; what is wrong with those of a copy is said on standard error."""
    found: dict[str, list[Opinion]] = {}
    with Guard(settings.timeout, settings.memory) as guard:
        for copy in filter(os.path.exists, copies):
            try:
                own = opinions(answered(commented(copy, guard), copy), copy)
            except Unreadable:
                continue  # no comments of a reviewer, then
            except UsageError as error:
                print(f"gouji: {error}", file=sys.stderr)
                continue
            if own:
                found[copy] = own
    return found


def enter(answers: Mapping[str, list[Opinion]], report: Report, options: Namespace) -> None:
    """Enter the opinions into the books of the files, and say on standard error what was entered and what not."""
    for copy, own in answers.items():
        try:
            lines = registered(own, copy, report, options)
        except UsageError as error:
            lines = [str(error)]
        for line in lines:
            print(f"gouji: “{copy}”中的意见：{line}", file=sys.stderr)
