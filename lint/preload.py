"""What every worker comes to load: imported once by the process from which several of them are forked."""

from __future__ import annotations

from importlib import import_module

from lint import readers
from lint.rule import all_rules

SHARED = (
    "lint.culprit",
    "lint.diagnoses",
    "lint.engine",
    "lint.facts.tables.tables",
    "lint.judge",
    *(f"lint.readers.{name}" for name in (*sorted(readers.BINARY), "garbled", "hashes")),
)

all_rules()
for module in SHARED:
    import_module(module)
