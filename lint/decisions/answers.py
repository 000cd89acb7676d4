"""What reviewers answer to comments on a Word file or a PDF: `校核：误报 理由`, as rows of a list to import."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile

from lint.decision import GIVEN, VERDICTS
from lint.decisions.keys import AUTHOR, DATE, FINGERPRINT, REASON, VERDICT
from lint.decisions.lists import Row
from lint.errors import UsageError
from lint.pattern import pattern
from lint.readers.comment import Comment

OURS = "绩效校核"
"""Who signs the comments that this program writes."""
_ANSWER = pattern(r"校核\s*[：:]\s*(?:[\[【]([0-9a-fA-F]{8,16})[\]】])?\s*(.*)")
_SIGNED = pattern(r"[A-Z]+\d+ ([0-9a-f]{16})")
"""The last line of a comment on a finding; that on a PDF as a whole may tell several."""
_HEAD = pattern(r"[【\[]")
"""How the first line of a comment of ours begins: an answer may be written above it."""
_DAY = pattern(r"\d{4}-\d\d-\d\d")
_BETWEEN = " \u3000，,。：:、；;—-"


def answered(each: Sequence[Comment], path: str) -> list[Row]:
    """A row for every opinion in the comments of a file. Raises UsageError where it is not clear what one is about.

    It is about the finding of the comment that it answers, or that it was written into; else of the only one on the same
    text; or of the fingerprint that it gives: `校核：[9f53c26c] 误报 理由`.
    """
    by_id = {comment.id: comment for comment in each}
    rows: list[Row] = []
    unclear: list[str] = []
    for number, comment in enumerate(each, 1):
        for at, line in enumerate(comment.lines):
            if (match := _ANSWER.fullmatch(line)) is None:
                continue
            where = f"第{number}条批注（{comment.author}）"
            fingerprint = (match[1] or "").lower() or _meant(comment, by_id)
            if not fingerprint:
                unclear.append(where)
            after = takewhile(lambda more: not _HEAD.match(more), comment.lines[at + 1 :])
            following = [more for more in after if more and not _SIGNED.fullmatch(more)]
            verdict, reason = _parted(" ".join([match[2].strip(), *following]))
            day = _DAY.match(comment.date)
            own = comment.author != OURS  # else someone wrote into ours, we do not know who and when
            texts = {
                FINGERPRINT: fingerprint,
                VERDICT: verdict,
                REASON: reason,
                AUTHOR: comment.author if own else "",
                DATE: day[0] if day and own else "",
            }
            rows.append(Row(where, texts, {}))
            break
    if unclear:
        raise UsageError(
            f"“{path}”{'、'.join(unclear)}：看不出是对哪个问题的意见，请直接答复那个问题的批注，或者写上指纹：校核：[指纹] 误报 理由"
        )
    return rows


def is_answer(comment: Comment) -> bool:
    """Whether a comment holds an opinion."""
    return any(_ANSWER.fullmatch(line) for line in comment.lines)


def _meant(comment: Comment, by_id: Mapping[str, Comment]) -> str:
    """The fingerprint of the finding that a comment is about; ``""`` where that is not clear."""
    seen: set[str] = set()
    above: Comment | None = comment
    while above is not None and above.id not in seen:
        if own := _fingerprint(above):
            return own
        seen.add(above.id)
        above = by_id.get(above.parent)
    near = {own for beside in comment.beside if beside in by_id and (own := _fingerprint(by_id[beside]))}
    return near.pop() if len(near) == 1 and not comment.parent else ""


def _fingerprint(comment: Comment) -> str:
    found = {match[1] for line in comment.lines if (match := _SIGNED.fullmatch(line))}
    return found.pop() if len(found) == 1 else ""


def _parted(text: str) -> tuple[str, str]:
    """The verdict at the beginning of an opinion, or its first word where that is none, and the reason after it."""
    known = next((word for verdict in GIVEN if text.startswith(word := VERDICTS[verdict].zh)), "")
    verdict = known or (text.split() or [""])[0]
    return verdict or "（空）", text[len(verdict) :].strip(_BETWEEN)
