"""For people: what is new, what remains, what was fixed, which figures changed, the scores before and after; last what was looked at."""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import working
from lint.compare.record import Fate, Lot, Versions
from lint.report import FileReport, Report, Result
from lint.say import Say
from lint.settings import Settings
from lint.writers import text
from lint.writers.compare.figures import listed
from lint.writers.compare.scores import table
from lint.writers.compare.told import COLON, Told, documents
from lint.writers.compare.words import LOTS, WHYS
from lint.writers.listing import FINGERPRINT
from lint.writers.text import BOLD, COLORS, INDENT, PLAIN
from lint.writers.words import SEVERITIES, called, context

ORDER: tuple[Lot, ...] = ("new", "remains", "lost", "fixed")
"""What a reviewer must look at first."""

DRAFTS = Say("旧稿 {old} → 新稿 {new}", "old {old} → new {new}")
ALONE = Say("旧稿 {old}：新的一套材料中没有对应的文件", "old {old}: no file of the new version is its draft")
FRESH = Say("新稿 {new}：旧的一套材料中没有对应的文件", "new {new}: no file of the old version is its draft")
HEAD = Say("{lot} {count}条", "{lot}: {count}")
OLD, NEW = Say("旧稿", "old"), Say("新稿", "new")
QUOTED = Say("{draft}（{place}）：{quote}", "{draft} ({place}): {quote}")
CHANGED = Say("改动：{figures}", "changed: {figures}")
NOW = Say("现在{outcome}", "now {outcome}")
AGAIN = Say("同样的数现在相符：{claimed}，{working}", "the same figures agree now: {claimed}, {working}")
UNMOVED = Say("{why}（有关的数都没有改）", "{why} (none of its figures changed)")
TOTAL = Say(
    "旧稿的问题{old}条：已改正{fixed}（重算相符{agrees}），仍在{remains}（数字已改{changed}），无法再核对{lost}；新稿新出现{new}条",
    "findings of the old draft: {old}; fixed {fixed} (now agreeing {agrees}), still there {remains} (numbers changed {changed}), no longer checkable {lost}; new in the new draft: {new}",
)
GRADED = Say("（错误{error}，警告{warning}，提示{info}）", " (error {error}, warning {warning}, info {info})")
UNSHOWN = Say("；其中{count}条已有处理意见或低于所设的级别，没有列出", "; {count} of these decided or below what was asked for, not listed")
UNPAIRED = Say("；没有对应文件的旧稿{old}个、新稿{new}个", "; files without their like: old {old}, new {new}")


def write(versions: Versions, settings: Settings) -> str:
    """File by file: findings by what became of them, figures, scores; then the counts, with `quiet` these alone."""
    lines: list[str] = []
    if not settings.quiet:
        olds, news = documents(versions)
        for file in versions.files:
            lines += [*_file(Told(file, olds, news, settings)), ""]
    return "\n".join([*lines, *_summary(versions, settings), ""])


def _file(told: Told) -> Iterator[str]:
    """One pair of drafts; of a file without its like the findings alone, and of an old one not even these."""
    old, new = told.file.old, told.file.new
    names = {"old": called(old.document.path) if old else "", "new": called(new.document.path) if new else ""}
    title = told.say((DRAFTS if old and new else ALONE if old else FRESH).of(**names))
    yield f"{BOLD}{title}{PLAIN}" if told.settings.color else title
    for lot in ORDER if new else ():
        if fates := [fate for fate in told.file.of(lot) if _is_shown(fate.result, told.settings)]:
            yield ""
            yield told.say(HEAD.of(lot=LOTS[lot], count=len(fates)))
            for fate in fates:
                yield from _fate(told, fate)
    if old and new:
        yield ""
        yield from listed(told)
        if told.settings.passes or next(told.file.moves(), None):
            yield from table(told.file, told.settings.language, whole=told.settings.passes)


def _is_shown(result: Result, settings: Settings) -> bool:
    return result.listed and (result.is_open or settings.show_decided)


def _fate(told: Told, fate: Fate) -> Iterator[str]:
    """A finding with its place in either draft, and what became of it."""
    result = fate.result
    severity = told.say(SEVERITIES[result.severity])
    if told.settings.color:
        severity = f"{COLORS[result.severity]}{severity}{PLAIN}"
    yield f"  {severity}  {result.code}  {told.say(result.title)}  [{result.fingerprint[:FINGERPRINT]}]"
    if fate.old is not None and fate.old.is_finding and fate.lot != "remains":
        yield from _quoted(told, OLD, told.file.old, fate.old)
    if fate.new is not None:
        yield from _quoted(told, NEW, told.file.new, fate.new)
    yield INDENT + told.say(result.message)
    if fate.why == "changed":
        yield f"{INDENT}→ {told.say(COLON.of(lead=why(fate), rest=told.moves(fate)))}"
        return
    if fate.why != "same":
        yield f"{INDENT}→ {told.say(why(fate))}"
    if fate.moves:
        yield INDENT + told.say(CHANGED.of(figures=told.moves(fate)))


def why(fate: Fate) -> Say:
    """What became of a finding; where its relation stands in the new draft, how it comes out there."""
    usual = WHYS[fate.lot, fate.why]
    if fate.again is not None:
        return AGAIN.of(claimed=fate.again.claimed, working=working(fate.again.claimed, fate.again.formula))
    if fate.new is not None and (fate.lot, fate.why) in (("fixed", "agrees"), ("lost", "undecided")):
        return NOW.of(outcome=fate.new.message)
    return UNMOVED.of(why=usual) if (fate.lot, fate.why) == ("lost", "unchecked") and not fate.moves else usual


def _quoted(told: Told, draft: Say, report: FileReport | None, result: Result) -> Iterator[str]:
    """Where a check stands in a draft, and its sentence."""
    span = result.check.span
    if span is not None and report is not None:
        before, quote, after = context(report.document, span)
        yield INDENT + told.say(QUOTED.of(draft=draft, place=told.place(report, span), quote=f"{before}【{quote}】{after}"))


def _summary(versions: Versions, settings: Settings) -> Iterator[str]:
    """What became of all findings, and last of either version what was checked in it."""
    language = settings.language
    lots, whys = versions.lots(), versions.whys()
    counts = {
        "old": lots["fixed"] + lots["remains"] + lots["lost"],
        "agrees": whys["fixed", "agrees"],
        "changed": whys["remains", "changed"],
    }
    told = TOTAL.of(**counts, **{lot: lots[lot] for lot in LOTS}).text(language)
    fresh = [fate.result for file in versions.files for fate in file.of("new")]
    if fresh:
        told += GRADED.of(**{name: sum(result.severity == name for result in fresh) for name in SEVERITIES}).text(language)
    if hidden := len(fresh) - sum(1 for _ in versions.open()):
        told += UNSHOWN.of(count=hidden).text(language)
    alone = {"old": sum(file.new is None for file in versions.files), "new": sum(file.old is None for file in versions.files)}
    if any(alone.values()):
        told += UNPAIRED.of(**alone).text(language)
    yield told
    for draft, files in ((OLD, [file.old for file in versions.files]), (NEW, [file.new for file in versions.files])):
        checked = list(text.summary(Report(tuple(report for report in files if report)), language))[-1]
        yield COLON.of(lead=draft, rest=checked).text(language)
