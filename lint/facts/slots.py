"""What a form leaves behind in running text: alternatives not decided (增加（减少）) and slots not filled (占 %)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lint.facts.sentences import Sentence
from lint.place import Span

_PAIRS = (
    ("增加", "减少"), ("增长", "下降"), ("增长", "降低"), ("上升", "下降"), ("提高", "降低"), ("增", "减"),
    ("大于", "小于"), ("高于", "低于"), ("超支", "节约"), ("超支", "结余"), ("盈余", "亏损"), ("增长", "减少"),
)  # fmt: skip
_BOTH = "|".join(rf"{one}(?:\({other}\)|/{other})" for pair in _PAIRS for one, other in (pair, pair[::-1]))
_ALTERNATIVE = re.compile(rf"(?<!调)(?:{_BOTH}|大小于|大/小于)(?!额|数|率|幅|比|情况|变动|原因|项|值|百分比)")
_UNIT = "万元|亿元|元|%|个百分点|人次|批次|人|辆|个"
_BLANK = re.compile(
    rf"(?:占|增加|减少|增长|下降|上升|降低|提高|完成|支出|收入|决算|预算|共|共计|合计|为|约|比例|资金|经费)(?: |_+)(?:{_UNIT})(?![一-鿿])"
    r"|(?:占|增长|下降|上升|降低)[一-鿿]{0,12}(?<![一二三四五六七八九十百零〇两点成率比])%"
    r"|(?:(?<![一-鿿])|上年|预算数?|决算数?|同比|去年)(?:增加|减少)(?:万元|亿元)(?![一-鿿A-Za-z])"
    r"|[一-鿿]_{2,}(?:万元|亿元|元|%|人|个)|[一-鿿](?:×{2,}|X{2,}|x{2,})(?:万元|亿元|元|%)"
)
_QUICK = re.compile(r"[%_/(×Xx ]|大小于|万元|亿元")
_NOTE = re.compile(r"填列|列示|号表示|单位：|注：")


@dataclass(frozen=True, slots=True)
class Slot:
    """A left-over of the form: its kind and its place. `text` is what stands there."""

    kind: Literal["alternative", "blank"]
    span: Span
    text: str


def slots(sentences: tuple[Sentence, ...]) -> tuple[Slot, ...]:
    """Every left-over in running text; labels and headers of tables, and notes on how to fill them in, are none."""
    return tuple(
        slot
        for sentence in sentences
        if _is_text(sentence) and _QUICK.search(sentence.text) and not _NOTE.search(sentence.text)
        for slot in _left(sentence)
    )


def _is_text(sentence: Sentence) -> bool:
    """Whether a sentence is running text, rather than a label of a table."""
    return sentence.passage.is_prose and any(char in sentence.passage.text for char in "，。；")


def _left(sentence: Sentence) -> Iterator[Slot]:
    kinds: tuple[tuple[Literal["alternative", "blank"], re.Pattern[str]], ...] = (("alternative", _ALTERNATIVE), ("blank", _BLANK))
    for kind, pattern in kinds:
        for match in pattern.finditer(sentence.text):
            yield Slot(kind, sentence.span(*match.span()), match[0])
