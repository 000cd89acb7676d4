"""Decisions entered into a book, and what that did to those which stood there."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping

from lint.commands.decide.desk import counted
from lint.decision import Decision
from lint.decisions.read import read
from lint.decisions.write import Key, update
from lint.writers.words import opinion


def standing(path: str) -> dict[Key, Decision]:
    """The decisions of a book by their keys; none where it is still to be made."""
    return {decision.key: decision for decision in read(path).decisions} if os.path.exists(path) else {}


def entered(path: str, put: Mapping[Key, Decision], *, preview: bool = False) -> Iterator[str]:
    """Enter decisions in the places of their keys, unless it is a `preview`; lines that tell how many are new and what was replaced.

    A decision that says what already stands there leaves it with its date.
    """
    before = standing(path)
    same = {key for key, decision in put.items() if key in before and _says(before[key]) == _says(decision)}
    replaced = [before[key] for key in put if key in before and key not in same]
    written = {key: decision for key, decision in put.items() if key not in same or decision.key != key}
    if written and not preview:
        update(path, written)
    line = f"{path}：登记{len(put)}条：{counted(item.verdict for item in put.values())}"
    if replaced or same:
        line += f"；新增{len(put) - len(replaced) - len(same)}，代替{len(replaced)}，相同{len(same)}"
    yield line
    for decision in replaced:
        yield f"    代替原有意见：{opinion(decision, 'applies', 'zh')}"


def _says(decision: Decision) -> tuple[object, ...]:
    """What a person said, but for the day."""
    return decision.verdict, decision.reason, decision.author, decision.expires
