"""`gouji rule`: the page of a rule, from its own file; or the list of all rules."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from lint.commands.faults import nearest
from lint.commands.output import emit
from lint.errors import UsageError
from lint.rule import Bad, Good, Rule, all_rules, matches
from lint.say import Language, Say
from lint.writers.words import OUTCOMES, SEVERITIES

EXAMPLES = Say("例子", "examples")
CLAIMED = Say("（写{claimed}，算得{derived}）", " (claimed {claimed}, derived {derived})")
NO_CHECK = Say("不核对", "not checked")


def run(options: Namespace) -> int:
    rules = all_rules()
    if options.handle is None:
        pages = ["\n\n\n".join(page(rule, options.lang) for rule in rules)] if options.all else [line(rule, options.lang) for rule in rules]
    else:
        chosen = [rule for rule in rules if matches(rule, options.handle)]
        if not chosen:
            words = [word for rule in rules for word in (rule.code, rule.name)]
            raise UsageError(f"没有规则“{options.handle}”{nearest(options.handle, words)}")
        pages = [page(chosen[0], options.lang)] if len(chosen) == 1 else [line(rule, options.lang) for rule in chosen]
    emit("\n".join(pages) + "\n")
    return 0


def line(rule: Rule, language: Language) -> str:
    """A rule in one line: code, severity, name and title."""
    return f"{rule.code}  {SEVERITIES[rule.severity].text(language)}  {rule.name:<24}  {rule.title.text(language)}"


def page(rule: Rule, language: Language) -> str:
    """The page of a rule: its docstring, then its examples."""
    heading, _, body = rule.page.partition("\n")
    title = heading if language == "zh" else f"{rule.code} {rule.title.en}"
    parts = [f"{title}\n{rule.name} · {SEVERITIES[rule.severity].text(language)}", body.strip()]
    if rule.bad or rule.good:
        parts.append("\n".join([EXAMPLES.text(language), *_examples(rule, language)]))
    return "\n\n".join(parts)


def _examples(rule: Rule, language: Language) -> Iterator[str]:
    examples: tuple[Bad | Good, ...] = (*rule.bad, *rule.good)
    for example in examples:
        texts = " ‖ ".join(" ".join(text.split()) for text in (example.settings, example.text, example.beside) if text)
        yield f"  {_verdict(example, language)}  {texts}"


def _verdict(example: Bad | Good, language: Language) -> str:
    if isinstance(example, Good):
        return OUTCOMES[example.outcome].text(language) if example.outcome else NO_CHECK.text(language)
    verdict = OUTCOMES["broken"].text(language)
    return verdict + CLAIMED.of(claimed=example.claimed, derived=example.derived).text(language) if example.derived else verdict
