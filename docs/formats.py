"""The page on output formats, from the registry and from what every format makes of one small report, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lint import readers
from lint.engine import check_document
from lint.readers import Source
from lint.report import Report
from lint.settings import Settings
from lint.writers import FORMS, write

SAMPLE = "现有在职5人，其中：甲科2人，乙科4人。\n2023年支出合计3,038.79万元，其中：基本支出1,476.25万元，占48.58%；项目支出1,562.54万元，占52.42%。\n"
LONGEST = 60
"""Lines of an output that the page shows."""


def markdown() -> Iterator[str]:
    """The page on output formats."""
    document = readers.read(Source("报告.txt", SAMPLE.encode()))
    report = Report((check_document(replace(document, path="报告.txt"), Settings()),))
    yield "# 输出格式"
    yield ""
    yield "标准输出的格式用 `-f` 指定；`-o` 另存为文件，可重复，一次核对可以同时存成几种格式："
    yield "\n```\ngouji check 报告.docx -o 结果.txt -o 清单.csv -o run.sarif -o gitlab:codequality.json\n```\n"
    yield "`-o` 的格式由后缀决定，或者写作 `格式:文件`。文件写完整了才替换原有的，不会留下半个。除 json、jsonl、sarif 和 junit 列出每一处核对外，"
    yield "各种格式都只列要列出的问题，由别的问题引起的归在引起它的问题之下。"
    yield ""
    yield "| 格式 | 后缀 |\n|---|---|"
    for name, form in FORMS.items():
        yield f"| {name} | {f'`{form.suffix}`' if form.suffix else f'`{name}:文件`'} |"
    yield f"\n下面是各种格式对这两句话的输出：\n\n```\n{SAMPLE}```"
    for name, form in FORMS.items():
        yield f"\n## {name}\n\n{form.about}\n"
        if not form.binary:
            lines = str(write(name, report, Settings())).removeprefix("\ufeff").splitlines()
            yield "\n".join(["```", *lines[:LONGEST], *(["…"] if len(lines) > LONGEST else []), "```"])
