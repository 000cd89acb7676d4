"""Makes a web page of a report, as a bureau publishes it: a menu, the text, links to other pages."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from itertools import groupby
from typing import Any

Layout = dict[str, Any]
Owner = Callable[[list[list[str]], Layout, int, int], tuple[int, int] | None]
_MENU = "".join(f'<li><a href="#{name}">{name}</a></li>' for name in ("首页", "政务公开", "办事服务", "互动交流", "2023年度预算"))
_OTHERS = '<div><a href="#a">上一篇：2021年度决算公开</a> <a href="#b">下一篇：2023年度预算公开</a> <a href="#c">返回</a></div>'


def page(text: str, layout: Layout, owner: Owner) -> str:
    """The page; `owner` tells which cell of a table an empty one belongs to."""
    tables = iter(layout.get("table", []))
    lines = [line.strip(" \r") for line in text.splitlines()]
    told: list[str] = []
    for is_table, run in groupby((line for line in lines if line), key=lambda line: "|" in line):
        if is_table:
            told.append(_table([[cell.strip() for cell in row.split("|")] for row in run], next(tables, {}), owner))
        else:
            told.extend(f"<p><span>　　{escape(line)}</span></p>" for line in run)
    body = f'<div class="menu"><ul>{_MENU}</ul></div>\n<div class="text">\n' + "\n".join(told) + f"\n</div>\n{_OTHERS}"
    head = '<meta http-equiv="Content-Type" content="text/html; charset=gb2312"><style>p { text-indent: 2em }</style><script>var n = 5;</script>'
    return f"<!DOCTYPE html>\n<html><head>{head}</head>\n<body>\n{body}\n</body></html>\n"


def _table(rows: list[list[str]], spec: Layout, owner: Owner) -> str:
    width = max(map(len, rows))
    ends = {(index, column): (index, column) for index, row in enumerate(rows) for column in range(len(row))}
    for index, row in enumerate(rows):
        for column, text in enumerate(row):
            if not text and (found := owner(rows, spec, index, column)):
                ends[found] = max(ends[found][0], index), max(ends[found][1], column)
                del ends[index, column]
        if len(row) < width:
            ends[index, len(row) - 1] = index, width - 1
    lines = []
    for index, row in enumerate(rows):
        cells = []
        for column, text in enumerate(row):
            if end := ends.get((index, column)):
                spans = f' rowspan="{end[0] - index + 1}"' * (end[0] > index) + f' colspan="{end[1] - column + 1}"' * (end[1] > column)
                cells.append(f"<td{spans}><p>{escape(text)}</p></td>")
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return "<table border=1><tbody>\n" + "\n".join(lines) + "\n</tbody></table>"
