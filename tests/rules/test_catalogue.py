"""The catalogue of kinds: each has a rule that flags a text of it and is silent on its calm twin, or says why there is none."""

from __future__ import annotations

import tomllib
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from lint.rule import all_rules
from tests.support import facts_of

KINDS: dict[str, dict[str, Any]] = {
    entry["id"]: entry
    for entry in tomllib.loads(Path(import_module("lint.rules").__path__[0], "catalogue.toml").read_text(encoding="utf-8"))["kind"]
}
SCORES = "1.投入（满分40分，自评得分{}分）。\n2.产出（满分{}分，自评得分{}分）。"
NESTED = "自评总分90分。\n1.编制（满分20分，自评得分{}分）。（1）规范（满分{}分，自评得分8分）。（2）目标（满分10分，自评得分10分）。\n2.产出（满分80分，自评得分72分）。"
FORM = (
    "项目支出绩效自评表\n项目名称 | 河道清淤\n三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析\n"
    "按期完工率 | ≥95% | {} | 15 | {} | 无\n清淤长度 | ≥12公里 | {} | 20 | 20 | 无\n"
)
RATED = "项目\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分\n年度资金总额\t100\t100\t86\t10\t86%\t{}\n"
SHOWN = "一级指标 | 分值 | 得分 | 得分率\n决策 | 20 | 18 | 90%\n产出 | 50 | 45 | {}\n效益 | 30 | 27 | 90%\n"
GRADES = "绩效自评项目15个，平均得分{}分（其中，评级为“优”的项目{}个；“良”的8个；“合格”的2个；“不合格”的0个）。"
REVIEW = "清河县水务局2023年度部门整体支出绩效自评报告\n"
NUMBERED = "一、基本情况\n二、绩效情况\n{}、下一步打算\n"
COUNTERPART = "2023年度部门决算\n2023年度公务接待费支出决算为{}万元。\n“三公”经费支出决算表（2023年度，单位：万元）\n项目 | 决算数\n公务用车运行维护费 | 25.00\n公务接待费 | 6.30\n"
SWAPPED = "2023年公务用车购置费{}万元，公务用车运行维护费{}万元。\n三公经费支出决算表（单位：万元）\n项目\t决算数\n公务用车购置费\t25\n公务用车运行维护费\t50\n"
LISTED = "项目 | 预算数 | 决算数\n合计 | {0} | {0}\n工资 | 10.0 | 10.0\n津贴 | 20.0 | 20.0\n"

FUND = "一般公共预算和政府性基金支出决算表（2023年度，单位：万元）\n项目 | 决算数\n一般公共预算财政拨款支出 | 300.00\n政府性基金预算财政拨款支出 | 105.00\n"
STALE = "2022年度部门整体支出绩效自评报告\n"
CITED = STALE + "根据我局{}年度部门决算报表计算，2022年的结转结余率＝10÷100×100%＝10%，得5分。"
STOCK = STALE + "办公用房面积350平方米，{}年底实有36人。"
BASED = STALE + "公务接待费5万元，较上年减少1万元；会议费3万元，较上年增加1万元；培训费2万元，较{}年减少2万元。"
POSTED = "转移支付区域绩效目标自评表\n三级指标 | 指标值 | 全年实际完成值 | 未完成原因和改进措施\n巡查次数 | ≥24次 | {} | \n清淤长度 | ≥12公里 | 12.5公里 | \n"

