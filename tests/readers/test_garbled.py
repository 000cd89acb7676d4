"""What is read but cannot be used: control characters, private characters, a large file of hardly any words."""

from __future__ import annotations

import pytest

from lint.readers import Source, read
from lint.readers.garbled import garbled
from lint.say import Say

WORDS = "支出决算说明"


@pytest.mark.parametrize("text", ["\0" * 50, "\ue000\ue001支\ue002", "支\x01\x02出", "-- ··"])
def test_a_text_that_nobody_can_read_is_told(text: str) -> None:
    assert [notice.kind for notice in garbled(text, 100, "txt")] == ["garbled"]


@pytest.mark.parametrize(
    ("text", "size", "form"), [(WORDS, 100, "pdf"), (WORDS + "90", 90_000, "pdf"), (WORDS, 90_000, "docx"), ("", 90_000, "pdf")]
)
def test_a_readable_one_is_not(text: str, size: int, form: str) -> None:
    assert garbled(text, size, form) == ()


def test_a_few_words_without_a_number_are_too_little_of_a_large_file() -> None:
    (notice,) = garbled(WORDS, 90_000, "rtf")
    assert isinstance(notice.detail, Say)
    assert "87KB" in notice.detail.text()


def test_every_file_is_looked_at() -> None:
    assert [notice.kind for notice in read(Source("a.txt", b"\1" * 500)).notices] == ["garbled"]
    assert read(Source("a.txt", "支出90万元。".encode())).notices == ()


def test_lost_characters_are_told_once() -> None:
    assert [notice.kind for notice in read(Source("a.txt", b"\xff\xfe\xfd" * 9 + b"1", "utf-8")).notices] == ["encoding"]
