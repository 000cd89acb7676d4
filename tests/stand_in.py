"""Readers that stand in for the real ones, in workers, too: imported by the process from which these are forked.

What they do is said by the variable STAND_IN: *slow* ones take a minute and note who they are in the folder NOTED; of *deadly* ones the
name of the file says what becomes of them.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

from lint import readers
from lint.document import Document
from lint.readers import Source
from tests.test_guard import deadly


def slow(_: Source) -> Document:
    Path(os.environ["NOTED"], str(os.getpid())).touch()
    time.sleep(60)
    raise AssertionError("nobody waits so long")


readers.read = {"slow": slow, "deadly": deadly}[os.environ["STAND_IN"]]
