"""Every rule's page and examples: what the file of a rule says of it is what it does."""

from __future__ import annotations

import re

import pytest

from lint import readers
from lint.check import Check
from lint.facts import Facts
from lint.facts.submission import Submission
from lint.given import Given
from lint.readers import Source
from lint.report import LANGUAGES, result_of
from lint.rule import Bad, Good, Rule, all_rules, selected
from lint.say import Say
from tests.support import own_rules

BAD = [pytest.param(rule, bad, id=f"{rule.code}-bad{index}") for rule in all_rules() for index, bad in enumerate(rule.bad)]
GOOD = [pytest.param(rule, good, id=f"{rule.code}-good{index}") for rule in all_rules() for index, good in enumerate(rule.good)]
SECTIONS = ("查什么", "为什么", "怎样处理", "不查")
PLACEHOLDER = re.compile(r"\{\w+\}")


def checks(rule: Rule, example: Bad | Good) -> list[Check]:
    texts = [text for text in (example.text, example.beside) if text]
    given = Given(example.year, own=own_rules(example.settings))
    files = tuple(Facts(readers.read(Source("x.txt", text.encode())), given, number) for number, text in enumerate(texts))
    found = list(rule.check(Submission(files) if rule.reach == "files" else files[0]))
    for check in found:
        result = result_of(rule, check, ())
        for language in LANGUAGES:
            said = result.message.text(language)
            assert said and not PLACEHOLDER.search(said)
    return found


def shows(printed: str, wanted: str | None) -> bool:
    """Whether a number of a check is the wanted one, which may leave out the unit."""
    return wanted is None or printed == wanted or re.sub(r"[^\d.,-]+$", "", printed) == wanted


@pytest.mark.parametrize(("rule", "bad"), BAD)
def test_a_bad_example_is_broken_as_it_says(rule: Rule, bad: Bad) -> None:
    broken = [check for check in checks(rule, bad) if check.outcome == "broken"]
    told = [(check.claimed, check.derived, check.severity or rule.severity) for check in broken]
    assert any(
        shows(claimed, bad.claimed) and shows(derived, bad.derived) and bad.severity in (None, severity)
        for claimed, derived, severity in told
    ), told


@pytest.mark.parametrize(("rule", "good"), GOOD)
def test_a_good_example_is_not_broken_and_comes_out_as_it_says(rule: Rule, good: Good) -> None:
    outcomes = [check.outcome for check in checks(rule, good)]
    assert "broken" not in outcomes
    assert outcomes == [] if good.outcome is None else good.outcome in outcomes


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_a_rule_explains_itself(rule: Rule) -> None:
    starts = [re.search(rf"^{section}\s+\S", rule.page, re.MULTILINE) for section in SECTIONS]
    assert all(starts), "the page needs the sections " + " ".join(SECTIONS)
    assert [start.start() for start in starts if start] == sorted(start.start() for start in starts if start)
    assert rule.title.zh and rule.title.en and "错误的" not in rule.says.zh
    assert isinstance(rule.says, Say)


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_a_rule_can_be_shown_on_a_chinese_console(rule: Rule) -> None:
    for text in (rule.title.zh, rule.says.zh, rule.page):
        text.encode("gbk")


@pytest.mark.parametrize("rule", [rule for rule in all_rules() if rule.family != "DOC"], ids=lambda rule: rule.code)
def test_a_rule_has_examples_of_both_kinds(rule: Rule) -> None:
    assert rule.bad and rule.good


def test_a_rule_is_named_by_code_prefix_name_and_title() -> None:
    rule = all_rules()[0]
    for handle in (rule.code, rule.code.lower(), rule.family, rule.name, rule.title.zh, "ALL"):
        assert rule in selected(all_rules(), [handle])
        assert rule not in selected(all_rules(), (), [handle])
