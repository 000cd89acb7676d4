"""What a fingerprint is made of: the rule, the words around, the numbers compared; nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lint.engine import check_document, check_files
from lint.fingerprint import CONTEXT, folded
from lint.report import FileReport, Result
from lint.settings import Settings
from tests.corpus.reports import CONVERTED, CORPUS
from tests.support import document_of

BEFORE = "根据县财政局统一部署，青禾县农业农村局认真组织开展绩效自评工作。"
CORE = "2022年部门支出合计500万元，其中：基本支出300万元，项目支出210万元。"
AFTER = "各股室按照职责分工抓好落实，有关情况已经在单位内部公开，接受群众监督。"
WORDS = st.text("青禾县农业局认真落实各项工作要求加强管理制度建设和日常监督检查", min_size=0, max_size=40)
SETTINGS = Settings(select=("SUM001",))


def finding(text: str) -> Result:
    """The one finding on a text."""
    (found,) = check_document(document_of(text), SETTINGS).findings()
    return found


@given(WORDS, WORDS)
def test_any_edit_outside_of_quote_and_context_keeps_the_fingerprint(before: str, after: str) -> None:
    assert finding(f"{before}。{BEFORE}{CORE}{AFTER}{after}。").fingerprint == finding(BEFORE + CORE + AFTER).fingerprint


@given(st.integers(100, 999), st.integers(100, 999), st.integers(100, 999))
def test_any_change_of_a_compared_number_changes_the_fingerprint(total: int, first: int, second: int) -> None:
    assume((total, first, second) != (500, 300, 210) and total != first + second)
    changed = CORE.replace("500", str(total)).replace("300", str(first)).replace("210", str(second))
    found = list(check_document(document_of(BEFORE + changed + AFTER), SETTINGS).findings())
    assert finding(BEFORE + CORE + AFTER).fingerprint not in {result.fingerprint for result in found}


def test_changes_of_two_numbers_that_cancel_out_are_changes_too() -> None:
    as_it_was, cancelled = finding(CORE), finding(CORE.replace("300", "290").replace("210", "220"))
    assert as_it_was.check.derived == cancelled.check.derived
    assert as_it_was.identity.numbers != cancelled.identity.numbers


@pytest.mark.parametrize(
    "written",
    [
        CORE.replace("，", "， ").replace("合计", "\n合计"),
        CORE.replace("，", ","),
        CORE.translate({ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789"}),
        CORE.replace("：", ":").replace("，", "，\u200b"),
    ],
    ids=["blanks", "half width", "full-width digits", "unprintable"],
)
def test_blanks_and_width_are_of_no_consequence(written: str) -> None:
    assert finding(BEFORE + written + AFTER).fingerprint == finding(BEFORE + CORE + AFTER).fingerprint


def test_the_context_is_24_characters_without_blanks() -> None:
    identity = finding(f"{BEFORE}\n\n{' ' * 500}{CORE}{AFTER}").identity
    assert (len(identity.before), len(identity.after)) == (CONTEXT, CONTEXT)
    assert identity.before == folded(BEFORE + "2022年部门支出合计")[-CONTEXT:]


def test_version_1_is_fixed_for_ever() -> None:
    """Decisions of people hang on it: where this fails, make a new version instead."""
    found = finding(BEFORE + CORE + AFTER)
    assert found.identity.numbers == ("5000000", "5100000", "2100000", "3000000")
    assert (found.fingerprint, found.identity.digest(1)) == ("e9036a94d5617a64", "17b52d035cdf97d9")


def test_a_result_on_a_whole_file_is_one_on_exactly_this_file(tmp_path: Path) -> None:
    for name, data in (("a.pdf", b"no pdf"), ("b.pdf", b"no pdf"), ("c.pdf", b"no pdf either")):
        (tmp_path / name).write_bytes(data)
    one, copy, other = (
        report.results[0].fingerprint for report in check_files([str(tmp_path / f"{name}.pdf") for name in "abc"], Settings())
    )
    assert one == copy != other


FOLDERS = sorted(path.parent for path in CORPUS.glob("*/*/report.txt"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_fingerprint_of_a_file_is_unique_and_every_finding_has_the_same_one_in_every_format(folder: Path) -> None:
    files = sorted(str(path) for path in folder.glob("report.*") if path.suffix[1:] not in CONVERTED)
    reports = {report.document.format: report for report in check_files(files, Settings())}
    for report in reports.values():
        assert len({result.fingerprint for result in report.results}) == len(report.results)
    written = {result.fingerprint for result in reports["txt"].findings() if not result.code.startswith("DOC")}
    for form, report in reports.items():
        assert written <= {result.fingerprint for result in report.findings()} | only_in_text(report, reports["txt"]), form


def only_in_text(report: FileReport, written: FileReport) -> set[str]:
    """The findings of the text that another format does not have at all."""
    have = {(result.code, result.check.claimed, result.check.derived) for result in report.findings()}
    return {result.fingerprint for result in written.findings() if (result.code, result.check.claimed, result.check.derived) not in have}


def test_findings_between_files_have_fingerprints_of_their_own_and_the_others_keep_theirs() -> None:
    files = sorted(str(path) for path in (CORPUS / "fire/guangxi-submission").glob("*.txt"))
    alone, together = (list(check_files(files, Settings(together=joined))) for joined in (False, True))
    assert any(figure.file != report.number for report in together for result in report.findings() for figure in result.check.figures())
    for before, report in zip(alone, together, strict=True):
        fingerprints = {result.fingerprint: result.code for result in report.results}
        assert len(fingerprints) == len(report.results)
        assert {result.fingerprint for result in before.findings()} <= set(fingerprints)
