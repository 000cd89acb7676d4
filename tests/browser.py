"""A browser without a window, in which the pages that are written are used as a reviewer uses them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)
needs_chromium = pytest.mark.skipif(
    CHROMIUM is None or find_spec("playwright") is None,
    reason="needs Chromium and playwright: apt-get install chromium, pip install playwright",
)


@dataclass
class Opened:
    """A page that is open, every request that it made, and what went wrong in it."""

    page: Any
    requests: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def count(self, selector: str) -> int:
        return int(self.page.locator(selector).count())

    def texts(self, selector: str) -> list[str]:
        return [text.strip() for text in self.page.locator(selector).all_inner_texts()]

    def violations(self) -> list[str]:
        """What axe finds against it."""
        from axe_playwright_python.sync_playwright import Axe

        found = Axe().run(self.page).response["violations"]
        return [f"{item['id']}: {node['html'][:120]}" for item in found for node in item["nodes"]]


class Browser:
    """The browser, started once; every page has a profile of its own unless it is given one."""

    def __init__(self, started: Any) -> None:
        self._started = started

    @contextmanager
    def open(self, path: Path, width: int = 1280, height: int = 720, before: str = "", **options: Any) -> Iterator[Opened]:
        """A file opened as by a double click, on a computer without a network; `before` is a script that runs ahead of those of the page."""
        context = self._started.new_context(viewport={"width": width, "height": height}, offline=True, accept_downloads=True, **options)
        try:
            page = context.new_page()
            page.set_default_timeout(4000)
            opened = Opened(page)
            page.on("request", lambda request: opened.requests.append(request.url))
            page.on("pageerror", lambda error: opened.faults.append(str(error)))
            page.on("console", lambda message: opened.faults.append(message.text) if message.type in ("error", "warning") else None)
            page.on("dialog", lambda dialog: (opened.faults.append(dialog.message), dialog.dismiss()))
            if before:
                page.add_init_script(before)
            page.goto(path.as_uri())
            yield opened
        finally:
            context.close()


@contextmanager
def started() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        try:
            yield Browser(browser)
        finally:
            browser.close()
