"""What was read from a file, drawn for people: outline, score trees, tables with their roles, every figure with its checks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from lint.check import Outcome
from lint.document import Block, Document, Table
from lint.facts import Facts
from lint.facts.periods import Period
from lint.facts.scores.nodes import Node
from lint.facts.scores.target import Target
from lint.facts.scores.tree import Tree
from lint.facts.subject import Subject
from lint.facts.tables.columns import Column
from lint.facts.tables.labels import rank
from lint.facts.tables.sheets import Sheet
from lint.facts.years import ReportYear
from lint.figure import QUANTITIES, Figure
from lint.place import Span
from lint.report import FileReport, Result
from lint.say import Language, Say
from lint.writers.words import KINDS, OUTCOMES, PERIODS, called, shortened, where

WIDEST = 60
"""Characters of a paragraph or cell that are shown."""
HEAD = Say("{path}  {format}  {encoding}{length}字", "{path}  {format}  {encoding}{length} characters")
YEAR = Say("报告年度{year}（{evidence}）", "report year {year} ({evidence})")
SIGN = Say("  另见{year}年：{evidence}  {place}", "  also {year}: {evidence}  {place}")
DOUBT = Say("  与年度有关的各项不下结论：{doubt}", "  nothing is held against it: {doubt}")
SPAN = Say("{since}—{year}", "{since}–{year}")
DATED = Say("{year}（{source}{quote}）", "{year} ({source}{quote})")
NO_YEAR = Say("报告年度未能判断", "report year not found")
RUBRIC = Say("评分细则：{name}（{id}，{evidence}）", "scoring table: {name} ({id}, {evidence})")
NO_RUBRIC = Say("评分细则：没有选用（--rubric 可以指定）", "scoring table: none (--rubric names one)")
OFFICE = Say("单位：{name}", "office: {name}")
PROJECT = Say("项目：{name}", "project: {name}")
UNIT = Say("实施单位：{name}", "carried out by: {name}")
BLOCKS = Say(
    "段落{blocks}个，表格{tables}个（行首的 # 是标题的级别，原文没有）",
    "{blocks} paragraphs, {tables} tables (# marks the level of a heading; the file has none)",
)
TABLE = Say("表格{height}行{width}列", "table, {height} rows, {width} columns")
FORM = Say("  表样：{name}", "  form: {name}")
COLUMNS = Say("列：", "columns: ")
TOTALS = Say("合计行：", "total lines: ")
SCORES = Say("得分（得分/满分）：", "scores (awarded/full):")
INDICATORS = Say("指标（{target} → {done}，得分/满分）：", "indicators ({target} → {done}, awarded/full):")
MET: Mapping[bool | None, Say] = {
    True: Say("达到", "met"),
    False: Say("没有达到", "missed"),
    None: Say("看不出是否达到", "cannot be told"),
}
CLAIMED = Say("总分", "total")
FIGURES = Say(
    "数字{count}个，核对时用到{bound}个：位置、原文、类型、名称、期间、核对",
    "{count} figures, {bound} used in checks: place, printed, kind, name, period, checks",
)
UNBOUND = Say("没有用到", "not used")
ROLES: Mapping[str, Say] = {
    "amount": Say("数额", "amount"),
    "rate": Say("比率", "rate"),
    "change": Say("增减", "change"),
    "score": Say("分数", "score"),
    "count": Say("数量", "count"),
    "average": Say("均值", "average"),
    "index": Say("序号", "index"),
}
SIDES: Mapping[str, Say] = {"plan": Say("预算", "plan"), "actual": Say("执行", "actual")}


def drawn(facts: Facts, report: FileReport, language: Language) -> Iterator[str]:
    """The lines of the drawing."""
    document = report.document
    encoding = f"{document.encoding}  " if document.encoding else ""
    yield HEAD.of(path=called(document.path), format=document.format, encoding=encoding, length=len(document.text)).text(language)
    year = facts.report_year
    yield (YEAR.of(year=year.value, evidence=year.evidence) if year else NO_YEAR).text(language)
    yield from _signs(year, document, language) if year else ()
    yield from _subject(facts.subject, language)
    if facts.scores:
        yield _rubric(report, language)
        if report.rubric is None and facts.nearest_rubric:
            yield f"  {facts.nearest_rubric.text(language)}"
    yield ""
    yield from _parts(facts, document, language)
    for tree in facts.scores:
        yield ""
        yield from _tree(tree, language)
    if targets := [found for found in facts.indicators if isinstance(found, Target)]:
        yield ""
        yield from _targets(targets, language)
    yield ""
    yield from _figures(facts, report, language)


def _rubric(report: FileReport, language: Language) -> str:
    chosen = report.rubric
    return (RUBRIC.of(name=chosen.name, id=chosen.id, evidence=chosen.evidence) if chosen else NO_RUBRIC).text(language)


def _signs(year: ReportYear, document: Document, language: Language) -> Iterator[str]:
    """What else speaks for the report year or against it, and why it may be doubted."""
    for sign in year.signs[1:]:
        place = where(document.place(sign.span)) if sign.span else ""
        yield SIGN.of(year=sign.year, evidence=sign.told, place=place).text(language).rstrip()
    if year.doubt:
        yield DOUBT.of(doubt=year.doubt).text(language)


def _subject(subject: Subject, language: Language) -> Iterator[str]:
    if subject.office:
        yield OFFICE.of(name=subject.office).text(language)
    if subject.project:
        yield PROJECT.of(name=subject.project).text(language)
    if subject.unit:
        yield UNIT.of(name=subject.unit).text(language)


def _parts(facts: Facts, document: Document, language: Language) -> Iterator[str]:
    """Paragraphs and tables in reading order; below each table what its columns and lines were taken for."""
    yield BLOCKS.of(blocks=len(document.blocks), tables=len(document.tables)).text(language)
    sheets = facts.tables.sheets if facts.tables else ()
    forms = {form.span.start: form.template.name for form in facts.tables.forms} if facts.tables else {}
    parts: list[Block | Table] = [*document.blocks, *document.tables]
    for part in sorted(parts, key=lambda part: part.span):
        place = where(document.place(part.span)).text(language)
        if isinstance(part, Block):
            yield f"{place}  {'#' * part.depth + ' ' if part.depth else ''}{shortened(document.quote(part.span), WIDEST)}"
            continue
        form = FORM.of(name=forms[part.span.start]).text(language) if part.span.start in forms else ""
        yield f"{place}  {TABLE.of(height=part.height, width=part.width).text(language)}{form}"
        for row in part.rows():
            yield "    " + " | ".join(shortened(document.quote(cell.span), WIDEST // 3) for cell in row)
        for sheet in sheets:
            if sheet.is_of(part):
                yield from _sheet(sheet, language)


def _sheet(sheet: Sheet, language: Language) -> Iterator[str]:
    between = "、" if language == "zh" else ", "
    if sheet.columns:
        yield "  " + COLUMNS.text(language) + between.join(_column(column, language) for column in sheet.columns)
    totals = [line.label for panel in sheet.panels for line in panel.lines if rank(line)]
    if totals:
        yield "  " + TOTALS.text(language) + between.join(totals)


def _column(column: Column, language: Language) -> str:
    words = [ROLES[column.role].text(language)]
    words += [SIDES[column.side].text(language)] if column.side else []
    words += [str(column.year)] if column.year else []
    return f"{column.name or column.index + 1}〔{' '.join(words)}〕"


def _tree(tree: Tree, language: Language) -> Iterator[str]:
    """A score tree with the totals that are claimed for it."""
    claims = [f"{CLAIMED.text(language)} {_marks(total.awarded, total.full)}" for total in tree.totals]
    yield "  ".join([SCORES.text(language), *claims])
    yield from _nodes(tree.nodes, "")


def _nodes(nodes: Sequence[Node], indent: str) -> Iterator[str]:
    for index, node in enumerate(nodes):
        last = index == len(nodes) - 1
        yield f"{indent}{'└─' if last else '├─'} {shortened(node.name, WIDEST // 2)}  {_marks(node.awarded, node.full)}"
        yield from _nodes(node.children, indent + ("   " if last else "│  "))


def _marks(awarded: Figure | None, full: Figure | None) -> str:
    return f"{awarded.number.printed if awarded else '—'}/{full.number.printed if full else '—'}"


def _targets(targets: Sequence[Target], language: Language) -> Iterator[str]:
    """The rows of indicator tables: what was asked for, what came of it, whether that is enough, and the score."""
    yield INDICATORS.of(target=targets[0].heads[0], done=targets[0].heads[1]).text(language)
    for found in targets:
        met = MET[found.is_met].text(language)
        yield f"{found.name}  {found.wanted} → {found.came}  {met}  {_marks(found.awarded, found.full)}"


def touched(report: FileReport) -> dict[Span, list[Result]]:
    """The results that each figure takes part in, by its span."""
    found: dict[Span, list[Result]] = {}
    for result in report.results:
        for span in {figure.span for figure in result.check.figures()}:
            found.setdefault(span, []).append(result)
    return found


def _figures(facts: Facts, report: FileReport, language: Language) -> Iterator[str]:
    document = report.document
    results = touched(report)
    bound = sum(figure.span in results for figure in facts.figures if figure.kind in QUANTITIES)
    yield FIGURES.of(count=len(facts.figures), bound=bound).text(language)
    for figure in facts.figures:
        words = [where(document.place(figure.span)).text(language), shortened(document.quote(figure.span), WIDEST)]
        words += [KINDS[figure.kind].text(language), figure.name, dated(facts.periods.get(figure.span), language)]
        if figure.span in results:
            words.append(_checks(results[figure.span], language))
        elif figure.kind in QUANTITIES:
            words.append(UNBOUND.text(language))
        yield "  ".join(words).rstrip()


def dated(period: Period | None, language: Language) -> str:
    """2021（本句“2021年”）: the year that a figure is about, and what says so."""
    if period is None:
        return ""
    years = SPAN.of(since=period.since, year=period.year) if period.since < period.year else period.year
    quote = f"“{period.told}”" if period.told else ""
    return DATED.of(year=years, source=PERIODS[period.source], quote=quote).text(language)


def _checks(results: Sequence[Result], language: Language) -> str:
    """SUM003 相符、RAT006 不符: every rule with what came of it, how often where more than once."""
    counts: Counter[tuple[str, Outcome]] = Counter((result.code, result.outcome) for result in results)
    told = [f"{code} {OUTCOMES[outcome].text(language)}{f'×{count}' if count > 1 else ''}" for (code, outcome), count in counts.items()]
    return ("、" if language == "zh" else ", ").join(told)
