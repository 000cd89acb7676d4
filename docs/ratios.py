"""The page on the ratios known by name, from rules/ratios.toml, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.ratio import shipped


def markdown() -> Iterator[str]:
    """The page on the ratios known by name."""
    yield "# 认识的比率"
    yield ""
    yield "由 `rules/ratios.toml` 生成。报告写出其中一个比率时，用写在旁边的数或者文中同名的数按这些公式重算：任何一种相符即视为相符，并说明所用的公式。"
    yield "“未核对”的公式是通行的指标说明，没有见到原文；“仅供印证”的公式只在某些情形下成立（如只有追加没有追减、按绝对值），相符可以说明没有错，不符不能说明有错。"
    yield "本单位另有口径的，在 `gouji.toml` 里用 `[[named-ratio]]` 写出，同名的以本单位的为准。"
    for term in shipped():
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
