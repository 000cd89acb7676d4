"""Words that stand twice in a row: 主要用于用于, 减少原因原因是, ，，."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lint.facts.passages import Passage
from lint.pattern import pattern
from lint.place import Span

_TWICE = pattern(r"(?P<word>[\u4e00-\u9fff]{2,6})(?P=word)|(?P<sign>[，、；])(?P=sign)|(?<!。)(?P<stop>。)(?P=stop)(?!。)|的的(?![确士])")
_NUMERAL = pattern(r"[〇零一二三四五六七八九十百千万]+|[一第].*")
"""Numbers, and words doubled by nature: 一户一户, 一对一对接, 第一批第一批次."""
_STOP = pattern(r"[是为：，。；)]")
_FUNCTION = pattern(
    r".*(?:用于|主要|由于|因为|为了|以及|按照|根据|进行|通过|对于|关于|其中|同时|此外|共计|合计|分别|达到|增加|减少|下降|上升|截至|上年|较|[的是了和与在并及将已])"
)
_LONG = 4
"""A phrase of so many characters is hardly the end of one name and the beginning of another."""
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
            if match["word"] and not _is_slip(passage.text, match.end(), len(match["word"])):
                continue
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


def _is_slip(text: str, end: int, length: int) -> bool:
    """Whether nothing behind a word doubled before `end` can take its second half: 医院医院感染科, 检测检测点 are two names side by side."""
    while end < len(text) and text[end] == text[end - length]:
        end += 1  # 政务服务服务: 务服 is no word
    word = text[end - length : end]
    return word not in _LEGITIMATE and (length >= _LONG or bool(_FUNCTION.fullmatch(word) or _STOP.match(text, end)))
