"""Web archives (.mht, and saved so as .doc or .xls): the pages in them, read as web pages are."""

from __future__ import annotations

from lint.document import Document
from lint.errors import Unreadable
from lint.readers import Source, html
from lint.say import Say


def read(source: Source) -> Document:
    """Read the pages of an archive in their order. Raises Unreadable for one without a page or that shows nothing."""
    from email import message_from_bytes

    parts = [part for part in message_from_bytes(source.data).walk() if part.get_content_type() == "text/html"]
    pages = [
        Source("", data, source.encoding) for part in parts if isinstance(data := part.get_payload(decode=True), bytes) and data.strip()
    ]
    if not pages:
        raise Unreadable("broken", Say("其中没有网页", "no page in it"))
    return html.document_of(source, pages)
