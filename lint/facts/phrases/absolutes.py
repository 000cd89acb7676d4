"""Words that admit no exception, and the number of the same paragraph that is one: 资金已全部拨付 beside 执行率80%.

All evidence stands in the paragraph of the words; what speaks of another part, fund or time than they do is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lint.facts import names
from lint.facts.figures import Token
from lint.facts.passages import Passage
from lint.facts.sentences import by_passage
from lint.figure import Figure
from lint.pattern import pattern
from lint.place import Span

_FUNDS = r"(?:^|(?<=[，。；：]))(?:项目|专项|财政|预算|上述|该|本|此|所有|全部|到位|下达|年度|补助)*(?:资金|经费|款项|预算)"
_SPENT = pattern(rf"{_FUNDS}(?:已|均|都|按[^，。；]{{1,6}})*(?:全部|全额)(?:拨付(?![到至给])|支付|支出|使用|执行|兑付|发放)(?!的)")
"""What was handed down (拨付到位, 拨付至各乡镇) is not spent yet."""
_NOTHING_LEFT = pattern(
    r"(?:^|(?<=[，。；：]))(?:项目|专项|财政|预算|年末|年底|全部|该|本)*(?:资金|经费|预算)?(?:均|也)?(?:没有|无|未产生|未形成|不存在)(?:任何)?(?:资金)?(?:结转和?结余|结转|结余|剩余)(?:资金)?(?=[，。；]|$)"
)
_DONE = pattern(
    r"(?:任务|目标|指标|工程|建设内容|工作|建设)(?:已|均|都|也)*(?:全部|全面|均|100%)(?:已|均|按[期时质量]+|如期|保质保量|顺利|圆满)*(?:完成|完工|竣工|达标|达到预期|实现预期|实现)(?!的|率)"
)
_UNCHANGED = pattern(
    r"(?:年度中间|年中|预算|项目|全年|执行中|执行过程中)(?:(?!任务|内容|目标|范围|方案|地点|用途)[^，。；]){0,6}(?:没有|未|无)(?:进行|发生|作|做)?(?:过)?(?:任何)?(?:预算)?(?:调整|调剂|追加)(?=[，。；]|事项|情况|$)"
)
_ABSENT = pattern(r"(?:^|(?<=[，。；：年度内]))(?:均|也)?未发生(?P<what>[^，。；、]{2,16}?)(?:支出|费用|经费|业务|活动)?(?=[，。；]|$)")

_RATE = pattern(r"(?:执行率|支付率|支出率|使用率|拨付率|支出进度|支付进度|拨付进度|兑付率|发放率)(?:为|是|达到?|仅为|：)?$")
_COMPLETED = pattern(r"(?:完成率|完工率|竣工率|任务率|完成(?:年度|全年)?(?:计划|任务|目标)的)(?:为|是|达到?|仅为|：)?$")
_LEFT = pattern(r"(?:结转结余|结转和结余|结余|结转|剩余|未支付|未拨付|未支出|未使用)(?:资金|金额|数)?(?:为|是|共|：)?$")
_ADDED = pattern(r"(?:追加|调增|调减|追减|增加预算|压减)(?:预算|资金|指标)?(?:为|是|：)?$")
_PLAN = pattern(r"(?:计划|目标|应|拟|任务)[^，；。实际完成]{0,12}$")
_CAME = pattern(r"(?:实际|完成|仅|只有|只|已)[^，；。计划目标]{0,12}$")
_LESS_IS_BETTER = frozenset(("天", "日", "个月", "小时", "分钟", "年", "起", "例"))
_COST = pattern(r"工期|用时|时限|成本|能耗|投资|损失|事故|排放|用地|控制|会议|开会|接待|投诉|信访|压减|出国")
_UNDONE = pattern(r"(?:暂未|尚未|仍未|还没有|未能)(?:完工|完成|竣工|验收)|(?:仍在|正在|尚在)(?:施工|建设)")
_APART = pattern(r"其中|其他|其余|另外|另有|中央|省级|市级|县级|区级|上年|去年|往年|年初结|第[一二三四]|[一二三四五]期|除.{1,12}外")
_LATER = pattern(r"截至?目前|目前|至今|现已|次年|之后|后续|随后|后，")
_PART = pattern(r"主体|重点|主要|核心|关键|一般|约束性|(?:质量|时效|成本|满意度)(?:指标|目标)|\d+[个项条件处][^，。；\d]{0,8}$")
"""Words that make what is all done a part of the whole: 主体工程, 20个指标."""
_INTENDED = pattern(r"下一步|下步|今后|确保|力争|拟[^，。；]*$|将[^，。；]*$|(?:目标|计划)[：为]$")
"""Goals and intentions, up to the words themselves."""
_FUND = pattern(r"非财政|专户|采购|基金|自筹|债券|贷款|社会资本")
_EXPLAINED = pattern(r"节约(?![型用])|节省|节支|收回|上缴|缴回|退回|交回|统筹")
"""What was saved or taken back is not to be spent: the rate stays below 100%."""
_DEED = pattern(r"另有|新增|追加|决算|审计|结算|签约|移交|手续|备案|下年")
_KIND = pattern(r"(?:数量|质量|时效|成本|产出|效益|效果|满意度|经济|社会|生态)[^，。；]{0,4}(?:指标|目标)")
_NOUN = pattern(r"(?:已|均|都|也)*(?:全部|全面|100%)")
_GONE = pattern(r"[，（(]?(?:已|由[^，。；]{1,6}|均|都|全部|按规定|按要求)*(?:上缴|收回|退回|缴回|交回|统筹|用完|使用完毕|支付完毕)")
_SEGMENT = pattern(r"[^。；]*")
_CLAUSE = pattern(r"[^，。；：]*")


@dataclass(frozen=True, eq=False)
class Absolute:
    """Words without exception: `span` and `words`, and the exception, a figure or (`said`) words, where the paragraph has one."""

    span: Span
    words: str
    against: Figure | None = None
    label: str = ""
    said: Span | None = None


def absolutes(passages: Sequence[Passage], tokens: Sequence[Token]) -> Iterator[Absolute]:
    """Every statement that admits no exception, with the first exception in its paragraph."""
    for passage, inside in by_passage(tuple(passages), tuple(tokens)):
        if not passage.is_prose:
            continue
        for words, find in _KINDS:
            for match in words.finditer(passage.text):
                if _is_limited(passage.text, match):
                    continue
                found = find(passage, inside, match.start(), match.end())
                yield found or Absolute(passage.span(*match.span()), match[0])
        for match in _ABSENT.finditer(passage.text):
            if found := _spent_on(passage, inside, match["what"], *match.span()):
                yield found


def _is_limited(text: str, words: re.Match[str]) -> bool:
    """Whether the words are of a part of the whole, or of what is yet to come."""
    clause = _clause(text, words.start())
    before = text[_segment(text, words.start())[0] : words.start()]
    said = clause + _NOUN.split(words[0], maxsplit=1)[0]
    return bool(_APART.search(clause + words[0]) or _PART.search(said) or _INTENDED.search(before))


def _made(passage: Passage, start: int, end: int, token: Token) -> Absolute:
    return Absolute(passage.span(start, end), passage.text[start:end], token.figure, token.figure.name)


def _unspent(passage: Passage, inside: Sequence[Token], start: int, end: int) -> Absolute | None:
    """A rate below 100%, the only one of the paragraph, or an amount left over."""
    rates = [token for token in inside if token.figure.kind == "percent" and _RATE.search(token.lead)]
    short = [token for token in rates if token.figure.value < 1 and not token.figure.approximate]
    if len(rates) > 1 or _EXPLAINED.search(passage.text):
        short = []
    left = [token for token in inside if token.figure.kind == "money" and token.figure.value > 0 and _LEFT.search(token.lead)]
    left = [token for token in left if not _GONE.match(passage.text, token.end)]
    for token in [*short, *left]:
        if not _apart(passage, inside, token, start, end):
            return _made(passage, start, end, token)
    return None


def _undone(passage: Passage, inside: Sequence[Token], start: int, end: int) -> Absolute | None:
    """An outcome below its plan, a rate of completion below 100%, or words that something is not done yet."""
    for first, second in pairwise(token for token in inside if token.figure.kind == "count"):
        pair = _PLAN.search(first.lead) and _CAME.search(second.lead) and "计划" not in second.lead
        pair = pair and first.figure.unit not in _LESS_IS_BETTER and not _COST.search(first.lead)
        same = first.figure.unit == second.figure.unit and not (first.figure.approximate or second.figure.approximate)
        if pair and same and second.figure.value < first.figure.value and not _apart(passage, inside, second, start, end):
            return _made(passage, start, end, second)
    for token in inside:
        if token.figure.kind == "percent" and _COMPLETED.search(token.lead) and token.figure.value < 1:
            return None if _apart(passage, inside, token, start, end) else _made(passage, start, end, token)
    undone = _UNDONE.search(passage.text)
    if (
        undone is None
        or _DEED.search(_around(passage.text, undone))
        or _LATER.search(passage.text, min(undone.start(), start), max(undone.end(), end))
    ):
        return None
    return Absolute(passage.span(start, end), passage.text[start:end], said=passage.span(*undone.span()), label=undone[0])


def _changed(passage: Passage, inside: Sequence[Token], start: int, end: int) -> Absolute | None:
    """An amount added to the budget, or taken from it."""
    added = [token for token in inside if token.figure.kind == "money" and token.figure.value and _ADDED.search(token.lead)]
    return next((_made(passage, start, end, token) for token in added if not _apart(passage, inside, token, start, end)), None)


def _spent_on(passage: Passage, inside: Sequence[Token], what: str, start: int, end: int) -> Absolute | None:
    """An amount spent this year on what is said not to have occurred."""
    wanted = {names.key(what), names.key(what + "费")} - {""}
    spent = [
        token for token in inside if token.figure.kind == "money" and token.figure.value > 0 and names.key(token.figure.name) in wanted
    ]
    own = [token for token in spent if names.side(token.figure.name) != "plan" and not _apart(passage, inside, token, start, end)]
    return _made(passage, start, end, own[0]) if own else None


def _apart(passage: Passage, inside: Sequence[Token], token: Token, start: int, end: int) -> bool:
    """Whether a figure is of another part, fund, kind of indicator or time than the words at `start` to `end`."""
    low, high = min(token.end, end), max(token.start, start)
    here, there = _segment(passage.text, start), _segment(passage.text, token.start)
    dated = any(other.figure.kind in ("date", "year") and here[0] <= other.start < start for other in inside)
    fund = _FUND.search(token.lead) and not _FUND.search(_clause(passage.text, start) + passage.text[start:end])
    if fund or (dated and here != there) or _APART.search(token.lead) or _LATER.search(passage.text, low, high):
        return True
    return here != there and any(map(_other_than_all, (passage.text[slice(*here)], passage.text[slice(*there)])))


def _other_than_all(segment: str) -> bool:
    """Whether a segment speaks of a part: of one fund, one phase, one kind of indicator."""
    return bool(_APART.search(segment) or _KIND.search(segment))


def _segment(text: str, at: int) -> tuple[int, int]:
    """The stretch between full stops and semicolons around an offset."""
    start = max(text.rfind("。", 0, at), text.rfind("；", 0, at)) + 1
    match = _SEGMENT.match(text, start)
    return start, match.end() if match else len(text)


def _around(text: str, words: re.Match[str]) -> str:
    """The clause that words stand in, as far as the next mark."""
    behind = _CLAUSE.match(text, words.end())
    return _clause(text, words.start()) + words[0] + (behind[0] if behind else "")


def _clause(text: str, at: int) -> str:
    """What stands between the last mark and an offset."""
    return text[max(text.rfind(mark, 0, at) for mark in "，。；：") + 1 : at]


_KINDS: tuple[tuple[re.Pattern[str], Callable[[Passage, Sequence[Token], int, int], Absolute | None]], ...] = (
    (_SPENT, _unspent),
    (_NOTHING_LEFT, _unspent),
    (_DONE, _undone),
    (_UNCHANGED, _changed),
)
