"""Regular expressions that are compiled when they are first used.

The phrasings known are many and one report has few of them: compiling all would cost a start a tenth of its time.
"""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")


class _Late:
    """Stands for a `re.Pattern`; its methods become those of the pattern at the first call of one."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # copying and the like ask for these: no use of the pattern
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern of `source`, as `re.compile` gives it. A fault in it shows at its first use (a test uses them all)."""
    return cast("re.Pattern[str]", _Late(source, flags))
