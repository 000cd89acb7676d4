"""What each figure of running text says, in reading order, modifiers attached to the levels they speak of."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import groupby

from lint.facts import names
from lint.facts.figures import Token
from lint.facts.passages import Passage
from lint.facts.prose import roles
from lint.facts.prose.mention import Mention
from lint.pattern import pattern

_COMPARED = pattern(r"[比较与同，]")
_ONLY_COMPARED = pattern(r"同比|环比|[比较与]")
_OPENER = pattern(r"其中|包括|包含")
_SENTENCE = pattern(r"[。！？]")
_SEGMENT = pattern(r"[。！？；]")
_ITEM = pattern(
    r"(?:(?<=[。；：，)])|^)(?:\(?[一二三四五六七八九十]{1,3}[)、]|\(\d{1,2}\)|\d{1,2}[、)]|\d{1,2}\.(?!\d)|[①-⑳]|[一二三四五六七八九]是)"
)


def mentions(tokens: Iterable[Token]) -> tuple[Mention, ...]:
    """The mentions of all prose passages, in reading order, modifiers attached to the levels they speak of."""
    found: list[Mention] = []
    for passage, group in _by_passage(tokens):
        found.extend(_of_passage(passage, group))
    return tuple(found)


def by_passage(mentions: Iterable[Mention]) -> Iterator[list[Mention]]:
    """Mentions grouped by their passage, in reading order."""
    for _, group in groupby(mentions, key=lambda mention: mention.passage.index):
        yield list(group)


def _by_passage(tokens: Iterable[Token]) -> Iterator[tuple[Passage, list[Token]]]:
    passage: Passage | None = None
    group: list[Token] = []
    for token in tokens:
        if token.passage is not passage:
            if passage is not None and group:
                yield passage, group
            passage, group = token.passage, []
        if token.is_quantity and token.passage.is_prose:
            group.append(token)
    if passage is not None and group:
        yield passage, group


def _of_passage(passage: Passage, tokens: list[Token]) -> list[Mention]:
    text = passage.text
    sentences = [match.end() for match in _SENTENCE.finditer(text)]
    segments = [match.end() for match in _SEGMENT.finditer(text)]
    items = [match.end() for match in _ITEM.finditer(text)]
    depths = _depths(text, [token.start for token in tokens])
    found: list[Mention] = []
    topic = base = ""
    listed: names.Side = ""
    done = 0
    for token, depth in zip(tokens, depths, strict=True):
        between = text[done : token.start]
        mention = roles.read(token, found[-1] if found else None)
        mention.sentence = bisect_right(sentences, token.start)
        mention.segment = bisect_right(segments, token.start)
        mention.depth = depth
        if mention.role in ("delta", "growth") and not mention.name:
            mention.name = _subject(text[max(done, segments[mention.segment - 1] if mention.segment else 0) : token.lead_start])
        if _SENTENCE.search(between):
            base = listed = ""
        if _OPENER.search(between):
            listed = _last_side(found)
        mention.inherited = listed
        if compared := roles.comparison(between):
            base = compared
        if mention.role in ("delta", "growth", "points"):
            mention.base = mention.base or base
            mention.adjusted = bool(roles.ADJUSTED.search(between))
        item = bisect_right(items, token.start)
        if item and items[item - 1] >= done and (heading := _heading(text, items[item - 1], token.start)):
            topic = heading
        if mention.role == "level" and names.key(mention.name):
            topic = mention.name
        mention.topic = topic
        mention.year = mention.figure.year
        found.append(mention)
        done = token.end
    _attach(found)
    return found


def _subject(words: str) -> str:
    """公务接待费支出决算比预算无增减变化，比去年增加…: what an earlier clause without a figure speaks of."""
    subject = names.title_of(_COMPARED.split(words.lstrip(")]，"), maxsplit=1)[0])
    return subject if names.key(subject) else ""


def _last_side(found: list[Mention]) -> names.Side:
    return next((mention.side for mention in reversed(found) if mention.role == "level"), "")


def _heading(text: str, start: int, end: int) -> str:
    """The words after an item mark, up to the first punctuation: what the item is about."""
    words = re.split(r"[，。；：]", text[start:end], maxsplit=1)[0]
    return words if names.key(words) else ""


def _depths(text: str, starts: list[int]) -> list[int]:
    depths: list[int] = []
    depth = at = 0
    for start in starts:
        piece = text[at:start]
        depth = max(0, depth + piece.count("(") + piece.count("[") - piece.count(")") - piece.count("]"))
        depths.append(depth)
        at = start
    return depths


def _attach(found: list[Mention]) -> None:
    """Give every modifier the level it speaks of, where its own sentence says so."""
    for index, mention in enumerate(found):
        if mention.role in ("level", "plain") or mention.of is not None:
            continue
        own = names.key(mention.name) if mention.role in ("delta", "growth", "prior") else ""
        for level in reversed(found[:index]):
            if level.sentence != mention.sentence or (not own and _speaks_of_another(level)):
                break
            if level.role != "level" or level.depth > mention.depth:
                continue
            if mention.role in ("delta", "prior") and level.dimension != mention.dimension:
                continue
            if own and own != level.key:
                break
            if mention.divisor is not None and level.dimension != mention.divisor.dimension:
                continue
            mention.of = level
            break


def _speaks_of_another(mention: Mention) -> bool:
    """Whether a difference names what changed, and it is no level before: in “投诉247件，…，其中漏水类减少43件，下降40%” the rate is of 漏水类."""
    return mention.role == "delta" and mention.of is None and bool(names.key(mention.name)) and not _ONLY_COMPARED.match(mention.name)
