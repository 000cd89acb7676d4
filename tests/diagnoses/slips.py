"""Reports with one slip in them, made by the slip itself: the true figures first, then what a hand does to them.

Every maker draws its numbers from the generator it is given and returns the text and the codes of the rules that may find the slip.
One that draws numbers with which its slip would change nothing draws again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from random import Random

from lint.diagnosis import Kind

Made = tuple[str, tuple[str, ...]]
Maker = Callable[[Random], Made]
CENT = Decimal("0.01")
ITEMS = ("办公费", "印刷费", "差旅费", "维修费", "培训费", "劳务费")


def amount(draw: Random, low: int = 20, high: int = 900) -> Decimal:
    """An amount in 万元 with two decimals, never a round one."""
    while True:
        value = Decimal(draw.randrange(low * 100, high * 100)) * CENT
        if value % 1 and value * 10 % 1:
            return value.quantize(CENT)


def percent(part: Decimal, whole: Decimal, rounding: str = ROUND_HALF_UP) -> Decimal:
    """A percentage with two decimals."""
    return (part / whole * 100).quantize(CENT, rounding)


def until(made: Callable[[], Made | None]) -> Made:
    """The first text that is made."""
    while True:
        if (found := made()) is not None:
            return found


def rate(budget: Decimal, spent: Decimal, said: Decimal, more: str = "", units: tuple[str, str] = ("万元", "万元")) -> str:
    return f"2023年度自评报告\n\n2023年培训费年初预算为{budget}{units[0]}，{more}支出决算为{spent}{units[1]}，完成年初预算的{said}%。\n"


def growth(current: Decimal, delta: Decimal, said: Decimal, word: tuple[str, str] = ("增加", "增长")) -> str:
    return f"2023年度自评报告\n\n公务接待费支出{current}万元，比上年{word[0]}{delta}万元，{word[1]}{said}%。\n"


def listed(total: Decimal, parts: list[Decimal], more: str = "") -> str:
    names = [*ITEMS[: len(parts) - 1], "其他支出"]
    said = "，".join(f"{name}{part}万元" for name, part in zip(names, parts, strict=True))
    return f"2023年度自评报告\n\n2023年商品和服务支出合计{total}万元，其中：{said}。{more}\n"


def rates(rows: list[tuple[Decimal, Decimal, Decimal]], head: str = "预算数 | 执行数 | 执行率") -> str:
    lines = [f"{name} | {budget} | {spent} | {said}%" for name, (budget, spent, said) in zip(ITEMS, rows, strict=False)]
    return "\n".join(["2023年度支出执行情况表", "单位：万元", f"项目 | {head}", *lines, ""])


def table(columns: list[list[Decimal]], totals: list[Decimal], head: str = "年初预算数 | 决算数") -> str:
    lines = [" | ".join([name, *map(str, row)]) for name, row in zip(ITEMS, zip(*columns, strict=True), strict=False)]
    return "\n".join(["2023年度支出情况表", "单位：万元", f"项目 | {head}", *lines, " | ".join(["合计", *map(str, totals)]), ""])


def spending(draw: Random, low: int = 1000, high: int = 90_000) -> tuple[Decimal, Decimal]:
    """A budget of this size, and what was spent of it."""
    budget = amount(draw, low, high)
    return budget, (budget * Decimal(draw.uniform(0.7, 0.97))).quantize(CENT)


def executed(draw: Random, count: int = 4) -> list[tuple[Decimal, Decimal, Decimal]]:
    """Rows of budget, spending and rate."""
    pairs = [spending(draw) for _ in range(count)]
    return [(budget, spent, percent(spent, budget)) for budget, spent in pairs]


def cut_rate(draw: Random) -> Made | None:
    budget, spent = spending(draw)
    said = percent(spent, budget, ROUND_DOWN)
    return (rate(budget, spent, said), ("RAT002",)) if said != percent(spent, budget) else None


def cut_cell(draw: Random) -> Made | None:
    rows = executed(draw)
    budget, spent, right = rows[1]
    said = percent(spent, budget, ROUND_DOWN)
    rows[1] = (budget, spent, said)
    return (rates(rows), ("RAT006",)) if said != right else None


def coarse_rate(draw: Random) -> Made | None:
    budget, spent = spending(draw, 100, 900)
    said = percent(spent.quantize(Decimal(1), ROUND_HALF_UP), budget.quantize(Decimal(1), ROUND_HALF_UP))
    return (rate(budget, spent, said), ("RAT002",)) if abs(said - percent(spent, budget)) > Decimal("0.02") else None


def coarse_cell(draw: Random) -> Made | None:
    rows = executed(draw)
    budget, spent, right = rows[2]
    said = percent(spent, budget).quantize(Decimal(1), ROUND_HALF_UP).quantize(CENT)
    rows[2] = (budget, spent, said)
    return (rates(rows), ("RAT006",)) if abs(said - right) > Decimal("0.02") and said != 100 else None


def bonus_total(draw: Random) -> Made:
    scores = [Decimal(draw.randrange(30, 40)) / 2, Decimal(draw.randrange(40, 60)) / 2, Decimal(draw.randrange(60, 80)) / 2]
    extra, base = Decimal(draw.randrange(4, 18)) / 2, sum(scores)
    lines = [f"{name} | {full} | {score}" for name, full, score in zip(("投入", "过程", "产出"), (20, 30, 40), scores, strict=True)]
    lines += [f"效益 | 10 | 9.5\n加分项 | 10 | {extra}", f"合计 | 110 | {base + extra + Decimal('9.5')}"]
    head = "2023年度部门整体支出绩效自评报告\n\n综合得分为{}分。\n\n部门整体支出绩效自评表\n一级指标 | 分值 | 得分\n"
    return head.format(base + Decimal("9.5")) + "\n".join(lines) + "\n", ("SCO006",)


def bonus_ceiling(draw: Random) -> Made:
    extra = Decimal(draw.randrange(11, 20)) / 2
    total = 95 + extra
    return (
        f"2023年度自评报告\n\n综合得分为{total}分。\n\n1.投入（满分40分，得分38分）。\n2.产出（满分60分，得分57分）。\n3.加分项（满分10分，得分{extra}分）。\n",
        ("SCO005",),
    )


def other_budget(draw: Random) -> Made | None:
    budget, spent = spending(draw)
    later = (budget * Decimal(draw.uniform(0.75, 1.3))).quantize(CENT)
    said = percent(spent, later)
    if abs(said - percent(spent, budget)) < 1 or not 20 < said < 200:
        return None
    return rate(budget, spent, said, f"调整后预算为{later}万元，"), ("RAT002",)


def other_column(draw: Random) -> Made | None:
    rows = executed(draw)
    arrived = [(budget * Decimal(draw.uniform(0.8, 0.99))).quantize(CENT) for budget, _, _ in rows]
    lines = [f"{name} | {b} | {a} | {s} | {r}%" for name, (b, s, r), a in zip(ITEMS, rows, arrived, strict=False)]
    budget, spent, right = rows[1]
    lines[1] = f"{ITEMS[1]} | {budget} | {arrived[1]} | {spent} | {percent(spent, arrived[1])}%"
    head = "2023年度支出执行情况表\n单位：万元\n项目 | 预算数（A） | 到位数（B） | 支出数（C） | 执行率（C/A）\n"
    return (head + "\n".join(lines) + "\n", ("RAT006",)) if percent(spent, arrived[1]) - right > 1 else None


def by_current(draw: Random) -> Made | None:
    current = amount(draw)
    delta = (current * Decimal(draw.uniform(0.05, 0.4))).quantize(CENT)
    return growth(current, delta, percent(delta, current)), ("RAT003",)


def by_current_cell(draw: Random) -> Made:
    rows = [(amount(draw), amount(draw)) for _ in range(3)]
    lines = [f"{name} | {old} | {new} | {percent(new - old, old)}%" for name, (old, new) in zip(ITEMS, rows, strict=False)]
    old, new = rows[1][0], (rows[1][0] * Decimal(draw.uniform(1.06, 1.5))).quantize(CENT)
    lines[1] = f"{ITEMS[1]} | {old} | {new} | {percent(new - old, new)}%"
    return "2023年度支出对比表\n单位：万元\n项目 | 2022年决算数 | 2023年决算数 | 增减率\n" + "\n".join(lines) + "\n", ("RAT006",)


def from_budget(draw: Random) -> Made | None:
    current = amount(draw, 100)
    delta = (current * Decimal(draw.uniform(0.05, 0.3))).quantize(CENT)
    budget = (current * Decimal(draw.uniform(0.6, 0.95))).quantize(CENT)
    said, right = percent(current - budget, budget), percent(delta, current - delta)
    text = f"2023年度自评报告\n\n公务接待费年初预算{budget}万元，支出{current}万元，比上年增加{delta}万元，增长{said}%。\n"
    return (text, ("RAT003",)) if abs(said - right) > 1 else None


def unit_rate(draw: Random) -> Made:
    budget, spent = spending(draw)
    return rate(budget, spent, percent(spent, budget), units=draw.choice((("万元", "元"), ("元", "万元")))), ("UNI002",)


def unit_text(draw: Random) -> Made:
    first, second = amount(draw), amount(draw)
    text = f"2023年度自评报告\n\n2023年度办公费支出决算为{first}元，印刷费支出决算为{second}万元。\n\n"
    return text + f"2023年度支出决算表\n单位：万元\n项目 | 决算数\n办公费 | {first}\n印刷费 | {second}\n", ("REF002",)


def unit_part(draw: Random) -> Made:
    parts = [amount(draw) for _ in range(4)]
    text = listed(sum(parts, Decimal(0)), parts)
    return text.replace(f"{ITEMS[1]}{parts[1]}万元", f"{ITEMS[1]}{parts[1]}元"), ("SUM001",)


def upside_down(draw: Random) -> Made:
    budget, spent = spending(draw)
    return rate(budget, spent, percent(budget, spent)), ("RAT002",)


def upside_down_cell(draw: Random) -> Made:
    rows = executed(draw)
    budget, spent, _ = rows[2]
    rows[2] = (budget, spent, percent(budget, spent))
    return rates(rows), ("RAT006",)


def amount_as_percent(draw: Random) -> Made | None:
    current = amount(draw)
    delta = (current * Decimal(draw.uniform(0.03, 0.3))).quantize(CENT)
    return (growth(current, delta, delta), ("RAT003",)) if abs(percent(delta, current - delta) - delta) > 1 else None


def amount_as_percent_cell(draw: Random) -> Made | None:
    rows = [(amount(draw), amount(draw)) for _ in range(3)]
    rates = [percent(new - old, old) for old, new in rows]
    old, new = rows[0]
    if abs(rates[0] - (new - old)) < 1:
        return None
    rates[0] = new - old
    lines = [f"{name} | {old} | {new} | {new - old} | {said}%" for name, (old, new), said in zip(ITEMS, rows, rates, strict=False)]
    return "2023年度支出对比表\n单位：万元\n项目 | 2022年决算数 | 2023年决算数 | 增减额 | 增减率\n" + "\n".join(lines) + "\n", ("RAT006",)


def swapped_shares(draw: Random) -> Made | None:
    parts = [amount(draw) for _ in range(3)]
    total = sum(parts, Decimal(0))
    shares = [percent(part, total) for part in parts]
    if abs(shares[0] - shares[1]) < 1:
        return None
    shares[0], shares[1] = shares[1], shares[0]
    said = "；".join(f"{name}{part}万元，占{share}%" for name, part, share in zip(ITEMS, parts, shares, strict=False))
    return f"2023年度自评报告\n\n2023年商品和服务支出合计{total}万元，其中：{said}。\n", ("RAT001",)


def swapped_rates(draw: Random) -> Made | None:
    rows = executed(draw)
    (b1, s1, r1), (b2, s2, r2) = rows[0], rows[2]
    rows[0], rows[2] = (b1, s1, r2), (b2, s2, r1)
    return (rates(rows), ("RAT006",)) if abs(r1 - r2) > 1 else None


def swapped_columns(draw: Random) -> Made:
    columns = [[amount(draw) for _ in range(4)] for _ in range(2)]
    columns[1][2] = (columns[0][2] * Decimal(draw.uniform(0.6, 0.9))).quantize(CENT)
    totals = [sum(column, Decimal(0)) for column in columns]
    columns[0][2], columns[1][2] = columns[1][2], columns[0][2]
    return table(columns, totals), ("SUM003",)


def stale_text(draw: Random) -> Made:
    now, before, other = amount(draw), amount(draw), amount(draw)
    text = f"2023年度自评报告\n\n2023年度办公费支出决算为{before}万元，印刷费支出决算为{other}万元。\n\n"
    table = f"2023年度支出决算表\n单位：万元\n项目 | 2022年决算数 | 2023年决算数\n办公费 | {before} | {now}\n印刷费 | {amount(draw)} | {other}\n"
    return text + table, ("REF002",)


def stale_cell(draw: Random) -> Made:
    columns = [[amount(draw) for _ in range(4)] for _ in range(2)]
    totals = [sum(column, Decimal(0)) for column in columns]
    columns[1][1] = columns[0][1]
    return table(columns, totals, "2022年决算数 | 2023年决算数"), ("SUM003",)


def stale_rate(draw: Random) -> Made | None:
    budget, spent = spending(draw)
    before = (budget * Decimal(draw.uniform(0.5, 1.1))).quantize(CENT)
    said = percent(before, budget)
    text = f"2023年度自评报告\n\n2022年培训费支出决算为{before}万元。2023年培训费年初预算为{budget}万元，支出决算为{spent}万元，完成年初预算的{said}%。\n"
    return (text, ("RAT002",)) if abs(said - percent(spent, budget)) > 1 and 30 < said < 130 else None


def counted_twice(draw: Random) -> Made:
    parts = [amount(draw) for _ in range(4)]
    return listed(sum(parts, Decimal(0)) + parts[draw.randrange(4)], parts), ("SUM001",)


def counted_twice_cell(draw: Random) -> Made:
    columns = [[amount(draw) for _ in range(4)] for _ in range(2)]
    totals = [sum(column, Decimal(0)) for column in columns]
    totals[0] += columns[0][draw.randrange(4)]
    return table(columns, totals), ("SUM003",)


def left_out(draw: Random) -> Made:
    parts = [amount(draw) for _ in range(4)]
    return listed(sum(parts, Decimal(0)) - parts[draw.randrange(3)], parts), ("SUM001",)  # without the last one it would be another list


def left_out_cell(draw: Random) -> Made:
    columns = [[amount(draw) for _ in range(4)] for _ in range(2)]
    totals = [sum(column, Decimal(0)) for column in columns]
    totals[1] -= columns[1][draw.randrange(4)]
    return table(columns, totals), ("SUM003",)


def not_listed(draw: Random) -> Made:
    parts, more = [amount(draw) for _ in range(3)], amount(draw)
    return listed(sum(parts, Decimal(0)) + more, parts, f"会议费支出{more}万元。"), ("SUM001",)


def wrong_word(draw: Random) -> Made:
    before = amount(draw)
    delta = (before * Decimal(draw.uniform(0.05, 0.4))).quantize(CENT)
    return (
        f"2023年度自评报告\n\n公务接待费支出{before - delta}万元，比上年{before}万元增加{delta}万元，增长{percent(delta, before)}%。\n",
        ("CMP001",),
    )


def wrong_sign(draw: Random) -> Made:
    rows = [(amount(draw), amount(draw)) for _ in range(3)]
    deltas = [new - old for old, new in rows]
    deltas[1] = -deltas[1]
    lines = [f"{name} | {old} | {new} | {delta}" for name, (old, new), delta in zip(ITEMS, rows, deltas, strict=False)]
    return "2023年度支出对比表\n单位：万元\n项目 | 2022年决算数 | 2023年决算数 | 增减额\n" + "\n".join(lines) + "\n", ("RAT006",)


def only_some(draw: Random) -> Made:
    parts = [amount(draw, 100, 900) for _ in range(3)]
    rest = (sum(parts, Decimal(0)) * Decimal(draw.uniform(0.002, 0.008))).quantize(CENT)
    said = "，".join(f"{name}{part}万元" for name, part in zip(ITEMS, parts, strict=False))
    return f"2023年度自评报告\n\n2023年培训支出{sum(parts, rest)}万元，其中：{said}。\n", ("SUM001",)


def only_some_places(draw: Random) -> Made:
    first, second = draw.randrange(6, 20), draw.randrange(6, 20)
    return f"2023年度自评报告\n\n项目覆盖{first + second + 1}个乡镇，其中平原乡镇{first}个、丘陵乡镇{second}个。\n", ("LST001", "SUM001")


def mistyped(draw: Random, value: Decimal) -> Decimal | None:
    """The number with one slip of the hand; None where that changes nothing."""
    text = str(value)
    digits = text.replace(".", "")
    at = draw.randrange(len(digits) - 1)
    way = draw.randrange(4)
    if way == 0:
        digits = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
        other = Decimal(digits) * CENT
    elif way == 1:
        other = value * draw.choice((10, 100))
    else:
        whole = text.index(".")
        place = draw.randrange(1, whole)
        other = Decimal(text[:place] + (text[place] if way == 2 else "") + text[place + (way == 3) :])
    other = other.quantize(CENT)
    return other if other != value and other >= 1 else None


def struck(draw: Random) -> Made | None:
    parts = [amount(draw, 100, 9000) for _ in range(4)]
    total = sum(parts, Decimal(0))
    wrong = mistyped(draw, total)
    return (listed(wrong, parts), ("SUM001",)) if wrong else None


def struck_cell(draw: Random) -> Made | None:
    columns = [[amount(draw, 100, 9000) for _ in range(4)] for _ in range(2)]
    totals = [sum(column, Decimal(0)) for column in columns]
    wrong = mistyped(draw, columns[1][2])
    if wrong is None:
        return None
    columns[1][2] = wrong
    return table(columns, totals), ("SUM003",)


def struck_rate(draw: Random) -> Made | None:
    budget, spent = spending(draw)
    text = str(spent).replace(".", "")
    at = draw.randrange(len(text) - 1)
    wrong = Decimal(text[:at] + text[at + 1] + text[at] + text[at + 2 :]) * CENT
    said = percent(spent, budget)
    return (rate(budget, wrong, said), ("RAT002",)) if abs(percent(wrong, budget) - said) > Decimal("0.05") else None


MAKERS: dict[Kind, tuple[Callable[[Random], Made | None], ...]] = {
    "truncated": (cut_rate, cut_cell),
    "mixed-precision": (coarse_rate, coarse_cell),
    "bonus": (bonus_total, bonus_ceiling),
    "denominator": (other_budget, other_column),
    "base": (by_current, by_current_cell, from_budget),
    "unit": (unit_rate, unit_text, unit_part),
    "inverted": (upside_down, upside_down_cell),
    "delta-as-percent": (amount_as_percent, amount_as_percent_cell),
    "swapped": (swapped_shares, swapped_rates, swapped_columns),
    "last-year": (stale_text, stale_cell, stale_rate),
    "doubled-part": (counted_twice, counted_twice_cell),
    "missing-part": (left_out, left_out_cell, not_listed),
    "sign": (wrong_word, wrong_sign),
    "open-list": (only_some, only_some_places),
    "keystroke": (struck, struck_cell, struck_rate),
}


def planted(kind: Kind, count: int) -> Iterator[tuple[str, Made]]:
    """Texts with one slip of this kind, from each of its makers in turn, with the maker's name; always the same ones."""
    for maker in MAKERS[kind]:
        draw = Random(f"{kind} {maker.__name__}")
        for _ in range(count):
            yield maker.__name__, until(lambda maker=maker, draw=draw: maker(draw))  # type: ignore[misc]  # defaults bind the loop's values


