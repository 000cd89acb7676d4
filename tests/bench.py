"""`make bench`: figures on speed, as ratios within one run where machines differ. It judges nothing.

    python -m tests.bench [FILE…]

Without arguments it measures two reports of the corpus in all their formats: one has the sample's structure, one is tables.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from lint import crew, readers, writers
from lint.engine import check_document, check_files
from lint.readers import Source, soffice
from lint.report import Report
from lint.settings import Settings

CORPUS = Path(__file__).parent.parent / "corpus"
REPORT = CORPUS / "fire" / "guangdong-county-department"
TABLES = REPORT.parent / "hebei-project-forms"
CONVERTED = (".doc", ".rtf", ".odt")
ROUNDS = 15
FEW = 3
GROWTH = (1, 4, 16)
PAGES = 25


def main(arguments: list[str]) -> None:
    given = list(map(Path, arguments)) or [*sorted(REPORT.glob("report.*")), *sorted(TABLES.glob("report.*"))]
    workers([path for path in sorted(CORPUS.glob("*/*/*.*")) if path.suffix in (".txt", ".docx", ".pdf", ".xlsx")])
    for path in given:
        startup(path)
        if path.suffix in BARE:
            binary(path)
            if path.suffix == ".pdf":
                page(path)
        else:
            core(path.read_text(encoding="utf-8"))


def say(line: str) -> None:
    sys.stdout.write(line + "\n")


def medians(*actions: Callable[[], object], clock: Callable[[], float] = time.process_time, rounds: int = ROUNDS) -> list[float]:
    """The median seconds of each action, after a round that is not counted.

    The actions take turns, so that a machine that slows down for a while does so for all of them.
    """
    taken: list[list[float]] = []
    for _ in range(rounds + 1):
        taken.append([])
        for action in actions:
            start = clock()
            action()
            taken[-1].append(clock() - start)
    return [statistics.median(each) for each in zip(*taken[1:], strict=True)]


def children() -> float:
    """Seconds of processor that the processes started here have taken, those they started in turn included."""
    import resource

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(*arguments: str) -> Callable[[], object]:
    """Starts Python with these arguments, and compiled files where they belong."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return lambda: subprocess.run([sys.executable, *arguments], capture_output=True, env=environment, check=False)


def startup(path: Path) -> None:
    """The whole process, as a user starts it, against an empty Python: without a cache, filling an empty one, and with a full one."""
    check = ("-m", "lint", "check", str(path))
    with tempfile.TemporaryDirectory() as kept:
        empty, full = os.path.join(kept, "empty"), os.path.join(kept, "full")

        def first() -> None:
            shutil.rmtree(empty, ignore_errors=True)
            run(*check, "--cache-dir", empty)()

        actions = (run("-c", "pass"), run("-m", "lint", "--version"), run(*check, "--no-cache"), first, run(*check, "--cache-dir", full))
        bare, version, plain, cold, warm = medians(*actions, clock=children)
    name = f"{path.parent.name}/{path.name}"
    say(f"{name}, CPU of the whole process, an empty Python {bare * 1000:.0f} ms: --version {version / bare:.1f} times, without a cache")
    say(
        f"    {plain / bare:.1f} times, filling it {cold / bare:.1f} ({cold / plain:.2f} of that), from it {warm / bare:.1f} ({warm / cold:.2f})"
    )


def workers(paths: Sequence[Path]) -> None:
    """Many files by one worker and by as many as there are processors."""
    several = crew.workers_for(map(str, paths), os.cpu_count())
    check = ("-m", "lint", "check", *map(str, paths), "-q", "--no-cache")
    one, all_ = medians(*(run(*check, "-j", str(count)) for count in (1, several)), clock=time.perf_counter, rounds=FEW)
    say(f"{len(paths)} files: one worker {one:.2f} s, {several} workers {all_:.2f} s (wall): {one / all_:.2f} times as fast")


