"""The commands and their options, declared; what they do is in `lint.commands`."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping

from lint import __version__


def declare(parser: argparse.ArgumentParser, only: str | None = None) -> dict[str, argparse.ArgumentParser]:
    """Give a parser all options and commands; returns the parsers of the commands by their words, such as ``decide add``.

    `only` is the first word of a command line: where it is a command the others are left out, where it is none they get no options.
    Declaring everything takes as long as an empty Python.
    """
    _help(parser)
    parser.add_argument("--version", action="version", version=f"gouji {__version__}", help="显示版本后退出")
    chosen = parser.add_subparsers(dest="command", metavar="命令", required=True)
    commands: dict[str, argparse.ArgumentParser] = {}
    for name, (text, options) in _meant(only).items():
        commands[name] = chosen.add_parser(name, help=text, description=text, allow_abbrev=False, add_help=False)
        if only in (None, name):
            _help(commands[name])
            commands |= options(commands[name]) or {}
    return commands


def _help(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-h", "--help", action="help", help="显示帮助后退出")


def _check(parser: argparse.ArgumentParser) -> None:
    from lint.writers import FORMS, shown

    add = parser.add_argument
    add("paths", nargs="*", metavar="路径", help="文件或文件夹；“-” 表示从标准输入读取")
    add("--files-from", metavar="清单", help="另从清单读取路径，每行一个；“-” 表示标准输入")
    add("--stdin-filename", metavar="名称", help="标准输入的文件名，由它决定格式和设置")
    add("--allow-empty", action="store_true", help="没有可检查的文件时不算错误")
    add("-f", "--format", choices=shown(), default="text", help="标准输出的格式（默认 text）")
    add(
        "-o",
        "--output",
        action="append",
        default=[],
        metavar="文件",
        help=f"另存结果，格式由后缀决定（{_suffixes(FORMS)}），或写作 格式:文件；可重复",
    )
    add(
        "--annotate",
        metavar="文件夹",
        help="另存 Word 报告（.docx .docm）和 PDF 的批注稿：每个问题一条批注；上次批注稿中的意见先登记；原件不动",
    )
    add("--compare", dest="draft", metavar="旧稿", help="HTML 中另与旧稿（文件或文件夹）比较：已改正的、仍在的、新出现的")
    add("--figures", action="store_true", help="JSON 中列出读到的全部数字")
    add("--no-decisions", action="store_true", help="不采用处理意见")
    add("--baseline", metavar="文件", help="基线（gouji decide baseline 所写）：其中已有的问题不再算")
    add("--show-decided", action="store_true", help="也列出因处理意见不再算的问题")
    add("--diff-base", metavar="版本", help="只列出 git 的这个版本（如 HEAD、main）以来数字有改动的问题，其余只计数")
    add("--watch", action="store_true", help="每次保存以后重新核对改动的文件，按 Ctrl-C 结束")
    _decisions(parser)
    add("--color", choices=["auto", "always", "never"], default="auto", help="是否使用颜色（默认 auto）")
    add("-q", "--quiet", action="store_true", help="只显示最后的统计")
    _running(parser)
    _settings(parser)


def _compare(parser: argparse.ArgumentParser) -> None:
    from lint.writers.compare import COMPARED

    add = parser.add_argument
    add("old", metavar="旧稿", help="旧稿的文件；或者旧的一套材料的文件夹")
    add("new", metavar="新稿", help="新稿的文件，格式可以不同；或者新的一套材料的文件夹")
    add("-f", "--format", choices=COMPARED, default="text", help="标准输出的格式（默认 text）")
    add(
        "-o",
        "--output",
        action="append",
        default=[],
        metavar="文件",
        help=f"另存结果，格式由后缀决定（{_suffixes(COMPARED)}），或写作 格式:文件；可重复",
    )
    add("--no-decisions", action="store_true", help="不采用对新稿的处理意见")
    add("--baseline", metavar="文件", help="基线：其中已有的问题不算新出现")
    add("--show-decided", action="store_true", help="也列出因处理意见不再算的问题")
    _decisions(parser)
    add("--color", choices=["auto", "always", "never"], default="auto", help="是否使用颜色（默认 auto）")
    add("-q", "--quiet", action="store_true", help="只显示最后的统计")
    _settings(parser)
    parser.set_defaults(files_from=None, stdin_filename=None, allow_empty=False)


def _settings(parser: argparse.ArgumentParser) -> None:
    """Options that say in place of settings files what is in the table of keys (`lint.config.keys`), which has their defaults."""
    add = parser.add_argument
    add("--select", action="append", metavar="代码", help="只用这些规则：代码、代码前缀或名称，逗号分隔；可重复")
    add("--ignore", action="append", metavar="代码", help="不用这些规则；可重复")
    add(
        "--profile",
        choices=["drafter", "reviewer", "auditor"],
        help="drafter 只列有把握的，reviewer 列出全部问题（默认），auditor 还列出无法核对的",
    )
    add("--min-severity", choices=["error", "warning", "info"], help="只列出这一级及以上的问题，其余只计数（默认 info）")
    add("--min-confidence", choices=["high", "medium", "low"], help="只列出把握不低于此的问题，其余只计数（默认 low）")
    add("--fail-on", choices=["error", "warning", "info", "never"], help="从哪一级问题起退出码为 1（默认 error）")
    add("--passes", action="store_true", help="同时列出相符的和无法核对的")
    add("--include", action="append", metavar="通配符", help="文件夹中只看这些文件，逗号分隔；可重复")
    add("--exclude", action="append", metavar="通配符", help="文件夹中不看这些文件；可重复")
    _reading(parser)


def _reading(parser: argparse.ArgumentParser) -> None:
    """Those on how files are read."""
    add = parser.add_argument
    add("--year", type=int, metavar="年份", help="报告年度（默认从文中判断）")
    add("--rubric", metavar="编号|文件", help="按哪份评分细则核对（默认按单位、年度和满分选；gouji rubric list 列出全部）")
    add("--together", action="store_true", help="把所列文件（文件夹）当作同一部门的一套材料，文件之间也核对")
    add("--encoding", metavar="编码", help="文本文件的编码（默认自动判断）")
    add("--timeout", type=int, metavar="秒", help="每个文件的时间上限（默认 120；只用一个进程时，1MB 以下的文本文件不受限制）")
    _files(parser)
    _language(parser)


def _running(parser: argparse.ArgumentParser) -> None:
    """Options on how the work is done; none changes a result."""
    add = parser.add_argument
    add("-j", "--jobs", metavar="个数|auto", default="auto", help="同时用几个进程核对（默认 auto：文件多时每个处理器一个）")
    add("--no-cache", action="store_true", help="不用缓存：不取以前读到和核对的结果，也不存")
    add("--cache-dir", metavar="文件夹", help="缓存放在哪里（默认见 gouji cache dir）")
    add("--no-progress", action="store_true", help="不显示进度")


def _cache(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "action", choices=["dir", "size", "clean"], metavar="dir|size|clean", help="dir 显示位置；size 显示大小；clean 清空"
    )
    parser.add_argument("--cache-dir", metavar="文件夹", help="缓存放在哪里（默认用户的缓存文件夹）")


def _decisions(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--decisions", metavar="文件", help="处理意见（默认用每个文件所在文件夹或上级文件夹中的 校核意见.toml）")
    add("--today", metavar="日期", help="按这一天判断意见是否到期（默认当天，或环境变量 SOURCE_DATE_EPOCH）")


def _files(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--config", metavar="文件", help="设置文件（默认用每个文件所在文件夹或其上级中最近的 gouji.toml 或 pyproject.toml）")
    add("--isolated", action="store_true", help="不看任何设置文件和环境变量")
    add("--set", action="append", metavar="名称=值", help="改一项设置，如 severity.SUM002=warning；可重复")


def _rule(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("handle", nargs="?", metavar="代码|名称", help="规则的代码、代码前缀、英文名称或中文标题")
    parser.add_argument("--all", action="store_true", help="显示全部规则的说明")
    parser.add_argument("-f", "--format", choices=["text", "json"], default="text", help="输出格式（默认 text）")
    _language(parser)


def _show(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("path", metavar="文件", help="要显示的文件；“-” 表示从标准输入读取文本")
    add("--text", action="store_true", help="只输出读到的全文（UTF-8），不加任何内容")
    add("-f", "--format", choices=["text", "json"], default="text", help="输出格式（默认 text）")
    add("--encoding", metavar="编码", help="文本文件的编码（默认自动判断）")
    add("--rubric", metavar="编号|文件", help="按哪份评分细则看（默认按单位、年度和满分选）")
    add("--timeout", type=int, metavar="秒", help="Word、PDF 和大于 1MB 的文本文件的时间上限（默认 120）")
    _files(parser)
    _language(parser)


def _rubric(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("action", choices=["list", "show", "check"], metavar="list|show|check", help="list 列出全部；show 显示一份；check 检查写得对不对")
    add("names", nargs="*", metavar="编号|文件", help="评分细则的编号（如 guangdong-county/2022）或文件（.toml）")
    _files(parser)


def _config(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("key", nargs="?", metavar="名称", help="只显示这一项")
    add("path", nargs="?", metavar="路径", help="按哪个文件显示（默认按当前文件夹）")
    add("--schema", action="store_true", help="输出 gouji.toml 的 JSON schema，供编辑器使用")
    add("-f", "--format", choices=["text", "json"], default="text", help="输出格式（默认 text）")
    _settings(parser)


def _decide(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """What can be done with decisions, by the words of the command."""
    actions = parser.add_subparsers(dest="action", metavar="操作", required=True)
    found: dict[str, argparse.ArgumentParser] = {}
    for name, text, nargs in (
        ("list", "列出每条处理意见及其现状：有效、待确认、到期、失效", "*"),
        ("add", "对一个问题登记处理意见", "+"),
        ("import", "从填好的清单（.xlsx .csv .json）或有答复的批注稿（.docx .pdf）登记处理意见", "*"),
        ("prune", "显示并清理失效的处理意见，其余的改用最新的指纹", "+"),
        ("baseline", "把现有的问题全部记作基线，以后只报告新出现的", "+"),
    ):
        action = actions.add_parser(name, help=text, description=text, allow_abbrev=False, add_help=False)
        _help(action)
        if name == "import":
            action.add_argument(
                "list",
                metavar="清单",
                help="有“指纹”“处理意见”两列的清单，另可有理由、意见人、日期、到期；或批注稿，其中答复写“校核：误报 理由”",
            )
        action.add_argument(
            "paths",
            nargs=nargs,
            metavar="路径",
            help="报告的文件或文件夹"
            + (
                "（默认当前文件夹）"
                if name == "list"
                else "（默认清单所在文件夹；批注稿默认上级文件夹中的同名文件）"
                if name == "import"
                else ""
            ),
        )
        _decisions(action)
        _reading(action)
        action.set_defaults(no_decisions=False, baseline=None, files_from=None, stdin_filename=None, allow_empty=False)
        found[f"decide {name}"] = action
    add = found["decide add"].add_argument
    add("--fingerprint", metavar="指纹", help="问题的指纹，写出能区别的前几位即可")
    add("--rule", metavar="代码", help="规则的代码或名称，与 --quote 同用")
    add("--quote", metavar="文字", help="问题所在的原文")
    add("--moved", action="store_true", help="确认全部疑似同一处的意见")
    add("--verdict", choices=["属实", "误报", "已改", "不适用"], help="处理意见；确认疑似同一处的意见时可以不写")
    add("--reason", default="", metavar="理由", help="误报和不适用必须写明")
    add("--by", default="", metavar="意见人", help="谁的意见")
    add("--expires", default="", metavar="日期", help="到期后不再有效")
    for name in ("import", "prune"):
        found[f"decide {name}"].add_argument("--dry-run", action="store_true", help="只显示，不写入")
    found["decide baseline"].add_argument("-o", "--output", required=True, metavar="文件", help="写入的基线文件")
    return found


def _lsp(parser: argparse.ArgumentParser) -> None:
    _decisions(parser)
    _settings(parser)
    parser.set_defaults(paths=[], no_decisions=False, baseline=None)


def _completions(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shell", choices=["bash", "zsh", "fish", "powershell"], metavar="bash|zsh|fish|powershell", help="哪一种命令行")


def _opinion(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", metavar="文件", help="写入的文件，如 审核意见模板.docx")


def _language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lang", choices=["zh", "en"], help="消息的语言（默认 zh）")


def _suffixes(forms: Iterable[str]) -> str:
    """The suffixes of formats that have one, as help lists them."""
    from lint.writers import FORMS

    return " ".join(FORMS[form].suffix for form in forms if FORMS[form].suffix)


COMPLETIONS = "completions"
"""The command that tells of all the others."""
COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], dict[str, argparse.ArgumentParser] | None]]] = {
    "check": ("核对文件或文件夹中的报告", _check),
    "compare": ("比较同一报告的两稿：改正了什么、还有什么、新出现什么、哪些数字改了", _compare),
    "rule": ("解释一条规则，或列出全部规则", _rule),
    "show": ("显示从文件中读到的内容：段落、表格、数字及其位置", _show),
    "rubric": ("列出、显示、检查评分细则", _rubric),
    "config": ("显示各项设置及其来源", _config),
    "opinion": ("写出审核意见的模板（.docx），可在 Word 中改成本单位的样式", _opinion),
    "decide": ("登记和管理处理意见：属实、误报、已改、不适用", _decide),
    "cache": ("显示缓存的位置和大小，或清空缓存", _cache),
    "lsp": ("语言服务器：编辑器中写 .txt、.md 草稿时随时核对（需要 gouji[lsp]）", _lsp),
    COMPLETIONS: ("输出命令行补全的脚本，供 bash、zsh、fish、PowerShell 使用", _completions),
}
"""Every command: what it is for, and what declares its options (and gives the parsers of what it can do, where that is more than one)."""


def _meant(only: str | None) -> Mapping[str, tuple[str, Callable[[argparse.ArgumentParser], dict[str, argparse.ArgumentParser] | None]]]:
    """The commands that a command line with this first word may mean."""
    if only in COMMANDS:
        return {only: COMMANDS[only]}
    return COMMANDS
