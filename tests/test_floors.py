"""The import contract, on a copy of the package with the rules inside it as they are installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A folder with the package as it is installed."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "lint", tmp_path / "lint", ignore=ignored)
    shutil.copytree(ROOT / "rules", tmp_path / "lint" / "rules", ignore=ignored)
    return tmp_path


def contract(copy: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]
    environment = {**os.environ, "PYTHONPATH": str(copy), "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    options = ["--config", str(ROOT / "pyproject.toml"), "--no-cache"]
    return subprocess.run([*command, *options], cwd=copy, env=environment, capture_output=True, encoding="utf-8", check=False)


def test_every_module_imports_only_from_lower_floors(copy: Path) -> None:
    ran = contract(copy)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_a_rule_that_imports_from_a_higher_floor_is_refused(copy: Path) -> None:
    rule = next((copy / "lint" / "rules" / "DOC").glob("DOC001_*.py"))
    rule.write_text(rule.read_text("utf-8") + "\nimport lint.writers.text\n", "utf-8")
    ran = contract(copy)
    assert ran.returncode == 1
    assert f"lint.rules.DOC.{rule.stem} -> lint.writers.text" in ran.stdout


def test_a_fact_that_imports_a_rule_late_is_refused(copy: Path) -> None:
    facts = copy / "lint" / "facts" / "years.py"
    facts.write_text(facts.read_text("utf-8") + "\n\ndef late() -> None:\n    import lint.rule\n", "utf-8")
    ran = contract(copy)
    assert ran.returncode == 1
    assert "lint.facts.years -> lint.rule" in ran.stdout
