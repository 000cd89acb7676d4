"""Counts and the lists that they announce or close: 设3个股室（办公室、财务股、业务股）; 3项措施：一是…二是…三是…."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from lint.facts.figures import Token
from lint.facts.sentences import Sentence
from lint.figure import Figure
from lint.number import read
from lint.place import Span

_UNITS = frozenset({"个", "家", "项", "类", "种", "所", "处", "名", "人", "条", "件", "座"})
_MOST = 60
_OPENER = re.compile(r"(?P<noun>[一-鿿“”]{0,14}?)(?:(?P<bracket>[\[(])|，?(?:即|分别是|分别为|分别有|具体为|具体是|依次为)：?|：)")
_PREFIX = re.compile(r"(?:即|分别是|分别为|具体为|具体是|：|，)+")
_PARTIAL = re.compile(r"(?:主要)?(?:包括|含|包含|有|如|例如|涉及)")
_ETC = re.compile(r"等(?:等|[一-鿿]{0,10})?$")
_BRACKETS = re.compile(r"[\[(][^\[\]()]*[\])]")
_AND = re.compile(r"(?<=[一-鿿”]{2})(?:以及|和|与|及|暨)(?=[一-鿿“]{2})")
_REFUSED = re.compile(r"[，；。：]|其中|以下简称|下同|详见|加挂|不含|除")
_LONGEST = 30
_BACK = re.compile(r"(?P<items>[一-鿿A-Za-z“”()]+(?:、[一-鿿A-Za-z“”()]+)+)(?P<etc>等)?$")
_PROPER = re.compile(r"[一-鿿]{0,4}(?:村|社区|镇|乡|县|区|市|街道|单位|部门|机构|科室|股室|处室|学校|医院|企业|公司|商超|超市)")
_ANNOUNCED = re.compile(
    r"(?<![第十百一二三四五六七八九\d])(?P<digits>[二两三四五六七八九十]|\d{1,2})(?P<unit>个|项|大|点|条|方面)(?:主要|重点|具体)?"
    r"(?:方面|措施|举措|做法|问题|特点|原因|任务|环节|内容|层面|阶段|步骤|维度|机制|工作|(?=：))"
)
_ORDINALS = re.compile(r"([一二三四五六七八九十])是(?!否)")
_NEAR = re.compile(r"[^\d()]{0,24}")
"""What may stand between 三个方面 and 一是."""
_HAN = "一二三四五六七八九十"
_GIVEN = re.compile(r"补助|补贴|奖励|资助|扶持|支持|拨付|下达|发放")


@dataclass(frozen=True, eq=False)
class Listing:
    """`count` announces a list of `least` to `most` items (a last 和 may join two items or belong to a name).

    `open` lists name only some (等, 包括): more items than announced contradict the count, fewer do not. `alike` says
    that the items share their last character (股, 镇): they are surely of one kind. `repeated` is an item that occurs
    twice. `unsure` marks lists that may not be what the count counts.
    """

    kind: Literal["named", "ordinal", "recipients"]
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
    """Every count with its list, in reading order."""
    found: list[Listing] = []
    for index, sentence in enumerate(sentences):
        for token in sentence.tokens:
            if token.figure.unit in _UNITS and token.figure.exact and not token.figure.approximate and 1 < token.figure.value <= _MOST:
                found.extend(_after(sentence, token) or _before(sentence, token))
        found.extend(_ordered(sentences, index))
    return (*found, *_recipients(sentences))


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
    content = text[start:end]
    while _BRACKETS.search(content):
        content = _BRACKETS.sub("", content)
    etc = _ETC.search(content)
    items = [item for item in (content[: etc.start()] if etc else content).split("、") if item]
    joined = _joined(items)
    if len(items) + joined < 2 or max(map(len, items)) > _LONGEST or _REFUSED.search(content):
        return None
    ends = Counter(item[-1] for item in items)
    alike = ends.most_common(1)[0][1] * 2 > len(items) or sum(times for char, times in ends.items() if char in noun) * 2 > len(items)
    few = len(items) < 3 or max(map(len, items)) < 3 or len(items) * 2 <= token.figure.value
    repeated = next((item for item, times in Counter(items).items() if times > 1 and len(item) > 2), "")
    return Listing(
        "named",
        token.figure,
        len(items),
        len(items) + joined,
        sentence.passage.span(token.start, end),
        open=bool(etc) or partial,
        alike=alike,
        unsure=few and len(items) + joined < token.figure.value and not alike,
        repeated=repeated,
    )


def _joined(items: list[str]) -> int:
    """How many items the last one may add by its 和: none where what stands before it lacks the ending that the others share."""
    if not items or not (match := _AND.search(items[-1])):
        return 0
    ends = Counter(item[-1] for item in items)
    common, times = ends.most_common(1)[0]
    return int(times * 2 <= len(items) or items[-1][match.start() - 1] == common)


def _before(sentence: Sentence, token: Token) -> list[Listing]:
    """The list that a count closes: A、B、C等3个村; A、B 2家企业."""
    text = sentence.passage.text
    first = max((other.end for other in sentence.tokens if other.end <= token.start), default=sentence.start)
    match = _BACK.search(text[first : token.start].rstrip())
    if match is None or first + match.start() == first > sentence.start:
        return []
    if not match["etc"] and not (token.figure.unit in ("家", "所") or _PROPER.match(text, token.end)):
        return []
    items = match["items"].split("、")
    joined = _joined(items)
    span = sentence.passage.span(first + match.start(), token.end)
    return [Listing("named", token.figure, len(items), len(items) + joined, span, open=True)]


def _ordered(sentences: tuple[Sentence, ...], index: int) -> Iterator[Listing]:
    """The 一是, 二是 … that follow 三个方面 in the same passage and those after it."""
    here = sentences[index]
    if "一是" not in here.passage.text and "：" not in here.text[-2:]:
        return
    for match in _ANNOUNCED.finditer(here.text):
        reached = _reached(sentences, index, match.end())
        if reached > 1:
            span = here.span(match.start(), match.end())
            count = Figure(read(match["digits"]), span, "count", match["unit"])
            yield Listing("ordinal", count, reached, reached, span)


def _reached(sentences: tuple[Sentence, ...], index: int, start: int) -> int:
    """How far the ordinals run without a gap from offset `start` of a sentence on."""
    here = last = sentences[index]
    reached = 0
    for step, sentence in enumerate(sentences[index : index + 4 * _MOST]):
        matches = list(_ORDINALS.finditer(sentence.text, start if sentence is here else 0))
        marks = [_HAN.index(match[1]) + 1 for match in matches]
        opens = bool(marks) and matches[0].start() == 0 and marks[0] == reached + 1
        near = opens or (sentence is here and bool(marks) and bool(_NEAR.fullmatch(sentence.text, start, matches[0].start())))
        if (
            (not reached and not near and (step or marks))
            or (sentence.passage is not last.passage and not opens)
            or (1 in marks and reached)
        ):
            break
        for mark in marks:
            reached = mark if mark == reached + 1 else reached
        last = sentence
    return reached


def _recipients(sentences: tuple[Sentence, ...]) -> Iterator[Listing]:
    """A count of those who were given money, against the list of recipients whose amounts add to the same money."""
    lists = [(group, verb) for sentence in sentences for group, verb in _gifts(sentence)]
    for group, verb in lists:
        total = sum(token.figure.value for token in group)
        for sentence in sentences:
            if verb not in sentence.text or not any(
                token.figure.kind == "money" and token.figure.value == total for token in sentence.tokens
            ):
                continue
            at = sentence.start + sentence.text.rindex(verb)
            count = next((token for token in sentence.tokens if token.start >= at and token.figure.unit in ("个", "户", "家", "所")), None)
            if count is not None and count not in group:
                span = sentence.passage.span(at, count.end)
                yield Listing("recipients", count.figure, len(group), len(group), span, unsure=count.figure.approximate)


def _gifts(sentence: Sentence) -> Iterator[tuple[list[Token], str]]:
    """Runs of three or more amounts, each behind the name of who gets it, joined by 、."""
    text = sentence.passage.text
    money = [token for token in sentence.tokens if token.figure.kind == "money"]
    run = money[:1]
    for token, following in [*pairwise(money), (None, None)]:
        if (
            token
            and following
            and following.figure.suffix == token.figure.suffix
            and re.match(r"、[一-鿿]{2,}$", text[token.end : following.start])
        ):
            run.append(following)
            continue
        if len(run) > 2 and (verb := _GIVEN.search(run[0].lead)):
            yield run, verb[0]
        run = [following] if following else []
