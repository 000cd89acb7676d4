"""Runs with a cache: the second says what the first said, and whatever could change a result makes it a new one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from lint import engine, judge, readers
from lint.cache import Cache, folder
from lint.cache.keys import document_key, result_key
from lint.config.asked import settings_in
from lint.document import Document, Notice
from lint.engine import check_source
from lint.readers import Source
from lint.settings import Settings
from tests.conftest import Ran
from tests.corpus.reports import CORPUS

REPORT = CORPUS / "fire" / "guangdong-county-department"
PDF = (REPORT / "report.pdf").read_bytes()
TEXT = "2022年部门支出合计500万元，其中：基本支出300万元，项目支出210万元。\n"
Gouji = Callable[..., Ran]


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(folder.opened(str(tmp_path / "cache")))


def refuse(*_: object) -> Document:
    raise AssertionError("what was kept is computed again")


def test_what_was_found_is_not_looked_for_again(cache: Cache) -> None:
    source, settings = Source("a/报告.txt", TEXT.encode()), Settings()
    found = check_source(source, settings, 0, cache)
    kept = cache.report(replace(source, name="b/报告.txt"), replace(settings, color=True, timeout=7), 0)
    assert kept is not None
    assert kept.document.path == "b/报告.txt"
    assert [result.fingerprint for result in kept.results] == [result.fingerprint for result in found.results]


def test_a_document_is_read_once_whatever_is_asked_of_it(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    source = Source("a.pdf", PDF)
    first = check_source(source, Settings(), 0, cache)
    monkeypatch.setattr(engine.readers, "read", refuse)
    second = check_source(replace(source, name="b.pdf"), Settings(select=("SUM",)), 3, cache)
    assert second.document.path == "b.pdf"
    assert second.document.text == first.document.text
    assert len(second.results) < len(first.results)


@pytest.mark.parametrize(
    "settings",
    [
        "year = 2021\n",
        'ignore = ["SUM001"]\n',
        'severity = {SUM001 = "info"}\n',
        'min-severity = "error"\n',
        'encoding = "gb18030"\n',
        'rubric = "guangdong-county/2022"\n',
        '[[sum]]\nname = "支出"\nwhole = ["部门支出合计"]\nparts = [["基本支出"], ["项目支出"]]\n',
    ],
)
def test_what_may_change_a_result_asks_for_a_new_one(settings: str) -> None:
    source = Source("a.txt", TEXT.encode())
    assert result_key(source, settings_in(settings), 0) != result_key(source, Settings(), 0)
    assert result_key(source, settings_in(settings), 0) == result_key(source, settings_in(settings), 0)


def test_name_number_bytes_and_company_are_part_of_a_result_and_folders_are_not() -> None:
    source, settings = Source("a/x.txt", TEXT.encode()), Settings()
    keys = [
        result_key(source, settings, 0),
        result_key(source, settings, 1),
        result_key(source, replace(settings, together=True), 0),
        result_key(source, replace(settings, figures=True), 0),
        result_key(replace(source, name="a/2021.txt"), settings, 0),
        result_key(replace(source, data=TEXT[:-1].encode()), settings, 0),
    ]
    assert len({*keys}) == len(keys)
    assert result_key(replace(source, name="b\\x.txt"), settings, 0) == keys[0]
    assert document_key(Source("a.pdf", PDF)) == document_key(Source("b.pdf", PDF)) != document_key(Source("a.pdf", PDF + b"\n"))
    assert not document_key(source)


def test_what_could_not_be_read_wholly_is_read_again(cache: Cache) -> None:
    source = Source("a.pdf", PDF)
    document = readers.read(source)
    cache.keep_document(source, replace(document, notices=(Notice("partial"),)))
    cache.keep_document(source, replace(document, text=""))
    assert cache.document(source) is None
    cache.keep_document(source, document)
    kept = cache.document(source)
    assert kept is not None and kept.text == document.text


def test_failures_of_rules_are_not_kept(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> object:
        raise ArithmeticError

    source = Source("a.txt", TEXT.encode())
    with monkeypatch.context() as patch:
        patch.setattr(judge, "identify", fail)
        assert check_source(source, Settings(), 0, cache).problems
    assert cache.report(source, Settings(), 0) is None


def test_a_second_run_says_what_the_first_said(gouji: Gouji, tmp_path: Path) -> None:
    for name in ("report.txt", "report.pdf", "report.docx"):
        (tmp_path / "稿").mkdir(exist_ok=True)
        shutil.copy(REPORT / name, tmp_path / "稿" / name)
    plain = gouji("check", "稿", "-f", "json", "--no-cache", "--cache-dir", "kept")
    assert not (tmp_path / "kept").exists()
    runs = [gouji("check", "稿", "-f", "json", "--cache-dir", "kept") for _ in range(2)]
    assert [(ran.code, ran.raw, ran.err) for ran in runs] == [(plain.code, plain.raw, plain.err)] * 2
    for entry in (tmp_path / "kept").glob("?/*"):
        entry.write_bytes(entry.read_bytes()[:100])
    assert gouji("check", "稿", "-f", "json", "--cache-dir", "kept").raw == plain.raw


def test_decisions_are_made_after_the_cache(gouji: Gouji, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert gouji("check", "a.txt", "--cache-dir", "kept").code == 1
    assert not gouji("decide", "add", "a.txt", "--rule", "SUM", "--quote", "500万元", "--verdict", "误报", "--reason", "口径不同").err
    assert gouji("check", "a.txt", "--cache-dir", "kept").code == 0
    assert gouji("check", "a.txt", "--cache-dir", "kept", "--no-decisions").code == 1


def test_the_cache_is_shown_and_given_up(gouji: Gouji, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert gouji("cache", "size", "--cache-dir", "kept").out == "0项，0.0MB\n"
    gouji("check", "a.txt", "--cache-dir", "kept")
    assert gouji("cache", "dir", "--cache-dir", "kept").out == "kept\n"
    assert gouji("cache", "size", "--cache-dir", "kept").out == "1项，0.0MB\n"
    assert gouji("cache", "clean", "--cache-dir", "kept").out == "已清空：1项，0.0MB\n"
    assert gouji("cache", "size", "--cache-dir", "kept").out == "0项，0.0MB\n"
    assert gouji("cache", "size", "--cache-dir", "nowhere").out == "0项，0.0MB\n"
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows says so by where the folder is")
def test_a_cache_that_cannot_be_used_is_told_and_costs_nothing(gouji: Gouji, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared").chmod(0o777)
    ran = gouji("check", "a.txt", "--cache-dir", "shared")
    assert ran.code == 1
    assert ran.err == "gouji: 缓存文件夹“shared”不能写入，或者别人也能写入，没有使用缓存\n"
    assert gouji("check", "a.txt", XDG_CACHE_HOME="/dev/null").err == ""
