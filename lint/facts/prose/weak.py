"""Figures that are seldom the total of a list: values for each of something, by how much one thing is less than another, what is left out."""

from __future__ import annotations

from collections.abc import Sequence

from lint.facts.prose.mention import Mention
from lint.pattern import pattern

_PER_UNIT = pattern(
    r"(?:[户人车日月亩村篇件次校生家班床吨]|(?<!\d)年|平)均(?!为|达|完成|已|有)|单价(?!合同)|每(?:[人户生亩日天月年件台套个辆次吨期班批场校村镇队组]|平方?米|公里)[^，。；\d]{0,8}$"
)
_DIFFERENCE = pattern(r"节约|节省|超收|短收|超支|缺口|差[值额异]|[高低](?:出|了)?$")
_LEFT_OUT = pattern(r"(?:不含|不包[括含]|未含|未包[括含]|未计入|未列入)(?!税)[^)]*(?<![合总]计)$")
_UNSIGNED = pattern(r"差[值额异]|相差")


def is_per_unit(mention: Mention) -> bool:
    """Whether a figure is said for each of something (户均, 单价, …元/人): no number of those adds up to a total."""
    return bool(_PER_UNIT.search(mention.token.lead)) or mention.passage.text.startswith("/", mention.token.end)


def is_weak(mention: Mention) -> bool:
    """Whether a list seldom splits such a figure: a value for each unit, a difference, or what another figure leaves out (不含…20万元)."""
    lead = mention.token.lead
    return is_per_unit(mention) or bool(_DIFFERENCE.search(lead) or _LEFT_OUT.search(lead))


def is_unsigned(mention: Mention) -> bool:
    """Whether a figure is a difference that does not tell its direction, so that such figures add up to nothing."""
    return bool(_UNSIGNED.search(mention.token.lead))


def is_beyond(owner: Mention, parts: Sequence[Mention]) -> bool:
    """Whether a weak owner is no total of these: a single part is more, or is counted in 万 where it is not."""
    if not is_weak(owner):
        return False
    return any(part.figure.value > owner.figure.value or part.figure.number.scale != owner.figure.number.scale for part in parts)