# kind, the rule that must speak, a text of the kind, and its calm twin
PROBES = [
    ("A1", "RAT003", "支出112.35万元，比上年增加12.35万元，增长15%。", "支出112.35万元，比上年增加12.35万元，增长12.35%。"),
    ("A1a", "RAT003", "接待费2.14万元，比上年增加1.14万元，增长1.14%。", "接待费2.14万元，比上年增加1.14万元，增长114%。"),
    ("A1b", "RAT003", "接待费9.07万元，比上年减少0.71万元，下降7.83%。", "接待费9.07万元，比上年减少0.71万元，下降7.26%。"),
    ("A1c", "RAT002", "计划新建水池115座，实际完成264座，完成率43.56%。", "计划新建水池115座，实际完成264座，完成率229.57%。"),
    ("A1d", "RAT003", "收入500万元，比上年增加60万元，增长9.5%。", "收入500万元，比上年增加60万元，同口径增长9.5%。"),
    ("A2", "SUM005", "支出112.40万元，比上年100.00万元增加14.20万元。", "支出112.40万元，比上年100.00万元增加12.40万元。"),
    ("A3", "CMP001", "支出90万元，上年支出100万元，比上年增加10万元。", "支出90万元，上年支出100万元，比上年减少10万元。"),
    ("A3", "CMP002", "年初预算为10万元，支出决算为12万元，决算数小于预算数。", "年初预算为10万元，支出决算为12万元，决算数大于预算数。"),
    ("A4", "RAT004", "接待费4.79万元，比上年增加4.79万元，增长100%。", "接待费4.79万元，比上年增加4.79万元，上年没有支出。"),
    ("A5", "RAT001", "支出合计400万元，其中：基本支出300万元，占70%。", "支出合计400万元，其中：基本支出300万元，占75%。"),
    (
        "A6",
        "SUM002",
        "支出合计400万元，其中：基本支出300万元，占75%；项目支出100万元，占35%。",
        "支出合计400万元，其中：基本支出300万元，占75%；项目支出100万元，占25%。",
    ),
    ("A7", "RAT002", "全年预算数100万元，执行数80万元，执行率85%。", "全年预算数100万元，执行数80万元，执行率80%。"),
    (
        "A7",
        "RAT002",
        "年初预算10万元，支出决算12万元，完成年初预算的100%，超出2万元。",
        "年初预算10万元，支出决算12万元，完成年初预算的120%。",
    ),
    (
        "A8",
        "RAT002",
        "年初预算为0万元，支出决算为3.2万元，完成年初预算的95.89%。",
        "年初预算为3.2万元，支出决算为3.2万元，完成年初预算的100%。",
    ),
    (
        "A9",
        "SUM001",
        "支出合计410万元，其中：基本支出300万元，项目支出100万元。",
        "支出合计400万元，其中：基本支出300万元，项目支出100万元。",
    ),
    ("A9", "SUM003", LISTED.format("31.0"), LISTED.format("30.0")),
    (
        "A10",
        "SUM001",
        "“三公”经费支出30万元，比上年减少10万元，其中：因公出国（境）费0万元，与上年持平；公务用车购置及运行维护费20万元，比上年增加5万元；公务接待费10万元，比上年减少20万元。",
        "“三公”经费支出30万元，比上年减少15万元，其中：因公出国（境）费0万元，与上年持平；公务用车购置及运行维护费20万元，比上年增加5万元；公务接待费10万元，比上年减少20万元。",
    ),
    ("A11", "SUM006", "2023年度收入总计500万元，支出总计510万元。", "2023年度收入总计500万元，支出总计500万元。"),
    ("A12", "SUM007", "资产总额500万元，负债总额200万元，净资产310万元。", "资产总额500万元，负债总额200万元，净资产300万元。"),
    ("A12", "SUM007", "送审金额500万元，审定金额460万元，核减50万元。", "送审金额500万元，审定金额460万元，核减40万元。"),
    ("A12", "SUM007", "采购预算105.6万元，中标金额92.4万元，节约资金13.5万元。", "采购预算105.6万元，中标金额92.4万元，节约资金13.2万元。"),
    (
        "A13",
        "RAT007",
        "运行维护费50.76万元，年末保有量18辆，车均运行维护费3.82万元。",
        "运行维护费50.76万元，年末保有量18辆，车均运行维护费2.82万元。",
    ),
    ("A13", "RAT007", "培训支出36万元，培训120人，人均培训费0.3元。", "培训支出36万元，培训120人，人均培训费3000元。"),
    (
        "A14",
        "SUM001",
        "政府采购支出总额21.07万元，其中：授予中小企业合同金额21.07万元，授予大型企业合同金额21.07万元。",
        "政府采购支出总额42.14万元，其中：授予中小企业合同金额21.07万元，授予大型企业合同金额21.07万元。",
    ),
    ("A15", "RAT005", "结余率＝20÷100×100%＝25%。", "结余率＝20÷100×100%＝20%。"),
    (
        "A16",
        "RAT001",
        "支出合计3000.00万元，其中：基本支出1000.00万元，占33.34%；项目支出2000.00万元，占66.67%。",
        "支出合计300.00万元，其中：基本支出100.00万元，占33.33%；项目支出200.00万元，占66.67%。",
    ),
    ("B1", "SCO001", "综合得分为97分。\n" + SCORES.format(38, 60, 58), "综合得分为96分。\n" + SCORES.format(38, 60, 58)),
    ("B2", "SCO002", NESTED.format(20, 10), NESTED.format(18, 10)),
    ("B3", "SCO003", NESTED.format(18, 12), NESTED.format(18, 10)),
    ("B4", "SCO004", "综合得分为99分。\n" + SCORES.format(41, 60, 58), "综合得分为96分。\n" + SCORES.format(38, 60, 58)),
    ("B4", "SCO005", "综合得分为105分。\n" + SCORES.format(40, 60, 60), "综合得分为100分。\n" + SCORES.format(40, 60, 60)),
    ("B5", "SCO007", "项目自评总得分88.6分，评价等级为“优”。", "项目自评总得分88.6分，评价等级为“良”。"),
    ("B6", "SCO010", RATED.format(10), RATED.format("8.6")),
    ("B7", "SCO009", FORM.format("90%", 15, "12.5公里"), FORM.format("96%", 15, "12.5公里")),
    ("B7", "CMP007", POSTED.format("20次"), POSTED.format("26次")),
    ("B8", "SCO008", "该指标满分5分，扣2分，得4分。", "该指标满分5分，扣2分，得3分。"),
    ("B8", "SCO008", "自评满分100分，共扣6分，自评得分95分。", "自评满分100分，共扣6分，自评得分94分。"),
    (
        "B8",
        "SCO008",
        "公开（满分3分，自评得分2分）。未按时公开，本项指标不得分。",
        "公开（满分3分，自评得分0分）。未按时公开，本项指标不得分。",
    ),
    ("B8", "SCO013", "共扣5分：决策扣1分，过程扣2分，产出扣3分。", "共扣6分：决策扣1分，过程扣2分，产出扣3分。"),
    ("B9", "RAT002", "产出指标分值50分，得分45分，得分率92%。", "产出指标分值50分，得分45分，得分率90%。"),
    ("B9", "RAT006", SHOWN.format("92%"), SHOWN.format("90%")),
    ("B10", "LST001", "对12个项目开展绩效自评，其中优8个，良3个，差2个。", "对12个项目开展绩效自评，其中优8个，良3个，差1个。"),
    ("B10", "SUM001", GRADES.format(88, 6), GRADES.format(88, 5)),
    ("B11", "SCO014", "3个项目得分分别为90分、92分、97分，平均得分94分。", "3个项目得分分别为90分、92分、97分，平均得分93分。"),
    ("B11", "SCO015", GRADES.format(97, 5), GRADES.format(88, 5)),
    ("C1", "REF002", COUNTERPART.format("3.60"), COUNTERPART.format("6.30")),
    ("C2", "REF003", SWAPPED.format(50, 25), SWAPPED.format(25, 50)),
    ("C6", "TPL003", LISTED.format(0), LISTED.format(30)),
    (
        "C5",
        "REF002",
        "2023年度部门决算\n2023年度政府性基金预算财政拨款支出决算为135.00万元。\n" + FUND,
        "2023年度部门决算\n2023年度政府性基金预算财政拨款支出决算为105.00万元。\n" + FUND,
    ),
    ("D1", "YEA001", CITED.format(2021), CITED.format(2022)),
    ("D1", "YEA002", STOCK.format(2021), STOCK.format(2022)),
    ("D3", "YEA003", BASED.format(2015), BASED.format(2021)),
    ("D6", "LST001", "局机关设5个股室（办公室、财务股、业务股、监督股）。", "局机关设4个股室（办公室、财务股、业务股、监督股）。"),
    ("D7", "LST002", NUMBERED.format("四"), NUMBERED.format("三")),
    ("D8", "UNI001", "支出合计620.5万元，比上年增长13.95。", "支出合计620.5万元，比上年增长13.95%。"),
    ("D9", "TPL001", "支出合计620.5万元，比上年增加（减少）20.5万元。", "支出合计620.5万元，比上年增加20.5万元。"),
    ("D9", "TPL001", "公务接待费5.2万元，占 %，比上年减少 万元。", "公务接待费5.2万元，占18 %，比上年减少0.3 万元。"),
    ("D10", "TPL005", REVIEW + "清河县水利局核定编制32名。", REVIEW + "清河县水务局核定编制32名，市水利局指导。"),
    ("D11", "CMP005", "我局核定编制32名，年末实有在职人员35人。", "我局核定编制32名，年末实有在职人员30人。"),
    ("D11", "CMP004", "国内公务接待35批次，共0人次。", "国内公务接待35批次，共280人次。"),
    ("D12", "CMP008", "执行率80%，项目资金已全部拨付。", "执行率100%，项目资金已全部拨付。"),
    ("D14", "CMP006", FORM.format("96%", 15, "29公里"), FORM.format("96%", 15, "12.5公里")),
    ("D15", "TPL006", "支出20万元，主要用于用于购置设备。", "支出20万元，主要用于购置设备。"),
    ("G1", "RAT009", "收回问卷15份，群众满意度87.3%。", "收回问卷15份，群众满意度86.7%。"),
]
# kinds whose first bad and good example, on the rule's own page, are such twins
OWN = [
    ("A9", "SUM008"),
    ("A14", "REF004"),
    ("B7", "CMP003"),
    ("C1", "REF009"),
    ("C3", "REF005"),
    ("C4", "REF006"),
    ("C4", "REF008"),
    ("C7", "TPL002"),
    ("C8", "REF007"),
    ("C8", "REF010"),
    ("C9", "TPL004"),
    ("D2", "REF001"),
    ("D4", "UNI002"),
    ("D4", "UNI004"),
    ("D5", "UNI003"),
]
RULES = {rule.code: rule for rule in all_rules()}
TWINS = [*PROBES, *((kind, code, RULES[code].bad[0].text, RULES[code].good[0].text) for kind, code in OWN)]


