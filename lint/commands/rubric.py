"""`gouji rubric`: which scoring tables there are, what one says, and whether one is written as it should be."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from lint.commands.asking import settings_for
from lint.commands.output import emit
from lint.errors import UsageError
from lint.number import plain
from lint.rubric import Indicator, Rubric
from lint.rubric.library import named, shipped
from lint.text import width

SEEN = {True: "已见出处", False: "未核实"}
COLUMNS = 44
"""Where the full marks of a drawn table stand."""


def run(options: Namespace) -> int:
    own = settings_for(options).given.rubrics
    if options.action == "list":
        emit("\n".join(line(rubric) for rubric in (*own, *shipped().values())) + "\n")
        return 0
    if not options.names:
        raise UsageError(f"rubric {options.action} 后面应写评分细则的编号或文件，gouji rubric list 列出全部编号")
    chosen = [named(name, own) for name in options.names]
    told = drawn if options.action == "show" else checked
    emit("\n\n".join("\n".join(told(rubric)) for rubric in chosen) + "\n")
    return 0


def line(rubric: Rubric) -> str:
    """A rubric in one line: id, name, years, whether it was seen, source."""
    return f"{rubric.id:<26}{rubric.name}｜{years(rubric)}｜{SEEN[rubric.verified]}｜{rubric.source}"


def years(rubric: Rubric) -> str:
    first, last = rubric.years
    return f"{first or ''}年度" if first == last else f"{first or ''}-{last}年度" if last else f"{first}年度起"


def drawn(rubric: Rubric) -> Iterator[str]:
    """The lines of a rubric drawn as a table: indicators, full marks, criteria in words, sources."""
    yield f"{rubric.name}（{rubric.id}）"
    yield f"{rubric.kind}，{years(rubric)}，用于：{'、'.join(rubric.places) or '只在指定时使用'}"
    yield f"满分{plain(rubric.full)}分{_bonus(rubric)}{'；一级指标没有列全' if rubric.partial else ''}"
    yield f"来源（{SEEN[rubric.verified]}）：{rubric.source}" + (f"；以 {rubric.extends} 为底本" if rubric.extends else "")
    yield ""
    for level, indicator in rubric.rows():
        yield from _row(level, indicator, rubric)


def checked(rubric: Rubric) -> Iterator[str]:
    """That a rubric is in order, and how its criteria were understood. One with faults does not come so far."""
    rows = [indicator for _, indicator in rubric.rows()]
    scored = [indicator for indicator in rows if indicator.scoring]
    examples = sum(len(indicator.examples) for indicator in rows)
    yield f"{rubric.id}：写法正确。指标{len(rows)}项，满分{plain(rubric.full)}分{_bonus(rubric)}，评分标准{len(scored)}条，例子{examples}个都算对"
    for indicator in scored:
        assert indicator.scoring is not None
        yield f"  {indicator.name}：{indicator.scoring.told(indicator.full)}"


def _bonus(rubric: Rubric) -> str:
    if not rubric.bonus:
        return ""
    rule = {"可超过": "总分可以超过满分", "只补扣分": "只用于弥补扣分", "不明": "能否超过满分不明"}[rubric.bonus_rule]
    return f"，另有加分{plain(rubric.bonus)}分（{rule}）"


def _row(level: int, indicator: Indicator, rubric: Rubric) -> Iterator[str]:
    indent = "  " * (level - 1)
    name = indent + indicator.name + ("（加分）" if indicator.bonus else "") + ("（下级没有列全）" if indicator.partial else "")
    padded = name + " " * max(2, COLUMNS - width(name))
    yield f"{padded}{plain(indicator.full)}分"
    notes = [f"又称：{'、'.join(indicator.names[1:])}"] if len(indicator.names) > 1 else []
    if indicator.scoring is not None:
        rounded = f"；{indicator.rounding.told()}" if indicator.rounding else ""
        notes.append(f"评分：{indicator.scoring.told(indicator.full)}{rounded}")
        notes += [f"例：{'；'.join(indicator.examples)}"] if indicator.examples else []
    if (indicator.source, indicator.verified) != (rubric.source, rubric.verified):
        notes.append(f"来源（{SEEN[indicator.verified]}）：{indicator.source}")
    yield from (f"{indent}    {note}" for note in notes)
