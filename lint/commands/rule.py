"""`gouji rule`: the page of a rule, from its own file; or the list of all rules; for people or as JSON."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from lint.commands.asking import settings_for
from lint.commands.output import emit
from lint.errors import UsageError, nearest
from lint.page import Example, Page, page_of
from lint.rule import Rule, all_rules, matches
from lint.say import Language, Say
from lint.writers.words import OUTCOMES, SEVERITIES

HEADINGS = {
    "what": Say("查什么", "what it checks"),
    "why": Say("为什么", "why"),
    "examples": Say("例子", "examples"),
    "handling": Say("怎样处理", "what to do"),
    "limits": Say("不查什么", "what it leaves alone"),
    "precision": Say("比较办法", "precision"),
    "needs": Say("需要的数", "figures needed"),
    "reach": Say("核对范围", "reach"),
    "measured": Say("实测", "measured"),
}
NO_CHECK = Say("不核对", "not checked")
UNREAD = Say("（没有读出文字的文件）", "(a file that gave no text)")
COMMA = Say("、", ", ")
SEMICOLON = Say("；", "; ")


def run(options: Namespace) -> int:
    rules = [rule for rule in all_rules() if options.handle is None or matches(rule, options.handle)]
    if not rules:
        words = [word for rule in all_rules() for word in (rule.code, rule.name)]
        raise UsageError(f"没有规则“{options.handle}”{nearest(options.handle, words)}")
    language = settings_for(options).language
    if options.format == "json":
        emit(as_json([page_of(rule, language) for rule in rules]), machine=True)
    elif options.all or len(rules) == 1:
        emit("\n\n\n".join(as_text(page_of(rule, language), language) for rule in rules) + "\n")
    else:
        emit("\n".join(line(rule, language) for rule in rules) + "\n")
    return 0


def line(rule: Rule, language: Language) -> str:
    """A rule in one line: code, severity, name and title."""
    status = "" if rule.status == "stable" else f" ({rule.status})"
    return f"{rule.code}  {SEVERITIES[rule.severity].text(language)}  {rule.name:<24}  {rule.title.text(language)}{status}"


def as_json(pages: list[Page]) -> str:
    """The pages as one JSON list; a text of an example is as its rule reads it."""
    import json  # late: the text needs none
    from dataclasses import asdict

    return json.dumps([asdict(page) for page in pages], ensure_ascii=False, indent=2) + "\n"


def as_text(page: Page, language: Language) -> str:
    """The page for a terminal: what it checks, why, the examples with what the rule says of them, what to do, what it leaves alone."""
    told = {name: heading.text(language) for name, heading in HEADINGS.items()}
    return "\n".join(
        [
            f"{page.code} {page.title}",
            f"{page.name} · {page.severity_name} · {page.status_name} · {page.since}",
            "",
            f"{told['what']}  {page.what}",
            f"{told['why']}  {page.why}",
            told["examples"],
            *(line for example in page.examples for line in _example(example, language)),
            f"{told['handling']}  {page.handling}",
            f"{told['limits']}  {page.limits}",
            f"{told['precision']}  {SEMICOLON.text(language).join(page.precision)}",
            f"{told['needs']}  {COMMA.text(language).join(page.needs)}",
            f"{told['reach']}  {page.reach}",
            f"{told['measured']}  {page.measured}",
        ]
    )


def _example(example: Example, language: Language) -> Iterator[str]:
    verdict = OUTCOMES[example.outcome] if example.outcome else NO_CHECK
    texts = " ‖ ".join(" ".join(text.split()) for text in (example.settings, example.text, example.beside) if text)
    yield f"  {verdict.text(language)}  {texts or UNREAD.text(language)}"
    if example.bad:
        yield f"        → {example.message}"
