"""Functional subjects in running text: 公共安全支出（类）司法（款）行政运行（项）, and the figures that follow each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.facts import names
from lint.facts.prose.mention import Mention
from lint.facts.prose.mentions import by_passage
from lint.pattern import pattern

_PART = r"[^，。；：、“”\"()\s\d.][^，。；：、“”\"()]{1,40}"
_SUBJECT = pattern(rf"({_PART})\((?:\d+)?类\)”?({_PART})\((?:\d+)?款\)(?:”?({_PART})\((?:\d+)?项\))?”?")


def path_key(labels: Sequence[str]) -> str:
    """The key of a subject with those above it, outermost first."""
    return "/".join(names.key(label) or label for label in labels)


def subject_mentions(mentions: Sequence[Mention]) -> Iterator[tuple[Mention, str, bool]]:
    """Every figure that follows a subject in its passage, the key of that subject, and whether it follows directly."""
    for group in by_passage(mentions):
        text = group[0].passage.text
        if "款)" not in text:
            continue
        found = list(_SUBJECT.finditer(text))
        ends = [match.start() for match in found[1:]] + [len(text)]
        for match, end in zip(found, ends, strict=True):
            key = path_key([label for label in match.groups() if label])
            inside = [mention for mention in group if match.end() <= mention.start < end]
            for index, mention in enumerate(inside):
                between = text[match.end() : mention.start]
                yield mention, key, index == 0 and between in ("", "为", "支出", "支出为", "共", "预算", "决算", "：")
