"""校核意见.toml: read with every fault told, written without loss."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.decision import GIVEN, Decision
from lint.decisions.read import read
from lint.decisions.write import HEADING, update
from lint.errors import UsageError
from lint.fingerprint import Identity

WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)


def decision(words: str = "支出合计", **changes: object) -> Decision:
    identity = Identity("SUM001", words, "500万元", ",其中:", ("5000000", "5100000"))
    fields = {"reason": "含上年结转", "author": "张三", "day": date(2026, 1, 2), "name": "parts-total", "files": ("报告.txt",), **changes}
    return Decision("false-alarm", identity, identity.digest(), 1, **fields)  # type: ignore[arg-type]


def written(path: Path, *decisions: Decision) -> str:
    update(str(path), {item.key: item for item in decisions})
    return path.read_text("utf-8")


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(WORDS, WORDS, WORDS, st.dates() | st.none()), max_size=4, unique_by=lambda item: item[0]))
def test_what_is_written_is_read_again(tmp_path_factory: pytest.TempPathFactory, items: list[tuple[str, str, str, date | None]]) -> None:
    path = tmp_path_factory.mktemp("book") / "校核意见.toml"
    made = [decision(words, reason=f"有{reason}", message=message, expires=day) for words, reason, message, day in items]
    written(path, *made)
    assert list(read(str(path)).decisions) == made


def test_a_new_file_says_in_its_first_lines_what_may_be_edited(tmp_path: Path) -> None:
    text = written(tmp_path / "a.toml", decision())
    assert text.startswith(HEADING + "\n[[")
    assert '"处理意见" = "误报"\n"理由" = "含上年结转"\n"意见人" = "张三"\n"日期" = 2026-01-02\n' in text


def test_what_people_wrote_in_the_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    first, second, third = decision("一"), decision("二"), decision("三")
    mine = (
        written(path, first, second, third)
        .replace('"理由" = "含上年结转"', '"理由"="含上年结转"   # 见附表3')
        .replace("[[", "# 请李四复核\n[[")
    )
    path.write_text(mine, "utf-8")
    update(str(path), {second.key: decision("二", author="李四")})
    assert path.read_text("utf-8") == "李四".join(mine.rsplit("张三", 2)[:2]) + "张三" + mine.rsplit("张三", 2)[2]
    update(str(path), drop=[first.key, third.key])
    left = path.read_text("utf-8")
    assert left.count("# 请李四复核") == 3
    assert left.count("# 见附表3") == 1
    assert [item.key for item in read(str(path)).decisions] == [second.key]


def test_a_file_of_notepad_is_read_and_keeps_its_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    text = written(path, decision("一"))
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    update(str(path), {decision("一").key: decision("一", author="李四")})
    assert read(str(path)).decisions == (decision("一", author="李四"),)
    update(str(path), {decision("二").key: decision("二")})
    data = path.read_bytes()
    assert (data.startswith(b"\xef\xbb\xbf\xef\xbb\xbf"), data.startswith(b"\xef\xbb\xbf")) == (False, True)
    assert data.count(b"\n") == data.count(b"\r\n")
    assert len(read(str(path)).decisions) == 2


def test_a_file_without_any_entry_left_is_still_one(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    written(path, decision())
    update(str(path), drop=[decision().key])
    assert (path.read_text("utf-8"), read(str(path)).decisions) == (HEADING, ())
    assert written(path, decision()).count("[[") == 1


def test_who_may_read_a_file_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    (tmp_path / "b.txt").write_text("", "utf-8")
    written(path, decision("一"))
    assert path.stat().st_mode == (tmp_path / "b.txt").stat().st_mode
    path.chmod(0o664)
    mode = path.stat().st_mode
    written(path, decision("二"))
    assert path.stat().st_mode == mode


def test_decisions_that_are_made_at_once_are_all_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    made = [decision(word) for word in "一二三四五六七八"]
    with ThreadPoolExecutor(8) as workers:
        list(workers.map(lambda item: update(str(path), {item.key: item}), made))
    assert {item.key for item in read(str(path)).decisions} == {item.key for item in made}
    assert os.listdir(tmp_path) == ["a.toml"]


def test_whoever_waits_too_long_for_another_run_is_told_what_stands_in_the_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lint.decisions.lock.PATIENCE", 0.0)
    (tmp_path / ".a.toml.lock").touch()
    with pytest.raises(UsageError, match=r"另一个 gouji 正在写；如果没有，请删去“.*.a.toml.lock”后再试"):
        written(tmp_path / "a.toml", decision())


def test_a_file_that_is_to_be_read_alone_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    before = written(path, decision("一"))
    path.chmod(0o444)
    with pytest.raises(UsageError, match=r"不能写入“.*”：文件是只读的"):
        written(path, decision("二"))
    assert path.read_text("utf-8") == before


def test_a_write_that_fails_costs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.toml"
    before = written(path, decision("一"))

    def full(*_: object) -> None:
        raise OSError(28, "no space left")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UsageError, match="磁盘已满"):
        written(path, decision("二"))
    assert (path.read_text("utf-8"), os.listdir(tmp_path)) == (before, ["a.toml"])


ENTRY = """# 标题

