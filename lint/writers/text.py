"""For people at a terminal: one block per finding, and always last what was looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from lint.check import Related, Role, Severity
from lint.decision import VERDICTS
from lint.document import Document
from lint.figure import QUANTITIES
from lint.report import Report, Result
from lint.say import Language, Say
from lint.settings import Settings
from lint.writers.culprits import Words
from lint.writers.listing import DECISION, FINGERPRINT, NOTE, failures, listed, notes, position
from lint.writers.words import OUTCOMES, ROLES, SEVERITIES, called, context, opinion, where

INDENT = "    "
MOST_RELATED = 6
"""How many related figures a finding lists; the working has them all."""
_PAIRS = (("“", "”"), ("(", ")"), ("（", "）"))
TELLING: frozenset[Role] = frozenset(("current", "prior", "delta", "rate", "budget", "actual", "total", "whole"))
"""Roles that tell figures of one name apart."""
SIGNS = "=＝÷×+-－ "
"""Signs of an equation that stand before its figures are no names."""
BOLD, PLAIN = "\033[1m", "\033[0m"
COLORS: dict[Severity, str] = {"error": "\033[31m", "warning": "\033[33m", "info": "\033[36m"}

WORKING = Say("计算：", "working: ")
RELATED = Say("相关：", "related: ")
FILES = Say("{files}个文件：", "files: {files}; ")
UNREAD = Say("未能读出{count}个（{names}），", "could not be read: {count} ({names}); ")
UNFINISHED = Say(
    "有{count}项检查因内部错误没有完成，结果不完整；其余检查：",
    "{count} checks did not finish (internal error), the result is incomplete; of the others: ",
)
MOST_UNREAD = 5
"""How many unreadable files the counts name."""
FOUND = Say("问题{all}条：错误{error}，警告{warning}，提示{info}", "findings: {all} (error {error}, warning {warning}, info {info})")
NONE_FOUND = Say("核对过的地方没有发现问题", "no findings among what was checked")
NONE_LISTED = Say("没有要列出的问题", "no findings to list")
FOLDED = Say("另有{count}条由它们引起", "{count} more follow from them")
UNLISTED = Say("另有{count}条低于所设的级别或把握，没有列出", "{count} below the least severity or confidence asked for, not listed")
UNCHANGED = Say("与所比版本相同而没有列出的问题{count}条", "as in the revision compared with, not listed: {count}")
NO_VERDICT = Say("没有得出结论", "no verdict")
NOT_CHECKED = Say("没有可核对的内容（读到数字{seen}个）", "nothing to check ({seen} figures read)")
CHECKED = Say(
    "核对{all}处：相符{holds}，按四舍五入相符{rounding}，不符{broken}，无法核对{undecided}",
    "checks: {all} (hold {holds}, hold by rounding {rounding}, broken {broken}, undecided {undecided})",
)
NOTHING = Say("没有核对任何数字关系", "nothing was checked: no relation between figures was found")
FIGURES = Say("数字{seen}个：核对时用到{bound}个，没有用到{unchecked}个", "figures: {seen} (used in checks {bound}, not used {unchecked})")


RUBRIC = Say(
    "评分细则：{name}（{id}，{evidence}；--rubric 可另行指定）",
    "scoring table: {name} ({id}, {evidence}; --rubric names another)",
)
RUBRIC_OF = Say(
    "评分细则：{name}（{id}）用于{count}个文件，-f json 列出每个文件选用的依据",
    "scoring table: {name} ({id}) for {count} files; -f json tells why for each",
)
ALL_DECIDED = Say("没有待处理的问题", "no findings without a decision")
DECIDED = Say(
    "已有处理意见{all}（误报{false_alarm}，不适用{not_applicable}，属实{confirmed}，已改{fixed}；基线{baseline}；到期{expired}；失效{stale}）",
    "decided: {all} (false alarm {false_alarm}, not applicable {not_applicable}, confirmed {confirmed}, fixed {fixed}; baseline {baseline}; expired {expired}; stale {stale})",
)
MOVED = Say("疑似同一处待确认{count}", "to be confirmed: {count}")
STALE = Say(
    "“{book}”中有{count}条处理意见失效（问题已不在，或者数字已改），可用 gouji decide prune 查看并清理",
    "{count} decisions in “{book}” are stale (the finding is gone or its numbers changed): see and remove them with gouji decide prune",
)
GONE = Say(
    "“{book}”的基线中有{count}条已不在，可用 gouji decide baseline … -o “{book}” 更新",
    "{count} entries of the baseline “{book}” are gone: bring it up to date with gouji decide baseline … -o “{book}”",
)


def write(report: Report, settings: Settings) -> str:
    """Findings by file in reading order, other checks with `passes`, then the counts; with `quiet` the counts alone.

    Findings that a decision has settled are counted, and shown with `show_decided`.
    """
    lines: list[str] = []
    if not settings.quiet:
        documents = [file.document for file in report.files]
        accounts = Accounts()
        for file, found in listed(report, settings):
            words = Words(documents, file.number, settings.language)
            for item in found:
                lines += _block(file.document, item.result, documents, settings)
                lines += [INDENT + line for line in accounts.lines(item.result, words, item.followers)]
                lines.append("")
            for failure in failures(file, settings.language):
                lines += [f"{called(file.document.path).text(settings.language)}  {failure}", ""]
        if passes := list(agreed(report, settings)):
            lines += [*passes, ""]
    return "\n".join([*lines, *summary(report, settings.language), ""])


class Accounts:
    """The lines on who is to blame, told in full with the first finding of a group and by its fingerprint with the others."""

    def __init__(self) -> None:
        self._first: dict[int, str] = {}

    def lines(self, result: Result, words: Words, followers: Sequence[tuple[int, Result]]) -> Iterator[str]:
        if result.account is not None:
            first = self._first.setdefault(id(result.account), result.fingerprint)
            yield from words.account(result.account, FINGERPRINT, "" if first == result.fingerprint else first)
        if followers:
            yield words.following(followers)


def _block(document: Document, result: Result, documents: Sequence[Document], settings: Settings) -> Iterator[str]:
    language, check = settings.language, result.check
    severity = SEVERITIES[result.severity].text(language)
    if settings.color:
        severity = f"{COLORS[result.severity]}{severity}{PLAIN}"
    yield f"{position(document, result, language)}  {severity}  {result.code}  {result.title.text(language)}  [{result.fingerprint[:FINGERPRINT]}]"
    if check.span is not None:
        before, quote, after = context(document, check.span)
        marked = f"{BOLD}【{quote}】{PLAIN}" if settings.color else f"【{quote}】"
        yield f"{INDENT}{before}{marked}{after}"
    yield from (INDENT + line for line in details(document, result, documents, language))


def details(document: Document, result: Result, documents: Sequence[Document], language: Language) -> Iterator[str]:
    """What is said of a check: its message, the working, the figures that take part, notes, and the decision on it."""
    check = result.check
    yield result.message.text(language)
    if is_worked(result, language):
        yield f"{WORKING.text(language)}{check.working}"
    if check.related:
        yield f"{RELATED.text(language)}{_related(document, check.related, documents, language)}"
    for note in notes(result):
        yield f"{NOTE.text(language)}{note.text(language)}"
    if result.decided:
        yield f"{DECISION.text(language)}{opinion(result.decided.decision, result.decided.state, language)}"


def is_worked(result: Result, language: Language) -> bool:
    """Whether there is a working to be shown beside the message, which does not tell it."""
    relation = result.check.relation
    equation = relation is not None and relation.operator == "=" and len(relation.formula.figures()) > 1
    return equation and result.check.working not in result.message.text(language)


def _related(document: Document, related: tuple[Related, ...], documents: Sequence[Document], language: Language) -> str:
    """The related figures with their places; those of other files with their names."""
    told = []
    labels = Counter(label(item) for item in related)
    for item in related[:MOST_RELATED]:
        name, printed, place = told_of(item, labels, document, documents, language)
        told.append(f"{name}【{printed}】（{place}）" if language == "zh" else f"{name} [{printed}] ({place})")
    if len(related) > MOST_RELATED:
        told.append("…")
    return ("；" if language == "zh" else "; ").join(told)


def told_of(
    item: Related, labels: Mapping[str, int], document: Document, documents: Sequence[Document], language: Language
) -> tuple[str, str, str]:
    """Name, print and place of a figure of a check that stands in a document; `labels` counts the figures of the check by their labels."""
    name = label(item)
    if not name or (item.role in TELLING and labels[name] > 1):
        name = ROLES[item.role].text(language)
    home = documents[item.figure.file]
    place = where(home.place(item.figure.span)).text(language)
    if home is not document:
        place = f"{called(home.path).text(language)} {place}"
    return name, str(item.figure) if item.figure.kind in QUANTITIES else home.quote(item.figure.span), place


def label(item: Related) -> str:
    """What a related figure is called: no signs at the ends but those of a pair within, and a quote that was cut off put back, no words before a bracket left open."""
    bare = (item.label or item.figure.name).strip(SIGNS)
    for opening, closing in _PAIRS:
        if bare.count(opening) < bare.count(closing):
            bare = opening + bare
        if bare.count(opening) > bare.count(closing):
            bare = bare.rpartition(opening)[2].strip(SIGNS)
    return bare


def agreed(report: Report, settings: Settings) -> Iterator[str]:
    """One line for each check that is no finding: for all with `passes`, else for those that are listed."""
    for file in report.files:
        for result in file.results:
            if not result.is_finding and (settings.passes or result.listed):
                at = position(file.document, result, settings.language)
                yield f"{at}  {result.code}  {_quoted(file.document, result)}{result.message.text(settings.language)}"


def _quoted(document: Document, result: Result) -> str:
    span = result.check.span
    return f"【{context(document, span)[1]}】" if span is not None else ""


def summary(report: Report, language: Language) -> Iterator[str]:
    """The scoring tables used, then the counts."""
    yield from _rubrics(report, language)
    yield from counts(report, language)


def counts(report: Report, language: Language) -> Iterator[str]:
    """What was found and decided, and the last line: what was checked and what was not."""
    severities, followers = report.listed(), [result for results in report.followers().values() for _, result in results]
    unlisted, unchanged = report.unlisted(), report.unchanged()
    severities.subtract(result.severity for result in followers)
    unread = [called(file.document.path).text(language) for file in report.files if file.unread]
    outcomes = report.relations()
    seen, bound, _ = report.coverage()
    found = NOT_CHECKED.of(seen=seen)
    if outcomes:
        found = NONE_FOUND if outcomes.total() > outcomes["undecided"] else NO_VERDICT
    if severities.total():
        found = FOUND.of(all=severities.total(), **{name: severities[name] for name in SEVERITIES})
    elif unlisted or unchanged:
        found = NONE_LISTED
    elif report.severities():
        found = ALL_DECIDED
    names = ("、" if language == "zh" else ", ").join(unread[:MOST_UNREAD]) + ("…" if len(unread) > MOST_UNREAD else "")
    lost = UNREAD.of(count=len(unread), names=names).text(language) if unread else ""
    hidden = [FOLDED.of(count=len(followers)).text(language)] if followers else []
    hidden += [UNLISTED.of(count=unlisted).text(language)] if unlisted else []
    failed = sum(len(file.problems) for file in report.files)
    unfinished = UNFINISHED.of(count=failed).text(language) if failed else ""
    separator = "；" if language == "zh" else "; "
    yield (
        FILES.of(files=len(report.files)).text(language)
        + lost
        + unfinished
        + separator.join((found.text(language), *hidden, *_decided(report, language)))
    )
    for ledger in report.ledgers:
        drawn = sum(decision.verdict == "baseline" for decision in ledger.stale)
        for told, count in ((STALE, len(ledger.stale) - drawn), (GONE, drawn)):
            if count:
                yield told.of(book=ledger.book.path, count=count).text(language)
    each: dict[str, object] = {name: outcomes[name] for name in OUTCOMES}
    checked = CHECKED.of(all=outcomes.total(), **each) if outcomes else NOTHING
    figures = FIGURES.of(seen=seen, bound=bound, unchecked=seen - bound)
    yield separator.join(told.text(language) for told in (checked, figures, *([UNCHANGED.of(count=unchanged)] if unchanged else [])))


def _rubrics(report: Report, language: Language) -> Iterator[str]:
    """One line for each scoring table that files were checked by."""
    used = Counter(file.rubric.id for file in report.files if file.rubric)
    first = {file.rubric.id: file.rubric for file in reversed(report.files) if file.rubric}
    for name, count in used.items():
        chosen = first[name]
        told = (RUBRIC if count == 1 else RUBRIC_OF).of(name=chosen.name, id=name, count=count, evidence=chosen.evidence)
        yield told.text(language)


def _decided(report: Report, language: Language) -> Iterator[str]:
    """How many findings have a decision, where there is a book of them, and how many decisions are to be confirmed."""
    if report.ledgers:
        verdicts, states = report.decided(), report.states()
        counts: dict[str, object] = {verdict.replace("-", "_"): verdicts[verdict] for verdict in VERDICTS}
        yield DECIDED.of(all=verdicts.total(), expired=states["expired"], stale=states["stale"], **counts).text(language)
        if states["moved"]:
            yield MOVED.of(count=states["moved"]).text(language)
