"""The workbook that `check` writes, filled in and read back."""

from __future__ import annotations

from datetime import date

from openpyxl import load_workbook

from lint import readers
from lint.decisions.lists import Opinion, opinions, rows_of
from lint.decisions.read import read
from lint.readers import Source
from tests.decisions.conftest import Desk


def test_what_a_reviewer_filled_in_is_read_back(desk: Desk) -> None:
    desk.run("check", "报告.txt", "-o", "问题清单.xlsx")
    made = load_workbook("问题清单.xlsx")
    made["问题清单"]["G2"], made["问题清单"]["H2"], made["问题清单"]["I2"] = "误报", "=含上年结转", "张三"
    made["问题清单"]["H2"].data_type = "s"
    made["问题清单"]["J2"] = date(2026, 11, 20)
    made.save("问题清单.xlsx")
    assert desk.run("decide", "import", "问题清单.xlsx", "报告.txt").out == "校核意见.toml：登记1条：误报1\n"
    (decision,) = read("校核意见.toml").decisions
    assert (decision.reason, decision.author, decision.day) == ("=含上年结转", "张三", date(2026, 11, 20))


def test_a_decision_that_stands_is_filled_in_and_reads_back_as_it_was_made(desk: Desk) -> None:
    desk.decide("部门支出合计", "误报", "--by", "张三", "--expires", "2027-03-01")
    before = (desk.folder / "校核意见.toml").read_bytes()
    desk.run("check", "报告.txt", "--show-decided", "-o", "问题清单.xlsx")
    rows, _ = rows_of(readers.read(Source("问题清单.xlsx", (desk.folder / "问题清单.xlsx").read_bytes())))
    (given,) = opinions(rows, "问题清单.xlsx")
    expected = Opinion("问题清单!第2行", given.fingerprint, "false-alarm", "含上年结转", "张三", date(2026, 11, 23), date(2027, 3, 1))
    assert given == expected
    assert desk.run("decide", "import", "问题清单.xlsx", "报告.txt").out.endswith("新增0，代替0，相同1\n")
    assert (desk.folder / "校核意见.toml").read_bytes() == before
