"""`gouji lsp`: a language server over standard input and output, for editors in which drafts are written as .txt or .md."""

from __future__ import annotations

from argparse import Namespace

from lint.errors import UsageError


def run(options: Namespace) -> int:
    """Serve until the editor ends it. Raises UsageError where the extra is not installed."""
    try:
        from lint.commands.lsp.server import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise UsageError("没有安装语言服务器所需的部分，请先运行 pip install 'gouji[lsp]'") from None
    serve(options)
    return 0
