"""Every number of a document, in one pass of one pattern, typed by what stands around it.

Numbers that are no quantities (dates, document numbers, phones, codes, numbering marks) are typed as such,
never dropped: nothing that was seen is silent.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lint.document import Document
from lint.facts import units
from lint.facts.grid import is_index
from lint.facts.names import title_of
from lint.facts.passages import Passage
from lint.facts.ragged import Grids
from lint.figure import QUANTITIES, Figure, Kind
from lint.number import ARABIC, BOUND_AFTER, BOUND_BEFORE, CHINESE, Bound, Number, bound_of, chinese_decimal, read
from lint.outline import mark_of
from lint.pattern import pattern

_COUNTERS = (
    "人次|批次|团组|场次|车次|人|名|户|个月|个|家|辆|台|套|件|项(?!目)|次|批|条|所|座|处|份|册|篇|组|只|头|株|岁|天|年|小时|分钟|"
    "公里|千米|平方公里|平方米|立方米|万平方米|米|亩|公顷|吨|公斤|千克|千瓦时|千瓦|倍|期|班|课时|学时|场|宗|起|例|位|支|块|张|部|间|眼|盏|艘|棵|匹|栋|村|株|日|"
    "hm²|hm2|hm|km²|km|kg|㎡|m³|m²|m"
)
_MONEY = "元|美元|港元|欧元"
_SCALE = "万亿|亿|十万|百万|千万|万|千|百"

_UNIT_AHEAD = rf"(?=(?:{_SCALE})?\ ?(?:{_MONEY})|%|个?百分点)"
_PULLED = rf"(?<=[^\W\d_A-Za-z])(?:\d+|\d(?:\ \d)+)\.\ (?:\d{{1,4}}|\d(?:\ \d){{1,3}}){_UNIT_AHEAD}"
"""A number that character recognition pulled apart at its point (检查接待2. 64万元): a word before and a unit after leave no other reading."""
_SAID = rf"(?:{_SCALE})?(?:{_MONEY}|{_COUNTERS})"
_NOT_LISTED = "".join(rf"(?<!{word})" for word in ("分别", "分别为", "分别是", "依次为", "各", "各为"))
_SLIPPED = rf"""(?=[1-9]\d{{0,2}},\d)(?<![\d.,])(?!\d+,(?:19|20)\d\d年|\d{{1,3}}(?:,\d{{3}})+(?![\d,])){_NOT_LISTED}(?:
    [1-9]\d{{0,2}}(?=,(?:\d+,)*\d{{3}}(?!\d))(?:,\d+){{2,}}(?:\.\d+)?(?={_SAID}|%|$)
  | [1-9]\d{{0,2}},(?:\d{{1,2}}|\d{{4,5}})\.\d\d(?={_SAID}|$)
  | [1-9]\d{{0,2}},(?<!0,)\d{{4}}(?={_SAID})
  | [1-9]\d{{0,2}},\d{{3}}[1-9](?={_SAID}))"""
"""Thousands whose groups have a digit too many or too few, in a number that a unit ends: 1,3992,476万元 is one number, with these digits."""
BLURRED = rf"(?=[1-9]\d{{0,2}},\d)(?<![\d.,]){_NOT_LISTED}[1-9]\d{{0,2}},\d{{1,2}}(?![\d.,])(?={_SAID})"
"""One number with digits missing or two of a list (2,76件): nothing that could be checked."""
_PATTERN = pattern(
    rf"""
      (?P<title>《[^《》]{{1,120}}》)
    | (?P<numbering>(?:(?<=[。；])|^)\d{{1,2}}\.(?=(?:19|20)\d\d年))
    | (?P<torn>(?<=[^\W\d_A-Za-z])\d(?:\ \d)+(?:\.\d+)?(?:年|{_UNIT_AHEAD}))
    | (?P<docno>[\[(]\d{{4}}[\])]?(?:第)?\d{{1,5}}号)
    | (?P<table>(?:财决|附|公开|表|附件|附表|附录|图|序号|编号|代码)\d[\d-]*(?:表)?)
    | (?P<subject>(?<=\()\d{{2,7}}(?:类|款|项)(?=\)))
    | (?P<ordinal>第\d+(?:条|章|批|次|期|季度|届|款|项|号|位|名|个)?)
    | (?P<date>(?:19|20)\d\d年\d{{1,2}}月(?:\d{{1,2}}日)?|\d{{1,2}}月\d{{1,2}}日|\d{{1,2}}月?[-~—至]\d{{1,2}}月份?|\d{{1,2}}月份?(?!元)
        |(?:19|20)\d\d[-./](?:0?[1-9]|1[0-2])[-./](?:0?[1-9]|[12]\d|3[01])(?!\d))
    | (?P<years>(?:19|20)\d\d年?[-~—至](?:19|20)\d\d(?:年度?|学年)?)
    | (?P<year>(?:19|20)\d\d(?:年度|年|学年|(?=[、和及](?:19|20)\d\d年)))
    | (?P<shortyear>(?<![\d.近历满约达共])[012]\d年(?=[度底末初]|\d{{1,2}}月))
    | (?P<hanyear>[一二][〇零九一二三四五六七八]{{3}}年)
    | (?P<code>[A-Za-z]+[-.]?\d[A-Za-z\d.-]*|\d+[A-Z][A-Za-z\d-]*|0\d{{2,3}}-\d{{7,8}}|\d{{3,4}}-\d{{7,8}}|(?<![\d.])0\d{{9,}}|(?<![\d.,])1[3-9]\d{{9}}(?!\d)(?!元))
    | (?P<steps>\d+(?:\.\d+)?%?(?:\(含\))?[-~—至]\d+(?:\.\d+)?(?:%|分|岁|个|天|人|年|万元|元)(?:\(含\))?(?!\)?[=÷×*/]))
    | (?P<size>(?![\d.*]*%)\d+(?:\.\d+)?[*]\d+(?:\.\d+)?(?:[*]\d+(?:\.\d+)?)?)
    | (?P<fraction>百分之(?P<hundredths>{CHINESE}))
    | (?P<tenths>(?<![^\W\d_A-Za-z])(?P<tenth>[一二三四五六七八九])成(?P<half>[一二三四五六七八九半])?(?![立为员果功就绩熟效本长])|(?<=[的为近约达占])(?P<tenth2>[一二三四五六七八九])成(?P<half2>[一二三四五六七八九半])?(?![立为员果功就绩熟效本长]))
    | (?P<blurred>{BLURRED})
    | (?P<quantity>(?P<digits>{_PULLED}|{_SLIPPED}|{ARABIC})(?:(?P<inner>余|多|几)(?=[万亿千百个人名户次件项辆台套公平亩米元]))?
        (?P<scale>{_SCALE})?(?P<inner2>余|多)?(?P<unit>个?百分点|%|‰|{_MONEY}|分(?!钟|之|别|析|类|配|解|工|管|布|期|享|散|两|三|四|五|批|次|项|年|级|摊|为|支|行|公)|{_COUNTERS})?)
    | (?P<han>(?P<handigits>(?:[二两三四五六七八九]|[一二三四五六七八九]?[十百][一二三四五六七八九十百零〇]*|{CHINESE})(?:点[〇零一二三四五六七八九]+)?)
        (?P<haninner>余|多|几)?(?P<hanscale>万亿|亿|万)?(?P<hanunit>{_MONEY}|个(?!级|体|人|性|别)|名|家|户|辆|台|套|件|人次|分(?![^\W\d_A-Za-z])))
    """,
    re.VERBOSE,
)
_HAN_BEFORE = pattern(r"[第统进唯同之其逐这另每某初周星期礼数单专万不第同]$")
_BOUND = pattern(
    rf"(?:(?![约])|(?<![节集签条合制预违履公]))(?:(?P<word>{BOUND_BEFORE})|(?P<linked>大?约|大概|将近|接近|(?<![最附邻临])近|逾|至少|至多)(?:共?有|共?计|达到?|是))$"
)
"""约 and words like it right before a number, or with 有, 达 and the like between: 约有70人次, 近有30家."""
_AFTER = pattern(rf"(?:{BOUND_AFTER})(?!年)")
_SIGN_AFTER = pattern(r"[\d)%元]$")
_YEAR = pattern(r"((?:19|20)\d\d)年")
_BARE_YEAR = pattern(r"(?:19|20)\d\d")


@dataclass(frozen=True, eq=False)
class Token:
    """A figure as it stands in its passage: offsets into the folded text, and where the words that lead to it begin."""

    figure: Figure
    passage: Passage
    start: int
    end: int
    lead_start: int

    @property
    def lead(self) -> str:
        return self.passage.text[self.lead_start : self.start]

    @property
    def is_quantity(self) -> bool:
        return self.figure.kind in QUANTITIES


def tokens(document: Document, passages: tuple[Passage, ...], grids: Grids) -> tuple[Token, ...]:
    """Every number of the passages, in reading order."""
    given = {start: unit for table in document.tables for start, unit in units.column_units(document, table, grids[table.span]).items()}
    numbering = {slot.cell.span.start for rows in grids.values() for row in rows if is_index(row) for slot in row.slots}
    found: list[Token] = []
    for passage in passages:
        inside = _read(passage, given.get(passage.source.start))
        found.extend(map(_as_numbering, inside) if passage.source.start in numbering and passage.cell else inside)
    return tuple(found)


def _as_numbering(token: Token) -> Token:
    """A number of a 栏次 row, which tells columns apart and measures nothing."""
    return replace(token, figure=replace(token.figure, kind="identifier"))


def _read(passage: Passage, given: units.Unit | None) -> list[Token]:
    text = passage.text
    found: list[Token] = []
    mark = mark_of(text) if passage.cell is None else None
    done = 0
    for match in _PATTERN.finditer(text):
        group = match.lastgroup
        if group == "title":
            continue
        token = None
        in_mark = mark is not None and match.end() <= mark.end
        if group in _QUANTITY_GROUPS and not in_mark and not _is_list_mark(text, match):
            token = _quantity(passage, match, done, given)
            if token is None:
                continue
            if token.is_quantity:
                done = token.end
        found.append(token or _look_alike(passage, match, done))
    return _shared_units(passage, found)


_SHARED = pattern(r"[、，,和与及]")


def _shared_units(passage: Passage, found: list[Token]) -> list[Token]:
    """“4125.49,4143.91万元”: a number without a unit takes that of the next one where only a separator stands between."""
    for index in range(len(found) - 2, -1, -1):
        token, following = found[index], found[index + 1]
        if token.figure.kind != "bare" or following.figure.kind not in ("money", "count", "percent") or following.start - token.end != 1:
            continue
        if _SHARED.match(passage.text, token.end) and (token.figure.number.places or following.figure.kind != "count"):
            number = replace(token.figure.number, scale=following.figure.number.scale)
            figure = replace(token.figure, number=number, kind=following.figure.kind, unit=following.figure.unit)
            found[index] = replace(token, figure=figure)
    return found


_QUANTITY_GROUPS = ("quantity", "fraction", "tenths", "han")
_LOOK_ALIKES: dict[str, Kind] = {"date": "date", "year": "year", "years": "year", "hanyear": "year", "shortyear": "year"}
_DIGITS = pattern(rf"{ARABIC}|{CHINESE}")
_LIST_MARK = pattern(r"[、)]|\.(?!\d)")


def _is_list_mark(text: str, match: re.Match[str]) -> bool:
    """Whether the digits number an item inside a paragraph: 。1.… ；2、… （3）…"""
    if match.lastgroup != "quantity" or match["unit"] or match["scale"] or len(match["digits"]) > 2:
        return False
    before = text[match.start() - 1] if match.start() else "。"
    if before == "(" and text[match.end() : match.end() + 1] == ")":
        return True
    return before in "。；：)，" and bool(_LIST_MARK.match(text, match.end()))


def _look_alike(passage: Passage, match: re.Match[str], lead_start: int) -> Token:
    """A number that is no quantity, or digits that stand too far apart to tell which of them belong together (torn)."""
    kind = _LOOK_ALIKES.get(match.lastgroup or "", "identifier")
    number = _plain_number(match[0])
    year = (2000 if match["shortyear"] else 0) + int(number.value) if kind == "year" else None
    return Token(
        Figure(number, passage.span(*match.span()), kind, year=year, file=passage.file), passage, match.start(), match.end(), lead_start
    )


def _plain_number(text: str) -> Number:
    found = _DIGITS.search(text)
    return read(found[0]) if found else read("0")


def _quantity(passage: Passage, match: re.Match[str], done: int, given: units.Unit | None) -> Token | None:
    """The quantity that a match is; None where Chinese characters turn out to be no numeral."""
    text = passage.text
    start, end = match.span()
    if match.lastgroup == "han" and (_HAN_BEFORE.search(text[max(0, start - 1) : start]) or match["handigits"] == "一"):
        return None
    before = _BOUND.search(text, max(0, start - 5), start)
    after = _AFTER.match(text, end)
    inner = match["inner"] or match["inner2"] or match["haninner"] or ""
    bound = bound_of((before["word"] or before["linked"]) if before else "", "余" if inner else "", after[0] if after else "")
    negative = text[start - 1 : start] == "-" and not _SIGN_AFTER.search(text[: start - 1][-1:])
    number, kind, unit = _value(passage, match, bound, negative=negative or _is_negative_cell(passage, match), given=given)
    if number is None:
        return None
    start -= negative
    lead_start = _lead_start(text, start, done)
    lead = text[lead_start:start]
    years = _YEAR.findall(lead)
    about = int(years[-1]) if years else None
    figure = Figure(number, passage.span(start, end), kind, unit, title_of(lead), about, passage.file)
    return Token(figure, passage, start, end, lead_start)


def _is_negative_cell(passage: Passage, match: re.Match[str]) -> bool:
    """Whether a cell is a negative number as accountants write it: (100.00), (10.0%), 100-; a year in brackets is none."""
    if passage.cell is None or match.lastgroup != "quantity" or (match["unit"] or "%") not in "%‰元":
        return False
    text = passage.text.strip()
    return text == f"{match[0]}-" or (text == f"({match[0]})" and not _BARE_YEAR.fullmatch(match[0]))


def _value(
    passage: Passage, match: re.Match[str], bound: Bound, *, negative: bool, given: units.Unit | None
) -> tuple[Number | None, Kind, str]:
    """The number, kind and unit of one match."""
    group = match.lastgroup
    if group == "fraction":
        return Number(match["hundredths"], chinese_decimal(match["hundredths"]), bound=bound), "percent", "%"
    if group == "tenths":
        tenth, half = match["tenth"] or match["tenth2"], match["half"] or match["half2"]
        value = chinese_decimal(tenth) * 10 + (5 if half == "半" else chinese_decimal(half) if half else 0)
        return Number(match[0], value, bound=bound), "percent", ""
    if group == "han":
        try:
            value = chinese_decimal(match["handigits"])
        except ValueError:
            return None, "bare", ""
        number = Number(match["handigits"], value, {"万": 4, "亿": 8, "万亿": 12}.get(match["hanscale"] or "", 0), bound)
        return number, _kind(match["hanunit"], match["hanscale"] or "", ""), match["hanunit"]
    digits, scale, unit = match["digits"].replace(" ", ""), match["scale"] or "", match["unit"] or ""
    if passage.cell is not None and not unit and not scale and given is not None and match[0].strip("-") == passage.text.strip("-() "):
        unit, scale = given.unit, given.scale
    if not unit and not scale and len(digits) >= 7 and "." not in digits and "," not in digits and passage.cell is None:
        return read(digits), "identifier", ""
    return read(digits, scale, bound, negative=negative), _kind(unit, scale, passage.text[match.end() : match.end() + 1]), unit


def _kind(unit: str, scale: str, following: str) -> Kind:
    if unit.endswith("百分点"):
        return "points"
    if unit in ("%", "‰"):
        return "percent"
    if unit.endswith("元"):
        return "money"
    if unit == "分":
        return "score"
    if unit:
        return "count"
    return "money" if scale in ("万", "亿", "万亿") and not following.isalpha() else "bare"


def _lead_start(text: str, start: int, done: int) -> int:
    """Where the words that lead to a number begin: after the last quantity, comma or colon, or the bracket around it."""
    depth = 0
    at = start
    while at > done:
        char = text[at - 1]
        if char in ")]":
            depth += 1
        elif char in "([":
            if not depth:
                break
            depth -= 1
        elif not depth and char in "，。；：！？ " and not (char == "：" and at == start):
            break
        at -= 1
    while at < start and text[at] in "、,)]的":
        at += 1
    return at
