"""What a command is asked beside its own options: settings files, environment, and the options that say the same."""

from __future__ import annotations

import os
from argparse import Namespace

from lint.config.asked import asked_of, settings_of
from lint.settings import Settings


def settings_for(options: Namespace, path: str | None = None) -> Settings:
    """What holds for a file, or for the run as a whole. Raises UsageError."""
    asked = asked_of(vars(options), os.environ, [] if path is None else [path])
    return settings_of(asked.run() if path is None else asked.of(path))
