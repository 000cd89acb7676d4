"""Dates as targets: what is in time, what is late, and what is written too coarsely to tell."""

from __future__ import annotations

import pytest

from lint.facts.scores.deadlines import in_time


@pytest.mark.parametrize(
    ("target", "done", "answer"),
    [
        ("2023年6月底前", "2023年6月", True),
        ("2023年6月底前", "2023年5月20日", True),
        ("2023年6月底前", "2023年7月1日", False),
        ("2023年12月31日前完成", "2024年1月", False),
        ("6月30日前", "6月上旬", True),
        ("6月上旬", "6月下旬", False),
        ("6月15日前", "6月", None),  # the first or the second half of it
        ("2023年6月底前", "11月", None),  # of which year?
        ("2023.06.30", "2023-07-02", False),
        ("2023年1月至2023年6月", "2023年5月", None),  # two dates are no deadline
        ("2023年1-12月", "2023年12月", None),
        ("按期", "2023年5月", None),
    ],
)
def test_what_was_done_by_a_date_is_told_from_what_was_late(target: str, done: str, answer: bool | None) -> None:
    assert in_time(target, done) is answer
