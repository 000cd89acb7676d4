"""Words that stand twice in a row: 主要用于用于, 减少原因原因是, ，，."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lint.facts.passages import Passage
from lint.pattern import pattern
from lint.place import Span

_TWICE = pattern(r"(?P<word>[\u4e00-\u9fff]{2,6})(?P=word)|(?P<sign>[，、；])(?P=sign)|(?<!。)(?P<stop>。)(?P=stop)(?!。)|的的(?![确士])")
_NUMERAL = pattern(r"[〇零一二三四五六七八九十百千万]+")
_TABLED = pattern(r"\d[\u4e00-\u9fff]+\d")
"""A word between two numbers stands in a table that was laid flat."""
_SENTENCE = pattern(r"[，。；]")
_LEGITIMATE = frozenset({
    "项目", "中心", "社区", "机关", "服务", "建设", "工程", "管理", "支出", "收入", "学校", "资金", "单位", "部门", "行政", "事业", "教育",
    "卫生", "文化", "预算", "公司", "村村", "家家", "户户", "研究", "讨论", "学习", "考虑", "了解", "商量", "比较", "商业", "国家", "人民",
})  # fmt: skip
"""A name that ends in such a word may stand before it: 培训项目项目支出, 城关中心中心小学; verbs may be doubled on purpose."""


@dataclass(frozen=True, slots=True)
class Doubled:
    """A word or sign that stands twice in a row."""

    span: Span
    word: str


def doubled(passages: Sequence[Passage]) -> Iterator[Doubled]:
    """Every doubled word of running text, in reading order."""
    for passage in passages:
        if not passage.is_prose or not _SENTENCE.search(passage.text):
            continue
        for match in _TWICE.finditer(passage.text):
            word = match["word"] or match["sign"] or match["stop"] or "的"
            span = passage.span(*match.span())
            broken = len(span) > len(match[0])  # over two lines, as labels of a table are that was laid flat
            if (
                word not in _LEGITIMATE
                and not _NUMERAL.fullmatch(word)
                and not broken
                and not _TABLED.match(passage.text, match.start() - 1)
            ):
                yield Doubled(span, word)
