"""The words that tell what became of findings, figures and scores."""

from __future__ import annotations

from lint.compare.figures import State
from lint.compare.record import Lot, Why
from lint.say import Say

LOTS: dict[Lot, Say] = {
    "fixed": Say("已改正", "fixed"),
    "lost": Say("无法再核对", "can no longer be checked"),
    "remains": Say("仍在", "still there"),
    "new": Say("新出现", "new"),
}
WHYS: dict[tuple[Lot, Why], Say] = {
    ("fixed", "agrees"): Say("同一关系现已相符", "the same relation holds now"),
    ("fixed", "removed"): Say("原处已删除或改写，新稿不再这样写", "deleted or rewritten: the new draft no longer says so"),
    ("fixed", "altered"): Say("此处文字已改，不再有这一问题", "the words here were changed and give no cause any more"),
    ("fixed", "reading"): Say("读取新稿时没有这一情况", "not met in reading the new draft"),
    ("lost", "undecided"): Say("这一关系在新稿中无法核对，不能算改正", "cannot be decided in the new draft, which does not make it right"),
    ("lost", "unread"): Say(
        "新稿有没有读出的部分，找不到这一处不等于已改", "parts of the new draft were not read: not found does not mean fixed"
    ),
    ("lost", "unchecked"): Say(
        "此处还在，但没有再找到这一关系，请人工核对", "the place stands but the relation was not found again: please look yourself"
    ),
    ("lost", "unpaired"): Say("新的一套材料中没有对应的文件", "no file of the new version is its draft"),
    ("remains", "same"): Say("未改", "unchanged"),
    ("remains", "changed"): Say("数字已改，仍不符", "numbers changed, still broken"),
    ("new", "changed"): Say("数字改动引起", "because numbers changed"),
    ("new", "added"): Say("出在新增的内容", "in what was added"),
    ("new", "altered"): Say("此处文字改动引起", "because the words here changed"),
    ("new", "undecided"): Say("旧稿中无法核对，新稿可以核对了", "could not be decided in the old draft"),
    ("new", "unchecked"): Say(
        "此处没有改动；旧稿中没有找到这一关系，可能因前后内容变动",
        "nothing changed here; the relation was not found in the old draft, perhaps for what stood around it",
    ),
    ("new", "unread"): Say("旧稿没有读出，无从比较", "the old draft could not be read"),
    ("new", "reading"): Say("读取新稿时出现", "met in reading the new draft"),
}
STATES: dict[State, Say] = {
    "same": Say("相同", "same"),
    "restated": Say("值相同而写法不同", "same value printed otherwise"),
    "changed": Say("改动", "changed"),
    "removed": Say("删除", "removed"),
    "added": Say("新增", "added"),
}
SOURCES = {
    "titles": Say("正文各级标题", "titles"),
    "sentence": Say("正文", "running text"),
    "table": Say("评分表", "score table"),
    "rows": Say("评分表", "score table"),
}
