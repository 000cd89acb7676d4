"""The errors that `gouji` raises on purpose.

GoujiError
├── UsageError      bad option, path or settings: the run cannot start (exit code 2)
└── Unreadable      one file cannot be read: a `DOC` result for that file, the others go on
"""

from __future__ import annotations

from collections.abc import Sequence

TYPE_CHECKING = False  # as in `lint.cli`: every start loads this module
if TYPE_CHECKING:
    from lint.say import Say


class GoujiError(Exception):
    """Base of every error that is meant for the user; its text is one clear sentence."""


class UsageError(GoujiError):
    """The command was given something it cannot work with."""


class Unreadable(GoujiError):
    """A file that cannot be read.

    `kind` is one of the notice kinds of `lint.document` (``"password"``, ``"broken"`` …);
    `detail` is the technical cause, possibly empty; a plain string only where it needs no translation.
    """

    def __init__(self, kind: str, detail: Say | str = "") -> None:
        told = detail if isinstance(detail, str) else detail.text("en")
        super().__init__(f"{kind}: {told}" if told else kind)
        self.kind = kind
        self.detail = detail

    def __reduce__(self) -> tuple[type[Unreadable], tuple[str, Say | str]]:
        return (Unreadable, (self.kind, self.detail))


def nearest(word: str, words: Sequence[str]) -> str:
    """``，是否想用 …？`` with the word that is most like the given one; empty where none is."""
    from difflib import get_close_matches

    close = get_close_matches(word, words, 1) if word else []
    return f"，是否想用 {close[0]}？" if close else ""
