"""Answers to the comments of an annotated Word file, read back as decisions."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from lint.decisions.read import read
from tests.decisions.conftest import TEXT, Desk

W14, W15 = "http://schemas.microsoft.com/office/word/2010/wordml", "http://schemas.microsoft.com/office/word/2012/wordml"
COPY = "批注稿/报告.docx"


@pytest.fixture
def word(desk: Desk) -> Desk:
    """The folder with the report in Word, and its copy with comments on 500万元 and 80万元."""
    import docx

    (desk.folder / "报告.txt").unlink()
    document = docx.Document()
    for line in filter(None, TEXT.splitlines()):
        document.add_paragraph(line)
    document.save(str(desk.folder / "报告.docx"))
    assert desk.run("check", "报告.docx", "--annotate", "批注稿").err == "gouji: 批注稿1个，写入批注稿\n"
    return desk


def say(text: str, author: str = "李四", path: str = COPY, at: int = 1, within: bool = False) -> None:
    """Write a comment on the text of one of ours, or into it."""
    import docx
    from docx.text.run import Run

    document = docx.Document(path)
    ours = [comment for comment in document.comments if comment.author == "绩效校核"][at]
    if within:
        ours.add_paragraph(text)
    else:
        (mark,) = document.element.body.xpath(f".//w:commentRangeStart[@w:id='{ours.comment_id}']")
        begin = mark.getnext()
        while not begin.tag.endswith("}r"):
            begin = begin.getnext()
        document.add_comment(Run(begin, document), text=text, author=author)
    document.save(path)


def decisions() -> list[tuple[str, str, str, str]]:
    return sorted((own.verdict, own.reason, own.author, own.identity.quote) for own in read("校核意见.toml").decisions)


def test_a_comment_on_the_same_figure_is_a_decision_on_its_finding(word: Desk) -> None:
    say("校核：误报 含上年结转", at=1)
    say("校核: 属实", "王五", at=2)
    ran = word.run("decide", "import", COPY)
    assert (ran.code, ran.out) == (0, "校核意见.toml：登记2条：误报1，属实1\n")
    assert decisions() == [("confirmed", "", "王五", "80万元"), ("false-alarm", "含上年结转", "李四", "500万元")]
    assert (
        word.run("check", "报告.docx", "-q").out.partition("\n")[0]
        == "1个文件：问题1条：错误1，警告0，提示0；已有处理意见2（误报1，不适用0，属实1，已改0；基线0；到期0；失效0）"
    )


def test_what_is_written_into_our_comment_is_a_decision_without_a_name(word: Desk) -> None:
    say("校核：不适用，按决算口径", at=2, within=True)
    word.run("decide", "import", COPY)
    assert decisions() == [("not-applicable", "按决算口径", "", "80万元")]


def test_an_answer_in_the_thread_of_a_comment_is_a_decision_on_it_wherever_it_stands(word: Desk) -> None:
    import docx
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    say("校核：误报 含上年结转", at=0)
    document = docx.Document(COPY)
    part = document.part.part_related_by(RELATIONSHIP_TYPE.COMMENTS)
    _, _, second, answer = document.comments
    for comment, own in ((second, "AA"), (answer, "BB")):
        comment.paragraphs[-1]._p.set(f"{{{W14}}}paraId", own)
    thread = f'<x:commentsEx xmlns:x="{W15}"><x:commentEx x:paraId="AA"/><x:commentEx x:paraId="BB" x:paraIdParent="AA"/></x:commentsEx>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml"
    extended = Part(PackURI("/word/commentsExtended.xml"), kind, thread.encode(), part.package)
    document.part.relate_to(extended, "http://schemas.microsoft.com/office/2011/relationships/commentsExtended")
    document.save(COPY)
    word.run("decide", "import", COPY)
    assert decisions() == [("false-alarm", "含上年结转", "李四", "80万元")]


def test_an_opinion_that_could_be_about_anything_is_refused_and_a_fingerprint_makes_it_clear(word: Desk) -> None:
    say("校核：属实", at=0)
    ran = word.run("decide", "import", COPY)
    assert (ran.code, "第4条批注（李四）：看不出是对哪个问题的意见" in ran.err) == (2, True)
    import docx

    document = docx.Document(COPY)
    own = list(document.comments)[1].text.split()[-1]
    list(document.comments)[3].paragraphs[0].runs[-1].text = f"校核：[{own[:8]}] 属实"
    document.save(COPY)
    word.run("decide", "import", COPY)
    assert decisions() == [("confirmed", "", "李四", "500万元")]


@pytest.mark.parametrize(
    ("text", "fault"),
    [("校核：误报", "“误报”要写明理由"), ("校核：存疑 再看", "处理意见“存疑”不认识"), ("校核：", "处理意见“（空）”不认识")],
)
def test_a_fault_in_an_opinion_is_told_with_its_comment(word: Desk, text: str, fault: str) -> None:
    say(text)
    ran = word.run("decide", "import", COPY)
    assert ran.code == 2
    assert f"第4条批注（李四）：{fault}" in ran.err
    assert not Path("校核意见.toml").exists()


def test_other_comments_are_none_of_ours(word: Desk) -> None:
    say("请主管领导过目")
    assert word.run("decide", "import", COPY).out == "清单中没有填写处理意见\n"


def test_the_report_is_never_written(word: Desk) -> None:
    before = (word.folder / "报告.docx").read_bytes()
    ran = word.run("check", "报告.docx", "--annotate", ".")
    assert (ran.code, "“./报告.docx”是要检查的文件，不能覆盖" in ran.err) == (2, True)
    word.run("check", "报告.docx", "--annotate", "批注稿")
    assert (word.folder / "报告.docx").read_bytes() == before


def test_the_next_run_reads_the_answers_of_the_copy_before_it_writes_a_new_one(word: Desk) -> None:
    say("校核：误报 含上年结转", at=1)
    answered = Path(COPY).read_bytes()
    ran = word.run("check", "报告.docx", "--annotate", "批注稿", "-q")
    assert ran.err.splitlines() == [
        f"gouji: “{COPY}”中的意见：校核意见.toml：登记1条：误报1",
        f"gouji: “{COPY}”中有别人的批注，原样留作“批注稿/报告（已批）.docx”",
        "gouji: 批注稿1个，写入批注稿",
    ]
    assert "已有处理意见1（误报1" in ran.out
    assert Path("批注稿/报告（已批）.docx").read_bytes() == answered
    again = word.run("check", ".", "--annotate", "批注稿", "-q")
    assert again.err == "gouji: “批注稿”中的2个批注稿没有检查\ngouji: 批注稿1个，写入批注稿\n"
    assert again.out == ran.out


def test_a_comment_that_is_no_opinion_is_kept_too(word: Desk) -> None:
    say("请主管领导过目")
    word.run("check", "报告.docx", "--annotate", "批注稿")
    assert (word.folder / "批注稿/报告（已批）.docx").exists()


def test_a_faulty_answer_is_told_and_stops_nothing(word: Desk) -> None:
    say("校核：存疑 再看")
    ran = word.run("check", "报告.docx", "--annotate", "批注稿", "-q")
    assert ran.code == 1
    assert "处理意见“存疑”不认识" in ran.err
    assert (word.folder / "批注稿/报告（已批）.docx").exists()


def test_without_decisions_answers_are_left_alone(word: Desk) -> None:
    say("校核：误报 含上年结转")
    word.run("check", "报告.docx", "--annotate", "批注稿", "--no-decisions")
    assert not Path("校核意见.toml").exists()
    assert (word.folder / "批注稿/报告（已批）.docx").exists()


def test_copies_are_not_checked_with_the_reports_and_what_gets_none_is_told(word: Desk) -> None:
    (word.folder / "说明.txt").write_text("没有数字。\n", "utf-8")
    ran = word.run("check", ".", "--annotate", "批注稿", "-q")
    assert ran.out.startswith("2个文件：")
    assert (
        ran.err
        == "gouji: “批注稿”中的1个批注稿没有检查\ngouji: 批注稿1个，写入批注稿；没有批注稿：./说明.txt（不是 Word 2007 以后的文件，也不是 PDF）\n"
    )


def test_reports_of_one_name_get_copies_in_folders_like_theirs(word: Desk) -> None:
    data = (word.folder / "报告.docx").read_bytes()
    for folder in ("甲", "乙"):
        (word.folder / folder).mkdir()
        (word.folder / folder / "报告.docx").write_bytes(data)
    word.run("check", "甲", "乙", "--annotate", "出", "-q")
    assert sorted(str(path.relative_to(word.folder / "出")) for path in (word.folder / "出").rglob("*.docx")) == [
        "乙/报告.docx",
        "甲/报告.docx",
    ]


def test_the_day_of_the_comments_is_that_of_the_run(word: Desk) -> None:
    import docx

    document = docx.Document(io.BytesIO((word.folder / COPY).read_bytes()))
    assert {str(comment.timestamp)[:10] for comment in document.comments} == {"2026-11-23"}
