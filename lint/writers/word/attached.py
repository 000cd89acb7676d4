"""Comments attached to the parts of a Word file: their text in a part of its own, their ranges in the body.

The other parts are copied byte by byte; python-docx, which knows comments too, writes every part anew and opens neither
.docm nor Strict files.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from lint.decisions.answers import OURS
from lint.readers.docx.comments import AUTHOR, COMMENT, DATE, END, ID, REFERENCE, START
from lint.readers.package import Package, R, W, as_strict, is_strict
from lint.writers.word.anchors import Anchor

if TYPE_CHECKING:
    from lxml.etree import _Element

INITIALS = "校"
_TYPES, _RELATIONS = "[Content_Types].xml", "{http://schemas.openxmlformats.org/package/2006/relationships}"
_CONTENT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of parts that are written anew: the same input gives the same bytes."""


def attached(data: bytes, package: Package, main: str, root: _Element, said: Sequence[tuple[Anchor, Sequence[str]]], day: date) -> bytes:
    """The file with these comments, each a text of several lines, all of one day (LibreOffice writes an invalid date for none); `root` is its main part, in which the anchors stand."""
    from lxml import etree

    strict = is_strict(package.read(main))
    parts = dict(package.related(main).values())
    changed: dict[str, _Element] = {main: root}
    name = parts.get("comments", "")
    if name in package:
        comments = package.tree(name)
    else:
        name = _free(package, posixpath.join(posixpath.dirname(main), "comments.xml"))
        comments = etree.Element(W + "comments", nsmap={"w": W[1:-1]})
        changed |= _announced(package, main, name, strict)
    changed[name] = comments
    taken = [int(own) for element in (*root.iter(START, END, REFERENCE), *comments) if (own := element.get(ID, "")).isdecimal()]
    for number, (anchor, lines) in enumerate(said, max(taken, default=-1) + 1):
        comments.append(_comment(number, lines, day))
        _ranged(anchor, number)
    written = {part: etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True) for part, tree in changed.items()}
    return _packed(data, {part: as_strict(own) if strict and part in (main, name) else own for part, own in written.items()})


def _comment(number: int, lines: Sequence[str], day: date) -> _Element:
    from lxml import etree

    comment = etree.Element(COMMENT, {ID: str(number), AUTHOR: OURS, W + "initials": INITIALS, DATE: f"{day}T00:00:00Z"})
    for at, line in enumerate(lines):
        paragraph = etree.SubElement(comment, W + "p")
        if not at:
            etree.SubElement(etree.SubElement(paragraph, W + "r"), W + "annotationRef")
        text = etree.SubElement(etree.SubElement(paragraph, W + "r"), W + "t", {_SPACE: "preserve"})
        text.text = "".join(char if char.isprintable() else " " for char in line)
    return comment


def _ranged(anchor: Anchor, number: int) -> None:
    """Put the marks of a comment around what it is on, and the reference that shows it after them."""
    made = anchor.first.makeelement
    own = {ID: str(number)}
    reference = made(W + "r")
    reference.append(made(REFERENCE, own))
    anchor.first.addprevious(made(START, own))
    anchor.last.addnext(reference)
    anchor.last.addnext(made(END, own))


def _announced(package: Package, main: str, name: str, strict: bool) -> dict[str, _Element]:
    """The lists of parts, with the new one: of what kind it is, and that the main part refers to it."""
    from lxml import etree

    folder, base = posixpath.split(main)
    relations = posixpath.join(folder, "_rels", base + ".rels")
    types = package.tree(_TYPES)
    etree.SubElement(types, _CONTENT + "Override", {"PartName": "/" + name, "ContentType": _KIND})
    links = package.tree(relations) if relations in package else etree.fromstring(f'<Relationships xmlns="{_RELATIONS[1:-1]}"/>')
    used = {link.get("Id") for link in links}
    own = next(own for number in range(len(used) + 1) if (own := f"rIdJ{number}") not in used)
    kind = as_strict(b'"%b"' % R[1:-1].encode()).decode()[1:-1] if strict else R[1:-1]
    etree.SubElement(links, _RELATIONS + "Relationship", {"Id": own, "Type": f"{kind}/comments", "Target": "/" + name})
    return {_TYPES: types, relations: links}


def _free(package: Package, name: str) -> str:
    """A name that no part has."""
    stem, suffix = posixpath.splitext(name)
    return name if name not in package else next(new for number in range(1, 10_000) if (new := f"{stem}{number}{suffix}") not in package)


def _packed(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The zip with some of its parts changed or added, the others and their order as they were."""
    left = dict(changed)
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            name = next((name for name in left if name.lower() == member.filename.replace("\\", "/").lstrip("/").lower()), None)
            new.writestr(member, old.read(member) if name is None else left.pop(name))
        for name, content in left.items():
            new.writestr(zipfile.ZipInfo(name, EPOCH), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()
