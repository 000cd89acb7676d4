"""The `@rule` decorator and the record it makes: everything there is to know of a rule stands in its one file."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any, Literal, TypeVar

from lint.check import Check, Outcome, Severity
from lint.document import Notice
from lint.pattern import pattern
from lint.say import Say
from lint.shipped import files_of

T = TypeVar("T")
Status = Literal["stable", "preview"]
"""A *preview* rule is still being proved: it runs only where it is selected."""
Precision = Literal["exact", "rounded", "ratio", "order", "none"]
"""How printed numbers are compared: *exact*: digit for digit · *rounded*: as the intervals that their digits stand for ·
*ratio*: the same, and off by one in the last place is information · *order*: larger or smaller as printed · *none*: no numbers are compared."""
Asserts = Literal["identity", "bounds", "goal"]
"""What the relations of a rule say of its figures. *identity*: its equalities must hold, or some figure is wrong (or was read wrongly) ·
*bounds*: its orders, too (a score and its full mark) · *goal*: what is to be reached, allowed or awarded: a corrected figure may well miss it."""
Reach = Literal["file", "both", "whole", "files"]
"""*file*: within each file · *both*: also between the files of a submission · *files*: only between them ·
*whole*: once, over all of them where there are several."""


@dataclass(frozen=True, slots=True)
class Bad:
    """A text that the rule must flag once, and what it must say the text claims and what follows from it.

    `beside` is another file of the submission; `notices` is what its reader had to tell of the file; `settings` what a `gouji.toml`
    says; `rubric` the id of the scoring table that the user names.
    """

    text: str
    claimed: str | None = None
    derived: str | None = None
    severity: Severity | None = None
    year: int | None = None
    beside: str = ""
    notices: tuple[Notice, ...] = ()
    settings: str = ""
    rubric: str = ""


@dataclass(frozen=True, slots=True)
class Good:
    """A text that the rule must not flag. `outcome` is what at least one of its checks must come to, None for no check at all; the rest as in `Bad`."""

    text: str
    outcome: Outcome | None = "holds"
    year: int | None = None
    beside: str = ""
    notices: tuple[Notice, ...] = ()
    settings: str = ""
    rubric: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    `title` and `says` are its title and the message of its findings, `page` the docstring of its file.
    `needs` are the roles of the figures that must be printed beside the claim, ``"delta|prior"`` for one of several.
    `former` are the codes of old under which people may have decided on its findings; `innocent` is the most a finding costs
    that an innocent reading explains (`lint.diagnosis`).
    """

    code: str
    name: str
    severity: Severity
    title: Say
    says: Say
    page: str
    check: Callable[[Any], Iterable[Check]]
    bad: tuple[Bad, ...]
    good: tuple[Good, ...]
    precision: tuple[Precision, ...] = ("none",)
    needs: tuple[str, ...] = ()
    since: str = "0.1"
    status: Status = "stable"
    reach: Reach = "file"
    former: tuple[str, ...] = ()
    asserts: Asserts = "goal"
    innocent: Severity = "warning"

    @property
    def family(self) -> str:
        return self.code.rstrip("0123456789")

    def sections(self) -> dict[str, str]:
        """What its page says under each of its headings, on one line each."""
        parts = _HEADING.split(self.page)
        return {name: "".join(text.split("\n")).strip() for name, text in zip(parts[1::2], parts[2::2], strict=True)}


_REGISTRY: dict[str, Rule] = {}
SECTIONS = ("查什么", "为什么", "怎样处理", "不查")
"""The headings of a rule's docstring, in their order."""
_HEADING = pattern(rf"^({'|'.join(SECTIONS)})(?=\s)", re.MULTILINE)


def rule(
    code: str,
    *,
    name: str,
    severity: Severity,
    title: str,
    says: Say,
    bad: Iterable[Bad] = (),
    good: Iterable[Good] = (),
    precision: Precision | tuple[Precision, ...] = "none",
    needs: tuple[str, ...] = (),
    since: str = "0.1",
    status: Status = "stable",
    reach: Reach = "file",
    former: Iterable[str] = (),
    asserts: Asserts | None = None,
    innocent: Severity = "warning",
) -> Callable[[Callable[[T], Iterable[Check]]], Callable[[T], Iterable[Check]]]:
    """Register a generator of checks as rule `code`.

    `title` is the English title; the Chinese one is the first line of the file's docstring, after the code.
    `says` may use the fields of a check (claimed, derived, difference, working, name) and its `values`. The generator
    takes `Facts`, `Facts | Submission` where it reaches beyond one file, or a `Submission` alone. What it `asserts` follows from its
    precision where it is not said: numbers that are merely ordered, or not compared, tie no figures together.
    Raises ValueError where code or name is taken or the docstring does not begin with the code.
    """

    def register(check: Callable[[T], Iterable[Check]]) -> Callable[[T], Iterable[Check]]:
        page = (sys.modules[check.__module__].__doc__ or "").strip()
        heading, _, _ = page.partition("\n")
        if not heading.startswith(code + " "):
            raise ValueError(f"the docstring of {code} must begin with its code and Chinese title")
        if code in _REGISTRY or any(other.name == name for other in _REGISTRY.values()):
            raise ValueError(f"rule {code} {name} is defined twice")
        chinese = heading.removeprefix(code).strip()
        policy = (precision,) if isinstance(precision, str) else precision
        examples = tuple(bad), tuple(good)
        ties = asserts or ("identity" if {"exact", "rounded", "ratio"} & set(policy) else "goal")
        _REGISTRY[code] = Rule(
            code,
            name,
            severity,
            Say(chinese, title),
            says,
            page,
            check,
            *examples,
            policy,
            needs,
            since,
            status,
            reach,
            tuple(former),
            ties,
            innocent,
        )
        return check

    return register


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by code; importing the files of `lint.rules` registers them."""
    for path in files_of("[A-Z]*/[A-Z]*.py"):
        import_module(f"lint.rules.{path.removesuffix('.py').replace('/', '.')}")
    return tuple(rule for _, rule in sorted(_REGISTRY.items()))


def selected(rules: Iterable[Rule], select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Rule, ...]:
    """The rules that `select` (all stable ones when empty) names and `ignore` does not, by code, family prefix or name.

    A preview rule must be named itself: a prefix means the stable ones.
    """
    wanted, unwanted = tuple(select), tuple(ignore)
    return tuple(
        rule
        for rule in rules
        if (any(_wants(handle, rule) for handle in wanted) if wanted else rule.status == "stable")
        and not any(matches(rule, handle) for handle in unwanted)
    )


def _wants(handle: str, rule: Rule) -> bool:
    """Whether a handle selects a rule: a prefix means the stable ones."""
    text = handle.strip().upper()
    return matches(rule, handle) and (rule.status == "stable" or text == rule.code or not rule.code.startswith(text))


def matches(rule: Rule, handle: str) -> bool:
    """Whether a handle means this rule: its code, one of old, a prefix of its code, its name, its Chinese title, or ALL."""
    text = handle.strip()
    code = text.upper()
    return rule.code.startswith(code) or code == "ALL" or code in rule.former or text.lower() == rule.name or text == rule.title.zh
