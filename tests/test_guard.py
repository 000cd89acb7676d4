"""The guard with real processes: whatever a worker does, the caller lives on and the next call is served."""

from __future__ import annotations

import ctypes
import faulthandler
import mmap
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from lint import engine, readers
from lint.document import Document
from lint.errors import Unreadable
from lint.guard import Guard
from lint.readers import Source
from lint.settings import Settings

MEMORY = 1 << 30


def double(number: int) -> int:
    return 2 * number


def segfault() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def hang() -> None:
    while True:
        pass


def hang_in_c() -> None:
    ctypes.PyDLL(None).sleep(60)  # PyDLL keeps the interpreter's lock: no Python code runs meanwhile


def devour() -> int:
    return len(bytearray(2 * MEMORY))


def devour_in_c() -> None:
    """Reserve memory without Python noticing, then die as a C library does that cannot go on."""
    libc = ctypes.CDLL(None)
    libc.malloc.restype = ctypes.c_void_p
    while libc.malloc(ctypes.c_size_t(32 << 20)):
        pass
    time.sleep(1)  # a busy machine looks at its workers late
    os.abort()


def die_at_once() -> None:
    os.abort()


def use_half() -> int:
    return len(bytearray(MEMORY // 2))


def speak() -> str:
    os.write(1, b"noise")
    os.write(2, b"noise")
    return "said"


def unpicklable() -> Callable[[], None]:
    return lambda: None


def refuse() -> None:
    raise Unreadable("password", "locked")


@pytest.fixture(scope="module", autouse=True)
def no_dumps() -> Iterator[None]:
    """Keep pytest from filling the screen with the last moments of workers that die as they should."""
    faulthandler.disable()
    yield
    faulthandler.enable(sys.__stderr__)


@pytest.fixture(scope="module")
def guard() -> Iterator[Guard]:
    with Guard(timeout=1, memory=MEMORY) as shared:
        yield shared


def test_a_call_gives_its_result(guard: Guard) -> None:
    assert guard.call(double, 21) == 42


@pytest.mark.parametrize(
    ("function", "kind"),
    [
        (segfault, "crash"),
        (hang, "timeout"),
        (hang_in_c, "timeout"),
        (devour, "memory"),
        (unpicklable, "crash"),
    ],
)
def test_a_worker_that_does_not_survive_is_a_reason_and_the_next_call_is_served(
    guard: Guard, function: Callable[[], Any], kind: str
) -> None:
    with pytest.raises(Unreadable) as caught:
        guard.call(function)
    assert caught.value.kind == kind
    assert guard.call(double, 1) == 2


def test_a_worker_that_died_in_c_near_its_limit_ran_out_of_memory() -> None:
    with Guard(timeout=60, memory=MEMORY) as guard:
        with pytest.raises(Unreadable) as caught:
            guard.call(devour_in_c)
        assert caught.value.kind == "memory"
        assert guard.call(double, 1) == 2


def test_the_size_of_the_caller_is_not_counted_against_its_worker() -> None:
    with mmap.mmap(-1, 2 * MEMORY), Guard(timeout=60, memory=MEMORY) as guard:  # a forked worker begins as large as its parent
        assert guard.call(use_half) == MEMORY // 2
        with pytest.raises(Unreadable) as caught:
            guard.call(die_at_once)
        assert caught.value.kind == "crash"


def test_what_the_function_raises_passes_through(guard: Guard) -> None:
    with pytest.raises(Unreadable) as caught:
        guard.call(refuse)
    assert (caught.value.kind, caught.value.detail) == ("password", "locked")


def test_a_worker_is_kept_from_call_to_call(guard: Guard) -> None:
    assert guard.call(os.getpid) == guard.call(os.getpid) != os.getpid()


def test_what_c_libraries_print_is_not_seen(guard: Guard, capfd: pytest.CaptureFixture[str]) -> None:
    assert guard.call(speak) == "said"
    assert capfd.readouterr() == ("", "")


def test_no_worker_stays_behind() -> None:
    with Guard(timeout=5, memory=MEMORY) as guard:
        worker = guard.call(os.getpid)
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)


def test_a_worker_whose_parent_was_killed_ends_itself(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    parent = os.fork()
    if parent == 0:
        with Guard(timeout=1, memory=MEMORY) as guard:
            guard.call(note_and_hang, str(note))
        os._exit(0)
    worker = int(_soon(lambda: note.exists() and note.read_text()))
    os.kill(parent, signal.SIGKILL)
    os.waitpid(parent, 0)
    _soon(lambda: not Path(f"/proc/{worker}").exists() or "State:\tZ" in Path(f"/proc/{worker}/status").read_text())


def note_and_hang(path: str) -> None:
    Path(path + ".new").write_text(str(os.getpid()))
    os.rename(path + ".new", path)
    hang()


def _soon(ask: Callable[[], Any]) -> Any:
    for _ in range(200):
        if answer := ask():
            return answer
        time.sleep(0.05)
    raise AssertionError("it did not happen within ten seconds")


def test_files_after_a_deadly_one_are_still_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "read", deadly)
    monkeypatch.setattr(engine, "needs_guard", lambda source: source.name.endswith(".pdf"))
    files = []
    for name in ("crash.pdf", "hang.pdf", "memory.pdf", "fine.pdf", "fine.txt"):
        files.append(str(tmp_path / name))
        Path(files[-1]).write_bytes("支出20万元。".encode())
    reports = list(engine.check_files(files, Settings(timeout=1, memory=MEMORY)))
    assert [[notice.kind for notice in report.document.notices] for report in reports] == [["crash"], ["timeout"], ["memory"], [], []]
    assert [[result.code for result in report.findings()] for report in reports[:3]] == [["DOC001"], ["DOC006"], ["DOC006"]]
    assert [len(report.figures) for report in reports] == [0, 0, 0, 1, 1]


def deadly(source: Source) -> Document:
    """Stands in for a parser: the name of the file says what becomes of it."""
    fate = {"crash.pdf": segfault, "hang.pdf": hang, "memory.pdf": devour}.get(Path(source.name).name)
    if fate is not None:
        fate()
    from lint.readers import txt

    return txt.read(source)


def test_a_pdf_whose_drawing_calls_itself_costs_no_more_than_its_own_result() -> None:
    with Guard(timeout=60, memory=MEMORY) as guard, pytest.raises(Unreadable) as caught:
        guard.call(readers.read, Source("a.pdf", endless_pdf()))
    assert caught.value.kind == "memory"


def endless_pdf() -> bytes:
    """A page that draws a form which draws itself, twice each time."""
    drawing = b"<</Length 11>>stream\n/X Do /X Do\nendstream"
    form = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>" + drawing.removeprefix(b"<<")
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>"
    data = b"%PDF-1.4\n"
    for number, body in enumerate((b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, drawing, form), 1):
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    return data + b"trailer<</Root 1 0 R/Size 6>>\n%%EOF"
