"""`校核意见.toml` read and checked: every fault is told with file and line."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from lint.decision import REASONED, VERDICTS, Book, Decision, verdict_of
from lint.decisions.keys import (
    ACROSS,
    AFTER,
    AUTHOR,
    BEFORE,
    DATE,
    EXPIRES,
    FILES,
    FINGERPRINT,
    KINDS,
    KINDS_SAID,
    MESSAGE,
    NEEDED,
    NUMBERS,
    QUOTE,
    REASON,
    RULE,
    TABLE,
    VERDICT,
    VERSION,
)
from lint.errors import UsageError
from lint.fingerprint import VERSIONS, Identity
from lint.lines import finder
from lint.paths import cause
from lint.pattern import pattern

FINGERPRINTS = pattern(r"[0-9a-f]{16}")
_HEAD = pattern(rf'\s*\[\[\s*(["\'])?{TABLE}(?(1)\1)\s*\]\]')
_LINE = pattern(r"at line (\d+)")
_BARE = pattern(r"^\s*(?:\[\[)?[^\W\d_A-Za-z]+\s*(?:=|\]\])|[“”＝]")
"""A key in Chinese without its quotation marks, or signs of the wrong width."""


def source(path: str) -> str:
    """The text of a file of decisions, line ends as they are. Raises UsageError where it cannot be read."""
    try:
        with open(path, encoding="utf-8-sig", newline="") as stream:
            return stream.read()
    except OSError as error:
        raise UsageError(f"读不了校核意见“{path}”：{cause(error).text()}") from None
    except UnicodeDecodeError:
        raise UsageError(f"校核意见“{path}”不是 UTF-8 编码，请另存为 UTF-8") from None


def read(path: str) -> Book:
    """The decisions of a file. Raises UsageError with file and line of the first fault."""
    text = source(path)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"校核意见“{path}”的写法不对：{error}{_hint(text, str(error))}") from None
    for key in data:
        if key != TABLE:
            raise UsageError(f'校核意见“{path}”：“{key}”不认识，只能有 [["{TABLE}"]]')
    entries = data.get(TABLE, [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise UsageError(f'校核意见“{path}”：每条意见应写成 [["{TABLE}"]] 一段')
    if len(heads_of(text.split("\n"))) != len(entries):
        raise UsageError(f'校核意见“{path}”：每条意见应写成 [["{TABLE}"]] 一段')
    faults = _Faults(path, text)
    decisions = tuple(_decision(entry, index, faults) for index, entry in enumerate(entries))
    seen: dict[tuple[int, str], int] = {}
    for index, decision in enumerate(decisions):
        if decision.key in seen:
            raise faults.fault(index, FINGERPRINT, f"同一问题在第{faults.line(seen[decision.key])}行已有意见，只能留一条")
        seen[decision.key] = index
    return Book(path, decisions)


def heads_of(lines: Sequence[str]) -> list[int]:
    """The numbers, from 0, of the lines that begin an entry."""
    return [number for number, line in enumerate(lines) if _HEAD.match(line)]


class _Faults:
    """Says where in the file a fault stands."""

    def __init__(self, path: str, text: str) -> None:
        self._path = path
        self._find = finder(text, (TABLE,))

    def fault(self, index: int, key: str, told: str) -> UsageError:
        """What is wrong with a key of the entry with this index."""
        return UsageError(f"校核意见“{self._path}”第{self.line(index, key)}行：{told}")

    def line(self, index: int, key: str = "") -> int:
        """The line of a key of an entry, from 1; that of its heading where it has no such key."""
        return self._find((index, key))


def _decision(entry: Mapping[str, Any], index: int, faults: _Faults) -> Decision:
    for key, value in entry.items():
        if key not in KINDS:
            raise faults.fault(index, key, f"“{key}”不认识，可以写的有 {'、'.join(KINDS)}")
        if not _is(KINDS[key], value):
            raise faults.fault(index, key, f"“{key}”应是{KINDS_SAID[KINDS[key]]}")
    for key in NEEDED:
        if key not in entry:
            raise faults.fault(index, "", f"这条意见缺少“{key}”")
    verdict = verdict_of(entry[VERDICT])
    if verdict is None:
        raise faults.fault(index, VERDICT, f"处理意见“{entry[VERDICT]}”不认识，可用的有 {'、'.join(say.zh for say in VERDICTS.values())}")
    if verdict in REASONED and not entry.get(REASON, "").strip():
        raise faults.fault(index, REASON, f"“{VERDICTS[verdict].zh}”要写明理由")
    if not FINGERPRINTS.fullmatch(entry[FINGERPRINT]):
        raise faults.fault(index, FINGERPRINT, f"指纹“{entry[FINGERPRINT]}”不对，应是16位十六进制数")
    if entry[VERSION] not in VERSIONS:
        raise faults.fault(index, VERSION, f"指纹版本{entry[VERSION]}不认识，这条意见可能由更新的 gouji 写成")
    code, _, name = entry[RULE].partition(" ")
    return Decision(
        verdict,
        Identity(code, entry.get(BEFORE, ""), entry.get(QUOTE, ""), entry.get(AFTER, ""), tuple(entry.get(NUMBERS, ()))),
        entry[FINGERPRINT],
        entry[VERSION],
        entry.get(REASON, ""),
        entry.get(AUTHOR, ""),
        entry.get(DATE),
        entry.get(EXPIRES),
        name.strip(),
        entry.get(MESSAGE, ""),
        tuple(entry.get(FILES, ())),
        entry.get(ACROSS, False),
    )


def _is(kind: str, value: object) -> bool:
    if kind == "date":
        return isinstance(value, date) and not isinstance(value, datetime)
    if kind == "list":
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    return type(value) is {"count": int, "flag": bool, "text": str}[kind]


def _hint(text: str, fault: str) -> str:
    """What is probably meant, where the line that the fault names lacks quotation marks or has those of the wrong width."""
    at = _LINE.search(fault)
    line = text.split("\n")[int(at[1]) - 1] if at else ""
    return "；键和文字都要放在半角引号中" if _BARE.search(line) else ""
