"""Text set in two columns is read one after the other; labels with values, and tables without rulings, in rows."""

from __future__ import annotations

from lint.readers import Source, read
from tests.paper import Paper

LEFT_ONE = [
    "一、收入情况",
    "全年收入合计一百二十万元，比上年",
    "增加二十万元。",
    "二、支出情况",
    "全年支出合计一百一十万元，其中基",
    "本支出八十万元。",
]
LEFT_TWO = ["三、采购情况", "政府采购预算三十万元，实际采购二", "十八万元。", "四、人员情况", "年末在职二十三人，比上年末减少一", "人。"]


def text_of(left: list[str], right: list[str]) -> str:
    paper = Paper().lines(80, left, left=60).lines(80, right, left=320)
    return read(Source("a.pdf", paper.data())).text


def test_short_paragraphs_under_numbered_headings_are_two_columns_of_text() -> None:
    text = text_of(LEFT_ONE, LEFT_TWO)
    assert text.index("本支出八十万元") < text.index("三、采购情况")
    assert "全年收入合计一百二十万元，比上年增加二十万元。" in text.replace("\n", "")


def test_labels_with_their_values_are_read_in_rows() -> None:
    labels, values = ["填报单位", "联系人", "联系电话", "填报日期", "单位负责人"], ["青禾县水务局", "王某", "见附件", "三月", "李某"]
    text = text_of(labels, values)
    assert text.index("青禾县水务局") < text.index("联系人")
