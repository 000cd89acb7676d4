"""What a command is asked beside its own options: settings files, environment, and the options that say the same."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterable

from lint.config.asked import Asked, asked_of, settings_of, unused
from lint.settings import Settings


def settings_for(options: Namespace, path: str | None = None) -> Settings:
    """What holds for a file, or for the run as a whole. Raises UsageError."""
    asked = asked_of(vars(options), os.environ, [] if path is None else [path])
    return settings_of(asked.run() if path is None else asked.of(path))


def asked_aloud(options: Namespace, paths: Iterable[str]) -> Asked:
    """What a run on these paths is asked; variables that set nothing are told on standard error. Raises UsageError."""
    if not options.isolated:
        for told in unused(os.environ):
            print(f"gouji: {told}", file=sys.stderr)
    return asked_of(vars(options), os.environ, paths)
