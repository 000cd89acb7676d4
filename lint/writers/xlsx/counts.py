"""按文件汇总 and 按规则汇总: how many findings are listed, and how many checks there were to find them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from lint.check import Outcome, Severity
from lint.decisions.keys import BY_FILE, BY_RULE
from lint.report import FileReport, Report, Result
from lint.say import Language, Say
from lint.settings import Settings
from lint.writers.listing import failures
from lint.writers.text import summary
from lint.writers.words import OUTCOMES, SEVERITIES, called
from lint.writers.xlsx.links import link
from lint.writers.xlsx.sheet import Column, Row, Sheet, Value

_OUTCOMES: tuple[tuple[Outcome, int], ...] = (("holds", 8), ("rounding", 17), ("broken", 8), ("undecided", 11))
_COUNTS = (
    *(Column(say, 8) for say in SEVERITIES.values()),
    Column(Say("已处理", "settled"), 9),
    Column(Say("核对", "checks"), 8),
    *(Column(OUTCOMES[outcome], width) for outcome, width in _OUTCOMES),
)
_FILES = (
    Column(Say("文件", "file"), 40),
    Column(Say("报告年度", "report year"), 11),
    *_COUNTS,
    Column(Say("数字", "figures"), 8),
    Column(Say("核对时用到", "used"), 13),
    Column(Say("没有用到", "not used"), 11),
    Column(Say("备注", "remarks"), 40),
)
_RULES = (Column(Say("规则", "rule"), 10), Column(Say("标题", "title"), 44), *_COUNTS, Column(Say("涉及文件", "files"), 11))
TOTAL = Say("合计", "total")
UNREAD = Say("未能读出", "could not be read")


def by_file(report: Report, settings: Settings) -> Sheet:
    """A row for every file, and a total; below it what a run says at its end."""
    language = settings.language
    rows = [_file(file, settings) for file in report.files]
    listed = [result for file in report.files for result in _shown(file, settings)]
    seen, bound, _ = report.coverage()
    if len(rows) > 1:
        results = [result for file in report.files for result in file.results]
        total: tuple[Value, ...] = (TOTAL.text(language), None, *_counted(listed, results), seen, bound, seen - bound, None)
        rows.append(Row(total, strong=True))
    return Sheet(BY_FILE, _FILES, tuple(rows), tuple(summary(report, language)), language)


def _file(file: FileReport, settings: Settings) -> Row:
    language = settings.language
    seen, bound, _ = file.coverage()
    values: tuple[Value, ...] = (
        called(file.document.path).text(language),
        file.year.value if file.year else None,
        *_counted(list(_shown(file, settings)), file.results),
        seen,
        bound,
        seen - bound,
        "\n".join(_remarks(file, language)) or None,
    )
    target = link(file.document, None)
    return Row(values, links={0: target} if target else {})


def _remarks(file: FileReport, language: Language) -> Iterator[str]:
    """Why the counts of a file are not the whole truth."""
    if file.unread:
        yield UNREAD.text(language)
    yield from failures(file, language)


def _shown(file: FileReport, settings: Settings) -> Iterator[Result]:
    """The findings of a file that have a row in the list."""
    return (result for result in file.findings() if result.listed and (result.is_open or settings.show_decided))


def by_rule(report: Report, settings: Settings) -> Sheet:
    """A row for every rule that had something to look at, in the order of codes."""
    language = settings.language
    made: dict[str, list[Result]] = {}
    listed: dict[str, list[Result]] = {}
    files: dict[str, set[int]] = {}
    for file in report.files:
        for result in file.results:
            made.setdefault(result.code, []).append(result)
        for result in _shown(file, settings):
            listed.setdefault(result.code, []).append(result)
            files.setdefault(result.code, set()).add(file.number)
    rows = tuple(
        Row((code, made[code][0].title.text(language), *_counted(listed.get(code, []), made[code]), len(files.get(code, ()))))
        for code in sorted(made)
    )
    return Sheet(BY_RULE, _RULES, rows, language=language)


def _counted(listed: Sequence[Result], results: Iterable[Result]) -> tuple[int, ...]:
    """The findings of the list by severity, those that decisions have settled, the checks, and these by outcome."""
    severities: Counter[Severity] = Counter(result.severity for result in listed if result.is_open)
    outcomes: Counter[Outcome] = Counter()
    settled = 0
    for result in results:
        outcomes[result.outcome] += 1
        settled += result.is_finding and not result.is_open
    return (
        *(severities[severity] for severity in SEVERITIES),
        settled,
        outcomes.total(),
        *(outcomes[outcome] for outcome, _ in _OUTCOMES),
    )
