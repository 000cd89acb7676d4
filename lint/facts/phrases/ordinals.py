"""Counts of aspects and the ordinals that follow them: 采取三项措施：一是…二是…三是…."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from lint.facts.phrases.listing import Listing
from lint.facts.sentences import Sentence
from lint.figure import Figure
from lint.number import read
from lint.pattern import pattern

_ANNOUNCED = pattern(
    r"(?<![第十百一二三四五六七八九\d])(?P<digits>[二两三四五六七八九十]|\d{1,2})(?P<unit>个|项|大|点|条|方面|类|种|件)(?:主要|重点|具体)?"
    r"(?:方面|措施|举措|做法|问题|特点|原因|任务|环节|内容|层面|阶段|步骤|维度|机制|工作"
    r"|[^\x00-'*-\x7f、。，；：！？《》“”]{0,14}(?:，?(?:即|分别是|分别为|具体为|具体是)：?|：)(?=一是)|(?=：))"
)
_ORDINALS = pattern(r"([一二三四五六七八九十])是(?!否)")
_NEAR = pattern(r"[^\d()]{0,24}")
"""What may stand between 三个方面 and 一是."""
_HAN = "一二三四五六七八九十"
_REACH = 200
"""Sentences through which the ordinals are followed."""


def ordinals(sentences: tuple[Sentence, ...]) -> tuple[Listing, ...]:
    """Every count of aspects that ordinals follow, in reading order."""
    first = [index for index, sentence in enumerate(sentences) if "一是" in sentence.text]
    places = sorted({place for index in first for place in (index - 1, index) if place >= 0})
    return tuple(listing for index in places for listing in _ordered(sentences, index))


def _ordered(sentences: tuple[Sentence, ...], index: int) -> Iterator[Listing]:
    """The 一是, 二是 … that follow 三个方面 in the same passage and those after it."""
    here = sentences[index]
    announced = list(_ANNOUNCED.finditer(here.text))
    for match, following in pairwise([*announced, None]):
        if match is None or (following is not None and "一是" not in here.text[match.end() : following.start()]):
            continue  # 针对三个问题，采取四项措施：一是…
        reached = _reached(sentences, index, match.end())
        if reached > 1:
            count = Figure(
                read(match["digits"]), here.span(match.start(), match.end("unit")), "count", match["unit"], file=here.passage.file
            )
            yield Listing("ordinal", count, reached, reached, here.span(*match.span()))


def _reached(sentences: tuple[Sentence, ...], index: int, start: int) -> int:
    """How far the ordinals run without a gap from offset `start` of a sentence on."""
    here = last = sentences[index]
    reached = 0
    for step, sentence in enumerate(sentences[index : index + _REACH]):
        matches = list(_ORDINALS.finditer(sentence.text, start if sentence is here else 0))
        marks = [_HAN.index(match[1]) + 1 for match in matches]
        opens = bool(marks) and matches[0].start() == 0 and marks[0] == reached + 1
        near = opens or (sentence is here and bool(marks) and bool(_NEAR.fullmatch(sentence.text, start, matches[0].start())))
        unrelated = not reached and not near and (step or marks)
        if unrelated or (sentence.passage is not last.passage and not opens) or (1 in marks and reached):
            break
        for mark in marks:
            reached = mark if mark == reached + 1 else reached
        last = sentence
    return reached
