"""Cells that show #### in place of their number."""

from __future__ import annotations

from lint.readers import Source, read


def told(text: str) -> list[tuple[str, int]]:
    return [(notice.kind, notice.count) for notice in read(Source("a.txt", text.encode())).notices]


def test_cells_that_show_hashes_are_counted() -> None:
    assert told("项目 | 预算数 | 执行数\n办公费 | 12.5 | ###\n合计 | ##### | 11.8\n") == [("too-narrow", 2)]


def test_a_lone_sign_or_a_heading_of_hashes_is_none() -> None:
    assert told("项目 | 预算数\n# 办公费 | 12.5\n# | 3\n") == []
    assert told("### 收入情况\n收入12.5万元。\n") == []
