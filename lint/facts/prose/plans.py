"""Words that tell a plan from what changed it: 年初预算, 追加, 调整后预算."""

from __future__ import annotations

from lint.facts.prose.mention import Mention
from lint.pattern import pattern

ADJUSTING = pattern(r"追加|追减|调[增减入剂](?!整?后)|核[减增]|压减|调整(?:增加|减少)")
"""An amount by which a plan was changed, and no plan itself."""
FINAL = pattern(r"调整后|全年|变更后")
"""A plan that holds whatever changed it."""


def is_changed(plan: Mention, mention: Mention) -> bool:
    """Whether a plan was changed before a rate is told, and the rate does not say that it is of the first plan."""
    if plan.passage is not mention.passage or "年初" in mention.base + mention.name or FINAL.search(plan.token.lead):
        return False
    return bool(ADJUSTING.search(plan.passage.text, plan.token.end, mention.start))
