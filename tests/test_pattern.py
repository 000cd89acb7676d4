"""Patterns that are compiled when first used do what `re` does, and all of the program's do compile."""

from __future__ import annotations

import copy
import gc
import pkgutil
import re
from importlib import import_module

import pytest

import lint
from lint import pattern as module
from lint.pattern import pattern
from lint.rule import all_rules


def test_a_pattern_works_as_that_of_re_does() -> None:
    late, known = pattern("(?P<digits>[0-9]+)万?", re.IGNORECASE), re.compile("(?P<digits>[0-9]+)万?", re.IGNORECASE)
    text = "收入12万元，支出3元"
    for _ in range(2):
        assert late.sub("x", text) == known.sub("x", text)
        assert late.split(text) == known.split(text)
        assert late.findall(text) == known.findall(text) == ["12", "3"]
        assert [found["digits"] for found in late.finditer(text)] == ["12", "3"]
        assert [late.search(text, 3) is None, late.match(text) is None, late.fullmatch("7万") is None] == [False, True, False]
    assert (late.pattern, late.flags, late.groups) == (known.pattern, known.flags, known.groups)


def test_a_faulty_pattern_shows_at_its_first_use() -> None:
    faulty = pattern("(")
    with pytest.raises(re.error):
        faulty.search("")


def test_asking_for_what_no_pattern_has_is_an_error() -> None:
    with pytest.raises(AttributeError):
        _ = pattern("a").nothing  # type: ignore[attr-defined]


def test_a_pattern_can_be_copied_before_it_is_used() -> None:
    assert copy.copy(pattern("a")).search("ba")


def test_every_pattern_of_the_program_compiles() -> None:
    for found in pkgutil.walk_packages(lint.__path__, "lint."):
        if found.name != "lint.__main__":
            import_module(found.name)
    all_rules()
    all_of_them = [each for each in gc.get_objects() if isinstance(each, module._Late) and each._source != "("]
    assert len(all_of_them) > 300
    for each in all_of_them:
        re.compile(each._source, each._flags)
