"""The page as it is written: one file, everything escaped, nothing from elsewhere, small."""

from __future__ import annotations

import html
import io
import re
from base64 import b64decode
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from lint.document import Document, Notice
from lint.engine import check_document, check_files
from lint.report import FileReport, Problem, Report
from lint.settings import Settings
from lint.writers import write
from lint.writers.html.markup import Markup, join, tag, text
from tests.conftest import Ran
from tests.paper import Paper
from tests.support import document_of
from tests.writers.forms import NEARLY, PEOPLE, SHARES, checked, decided

FOLDER = Path(__file__).parents[2] / "lint" / "writers" / "html"
LIMIT = 2_000_000
"""Bytes that a page on a report of 25 pages may have."""


def made(*files: FileReport, settings: Settings | None = None) -> str:
    page = write("html", Report(files), settings or Settings())
    assert isinstance(page, bytes)
    return page.decode()


def read(path: Path) -> FileReport:
    (report,) = check_files([str(path)], Settings(), {str(path): Settings()})
    return report


def plain(page: str) -> str:
    """The text of a page as a reader sees it, its style and script left out."""
    bare = re.sub(r"<(style|script)>.*?</\1>", "", page, flags=re.DOTALL)
    return html.unescape(re.sub(r"<[^>]+>", "", bare))


def test_what_is_no_markup_is_escaped_wherever_it_stands() -> None:
    assert tag("p", "<b>&\"'", title="\"'<>&") == '<p title="&quot;&#x27;&lt;&gt;&amp;">&lt;b&gt;&amp;&quot;&#x27;</p>'
    assert tag("p", tag("b", "甲"), None, "") == "<p><b>甲</b></p>"
    assert tag("input", type="text", hidden=True, disabled=False, value=None) == '<input type="text" hidden>'
    assert join(["<", Markup("<br>")]) == "&lt;<br>"


def test_what_a_page_cannot_hold_or_what_turns_the_direction_of_reading_becomes_the_sign_for_the_unknown() -> None:
    assert text("5\x00\x1b\u202e6\ud800\t\n") == "5\ufffd\ufffd\ufffd6\ufffd\t\n"


def test_a_page_is_the_same_for_the_same_report_and_holds_neither_time_nor_folder() -> None:
    page = made(checked())
    assert page == made(checked())
    assert str(Path.cwd()) not in page
    assert not re.search(r"20\d\d-\d\d-\d\d", page)


def test_nothing_in_a_page_is_loaded_from_elsewhere_and_its_policy_forbids_it() -> None:
    page = made(checked())
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    rules = dict(rule.split(" ", 1) for rule in html.unescape(policy[1]).split("; "))
    assert rules["default-src"] == "'none'"
    assert re.fullmatch(r"'sha256-[\w+/]{43}='", rules["script-src"])
    assert re.fullmatch(r"'sha256-[\w+/]{43}='", rules["style-src"])
    assert rules["img-src"] == "data:"
    assert not re.search(r"https?:|//[a-z]|<link|<iframe|@import|url\(", page)
    assert page.count("<script") == page.count("<style") == 1
    assert not re.search(r"<[^>]+\s(?:on\w+|style)=", page)


def test_the_whole_text_of_a_document_stands_in_the_page_in_its_order() -> None:
    report = checked()
    shown = re.search(r'<div class="text"[^>]*>(.*?)</div></article>', made(report), re.DOTALL)
    assert shown
    bare = plain(shown[1])
    assert "".join(bare.split()) == "".join(report.document.text.split())


def test_every_figure_has_its_state_in_words_beside_the_colour() -> None:
    page = made(checked(SHARES + PEOPLE + "另有结余3万元。\n"))
    marks = re.findall(r'<(?:a|span)[^>]*class="n (\w+)"[^>]*title="([^"]+)"[^>]*>([^<]+)<', page)
    states = {quote: (state, told) for state, told, quote in marks}
    assert states["5人"][0] == "broken"
    assert states["5人"][1].startswith("不符　SUM")
    assert states["3万元"] == ("unchecked", "没有核对")
    assert states["48.58%"][1].startswith(("相符", "按四舍五入相符", "不符"))
    legend = re.search(r'<ul class="legend".*?</ul>', page)
    assert legend
    assert all(word in legend[0] for word in ("不符", "无法核对", "按四舍五入相符", "相符", "没有核对"))


