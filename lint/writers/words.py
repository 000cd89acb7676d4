"""The words that outputs for people share: names of severities, outcomes, roles and figures, and how places are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lint.check import Outcome, Role, Severity
from lint.decision import VERDICTS, Decision, State
from lint.document import Document
from lint.figure import Kind
from lint.pattern import pattern
from lint.place import Margin, Place, Span
from lint.say import Language, Say

if TYPE_CHECKING:
    from lint.facts.periods import Source

SEVERITIES: dict[Severity, Say] = {"error": Say("错误", "error"), "warning": Say("警告", "warning"), "info": Say("提示", "info")}

OUTCOMES: dict[Outcome, Say] = {
    "holds": Say("相符", "holds"),
    "rounding": Say("按四舍五入相符", "holds by rounding"),
    "broken": Say("不符", "broken"),
    "undecided": Say("无法核对", "undecided"),
}

FIXED = Say("{verdict}（但问题仍在）", "{verdict} (but still there)")
STATES: dict[State, Say] = {
    "applies": Say("{verdict}", "{verdict}"),
    "moved": Say(
        "{verdict}（疑似同一处，上下文有改动，请确认；确认前仍算问题）",
        "{verdict} (probably the same place, the text around it changed: please confirm; counts until then)",
    ),
    "expired": Say("{verdict}（已于{expires}到期，不再有效）", "{verdict} (expired on {expires}, no longer in force)"),
    "stale": Say("{verdict}（失效：问题已不在，或者数字已改）", "{verdict} (stale: the finding is gone or its numbers changed)"),
    "absent": Say("{verdict}（本次没有核对它所在的文件或规则）", "{verdict} (its file or rule was not part of this run)"),
}
"""What has become of a decision."""
UNTIL = Say("{day}到期", "until {day}")

ROLES: dict[Role, Say] = {
    "total": Say("合计", "total"),
    "part": Say("分项", "part"),
    "current": Say("本期数", "current"),
    "prior": Say("上期数", "prior"),
    "delta": Say("增减额", "change"),
    "rate": Say("增减幅度", "rate"),
    "whole": Say("总体", "whole"),
    "budget": Say("预算数", "budget"),
    "actual": Say("执行数", "actual"),
    "operand": Say("算式中的数", "operand"),
    "full": Say("满分", "full mark"),
    "score": Say("得分", "score"),
    "limit": Say("限额", "limit"),
    "count": Say("数目", "count"),
    "year": Say("年份", "year"),
    "same": Say("同一数字", "same quantity"),
}

KINDS: dict[Kind, Say] = {
    "money": Say("金额", "money"),
    "percent": Say("百分比", "percent"),
    "points": Say("百分点", "points"),
    "score": Say("分数", "score"),
    "count": Say("数量", "count"),
    "bare": Say("无单位数", "bare number"),
    "year": Say("年份", "year"),
    "date": Say("日期", "date"),
    "identifier": Say("编号", "identifier"),
}


PERIODS: dict[Source, Say] = {
    "words": Say("写明", "said"),
    "sentence": Say("本句", "sentence"),
    "paragraph": Say("本段", "paragraph"),
    "heading": Say("标题", "heading"),
    "column": Say("列名", "column"),
    "caption": Say("表名", "caption"),
    "document": Say("报告年度", "report year"),
}

STDIN = Say("标准输入", "standard input")


def called(path: str) -> Say:
    """What people call a file: its path."""
    return STDIN if path == "-" else Say(path, path)


MARGINS: dict[Margin, Say] = {"header": Say("页眉", "page header"), "footer": Say("页脚", "page footer")}


def where(place: Place) -> Say:
    """A place as people look for it: 第12行第5列, 第3页, 表2第4行第1列, 二、（一）第8段, 收入!C5."""
    if place.sheet is not None:
        form = "{sheet}!{cell}" if place.sheet else "{cell}"
        return Say(form, form, {"sheet": place.sheet, "cell": place.address or ""})
    if place.line is not None:
        return Say("第{line}行第{column}列", "line {line}, column {column}", {"line": place.line, "column": place.column})
    if place.margin is not None:
        return MARGINS[place.margin]
    values: dict[str, object] = {
        "outline": "".join(place.outline),
        "page": place.page,
        "paragraph": place.paragraph,
        "table": place.table,
        "row": place.row,
        "column": place.cell,
    }
    zh = "第{page}页" if place.page is not None else ""
    en = ["page {page}"] if place.page is not None else []
    if place.table is not None:
        zh, en = zh + "表{table}第{row}行第{column}列", [*en, "table {table}, row {row}, column {column}"]
    else:
        zh, en = zh + "{outline}", [*en, "{outline}"] if place.outline else en
        if place.paragraph is not None:
            zh, en = zh + "第{paragraph}段", [*en, "paragraph {paragraph}"]
    return Say(zh, ", ".join(en), values)


def opinion(decision: Decision, state: State, language: Language) -> str:
    """A decision in one line: verdict and state, reason, who and when."""
    verdict = VERDICTS[decision.verdict]
    form = FIXED if (decision.verdict, state) == ("fixed", "applies") else STATES[state]
    told = form.of(verdict=verdict, expires=decision.expires).text(language)
    reason = " ".join(decision.reason.split())
    until = UNTIL.of(day=decision.expires).text(language) if decision.expires and state != "expired" else ""
    signed = "，".join(part for part in (decision.author, str(decision.day or ""), until) if part)
    if language == "en":
        return told + (f": {reason}" if reason else "") + (f" ({signed.replace('，', ', ')})" if signed else "")
    return told + (f"：{reason}" if reason else "") + (f"（{signed}）" if signed else "")


ENDS = "。！？；\n\r"
"""Where a sentence or a row of cells ends and so does the context of a quote."""
_CELLS = pattern(r" *\t[ \t]*")


def context(document: Document, span: Span, reach: int = 36) -> tuple[str, str, str]:
    """What stands before, in and after a span in its sentence, white space folded, an ellipsis where it was cut."""
    text = document.text
    start = max(span.start - reach, 0)
    cut = max((text.rfind(end, start, span.start) for end in ENDS), default=-1)
    before = text[cut + 1 : span.start] if cut >= 0 else ("…" if start else "") + text[start : span.start]
    stop = min(span.end + reach, len(text))
    cuts = [at for end in ENDS if (at := text.find(end, span.end, stop)) >= 0]
    after = text[span.end : min(cuts) + 1] if cuts else text[span.end : stop] + ("…" if stop < len(text) else "")
    left, right = _folded(before).lstrip(" |\u3000"), _folded(after).rstrip(" |\u3000")
    left = f"{left} " if left.endswith("|") else left
    return left, shortened(document.quote(span), 3 * reach), f" {right}" if right.startswith("|") else right


def shortened(text: str, length: int) -> str:
    """The text on one line, its middle left out where it is longer than `length`."""
    folded = _folded(text)
    return folded if len(folded) <= length else f"{folded[: length * 2 // 3]}…{folded[-length // 3 :]}"


def _folded(text: str) -> str:
    """White space folded, cells of a row told apart; a blank at either end stays one, a line end there goes."""
    words = " ".join(_CELLS.sub(" | ", text).split())
    before = " " if words and text[0] in " \u3000" else ""
    return before + words + (" " if words and text[-1] in " \u3000" else "")
