"""What a run has read and found, kept for the next one: known by content, never beside the files, never a reason to fail.

Two levels. A *document* is what the reader of a binary format made of some bytes; a *result* is what the rules made of it
under some settings. Decisions, colours and formats come after both and are never kept. Whatever is wrong with an
entry (torn, foreign, not ours) it is a miss, and what cannot be written is not.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from lint.cache.folder import Folder
from lint.cache.keys import document_key, result_key
from lint.cache.packed import pack, unpack
from lint.document import Document
from lint.readers import Source
from lint.report import FileReport
from lint.settings import Settings


@dataclass(frozen=True)
class Cache:
    """Documents and reports in a folder; with none, nothing is kept and nothing found."""

    folder: Folder | None = None

    def document(self, source: Source) -> Document | None:
        """What a reader once made of these bytes, under the name they have now."""
        found = self._found(document_key(source)) if self.folder else None
        return replace(found, path=source.name) if isinstance(found, Document) else None

    def keep_document(self, source: Source, document: Document) -> None:
        if self.folder and is_lasting(document):
            self._keep(document_key(source), document)

    def report(self, source: Source, settings: Settings, number: int) -> FileReport | None:
        """What was once found in these bytes as the file with this number, under the name they have now."""
        found = self._found(result_key(source, settings, number)) if self.folder else None
        return replace(found, document=replace(found.document, path=source.name)) if isinstance(found, FileReport) else None

    def keep_report(self, source: Source, settings: Settings, report: FileReport) -> None:
        if self.folder and not report.problems and is_lasting(report.document):
            self._keep(result_key(source, settings, report.number), report)

    def _found(self, key: str) -> object:
        assert self.folder is not None
        data = self.folder.read(key) if key else None
        return unpack(data) if data is not None else None

    def _keep(self, key: str, value: object) -> None:
        assert self.folder is not None
        if key and (data := pack(value)):
            self.folder.write(key, data)


def is_lasting(document: Document) -> bool:
    """Whether the same bytes would be read the same way again; what could not be read, or not wholly, may have wanted time or memory."""
    return bool(document.text) and all(notice.kind != "partial" for notice in document.notices)


NO_CACHE = Cache()
