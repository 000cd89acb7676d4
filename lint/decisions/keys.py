"""The words of `校核意见.toml` and of lists to import: one vocabulary for both, in the order in which they are written."""

from __future__ import annotations

from typing import Literal

NAME = "校核意见.toml"
"""What a file of decisions is called where it is to be found without being named."""
TABLE = "意见"

LIST, BY_FILE, BY_RULE, OTHERS = "问题清单", "按文件汇总", "按规则汇总", "相符项"
"""The sheets of the workbook that is handed out to be filled in; what is decided stands in the first alone."""

VERDICT, REASON, AUTHOR, DATE, EXPIRES = "处理意见", "理由", "意见人", "日期", "到期"
RULE, MESSAGE, FILES = "规则", "问题", "文件"
BEFORE, QUOTE, AFTER, NUMBERS = "上文", "原文", "下文", "数字"
FINGERPRINT, VERSION = "指纹", "指纹版本"
ACROSS = "文件之间"
"""Whether the finding was made where files were held against each other."""

Kind = Literal["text", "date", "list", "count", "flag"]
KINDS: dict[str, Kind] = {
    VERDICT: "text",
    REASON: "text",
    AUTHOR: "text",
    DATE: "date",
    EXPIRES: "date",
    RULE: "text",
    MESSAGE: "text",
    BEFORE: "text",
    QUOTE: "text",
    AFTER: "text",
    NUMBERS: "list",
    FILES: "list",
    ACROSS: "flag",
    FINGERPRINT: "text",
    VERSION: "count",
}
"""What each key holds."""
NEEDED = (VERDICT, RULE, FINGERPRINT, VERSION)
COLUMNS = (FINGERPRINT, VERDICT, REASON, AUTHOR, DATE, EXPIRES)
"""The columns of a list that are read; whatever others it has are for people."""
KINDS_SAID: dict[Kind, str] = {
    "text": "加半角引号的文字",
    "date": "日期，例如 2026-11-23，不加引号",
    "list": '方括号中的文字，例如 ["5", "6"]',
    "count": "整数",
    "flag": "true 或 false",
}
