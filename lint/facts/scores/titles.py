"""Score trees in prose: numbered titles that carry full mark and score, sentences that list them, claimed totals."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from lint.facts import names
from lint.facts.figures import Token
from lint.facts.passages import Passage
from lint.facts.scores import marks, spoken, wholes
from lint.facts.scores.nodes import Item, Node, grow
from lint.facts.scores.totals import Total
from lint.facts.scores.tree import Tree
from lint.figure import Figure
from lint.outline import mark_of
from lint.pattern import pattern

_BREAK = pattern(r"(?<=[。；）)：:])(?=\s?(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十\d]{1,2}[、.．](?!\d)|[①-⑳]))")
_TITLE = pattern(r"[^(：，。；\d]{0,40}")
_TITLE_END = pattern(r"(?:(?:自评|评价|实际|综合)?得分|自评|分值|满分|权重)?(?:为|是)?$")
_LABEL = pattern(r"^(?:[一二三四]级指标[：:\-—]*)")
_OPENING = pattern(r"(?:绩效)?(?:自评|评价)总?(?:得分|评分|分数)")
_AWARD = pattern(r"。(?:该|本)?(?:项|指标)*(?:自评|评价|实际|综合)?得分?[为是：]?$")
_LIST = pattern(r"其中|分别|包括|具体")
_BELOW = pattern(r"[。；，]其中")
_HEADING = 40
"""How long an unscored numbered paragraph may be and still count as a heading."""


@dataclass
class Prose:
    """What the running text says about scores, in reading order; totals with the title above them."""

    items: list[Item] = field(default_factory=list)
    totals: list[tuple[Total, Item | None]] = field(default_factory=list)
    sentences: list[Tree] = field(default_factory=list)


def read(passages: Iterable[Passage], scores: Mapping[int, list[Token]]) -> Prose:
    """Titles, totals and listing sentences; `scores` are the numbers that can be scores, by the index of their passage."""
    prose = Prose()
    for passage in passages:
        inside = scores.get(passage.index)
        if inside and ("分)" in passage.text or marks.SPOKEN.search(passage.text)):
            _passage(prose, passage, inside)
        elif len(passage.text) <= _HEADING and (mark := mark_of(passage.text)) is not None:
            prose.items.append(Item(passage.text[mark.end :].strip(" 。："), mark.depth, passage.source))
    return prose


def tree_of(prose: Prose) -> Tree | None:
    """The tree of the titles; None where fewer than two titles carry scores.

    A single outermost node that prints its own score is the whole itself.
    """
    items = _once(prose.items)
    scored = [item for item in items if item.scored]
    if len(scored) < 2:
        return None
    if all(item.level is not None for item in scored):
        items = [Item(item.name, item.level or 0, item.span, item.full, item.awarded, item.level) for item in scored]
    totals = [total for total, _ in prose.totals]
    if len({total.awarded.value for total in totals if total.awarded}) > 1:
        totals = _settled(prose)
    grown = grow(items)
    nodes = tuple(node for node in grown if not _is_aside(node, grown))
    while len(nodes) == 1 and nodes[0].children:
        if nodes[0].awarded is not None or nodes[0].full is not None:
            totals.append(Total(nodes[0].name, nodes[0].awarded, nodes[0].full))
        nodes = nodes[0].children
    return Tree(nodes, "titles", tuple(totals)) if nodes else None


def _is_aside(node: Node, nodes: Iterable[Node]) -> bool:
    """Whether a chapter without a score merely tells one in passing (结转结余率2%，得5分), while another gives indicators with full marks."""
    scored = [below for below in node.walk() if below.awarded is not None or below.full is not None]
    measured = any(sum(below.full is not None for below in other.walk()) > 1 for other in nodes if other is not node)
    return len(scored) == 1 and scored[0] is not node and scored[0].full is None and measured


def _once(items: list[Item]) -> list[Item]:
    """The items without those that a sentence names and a numbered title names again, which takes the figures that it lacks itself."""
    titles: dict[str, list[int]] = {}
    for index, item in enumerate(items):
        if item.depth < spoken.UNMARKED and (stem := marks.stem(item.name)):
            titles.setdefault(stem, []).append(index)
    kept: list[Item] = []
    for index, item in enumerate(items):
        named = titles.get(marks.stem(item.name), []) if item.depth == spoken.UNMARKED and not item.open else []
        if not named:
            kept.append(item)
            continue
        # the next title of the name, or the first where all stand before
        title = items[named[bisect(named, index) % len(named)]]
        title.full, title.awarded = title.full or item.full, title.awarded or item.awarded
    return kept


def _settled(prose: Prose) -> list[Total]:
    """The totals that are left when those of single projects went to the unscored titles above them."""
    left: list[Total] = []
    for total, above in prose.totals:
        following = prose.items[prose.items.index(above) + 1 :] if above is not None else []
        if above is not None and not above.scored and following and following[0].scored and following[0].depth > above.depth:
            above.full, above.awarded = total.full, total.awarded
        else:
            left.append(total)
    return left


def _passage(prose: Prose, passage: Passage, scores: list[Token]) -> None:
    text = passage.text
    starts = [0, *(match.start() for match in _BREAK.finditer(text) if mark_of(text, match.start()))]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        mark = mark_of(text, start)
        inside = [token for token in scores if start <= token.start and token.end <= end and (mark is None or token.start >= mark.end)]
        if mark is not None:
            _titled(prose, passage, mark.end, end, mark.depth, inside)
        elif inside:
            _untitled(prose, passage, start, end, inside)


def _titled(prose: Prose, passage: Passage, start: int, end: int, depth: int, scores: list[Token]) -> None:
    """A numbered segment: its title's scores, and those of the parts that the same segment lists."""
    text = passage.text
    found = _TITLE.match(text, start, end)
    label = found[0] if found else ""
    name = _TITLE_END.sub("", _LABEL.sub("", label)).strip(" 、")
    name = names.unquoted(name)
    stop = text.find("。", start + len(label) + 1, end)
    head_end = end if stop < 0 else stop
    head = [token for token in scores if token.end <= head_end]
    if len(head) == 1 and len(scores) > 1 and _AWARD.match(text, head_end, scores[1].start):
        head = scores[:2]
    said = spoken.pair(text, start, head, name, off="扣分" in name or "减分" in name)
    used = said.used
    stated = head[used - 1].end if used else start
    item = Item(name or label, depth, passage.span(start, max(start + 1, min(head_end, end))))
    if (
        not name
        or marks.names_whole(name)
        or (said.awarded and marks.speaks_of_whole(text[start:stated]) and not marks.level(text[start:stated]))
    ):
        prose.items.append(item)
        if scores:
            _untitled(prose, passage, start, end, scores, whole=marks.names_whole(name) or not name)
        return
    if not used and end - start > _HEADING:
        return
    item.full, item.awarded, item.off = said.full, said.awarded, said.off
    item.level = marks.level(text[start:head_end]) if used else None
    if said.full is not None and said.awarded is None:
        item.awarded = _given_later(text, start, name, scores[used:])
    if item.full is not None and item.awarded is not None and not item.off:
        taken = [token for token in scores if marks.is_taken_off(token)]
        given = next((token.end for token in scores if token.figure is item.awarded), 0)
        item.off = tuple(token.figure for token in taken)
        item.worded = any(token.start > given or "。" in text[token.end : given] for token in taken)
    prose.items.append(item)
    rest = scores[used:]
    if rest and marks.speaks_of_whole(text[stated:end]):
        _untitled(prose, passage, stated, end, rest)
    elif used:
        below = spoken.listed(text, stated, rest)
        if (
            len(below) > 1
            and all(part.full and part.awarded for part in below)
            and (_LIST.search(text, stated, end) or _divide(item, below))
        ):
            prose.items.extend(replace(part, open=True) for part in below)


