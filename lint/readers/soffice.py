"""LibreOffice as a converter: a file goes in, a Word file comes out; a program of its own, which may be missing or fail."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from lint.errors import Unreadable
from lint.say import Say

SECONDS = 100
"""How long a conversion may take; LibreOffice needs about one second, and 25 for 500 pages."""
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
NOTHING = Say("LibreOffice 没有读出内容", "LibreOffice could not read it")
SLOW = Say("{count}秒", "{count} s")


def program() -> str | None:
    """Where LibreOffice is; None where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice") or next((place for place in _PLACES if os.path.exists(place)), None)


def converted(data: bytes, suffix: str, soffice: str) -> bytes:
    """The Word file that LibreOffice makes of a file with this suffix. Raises Unreadable.

    It runs with a profile of its own, so that it neither meets an open LibreOffice nor changes its settings.
    """
    with tempfile.TemporaryDirectory(prefix="gouji-", ignore_cleanup_errors=True) as folder:
        given = Path(folder, f"given{suffix}")
        given.write_bytes(data)
        profile = Path(folder, "profile").as_uri()
        options = [
            "--headless",
            "--norestore",
            "--nolockcheck",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(Path(folder, "out")),
        ]
        _run([soffice, f"-env:UserInstallation={profile}", *options, str(given)])
        made = Path(folder, "out", "given.docx")
        if not made.exists():
            raise Unreadable("broken", NOTHING)
        return made.read_bytes()


def _run(command: list[str]) -> None:
    """Run a program that starts others, and leave none of them behind, even if this process is killed meanwhile."""
    limit = [timeout, "--kill-after=5", str(SECONDS + 5)] if (timeout := shutil.which("timeout")) and sys.platform != "win32" else []
    nothing = subprocess.DEVNULL
    with subprocess.Popen([*limit, *command], stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True) as process:
        try:
            process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            raise Unreadable("timeout", SLOW.of(count=SECONDS)) from None
        finally:
            if process.poll() is None:
                _kill(process)


def _kill(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
