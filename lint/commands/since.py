"""`gouji check --diff-base`: which findings stand as they stood at a revision of git."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from tempfile import TemporaryDirectory

from lint.compare import laid
from lint.compare.draft import Draft
from lint.compare.files import likened
from lint.engine import check_files
from lint.report import FileReport, Report, Result
from lint.revision import Revision
from lint.settings import Settings


def since(report: Report, base: Revision, settings: Settings, own: Mapping[str, Settings]) -> Report:
    """The report with the findings marked whose figures and quote are those of a revision; they are counted and not listed.

    A file that was called otherwise is known by what stands in it; all findings of a new one are of today.
    """
    standing = {id(result) for result in _standing(report, base, settings, own)}
    return replace(report, files=tuple(_marked(file, standing) for file in report.files))


def _marked(file: FileReport, standing: set[int]) -> FileReport:
    marked = (replace(result, listed=False, unchanged=True) if id(result) in standing else result for result in file.results)
    return replace(file, results=tuple(marked))


def _standing(report: Report, base: Revision, settings: Settings, own: Mapping[str, Settings]) -> Iterator[Result]:
    changed: list[FileReport] = []
    for file in report.files:
        if not settings.together and _is_same(file, base):
            yield from file.findings()
        else:
            changed.append(file)
    there = [file.document.path for file in changed if file.document.path in base.there]
    earlier = _checked({**{path: base.there[path] for path in there}, **base.gone}, settings, own)
    old = {path: Draft(earlier[path], own[path].given) for path in there}
    new = {file.document.path: Draft(file, own[file.document.path].given) for file in changed}
    gone = [Draft(earlier[path], settings.given) for path in base.gone]
    strange = [draft for path, draft in new.items() if path not in old]
    for comparison in laid([*((old[path], new[path]) for path in there), *(pair for pair in likened(gone, strange) if pair[1])]).files:
        yield from comparison.standing()


def _is_same(file: FileReport, base: Revision) -> bool:
    """Whether a file holds the bytes that it held: what holds of the one holds of the other."""
    data = base.there.get(file.document.path)
    return data is not None and sha256(data).hexdigest() == file.document.sha256


def _checked(contents: Mapping[str, bytes], settings: Settings, own: Mapping[str, Settings]) -> dict[str, FileReport]:
    """What there is to say of earlier contents, by the paths they are known by: checked under their own names in a folder that is gone afterwards."""
    with TemporaryDirectory() as folder:
        places: dict[str, Settings] = {}
        for number, (path, data) in enumerate(contents.items()):
            place = os.path.join(folder, str(number), os.path.basename(path))
            os.mkdir(os.path.dirname(place))
            with open(place, "wb") as stream:
                stream.write(data)
            places[place] = own.get(path, settings)
        return dict(zip(contents, check_files(places, settings, places), strict=True))
