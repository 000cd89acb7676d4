"""Counts and the lists of names that they announce: 设3个股室（办公室、财务股、业务股）; 内设机构3个，即甲、乙、丙."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Literal

from lint.facts.figures import Token
from lint.facts.sentences import Sentence
from lint.figure import Figure
from lint.place import Span

_UNITS = frozenset({"个", "家", "项", "类", "种", "所", "处", "名", "人", "条", "件", "座"})
_MOST = 60
_OPENER = re.compile(r"(?P<noun>[^\x00-\x7f、。，；：！？《》]{0,14}?)(?:(?P<bracket>[\[(])|，?(?P<equal>即|分别是|分别为|分别有|具体为|具体是|依次为)：?|：)")
_PREFIX = re.compile(r"(?:即|分别是|分别为|具体为|具体是|：|，)+")
_PARTIAL = re.compile(r"(?:主要)?(?:包括|含|包含|有|如|例如|涉及)")
_ETC = re.compile(r"等(?:等|[^\W\d_A-Za-z]{0,10})?$")
_BRACKETS = re.compile(r"[\[(][^\[\]()]*[\])]")
_AND = re.compile(r"(?<=[^\x00-\x7f、。，；：！？《》]{2})(?:以及|和|与|及|暨)(?=[^\x00-\x7f、。，；：！？《》]{2})")
_INSTITUTIONS = "股科室处所站心队局院校园厂部组村镇乡区县市道司办委会"
"""Characters that names of offices, places and enterprises end in."""
_REFUSED = re.compile(r"[，；。：]|其中|以下简称|下同|详见|加挂|不含|除")
_LONGEST = 30


@dataclass(frozen=True, eq=False)
class Listing:
    """`count` announces or closes a list of `least` to `most` items (a last 和 may join two items or belong to a name).

    `open` lists name only some (等, 包括): more items than announced contradict the count, fewer do not. `alike` says
    that the items are surely what is counted: they share their last character (股, 镇), or 即 equates them with the count.
    `repeated` is an item that occurs twice. `unsure` marks lists that may not be what the count counts. Of `parts` the
    items are counts themselves, `least` and `most` their sum.
    """

    kind: Literal["named", "ordinal", "recipients", "parts"]
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


def listings(sentences: tuple[Sentence, ...]) -> tuple[Listing, ...]:
    """Every count that is followed or else preceded by the list of its names, in reading order."""
    return tuple(
        listing
        for sentence in sentences
        for token in sentence.tokens
        if token.figure.unit in _UNITS and token.figure.exact and not token.figure.approximate and 1 < token.figure.value <= _MOST
        for listing in _after(sentence, token) or closed(sentence, token)
    )


def _after(sentence: Sentence, token: Token) -> list[Listing]:
    """The list in brackets, or after 即, 分别是 or a colon, that follows a count."""
    text = sentence.passage.text
    opener = _OPENER.match(text, token.end)
    if opener is None:
        return []
    bracket = bool(opener["bracket"])
    end = _closing(text, opener.end() - 1) if bracket else sentence.end
    start = opener.end()
    if end < 0:
        return []
    if prefix := _PREFIX.match(text, start, end):
        start = prefix.end()
    partial = _PARTIAL.match(text, start, end)
    start = partial.end() if partial else start
    if not bracket and (comma := text.find("，", start, end)) >= 0:
        end = comma
    listing = _listing(sentence, token, start, end, noun=opener["noun"], partial=bool(partial))
    return [listing] if listing else []


def _closing(text: str, at: int) -> int:
    """Where the bracket that opens at `at` closes; -1 where it does not."""
    depth = 0
    for index in range(at, min(len(text), at + 600)):
        depth += (text[index] in "[(") - (text[index] in "])")
        if not depth:
            return index
    return -1


def _listing(sentence: Sentence, token: Token, start: int, end: int, *, noun: str, partial: bool) -> Listing | None:
    text = sentence.passage.text
    if any(start <= other.start < end and other.is_quantity for other in sentence.tokens):
        return None
    content = without_brackets(text[start:end])
    etc = _ETC.search(content)
    items = [item for item in (content[: etc.start()] if etc else content).split("、") if item]
    added = joined(items)
    if len(items) + added < 2 or max(map(len, items)) > _LONGEST or _REFUSED.search(content):
        return None
    ends = Counter(item[-1] for item in items)
    alike = ends.most_common(1)[0][1] * 2 > len(items) or sum(times for char, times in ends.items() if char in noun) * 2 > len(items)
    few = len(items) < 3 or max(map(len, items)) < 3 or len(items) * 2 <= token.figure.value
    repeated = next((item for item, times in Counter(items).items() if times > 1 and len(item) > 2), "")
    return Listing(
        "named",
        token.figure,
        len(items),
        len(items) + added,
        sentence.passage.span(token.start, end),
        open=bool(etc) or partial,
        alike=alike,
        unsure=few and len(items) + added < token.figure.value and not alike,
        repeated=repeated,
    )


def without_brackets(text: str) -> str:
    while _BRACKETS.search(text):
        text = _BRACKETS.sub("", text)
    return text


def joined(items: list[str]) -> int:
    """How many items the last one may add by its 和: none where the others share an ending and what stands before it has none of the kind."""
    if not items or not (match := _AND.search(items[-1])):
        return 0
    ends = Counter(item[-1] for item in items)
    common, times = ends.most_common(1)[0]
    left = items[-1][match.start() - 1]
    return int(times * 2 <= len(items) or left == common or left in _INSTITUTIONS)
