"""Counts that are split into counts of the same thing: 12个乡镇，其中山区乡镇7个、坝区乡镇5个."""

from __future__ import annotations

from collections.abc import Iterator

from lint.facts.figures import Token
from lint.facts.names import title_of
from lint.facts.phrases.listing import Listing
from lint.facts.sentences import Sentence
from lint.pattern import pattern

_OPENER = pattern(r"(?P<noun>[^\W\d_A-Za-z]{0,10}?)，?\(?其中[：，]?(?!有)")
_AFTER = pattern(r"[^\W\d_A-Za-z]{2,10}(?=[、，；)]|$)")
_LEAST = 10
_NEARLY = 50
"""Parts that miss one of ten or more, or no more than one in fifty, are meant to be all of them."""


def subcounts(sentences: tuple[Sentence, ...]) -> tuple[Listing, ...]:
    """Every exact count whose parts repeat its noun and add to it, or nearly so; other parts may be only some of it."""
    return tuple(listing for sentence in sentences if len(sentence.tokens) > 2 and "其中" in sentence.text for listing in _split(sentence))


def _split(sentence: Sentence) -> Iterator[Listing]:
    text = sentence.passage.text
    quantities = [token for token in sentence.tokens if token.is_quantity]
    for index, token in enumerate(quantities):
        opener = _OPENER.match(text, token.end, sentence.end) if _counts(token) else None
        if opener is None:
            continue
        parts: list[Token] = []
        for other in quantities[index + 1 :]:
            if not _counts(other) or other.figure.unit != token.figure.unit:
                break
            parts.append(other)
        noun = opener["noun"] or title_of(token.lead)
        if len(parts) > 1 and _share(noun, [_name(part) for part in parts]):
            missing = token.figure.value - sum(part.figure.value for part in parts)
            if missing == 0 or (missing == 1 and token.figure.value >= _LEAST) or 0 < missing * _NEARLY <= token.figure.value:
                total = int(token.figure.value - missing)
                yield Listing("parts", token.figure, total, total, sentence.passage.span(token.start, parts[-1].end))


def _counts(token: Token) -> bool:
    figure = token.figure
    return figure.kind == "count" and figure.exact and not figure.approximate


def _name(token: Token) -> str:
    """The noun after a count, or the words that lead to it."""
    after = _AFTER.match(token.passage.text, token.end)
    return after[0] if after else title_of(token.lead)


def _share(noun: str, names: list[str]) -> bool:
    """Whether all the names repeat the last two characters or more of the noun and say more than it."""
    ending = noun[-2:]
    return len(ending) == 2 and all(ending in name and name != noun for name in names)
