"""The page as a whole: what it may load, the heading with its tools, the documents and the findings, and the help."""

from __future__ import annotations

import os
from hashlib import sha256

from lint import __version__
from lint.compare.record import Versions
from lint.paths import GENERATOR
from lint.report import Report
from lint.say import Language
from lint.settings import Settings
from lint.writers.html import words
from lint.writers.html.assets import policy, script, style
from lint.writers.html.documents import documents
from lint.writers.html.markup import Markup, join, tag
from lint.writers.html.side import side
from lint.writers.words import called

TAGS: dict[Language, str] = {"zh": "zh-CN", "en": "en"}


def page(report: Report, settings: Settings, versions: Versions | None = None) -> str:
    """The whole file; `versions` are the files of the report beside an earlier draft."""
    language = settings.language
    right = side(report, settings, versions)
    left = documents(report, settings, len(right.encode()) // max(len(report.files), 1))
    title, moves = _title(report, language), script()
    body = tag(
        "body",
        tag("a", words.SKIP.text(language), href="#findings", class_="skip"),
        tag("header", tag("h1", title), _tools(language), _panes(language), class_="top"),
        tag("main", left, right),
        _help(language),
        tag("p", class_="toast", role="status", aria_live="polite", hidden=True),
        tag("script", moves),
        data_key=_key(report),
        data_pane="findings",
    )
    return f"<!DOCTYPE html>\n{tag('html', _head(title, moves), body, lang=TAGS[language])}\n"


def _head(title: str, moves: Markup) -> Markup:
    look = style()
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="generator", content=f"{GENERATOR} {__version__}"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy(look, moves)),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", title),
        tag("style", look),
    )


def _title(report: Report, language: Language) -> str:
    """What the page is called: after the file, where there is one alone."""
    title = words.TITLE.text(language)
    return f"{title}　{os.path.basename(called(report.files[0].document.path).text(language))}" if len(report.files) == 1 else title


def _key(report: Report) -> str:
    """Under which name a browser keeps what is decided in this page: that of what was checked."""
    each = ",".join(file.document.sha256 or file.document.path for file in report.files)
    return f"gouji-{sha256(each.encode('utf-8', 'backslashreplace')).hexdigest()[:16]}"


def _tools(language: Language) -> Markup:
    """What is done with the page as a whole; hidden until its script is there."""
    author = tag("input", type="text", id="author", maxlength="40", autocomplete="off")
    export = tag(
        "button",
        words.EXPORT.text(language),
        " ",
        tag("span", "0", id="decided"),
        type="button",
        id="export",
        title=words.EXPORT_HELP.text(language),
        data_unsaved=words.UNSAVED.text(language),
        data_done=words.EXPORTED.text(language),
        data_nothing=words.NOTHING_DECIDED.text(language),
        data_lacking=words.MISSING_REASONS.text(language),
    )
    return tag(
        "div",
        tag("label", words.AUTHOR.text(language), author),
        export,
        tag("button", words.THEME.text(language), type="button", id="theme", aria_pressed="false"),
        tag("button", words.HELP.text(language), type="button", id="help", aria_haspopup="dialog"),
        class_="tools script",
    )


def _panes(language: Language) -> Markup:
    """What leads from side to side on a narrow screen."""
    sides = (("documents", words.PLACE), ("findings", words.FINDINGS))
    made = [tag("button", said.text(language), type="button", data_show=name) for name, said in sides]
    return tag("nav", *made, class_="panes script", aria_label=words.TITLE.text(language))


def _help(language: Language) -> Markup:
    rows = [
        tag("tr", tag("td", *(join((tag("kbd", key), " ")) for key in keys.split())), tag("td", said.text(language)))
        for keys, said in words.KEYS
    ]
    return tag(
        "dialog",
        tag("h2", words.HELP.text(language)),
        tag("table", tag("tbody", *rows)),
        tag("p", words.EXPORT_HELP.text(language)),
        tag("button", words.CLOSE.text(language), type="button", id="close"),
        id="about",
        aria_label=words.HELP.text(language),
    )