def rich_rate(draw: Random) -> str:
    budget, spent = spending(draw)
    later, before = (budget * Decimal("1.07")).quantize(CENT), (spent * Decimal("0.93")).quantize(CENT)
    text = rate(budget, spent, percent(spent, budget), f"调整后预算为{later}万元，")
    return text.replace("2023年培训费", f"2022年培训费支出决算为{before}万元。2023年培训费")


def rich_growth(draw: Random) -> str:
    before = amount(draw, 100, 9000)
    delta, budget = (before * Decimal(draw.uniform(0.03, 0.4))).quantize(CENT), (before * Decimal("1.4")).quantize(CENT)
    return f"2023年度自评报告\n\n公务接待费年初预算{budget}万元，支出{before + delta}万元，比上年{before}万元增加{delta}万元，增长{percent(delta, before)}%。\n"


def rich_list(draw: Random) -> str:
    parts = [amount(draw, 100, 9000) for _ in range(draw.randrange(3, 6))]
    return listed(sum(parts, Decimal(0)), parts, f"会议费支出{amount(draw)}万元，资本性支出{amount(draw)}万元。")


def rich_table(draw: Random) -> str:
    columns = [[amount(draw, 10, 9000) for _ in range(6)] for _ in range(3)]
    return table(columns, [sum(column, Decimal(0)) for column in columns], "2022年决算数 | 2023年预算数 | 2023年决算数")


