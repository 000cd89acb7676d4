"""Writers: one module per output format, each with a pure `write(report, settings)` that gives text, or bytes where the format is binary."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lint.compare.record import Versions
    from lint.document import Document
    from lint.report import FileReport, Report
    from lint.settings import Settings


class Form(NamedTuple):
    """A format: what it is for, in Chinese, and the suffix by which `-o` knows it (none: by ``FORMAT:PATH`` alone).

    `people`: made for their eyes, so a terminal gets it in its own coding and without what could steer it. `binary`: only saved as it stands, never shown.
    `streamed`: its module also writes file by file what is checked (`line`), and what remains to be said at the end (`last`).
    `compares`: its module also takes a comparison with an earlier draft.
    """

    about: str
    suffix: str = ""
    people: bool = False
    binary: bool = False
    streamed: bool = False
    compares: bool = False


FORMS = {
    "text": Form(
        "供人在终端阅读：每个问题一段，写明位置、原文、算式、相关的数、疑错和改后的结果，由它引起的问题归在其下，最后是统计。",
        ".txt",
        people=True,
    ),
    "concise": Form("每个问题一行：路径:行:列: 级别 规则 问题 [指纹]，供 grep 和编辑器使用；没有行号的文件写位置。", people=True),
    "grouped": Form("文件很多时用：问题按规则归类，问题多的规则在前，每个问题一行。", people=True),
    "json": Form("供程序使用：全部核对结果及其位置，一个对象（版本 1），写法见 report-v1.schema.json。", ".json"),
    "jsonl": Form(
        "供程序处理大量文件：每核对完一个文件写出一行，最后一行是统计；对象与 json 相同。"
        "有处理意见，或者用 --together 时，全部核对完才能写出。没有最后一行的，是没有做完的。",
        ".jsonl",
        streamed=True,
    ),
    "csv": Form(
        "用电子表格打开：每个问题一行，由它引起的问题紧跟其后（“起因”一列是引起它的问题的指纹），UTF-8 带 BOM。"
        "以 = + - @ 开头的单元格前加撇号，不会被当作公式。填好“处理意见”“理由”两列，可用 gouji decide import 读回。",
        ".csv",
    ),
    "xlsx": Form(
        "供审核人在 Excel、WPS 中填写：问题清单（可筛选，“处理意见”从下拉列表中选，文件和位置可点开，由它引起的问题折叠在其下）、"
        "按文件汇总、按规则汇总、相符项（连同算式，以及无法核对的原因）。填好后用 gouji decide import 读回。文字一律不会被当作公式。",
        ".xlsx",
        binary=True,
    ),
    "html": Form(
        "供审核人在浏览器中查看，一个文件，双击即可打开，不需要网络：左边是原文，每个数字按核对结果标出（PDF 另有页面的图像），右边是问题清单，"
        "可以筛选、搜索，写明算式、疑错和改法；另有得分树、相符与无法核对的各处。逐条选定的处理意见可以导出为 校核意见.json，用 gouji decide import 登记。",
        ".html",
        binary=True,
        compares=True,
    ),
    "sarif": Form(
        "SARIF 2.1.0，供代码平台和审计库使用：相符的为 pass，无法核对的为 open，不符的为 fail；"
        "相关的数、疑错的数、由它引起的问题列为相关位置，处理意见列为 suppressions，指纹列为 partialFingerprints。",
        ".sarif",
    ),
    "junit": Form(
        "JUnit XML，供持续集成的看板使用：一个文件一组，一处核对一例，相符的也看得到；"
        "使退出码为 1 的问题算失败，较轻的、已有处理意见的、由别的问题引起的、无法核对的算跳过，并写明原因。",
        ".xml",
    ),
    "github": Form("GitHub Actions 的批注：每个问题一条，原文中的符号都转义，不会被当作命令。"),
    "gitlab": Form("GitLab 代码质量报告（Code Quality）：每个问题一项。"),
    "opinion": Form(
        "审核意见，Word 文件，可以直接退回填报单位：核对情况、分类列出的问题和要求、未能核对的事项；中文。", ".docx", binary=True
    ),
}
"""Every format by its name, which is that of its module."""


class Writer(Protocol):
    """What every writer module offers."""

    def write(self, report: Report, settings: Settings) -> str | bytes: ...


class Streaming(Writer, Protocol):
    """What the module of a streamed format offers besides: all lines and the last one are what `write` gives."""

    def line(self, file: FileReport, documents: Sequence[Document], settings: Settings) -> str: ...

    def last(self, report: Report) -> str: ...


def shown() -> list[str]:
    """The formats for standard output."""
    return [name for name, form in FORMS.items() if not form.binary]


class Comparing(Writer, Protocol):
    """What the module of a format that compares offers."""

    def beside(self, report: Report, settings: Settings, versions: Versions) -> str | bytes: ...


def write(format: str, report: Report, settings: Settings, versions: Versions | None = None) -> str | bytes:
    """The report in one of the formats; always the same for the same report and settings. `versions` are its files beside an earlier draft."""
    module = import_module(f"lint.writers.{format}")
    if versions is not None and FORMS[format].compares:
        return cast(Comparing, module).beside(report, settings, versions)
    return cast(Writer, module).write(report, settings)


def streaming(format: str) -> Streaming:
    """The module of a streamed format."""
    return cast(Streaming, import_module(f"lint.writers.{format}"))
