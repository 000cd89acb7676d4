"""A share or rate, with what it is of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lint.check import Binding
from lint.expression import Expression, minus, over
from lint.facts.prose.mention import Mention
from lint.say import Say

Kind = Literal["share", "rate", "excess"]


@dataclass(frozen=True, eq=False)
class Ratio:
    """`percent` is claimed to be `part` over `whole`; None where one of them was not found, with the reason."""

    kind: Kind
    percent: Mention
    part: Mention | None
    whole: Mention | None
    binding: Binding = "stated"
    reason: Say | None = None
    candidates: tuple[Mention, ...] = ()
    choice: Say | None = None

    @property
    def title(self) -> str:
        """What the percentage is called in a message: 执行率, …完成计划的比例, …占比."""
        if self.percent.named or self.part is None:
            return self.percent.name or self.percent.title
        return self.part.title + _TITLES[self.kind]

    @property
    def formula(self) -> Expression | None:
        """Part over whole (what exceeds the plan over the plan); None where one of them is missing."""
        if self.part is None or self.whole is None:
            return None
        part = minus(self.part.figure, self.whole.figure) if self.kind == "excess" else self.part.figure
        return over(part, self.whole.figure)

    @property
    def fits(self) -> bool:
        """Whether the printed digits allow the percentage."""
        formula = self.formula
        return formula is not None and formula.point() is not None and self.percent.figure.interval.meets(formula.interval())


_TITLES: dict[Kind, str] = {"share": "占比", "rate": "完成预算（计划）的比例", "excess": "超过计划的比例"}
NO_PART = Say("没有找到是哪一个数的百分比", "the part was not found")
NO_WHOLE = Say("没有找到“{base}”的数", "no figure was found for “{base}”")
CHOSEN = Say("分母按“{name}”{value}", "taking “{name}” {value} as the whole")
WEIGHT = Say("这里的百分比可能是权重", "the percentage may be a weight")
UNSAID = Say("没有写明是什么的百分比", "the text does not say of what")
