"""A sentence for people in both languages, its values kept apart from its wording."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Language = Literal["zh", "en"]


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
        return template.format_map({key: value.text(language) if isinstance(value, Say) else value for key, value in self.values.items()})
