"""Everything that can be set: one table, from which settings are read, shown, and described to editors."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from lint.check import Severity
from lint.config.kinds import ENCODING, FLAG, GLOBS, HANDLES, PATH, SEVERITIES, YEAR, Kind, choice, count
from lint.config.setting import Setting
from lint.config.theirs import BANDS, FORMS, RATIOS, RUBRICS, bands, described, named, own, own_rules
from lint.errors import UsageError, nearest
from lint.own.load import KEYS as OWN

Scope = Literal["run", "folder", "file"]
"""Whom a key concerns: the whole run; all files nearest to the settings file; or also single files, so that `[[per-file]]` may set it."""
Made = Callable[[Sequence[Setting]], Any]
"""What `Settings` keeps of what was set: one setting, or all that a key adds up, the strongest first."""


def one(settings: Sequence[Setting]) -> Any:
    """The value."""
    return settings[0].value


def every(settings: Sequence[Setting]) -> tuple[Any, ...]:
    """The values of all entries."""
    return tuple(setting.value for setting in settings)


def by_code(severities: Sequence[Setting]) -> dict[str, Severity]:
    """The strongest severity of each rule."""
    return dict(setting.value for setting in reversed(severities))


def beside(paths: Sequence[Setting]) -> str:
    """A path, relative to the settings file that gives it; empty where nobody does. Raises UsageError where there is no such file."""
    if paths[0].value is None:
        return ""
    path = os.path.join(paths[0].origin.folder, paths[0].value) if paths[0].origin.kind == "file" else str(paths[0].value)
    if not os.path.isfile(path):
        raise UsageError(f"{paths[0].origin.said}找不到文件“{paths[0].value}”")
    return path


def in_bytes(megabytes: Sequence[Setting]) -> int:
    return int(megabytes[0].value) << 20


@dataclass(frozen=True, slots=True)
class Key:
    """One key. `default` holds where nobody sets it; one that `adds` collects entries and has none then.

    `fields` says where `Settings` keeps it (``given.year``) and what; none for what only this package uses. Keys that share a field are
    made into it together. `environment` allows it to be set by `variable`, too.
    """

    name: str
    kind: Kind
    scope: Scope
    help: str
    fields: Mapping[str, Made] = field(default_factory=dict)
    default: Any = None
    adds: bool = False
    environment: bool = False

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return "GOUJI_" + self.name.upper().replace("-", "_")


KEYS = (
    Key("select", HANDLES, "file", "只用这些规则：代码、代码前缀、英文名称或中文标题；不写则用全部正式规则", {"select": one}, ()),
    Key("ignore", HANDLES, "file", "不用这些规则；各层所写的合在一起", {"ignore": every}, adds=True),
    Key("severity", SEVERITIES, "file", '改变规则的级别，如 severity = {SUM002 = "warning"}；检查本身定得更低的不因此升高',
        {"severity": by_code}, adds=True),
    Key("profile", choice("drafter", "reviewer", "auditor"), "file",
        "列出多少：drafter 只列有把握的，reviewer 列出全部问题，auditor 还列出无法核对的", default="reviewer", environment=True),
    Key("min-severity", choice("error", "warning", "info"), "file", "只列出这一级及以上的问题，其余只计数", {"min_severity": one}, "info"),
    Key("min-confidence", choice("high", "medium", "low"), "file", "只列出把握不低于此的问题，其余只计数", {"min_confidence": one}, "low"),
    Key("undecided", FLAG, "file", "也列出无法核对的", {"undecided": one}, False),
    Key("year", YEAR, "file", "报告年度；不写则从文中判断", {"given.year": one}),
    Key("encoding", ENCODING, "file", "文本文件的编码；不写则自动判断", {"encoding": one}),
    Key("rubric", RUBRICS, "file", "评分细则的编号或文件，或者本单位的评分细则 [[rubric]]", {"given.rubric": named, "given.rubrics": described}, adds=True),
    Key("band", BANDS, "file", "本单位的等级分档 [[band]]，从高到低；报告自己写出的优先", {"given.bands": bands}),
    Key("template", FORMS, "folder", "本单位的表样 [[template]]", {"given.forms": every}, adds=True),
    Key("named-ratio", RATIOS, "folder", "本单位的比率公式 [[named-ratio]]", {"given.ratios": every}, adds=True),
    *(Key(name, own(name), "folder", f"本单位自定的规则 [[{name}]]", {"given.own": own_rules}, adds=True) for name in OWN),
    Key("include", GLOBS, "folder", "文件夹中只看这些文件：通配符，相对于设置文件所在的文件夹", default=()),
    Key("exclude", GLOBS, "folder", "文件夹中不看这些文件；各层所写的合在一起", adds=True),
    Key("fail-on", choice("error", "warning", "info", "never"), "run", "从哪一级问题起退出码为 1", {"fail_on": one}, "error", environment=True),
    Key("timeout", count(1, "秒"), "run", "每个文件的时间上限（秒）", {"timeout": one}, 120),
    Key("memory", count(64, "MB"), "run", "读取一个文件的内存上限（MB）", {"memory": in_bytes}, 2048),
    Key("together", FLAG, "run", "把所列文件当作一套材料，文件之间也核对", {"together": one}, False),
    Key("opinion", PATH, "run", "审核意见（-o 审核意见.docx）的模板，本单位自己的 .docx；gouji opinion 写出可以改的一份", {"opinion": beside}),
    Key("passes", FLAG, "run", "同时列出相符的和无法核对的", {"passes": one}, False),
    Key("lang", choice("zh", "en"), "run", "消息的语言", {"language": one}, "zh", environment=True),
)  # fmt: skip

EXTEND, PER_FILE = "extend", "per-file"
"""What a settings file says beside the keys: the file that it extends, and what it sets for some files alone."""

PROFILES: dict[str, dict[str, Any]] = {
    "drafter": {"min-confidence": "high"},
    "reviewer": {},
    "auditor": {"undecided": True},
}
"""What each profile decides of the keys that nobody sets."""

_BY_NAME = {key.name: key for key in KEYS}


def by_name(name: str) -> Key:
    """The key of this name, a table as such (``"severity"``). Raises UsageError that suggests the nearest one."""
    if name not in _BY_NAME:
        raise UsageError(unknown(name, list(_BY_NAME)))
    return _BY_NAME[name]


def unknown(where: str, known: list[str]) -> str:
    """That a key is not known: what was probably meant, else what there is."""
    return f"{where} 不认识{nearest(where.rpartition('.')[2], known) or '，可以写的有 ' + '、'.join(known)}"
