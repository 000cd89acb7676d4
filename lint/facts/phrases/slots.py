"""What a form leaves behind in running text: alternatives not decided (增加（减少）), slots (占 %) and names (某某局) not filled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lint.facts.sentences import Sentence
from lint.pattern import pattern
from lint.place import Span

_PAIRS = frozenset({
    ("增加", "减少"), ("增长", "下降"), ("增长", "降低"), ("上升", "下降"), ("提高", "降低"), ("增长", "减少"),
    ("大于", "小于"), ("高于", "低于"), ("超支", "节约"), ("超支", "结余"), ("盈余", "亏损"),
})  # fmt: skip
_OTHER = pattern(r"(?:\((?P<bracket>[^\W\d_A-Za-z]{2})\)|/(?P<slash>[^\W\d_A-Za-z]{2}))(?!额|数|率|幅|比|情况|变动|原因|项|值|百分比)")
_BOTH = "大小于"
_INSIDE = pattern(r"[大高多]\([小低少]\)于|[小低少]\([大高多]\)于|[增减]\([增减]\)[加少]")
_UNIT = "万元|亿元|元|%|个百分点|人次|批次|人|辆|个"
_BLANK = pattern(
    rf"(?=[ _%×Xx万亿])(?:(?<=[^\W\d_A-Za-z])(?: |_+)(?:{_UNIT})(?![^\W\d_A-Za-z])|(?<=[^\W\d_A-Za-z])%|(?<=[^\W\d_A-Za-z])(?:×{{2,}}|X{{2,}}|x{{2,}})(?:万元|亿元|元|%)"
    r"|(?<=增加|减少)(?:万元|亿元)(?![^\W\d_]))"
)
_ASKED = pattern(r"(?:占|增加|减少|增长|下降|上升|降低|提高|完成|支出|收入|决算|预算|共|共计|合计|为|约|比例|资金|经费|的)$")
_ANYTHING = pattern(r"[^\W\d_A-Za-z]$")
_SHARE = pattern(r"(?:占|增长|下降|上升|降低)[^\W\d_A-Za-z]{0,12}(?<![一二三四五六七八九十百零〇两点成率比])$")
_CHANGE = pattern(r"(?:[\W\d_A-Za-z]|^|上年|预算数?|决算数?|同比|去年)(?:增加|减少)$")
_REACH = 16
"""Characters before a blank that tell what is asked for."""
_NAME = pattern(r"某某|(?:[×Xx]{2,}|○{2,}|\*{2,})(?=[省市县区镇乡村局]|单位|部门|项目)|20[×Xx]{2}(?=年)")
_SIGNS = ("某某", "XX", "xx", "Xx", "××", "○○", "**")
_FILLED = 5
"""From so many numbers on a report was filled in: what still stands for a name was forgotten."""
_NOTE = pattern(r"填列|列示|号表示|单位：|注：")


@dataclass(frozen=True, slots=True)
class Slot:
    """A left-over of the form. `text` is what stands there; the blanks of one sentence are one left-over, `count` of them, a name is one throughout."""

    kind: Literal["alternative", "blank", "name"]
    span: Span
    text: str
    count: int = 1


def slots(sentences: tuple[Sentence, ...]) -> tuple[Slot, ...]:
    """Every left-over in running text; labels and headers of tables, and notes on how to fill them in, are none."""
    found = [
        slot
        for sentence in sentences
        if sentence.passage.is_prose
        for slot in [*_alternatives(sentence), *_blanks(sentence)]
        if not _NOTE.search(sentence.text) and any(char in sentence.passage.text for char in "，。；")
    ]
    return (*found, *_names(sentences))


def _names(sentences: tuple[Sentence, ...]) -> Iterator[Slot]:
    """What stands for a name or a year in a report that was filled in otherwise, once with its number."""
    found: dict[str, list[Span]] = {}
    for sentence in sentences:
        for match in _NAME.finditer(sentence.text) if any(sign in sentence.text for sign in _SIGNS) else ():
            found.setdefault(match[0], []).append(sentence.span(*match.span()))
    if found and sum(token.is_quantity for sentence in sentences for token in sentence.tokens) >= _FILLED:
        for text, spans in found.items():
            yield Slot("name", spans[0], text, len(spans))


def _alternatives(sentence: Sentence) -> Iterator[Slot]:
    text = sentence.text
    if (at := text.find(_BOTH)) >= 0:
        yield Slot("alternative", sentence.span(at, at + len(_BOTH)), _BOTH)
    if "(" not in text and "/" not in text:
        return
    for match in _INSIDE.finditer(text):
        yield Slot("alternative", sentence.span(*match.span()), match[0])
    for match in _OTHER.finditer(text):
        one, other = text[max(0, match.start() - 2) : match.start()], match["bracket"] or match["slash"]
        if (one, other) in _PAIRS or (other, one) in _PAIRS:
            yield Slot("alternative", sentence.span(match.start() - 2, match.end()), one + match[0])


def _blanks(sentence: Sentence) -> Iterator[Slot]:
    text = sentence.text
    found: list[tuple[int, int]] = []
    for match in _BLANK.finditer(text):
        wanted = _ANYTHING if match[0][0] == "_" else _SHARE if match[0] == "%" else _CHANGE if match[0] in ("万元", "亿元") else _ASKED
        if lead := wanted.search(text, max(0, match.start() - _REACH), match.start()):
            found.append((lead.start(), match.end()))
    if found:
        texts = dict.fromkeys(text[start:end].strip() for start, end in found)
        yield Slot("blank", sentence.span(found[0][0], found[-1][1]), "”“".join(texts), len(found))
