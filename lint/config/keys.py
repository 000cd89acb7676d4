"""Everything that can be set: one table, from which settings are read, shown, and described to editors."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from lint.check import Severity
from lint.config.kinds import ENCODING, FLAG, GLOBS, HANDLES, SEVERITIES, YEAR, Kind, choice, count, tables
from lint.config.setting import Setting
from lint.errors import UsageError, nearest
from lint.template import SCHEMA, template_of

Scope = Literal["run", "folder", "file"]
"""Whom a key concerns: the whole run; all files nearest to the settings file; or also single files, so that `[[per-file]]` may set it."""


def _by_code(severities: Sequence[Setting]) -> dict[str, Severity]:
    return dict(setting.value for setting in reversed(severities))


def _bytes(megabytes: Sequence[Setting]) -> int:
    return int(megabytes[0].value) << 20


@dataclass(frozen=True, slots=True)
class Key:
    """One key. `default` holds where nobody sets it; one that `adds` collects entries and has none then.

    `field` is where `Settings` keeps it, as `made` of its settings, the strongest first; empty for what only this package uses. Keys
    that share a field are made into it together. `environment` allows it to be set by `variable`, too.
    """

    name: str
    kind: Kind
    scope: Scope
    help: str
    field: str = ""
    default: Any = None
    adds: bool = False
    environment: bool = False
    made: Callable[[Sequence[Setting]], Any] | None = None

    def of(self, settings: Sequence[Setting]) -> Any:
        """What `Settings` keeps of what was set."""
        if self.made:
            return self.made(settings)
        return tuple(setting.value for setting in settings) if self.adds else settings[0].value

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return "GOUJI_" + self.name.upper().replace("-", "_")


KEYS = (
    Key("select", HANDLES, "file", "只用这些规则：代码、代码前缀、英文名称或中文标题；不写则用全部正式规则", "select", ()),
    Key("ignore", HANDLES, "file", "不用这些规则；各层所写的合在一起", "ignore", adds=True),
    Key("severity", SEVERITIES, "file", '改变规则的级别，如 severity = {SUM002 = "warning"}；检查本身定得更低的不因此升高', "severity", adds=True, made=_by_code),
    Key("profile", choice("drafter", "reviewer", "auditor"), "file",
        "列出多少：drafter 只列有把握的，reviewer 列出全部问题，auditor 还列出无法核对的", default="reviewer", environment=True),
    Key("min-severity", choice("error", "warning", "info"), "file", "只列出这一级及以上的问题，其余只计数", "min_severity", "info"),
    Key("min-confidence", choice("high", "medium", "low"), "file", "只列出把握不低于此的问题，其余只计数", "min_confidence", "low"),
    Key("undecided", FLAG, "file", "也列出无法核对的", "undecided", False),
    Key("year", YEAR, "file", "报告年度；不写则从文中判断", "given.year"),
    Key("encoding", ENCODING, "file", "文本文件的编码；不写则自动判断", "encoding"),
    Key("template", tables(template_of, SCHEMA), "folder", "本地的表样", "given.forms", adds=True),
    Key("include", GLOBS, "folder", "文件夹中只看这些文件：通配符，相对于设置文件所在的文件夹", default=()),
    Key("exclude", GLOBS, "folder", "文件夹中不看这些文件；各层所写的合在一起", adds=True),
    Key("fail-on", choice("error", "warning", "info", "never"), "run", "从哪一级问题起退出码为 1", "fail_on", "error", environment=True),
    Key("timeout", count(1, "秒"), "run", "每个文件的时间上限（秒）", "timeout", 120),
    Key("memory", count(64, "MB"), "run", "读取一个文件的内存上限（MB）", "memory", 2048, made=_bytes),
    Key("together", FLAG, "run", "把所列文件当作一套材料，文件之间也核对", "together", False),
    Key("passes", FLAG, "run", "同时列出相符的和无法核对的", "passes", False),
    Key("lang", choice("zh", "en"), "run", "消息的语言", "language", "zh", environment=True),
)  # fmt: skip

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