def _divide(item: Item, below: list[Item]) -> bool:
    """Whether the full marks of parts add up to that of the title: then they are its parts without any word that says so."""
    return item.full is not None and item.full.value == sum(part.full.value for part in below if part.full)


def _given_later(text: str, start: int, name: str, scores: list[Token]) -> Figure | None:
    """The score at the end of a title's own paragraph, behind its criteria: …每低1%扣0.5分。实际95%，扣2.5分，得7.5分."""
    token = next((token for token in reversed(scores) if marks.role(text[start : token.start])[0] == "awarded"), None)
    if token is None:
        return None
    opening = text.rfind("。", start, token.start) + 1
    sentence = text[opening : token.start]
    lead = marks.last_clause(sentence)
    other = marks.name_of(lead[: marks.role(lead)[1]])
    own = not other or marks.means_same(other, name)
    alone = opening and own and not marks.is_range(token) and not _is_part(text, start, token, name, scores)
    return token.figure if alone and not marks.is_criteria(sentence) and not marks.speaks_of_whole(sentence) else None


def _is_part(text: str, start: int, score: Token, name: str, scores: list[Token]) -> bool:
    """Whether a score at the end of a title's paragraph is that of a part named there: 目标10分，得8分.

    In the part's own sentence its full mark is enough; behind parts with scores only a word that points to the title (本项) leads back to it.
    """
    lead = marks.last_clause(text[start : score.start])
    if marks.points(lead) or marks.stem(marks.name_of(lead[: marks.role(lead)[1]])) == marks.stem(name):
        return False
    before = [token for token in scores if token.start < score.start]
    parts = [part for part in spoken.listed(text, start, before) if part.full is not None and marks.stem(part.name) != marks.stem(name)]
    beside = {token.figure for token in before if "。" not in text[token.end : score.start]}
    return any(part.awarded is not None or part.full in beside for part in parts) or _is_capped(text, score, name, before)


