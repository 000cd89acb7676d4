"""Correct texts of kinds that were once read wrongly: none of their numbers contradict each other."""

from __future__ import annotations

import pytest

from lint.engine import check_document
from lint.settings import Settings
from tests.support import document_of

TEXTS = {
    "rate takes unpaid": "安排资金800万元，已支付760万元，待支付40万元，支付率95%。\n下达资金800万元，支出760万元，未支出40万元，支出率95%。",
    "rate after sublists": "采购预算400万元，其中货物150万元、服务250万元；实际采购372万元，其中货物147万元、服务225万元，采购执行率93%。\n全年预算600万元，其中上年结转80万元，支出552万元，其中结转支出80万元，执行率92%。",
    "overall rate after items": "人员类预算400万元，支出396万元；项目类预算100万元，支出79万元，整体预算执行率95%。",
    "rate of prior year": "本年预算640万元，支出608万元，执行率95%；上年预算600万元，支出552万元，执行率92%。\n本年预算640万元，支出608万元，执行率95%，比上年预算执行率92%提高3个百分点。",
    "rate on adjusted budget": "年初预算400万元，年中追加100万元，支出480万元，执行率96%。\n项目预算400万元，调减40万元，实际支出360万元，执行率100%。\n预算总额400万元，调减40万元，支出360万元，占调整后预算的100%，占年初预算的90%。",
    "rate takes bracketed part": "本年实际支出930万元（含上年结转支出30万元），预算数1000万元，执行率93%。",
    "share of n items money": "抽查4个乡镇项目资金300万元，占9个乡镇项目资金1500万元的20%。\n已兑现90户180万元，占计划120户240万元的75%。",
    "share across units": "受益群众800户2400人，占全镇3200户的25%，占总人口9600人的25%。\n9个项目涉及资金450万元，占项目总数45个的20%、资金总额4500万元的10%。",
    "other named rate": "计划巡查200次，实际巡查210次，发现问题30个，整改30个，整改完成率100%，巡查完成率105%。",
    "valid return rate": "发放问卷250份，收回240份，有效问卷230份，有效回收率92%。",
    "adjust rate": "年初预算1600.00万元，调整后预算1800.00万元；全年实际支出1737.00万元，预算执行率96.50%，预算调整率12.50%，年末结转结余63.00万元，结转结余率3.50%。",
    "qizhong bound to addition": "年中追加项目支出200万元，调整后预算1500万元，其中基本支出900万元，项目支出600万元。\n年中追减基本支出60万元，调整后预算1500万元，其中基本支出900万元，项目支出600万元。",
    "next total read as part": "年初预算700万元，追加200万元，其中：上级下达150万元，本级安排50万元，调整后预算900万元。\n年初预算700万元，年中追加200万元，其中项目支出追加150万元，全年预算900万元。",
    "pairs inside qizhong": "共2个项目，预算合计500万元，其中：校舍维修300万元，支出300万元；教师培训200万元，支出160万元。\n办理案件90件，其中刑事案件50件办结46件，行政案件40件办结39件。\n创建示范村18个，其中省级6个已验收5个，市级12个已验收9个。",
    "parts picked across paragraphs": "中央资金完成72万元，执行率90%，省级资金完成39万元，执行率98%；地方资金完成65万元，执行率100%，其他资金完成8万元，执行率80%。\n全年执行资金184万元。",
    "surplus count read as actual": "计划新建50座，实际完成54座，超额完成4座，超计划8%。",
    "weighted score": "总得分87分，其中专家评分85分，占60%，公众评分90分，占40%。",
    "points deducted from total": "总分100分。预算执行20分，得19分；项目产出50分，得46分；项目效果30分，得28分；减分项扣3分，最终得分90分。",
    "execution 10 outside table": "预算执行情况：全年预算400万元，执行368万元，执行率92%，满分10分，得9.2分。\n一级指标 年度指标值 实际完成值 分值 得分\n产出指标 20场 20场 50 50\n效益指标 提升 提升 40 37\n总分 100 96.2",
    "blank rate cell": "年初预算数 全年预算数(A) 全年执行数(B) 分值 执行率(B/A) 得分\n年度资金总额: 560 560 560 10 10\n其中:本年财政拨款 560 560 560 - -",
    "glued score and target": "路缘石高度8≥15厘米≥15厘米8",
    "saved more": "压减一般性支出90万元，比上年多压减15万元，增长20%。\n化解债务900万元，比上年多化解150万元，增长20%。",
    "numbered projects": "共实施项目3个，项目资金合计920万元，具体如下：\n1.道路养护项目，预算资金300万元，实际支出285万元；\n2.饮水安全项目，预算资金200万元，实际支出200万元；\n3.水库加固项目，预算资金420万元，实际支出336万元。",
    "list count wrong number": "针对以上三个问题，采取四项措施：一是完善目标；二是加快支付；三是规范档案；四是加强培训。",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_correct_text_gives_no_finding(text: str) -> None:
    report = check_document(document_of(text), Settings())
    assert [(result.code, result.message.text()) for result in report.findings()] == []
    assert report.problems == ()