[["意见"]]
"处理意见" = "误报"
"理由" = "含结转"
"规则" = "SUM001 parts-total"
"指纹" = "0123456789abcdef"
"指纹版本" = 1
"""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (ENTRY.replace('"理由"', '"理 由"'), "第5行：“理 由”不认识，可以写的有 处理意见、理由、"),
        (ENTRY.replace("误报", "无误"), "第4行：处理意见“无误”不认识，可用的有 误报、不适用、属实、已改、基线"),
        (ENTRY.replace("含结转", " "), "第5行：“误报”要写明理由"),
        (ENTRY.replace('"规则" = "SUM001 parts-total"\n', ""), "第3行：这条意见缺少“规则”"),
        (ENTRY.replace("abcdef", ""), "第7行：指纹“0123456789”不对"),
        (ENTRY.replace("= 1", "= 99"), "第8行：指纹版本99不认识，这条意见可能由更新的 gouji 写成"),
        (ENTRY + '"到期" = "2026-01-01"\n', "第9行：“到期”应是日期，例如 2026-11-23，不加引号"),
        (ENTRY + '"文件" = "a.txt"\n', "第9行：“文件”应是方括号中的文字"),
        (ENTRY + ENTRY, "第15行：同一问题在第3行已有意见，只能留一条"),
        (ENTRY.replace('"理由"', "理由"), "的写法不对：Invalid statement (at line 5, column 1)；键和文字都要放在半角引号中"),
        (ENTRY.replace('[["意见"]]', '["意见"]'), "每条意见应写成"),
        ('"意见" = [{"处理意见" = "已改", "规则" = "A", "指纹" = "0123456789abcdef", "指纹版本" = 1}]', "每条意见应写成"),
        (ENTRY + '[["其他"]]\n', "“其他”不认识"),
    ],
)
def test_every_fault_is_told_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "a.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(UsageError) as raised:
        read(str(path))
    assert f"校核意见“{path}”" in str(raised.value)
    assert told in str(raised.value)


def test_only_a_line_without_its_quotation_marks_is_told_to_have_them(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text(ENTRY.replace("含结转", "含“结转”").replace("= 1", "= 1 1"), "utf-8")
    with pytest.raises(UsageError) as raised:
        read(str(path))
    assert "半角引号" not in str(raised.value)


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(ENTRY.encode("gbk"))
    with pytest.raises(UsageError, match="不是 UTF-8 编码，请另存为 UTF-8"):
        read(str(tmp_path / "a.toml"))


@pytest.mark.parametrize("verdict", GIVEN)
def test_every_verdict_that_people_give_can_be_written_in_either_language(tmp_path: Path, verdict: str) -> None:
    (tmp_path / "a.toml").write_text(ENTRY.replace("误报", verdict), "utf-8")
    assert read(str(tmp_path / "a.toml")).decisions[0].verdict == verdict
