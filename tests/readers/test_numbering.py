"""Labels of automatic numbering, as Word shows them."""

from __future__ import annotations

import pytest

from lint.readers.docx.formats import ordinal


def level(index: int, text: str, format: str = "decimal", more: str = "", start: int = 1) -> str:
    return f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def definition(*levels: str, number: int = 1, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{more}{"".join(levels)}</w:abstractNum>'


def uses(number: int, of: int = 1, more: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def item(index: int = 0, number: int = 1, text: str = "甲") -> str:
    properties = f'<w:numPr><w:ilvl w:val="{index}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def styled(style: str, text: str = "甲") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


LEVELS = (level(0, "%1、", "chineseCountingThousand"), level(1, "（%2）", "chineseCountingThousand"), level(2, "%3."), level(3, "（%4）"))
OUTLINE = definition(*LEVELS, level(4, "%5", "decimalEnclosedCircle")) + uses(1)


def lines(document) -> list[str]:
    return document.text.splitlines()


def test_levels_count_and_begin_anew_below_an_outer_level(show):
    found = lines(show("".join(item(index) for index in (0, 1, 1, 2, 3, 4, 4, 0, 1)), numbering=OUTLINE))
    assert found == ["一、甲", "（一）甲", "（二）甲", "1.甲", "（1）甲", "①甲", "②甲", "二、甲", "（一）甲"]


def test_a_label_is_the_mark_and_gives_the_depth(show):
    document = show(item(0) + item(1), numbering=OUTLINE)
    assert [(block.kind, block.mark, block.depth) for block in document.blocks] == [("heading", "一、", 2), ("heading", "（一）", 3)]


def test_a_label_with_all_its_levels_is_the_mark_of_the_block(show):
    styles = '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    document = show(item(0) + styled("H2"), numbering=definition(level(0, "%1"), level(1, "%1.%2")) + uses(1), styles=styles)
    assert lines(document) == ["1 甲", "1.1 甲"]
    assert (document.blocks[1].mark, document.blocks[1].depth) == ("1.1", 2)


def test_a_label_has_no_characters_in_the_file(show):
    document = show(item(0), numbering=OUTLINE)
    span = document.blocks[0].span
    assert document.quote(span) == "一、甲"
    assert [(piece.offset, piece.length) for piece in document.origin.pieces(span)] == [(0, 1)]


def test_a_label_that_ends_in_a_dot_keeps_away_from_a_number(show):
    assert lines(show(item(2, text="2022年"), numbering=OUTLINE)) == ["1. 2022年"]


def test_an_empty_paragraph_shows_its_label(show):
    assert lines(show(item(0, text=""), numbering=definition(level(0, "%1")) + uses(1))) == ["1"]


def test_lists_of_one_definition_count_on_together(show):
    found = lines(show(item(0) + item(0, 2) + item(0), numbering=definition(level(0, "%1.")) + uses(1) + uses(2)))
    assert found == ["1.甲", "2.甲", "3.甲"]


def test_a_start_override_applies_once(show):
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbering = definition(level(0, "%1.")) + uses(1) + uses(2, more=override)
    assert lines(show(item() + item(0, 2) + item(0, 2) + item(), numbering=numbering)) == ["1.甲", "5.甲", "6.甲", "7.甲"]


def test_a_level_override_replaces_the_level(show):
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "第%1条")}</w:lvlOverride>'
    assert lines(show(item(0, 2), numbering=definition(level(0, "%1.")) + uses(2, more=override))) == ["第1条 甲"]


def test_a_level_that_never_restarts_counts_on(show):
    numbering = definition(level(0, "%1."), level(1, "%2)", more='<w:lvlRestart w:val="0"/>')) + uses(1)
    assert lines(show(item(0) + item(1) + item(0) + item(1), numbering=numbering)) == ["1.甲", "1) 甲", "2.甲", "2) 甲"]


def test_a_level_may_restart_only_after_a_farther_level(show):
    numbering = definition(level(0, "%1."), level(1, "%2、"), level(2, "%3）", more='<w:lvlRestart w:val="1"/>')) + uses(1)
    found = lines(show("".join(item(index) for index in (0, 1, 2, 1, 2, 0, 2)), numbering=numbering))
    assert found == ["1.甲", "1、甲", "1）甲", "2、甲", "2）甲", "2.甲", "1）甲"]


def test_legal_levels_show_arabic_digits(show):
    numbering = definition(level(0, "第%1章", "chineseCounting"), level(1, "%1.%2", more="<w:isLgl/>")) + uses(1)
    assert lines(show(item(0) + item(0) + item(1), numbering=numbering)) == ["第一章 甲", "第二章 甲", "2.1 甲"]


def test_a_level_that_was_passed_over_counts_as_shown(show):
    numbering = definition(level(0, "%1."), level(1, "%1.%2")) + uses(1)
    assert lines(show(item(1) + item(0), numbering=numbering)) == ["1.1 甲", "2.甲"]