def test_a_finding_is_told_in_the_words_of_the_text_output_with_what_follows_folded_below_it() -> None:
    report = checked()
    page = plain(made(report))
    told = str(write("text", Report((report,)), Settings()))
    for line in told.split("\n"):
        if line.startswith("    ") and not line.startswith(("    相关", "    由此")):
            assert "".join(line.split()) in "".join(page.split()), line
    assert "由此引起的问题（1条）" in page


def test_a_decision_that_stands_is_shown_and_its_finding_with_it() -> None:
    page = made(decided(checked(), "SUM001"))
    assert "处理意见：误报：另有口径（王某）" in plain(page)
    assert 'data-given="误报"' in page


def test_files_that_could_not_be_read_and_checks_that_failed_are_told() -> None:
    unread = check_document(Document.unread("扫描件.pdf", "pdf", Notice("no-text", pages=(1,))), Settings(), 1)
    failed = replace(checked(), problems=(Problem("规则 SUM001", "Traceback\nZeroDivisionError: <x>"),))
    page = plain(made(failed, unread))
    assert "这个文件没有读出，其中的数字都没有核对。" in page
    assert "规则 SUM001 未能完成（ZeroDivisionError: <x>）" in page


def test_without_findings_the_page_says_what_was_not_checked() -> None:
    page = plain(made(checked("现有在职6人，其中：甲科2人，乙科4人。另有结余3万元。\n")))
    assert "没有列出问题。这只说明核对过的1处没有要列出的不符；原文中没有核对的1个数字仍要人工看。" in page


def test_merged_cells_stay_merged(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    for row in (("项目", "金额", None), ("甲", 5, 7), (None, 6, 8)):
        sheet.append(row)
    sheet.merge_cells("B1:C1")
    sheet.merge_cells("A2:A3")
    book.save(tmp_path / "表.xlsx")
    page = made(read(tmp_path / "表.xlsx"))
    assert re.search(r'<t[hd][^>]*colspan="2"[^>]*>金额', page)
    assert re.search(r'<t[hd][^>]*rowspan="2"[^>]*>甲', page)


def test_the_tree_of_scores_shows_beside_each_score_what_the_others_add_up_to() -> None:
    text = "1.预算编制（满分20分，自评得分20分）。\n（1）编制（满分10分，自评得分6分）。\n（2）目标（满分10分，自评得分10分）。\n2.执行（满分80分，自评得分80分）。\n"
    page = made(checked(text))
    drawn = re.search(r'<svg [^>]*class="scores".*?</svg>', page)
    assert drawn
    assert 'aria-label="预算编制：满分20分，写20分，算得16分（不符）"' in drawn[0]
    assert '<text x="446" y="46" class="derived broken">≠16分</text>' in drawn[0]


def test_a_page_in_english_says_in_english_what_it_says_itself() -> None:
    page = made(checked(), settings=Settings(language="en"))
    assert '<html lang="en">' in page
    assert not re.search(
        r"[\u4e00-\u9fff]",
        plain(
            re.sub(
                r'<div class="text"[^>]*>.*?</div></article>|<p class="quote">.*?</p>|<ul class="parts".*?</ul>|<div id="rules".*', "", page
            )
        )[:120],
    )


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (60, 100, 500, 700)])
def test_boxes_lie_over_their_figures_on_turned_and_cropped_pages(tmp_path: Path, turn: int, crop: tuple[int, ...] | None) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=1, **({"cropBox": crop} if crop else {}))
    canvas.setPageRotation(turn)
    canvas.setFont("Helvetica", 24)
    canvas.drawString(200, 500, "3,038.79")
    canvas.save()
    page = made(read(path))
    sheet = page.split('class="sheet"')[1]
    box = re.search(r'<rect [^>]*x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"', sheet)
    view = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', sheet)
    assert box
    assert view
    x, y, width, height = map(float, box.groups())
    shown = [float(side) for side in view.groups()]
    data = re.search(r'src="data:image/webp;base64,([^"]+)"', page)
    assert data
    picture = Image.open(io.BytesIO(b64decode(data[1]))).convert("L").point(lambda level: 255 if level < 128 else 0)
    left, top, right, bottom = picture.getbbox() or (0, 0, 0, 0)
    across, down = shown[0] / picture.width, shown[1] / picture.height
    assert x - 1 <= left * across and right * across <= x + width + 1
    assert y - 1 <= top * down and bottom * down <= y + height + 1
    assert width * height < 4 * (right - left) * across * (bottom - top) * down


