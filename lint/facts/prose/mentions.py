"""What each figure of running text says: a level, a change of it, a share, a rate; of what, against what.

The role of a figure follows from the words that lead to it (its *lead*) and from its unit alone, never from
its value. A figure that modifies another (减少2万元, 占12%) is attached to the level it speaks of.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import Literal

from lint.facts import names
from lint.facts.figures import Token
from lint.facts.passages import Passage
from lint.figure import Figure

Role = Literal["level", "prior", "delta", "growth", "share", "rate", "excess", "points", "divisor", "plain"]
"""level: an amount or count · prior: what it is compared with · delta, growth: the change · share: 占…% ·
rate: 完成…%, …率 · excess: 超任务…% · points: 百分点 · divisor: 占T万元的…% · plain: none of these"""

_RISE = "增长|增加|上升|提高|上涨|增收|增支|净增|增幅|增速|增|多"
_FALL = "下降|降低|减少|下跌|减收|减支|压减|压缩|回落|节约|降幅|减幅|净减|减|少"
_VERB = re.compile(
    rf"(?P<verb>(?P<rise>{_RISE})|(?P<fall>{_FALL}))(?:支出|收入|金额|额|数|率|幅度|了|比例)*(?:[：]|各|均|分别|共|约?为|是|达到?|约|近|逾|超过)*$"
)
_NEW_LEVEL = re.compile(r"(?:增加|增长|提高|上升|减少|下降|降低|压减|增|减|降)(?:到|至)$")
_BASE_WORDS = (
    r"(?:(?:(?:19|20)\d\d|20xx)年|上一?年|去年|前年|同期|年初|年中|全年|预算|决算|计划|任务|目标|调整|历史|上期|上月|上季|本年|当年)"
)
_COMPARE = re.compile(
    rf"(?:同比|环比|相比|对比|比|较|与|同|和|跟)(?P<base>{_BASE_WORDS}[^，。；：()比较]{{0,16}}?)(?:相比较?|对比|比较|来看)?(?=，|$|{_RISE}|{_FALL}|各|均|分别|基本|持平|无)"
)
_OPENER = re.compile(r"其中|包括|包含")
_YEAR_ON_YEAR = re.compile(r"同比|比上年同期|较上年同期")
_PRIOR = re.compile(rf"(?:比|较|与|同|和)(?P<base>{_BASE_WORDS}[^，。；：]{{0,16}})$")
_PRIOR_ALONE = re.compile(r"(?P<base>(?:上年|去年|上一年)度?(?:同期)?)(?:预算|决算|支出|收入)?(?:数|额)?(?:为|是)?$")
_SHARE = re.compile(r"占(?P<whole>[^，。；：]{0,40}?)(?:的?(?:比重|比例|比|份额))?的?(?:分别|各)?(?:为|是|达到?|约|近)*$")
_RATE = re.compile(
    r"(?:完成|占|为|达到?|是|执行)(?:了)?(?P<base>[^，。；：占完]{0,24}?(?:预算|计划|任务|目标|指标|批复)[^，。；：]{0,8}?)的?(?:比例|比率)?(?:为|达到?|约|近)*$"
)
_NAMED_RATE = re.compile(r"(?P<name>[^，。；：]{0,16}(?:率|比重|比例|占比|满意度))(?:[：]|约?为|达到?|是|约|近|分别)*$")
_OF_IT = re.compile(r"的(?:比例|比重)?(?:约为|为|达到?|约|近)?[\d.]+%")
_ATTRIBUTE = re.compile(r"[及]?以[上下内](?:（含）|\(含\))?的")
_ADJUSTED = re.compile(r"同口径|可比|剔除|扣除|不变价")
_TASK_AFTER = re.compile(r"的?(?:计划|目标|年度)?(?:任务|计划|指标|目标)")
_EXCESS = re.compile(r"(?:超额?(?:完成)?)(?:了)?(?:任务|计划|预算|目标)?(?:的)?$")
_SENTENCE = re.compile(r"[。！？]")
_SEGMENT = re.compile(r"[。！？；]")
_ITEM = re.compile(
    r"(?:(?<=[。；：，)])|^)(?:\(?[一二三四五六七八九十]{1,3}[)、]|\(\d{1,2}\)|\d{1,2}[、)]|\d{1,2}\.(?!\d)|[①-⑳]|[一二三四五六七八九]是)"
)


@dataclass(eq=False)
class Mention:
    """A figure in running text and what it says.

    `name` is its own naming words; `topic` those it inherits where its own say nothing (支出决算为 …).
    `base` is what it is compared with or taken of (上年决算数, 年初预算), empty where the text does not say.
    `inherited` is the side of the list it stands in (预算…，其中…); `task` tells that 任务 or 计划 follows it. `sign` is -1 where a word turns the figure (减少). `sentence` and `segment` count in the passage;
    `depth` is the depth of brackets. `of` is the level that a modifier speaks of; `since` the one that a new
    level replaces (由650元提高到720元); `adjusted` tells that a change is on a comparable basis (同口径).
    """

    token: Token
    role: Role
    name: str
    topic: str = ""
    base: str = ""
    sign: int = 1
    year: int | None = None
    sentence: int = 0
    segment: int = 0
    depth: int = 0
    of: Mention | None = None
    named: bool = False
    inherited: names.Side = ""
    task: bool = False
    adjusted: bool = False
    divisor: Mention | None = field(default=None, repr=False)
    since: Mention | None = field(default=None, repr=False)

    @property
    def figure(self) -> Figure:
        return self.token.figure

    @property
    def passage(self) -> Passage:
        return self.token.passage

    @property
    def start(self) -> int:
        return self.token.start

    @property
    def key(self) -> str:
        """Under which its quantity is known."""
        return names.key(self.name) or names.key(self.topic)

    @property
    def title(self) -> str:
        """What to call it in a message: its own words, the level it speaks of, or what the passage is about."""
        if names.key(self.name):
            return self.name
        if self.of is not None:
            return self.of.title
        return self.topic or self.name

    @property
    def side(self) -> names.Side:
        return "plan" if self.task else names.side(self.name) or self.inherited or names.side(self.topic)

    @property
    def said_side(self) -> names.Side:
        """Its side where its own words or its list say so; 支出 alone does not."""
        return self.side if self.task or self.inherited or names.says_side(self.name) else ""

    @cached_property
    def dimension(self) -> str:
        """Figures of one dimension can be added and compared."""
        return self.figure.kind if self.figure.kind != "count" else self.figure.unit


def mentions(tokens: Iterable[Token]) -> tuple[Mention, ...]:
    """The mentions of all prose passages, in reading order, modifiers attached to the levels they speak of."""
    found: list[Mention] = []
    for passage, group in _by_passage(tokens):
        found.extend(_of_passage(passage, group))
    return tuple(found)


def by_passage(mentions: Iterable[Mention]) -> Iterator[list[Mention]]:
    """Mentions grouped by their passage, in reading order."""
    for _, group in groupby(mentions, key=lambda mention: mention.passage.index):
        yield list(group)


def _by_passage(tokens: Iterable[Token]) -> Iterator[tuple[Passage, list[Token]]]:
    passage: Passage | None = None
    group: list[Token] = []
    for token in tokens:
        if token.passage is not passage:
            if passage is not None and group:
                yield passage, group
            passage, group = token.passage, []
        if token.is_quantity and token.passage.is_prose:
            group.append(token)
    if passage is not None and group:
        yield passage, group


def _of_passage(passage: Passage, tokens: list[Token]) -> list[Mention]:
    text = passage.text
    sentences = [match.end() for match in _SENTENCE.finditer(text)]
    segments = [match.end() for match in _SEGMENT.finditer(text)]
    items = [match.end() for match in _ITEM.finditer(text)]
    depths = _depths(text, [token.start for token in tokens])
    found: list[Mention] = []
    topic = base = ""
    listed: names.Side = ""
    done = 0
    for token, depth in zip(tokens, depths, strict=True):
        between = text[done : token.start]
        mention = _read(token, found[-1] if found else None)
        mention.sentence = bisect_right(sentences, token.start)
        mention.segment = bisect_right(segments, token.start)
        mention.depth = depth
        if _SENTENCE.search(between):
            base = listed = ""
        if _OPENER.search(between):
            listed = _last_side(found)
        mention.inherited = listed
        if compared := _comparison(between):
            base = compared
        if mention.role in ("delta", "growth", "points"):
            mention.base = mention.base or base
            mention.adjusted = bool(_ADJUSTED.search(between))
        item = bisect_right(items, token.start)
        if item and items[item - 1] >= done and (heading := _heading(text, items[item - 1], token.start)):
            topic = heading
        if mention.role == "level" and names.key(mention.name):
            topic = mention.name
        mention.topic = topic
        mention.year = mention.figure.year
        found.append(mention)
        done = token.end
    _attach(found)
    return found


def _last_side(found: list[Mention]) -> names.Side:
    return next((mention.side for mention in reversed(found) if mention.role == "level"), "")


def _heading(text: str, start: int, end: int) -> str:
    """The words after an item mark, up to the first punctuation: what the item is about."""
    words = re.split(r"[，。；：]", text[start:end], maxsplit=1)[0]
    return words if names.key(words) else ""


def _depths(text: str, starts: list[int]) -> list[int]:
    depths: list[int] = []
    depth = at = 0
    for start in starts:
        piece = text[at:start]
        depth = max(0, depth + piece.count("(") + piece.count("[") - piece.count(")") - piece.count("]"))
        depths.append(depth)
        at = start
    return depths


def _comparison(between: str) -> str:
    """The last base of comparison named between two figures; empty where none is."""
    found = list(_COMPARE.finditer(between))
    if found:
        return found[-1]["base"]
    return "上年同期" if _YEAR_ON_YEAR.search(between) else ""


def _read(token: Token, before: Mention | None) -> Mention:
    """The role of a figure from its lead and unit."""
    lead, kind = token.lead, token.figure.kind
    if kind == "points":
        return Mention(token, "points", lead)
    if kind == "percent":
        return _read_percent(token, lead, before)
    if _OF_IT.match(token.passage.text, token.end):
        return Mention(token, "divisor", _plain_name(lead))
    if _NEW_LEVEL.search(lead):
        return _new_level(token, before)
    if _ATTRIBUTE.match(token.passage.text, token.end):
        return Mention(token, "plain", _plain_name(lead))
    if verb := _VERB.search(lead):
        head = lead[: verb.start()]
        compared = _COMPARE.search(head) or _PRIOR.search(head)
        name = head[: compared.start()] if compared else head
        return Mention(
            token, "delta", _plain_name(_strip_comparison(name)), base=compared["base"] if compared else "", sign=-1 if verb["fall"] else 1
        )
    if bare := _PRIOR_ALONE.match(lead):
        return Mention(token, "prior", "", base=bare["base"])
    if prior := _PRIOR.search(lead):
        return Mention(token, "prior", _plain_name(lead[: prior.start()]), base=prior["base"])
    role: Role = "level" if kind in ("money", "count", "score") else "plain"
    return Mention(token, role, _plain_name(lead), task=bool(_TASK_AFTER.match(token.passage.text, token.end)))


def _new_level(token: Token, before: Mention | None) -> Mention:
    """提高到720元: a level of its own; what stood right before it is the one it replaces."""
    mention = Mention(token, "level", _plain_name(_NEW_LEVEL.sub("", token.lead)))
    if before is not None and before.role == "level" and before.passage is token.passage and before.token.end == token.lead_start:
        before.role = "prior"
        mention.since, before.of = before, mention
        mention.name = mention.name or re.sub(r"[由从]$", "", before.name)
    return mention


def _read_percent(token: Token, lead: str, before: Mention | None) -> Mention:
    if before is not None and before.role == "divisor" and _OF_IT.fullmatch(token.passage.text, before.token.end, token.end):
        mention = Mention(token, "share" if before.token.lead.startswith("占") else "rate", "")
        mention.divisor = before
        return mention
    if verb := _VERB.search(lead):
        head = lead[: verb.start()]
        compared = _COMPARE.search(head) or _PRIOR.search(head)
        name = head[: compared.start()] if compared else head
        return Mention(
            token, "growth", _plain_name(_strip_comparison(name)), base=compared["base"] if compared else "", sign=-1 if verb["fall"] else 1
        )
    if _EXCESS.search(lead):
        return Mention(token, "excess", "")
    if (rate := _RATE.search(lead)) and not (rate[0].startswith("占") and names.key(rate["base"])):
        return Mention(token, "rate", _plain_name(lead[: rate.start()]), base=rate["base"])
    if share := _SHARE.search(lead):
        return Mention(token, "share", _plain_name(lead[: share.start()]), base=share["whole"])
    if named := _NAMED_RATE.search(lead):
        mention = Mention(token, "share" if named["name"].endswith("占比") else "rate", _plain_name(named["name"]))
        mention.named = True
        return mention
    return Mention(token, "plain", _plain_name(lead))


def _plain_name(lead: str) -> str:
    return names.title_of(lead)


def _strip_comparison(name: str) -> str:
    return re.sub(
        r"^(?:按)?(?:自然|同|可比)口径(?:计算)?|^(?:剔除|扣除)[^，。]*?后|(?:同比|环比|对比|相比|比较|各|分别|均|(?:按)?(?:自然|同|可比)口径(?:计算)?)+$",
        "",
        name,
    )


def _attach(found: list[Mention]) -> None:
    """Give every modifier the level it speaks of, where its own sentence says so."""
    for index, mention in enumerate(found):
        if mention.role in ("level", "plain") or mention.of is not None:
            continue
        own = names.key(mention.name) if mention.role in ("delta", "growth", "prior") else ""
        for level in reversed(found[:index]):
            if level.sentence != mention.sentence:
                break
            if level.role != "level" or level.depth > mention.depth:
                continue
            if mention.role in ("delta", "prior") and level.dimension != mention.dimension:
                continue
            if own and own != level.key:
                break
            mention.of = level
            break
