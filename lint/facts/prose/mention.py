"""A figure in running text and what it says."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from lint.facts import names
from lint.facts.figures import Token
from lint.facts.passages import Passage
from lint.figure import Figure

Role = Literal["level", "prior", "delta", "growth", "share", "rate", "excess", "points", "divisor", "plain"]
"""level: an amount or count · prior: what it is compared with · delta, growth: the change · share: 占…% ·
rate: 完成…%, …率 · excess: 超任务…% · points: 百分点 · divisor: 占T万元的…% · plain: none of these"""


@dataclass(eq=False)
class Mention:
    """A figure in running text and what it says.

    `name` is its own naming words; `topic` those it inherits where its own say nothing (支出决算为 …).
    `base` is what it is compared with or taken of (上年决算数, 年初预算), empty where the text does not say.
    `inherited` is the side of the list it stands in (预算…，其中…); `task` tells that 任务 or 计划 follows it. `sign` is -1 where a word turns the figure (减少). `sentence` and `segment` count in the passage;
    `depth` is the depth of brackets. `of` is the level that a modifier speaks of; `since` the one that a new
    level replaces (由650元提高到720元); `adjusted` tells that a change is on a comparable basis (同口径), `either` that its
    direction was left open (增加（减少）).
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
    either: bool = False
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
    def is_amount(self) -> bool:
        """Whether it is an amount of money that running text states: no change, no share, no cell of a table."""
        return self.role == "level" and self.figure.kind == "money" and self.passage.cell is None

    @property
    def key(self) -> str:
        """Under which its quantity is known."""
        return names.key(self.name) or names.key(self.topic)

    @property
    def title(self) -> str:
        """What to call it in a message: its own words; 支出决算 and the like after what the level or the passage is about."""
        own = names.clear(self.name)
        if names.key(own):
            return own
        about = names.subject(self.of.title if self.of is not None else self.topic)
        if not own:
            return about or self.topic or self.name
        return names.joined(about, own)

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
