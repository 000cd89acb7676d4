"""Makes the pages below docs/site/ and the counts that rule pages print: `python docs/build.py` (`make docs`), `--check` tells what is stale.

The pages open by double-click, need no network and no JavaScript. What they say comes from where it is true: rules from their own
files, their figures from the corpus, data from rules/, guides from the texts beside this file.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby
from pathlib import Path

import formats
import ratios
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt

from lint.commands.rubric import drawn
from lint.measured import measured
from lint.page import page_of
from lint.rubric.library import shipped
from lint.rule import all_rules
from tests.corpus.reports import cases
from tests.corpus.score import tally

ROOT = Path(__file__).parents[1]
SITE = "docs/site"
COUNTS = "rules/measured.json"
FAMILIES = {
    "SCO": "得分",
    "SUM": "分项与合计",
    "RAT": "比率、占比、增减幅度、算式",
    "CMP": "大小与方向",
    "REF": "同一个数的几处",
    "YEA": "年度",
    "UNI": "单位",
    "LST": "列举与编号",
    "TPL": "模板遗留",
    "OWN": "本单位自定的规则",
    "DOC": "文件的读取",
}


def counts() -> str:
    """The counts of every rule on the texts of the corpus; its other formats say the same, which the tests prove."""
    found, _ = tally(case for case in cases() if case.suffix == "txt")
    rows = [f'  "{code}": {json.dumps(asdict(of))}' for code, of in found.items()]
    return "{\n" + ",\n".join(rows) + "\n}\n"


def pages() -> Iterator[tuple[str, str]]:
    """Path below the site and content of every page."""
    templates = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    rules = [page_of(rule, "zh") for rule in all_rules()]
    by_family = {family: list(group) for family, group in groupby(rules, lambda page: page.code[:3])}
    families = [(family, meaning, by_family[family]) for family, meaning in FAMILIES.items()]
    kinds = tomllib.loads((ROOT / "rules/catalogue.toml").read_text("utf-8"))["kind"]
    rubrics = {rubric.id: "\n".join(drawn(rubric)) for rubric in shipped().values()}
    guides = {path.stem: path.read_text("utf-8") for path in sorted(Path(__file__).parent.glob("*.md"))}
    yield "style.css", (Path(__file__).parent / "templates/style.css").read_text("utf-8")
    yield "index.html", templates.get_template("index.html").render(root="", families=families, guides=list(guides))
    yield (
        "catalogue.html",
        templates.get_template("catalogue.html").render(root="", kinds=kinds, titles={page.code: page.title for page in rules}),
    )
    yield "rubrics.html", templates.get_template("rubrics.html").render(root="", rubrics=rubrics)
    for page in rules:
        yield f"rules/{page.code}.html", templates.get_template("rule.html").render(root="../", page=page)
    for name, text in {**guides, "ratios": "\n".join(ratios.markdown()), "formats": "\n".join(formats.markdown())}.items():
        html = _here(MarkdownIt("commonmark", {"html": False}).enable("table").render(text))
        yield f"{name}.html", templates.get_template("guide.html").render(root="", title=name, html=html)


def _here(html: str) -> str:
    """The page of a guide with its links as they are within the site: to pages, not to the texts they are made from."""
    return re.sub(r'href="(?:site/)?([^"/:]+)\.(?:md|html)"', r'href="\1.html"', html)


def written() -> dict[str, str]:
    """Every generated file: path in the checkout and content."""
    return {COUNTS: counts()} | {f"{SITE}/{path}": text.rstrip("\n") + "\n" for path, text in pages()}


def stale(root: Path, wanted: dict[str, str]) -> list[str]:
    """The files that are missing, differ from what they should be, or should not be there."""
    differing = [path for path, text in wanted.items() if not (root / path).is_file() or (root / path).read_text("utf-8") != text]
    there = [str(path.relative_to(root)) for path in (root / SITE).rglob("*") if path.is_file()]
    return differing + sorted(set(there) - set(wanted))


def main(arguments: list[str]) -> int:
    if "--check" in arguments:
        outdated = stale(ROOT, written())
        sys.stderr.writelines(f"{path} is stale: run `make docs`\n" for path in outdated)
        return int(bool(outdated))
    (ROOT / COUNTS).write_text(counts(), "utf-8", newline="\n")  # first: the pages print what it says
    measured.cache_clear()
    wanted = written()
    for path in stale(ROOT, wanted):
        file = ROOT / path
        if path in wanted:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(wanted[path], "utf-8", newline="\n")
        else:
            file.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
