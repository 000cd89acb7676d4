"""Settings that contradict each other: within one layer, and where layers come together."""

from __future__ import annotations

from collections.abc import Sequence

from lint.config.kinds import known
from lint.config.setting import Setting, Values
from lint.errors import UsageError
from lint.lines import Path, path_of
from lint.own.load import KEYS, refuse
from lint.settings import RANK

COUNTERPARTS = {"select": "ignore", "exclude": "include", "fail-on": "min-severity"}
"""For the key that a contradiction is told of, the one that it contradicts."""


def clash(values: Values) -> tuple[str, Path] | None:
    """The first contradiction within one layer of values, and the key that it is about; None where there is none."""
    if fault := _apart(values):
        return fault
    try:
        refuse({key: [entry.value for entry in values.get(key, ())] for key in KEYS})
    except UsageError as error:
        return str(error), path_of(str(error))
    return None


def refuse_merged(values: Values) -> None:
    """Raises UsageError, with who said what, where layers that are each in order contradict each other once they are merged."""
    if fault := _apart(values):
        message, path = fault
        key = str(path[0])
        places = (f"{name}：{place}" for name in (key, COUNTERPARTS[key]) for place in _places(values[name]))
        raise UsageError(f"{message}（{'；'.join(places)}）")
    files = {f"“{entry.origin.name}”" for key in KEYS for entry in values[key]}
    if len(files) > 1:  # one alone has been looked through
        nearest = {key: {entry.value.head.name: entry.value for entry in reversed(values[key])} for key in KEYS}
        try:
            refuse({key: list(rules.values()) for key, rules in nearest.items()})
        except UsageError as error:
            raise UsageError(f"{'、'.join(sorted(files))}合在一起时：{error}") from None


def _places(entries: Sequence[Setting]) -> list[str]:
    """Who set the entries, each once."""
    return list(dict.fromkeys(entry.origin.who for entry in entries))


def _apart(values: Values) -> tuple[str, Path] | None:
    """The first contradiction of two keys."""
    if "select" in values and "ignore" in values:
        ignored = {code for entry in values["ignore"] for code in known(entry.value)}
        for handle in values["select"][0].value:
            if ignored.issuperset(known(handle)):
                return f"“{handle}”既写在 select 里，又被 ignore 全部排除", ("select",)
    if "include" in values and "exclude" in values:
        for entry in values["exclude"]:
            if entry.value in values["include"][0].value:
                return f"“{entry.value}”既写在 include 里，又写在 exclude 里", ("exclude",)
    if "fail-on" in values and "min-severity" in values:
        fails, least = values["fail-on"][0].value, values["min-severity"][0].value
        if RANK[fails] < RANK[least]:
            return f"fail-on 是 {fails}，min-severity 却是 {least}：没有列出的问题不影响退出码", ("fail-on",)
    return None
