"""A copy of a Word file with comments on its findings; the file itself is left as it is, and so are all its other parts."""

from __future__ import annotations

from datetime import date

from lint.errors import Unreadable
from lint.readers.docx.comments import MAIN
from lint.readers.package import Package, W
from lint.report import FileReport, Report
from lint.say import Say
from lint.settings import Settings
from lint.writers.notes import notes
from lint.writers.word.anchors import anchors
from lint.writers.word.attached import attached

NOWHERE = Say("正文中没有可以加批注的文字", "the body shows no text that a comment could hang on")


def annotated(data: bytes, report: Report, file: FileReport, settings: Settings, day: date) -> bytes:
    """The bytes of a .docx, of which `file` tells, with its comments of this day. Raises Unreadable where it can hold none."""
    package = Package(data)
    main = package.main(MAIN)
    root = package.tree(main)
    body = root.find(W + "body")
    said = notes(report, file, settings)
    places = None if body is None else anchors(body, main, file.document, [note.span for note in said])
    if places is None:
        raise Unreadable("empty", NOWHERE)
    texts = [note.text(exact=exact) for note, (_, exact) in zip(said, places, strict=True)]
    return attached(data, package, main, root, [(anchor, text) for (anchor, _), text in zip(places, texts, strict=True)], day)