def core(text: str) -> None:
    """Reading and checking text, at growing sizes: characters a second, and against finding all numbers with one regular expression."""
    number = re.compile(r"\d+(?:\.\d+)?")
    for factor in GROWTH:
        longer = (text + "\n\n") * factor
        source = Source("bench.txt", longer.encode())
        seconds, floor = medians(partial(check, source), partial(number.findall, longer))
        say(f"text core, {len(longer):>8} characters: {len(longer) / seconds:>9,.0f} a second, {seconds / floor:,.0f} times re.findall")


def binary(path: Path) -> None:
    """A file from bytes to verdicts, against what a well-known library needs to read it alone."""
    source = Source(path.name, path.read_bytes())
    what, bare = BARE[path.suffix]
    elsewhere = path.suffix in CONVERTED  # what another process does is no CPU of this one
    clock, rounds = (time.perf_counter, FEW) if elsewhere else (time.process_time, ROUNDS)
    actions = partial(check, source), partial(readers.read, source), partial(bare, source.data)
    whole, reading, alone = medians(*actions, clock=clock, rounds=rounds)
    say(f"{path.parent.name}/{path.name}: whole {whole:.3f} s, reading {reading:.3f} s, {what} {alone:.3f} s: {whole / alone:.2f} times")


def page(path: Path) -> None:
    """The page for reviewers on a report of 25 pages, its own over and over: reading and checking it, drawing and writing the page, bytes."""
    from pypdfium2 import PdfDocument

    pages, longer = PdfDocument(path), PdfDocument.new()
    for number in range(PAGES):
        longer.import_pages(pages, [number % len(pages)])
    with tempfile.TemporaryDirectory() as folder:
        longer.save(copy := Path(folder, path.name))
        started = time.perf_counter()
        report = Report(tuple(check_files([str(copy)], Settings())))
        checked = time.perf_counter()
        written = writers.write("html", report, Settings())
        ended = time.perf_counter()
    say(
        f"{path.name}, {PAGES} pages: checked in {checked - started:.2f} s, page written in {ended - checked:.2f} s, {len(written):,} bytes"
    )


def check(source: Source) -> None:
    check_document(readers.read(source), Settings())


def parsed_parts(data: bytes) -> None:
    """Every XML part of an office file as a tree."""
    import io
    import zipfile

    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith(".xml"):
                etree.fromstring(archive.read(name))


def loaded_book(data: bytes) -> None:
    import io

    from openpyxl import load_workbook

    for sheet in load_workbook(io.BytesIO(data), data_only=True):
        for row in sheet.iter_rows(values_only=True):
            tuple(row)


def loaded_old_book(data: bytes) -> None:
    import xlrd

    xlrd.open_workbook(file_contents=data, formatting_info=True)


def parsed_page(data: bytes) -> None:
    from lxml import html

    html.document_fromstring(data.decode("gb18030"))


def converted(data: bytes, suffix: str) -> None:
    program = soffice.program()
    if program is None:
        raise SystemExit("needs LibreOffice: apt-get install libreoffice-writer-nogui")
    soffice.converted(data, suffix, program)


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
        grids_of(index, sheet.frame.width, sheet.frame.height, edges_of(raw, page, sheet.frame), sheet.runs)
        raw.FPDF_ClosePage(page)
    raw.FPDF_CloseDocument(document)


BARE: dict[str, tuple[str, Callable[[bytes], object]]] = {
    ".pdf": ("bare extraction", bare_extraction),
    ".docx": ("lxml", parsed_parts),
    ".xlsx": ("openpyxl", loaded_book),
    ".ods": ("lxml", parsed_parts),
    ".xls": ("xlrd", loaded_old_book),
    ".html": ("lxml", parsed_page),
    **{suffix: ("LibreOffice", partial(converted, suffix=suffix)) for suffix in CONVERTED},
}


if __name__ == "__main__":
    main(sys.argv[1:])
