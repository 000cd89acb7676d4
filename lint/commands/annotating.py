"""`gouji check --annotate`: copies of the Word files and PDFs, with comments, in a folder of their own; the files are never written."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable
from datetime import date
from itertools import count

from lint.decisions.answers import OURS, is_answer
from lint.errors import Unreadable, UsageError
from lint.guard import Guard
from lint.paths import STDIN, cause, load
from lint.readers.comment import Comment
from lint.readers.comments import COMMENTED, comments
from lint.report import FileReport, Report
from lint.saving import save
from lint.settings import Settings


def copies(files: Iterable[str], folder: str) -> dict[str, str]:
    """Where the copy of each Word file and PDF goes. Raises UsageError where that would replace a report."""
    if os.path.exists(folder) and not os.path.isdir(folder):
        raise UsageError(f"“{folder}”不是文件夹，不能存放批注稿")
    own = [file for file in files if file != STDIN and file.lower().endswith(COMMENTED)]
    names = Counter(os.path.basename(file).lower() for file in own)
    base = os.path.commonpath([os.path.dirname(os.path.abspath(file)) for file in own]) if own else ""
    found: dict[str, str] = {}
    for file in own:
        alone = names[os.path.basename(file).lower()] == 1
        found[file] = os.path.join(folder, os.path.basename(file) if alone else os.path.relpath(os.path.abspath(file), base))
    for target in found.values():
        if os.path.exists(target) and any(os.path.samefile(target, file) for file in own):
            raise UsageError(f"“{target}”是要检查的文件，不能覆盖；--annotate 要另一个文件夹")
    return found


def reports(files: Iterable[str], folder: str, settings: Settings) -> list[str]:
    """The files without the copies of an earlier run, which stand in the folder for copies. Raises UsageError where nothing is left."""
    each = list(files)
    within = os.path.join(os.path.realpath(folder), "")
    with Guard(settings.timeout, settings.memory) as guard:
        found = [file for file in each if file == STDIN or not os.path.realpath(file).startswith(within) or not _is_copy(file, guard)]
    if each and not found:
        raise UsageError(f"要检查的文件都是“{folder}”中的批注稿；--annotate 要另一个文件夹")
    if len(found) < len(each):
        print(f"gouji: “{folder}”中的{len(each) - len(found)}个批注稿没有检查", file=sys.stderr)
    return found


def annotate(report: Report, targets: dict[str, str], settings: Settings, day: date) -> None:
    """Write the copies, and say on standard error what was written and which file has none. Raises UsageError where the system refuses."""
    without: list[str] = []
    written = 0
    with Guard(settings.timeout, settings.memory) as guard:
        for file in report.files:
            path = file.document.path
            try:
                data = _annotated(report, file, targets, settings, day, guard)
            except Unreadable as error:
                detail = error.detail if isinstance(error.detail, str) else error.detail.text(settings.language)
                without.append(f"{path}（{detail or error.kind}）")
                continue
            _folder(os.path.dirname(targets[path]) or ".")
            if (kept := _kept(targets[path], path, guard)) is not None:
                print(f"gouji: “{targets[path]}”中有别人的批注，原样留作“{kept}”", file=sys.stderr)
            save(targets[path], data)
            written += 1
    told = f"gouji: 批注稿{written}个，写入" + "、".join(sorted({os.path.dirname(target) or "." for target in targets.values()}) or ["—"])
    print(told + (f"；没有批注稿：{'、'.join(without)}" if without else ""), file=sys.stderr)


def _annotated(report: Report, file: FileReport, targets: dict[str, str], settings: Settings, day: date, guard: Guard) -> bytes:
    """The bytes of a copy. Raises Unreadable where there can be none."""
    from lint.readers import Source  # late
    from lint.writers import pdf, word

    document = file.document
    write = {"docx": word.annotated, "pdf": pdf.annotated}.get(document.format)
    if document.path not in targets or write is None or file.unread:
        raise Unreadable("unsupported", "没有读出" if file.unread else "不是 Word 2007 以后的文件，也不是 PDF")
    source: Source = load(document.path)
    if source.sha256 != document.sha256:
        raise Unreadable("io", "读过以后又改了")
    return guard.call(write, source.data, report, file, settings, day)


def _kept(copy: str, file: str, guard: Guard) -> str | None:
    """The new name of an earlier copy that others wrote into; None where nobody did. Raises UsageError where the system refuses."""
    if not os.path.exists(copy) or not _said(copy, guard) - _said(file, guard):
        return None
    stem, suffix = os.path.splitext(copy)
    names = (f"{stem}（已批{number or ''}）{suffix}" for number in count())
    name = next(name for name in names if not os.path.lexists(name))
    try:
        os.rename(copy, name)
    except OSError as error:
        raise UsageError(f"不能把“{copy}”改名为“{name}”：{cause(error).text()}") from None
    return name


def commented(path: str, guard: Guard) -> list[Comment]:
    """The comments on a file. Raises Unreadable."""
    return guard.call(comments, load(path).data)


def _said(path: str, guard: Guard) -> Counter[tuple[str, ...]]:
    """What others than this program wrote into the comments of a file; a file that cannot be read says nothing."""
    try:
        each = commented(path, guard)
    except Unreadable:
        return Counter()
    return Counter(comment.lines for comment in each if comment.author != OURS or is_answer(comment))


def _is_copy(path: str, guard: Guard) -> bool:
    try:
        return any(comment.author == OURS for comment in commented(path, guard))
    except Unreadable:
        return False


def _folder(path: str) -> None:
    try:
        os.makedirs(path, exist_ok=True)
    except OSError as error:
        raise UsageError(f"不能建立文件夹“{path}”：{cause(error).text()}") from None
