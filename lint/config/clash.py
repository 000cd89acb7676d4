"""Settings of one place that contradict each other."""

from __future__ import annotations

from lint.config.kinds import known
from lint.config.setting import Values
from lint.errors import UsageError
from lint.lines import Path, path_of
from lint.own.load import KEYS, refuse
from lint.settings import RANK


def clash(values: Values) -> tuple[str, Path] | None:
    """The first contradiction within one layer of values, and the key that it is about; None where there is none."""
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
    try:
        refuse({key: [entry.value for entry in values.get(key, ())] for key in KEYS})
    except UsageError as error:
        return str(error), path_of(str(error))
    return None