def _is_capped(text: str, score: Token, name: str, before: list[Token]) -> bool:
    """Whether one score alone stands behind another name in the same clause: 目标10分，未细化，扣2分，得8分. Several would be criteria."""
    opening = max(text.rfind(mark, 0, score.start) for mark in "。；") + 1
    bare = [token for token in before if token.start >= opening and marks.role(text[opening : token.start])[0] is None]
    other = marks.stem(marks.name_of(text[opening : bare[0].start])) if len(bare) == 1 else ""
    return bool(other) and other != marks.stem(name)


def _untitled(prose: Prose, passage: Passage, start: int, end: int, scores: list[Token], whole: bool = False) -> None:
    """Sentences without a mark: a total with or without its parts, scores of the title above, or indicators by name."""
    text = passage.text
    above = prose.items[-1] if prose.items else None
    concluding = above is not None and not above.scored and marks.names_whole(above.name)
    opening = not prose.items and _OPENING.match(text, start) is not None
    claim = wholes.claim(text, start, scores, whole or concluding or opening)
    if claim is not None:
        prose.totals.append((claim.total, above))
        if parts := wholes.parts(text, start, end, scores, claim):
            prose.sentences.append(Tree(grow(parts), "sentence", (claim.total,)))
        return
    if above is not None and not (above.full and above.awarded):
        said = spoken.pair(text, start, scores)
        sentence = text[start : text.find("。", start, end) if "。" in text[start:end] else end]
        lead = text[start : scores[0].start]
        name = marks.name_of(lead[: marks.role(lead)[1]])
        pointed = said.used and (not name or marks.means_same(name, above.name))
        if pointed and not marks.is_criteria(sentence) and not marks.names_whole(above.name) and not marks.is_foreign(sentence):
            above.full = above.full or said.full
            above.awarded = above.awarded or said.awarded
            above.off = above.off or said.off
            above.level = above.level or marks.level(sentence)
            return
    named = [item for item in spoken.listed(text, start, scores) if item.full is not None and item.awarded is not None]
    if len(named) > 2 and _BELOW.search(text, named[0].span.end, named[1].span.start) and _divide(named[0], named[1:]):
        named[1:] = [replace(item, depth=spoken.UNMARKED + 1) for item in named[1:]]
    prose.items.extend(named)
