"""The template of an 审核意见 that ships with the program, as a Word file in which a bureau may change everything.

Sizes and fonts follow GB/T 9704-2012 (official documents of party and government organs), the body a size smaller: notes are long.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from lint.writers.words import OUTCOMES

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.table import Table

BODY, HEAVY, SECOND = "仿宋", "黑体", "楷体"
STYLES = (("Normal", BODY, 14), ("Title", HEAVY, 22), ("Heading 1", HEAVY, 16), ("Heading 2", SECOND, 14))
MARGINS = (3.7, 2.6, 3.5, 2.8)
"""Top, right, bottom and left, in centimetres."""
WIDE, NARROW = 4.6, 1.85
"""Widths of the columns for files and for counts, in centimetres."""
INDENT = 28
"""Points by which a paragraph begins in, and the lines on a finding stand in: two characters."""
SMALL = 12

LINES: tuple[tuple[str, str], ...] = (
    ("Title", "绩效报告审核意见"),
    ("to", "＿＿＿＿＿＿＿＿＿＿＿＿（报送单位）："),
    ("Normal", "你单位报送的绩效报告{% if 文件数 > 1 %}（共{{ 文件数 }}个文件）{% endif %}已经审核，现将审核情况和意见告知如下。"),
    ("Heading 1", "一、审核情况"),
    ("table", ""),
    ("loop", "{%p if 评分细则 %}"),
    ("Normal", "核对所依据的评分细则：{{ 评分细则 }}。"),
    ("loop", "{%p endif %}"),
    ("loop", "{%p for 句 in 统计 %}"),
    ("Normal", "{{ 句 }}"),
    ("loop", "{%p endfor %}"),
    ("loop", "{%p if 已有意见 %}"),
    ("Normal", "另有{{ 已有意见 }}条已有处理意见，没有列出。"),
    ("loop", "{%p endif %}"),
    ("Heading 1", "二、需要核实更正的问题"),
    ("loop", "{%p if not 类别 %}"),
    ("Normal", "核对过的地方没有发现需要核实更正的问题。"),
    ("loop", "{%p endif %}"),
    ("loop", "{%p for 类 in 类别 %}"),
    ("Heading 2", "（{{ 类.序号 }}）{{ 类.名称 }}（{{ 类.问题|length }}处）"),
    ("loop", "{%p for 问 in 类.问题 %}"),
    ("first", "{{ 问.序号 }}．{% if 文件数 > 1 %}“{{ 问.文件 }}”{% endif %}{{ 问.位置 }}"),
    ("loop", "{%p if 问.引文 %}"),
    ("detail", "原文：{{ 问.前文 }}**【{{ 问.引文 }}】**{{ 问.后文 }}"),
    ("loop", "{%p endif %}"),
    ("loop", "{%p for 句 in 问.说明 %}"),
    ("detail", "{{ 句 }}"),
    ("loop", "{%p endfor %}"),
    ("detail", "{{ 问.要求 }}〔{{ 问.代码 }} {{ 问.指纹 }}〕"),
    ("loop", "{%p endfor %}"),
    ("loop", "{%p endfor %}"),
    ("Heading 1", "三、未能核对的事项"),
    ("loop", "{%p if not 未能核对 %}"),
    ("Normal", "所核对的关系都得出了结论。"),
    ("loop", "{%p endif %}"),
    ("loop", "{%p for 项 in 未能核对 %}"),
    ("Normal", "{{ 项.原因 }}（{{ 项.处数 }}处，核对“{{ 项.核对 }}”时）。"),
    ("loop", "{%p endfor %}"),
    ("Heading 1", "四、办理要求"),
    (
        "Normal",
        "请逐条核实上述问题：属实的更正后重新报送，无误的书面说明理由。每条末尾的编号用于对照，请在回复中注明。",
    ),
    ("right", "审核单位（盖章）：　　　　　　　　"),
    ("right", "审核人：　　　　　　　日期：　　　　年　　月　　日"),
)
"""The paragraphs with their kinds; what stands between ``**`` is bold."""
COLUMNS = (
    ("文件", "{{ 份.名称 }}{% if not 份.已读 %}（没有读出）{% endif %}"),
    *((say.zh, f"{{{{ 份.{say.zh} }}}}") for say in OUTCOMES.values()),
    ("读到数字", "{{ 份.数字 }}"),
    ("没有用到", "{{ 份.未用 }}"),
)


def form() -> bytes:
    """The template as the bytes of a .docx."""
    import docx
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    word = docx.Document()
    _styled(word)
    for kind, text in LINES:
        if kind == "table":
            _table(word.add_table(4, len(COLUMNS), "Table Grid"))
            continue
        style = kind if kind in {name for name, *_ in STYLES} else "Normal"
        paragraph = word.add_paragraph(style=style)
        for at, part in enumerate(text.split("**")):
            paragraph.add_run(part).bold = True if at % 2 else None
        layout = paragraph.paragraph_format
        match kind:
            case "Title":
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            case "Normal":
                layout.first_line_indent = Pt(INDENT)
            case "first":
                layout.left_indent, layout.keep_with_next = Pt(INDENT), True
            case "detail":
                layout.left_indent = Pt(INDENT)
                for run in paragraph.runs:
                    run.font.size = Pt(SMALL)
            case "right":
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
                layout.space_before = Pt(INDENT / 2)
    made = io.BytesIO()
    word.save(made)
    return made.getvalue()


def _styled(word: Word) -> None:
    """Chinese fonts and sizes in place of those of the library, and the number of the page below."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor
    from docx.styles.style import ParagraphStyle

    for name, font, size in STYLES:
        style = word.styles[name]
        assert isinstance(style, ParagraphStyle)
        style.font.size, style.font.name = Pt(size), font
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.font.bold = False
        style.paragraph_format.space_after = Pt(4)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:eastAsia"), font)
        for border in style.element.iter(qn("w:pBdr")):
            border.clear()
    (section,) = word.sections
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = map(Cm, MARGINS)
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    foot.add_run("— ")
    foot._p.append(field)
    foot.add_run(" —")


def _table(table: Table) -> None:
    """Four rows: the head, the beginning of the loop, the row of a file, the end of the loop."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.shared import Cm, Pt

    table.autofit = False
    head, begin, row, end = table.rows
    begin.cells[0].text, end.cells[0].text = "{%tr for 份 in 文件 %}", "{%tr endfor %}"
    head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for at, texts in enumerate(COLUMNS):
        table.columns[at].width = Cm(NARROW if at else WIDE)
        for each, text in zip((head, row), texts, strict=True):
            cell = each.cells[at]
            cell.width = Cm(NARROW if at else WIDE)
            cell.text = text
            paragraph = cell.paragraphs[0]
            paragraph.runs[0].font.size = Pt(SMALL)
            paragraph.runs[0].bold = each is head
            if at or each is head:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
