"""Writing files: there is at any time either the old one or the new one, never half of one."""

from __future__ import annotations

import os
import stat

from lint.errors import UsageError
from lint.paths import cause


def save(path: str, content: str | bytes) -> None:
    """Write a file, text as UTF-8; a device or a pipe is written to as it stands. Raises UsageError where the system refuses."""
    data = encoded(content) if isinstance(content, str) else content
    place = os.path.realpath(path)
    draft = os.path.join(os.path.dirname(place), f".{os.path.basename(place)}.{os.getpid()}")
    there = os.path.exists(place)
    try:
        if there and not os.path.isfile(place):
            _written(place, data)
            return
        if there and not os.stat(place).st_mode & stat.S_IWUSR:  # replacing it would not ask
            raise UsageError(f"不能写入“{path}”：文件是只读的")
        _written(draft, data)
        if there:
            os.chmod(draft, stat.S_IMODE(os.stat(place).st_mode))
        os.replace(draft, place)
    except OSError as error:
        if os.path.exists(draft):
            os.unlink(draft)
        raise UsageError(f"不能写入“{path}”：{cause(error).text()}") from None


def _written(path: str, data: bytes) -> None:
    with open(path, "wb") as stream:
        stream.write(data)
        stream.flush()
        if os.path.isfile(path):
            os.fsync(stream.fileno())


def encoded(text: str) -> bytes:
    """UTF-8; what cannot be encoded (half a surrogate pair in a file name) is written as its escape."""
    return text.encode("utf-8", "backslashreplace")
