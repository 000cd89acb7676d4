"""The sample report, and one of its structure: the figure that must be wrong is named, and the tie beside it is shown as one."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.blame import Account
from lint.engine import check_source
from lint.readers import Source
from lint.settings import Settings

SHARED = Path(__file__).parents[3] / "shared" / "reports" / "seed.txt"
OWN = """青禾县水务局2022年度部门整体绩效自评报告

（一）自评结论

经综合评分，得分为105分。

（二）指标分析

1.预算编制情况（该一级指标满分20分，自评得分为20分）。

（1）编制（该二级指标满分10分，自评得分6分）。

①合理性（该三级指标满分3分，自评得分3分）。

②规范性（该三级指标满分3分，自评得分3分）。

③差异率（该三级指标满分4分，自评得分0分）。

（2）目标（该二级指标满分10分，自评得分10分）。

①完整性（该三级指标满分5分，自评得分5分）。

②明确性（该三级指标满分5分，自评得分5分）。

2.预算执行情况（该一级指标满分50分，自评得分为50分）。

（1）资金（该二级指标满分30分，自评得分30分）。

（2）资产（该二级指标满分20分，自评得分20分）。

3.预算使用效益（该一级指标满分30分，自评得分为30分）。

（1）效率（该二级指标满分16分，自评得分16分）。

（2）公平（该二级指标满分14分，自评得分14分）。

4.加分项（该一级指标满分10分，自评得分6分）。
"""


def told(text: str) -> Account:
    """What is said of the scores that do not add up: one account for both findings."""
    report = check_source(Source("seed.txt", text.encode()), Settings())
    accounts = {id(result.account): result.account for result in report.findings() if result.code in ("SCO001", "SCO002")}
    (account,) = accounts.values()
    assert account is not None
    return account


@pytest.mark.parametrize("source", ["shared", "own"])
def test_twenty_must_be_sixteen_and_total_or_bonus_is_a_tie(source: str) -> None:
    if source == "shared" and not SHARED.exists():
        pytest.skip("needs the folder shared/ beside the project: the sample report")
    group = told(SHARED.read_text(encoding="utf-8") if source == "shared" else OWN)
    assert group.open is None
    assert [(str(change.figure), change.becomes) for change in group.suspects] == [("20分", "16分")]
    assert [*group.unbound] == [(), ()]
    rest = [[change for change in repair.changes if str(change.figure) != "20分"] for repair in group.repairs]
    assert sorted([(str(change.figure), change.becomes) for change in changes] for changes in rest) == [
        [("105分", "102分")],
        [("6分", "9分")],
    ]
