"""Every rule's page and examples: what the file of a rule says of it is what it does."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from lint import readers
from lint.check import Check
from lint.document import Document, Notice
from lint.facts import Facts
from lint.facts.submission import Submission
from lint.given import Given
from lint.readers import Source
from lint.relation import Relation
from lint.report import LANGUAGES, result_of
from lint.rubric.library import shipped
from lint.rule import SECTIONS, Bad, Good, Rule, all_rules, selected
from lint.say import Say

BAD = [pytest.param(rule, bad, id=f"{rule.code}-bad{index}") for rule in all_rules() for index, bad in enumerate(rule.bad)]
GOOD = [pytest.param(rule, good, id=f"{rule.code}-good{index}") for rule in all_rules() for index, good in enumerate(rule.good)]
COVERED: dict[str, set[str]] = {"ratio": {"ratio", "rounded", "exact"}, "rounded": {"rounded", "exact"}}
NOTHING = Document.unread("x.docx", "docx", Notice("empty"))
PLACEHOLDER = re.compile(r"\{\w+\}")


def checks(rule: Rule, example: Bad | Good) -> list[Check]:
    texts = [text for text in (example.text, example.beside) if text] or [""]
    documents = [replace(readers.read(Source("x.txt", text.encode())) if text else NOTHING, notices=example.notices) for text in texts]
    given = Given(example.year, rubric=shipped()[example.rubric] if example.rubric else None)
    files = tuple(Facts(document, given, number) for number, document in enumerate(documents))
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
    assert tuple(rule.sections()) == SECTIONS, "the page needs the sections " + " ".join(SECTIONS)
    assert all(rule.sections().values())
    assert rule.title.zh and rule.title.en and "错误的" not in rule.says.zh
    assert isinstance(rule.says, Say)


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_a_rule_can_be_shown_on_a_chinese_console(rule: Rule) -> None:
    for text in (rule.title.zh, rule.says.zh, rule.page):
        text.encode("gbk")


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_a_rule_has_two_examples_of_either_kind(rule: Rule) -> None:
    assert len(rule.bad) >= 2 and len(rule.good) >= 2


def manner(relation: Relation) -> str:
    """How the numbers of a relation are compared, in the words of a rule's precision."""
    if relation.operator != "=":
        return "order"
    if relation.formula.divides:
        return "ratio"
    exact = relation.exact or all(figure.exact for figure in (relation.claimed, *relation.formula.figures()))
    return "exact" if exact else "rounded"


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_a_rule_compares_as_precisely_as_it_says(rule: Rule) -> None:
    made = [check for example in (*rule.bad, *rule.good) for check in checks(rule, example)]
    found = {manner(check.relation) for check in made if check.relation is not None}
    said = [COVERED.get(policy, {policy}) for policy in rule.precision]
    assert found <= set().union(*said)
    assert not found or all(found & covered for covered in said)


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_what_a_rule_needs_takes_part_in_what_it_decides(rule: Rule) -> None:
    for example in (*rule.bad, *rule.good):
        for check in checks(rule, example):
            roles = {related.role for related in check.related}
            if check.outcome != "undecided":
                assert all(roles & set(need.split("|")) for need in rule.needs), roles


def test_a_rule_is_named_by_code_prefix_name_and_title() -> None:
    rule = all_rules()[0]
    for handle in (rule.code, rule.code.lower(), rule.family, rule.name, rule.title.zh, "ALL"):
        assert rule in selected(all_rules(), [handle])
        assert rule not in selected(all_rules(), (), [handle])
