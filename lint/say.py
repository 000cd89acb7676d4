"""A sentence for people in both languages, its values kept apart from its wording."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from lint.pattern import pattern

Language = Literal["zh", "en"]
_QUOTED = pattern(r"“[^”]*”")
_KEY = pattern(r"\{(\w+)")
_INNER = str.maketrans("“”", "‘’")
"""Quotes within quotes: “‘三公’经费支出”; a list of quoted words (甲”“乙) has its own."""


@dataclass(frozen=True, slots=True)
class Say:
    """Two templates and the values that fill them; a value may itself be a `Say`."""

    zh: str
    en: str
    values: Mapping[str, object] = field(default_factory=dict)

    def of(self, **values: object) -> Say:
        """The same sentence with further values."""
        return Say(self.zh, self.en, {**self.values, **values})

    def text(self, language: Language = "zh") -> str:
        template = self.zh if language == "zh" else self.en
        if not self.values:
            return template
        values = {key: value.text(language) if isinstance(value, Say) else value for key, value in self.values.items()}
        quoted = {key for part in _QUOTED.findall(template) for key in _KEY.findall(part)}
        return template.format_map(
            {key: str(value).translate(_INNER) if key in quoted and "”“" not in str(value) else value for key, value in values.items()}
        )
