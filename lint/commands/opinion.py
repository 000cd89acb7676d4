"""`gouji opinion`: the template of the 审核意见 as a Word file, for a bureau to make its own."""

from __future__ import annotations

import os
from argparse import Namespace

from lint.commands.output import emit
from lint.errors import UsageError
from lint.saving import save


def run(options: Namespace) -> int:
    from lint.writers.opinion.form import form

    path = options.path
    if not path.lower().endswith(".docx"):
        raise UsageError(f"模板是 Word 文件，名称要以 .docx 结尾：{path}")
    if os.path.lexists(path):
        raise UsageError(f"“{path}”已经存在，不覆盖")
    save(path, form())
    emit(f'模板写入“{path}”。用 Word 改好以后，在 gouji.toml 中写 opinion = "{os.path.basename(path)}"\n')
    return 0
