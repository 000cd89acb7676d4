"""The style and the scripts of the page, as they stand in the folder, and the policy that lets a browser run these and nothing else."""

from __future__ import annotations

import os
from base64 import b64encode
from hashlib import sha256

from lint.writers.html.markup import Markup

STYLES = ("page.css", "reading.css", "cards.css", "print.css")
SCRIPTS = ("marks.js", "filters.js", "desk.js", "tabs.js", "keys.js")


def style() -> Markup:
    return Markup("\n".join(map(_text, STYLES)))


def script() -> Markup:
    """All scripts as one, which leaves no name behind."""
    return Markup('(function () {\n"use strict";\n' + "\n".join(map(_text, SCRIPTS)) + "})();\n")


def policy(style: str, script: str) -> str:
    """What the page may load: its own style and script, and the pictures within it; nothing over the network."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src 'sha256-{_digest(style)}'",
            f"script-src 'sha256-{_digest(script)}'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def _text(name: str) -> str:
    with open(os.path.join(os.path.dirname(__file__), name), encoding="utf-8") as stream:
        return stream.read()
