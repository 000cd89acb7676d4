"""`校核意见.toml` written: what people wrote in it stays as it is, and no crash costs what was there before."""

from __future__ import annotations

import os
from codecs import BOM_UTF8
from collections.abc import Iterable, Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from lint.decision import VERDICTS, Decision
from lint.decisions.keys import (
    ACROSS,
    AFTER,
    AUTHOR,
    BEFORE,
    DATE,
    EXPIRES,
    FILES,
    FINGERPRINT,
    MESSAGE,
    NUMBERS,
    QUOTE,
    REASON,
    RULE,
    TABLE,
    VERDICT,
    VERSION,
)
from lint.decisions.lock import locked
from lint.decisions.read import heads_of, read, source
from lint.saving import save

HEADING = f"""\
# gouji 校核意见：每段一条，对应报告中的一个问题。
# {VERDICT}：属实、误报、已改、不适用、基线。{REASON}、{AUTHOR}、{DATE}、{EXPIRES}也可以修改；日期不加引号。
# 其余各项供对照，由程序填写；{FINGERPRINT}用来认出问题，不要修改。
"""
Key = tuple[int, str]
NONE: Mapping[Key, Decision] = MappingProxyType({})


def update(path: str, put: Mapping[Key, Decision] = NONE, drop: Iterable[Key] = ()) -> None:
    """Put decisions into a file (made if need be), each in place of the one with its key, and drop others by their keys.

    Comments and the order of the file stay. Raises UsageError for a file with faults, or where the system refuses.
    """
    with locked(path):
        save(path, _as_it_was(path, _changed(path, put, drop)))


def _changed(path: str, put: Mapping[Key, Decision], drop: Iterable[Key]) -> str:
    """The text of the file with what is put in and without what is dropped."""
    exists = os.path.exists(path)
    decisions = read(path).decisions if exists else ()
    gaps, entries = parted(source(path)) if exists else ([HEADING], [])
    places = {decision.key: index for index, decision in enumerate(decisions)}
    for key, decision in put.items():
        if key in places:
            entries[places[key]] = _filled(entries[places[key]], decision)
        else:
            places[key] = len(entries)
            entries.append(_filled(f'[["{TABLE}"]]\n', decision))
            gaps[-1] = gaps[-1].rstrip() + "\n\n" if gaps[-1].strip() or len(entries) > 1 else ""
            gaps.append("\n")
    for key in places.keys() & set(drop):  # another run may have dropped some
        entries[places[key]] = ""
        gaps[places[key] + 1] = gaps[places[key] + 1].lstrip("\r\n")
    return "".join(piece for pair in zip(gaps, [*entries, ""], strict=True) for piece in pair).rstrip() + "\n"


def _as_it_was(path: str, text: str) -> str:
    """The text with the ends of lines and the mark at its beginning that the file has, if there is one: those of Notepad."""
    if not os.path.exists(path):
        return text
    with open(path, "rb") as stream:
        data = stream.read()
    if b"\r\n" in data:
        text = text.replace("\r\n", "\n").replace("\n", "\r\n")
    return "\ufeff" + text if data.startswith(BOM_UTF8) else text


def parted(text: str) -> tuple[list[str], list[str]]:
    """The text between the entries of a file of decisions, the one before the first and after the last included, and the entries.

    Comments right above an entry stand between: an entry that goes takes along nothing but itself.
    """
    lines = [f"{line}\n" for line in text.split("\n")]  # TOML knows no other ends of lines
    heads = heads_of(lines)
    gaps, entries, done = [], [], 0
    for start, following in pairwise((*heads, len(lines))):
        end = following
        while not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#"):
            end -= 1
        gaps.append("".join(lines[done:start]))
        entries.append("".join(lines[start:end]))
        done = end
    return [*gaps, "".join(lines[done:])], entries


def _filled(entry: str, decision: Decision) -> str:
    """The text of an entry with what the decision says; what is unchanged keeps its comments and its way of writing."""
    import tomlkit  # late: only commands that write decisions need it

    document = tomlkit.parse(entry)
    table = document[TABLE][0]
    for key, value in _entry(decision).items():
        if value in ("", None, []):
            table.pop(key, None)
        elif key not in table or table[key] != value:
            table[key] = value
    return document.as_string().rstrip() + "\n"


def _entry(decision: Decision) -> dict[str, Any]:
    identity = decision.identity
    return {
        VERDICT: VERDICTS[decision.verdict].zh,
        REASON: decision.reason,
        AUTHOR: decision.author,
        DATE: decision.day,
        EXPIRES: decision.expires,
        RULE: f"{identity.rule} {decision.name}".strip(),
        MESSAGE: decision.message,
        BEFORE: identity.before,
        QUOTE: identity.quote,
        AFTER: identity.after,
        NUMBERS: list(identity.numbers),
        FILES: list(decision.files),
        ACROSS: decision.across or None,
        FINGERPRINT: decision.fingerprint,
        VERSION: decision.version,
    }
