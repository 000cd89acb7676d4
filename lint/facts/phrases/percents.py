"""Numbers that the words before them make percentages and that lack the sign: 增长13.95。 占76.23，"""

from __future__ import annotations

from dataclasses import dataclass

from lint.facts.figures import Token
from lint.facts.sentences import Sentence
from lint.pattern import pattern

_RATE = pattern(r"(增长|下降|上升|提高|降低|增幅|降幅|占|比重|占比|增长率|下降率|减少率|增幅|降幅)(?:了|约|为|达到|达)?$")
_END = "，。；、)"


@dataclass(frozen=True, eq=False)
class Rateless:
    """A bare figure where a percentage belongs. `word` is the word that asks for one."""

    token: Token
    word: str


def rateless(sentences: tuple[Sentence, ...]) -> tuple[Rateless, ...]:
    """Every bare number with decimals that closes a clause right after a word of growth or share.

    Whole numbers are left alone (占3，… counts things), and so is a number at the very end of a passage, whose sign may
    stand in the next one.
    """
    found: list[Rateless] = []
    for sentence in sentences:
        text = sentence.passage.text
        for token in sentence.tokens:
            if token.figure.kind != "bare" or not token.figure.number.places or text[token.end : token.end + 1] not in tuple(_END):
                continue
            if match := _RATE.search(text, max(0, token.start - 8), token.start):
                found.append(Rateless(token, match[1]))
    return tuple(found)
