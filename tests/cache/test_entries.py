"""The folder of the cache: entries are whole or not there, whoever writes, and take no more than their share."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
import zlib
from hashlib import blake2b
from pathlib import Path

import pytest

from lint import readers, writers
from lint.cache import NO_CACHE, folder
from lint.cache.folder import Folder
from lint.cache.packed import pack, unpack
from lint.cache.program import READING
from lint.engine import check_document
from lint.fingerprint import Identity
from lint.readers import Source
from lint.report import FileReport, Report
from lint.settings import Settings
from tests.corpus.reports import CONVERTED, CORPUS

REPORTS = [
    path
    for name in ("guangdong-county-department", "hebei-project-forms")
    for path in sorted((CORPUS / "fire" / name).glob("report.*"))
    if path.suffix[1:] not in CONVERTED
]

KEY = "a" * 64


def sealed(value: object) -> bytes:
    """Bytes that are whole, of anything at all: what somebody else could put into the folder."""
    data = zlib.compress(pickle.dumps(value))
    return blake2b(data, digest_size=16).digest() + data


class Trap:
    def __reduce__(self) -> tuple[object, ...]:
        return os.system, ("echo caught > trapped",)


def test_what_is_kept_is_found(tmp_path: Path) -> None:
    place = Folder(str(tmp_path))
    assert place.read(KEY) is None
    place.write(KEY, b"words")
    assert place.read(KEY) == b"words"


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)
def test_reports_of_every_format_come_back_as_they_were(report: Path) -> None:
    settings = Settings(figures=True)
    found = check_document(readers.read(Source(report.name, report.read_bytes())), settings)
    again = unpack(pack(found))
    assert isinstance(again, FileReport)
    assert [writers.write(form, Report((again,)), settings) for form in ("json", "text")] == [
        writers.write(form, Report((found,)), settings) for form in ("json", "text")
    ]


def test_bytes_that_are_cut_changed_or_of_another_make_are_nothing() -> None:
    whole = pack(Identity("SUM001", "", "合计", ""))
    assert unpack(whole) == Identity("SUM001", "", "合计", "")
    assert all(unpack(whole[:end]) is None for end in range(len(whole)))
    assert all(unpack(bytes([*whole[:at], whole[at] ^ 1, *whole[at + 1 :]])) is None for at in range(len(whole)))
    assert unpack(b"") is unpack(b"\0" * 40) is unpack(sealed(b"")[:-3]) is None


@pytest.mark.parametrize("value", [Trap(), print, os.path.join, Path("x"), [Trap()], readers.read])
def test_nothing_but_records_is_made_of_bytes_that_others_wrote(value: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert unpack(sealed(value)) is None
    assert not (tmp_path / "trapped").exists()


def test_the_entries_that_were_not_used_for_longest_make_room(tmp_path: Path) -> None:
    place = Folder(str(tmp_path), limit=16 * 100)
    keys = [f"a{number:063}" for number in range(5)]
    for number, key in enumerate(keys):
        place.write(key, b"x" * 30)
        os.utime(tmp_path / "a" / key[1:], (number, number))
        if number == 2:
            assert place.read(keys[0])  # which uses it
    assert [key for key in keys if place.read(key)] == [keys[0], keys[3], keys[4]]
    place.write(keys[1], b"x" * 200)
    assert place.read(keys[1]) is None


def test_a_folder_in_which_nothing_can_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a file where a folder should be")
    place = Folder(str(tmp_path))
    place.write(KEY, b"words")
    assert place.read(KEY) is None
    assert folder.opened(str(tmp_path / "a" / "below")) is None


@pytest.mark.skipif(os.name == "nt", reason="Windows says so by where the folder is")
def test_a_folder_that_others_may_write_to_is_not_used(tmp_path: Path) -> None:
    own = folder.opened(str(tmp_path / "own"))
    assert own is not None and (os.stat(own.path).st_mode & 0o777) == 0o700
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared").chmod(0o777)
    assert folder.opened(str(tmp_path / "shared")) is None


def test_many_may_write_the_same_entry_and_whoever_reads_finds_a_whole_one(tmp_path: Path) -> None:
    place = Folder(str(tmp_path))
    values = [bytes([number]) * 100_000 for number in range(4)]
    torn: list[int] = []

    def write(data: bytes) -> None:
        for _ in range(50):
            place.write(KEY, data)

    def read() -> None:
        for _ in range(200):
            found = place.read(KEY)
            if found is not None and found not in values:
                torn.append(len(found))

    threads = [threading.Thread(target=write, args=(data,)) for data in values] + [threading.Thread(target=read)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not torn
    assert place.read(KEY) in values
    assert place.size()[0] == 1


def test_cleaning_gives_up_entries_and_nothing_else(tmp_path: Path) -> None:
    place = Folder(str(tmp_path))
    place.write(KEY, b"words")
    (tmp_path / "报告.txt").write_text("no entry", encoding="utf-8")
    place.clean()
    assert place.size() == (0, 0)
    assert [path.name for path in tmp_path.iterdir()] == ["报告.txt"]


def test_without_a_folder_nothing_is_kept() -> None:
    source = Source("a.html", "<html><p>支出5万元</p></html>".encode())
    NO_CACHE.keep_document(source, readers.read(source))
    assert NO_CACHE.document(source) is None


def test_what_readers_import_is_part_of_their_version() -> None:
    program = (
        "import sys, importlib, lint.readers\n"
        "for form in {*lint.readers.SUFFIXES.values(), *lint.readers.BINARY, 'garbled', 'hashes'}: importlib.import_module('lint.readers.' + form)\n"
        "print(*(name for name in sys.modules if name.startswith('lint.')))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, encoding="utf-8", check=True)
    used = {name.split(".")[1] for name in ran.stdout.split()}
    assert used <= {name.removesuffix(".py") for name in READING}
