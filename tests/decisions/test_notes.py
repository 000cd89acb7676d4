"""Answers to the notes of an annotated PDF, read back as decisions: written as Acrobat, WPS and others do it."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pypdf
import pytest
from pypdf.annotations import FreeText, Text
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from lint.decisions.read import read
from tests.decisions.conftest import TEXT, Desk
from tests.paper import Paper

COPY = "批注稿/报告.pdf"


def report() -> bytes:
    """The report, in lines of 36 characters."""
    title, *paragraphs = filter(None, TEXT.splitlines())
    lines = [title]
    for text in paragraphs:
        indented = "\u3000\u3000" + text
        lines += [indented[at : at + 36] for at in range(0, len(indented), 36)]
    return Paper().lines(100, lines).data()


@pytest.fixture
def copied(desk: Desk) -> Desk:
    """The folder with the report as PDF, and its copy with notes on 500万元 and 80万元."""
    (desk.folder / "报告.txt").unlink()
    (desk.folder / "报告.pdf").write_bytes(report())
    assert desk.run("check", "报告.pdf", "--annotate", "批注稿").err == "gouji: 批注稿1个，写入批注稿\n"
    return desk


def rewritten(change: Any) -> None:
    """Save the copy anew, as other programs do, with what `change` does to the writer, its first page and our notes on it."""
    writer = pypdf.PdfWriter(clone_from=COPY)
    page = writer.pages[0]
    ours = [own for own in page["/Annots"] if own.get_object().get("/T") == "绩效校核"]
    change(writer, page, ours)
    made = io.BytesIO()
    writer.write(made)
    Path(COPY).write_bytes(made.getvalue())


def signed(note: DictionaryObject, author: str = "李四") -> DictionaryObject:
    note[NameObject("/T")] = TextStringObject(author)
    note[NameObject("/M")] = TextStringObject("D:20261120101500+08'00'")
    return note


def reply(text: str, at: int, author: str = "李四") -> None:
    def change(writer: Any, _: Any, ours: Any) -> None:
        note = signed(Text(rect=(0, 0, 20, 20), text=text), author)
        note[NameObject("/IRT")] = ours[at]
        writer.add_annotation(0, note)

    rewritten(change)


def beside(text: str, at: int, kind: Any = Text, **options: Any) -> None:
    def change(writer: Any, _: Any, ours: Any) -> None:
        left, bottom, *_ = map(float, ours[at].get_object()["/Rect"])
        writer.add_annotation(0, signed(kind(rect=(left + 1, bottom + 1, left + 21, bottom + 11), text=text, **options)))

    rewritten(change)


def decisions() -> list[tuple[str, str, str, str]]:
    return sorted((own.verdict, own.reason, own.author, own.identity.quote) for own in read("校核意见.toml").decisions)


def test_a_reply_to_a_note_is_a_decision_on_its_finding(copied: Desk) -> None:
    reply("校核：误报 含上年结转", at=1)
    reply("校核: 属实", at=2, author="王五")
    ran = copied.run("decide", "import", COPY)
    assert (ran.code, ran.out) == (0, "校核意见.toml：登记2条：误报1，属实1\n")
    assert decisions() == [("confirmed", "", "王五", "80万元"), ("false-alarm", "含上年结转", "李四", "500万元")]
    assert {str(own.day) for own in read("校核意见.toml").decisions} == {"2026-11-20"}


@pytest.mark.parametrize(("kind", "options"), [(Text, {}), (FreeText, {"font_size": "9pt"})], ids=["note", "typed"])
def test_a_note_of_ones_own_on_the_highlight_is_a_decision_too(copied: Desk, kind: Any, options: dict[str, Any]) -> None:
    beside("校核：误报 含上年结转", 1, kind, **options)
    copied.run("decide", "import", COPY)
    assert decisions() == [("false-alarm", "含上年结转", "李四", "500万元")]


@pytest.mark.parametrize("edited", ["{}\r校核：不适用，按决算口径", "校核：不适用，按决算口径\r\r{}"], ids=["below", "above"])
def test_what_is_written_into_our_note_is_a_decision_without_a_name(copied: Desk, edited: str) -> None:
    def change(_: Any, __: Any, ours: Any) -> None:
        note = ours[2].get_object()
        note[NameObject("/Contents")] = TextStringObject(edited.format(note["/Contents"]))

    rewritten(change)
    copied.run("decide", "import", COPY)
    assert decisions() == [("not-applicable", "按决算口径", "", "80万元")]


def test_an_opinion_that_could_be_about_anything_is_refused_and_a_fingerprint_makes_it_clear(copied: Desk) -> None:
    reply("校核：属实", at=0)
    ran = copied.run("decide", "import", COPY)
    assert (ran.code, "第4条批注（李四）：看不出是对哪个问题的意见" in ran.err) == (2, True)
    own = pypdf.PdfReader(COPY).pages[0]["/Annots"][2].get_object()["/Contents"].split()[-1]
    assert len(own) == 16
    Path(COPY).unlink()
    copied.run("check", "报告.pdf", "--annotate", "批注稿")
    reply(f"校核：[{own[:8]}] 属实", at=0)
    copied.run("decide", "import", COPY)
    assert decisions() == [("confirmed", "", "李四", "500万元")]


def test_the_next_run_reads_the_answers_keeps_the_copy_and_checks_none_of_the_copies(copied: Desk) -> None:
    reply("校核：误报 含上年结转", at=1)
    answered = Path(COPY).read_bytes()
    ran = copied.run("check", "报告.pdf", "--annotate", "批注稿", "-q")
    assert ran.err.splitlines() == [
        f"gouji: “{COPY}”中的意见：校核意见.toml：登记1条：误报1",
        f"gouji: “{COPY}”中有别人的批注，原样留作“批注稿/报告（已批）.pdf”",
        "gouji: 批注稿1个，写入批注稿",
    ]
    assert "已有处理意见1（误报1" in ran.out
    assert Path("批注稿/报告（已批）.pdf").read_bytes() == answered
    again = copied.run("check", ".", "--annotate", "批注稿", "-q")
    assert again.err == "gouji: “批注稿”中的2个批注稿没有检查\ngouji: 批注稿1个，写入批注稿\n"
    assert again.out == ran.out


def test_a_copy_that_nobody_wrote_into_is_replaced(copied: Desk) -> None:
    before = Path(COPY).read_bytes()
    assert copied.run("check", "报告.pdf", "--annotate", "批注稿").err == "gouji: 批注稿1个，写入批注稿\n"
    assert Path(COPY).read_bytes() == before
    assert [path.name for path in Path("批注稿").iterdir()] == ["报告.pdf"]


def test_the_report_is_never_written_and_never_replaced(copied: Desk) -> None:
    assert Path("报告.pdf").read_bytes() == report()
    ran = copied.run("check", "报告.pdf", "--annotate", ".")
    assert (ran.code, "“./报告.pdf”是要检查的文件，不能覆盖" in ran.err) == (2, True)
    assert Path("报告.pdf").read_bytes() == report()


def test_a_file_that_takes_no_notes_is_told_and_stops_nothing(copied: Desk) -> None:
    writer = pypdf.PdfWriter(clone_from="报告.pdf")
    writer.encrypt("", "所有者", algorithm="RC4-128")
    writer.write("加密.pdf")
    ran = copied.run("check", "报告.pdf", "加密.pdf", "--annotate", "出", "-q")
    assert ran.err == "gouji: 批注稿1个，写入出；没有批注稿：加密.pdf（文件设了权限密码，不能加批注，请用没有加密的文件）\n"
