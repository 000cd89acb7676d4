"""What an entry is known by: the bytes, all that may be asked of them, and the program that answers.

A key that cannot be had is ``""``: nothing is looked up or kept then.
"""

from __future__ import annotations

import pickle
from dataclasses import replace
from hashlib import sha256

from lint import readers
from lint.cache.program import outside, program, reading
from lint.errors import Unreadable
from lint.paths import STDIN
from lint.readers import Source
from lint.settings import DEFAULTS, Settings


def document_key(source: Source) -> str:
    """The key of what a reader makes of a file. The name counts by its suffix alone; text is read faster than found."""
    form = _form(source)
    return _key("document", source.sha256, source.suffix, source.encoding or "", reading(), outside(form)) if form in readers.BINARY else ""


def result_key(source: Source, settings: Settings, number: int) -> str:
    """The key of what the rules make of a file, the one with this number in its run, as figures know their file by it.

    The name counts without its folders: it may say the report year.
    """
    form = _form(source)
    name = source.name.replace("\\", "/").rpartition("/")[2]
    return _key("result", source.sha256, name, str(number), told(settings), program(), outside(form)) if form else ""


def told(settings: Settings) -> str:
    """The settings that a result hangs on; how it is shown, and how long it may take, is none of it."""
    asked = replace(
        settings,
        fail_on=DEFAULTS.fail_on,
        language=DEFAULTS.language,
        timeout=DEFAULTS.timeout,
        memory=DEFAULTS.memory,
        passes=False,
        quiet=False,
        color=False,
        show_decided=False,
        stdin=STDIN,
    )
    return sha256(pickle.dumps(asked, pickle.HIGHEST_PROTOCOL)).hexdigest()


def _form(source: Source) -> str:
    try:
        return readers.sniff(source)
    except Unreadable:
        return ""


def _key(*parts: str) -> str:
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
