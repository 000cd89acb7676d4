"""What a report on a whole office, or its list of projects, says of one project, against the project's own form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lint.facts import names
from lint.facts.prose.mention import Mention
from lint.facts.scores.twins import SIDES, Twin
from lint.facts.tables.dating import said_year, year_of
from lint.facts.tables.items import Item, of_stage, title_of
from lint.facts.tables.labels import plain_label, rank
from lint.facts.tables.pair import Pair
from lint.facts.tables.sheets import Line, Sheet
from lint.facts.tables.twice import Twice
from lint.figure import Figure
from lint.outline import mark_of
from lint.pattern import pattern

_KIND = pattern(r"(?:项目|工程|专项)?(?:资金|经费)?$")
_SCORE = pattern(r"(?:该|本|此)?(?:项目)?(?:绩效)?(?:自评)?(?:综合|最终|总)?(?:总?得分|总分|评分|分数)[为是：]?")
_SENTENCE = pattern(r"[。！？；]")
_CLAUSE = pattern(r"[，。；：、]")
_BOUNDARY = pattern(r"[，。；：、()“”]|的|全年|年初|预算|资金|支出|自评|绩效|综合|得分|总分|评分|(?:19|20)\d\d年")
_ANOTHERS = pattern(r"整体|总体|部门|单位|综上|综合来看|等(?:\d+个)?项目|评价(?!指标)|复核|复评|财政局|第三方|指标|执行率.{0,8}得|\d分")
"""Words that make the next score one of the office, of other projects, of another judge, or of one indicator."""
_LAST_YEAR = pattern(r"上年|去年|上一年|往年")
_INTERIM = pattern(r"截[至止]|上半年|前[一二三]季度|[一二三四]季度|\d{1,2}[-—至]\d{1,2}月|\d{1,2}月底|月末")
_YEAR_END = pattern(r"12月|年底|年末|全年")
_OF = pattern(r"^(?:项目|工程|专项)?(?:资金|经费)?的?")
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Project:
    """The form of one project: the amounts of its tables, and its total score where it has one."""

    name: str
    items: Mapping[str, Sequence[Item]]
    score: Figure | None

    @property
    def key(self) -> str:
        """Its name without the word for what it is; empty where too little is left to know it by."""
        key = _bare(self.name)
        return key if len(key) >= _SHORTEST else ""

    def amounts(self, side: names.Side, name: str, year: int | None) -> list[Item]:
        """Those of its total line that a name with this side may mean: of what was planned, the first plan or the one that held in the end."""
        totals = [item for items in self.items.values() for item in items if item.side and rank(item.line)]
        fitting = [item for item in totals if item.side == side and item.year == year]
        return of_stage(fitting, name)


def funded(mentions: Sequence[Mention], project: Project, year: int | None) -> Iterator[Pair]:
    """Every amount of running text that is said of the project by its name, with the cell of its form."""
    for mention in mentions if project.key else ():
        if not mention.is_amount or not mention.side:
            continue
        if _bare(names.key(mention.name) or mention.key) != project.key:
            continue
        when, sure = said_year(mention, year)
        sentence = _SENTENCE.split(mention.passage.text[: mention.start])[-1]
        if _INTERIM.search(sentence) and not _YEAR_END.search(sentence):
            continue
        if fitting := project.amounts(mention.side, mention.name, when):
            yield Pair(mention, fitting[0], "certain" if sure and _is_one(fitting) else "open", mention.title)


def scored(mentions: Sequence[Mention], projects: Sequence[Project], year: int | None) -> Iterator[Twin]:
    """The self-evaluated score that running text gives a project by its name, in the same sentence or under the name as a heading."""
    told: set[tuple[int, str]] = set()
    for mention in mentions:
        if mention.figure.kind != "score" or mention.passage.cell is not None:
            continue
        text = mention.passage.text[: mention.start]
        before = names.bare(text)
        known = [(before.rfind(project.key), project) for project in projects if project.key]
        at, project = max(known, key=lambda found: found[0], default=(-1, None))
        mark = (mention.passage.index, project.key if project else "")
        if at < 0 or project is None or project.score is None or mark in told:
            continue
        told.add(mark)  # what comes behind the first score after the name is of something else
        when, _ = said_year(mention, year)
        if when == year and not _LAST_YEAR.search(text) and _is_said_of(before, at, project):
            yield Twin(project.name, SIDES["awarded"], mention.figure, project.score, whole=True)


def _is_said_of(before: str, at: int, project: Project) -> bool:
    """Whether the words from the name of the project to a score make it the project's own score of itself."""
    since = before[at + len(project.key) :]
    own = _OF.sub("", since)
    mark = mark_of(before)
    heads = at == (mark.end if mark else 0)
    if since == own and since[:1] and not _BOUNDARY.match(since):
        return False  # 水库维修养护能力提升工程 is another project
    if _ANOTHERS.search(since) or not (heads or not _SENTENCE.search(since)):
        return False
    return bool(_SCORE.fullmatch(_CLAUSE.split(own)[-1]))


def lines_of(sheets: Sequence[Sheet], project: Project) -> Iterator[tuple[Sheet, Line]]:
    """The lines of tables that have the name of the project."""
    for sheet in sheets if project.key else ():
        rows = [line for panel in sheet.panels for line in panel.lines if not line.code]  # a code makes it a subject of that name
        lines = [line for line in rows if _bare(names.key(plain_label(line.label))) == project.key]
        if len(lines) == 1:
            yield sheet, lines[0]


def amounts_of(sheet: Sheet, line: Line, project: Project, year: int | None) -> Iterator[Twice]:
    """What a list of projects shows in the line of one, with the same in its own form."""
    for column in sheet.columns:
        figure = line.figure(column)
        if figure is None or figure.kind != "money" or column.role != "amount" or not column.side:
            continue
        fitting = project.amounts(column.side, column.name, year_of(sheet, column, year))
        if fitting:
            own = fitting[0]
            yield Twice(f"{project.name}（{column.name}）", own.figure, figure, title_of(own.sheet), title_of(sheet), _is_one(fitting))


def scores_of(sheet: Sheet, line: Line, project: Project) -> Iterator[Twin]:
    """The score that a list of projects shows in the line of one, where it shows but one."""
    found = [figure for column in sheet.columns if column.role == "score" and (figure := line.figure(column))]
    if len(found) == 1 and project.score is not None:
        yield Twin(project.name, SIDES["awarded"], found[0], project.score, whole=True, tabled=True)


def _is_one(items: Sequence[Item]) -> bool:
    return len({item.figure.value for item in items}) == 1


def _bare(name: str) -> str:
    """The name of a project without the word for what it is."""
    return _KIND.sub("", names.key(name))
