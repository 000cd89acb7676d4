"""`gouji cache`: where what was read and found is kept, how much it is, and giving it up."""

from __future__ import annotations

from argparse import Namespace

from lint.cache.folder import Folder, usual
from lint.commands.output import emit


def run(options: Namespace) -> int:
    folder = Folder(options.cache_dir or usual())
    if options.action == "dir":
        emit(f"{folder.path}\n")
        return 0
    entries, taken = folder.size()
    if options.action == "clean":
        folder.clean()
    said = "已清空：" if options.action == "clean" else ""
    emit(f"{said}{entries}项，{taken / (1 << 20):.1f}MB\n")
    return 0
