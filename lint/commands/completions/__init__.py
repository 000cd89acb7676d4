"""`gouji completions`: a script for a shell, made from the parsers of the commands; with it, completing starts no program."""

from __future__ import annotations

from argparse import Namespace
from importlib import import_module

from lint.commands.completions.tree import tree_of
from lint.commands.output import emit


def run(options: Namespace) -> int:
    script = import_module(f"lint.commands.completions.{options.shell}").script
    emit(script(tree_of(options.parser, options.commands)))
    return 0
