"""`gouji decide`: the decisions of reviewers, listed, added, imported, brought up to date; each action has its module."""

from __future__ import annotations

from argparse import Namespace
from importlib import import_module

MODULES = {"list": "listing", "add": "adding", "import": "importing", "prune": "pruning", "baseline": "drawing"}


def run(options: Namespace) -> int:
    return int(import_module(f"lint.commands.decide.{MODULES[options.action]}").run(options))
