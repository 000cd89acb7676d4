"""What the page itself says, in both languages."""

from __future__ import annotations

from lint.say import Say

STATES = {
    "broken": Say("不符", "broken"),
    "undecided": Say("无法核对", "undecided"),
    "rounding": Say("按四舍五入相符", "holds by rounding"),
    "holds": Say("相符", "holds"),
    "unchecked": Say("没有核对", "not checked"),
}
"""The states of figures, in the order of the legend."""

TITLE = Say("校核结果", "checked")
PLACE = Say("原文", "documents")
FINDINGS = Say("问题", "findings")
OTHERS = Say("相符与未能核对", "agreeing and undecided")
SCORES = Say("得分树", "scores")
DRAFTS = Say("与旧稿比较", "earlier draft")
RULES = Say("规则说明", "rules")
LEGEND = Say("数字的状态", "states of figures")

VERDICT = Say("处理意见", "decision")
REASON = Say("理由", "reason")
REASON_NEEDED = Say("误报、不适用要写明理由", "a false alarm or what is not applicable needs a reason")
AUTHOR = Say("意见人", "your name")
EXPORT = Say("导出校核意见", "export decisions")
EXPORT_HELP = Say(
    "存为 校核意见.json，放到报告所在的文件夹，用 gouji decide import 校核意见.json 登记",
    "saved as 校核意见.json: put it into the folder of the reports and run gouji decide import 校核意见.json",
)

SEARCH = Say("搜索问题", "search the findings")
SEARCH_KEY = Say("搜索问题（/）", "search the findings (/)")
EVERY = Say("全部", "all")
RULE = Say("规则", "rule")
FILE = Say("文件", "file")
STATE = Say("处理", "decided")
OPEN = Say("待处理", "open")
SHOWN = Say("显示 {shown}/{all} 条", "{shown} of {all} shown")
NONE_SHOWN = Say("没有符合筛选条件的问题。", "No finding matches the filters.")
RESET = Say("清除筛选", "clear filters")

THEME = Say("深色", "dark")
HELP = Say("帮助", "help")
CLOSE = Say("关闭", "close")
SKIP = Say("跳到问题清单", "skip to the findings")
TABLE = Say("表格", "table")
PAGES = Say("页面", "pages")
WORDS = Say("文字", "text")
PAGE = Say("第{number}页", "page {number}")
UNREAD = Say("这个文件没有读出，其中的数字都没有核对。", "This file could not be read; none of its figures was checked.")
UNSAVED = Say(
    "浏览器不允许本页保存意见，关闭前请导出。", "The browser does not let this page keep decisions: export them before closing it."
)
EXPORTED = Say("已导出{count}条意见", "{count} decisions exported")
NOTHING_DECIDED = Say("还没有填写处理意见", "nothing decided yet")
MISSING_REASONS = Say("还有{count}条误报或不适用没有写理由，没有导出", "not exported: {count} decisions lack their reason")
KEYS = (
    ("n j", Say("下一个问题", "next finding")),
    ("p k", Say("上一个问题", "previous finding")),
    ("/", Say("搜索", "search")),
    ("1 2 3 4", Say("对当前问题：属实、误报、已改、不适用", "of the current finding: confirmed, false alarm, fixed, not applicable")),
    ("r", Say("写理由", "write the reason")),
    ("d", Say("深色或浅色", "dark or light")),
    ("Esc", Say("离开输入框，关闭帮助", "leave a field, close this help")),
    ("?", Say("显示本帮助", "show this help")),
)
NOT_DRAWN = Say("页面的图像没有画出，原文见文字。", "The pages could not be drawn; here is their text.")
LEFT_OUT = Say("另有{count}页没有画出图像，其内容见“文字”。", "{count} more pages are not drawn; see the text.")
NO_FINDINGS = Say(
    "没有列出问题。这只说明核对过的{checked}处没有要列出的不符；原文中没有核对的{unchecked}个数字仍要人工看。",
    "No finding is listed. That is said of the {checked} places that were checked; {unchecked} figures were not, and remain for you to look at.",
)
