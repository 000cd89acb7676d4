"""A value that was set, and who set it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Origin:
    """Who set a value: a settings file (absolute path and line), an environment variable, an option, a profile, or nobody."""

    kind: Literal["built-in", "file", "environment", "option", "profile"] = "built-in"
    name: str = ""
    line: int = 0

    @property
    def folder(self) -> str:
        """The folder that paths in the value are relative to."""
        return os.path.dirname(self.name) if self.kind == "file" else os.getcwd()

    @property
    def said(self) -> str:
        """Where a fault of the value stands: 设置文件“gouji.toml”第3行：; empty for what the user has just typed."""
        return f"{self.who}：" if self.kind == "file" else ""

    @property
    def who(self) -> str:
        """Who set the value, for a sentence."""
        match self.kind:
            case "file":
                return f"设置文件“{self.name}”第{self.line}行"
            case "environment":
                return f"环境变量 {self.name}"
            case "option":
                return f"选项 {self.name}"
            case "profile":
                return f"profile = {self.name}"
            case "built-in":
                return "默认"


@dataclass(frozen=True, slots=True)
class Setting:
    """One value, or one of the entries that a key adds up."""

    value: Any
    origin: Origin


Values = Mapping[str, tuple[Setting, ...]]
"""By the name of the key: one setting, or the entries of a key that adds up, the strongest first."""
