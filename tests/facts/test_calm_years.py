"""Years that a report names for good reason: none of them is ever held against it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.check import Check
from lint.rule import all_rules
from support import facts_of

REPORT = 2022
YEARS = [rule for rule in all_rules() if rule.family == "YEA" and rule.reach == "file"]

ORDERS = [
    "根据《青禾县财政局关于开展绩效自评工作的通知》（青财绩〔{y}〕5号）要求，我局开展了自评，涉及资金320.5万元。",
    "按照国发〔{y}〕5号文件精神，压减一般性支出12.5万元。",
    "依据《中华人民共和国预算法》（{y}年修订），预算执行率达到96.5%。",
    "根据《政府采购法》（{y}年修正）和《采购管理办法》（财库〔{y}〕18号），完成采购30.25万元。",
    "落实{y}年中央一号文件精神，安排资金120.5万元。",
    "按《青禾县{y}年度部门决算报表编制说明》的口径，全年支出120.5万元。",
    "执行{y}年印发的《差旅费管理办法》，差旅费12.6万元。",
]
EVENTS = [
    "{y}年3月机构改革后，我局核定编制35名，实有32人。",
    "我局成立于{y}年，现有职工32人。",
    "中心于{y}年5月挂牌，内设机构4个，编制15名。",
    "该项目于{y}年立项批复，概算1200.5万元。",
    "项目{y}年10月开工，合同价860.5万元，2022年竣工。",
    "{y}年6月与中标单位签订合同，合同金额86.5万元。",
    "{y}年12月经县政府批准，设立专项资金500万元。",
    "我局{y}年荣获全省先进单位，奖金5万元。",
    "{y}年9月15日省厅来我县调研，走访企业12家。",
    "该系统于{y}年投入使用，累计注册用户3.2万人。",
]
COMPARED = [
    "2022年支出120.5万元，比{y}年增加10.5万元。",
    "较{y}年下降5.2%，主要是压减会议费。",
    "与{y}年相比，接待批次减少12批次。",
    "同比{y}年的85.6万元有所增长，2022年为90.6万元。",
    "满意度由{y}年的92.5%提高到2022年的95.6%。",
    "{y}年、2022年分别支出85.6万元、90.6万元。",
    "{y}年底实有36人，2022年底实有34人。",
    "自{y}年以来，累计改造农房1200户。",
]
PLANS = [
    "该项目为{y}—2023年跨年度项目，总投资1200.5万元，2022年安排300.5万元。",
    "“十四五”（2021—2025年）期间规划投资3.2亿元。",
    "十三五期间完成投资2.5亿元。",
    "{y}年结转资金35.6万元，2022年全部支出。",
    "使用{y}年结转资金35.6万元。",
    "2023年工作计划：安排资金350.5万元，新建公路12公里。",
    "2023年拟投入120.5万元继续实施。",
    "{y}年以前年度结余收回财政15.6万元。",
]
LOOKS_BACK = [
    "{y}年度审计发现问题3个，涉及资金25.6万元，已全部整改。",
    "{y}年度绩效评价结果为优，得分93.5分，结果应用于2022年预算安排。",
    "{y}年度考核优秀等次5人。",
    "针对{y}年度绩效自评发现的3个问题，已完成整改3个。",
    "2020年、{y}年、2022年游客量分别为12万人次、13万人次、15万人次。",
    "GDP从{y}年的120.5亿元增至2022年的150.6亿元。",
]
CALM = [*ORDERS, *EVENTS, *COMPARED, *PLANS, *LOOKS_BACK]
FRAMES = [
    "青禾县水务局2022年度部门整体支出绩效自评报告\n\n一、2022年度基本情况\n\n2022年总收入620.5万元，总支出620.5万元。\n\n{}\n",
    "部门整体绩效自评报告\n\n填报日期：2023年6月12日\n\n2022年总收入620.5万元。{}2022年结余12.5万元。\n",
    "青禾县水务局2022年度部门决算\n\n二、重点工作完成情况\n\n2022年完成河道整治12公里。{}\n",
    "河道清淤项目支出绩效自评表\n（2022年度）\n项目名称 | 河道清淤\n年度总体目标 | {}\n",
]


def held(text: str, year: int | None = None) -> list[tuple[str, str]]:
    """What the rules on years hold against a text."""
    facts = facts_of(text, year)
    found: list[tuple[str, Check]] = [(rule.code, check) for rule in YEARS for check in rule.check(facts)]
    return [(code, check.claimed) for code, check in found if check.outcome == "broken"]


@pytest.mark.parametrize("frame", range(len(FRAMES)))
@pytest.mark.parametrize("sentence", CALM)
def test_a_year_named_for_good_reason_is_left_alone(sentence: str, frame: int) -> None:
    for year in (2018, 2019, 2020, 2021):
        text = FRAMES[frame].format(sentence.format(y=year))
        assert held(text) == [], text


@settings(max_examples=150, deadline=None)
@given(
    sentences=st.lists(st.sampled_from(CALM), min_size=2, max_size=6, unique=True),
    year=st.integers(2010, 2021),
    frame=st.sampled_from(FRAMES[:3]),
)
def test_nor_are_several_of_them_together(sentences: list[str], year: int, frame: str) -> None:
    assert held(frame.format("".join(sentence.format(y=year) for sentence in sentences))) == []


@settings(max_examples=100, deadline=None)
@given(
    paper=st.sampled_from(["国发", "财预", "粤财绩", "青府办", "蕉府明电"]),
    year=st.integers(1995, 2025),
    number=st.integers(1, 300),
    brackets=st.sampled_from(["〔{}〕", "[{}]", "（{}）", "［{}］"]),
)
def test_the_year_of_a_document_number_dates_nothing(paper: str, year: int, number: int, brackets: str) -> None:
    text = f"根据{paper}{brackets.format(year)}{number}号文件，下达资金318.25万元。"
    facts = facts_of(f"2022年度绩效自评报告\n\n2022年支出318.25万元。{text}\n")
    amount = facts.figures[-1]
    assert amount.year is None and facts.periods[amount.span].year == REPORT
    assert held(f"2022年度绩效自评报告\n\n2022年支出318.25万元。{text}\n") == []
