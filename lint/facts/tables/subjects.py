"""Functional subjects in running text: 公共安全支出（类）司法（款）行政运行（项）, and the figures that follow each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

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
    """Every figure that follows a subject in its passage before another name does, the key of that subject, and whether it follows directly."""
    for group in by_passage(mentions):
        text = group[0].passage.text
        if "款)" not in text:
            continue
        found = list(_SUBJECT.finditer(text))
        ends = [match.start() for match in found[1:]] + [len(text)]
        for match, end in zip(found, ends, strict=True):
            labels = [label for label in match.groups() if label]
            key = path_key(labels)
            inside = _told([mention for mention in group if match.end() <= mention.start < end], labels)
            for index, mention in enumerate(inside):
                between = text[match.end() : mention.start]
                yield mention, key, index == 0 and between in ("", "为", "支出", "支出为", "共", "预算", "决算", "：")


def _told(following: Sequence[Mention], labels: Sequence[str]) -> list[Mention]:
    """The figures up to the first with a name that is not the subject's: “…（项）支出108万元，其中：防火物资60万元” names something else."""
    return list(takewhile(lambda mention: _is_about(mention, labels), following))


def _is_about(mention: Mention, labels: Sequence[str]) -> bool:
    own = names.key(mention.name)
    return not own or own in names.key("".join(labels)) or names.key(labels[-1]) in own
