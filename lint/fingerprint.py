"""Fingerprints: what names the result of a check across drafts, copies and formats of a report.

A fingerprint is made of the rule, the quoted text with 24 characters on each side, the numbers compared and a count
where that does not tell results apart; of no path, line or wording of a message. What goes into it is fixed for ever by
its version, because decisions that people made are kept by it: a change is a new version beside the old ones.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from unicodedata import category, normalize

from lint.check import Check
from lint.document import Document

CONTEXT = 24
"""Characters of context on each side of the quoted text, blanks not counted."""
_STRIDE = 4 * CONTEXT
"""Characters looked at in one go for so much context; more where blanks make it less."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What tells a result apart: the code of its rule, its quote between what stands before and after it, its numbers.

    The texts are folded: full width and half width are one, blanks and the lines of tables are nothing. The `numbers` are
    what the report claims, what follows, and the figures it follows from, smallest text first, each in units of one.
    """

    rule: str
    before: str
    quote: str
    after: str
    numbers: tuple[str, ...] = ()

    def digest(self, nth: int = 0) -> str:
        """16 hexadecimal digits; `nth` counts, from 0, the results of a file that nothing else tells apart."""
        import hashlib  # late: OpenSSL takes a while to load

        parts = (self.rule, self.before, self.quote, self.after, "\x1e".join(self.numbers), str(nth or ""))
        return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _first(rule: str, check: Check, document: Document) -> Identity:
    """Version 1. A result on a file as a whole is one on exactly these bytes: no text tells it from that of another file."""
    if (span := check.span) is None:
        return Identity(rule, "", document.sha256 or document.path.rpartition("/")[2], "", _numbers(check))
    text = document.text
    return Identity(rule, _before(text, span.start), folded(document.quote(span)), _after(text, span.end), _numbers(check))


VERSIONS: dict[int, Callable[[str, Check, Document], Identity]] = {1: _first}
"""How each version names the check of a rule in a document; none is ever changed or removed."""


def newest() -> int:
    """The version by which results are named and decisions written."""
    return max(VERSIONS)


def identify(rule: str, check: Check, document: Document, version: int | None = None) -> Identity:
    """What tells the check of a rule (by its code) from others in any document; by the newest version if none is asked for."""
    return VERSIONS[version or newest()](rule, check, document)


def fingerprints(identities: Iterable[Identity]) -> Iterator[str]:
    """The fingerprints of the results of one file, in their order; each is unique."""
    seen: Counter[Identity] = Counter()
    for identity in identities:
        yield identity.digest(seen[identity])
        seen[identity] += 1


def folded(text: str) -> str:
    """The text with full width and half width as one, without blanks, unprintable characters and the lines of tables."""
    return "".join(map(_folded, text))


@cache
def _folded(char: str) -> str:
    """One character; each by itself, so that no character changes what becomes of another."""
    return "".join(part for part in normalize("NFKC", char) if category(part)[0] not in "ZC" and part != "|" and not "─" <= part <= "╿")


def _before(text: str, end: int) -> str:
    reach = _STRIDE
    while len(found := folded(text[max(0, end - reach) : end])) < CONTEXT and reach < end:
        reach *= 2
    return found[-CONTEXT:]


def _after(text: str, start: int) -> str:
    reach = _STRIDE
    while len(found := folded(text[start : start + reach])) < CONTEXT and start + reach < len(text):
        reach *= 2
    return found[:CONTEXT]


def _numbers(check: Check) -> tuple[str, ...]:
    """The numbers that a check compares, by value and not as printed: a message may come to print them otherwise."""
    if (relation := check.relation) is None:
        related = sorted(str(related.figure.value) for related in check.related)
        return (folded(check.claimed), folded(check.derived), *related)
    operands = sorted(str(figure.value) for figure in relation.formula.figures())
    derived = relation.derived()
    return (str(relation.claimed.value), "" if derived is None else str(derived), *operands)
