"""Numbering marks and the depth they give."""

from __future__ import annotations

import pytest

from lint.outline import mark_of


@pytest.mark.parametrize(
    ("text", "kind", "ordinal", "mark"),
    [
        ("一、部门概况", "han", 1, "一、"),
        ("一、2026年预算说明", "han", 1, "一、"),
        ("（十二）其他", "han-paren", 12, "（十二）"),
        ("1.预算编制", "arabic", 1, "1."),
        ("2、支出", "arabic", 2, "2、"),
        ("（39）职能转变", "arabic-paren", 39, "（39）"),
        ("3）验收", "arabic-half", 3, "3）"),
        ("①编制合理", "circled", 1, "①"),
        ("第二部分 决算表", "part", 2, "第二部分"),
        ("　　三、问题", "han", 3, "三、"),
    ],
)
def test_marks_of_official_documents(text: str, kind: str, ordinal: int, mark: str) -> None:
    found = mark_of(text)
    assert found is not None
    assert (found.kind, found.ordinal, found.text) == (kind, ordinal, mark)


@pytest.mark.parametrize("text", ["1.5万元", "2022年", "12.15÷12.15", "一是完善制度", "三公经费", "十分重要"])
def test_numbers_and_words_are_no_marks(text: str) -> None:
    assert mark_of(text) is None


def test_each_kind_lies_below_the_one_before() -> None:
    depths = [mark.depth for text in ("第一章", "一、", "（一）", "1.", "（1）", "1）", "①") if (mark := mark_of(text))]
    assert depths == sorted(depths)
    assert len(set(depths)) == 7
