"""The table of scores before and after."""

from __future__ import annotations

from tests.compare.conftest import Drafts

OLD = """1.预算编制情况（满分20分，自评得分20分）。
（1）预算编制（满分10分，自评得分6分）。
（2）目标设置（满分10分，自评得分10分）。
2.预算执行情况（满分80分，自评得分75分）。
综合自评总得分为95分，评价等级为优。
"""


def rows(found: object) -> list[tuple[str, str, str]]:
    """Path, old and new score of every indicator and total."""
    boards = found.boards  # type: ignore[attr-defined]
    return [("/".join(mark.path), str(mark.old), str(mark.new)) for board in boards for mark in (*board.marks, *board.totals)]


def test_indicators_stand_beside_each_other_with_the_whole(drafts: Drafts) -> None:
    new = OLD.replace("自评得分20分", "自评得分16分").replace("95分", "91分")
    told = rows(drafts(OLD, new))
    assert ("预算编制/预算编制", "6分", "6分") in told
    assert [row for row in told if row[1] != row[2]] == [("预算编制", "20分", "16分"), (told[-1][0], "95分", "91分")]


def test_grades_are_told_as_printed(drafts: Drafts) -> None:
    found = drafts(OLD, OLD.replace("95分，评价等级为优", "88分，评价等级为良"))
    (grade,) = found.grades
    assert found.old is not None
    assert found.new is not None
    assert grade.old is not None
    assert grade.new is not None
    assert (found.old.document.quote(grade.old), found.new.document.quote(grade.new)) == ("优", "良")


def test_an_indicator_put_in_or_taken_out_stands_alone(drafts: Drafts) -> None:
    new = OLD.replace("（2）目标设置（满分10分，自评得分10分）。\n", "（2）绩效监控（满分10分，自评得分9分）。\n")
    told = [row for row in rows(drafts(OLD, new)) if "None" in row]
    assert told in (
        [("预算编制/目标设置", "10分", "None"), ("预算编制/绩效监控", "None", "9分")],
        [("预算编制/绩效监控", "None", "9分"), ("预算编制/目标设置", "10分", "None")],
    )


def test_indicators_are_known_by_their_names_where_their_lines_moved(drafts: Drafts) -> None:
    lines = OLD.splitlines(keepends=True)
    new = "".join([lines[0], lines[2].replace("（2）", "（1）"), lines[1].replace("（1）", "（2）"), *lines[3:]])
    assert all(old == later for _, old, later in rows(drafts(OLD, new)))
