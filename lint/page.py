"""The page of a rule as data: what its file says of it, what its examples come to, and how right it was on the corpus."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from lint.check import Outcome
from lint.example import results
from lint.measured import Measured, measured
from lint.number import plain
from lint.rule import Bad, Good, Precision, Reach, Rule, Status
from lint.say import Language, Say
from lint.writers.words import ROLES, SEVERITIES

STATUSES: dict[Status, Say] = {
    "stable": Say("正式", "stable"),
    "preview": Say("试用：用 --select 点名才运行", "preview: runs only where it is selected"),
}
REACHES: dict[Reach, Say] = {
    "file": Say("一份文件之内", "within one file"),
    "both": Say("一份文件之内，以及一套材料的各文件之间", "within a file and between the files of a submission"),
    "whole": Say("一份文件或者一整套材料", "a file, or a submission as a whole"),
    "files": Say("一套材料的各文件之间", "between the files of a submission"),
}
POLICIES: dict[Precision, Say] = {
    "exact": Say("逐位相等，不放宽", "digit for digit"),
    "rounded": Say(
        "印出的数按末位四舍五入的范围比较，范围相交即相符；分数、人数、写到分的元必须相等",
        "printed digits stand for what rounds to them; scores, people and 元 printed to the 分 must be equal",
    ),
    "ratio": Say(
        "按末位四舍五入的范围比较，只差末位一个单位的作为提示",
        "printed digits stand for what rounds to them; off by one in the last place is information only",
    ),
    "order": Say("按印出的数比较大小", "larger or smaller as printed"),
    "none": Say("不比较数值", "no numbers are compared"),
}
NO_NEED = Say("不需要其他数", "no other figure")
OR = Say("或", " or ")
PLANTED = Say(
    "语料中应报{planted}处，报出{found}处（查全率{recall}）；误报{alarms}处（查准率{precision}）；另核对相符{agreed}处",
    "on the corpus {found} of {planted} planted were found (recall {recall}), {alarms} false alarms (precision {precision}), {agreed} claims confirmed",
)
NOT_PLANTED = Say(
    "语料中没有这类问题，误报{alarms}处；核对相符{agreed}处", "none planted in the corpus, {alarms} false alarms, {agreed} claims confirmed"
)
NOT_MEASURED = Say("还没有在语料上测量", "not measured on the corpus yet")


@dataclass(frozen=True, slots=True)
class Example:
    """An example executed: whether the rule must flag it, the text (and that of a file beside it, and of the settings), the outcome, what the rule says."""

    bad: bool
    text: str
    beside: str
    settings: str
    outcome: Outcome | None
    message: str


@dataclass(frozen=True)
class Page:
    """Everything a reader may want to know of a rule, in one language; the explanation itself is Chinese."""

    code: str
    name: str
    title: str
    title_en: str
    severity: str
    severity_name: str
    status: str
    status_name: str
    since: str
    reach: str
    what: str
    why: str
    handling: str
    limits: str
    precision: tuple[str, ...]
    needs: tuple[str, ...]
    examples: tuple[Example, ...]
    measured: str


def page_of(rule: Rule, language: Language) -> Page:
    """The page of a rule, its examples executed."""
    what, why, handling, limits = rule.sections().values()
    return Page(
        code=rule.code,
        name=rule.name,
        title=rule.title.text(language),
        title_en=rule.title.en,
        severity=rule.severity,
        severity_name=SEVERITIES[rule.severity].text(language),
        status=rule.status,
        status_name=STATUSES[rule.status].text(language),
        since=rule.since,
        reach=REACHES[rule.reach].text(language),
        what=what,
        why=why,
        handling=handling,
        limits=limits,
        precision=tuple(POLICIES[policy].text(language) for policy in rule.precision),
        needs=tuple(_need(need, language) for need in rule.needs) or (NO_NEED.text(language),),
        examples=tuple(_examples(rule, language)),
        measured=_measured(rule, language),
    )


def _need(need: str, language: Language) -> str:
    return OR.text(language).join(ROLES[role].text(language) for role in ROLES if role in need.split("|"))


def _examples(rule: Rule, language: Language) -> Iterator[Example]:
    examples: tuple[Bad | Good, ...] = (*rule.bad, *rule.good)
    for example in examples:
        made = results(rule, example)
        wanted = "broken" if isinstance(example, Bad) else example.outcome
        shown = next((result for result in made if result.outcome == wanted), None)
        message = shown.message.text(language) if shown else ""
        yield Example(isinstance(example, Bad), example.text, example.beside, example.settings, wanted, message)


def _measured(rule: Rule, language: Language) -> str:
    counts = measured().get(rule.code)
    if counts is None:
        return NOT_MEASURED.text(language)
    form = PLANTED if counts.planted else NOT_PLANTED
    return form.of(**_counts(counts)).text(language)


def _counts(counts: Measured) -> dict[str, object]:
    return {
        "planted": counts.planted,
        "found": counts.found,
        "alarms": counts.alarms,
        "agreed": counts.agreed,
        "recall": percent(counts.recall),
        "precision": percent(counts.precision),
    }


def percent(share: Fraction | None) -> str:
    """A share as printed, 98.5%, never rounded up; a dash where there is none."""
    return "—" if share is None else f"{plain(Fraction(int(share * 1000), 10), 1)}%"