def test_a_style_brings_its_level(show):
    numbering = definition(
        level(0, "%1、", "chineseCounting", '<w:pStyle w:val="A"/>'), level(1, "（%2）", more='<w:pStyle w:val="B"/>')
    ) + uses(1)
    style = '<w:style w:type="paragraph" w:styleId="{}"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    based = '<w:style w:type="paragraph" w:styleId="C"><w:basedOn w:val="B"/></w:style>'
    document = show(styled("A") + styled("B") + styled("C"), numbering=numbering, styles=style.format("A") + style.format("B") + based)
    assert lines(document) == ["一、甲", "（1）甲", "（2）甲"]


def test_number_zero_takes_the_numbering_of_the_style_away(show):
    style = '<w:style w:type="paragraph" w:styleId="A"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    body = '<w:p><w:pPr><w:pStyle w:val="A"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>'
    assert lines(show(body + styled("A"), numbering=OUTLINE, styles=style)) == ["甲", "一、甲"]


def test_a_definition_may_be_that_of_a_numbering_style(show):
    linked = definition(number=2, more='<w:numStyleLink w:val="S"/>')
    numbering = definition(level(0, "%1）"), more='<w:styleLink w:val="S"/>') + linked + uses(1) + uses(2, of=2)
    assert lines(show(item(0, 2) + item(0, 2), numbering=numbering)) == ["1）甲", "2）甲"]


def test_a_numbering_style_is_found_by_its_own_list(show):
    linked = definition(number=2, more='<w:numStyleLink w:val="S"/>')
    styles = '<w:style w:type="numbering" w:styleId="S"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    assert lines(show(item(0, 2), numbering=definition(level(0, "%1）")) + linked + uses(1) + uses(2, of=2), styles=styles)) == ["1）甲"]


def test_a_bullet_of_a_symbol_font_is_a_bullet_and_no_mark(show):
    fonts = '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr>'
    bullet = f'<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/>{fonts}</w:lvl>'
    document = show(item(), numbering=definition(bullet) + uses(1))
    assert lines(document) == ["• 甲"]
    assert document.blocks[0].mark == ""


def test_a_custom_format_pads_with_zeros(show):
    custom = (
        '<w:lvl w:ilvl="0"><w:start w:val="7"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback>'
        '</mc:AlternateContent><w:lvlText w:val="%1号"/></w:lvl>'
    )
    assert lines(show(item(), numbering=definition(custom) + uses(1))) == ["007号 甲"]


def test_deleted_items_do_not_count(show):
    deleted = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>'
        '<w:del w:id="2"><w:r><w:delText>乙</w:delText></w:r></w:del></w:p>'
    )
    assert lines(show(item() + deleted + item(), numbering=OUTLINE)) == ["一、甲", "二、甲"]


def test_unknown_lists_and_levels_have_no_label(show):
    numbering = OUTLINE + uses(3, of=9) + '<w:num w:numId="x"/><w:num w:numId="4"/>'
    assert lines(show(item(7) + item(0, 3) + item(0, 4) + item(0, 99), numbering=numbering)) == ["甲"] * 4


@pytest.mark.parametrize(
    ("format", "shown"),
    [
        ("decimal", {1: "1", 10: "10"}),
        ("decimalZero", {7: "07", 12: "12"}),
        ("chineseCountingThousand", {1: "一", 10: "十", 11: "十一", 20: "二十", 101: "一百零一", 110: "一百一十", 1010: "一千零一十", 10000: "一万", 10203: "一万零二百零三"}),
        ("chineseCounting", {12: "十二", 99: "九十九", 100: "一○○"}),
        ("chineseLegalSimplified", {1: "壹", 12: "壹拾贰", 20: "贰拾"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
        ("ideographZodiac", {1: "子", 12: "亥"}),
        ("ideographZodiacTraditional", {1: "甲子", 60: "癸亥"}),
        ("ideographDigital", {10: "一〇"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "21"}),
        ("decimalEnclosedCircleChinese", {3: "③"}),
        ("decimalEnclosedParen", {2: "⑵"}),
        ("decimalEnclosedFullstop", {2: "⒉"}),
        ("ideographEnclosedCircle", {1: "㊀"}),
        ("decimalFullWidth", {12: "１２"}),
        ("upperRoman", {4: "IV", 19: "XIX"}),
        ("lowerRoman", {90: "xc"}),
        ("upperLetter", {1: "A", 27: "AA"}),
        ("lowerLetter", {26: "z", 53: "aaa"}),
        ("numberInDash", {3: "- 3 -"}),
        ("none", {3: ""}),
        ("hebrew1", {3: "3", -3: "-3"}),
    ],
)  # fmt: skip
def test_ordinals_are_printed_as_word_prints_them(format, shown):
    assert {number: ordinal(number, format) for number in shown} == shown


def test_an_endless_label_is_cut(show):
    assert len(show(item(), numbering=definition(level(0, "%1" * 50_000)) + uses(1)).text) < 1000
