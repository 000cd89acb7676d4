"""Linear conditions: whether they can hold together, and the smallest set that cannot, against elimination by hand."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from lint.cone import Condition, conflict

FACTORS = st.dictionaries(st.sampled_from("xyz"), st.sampled_from([Fraction(n) for n in (-2, -1, 1, 2)]), min_size=1)
CONDITIONS = st.lists(st.builds(Condition, FACTORS, st.integers(-3, 3).map(Fraction), st.booleans()), max_size=5)


def can_hold(conditions: list[Condition]) -> bool:
    """Fourier and Motzkin: every pair that bounds a quantity from both sides makes a condition without it."""
    left = list(conditions)
    for name in "xyz":
        above = [each for each in left if each.factors.get(name, 0) > 0]
        below = [each for each in left if each.factors.get(name, 0) < 0]
        left = [each for each in left if not each.factors.get(name, 0)]
        for upper in above:
            for lower in below:
                up, down = -lower.factors[name], upper.factors[name]
                names = {*upper.factors, *lower.factors}
                factors = {other: upper.factors.get(other, 0) * up + lower.factors.get(other, 0) * down for other in names}
                left.append(Condition(factors, upper.limit * up + lower.limit * down, upper.strict or lower.strict))
    return all(each.limit > 0 or (each.limit == 0 and not each.strict) for each in left)


@settings(deadline=None)
@given(CONDITIONS)
def test_a_conflict_is_found_where_there_is_one_and_is_as_small_as_it_can_be(conditions: list[Condition]) -> None:
    found = conflict(conditions)
    assert bool(found) is not can_hold(conditions)
    clashing = [conditions[index] for index in found]
    assert all(can_hold([other for other in clashing if other is not each]) for each in clashing)
