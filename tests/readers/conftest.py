"""Small Word files made of hand-written XML, so that a test shows exactly what it is about."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from lint.document import Document
from lint.readers import Source
from lint.readers.docx import read

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "r": _OFFICE,
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
_ROOTS = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes", "settings": "settings"}

Make = Callable[..., bytes]
Show = Callable[..., Document]


def word_file(body: str, *, document: bytes | None = None, extra: dict[str, bytes] | None = None, **parts: str) -> bytes:
    """A .docx with this body; `parts` are the contents of ``styles``, ``numbering`` …, ``header1`` and ``footer1`` with
    the relation ids ``header1`` and ``footer1``; `document` replaces the whole main part; `extra` adds files."""
    relations = []
    files: dict[str, bytes] = {}
    for name, content in parts.items():
        kind = name.rstrip("0123456789")
        root = _ROOTS.get(kind, {"header": "hdr", "footer": "ftr"}.get(kind, kind))
        files[f"word/{name}.xml"] = f"<w:{root} {_SPACES}>{content}</w:{root}>".encode()
        relations.append(f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{name}.xml"/>')
    top = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    files["_rels/.rels"] = (
        f'{top}<Relationship Id="a" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'.encode()
    )
    files["word/_rels/document.xml.rels"] = f"{top}{''.join(relations)}</Relationships>".encode()
    files["word/document.xml"] = document or f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>".encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (files | (extra or {})).items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.fixture(scope="session")
def make() -> Make:
    """Builds the bytes of a Word file."""
    return word_file


@pytest.fixture(scope="session")
def show() -> Show:
    """Builds a Word file and reads it."""
    return lambda body, **parts: read(Source("report.docx", word_file(body, **parts)))


@pytest.fixture(scope="session")
def reports() -> Path:
    """The folder of sample reports beside the checkout."""
    folder = Path(__file__).parents[3] / "shared" / "reports"
    if not folder.is_dir():
        pytest.skip("no sample reports beside the checkout")
    return folder