def rich_rates(draw: Random) -> str:
    return rates(executed(draw, 6))


def rich_pair(draw: Random) -> str:
    first, second = amount(draw), amount(draw)
    text = f"2023年度自评报告\n\n2023年度办公费支出决算为{first}万元，印刷费支出决算为{second}万元。\n\n"
    rows = f"办公费 | {amount(draw)} | {first}\n印刷费 | {amount(draw)} | {second}\n"
    return text + "2023年度支出决算表\n单位：万元\n项目 | 2022年决算数 | 2023年决算数\n" + rows


def rich_scores(draw: Random) -> str:
    scores = [Decimal(draw.randrange(20, 40)) / 2 for _ in range(4)]
    extra = Decimal(draw.randrange(4, 18)) / 2
    lines = [f"{name} | 20 | {score}" for name, score in zip(("投入", "过程", "产出", "效益"), scores, strict=True)]
    table = "部门整体支出绩效自评表\n一级指标 | 分值 | 得分\n" + "\n".join(
        [*lines, f"加分项 | 10 | {extra}", f"合计 | 90 | {sum(scores, extra)}"]
    )
    return f"2023年度部门整体支出绩效自评报告\n\n综合得分为{sum(scores, extra)}分。\n\n{table}\n"


RICH: tuple[Callable[[Random], str], ...] = (rich_rate, rich_growth, rich_list, rich_table, rich_rates, rich_pair, rich_scores)
"""Reports without a slip, with much beside their figures that might explain one."""
NUMBER = re.compile(r"(?<![\d.])\d+(?:\.\d+)?(?![\d.年])")


def unrelated(maker: Callable[[Random], str], count: int) -> Iterator[str]:
    """Reports of one kind in which one number is another that has nothing to do with it, or has one digit that is another."""
    draw = Random(f"unrelated {maker.__name__}")
    for _ in range(count):
        text = maker(draw)
        place = draw.choice(list(NUMBER.finditer(text)))
        value = Decimal(place[0])
        digits = [at for at, char in enumerate(place[0]) if char != "."]
        if draw.random() < 0.5:
            wrong = str((value * Decimal(draw.uniform(0.5, 1.6))).quantize(value))
        else:
            at = draw.choice(digits)
            wrong = place[0][:at] + draw.choice("123456789") + place[0][at + 1 :]
        yield text[: place.start()] + wrong + text[place.end() :]
