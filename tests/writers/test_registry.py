"""The registry of formats: each keeps what it promises there."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.commands.outputs import form_of
from lint.errors import UsageError
from lint.report import Report
from lint.settings import Settings
from lint.writers import FORMS, streaming, write
from tests.writers.forms import checked

REPORT = Report((checked(),))


@pytest.mark.parametrize("name", FORMS)
def test_a_format_is_text_or_binary_as_it_says_and_the_same_for_the_same_report(name: str) -> None:
    made = write(name, REPORT, Settings())
    assert isinstance(made, bytes) == FORMS[name].binary
    assert made == write(name, REPORT, Settings())
    assert write(name, Report(()), Settings())


@pytest.mark.parametrize("name", [name for name, form in FORMS.items() if form.streamed])
def test_what_is_streamed_adds_up_to_what_is_written_at_once(name: str) -> None:
    writer, file = streaming(name), REPORT.files[0]
    assert writer.line(file, [file.document], Settings()) + writer.last(REPORT) == write(name, REPORT, Settings())


def test_every_suffix_leads_to_one_format() -> None:
    suffixes = [form.suffix for form in FORMS.values() if form.suffix]
    assert len(suffixes) == len(set(suffixes))
    assert [form_of(f"a{form.suffix}", list(FORMS))[0] for form in FORMS.values() if form.suffix] == [
        name for name, form in FORMS.items() if form.suffix
    ]


def test_a_drive_letter_is_no_format_and_a_format_is_no_path() -> None:
    assert form_of("C:\\结果.json", list(FORMS)) == ("json", "C:\\结果.json")
    assert form_of("github:C:\\结果", list(FORMS)) == ("github", "C:\\结果")
    for asked in ("github:", "结果", "htm:结果"):
        with pytest.raises(UsageError, match="用什么格式"):
            form_of(asked, list(FORMS))


def test_every_format_says_what_it_is_for_in_words_that_chinese_consoles_show() -> None:
    assert all(form.about.encode("gbk") for form in FORMS.values())


def test_no_format_depends_on_where_the_program_runs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = {name: write(name, REPORT, Settings()) for name in FORMS}
    monkeypatch.chdir(tmp_path)
    assert {name: write(name, REPORT, Settings()) for name in FORMS} == before
