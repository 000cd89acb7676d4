"""A copy of a PDF with its findings highlighted, each with a note; the file itself is left as it is, and its bytes begin the copy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from lint.decisions.answers import OURS
from lint.errors import Unreadable
from lint.readers.pdf.comments import comments
from lint.readers.pdf.frames import Frame, frame_of
from lint.readers.pdf.handles import opened, page_of
from lint.report import FileReport, Report
from lint.say import Say
from lint.settings import Settings
from lint.writers.notes import Note, notes
from lint.writers.pdf.increment import LOST
from lint.writers.pdf.marks import Mark, marks
from lint.writers.pdf.placed import Placed, placed

SIGNED = Say(
    "原件有电子签名：批注附在签过的内容之后，没有改动它；查验签名请用原件。",
    "The file is signed: the notes follow what was signed and leave it as it is; verify the signature on the file itself.",
)


class _Look(NamedTuple):
    """A file as pdfium opens it: how many pages it has, those that it can show by number, and whether somebody signed it."""

    pages: int
    frames: Mapping[int, Frame]
    signed: bool


def annotated(data: bytes, report: Report, file: FileReport, settings: Settings, day: date) -> bytes:
    """The bytes of a PDF, of which `file` tells, with its notes of this day. Raises Unreadable where it can hold none."""
    look = _look(data)
    if not look.frames:
        raise Unreadable("broken", LOST)
    first, *rest = notes(report, file, settings)
    found = [(note, marks(file.document, note.span, look.frames)) for note in rest]
    lines = [*first.lines, *([SIGNED.text(settings.language)] if look.signed else [])]
    for note, where in found:
        if not where:
            lines += ["", *note.text(exact=False)]
    said = [Placed(min(look.frames), (), tuple(lines))]
    for note, where in found:
        said += _notes(note, where)
    try:
        copy = placed(data, said, look.frames, day)
    except Unreadable:
        raise
    except Exception as error:  # pypdf stumbles over damage in many ways
        raise Unreadable("broken", LOST) from error
    _read_again(copy, look.pages, said)
    return copy


def _notes(note: Note, where: Sequence[Mark]) -> Iterator[Placed]:
    """The note on the first page that its text is on; on the others a highlight that says which finding it belongs to."""
    for at, mark in enumerate(where):
        lines = note.lines if not at else (note.lines[0], note.lines[-1])
        yield Placed(mark.page, mark.quads, lines, note.severity or "info", note.fingerprint + (f"-{at + 1}" if at else ""))


def _look(data: bytes) -> _Look:
    from pypdfium2 import raw

    found: dict[int, Frame] = {}
    with opened(raw, data) as document:
        count = raw.FPDF_GetPageCount(document)
        for index in range(count):
            try:
                with page_of(raw, document, index) as page:
                    found[index + 1] = frame_of(raw, page)
            except ValueError:  # a page that cannot be read has no findings
                continue
        return _Look(count, found, raw.FPDF_GetSignatureCount(document) > 0)


def _read_again(copy: bytes, pages: int, said: Sequence[Placed]) -> None:
    """Raise Unreadable where the copy does not open with all its pages, or a note is not on its page: where the file is so damaged
    that pypdf and pdfium do not see the same in it.
    """
    missing = Counter(f"{note.page}" for note in said)
    missing -= Counter(comment.id.partition(":")[0] for comment in comments(copy) if comment.author == OURS)
    if missing or _look(copy).pages != pages:
        raise Unreadable("broken", LOST)
