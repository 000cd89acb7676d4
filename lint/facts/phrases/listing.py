"""A count with the list that it announces or closes, and how many items a list of names may hold."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from lint.figure import Figure
from lint.pattern import pattern
from lint.place import Span

_BRACKETS = pattern(r"[\[(][^\[\]()]*[\])]")
_AND = pattern(r"(?<=[^\x00-\x7f、。，；：！？《》]{2})(?:以及|和|与|及|暨)(?=[^\x00-\x7f、。，；：！？《》]{2})")
INSTITUTIONS = "股科室处所站心队局院校园厂部组村镇乡区县市道司办委会关馆场台"
"""Characters that names of offices, places and enterprises end in."""


@dataclass(frozen=True, eq=False)
class Listing:
    """`count` announces or closes a list of `least` to `most` items (a last 和 may join two items or belong to a name).

    `open` lists name only some (等, 包括): more items than announced contradict the count, fewer do not. `alike` says
    that the items are surely what is counted: they share their last character (股, 镇), or 即 equates them with the count.
    `repeated` is an item that occurs twice. `unsure` marks lists that may not be what the count counts. Of `parts` the
    items are counts themselves, `least` and `most` their sum.
    """

    kind: Literal["named", "closing", "ordinal", "recipients", "parts"]
    count: Figure
    least: int
    most: int
    span: Span
    open: bool = False
    alike: bool = False
    unsure: bool = False
    repeated: str = ""

    @property
    def agrees(self) -> bool:
        """Whether the count is a length that the list can have."""
        announced = int(self.count.value)
        return self.least <= announced <= self.most or (self.open and announced > self.most)


def without_brackets(text: str) -> str:
    """The text without its bracketed remarks."""
    while _BRACKETS.search(text):
        text = _BRACKETS.sub("", text)
    return text


def joined(items: list[str]) -> int:
    """How many items more there may be, because 和 or 以及 joins two in one.

    In the last item none where the others share an ending and what stands before the word has none of the kind, in the
    others only where an institution's name ends before the word.
    """
    if not items:
        return 0
    first = sum(1 for item in items[:-1] if (match := _AND.search(item)) and item[match.start() - 1] in INSTITUTIONS)
    match = _AND.search(items[-1])
    if match is None:
        return first
    common, times = Counter(item[-1] for item in items).most_common(1)[0]
    left = items[-1][match.start() - 1]
    return first + int(times * 2 <= len(items) or left == common or left in INSTITUTIONS)