def test_a_page_on_a_full_report_of_25_pages_stays_small(tmp_path: Path) -> None:
    paper = Paper()
    for number in range(25):
        lines = ("".join(chr(0x4E00 + (997 * number + 113 * at + 29 * place) % 4000) for place in range(28)) for at in range(36))
        paper.lines(60, [f"{line}支出{number}.{at:02}万元" for at, line in enumerate(lines)])
        if number < 24:
            paper.page()
    (tmp_path / "a.pdf").write_bytes(paper.data())
    page = made(read(tmp_path / "a.pdf"))
    assert page.count('class="sheet"') == 25
    assert len(page.encode()) < LIMIT


def test_photographs_are_made_small_enough(tmp_path: Path) -> None:
    noise = Image.effect_noise((600, 800), 90).convert("RGB")
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842), invariant=1)
    noise.save(tmp_path / "noise.png")
    for _ in range(25):
        canvas.drawImage(str(tmp_path / "noise.png"), 0, 0, 595, 842)
        canvas.drawString(100, 100, "3,038.79")
        canvas.showPage()
    canvas.save()
    assert len(made(read(tmp_path / "a.pdf")).encode()) < LIMIT


def test_a_file_that_was_changed_since_it_was_read_is_shown_as_it_was_read(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(Paper().lines(60, ["支出合计5万元。"]).data())
    report = read(tmp_path / "a.pdf")
    (tmp_path / "a.pdf").write_bytes(Paper().lines(60, ["支出合计6万元。"]).data())
    page = made(report)
    assert "页面的图像没有画出，原文见文字。" in page
    assert "5万元" in plain(page)


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.glob("*.js")))
def test_scripts_are_written_in_what_browsers_of_2018_know(name: str) -> None:
    source = re.sub(r"//[^\n]*|\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'", "", (FOLDER / name).read_text("utf-8"))
    newer = (
        r"\?\.(?!\d)",
        r"\?\?",
        r"\|\|=",
        r"&&=",
        r"\.at\(",
        r"\.replaceAll\(",
        r"\.flatMap\(",
        r"\.flat\(",
        r"Object\.fromEntries",
        r"\d_\d",
        r"#\w+\s*[=;(]",
    )
    assert not [form for form in newer if re.search(form, source)]


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.glob("*.css")))
def test_styles_do_not_rest_on_what_old_browsers_do_not_know(name: str) -> None:
    source = (FOLDER / name).read_text("utf-8")
    newer = (
        r":is\(",
        r":where\(",
        r":has\(",
        r"\binset:",
        r"aspect-ratio:",
        r"light-dark\(",
        r"color-mix\(",
        r"\bclamp\(",
        r"@container",
        r"@layer",
        r"&",
    )
    assert not [form for form in newer if re.search(form, source)]


def test_headings_are_numbered_without_a_gap_whatever_the_document_prints() -> None:
    page = made(checked("一、概况\n（1）职责\n①其他\n二、结果\n支出5万元。\n"))
    levels = [int(level) for level in re.findall(r'role="heading" aria-level="(\d)"', page)]
    assert levels
    assert all(after <= before + 1 for before, after in pairwise([2, *levels]))


def test_a_finding_that_is_not_listed_leaves_its_figures_coloured_and_leads_nowhere() -> None:
    report = checked(NEARLY.replace("约70", "70") + "现有在职5人，其中：甲科2人，乙科4人。\n")
    hidden = replace(report, results=tuple(replace(result, listed=not result.is_finding) for result in report.results))
    page = made(hidden)
    assert 'class="card' not in page
    assert '<span class="n broken"' in page
    assert 'href="#c' not in page


def test_files_are_called_by_what_tells_them_apart() -> None:
    reports = [checked(PEOPLE, number, f"/报送/2023/{name}.txt") for number, name in enumerate(("甲/报告", "乙/报告"))]
    page = plain(made(*reports))
    assert "甲/报告.txt　" in page or "甲/报告.txt第" in page
    assert page.count("/报送/2023/甲/报告.txt") == 1


def test_the_outputs_of_the_run_before_are_no_reports(gouji: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "报告.txt").write_text(PEOPLE, "utf-8")
    first = gouji("check", ".", "-o", "结果.html", "-o", "问题清单.xlsx")
    page = (tmp_path / "结果.html").read_bytes()
    second = gouji("check", ".", "-o", "结果.html", "-o", "问题清单.xlsx")
    assert first.out == second.out
    assert page == (tmp_path / "结果.html").read_bytes()
    (tmp_path / "问题清单.xlsx").unlink()
    assert gouji("check", ".").out == first.out


def test_standard_input_has_a_page_too() -> None:
    page = made(check_document(replace(document_of(PEOPLE), path="-"), Settings()))
    assert "标准输入" in page
