"""What a start imports: a program that is started for every file must not load what it does not need."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench import children

HEAVY = {"docx", "lxml", "openpyxl", "pdfplumber", "pypdfium2", "pebble", "multiprocessing", "importlib.metadata", "xlrd"}
HEAVY |= {"cv2", "numpy", "onnxruntime", "rapidocr", "tomlkit", "pygls", "lsprotocol", "asyncio"}
CORE = {"lint.config", "decimal", "fractions", "dataclasses", "json", "lint.facts", "lint.rule", "lint.engine", "regex"}


def imported(*arguments: str) -> set[str]:
    """The names of all modules that a run of `gouji` with these arguments has loaded, but for those that the interpreter itself had."""
    program = (
        "import sys\nhad = set(sys.modules)\nimport lint.cli\ntry: lint.cli.main(sys.argv[1:])\nexcept SystemExit: pass\n"
        "print('\\n' + '\\n'.join(set(sys.modules) - had))"
    )
    ran = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, encoding="utf-8", check=True)
    return set(ran.stdout.split("\n"))


def opened(*arguments: str) -> set[str]:
    """The names of all files that such a run opens."""
    program = "import sys, lint.cli\nsys.addaudithook(lambda event, args: print(args[0]) if event == 'open' else None)\nlint.cli.main(sys.argv[1:])"
    ran = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, encoding="utf-8", check=True)
    return {line.replace("\\", "/").rpartition("/")[2] for line in ran.stdout.split("\n")}


@pytest.mark.parametrize(
    "arguments",
    [
        ("--version",),
        ("--help",),
        *(
            ((*command.split(), "--help"))
            for command in ("check", "compare", "rule", "show", "rubric", "config", "decide add", "lsp", "completions")
        ),
    ],
)
def test_version_and_help_load_next_to_nothing(arguments: tuple[str, ...]) -> None:
    assert not imported(*arguments) & (HEAVY | CORE)


def test_a_text_file_is_checked_without_parsers_of_other_formats(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("支出合计5万元。", "utf-8")
    loaded = imported("check", str(path))
    assert "lint.engine" in loaded
    assert not loaded & (HEAVY | {"json", "lint.writers.json", "lint.readers.docx", "lint.readers.pdf", "lint.readers.sheets"})


def test_settings_files_are_parsed_only_where_there_are_some(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("支出合计5万元。", "utf-8")
    assert not imported("check", str(path)) & {"lint.config.load", "lint.config.schema", "difflib"}
    (tmp_path / "gouji.toml").write_text("year = 2022\n", "utf-8")
    assert "lint.config.load" in imported("check", str(path))


def test_a_text_without_tables_decisions_and_named_ratios_loads_nothing_for_them(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("2023年收入5万元，其中财政拨款4万元。\n支出合计5万元。", "utf-8")
    loaded = imported("check", str(path))
    assert {name for name in loaded if name.startswith("lint.facts.tables.")} == {"lint.facts.tables.flattened"}
    assert not loaded & {
        "lint.decisions.match",
        "lint.decisions.lists",
        "lint.decisions.places",
        "lint.facts.owned",
        "lint.facts.submission",
    }
    assert not loaded & {"pathlib", "urllib.parse", "lint.across", "lint.example", "lint.page"}
    assert not opened("check", str(path)) & {"ratios.toml", "catalogue.toml", "measured.json"}


def test_what_is_in_the_cache_is_told_without_facts_and_rules(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("2022年部门支出合计500万元，其中：基本支出300万元，项目支出210万元。\n", "utf-8")
    asked = ("check", str(path), "--cache-dir", str(tmp_path / "kept"))
    assert "lint.facts" in imported(*asked)
    loaded = imported(*asked)
    assert "lint.report" in loaded
    assert not loaded & (
        HEAVY | {"lint.facts", "lint.rule", "lint.judge", "lint.culprit", "lint.blame.find", "lint.rubric", "lint.lexicon"}
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell what processes that have ended took")
def test_a_start_takes_no_more_than_so_many_times_an_empty_python(tmp_path: Path) -> None:
    """As the least of several turns, which neighbours on the machine can only raise; `make bench` tells more."""
    path = tmp_path / "a.txt"
    path.write_text("2023年收入5万元，其中财政拨款4万元。\n支出合计5万元。", "utf-8")
    check = ("-m", "lint", "check", str(path))
    asked = {
        "nothing": ("-c", "pass"),
        "version": ("-m", "lint", "--version"),
        "cold": (*check, "--no-cache"),
        "warm": (*check, "--cache-dir", str(tmp_path / "kept")),
    }
    compiled = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(tmp_path / "compiled")}
    least = dict.fromkeys(asked, 1e9)
    for turn in range(8):
        for name, arguments in asked.items():
            before = children()
            subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, env=compiled, check=True)
            if turn:  # the first one compiles
                least[name] = min(least[name], children() - before)
    assert least["version"] <= 2.5 * least["nothing"]
    assert least["warm"] <= 16 * least["nothing"]
    assert least["cold"] <= 35 * least["nothing"]


def test_rules_are_explained_without_parsers() -> None:
    assert not imported("rule") & HEAVY
