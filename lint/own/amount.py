"""Values that a user writes in a rule: 3.2万元, 95%, 40人, 40."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from lint.errors import UsageError
from lint.figure import Figure, Kind
from lint.number import ARABIC, SCALES, plain, read
from lint.pattern import pattern
from lint.text import fold

_AMOUNT = pattern(
    rf"(?P<minus>-)?(?P<digits>{ARABIC})(?P<scale>{'|'.join(sorted(filter(None, SCALES), key=len, reverse=True))})?(?P<unit>[^\W\d]{{0,6}}|%|[^\W\d]{{0,3}}²)"
)
_KINDS: dict[str, Kind] = {"": "bare", "%": "percent", "元": "money", "分": "score", "百分点": "points", "个百分点": "points"}
_PEOPLE = frozenset(("人", "名", "位"))


@dataclass(frozen=True, slots=True)
class Amount:
    """A value as written (`text`) and in units of one: 32000 for 3.2万元, 19/20 for 95%."""

    text: str
    value: Fraction
    kind: Kind
    unit: str = ""

    def __str__(self) -> str:
        return self.text

    def measures(self, figure: Figure) -> bool:
        """Whether a figure can be held against it: money against money; a plain number against anything counted."""
        return alike(self.kind, self.unit, figure.kind, figure.unit)


def alike(kind: Kind, unit: str, other_kind: Kind, other_unit: str) -> bool:
    """Whether two quantities can be added and compared, by kind and unit; 人 and 名 are one unit, none at all fits any that counts."""
    if kind in ("count", "bare") and other_kind in ("count", "bare"):
        return "bare" in (kind, other_kind) or unit == other_unit or {unit, other_unit} <= _PEOPLE
    return kind == other_kind and unit == other_unit


def amount_of(value: object, where: str) -> Amount:
    """The value that is written. Raises UsageError with the path of what cannot be read."""
    if isinstance(value, (int, Decimal, float)) and not isinstance(value, bool):
        digits = Decimal(str(value))  # a float of tomllib is printed as it was written
        if digits.is_finite():
            return Amount(plain(digits), Fraction(digits), "bare")
    text = "".join(fold(value).split()) if isinstance(value, str) else ""
    match = _AMOUNT.fullmatch(text)
    if match is None:
        raise UsageError(f'{where} 应为一个数，带单位时用引号，如 "3.2万元"、"95%"、40，不能是 {value!r}')
    number = read(match["digits"], match["scale"] or "", negative=bool(match["minus"])).scaled
    kind = _KINDS.get(match["unit"], "count")
    return Amount(text, number / 100 if kind in ("percent", "points") else number, kind, match["unit"])
