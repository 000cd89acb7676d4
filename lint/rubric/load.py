"""Rubrics from TOML: every key checked, the full marks added up, the worked examples calculated, all faults told at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, cast, get_args

from lint.entries import plain as bare
from lint.number import plain
from lint.pattern import pattern
from lint.rubric import BonusRule, Indicator, Kind, Rubric
from lint.rubric.entry import Entry
from lint.rubric.examples import rounding_for, worked
from lint.rubric.faults import Fault
from lint.rubric.rounding import Rounding
from lint.rubric.scoring import Scoring
from lint.rubric.steps import UnknownForm
from lint.rubric.wording import FORMS, scoring_of

KEYS = (
    "id", "name", "places", "years", "kind", "full", "bonus", "bonus_rule", "round", "source", "verified", "extends", "partial", "indicators",
)  # fmt: skip
ROW_KEYS = (
    "level", "name", "also", "full", "score", "examples", "reads", "round", "bonus", "partial", "verified", "source", "under", "drop",
)  # fmt: skip
DEEPEST = 6
_YEARS = pattern(r"(\d{4})(?:(-|起)(\d{4})?)?")
Find = Callable[[str], Rubric | None]
"""Finds the rubric with an id, for one that extends it; None where there is none."""


@dataclass(frozen=True)
class Row:
    """An indicator without its parts, the level it stands on, and the path of its entry, empty where it comes from another rubric."""

    level: int
    indicator: Indicator
    path: str = ""


def rubric_of(data: object, find: Find, *, name: str = "", where: str = "") -> tuple[Rubric, list[Fault]]:
    """The rubric that a TOML table describes, and everything that is wrong with it; where that is anything, the rubric is none to use.

    `name` is its id where it does not say; `where` the path of the table in its file, empty for a file of its own.
    """
    faults: list[Fault] = []
    entry = Entry(data, where, KEYS, faults)
    base = _base(entry, find)
    verified, source = entry.flag("verified", base is not None and base.verified), entry.text("source", base.source if base else None)
    whole = Rubric(
        entry.text("id", name or None),
        entry.text("name"),
        entry.names("places", base.places if base else ()),
        _years(entry, base),
        cast(Kind, entry.choice("kind", get_args(Kind), base.kind if base else None)),
        entry.marks("full", base.full if base else Fraction(100)),
        entry.marks("bonus", base.bonus if base else Fraction(0), none=True),
        cast(BonusRule, entry.choice("bonus_rule", get_args(BonusRule), base.bonus_rule if base else "不明")),
        (),
        source,
        verified,
        entry.flag("partial", base is not None and base.partial),
        base.id if base else "",
    )
    rows = [Row(level, replace(indicator, children=())) for level, indicator in base.rows()] if base else []
    rounding = entry.rounding("round")
    for index, data in enumerate(_entries(entry)):
        before = len(faults)
        row = Entry(data, f"{where}.indicators[{index}]".lstrip("."), ROW_KEYS, faults)
        _add(row, rows, replace(BLANK, verified=verified, source=source, rounding=rounding), base is not None)
        faults[before:] = [replace(fault, about=str(row.value("name") or "")) for fault in faults[before:]]
    if not rows:
        entry.fault("indicators", "至少要有一项指标，每项写成一段 [[indicators]]")
    made = replace(whole, indicators=_tree(rows))
    if not any(fault.path.endswith(COUNTED) for fault in faults):
        faults += _sums(made, rows, where)
    return made, faults


COUNTED = ("full", "bonus", "level", "under", "extends", "indicators")
"""Faults of these keys would be told again as sums that fail."""
BLANK = Indicator(("",), Fraction(0))


def _base(entry: Entry, find: Find) -> Rubric | None:
    """The rubric that this one extends."""
    wanted = entry.text("extends", "")
    base = find(wanted) if wanted else None
    if wanted and base is None:
        entry.fault("extends", f"没有评分细则“{wanted}”，用 gouji rubric list 查看都有哪些")
    return base


def _years(entry: Entry, base: Rubric | None) -> tuple[int | None, int | None]:
    value = entry.value("years")
    if value is None and base is not None:
        return base.years
    if years := years_of(value):
        return years
    entry.fault("years", f'{"没有写，" if value is None else ""}应为报告年度，如 years = "2022"、"2020-2023" 或 "2020起"')
    return None, None


def years_of(value: object) -> tuple[int, int | None] | None:
    """The first and the last year that 2022, "2020-2023" or "2020起" means, the last None where it is open; None for anything else."""
    match = _YEARS.fullmatch(str(value)) if isinstance(value, str | int) else None
    if match is None:
        return None
    first = int(match[1])
    return first, int(match[3]) if match[3] else None if match[2] else first


def _entries(entry: Entry) -> list[Any]:
    entries = entry.value("indicators") or []
    if isinstance(entries, list):
        return entries
    entry.fault("indicators", "指标应逐项写成 [[indicators]]（两层方括号）")
    return []


def _add(entry: Entry, rows: list[Row], blank: Indicator, extends: bool) -> None:
    """Add the indicator of an entry to the rows, or change the one of that name that comes from the extended rubric."""
    name = entry.text("name")
    at = next((index for index, row in enumerate(rows) if extends and not row.path and name in row.indicator.names), None)
    if at is None:
        level, place = _placed(entry, rows, extends)
        rows.insert(place, Row(level, _indicator(entry, name, blank, None), entry.path))
    elif entry.flag("drop"):
        del rows[at : _end(rows, at)]
    else:
        rows[at] = Row(rows[at].level, _indicator(entry, name, blank, rows[at].indicator), entry.path)


def _indicator(entry: Entry, name: str, blank: Indicator, old: Indicator | None) -> Indicator:
    """The indicator that an entry describes; what it leaves out is that of the old one."""
    known = old or blank
    full = entry.marks("full", old.full if old else None)
    wording = entry.text("score", known.wording)
    rounding = entry.rounding("round") or known.rounding
    same = old is not None and "score" not in entry and "full" not in entry
    examples = entry.names("examples", known.examples if same else ())
    return Indicator(
        (name, *(other for other in entry.names("also", known.names[1:]) if other != name)),
        full,
        (),
        _scoring(entry, wording, full, rounding, examples) if wording and entry.is_sound else None,
        wording,
        rounding,
        entry.names("reads", known.reads),
        examples,
        entry.flag("bonus", known.bonus),
        entry.flag("partial", known.partial),
        entry.flag("verified", blank.verified),
        entry.text("source", blank.source),
    )


def _scoring(entry: Entry, wording: str, full: Fraction, rounding: Rounding | None, examples: Sequence[str]) -> Scoring | None:
    """The function of a criterion, proved by its examples; one that reads a number needs at least one."""
    try:
        scoring = scoring_of(wording, full)
    except UnknownForm as error:
        entry.fault("score", str(error), f"score 可以写的有：{'｜'.join(FORMS)}（照原文抄的，多数也认得）")
        return None
    except ValueError as error:
        entry.fault("score", str(error))
        return None
    if scoring.inputs and not examples:
        hint = "，".join(f"{name}=…" for name in scoring.inputs) if len(scoring.inputs) > 1 else "95%" if scoring.percent else "3"
        entry.fault("examples", f'有评分标准的指标至少要有一个算好的例子，如 examples = ["{hint}得{plain(full)}分"]')
    for example in examples:
        try:
            worked(example, scoring, full, rounding_for(scoring, rounding))
        except ValueError as error:
            entry.fault("examples", f"例子“{example}”：{error}")
    return scoring


def _placed(entry: Entry, rows: Sequence[Row], extends: bool) -> tuple[int, int]:
    """The level of a new row and its place among the others."""
    if extends and "level" not in entry:
        above = entry.text("under")
        at = next((index for index, row in enumerate(rows) if above in row.indicator.names), None)
        if at is None:
            entry.fault("under", f"原来的细则里没有“{above}”；新增的指标要用 under 写明放在哪一项下面，一级指标写 level = 1")
            return 1, len(rows)
        return rows[at].level + 1, _end(rows, at)
    level, above_level = entry.value("level"), rows[-1].level if rows else 0
    if isinstance(level, bool) or not isinstance(level, int) or not 1 <= level <= DEEPEST:
        entry.fault("level", "应写明是几级指标，如 level = 3")
        return max(above_level, 1), len(rows)
    if level > above_level + 1:
        entry.fault("level", f"上一项是{above_level}级，这一项不能跳到{level}级" if rows else "第一项应为一级指标，level = 1")
        return above_level + 1, len(rows)
    return level, len(rows)


def _end(rows: Sequence[Row], at: int) -> int:
    """Where the parts of a row end."""
    return next((index for index in range(at + 1, len(rows)) if rows[index].level <= rows[at].level), len(rows))


def _tree(rows: Sequence[Row]) -> tuple[Indicator, ...]:
    """The rows hung below each other by their levels."""
    families: list[list[Row]] = []
    for row in rows:
        if not families or row.level <= families[-1][0].level:
            families.append([row])
        else:
            families[-1].append(row)
    return tuple(replace(head.indicator, children=_tree(below)) for head, *below in families)


def _sums(rubric: Rubric, rows: Sequence[Row], where: str) -> list[Fault]:
    """Full marks of parts that do not add up to that of their whole, and parts of one name."""
    found: list[Fault] = []
    base = [indicator for indicator in rubric.indicators if not indicator.bonus]
    extra = [indicator for indicator in rubric.indicators if indicator.bonus]
    prefix = f"{where}." if where else ""
    found += _short(rubric.full, base, f"{prefix}full", "各一级指标（不含加分项）", rubric.partial)
    found += _short(rubric.bonus, extra, f"{prefix}bonus", "各加分项", rubric.partial and not extra)
    for (_, indicator), row in zip(rubric.rows(), rows, strict=True):
        path = row.path or f"{prefix}indicators"
        if indicator.children:
            found += _short(indicator.full, indicator.children, f"{path}.full", "下级", indicator.partial, indicator.name)
    return [*found, *_doubled(rows, f"{prefix}indicators")]


def _doubled(rows: Sequence[Row], where: str) -> Iterator[Fault]:
    """Parts of one name below one indicator: a report's cannot be told apart by it."""
    seen: list[dict[str, str]] = []
    for row in rows:
        del seen[row.level :]
        seen += [{} for _ in range(row.level - len(seen))]
        names = {bare(name): name for name in row.indicator.names}
        if doubled := next((name for key, name in names.items() if key in seen[-1]), None):
            same = "" if seen[-1][bare(doubled)] == doubled else f"（“{seen[-1][bare(doubled)]}”）"
            found = f"同一个上级下面有两项都叫“{doubled}”{same}，是不是抄重了，或者忘了改名"
            yield Fault(f"{row.path}.name" if row.path else where, found, row.indicator.name)
        seen[-1] |= names


def _short(full: Fraction, parts: Sequence[Indicator], path: str, what: str, partial: bool, about: str = "") -> list[Fault]:
    total = sum((part.full for part in parts), Fraction(0))
    if total == full or (partial and total < full):
        return []
    added = "+".join(plain(part.full) for part in parts)
    hint = "；没有列全的，加一行 partial = true" if total < full else ""
    return [Fault(path, f"写{plain(full)}分，{what}满分之和为{plain(total)}分（{added or '没有'}）{hint}", about)]
