"""What is generated from code and data: `python -m lint.generated` writes it below the current folder, `--check` tells what is stale."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from lint.config.schema import schema
from lint.ratio import shipped
from lint.writers.schema import SCHEMA


def generated() -> dict[str, str]:
    """The generated files: path in the checkout and content."""
    schemas = {"lint/writers/report-v1.schema.json": SCHEMA, "lint/config/gouji.schema.json": schema()}
    return {
        **{path: json.dumps(content, ensure_ascii=False, indent=2) + "\n" for path, content in schemas.items()},
        "docs/比率.md": "\n".join(_ratios()) + "\n",
    }


def _ratios() -> Iterator[str]:
    """The page on the ratios known by name."""
    yield "# 认识的比率"
    yield ""
    yield "由 `rules/ratios.toml` 生成（`make generated`）。报告写出其中一个比率时，用写在旁边的数或者文中同名的数按这些公式重算：任何一种相符即视为相符，并说明所用的公式。"
    yield "“未核对”的公式是通行的指标说明，没有见到原文；“仅供印证”的公式只在某些情形下成立（如只有追加没有追减、按绝对值），相符可以说明没有错，不符不能说明有错。"
    yield "本单位另有口径的，在 `gouji.toml` 里用 `[[named-ratio]]` 写出，同名的以本单位的为准。"
    for term in shipped().terms:
        yield f"\n## {'、'.join(term.names)}\n"
        yield "| 公式 | 口径 | 来源 | 核对 |\n|---|---|---|---|"
        for variant in term.variants:
            told = ("已核对" if variant.verified else "未核对") + ("，仅供印证" if variant.open else "")
            yield f"| {variant.words} | {variant.name} | {variant.source} | {told} |"
        yield ""
        yield f"操作数：{_REACH[term.reach]}。" + "".join(f"{name}写作{_named(words)}；" for name, words in term.inputs.items())[:-1] + "。"


def _named(words: Sequence[str]) -> str:
    return "、".join(_MARKERS.get(word, f"“{word}”") for word in words)


_REACH = {"clause": "写在同一分句里", "passage": "写在旁边（本句、前两句、紧跟的括号）", "report": "写在旁边，或者在文中、表中另有同名的数"}
_MARKERS = {"plan": "预算（计划）数", "actual": "决算（执行、实际）数", "prior": "上年数", "current": "本年数"}


def stale(root: Path) -> list[str]:
    """The generated files that are missing or differ from what the code gives now."""
    return [path for path, text in generated().items() if not (root / path).is_file() or (root / path).read_text("utf-8") != text]


def main(arguments: list[str]) -> int:
    root = Path.cwd()
    outdated = stale(root)
    if "--check" in arguments:
        sys.stderr.writelines(f"{path} is stale: run `make generated`\n" for path in outdated)
        return int(bool(outdated))
    for path in outdated:
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(generated()[path], "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
