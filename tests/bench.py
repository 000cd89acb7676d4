"""`make bench`: figures on speed, as ratios within one run where machines differ. It judges nothing.

    python -m tests.bench [FILE.txt] [FILE.pdf]

Without arguments it measures the report of the corpus that has the sample's structure, in both formats.
"""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from lint import readers
from lint.engine import check_document
from lint.readers import Source
from lint.settings import Settings

REPORT = Path(__file__).parent.parent / "corpus" / "fire" / "guangdong-county-department"
ROUNDS = 15
GROWTH = (1, 4, 16)


def main(arguments: list[str]) -> None:
    for path in map(Path, arguments or [REPORT / "report.txt", REPORT / "report.pdf"]):
        if path.suffix == ".pdf":
            paper(path)
        else:
            startup(path)
            core(path.read_text(encoding="utf-8"))


def say(line: str) -> None:
    sys.stdout.write(line + "\n")


def medians(*actions: Callable[[], object], clock: Callable[[], float] = time.process_time) -> list[float]:
    """The median seconds of each action, after a round that is not counted.

    The actions take turns, so that a machine that slows down for a while does so for all of them.
    """
    taken: list[list[float]] = []
    for _ in range(ROUNDS + 1):
        taken.append([])
        for action in actions:
            start = clock()
            action()
            taken[-1].append(clock() - start)
    return [statistics.median(each) for each in zip(*taken[1:], strict=True)]


def startup(path: Path) -> None:
    """The whole process, as a user starts it, against an empty Python."""
    command = [sys.executable, "-m", "lint", "check", str(path)]
    ours, version, bare = medians(
        lambda: subprocess.run(command, capture_output=True, check=False),
        lambda: subprocess.run([*command[:3], "--version"], capture_output=True, check=False),
        lambda: subprocess.run([sys.executable, "-c", "pass"], check=False),
        clock=time.perf_counter,
    )
    say(f"{path.name}, whole process: {ours:.3f} s, --version {version:.3f} s, an empty Python {bare:.3f} s (wall, median of {ROUNDS})")


def core(text: str) -> None:
    """Reading and checking text, at growing sizes: characters a second, and against finding all numbers with one regular expression."""
    number = re.compile(r"\d+(?:\.\d+)?")
    for factor in GROWTH:
        longer = (text + "\n\n") * factor
        source = Source("bench.txt", longer.encode())
        seconds, floor = medians(partial(check, source), partial(number.findall, longer))
        say(f"text core, {len(longer):>8} characters: {len(longer) / seconds:>9,.0f} a second, {seconds / floor:,.0f} times re.findall")


def paper(path: Path) -> None:
    """A PDF from bytes to verdicts, against extracting its characters, edges and tables alone."""
    source = Source(path.name, path.read_bytes())
    whole, reading, bare = medians(partial(check, source), partial(readers.read, source), partial(bare_extraction, source.data))
    say(f"{path.name}: whole {whole:.3f} s, reading {reading:.3f} s, bare extraction {bare:.3f} s: {whole / bare:.2f} times (CPU)")


def check(source: Source) -> None:
    check_document(readers.read(source), Settings())


def bare_extraction(data: bytes) -> None:
    """Characters with boxes, path edges and ruled cells of every page, kept nowhere: what any reader of tables must pay."""
    from pypdfium2 import raw

    from lint.readers.pdf.frames import frame_of
    from lint.readers.pdf.glyphs import sheet_of
    from lint.readers.pdf.ruled import grids_of
    from lint.readers.pdf.rulings import edges_of

    raw.FPDF_InitLibrary()
    document = raw.FPDF_LoadMemDocument64(data, len(data), None)
    for index in range(raw.FPDF_GetPageCount(document)):
        page = raw.FPDF_LoadPage(document, index)
        sheet = sheet_of(raw, page, frame_of(raw, page))
        grids_of(index, sheet.frame, edges_of(raw, page, sheet.frame), sheet.runs)
        raw.FPDF_ClosePage(page)
    raw.FPDF_CloseDocument(document)


if __name__ == "__main__":
    main(sys.argv[1:])