def flags(code: str, text: str) -> bool:
    """Whether a rule finds something in a text."""
    return any(check.outcome == "broken" for check in RULES[code].check(facts_of(text)))


@pytest.mark.parametrize(("kind", "code", "text", "calm"), TWINS, ids=[f"{kind}-{code}-{at}" for at, (kind, code, *_) in enumerate(TWINS)])
def test_a_text_of_the_kind_is_flagged_and_its_calm_twin_is_not(kind: str, code: str, text: str, calm: str) -> None:
    assert code in KINDS[kind]["codes"]
    assert flags(code, text)
    assert not flags(code, calm)


def test_every_kind_of_the_domain_is_there_once() -> None:
    wanted = (
        [f"A{n}" for n in range(1, 17)]
        + [f"B{n}" for n in range(1, 12)]
        + [f"C{n}" for n in range(1, 10)]
        + [f"D{n}" for n in range(1, 16)]
    )
    assert set(wanted) <= set(KINDS)


@pytest.mark.parametrize("entry", KINDS.values(), ids=list(KINDS))
def test_a_kind_has_rules_and_a_probe_or_says_why_not(entry: dict[str, Any]) -> None:
    assert set(entry) <= {"id", "what", "codes", "why_not"} and entry["what"]
    assert bool(entry["codes"]) != bool(entry.get("why_not"))
    assert all(code in RULES for code in entry["codes"])
    assert not entry["codes"] or any(kind == entry["id"] for kind, *_ in TWINS)
    (entry["what"] + entry.get("why_not", "")).encode("gbk")


def test_every_rule_on_what_a_report_says_is_in_the_catalogue() -> None:
    listed = {code for entry in KINDS.values() for code in entry["codes"]}
    assert {code for code, rule in RULES.items() if rule.family not in ("DOC", "OWN")} - listed == set()
