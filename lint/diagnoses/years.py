"""Figures of the year before."""

from __future__ import annotations

from lint.diagnoses.case import Case
from lint.diagnoses.relations import exchanged, fits, is_telling, place
from lint.diagnosis import Diagnosis
from lint.figure import Figure
from lint.say import Say

COPIED = Say(
    "“{name}”{value}与上年数{earlier}相同，疑为照抄上年数", "{name}, {value}, is the figure of the year before, {earlier}: was it copied?"
)
OPERAND = Say("若“{name}”用上年数{earlier}则相符", "it holds with {name} of the year before, {earlier}")
ALL = Say("若各数都用上年数则相符", "it holds with the figures of the year before")
FEWEST = 3
"""Digits from which on a figure that repeats the one of the year before is no chance."""


def last_year(case: Case) -> Diagnosis | None:
    """The claim, or one operand, as it was the year before; a claim that follows from the figures of that year."""
    earlier = {place(figure): before.figure for figure in case.figures if (before := case.scene.earlier(figure))}
    own = set(map(place, case.figures))
    earlier = {key: figure for key, figure in earlier.items() if place(figure) not in own}
    if not earlier:
        return None
    repeated = [figure for figure in case.figures if place(figure) in earlier and earlier[place(figure)].value == figure.value]
    if len(repeated) == 1 and _digits(repeated[0]) >= FEWEST and (repeated[0] is case.claimed or len(earlier) > 2):
        figure = repeated[0]
        return Diagnosis("last-year", COPIED.of(name=case.name(figure), value=figure, earlier=earlier[place(figure)]))
    stale = [figure for figure in case.operands if place(figure) in earlier and figure not in repeated]
    size = case.gap if case.terms else case.claimed.value
    if not is_telling(len(stale) + 1, case.claimed.step, size):
        return None
    found = [figure for figure in stale if case.holds_with(figure, earlier[place(figure)])]
    if len(found) == 1:
        return Diagnosis("last-year", OPERAND.of(name=case.name(found[0]), earlier=earlier[place(found[0])]))
    whole = exchanged(case.relation, lambda figure: earlier.get(place(figure), figure) if figure is not case.claimed else figure)
    return Diagnosis("last-year", ALL) if len(stale) == len(case.operands) > 1 and fits(whole) else None


def _digits(figure: Figure) -> int:
    """How many digits a figure really tells."""
    return len(str(figure.number.value).replace(".", "").strip("-0"))
