"""Old Word files, WPS, RTF and OpenDocument texts: through LibreOffice, or plainly where it is missing."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from lint.document import Document
from lint.errors import Unreadable
from lint.readers import Source, read, sniff, soffice
from tests.support import needs_libreoffice

FOLDER = Path(__file__).parents[2] / "corpus" / "fire" / "hebei-project-forms"


def report(form: str) -> bytes:
    return (FOLDER / f"report.{form}").read_bytes()


def document(data: bytes, name: str) -> Document:
    return read(Source(name, data))


def kind_of(data: bytes, name: str) -> str:
    with pytest.raises(Unreadable) as caught:
        document(data, name)
    return caught.value.kind


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer without LibreOffice."""
    monkeypatch.setattr(soffice, "program", lambda: None)


@needs_libreoffice
@pytest.mark.parametrize(("form", "name"), [("doc", "a.doc"), ("doc", "a.wps"), ("rtf", "a.doc"), ("odt", "a.odt")])
def test_a_converted_file_has_the_text_and_the_merged_cells_of_the_word_file(form: str, name: str) -> None:
    found, word = document(report(form), name), document(report("docx"), "a.docx")
    assert found.text.split() == word.text.split()
    assert [[(cell.row, cell.column, cell.rows, cell.columns) for cell in table.cells] for table in found.tables] == [
        [(cell.row, cell.column, cell.rows, cell.columns) for cell in table.cells] for table in word.tables
    ]
    assert (found.format, [notice.kind for notice in found.notices]) == (form, ["converted"])


@needs_libreoffice
def test_a_place_in_a_converted_file_is_that_of_the_word_file() -> None:
    found = document(report("doc"), "a.doc")
    place = found.place(found.tables[0].cells[3].span)
    assert (place.table, place.row is not None, place.cell is not None) == (1, True, True)


@needs_libreoffice
def test_a_program_that_makes_nothing_is_a_damaged_file() -> None:
    with pytest.raises(Unreadable, match="broken"):
        soffice.converted(b"", ".docx", "true")


def test_a_conversion_that_takes_too_long_is_stopped_with_all_that_it_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = tmp_path / "slow"
    slow.write_text("#!/bin/sh\nsleep 300 &\necho $! > '%s'\nwait\n" % (tmp_path / "child"))
    slow.chmod(0o755)
    monkeypatch.setattr(soffice, "SECONDS", 1)
    with pytest.raises(Unreadable, match="timeout"):
        soffice.converted(b"x", ".doc", str(slow))
    child = (tmp_path / "child").read_text().strip()
    state = subprocess.run(["ps", "-o", "stat=", "-p", child], capture_output=True, text=True, check=False).stdout.strip()
    assert state in ("", "Z")


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("name", ["a.doc", "a.wps"])
def test_without_libreoffice_an_old_word_file_is_read_plainly_and_that_is_told(name: str) -> None:
    found = document(report("doc"), name)
    assert found.text.split() == document(report("docx"), "a.docx").text.split()
    assert (len(found.tables), [(notice.kind, notice.count) for notice in found.notices]) == (4, [("converted", 1)])
    cell = found.tables[0].cells[3]
    place = found.place(cell.span)
    assert (place.table, place.row, place.cell) == (1, cell.row + 1, cell.column + 1)


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("form", ["rtf", "odt"])
def test_without_libreoffice_the_others_say_what_is_missing(form: str) -> None:
    with pytest.raises(Unreadable, match="LibreOffice is not installed"):
        document(report(form), f"a.{form}")


def test_an_old_word_file_with_a_password_says_so() -> None:
    data = bytearray(report("doc"))
    at = bytes(data).index(b"\xec\xa5")  # the head of the text stream
    data[at + 11] |= 1
    assert kind_of(bytes(data), "a.doc") == "password"


@pytest.mark.usefixtures("alone")
def test_damage_is_told_as_damage() -> None:
    assert kind_of(report("doc")[:3000], "a.doc") == "broken"
    assert kind_of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.doc") == "broken"


@pytest.mark.parametrize(("form", "suffix"), [("doc", ".docx"), ("docx", ".doc"), ("docx", ".wps"), ("rtf", ".doc"), ("odt", ".docx")])
def test_what_a_text_document_is_its_content_decides(form: str, suffix: str) -> None:
    assert sniff(Source(f"a{suffix}", report(form))) == ("docx" if form == "docx" else "office")
