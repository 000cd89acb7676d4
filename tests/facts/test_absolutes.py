"""Words that admit no exception, with the number of their paragraph that is one."""

from __future__ import annotations

import pytest

from tests.support import facts_of


def against(text: str) -> list[str]:
    found = facts_of(text).absolutes
    return [str(item.against) if item.against is not None else item.label for item in found if item.against or item.said]


@pytest.mark.parametrize(
    ("text", "exception"),
    [
        ("执行率80%，项目资金已全部拨付。", "80%"),
        ("资金全部支付完毕，支付率96.5%。", "96.5%"),
        ("项目没有结余。年末结转结余12.6万元。", "12.6万元"),
        ("计划培训200人，实际培训180人，年度任务全部完成。", "180人"),
        ("任务完成率92%，各项工作全面完成。", "92%"),
        ("建设任务均按期完成，泵站尚未完工。", "尚未完工"),
        ("6月追加26万元，年度中间没有调整。", "26万元"),
        ("公务接待费3.2万元，全年未发生公务接待。", "3.2万元"),
    ],
)
def test_an_exception_in_the_paragraph_is_found(text: str, exception: str) -> None:
    assert against(text) == [exception]


@pytest.mark.parametrize(
    "text",
    [
        "中央资金执行率80%；县级资金已到位，资金已全部支付。",
        "截至2023年12月31日，执行率80%。2024年1月，项目资金已全部拨付到位。",
        "执行率95%，扣减进度款后，项目资金全部拨付到施工单位账户。",
        "项目执行率95%，到位资金执行率98%，资金全部支付。",
        "数量指标：计划新建5座，实际新建4座；质量指标全部达标。",
        "除配套管网尚未完工外，其他建设任务全部完成。",
        "计划工期12个月，实际工期11个月，建设任务全部完成。",
        "项目结余资金3万元已全部上缴，无结余。",
        "公务接待费预算3.2万元，实际未发生公务接待费。",
        "执行率80%。\n项目资金已全部拨付。",
        "结余20万元已由财政收回，执行率96%，年末无结转结余。",
        "招标节约16万元，执行率92%，项目资金按合同全部支付。",
        "专项资金全部拨付到位，到位率100%，执行率93.75%。",
        "项目资金全部拨付至各乡镇，支出率85%。",
        "20个指标全部完成，2个指标未完成（计划120万人次，实际112万人次）。",
        "质量目标全部达标。计划申报专利10项，实际申报8项。",
        "工作目标全部实现，计划开会12次，实际召开9次。",
        "主体工程任务已全部完工，室外绿化尚未完成验收。",
        "建设任务全部完成，竣工决算尚未完成审计。",
        "绩效目标：任务全部完成。实际完成情况：计划建设5处，实际完成4处。",
        "执行率82%。下一步，加快进度，资金全部支付。",
        "年末无结转结余；非财政拨款结余18.6万元。",
        "采购资金使用率94.6%，项目资金已全部使用。",
        "重点任务已全部完成；一般任务计划30项，实际完成28项。",
        "追加40万元。项目任务未发生调整。",
    ],
)
def test_other_parts_funds_and_times_are_no_exception(text: str) -> None:
    assert against(text) == []
