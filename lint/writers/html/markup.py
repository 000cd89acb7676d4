"""HTML made of nested calls: whatever is not markup already is escaped, in the one place where that is done."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from lint.pattern import pattern

_FOREIGN = pattern(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What a page cannot hold."""
_TURNING = pattern(r"[\u202a-\u202e\u2066-\u2069]")
"""What would turn the direction of the text after it, and let a number read otherwise than it is written."""
_EMPTY = frozenset(("br", "col", "img", "input", "link", "meta"))


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


Child = Markup | str | None
Value = str | int | bool | None


def tag(_name: str, *children: Child, **attributes: Value) -> Markup:
    """An element. Names of attributes are written with ``_`` for ``-`` and, where Python needs the word itself, one at the end;
    None and False leave one out, True gives it no value."""
    told = "".join(_attribute(name.rstrip("_").replace("_", "-"), value) for name, value in attributes.items())
    if _name in _EMPTY:
        return Markup(f"<{_name}{told}>")
    return Markup(f"<{_name}{told}>{join(children)}</{_name}>")


def join(children: Iterable[Child]) -> Markup:
    """The children in a row, those that are no markup as text."""
    return Markup("".join(child if isinstance(child, Markup) else text(child) for child in children if child))


def text(plain: str) -> Markup:
    """A text as HTML; what a page cannot hold, or what turns the direction of reading, as the sign for what is not known."""
    return Markup(escape(_TURNING.sub("\ufffd", _FOREIGN.sub("\ufffd", plain))))


def _attribute(name: str, value: Value) -> str:
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{text(str(value))}"'
