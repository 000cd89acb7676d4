"""Which figures can be to blame for a finding, what would follow, and what follows from it: in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.blame import ANYTHING, Account, Change, Consequence, Repair
from lint.document import Document
from lint.figure import Figure
from lint.place import Span
from lint.report import Result
from lint.say import Language, Say
from lint.writers.words import called, where

SHOWN = 4
_NUMBERS = "①②③④"
"""How many ways to mend a finding are listed."""

SUSPECT = Say("疑错：{changes}；改后与之有关的各处都相符", "suspect: {changes}; then all that depends on it agrees")
SUSPECT_BUT = Say("疑错：{changes}", "suspect: {changes}")
DOUBTED = Say(
    "改法：{changes}；也可能{places}，报告本身不能确定是哪一种",
    "it can be mended: {changes}; or else {places}: the report does not tell which",
)
OR_ELSE = Say("{told}；也可能{places}", "{told}; or else {places}")
CERTAIN = Say(
    "疑错：{changes}；其余改法有{count}种，报告本身不能确定是哪一种：{ways}",
    "suspects: {changes}; the rest can be mended in {count} ways, and the report does not tell which: {ways}",
)
TIED = Say(
    "改法有{count}种，报告本身不能确定是哪一种：{ways}", "it can be mended in {count} ways, and the report does not tell which: {ways}"
)
FAVOURED = Say("改法有{count}种，第一种较可能：{ways}", "it can be mended in {count} ways, the first being likeliest: {ways}")
LIKELY = Say(
    "疑错：{changes}；其余改法有{count}种，第一种较可能：{ways}",
    "suspects: {changes}; the rest can be mended in {count} ways, the first being likeliest: {ways}",
)
UNBOUND = Say(
    "{place}所写的数与所列各数不是一回事（没有列全、口径不同，或读错了对应关系）",
    "what {place} says is about something else than the figures it was compared with",
)
ONLY_UNBOUND = Say(
    "单改哪一个数都会与别处不符：可能没有列全、口径不同，或读错了对应关系",
    "changing any one figure breaks other relations: perhaps they are not about the same thing, or were read wrongly",
)
SEE = Say("改法见[{fingerprint}]", "how to mend it: see [{fingerprint}]")
SEE_SUSPECT = Say("疑错：{changes}（改法见[{fingerprint}]）", "suspect: {changes} (see [{fingerprint}])")
CHANGE = Say("【{figure}】（{place}）应为{becomes}", "[{figure}] ({place}) should be {becomes}")
AT_MOST = Say("【{figure}】（{place}）应不超过{becomes}", "[{figure}] ({place}) should be no more than {becomes}")
AT_LEAST = Say("【{figure}】（{place}）应不少于{becomes}", "[{figure}] ({place}) should be no less than {becomes}")
VARIOUSLY = Say("【{figure}】（{place}）要改，改成多少各种改法不同", "[{figure}] ({place}) must change, each way to another value")
CHANGE_TOO = Say("【{figure}】（{place}）也要相应改动", "[{figure}] ({place}) changes with it")
BECAUSE = Say("{change}，{evidence}", "{change}: {evidence}")
MORE = Say("等", "…")
OPEN = Say("改法：{why}", "how to mend it: {why}")
THEN = Say("改后：{effects}", "then: {effects}")
THEN_IF = Say("按第{number}种改法：{effects}", "by way {number}: {effects}")
FOLLOW = Say("由此引起（{count}条）：{each}", "follow from it ({count}): {each}")
FOLLOWER = Say("{code} {title}（{place}）", "{code} {title} ({place})")
GONE = Say("“{title}”（{place}）随之消失", "“{title}” ({place}) is gone")
BREAKS = Say("“{title}”（{place}）原来相符，改后不符", "“{title}” ({place}) held and holds no longer")
BECOMES = Say("“{title}”（{place}）：写{claimed}，应为{derived}", "“{title}” ({place}): {claimed} printed, {derived} follows")


def _form(becomes: str) -> Say:
    """The sentence for a value, a range, a limit, several of these, or what depends on other changes."""
    if becomes == ANYTHING:
        return CHANGE_TOO
    if "/" in becomes and any(sign in becomes for sign in "≤≥～…"):
        return VARIOUSLY
    return AT_MOST if becomes[0] == "≤" else AT_LEAST if becomes[0] == "≥" else CHANGE


def told_with_account(result: Result) -> bool:
    """Whether the explanation of a finding is the evidence of one of its repairs, and told there, or contradicts who is suspected."""
    diagnosis, account = result.check.diagnosis, result.account
    if diagnosis is None or account is None or diagnosis.kind not in ("keystroke", "sign", "unit"):
        return False
    if diagnosis.kind == "keystroke" and account.suspects:
        return True
    return any(change.evidence for repair in account.repairs for change in repair.changes)


class Words:
    """Says things of one report: its documents by their numbers, in one language."""

    def __init__(self, documents: Sequence[Document], home: int, language: Language) -> None:
        self._documents, self._home, self._language = documents, home, language

    def account(self, account: Account, short: int, first: str) -> Iterator[str]:
        """The lines about the culprits; where they were told with another finding of the group, its fingerprint `first` is enough."""
        suspects = self._join(self._change(change) for change in account.suspects)
        if account.open is not None:
            yield self._say(OPEN.of(why=account.open))
        elif first:
            told = SEE_SUSPECT.of(changes=suspects) if suspects else SEE
            yield self._say(told.of(fingerprint=first[:short]))
        else:
            yield self._say(self._repairs(account, suspects))
            yield from self._consequences(account)

    def _repairs(self, account: Account, suspects: str) -> Say:
        repairs = account.repairs
        doubts = self._join([self._say(UNBOUND.of(place=self._where(file, span))) for file, span in account.doubted])
        if len(repairs) == 1:
            alone = not repairs[0].changes
            changes = self._way(repairs[0], account, 0, ())
            clean = all(found.effect == "vanishes" for found in account.consequences)
            told = DOUBTED.of(places=doubts) if doubts else SUSPECT if clean else SUSPECT_BUT
            return ONLY_UNBOUND if alone else told.of(changes=changes)
        known = tuple(change.figure for change in account.suspects)
        shown = [f"{_NUMBERS[number]}{self._way(repair, account, number, known)}" for number, repair in enumerate(repairs[:SHOWN])]
        ways = self._join(shown) + (MORE.text(self._language) if len(repairs) > SHOWN else "")
        told = (LIKELY if repairs[0].favoured else CERTAIN) if suspects else FAVOURED if repairs[0].favoured else TIED
        told = told.of(count=len(repairs), ways=ways, changes=suspects)
        return OR_ELSE.of(told=told, places=doubts) if doubts else told

    def way(self, account: Account, number: int) -> str:
        """One repair, the first being 0, with all of its changes."""
        return self._way(account.repairs[number], account, number, ())

    def _way(self, repair: Repair, account: Account, number: int, known: Sequence[Figure]) -> str:
        """One repair, but for the changes that are known to be needed in any case."""
        parts = [self._change(change) for change in repair.changes if not any(change.figure is figure for figure in known)]
        parts += [self._say(UNBOUND.of(place=self._where(file, span))) for file, span in account.unbound[number]]
        return ("，并且" if self._language == "zh" else " and ").join(parts)

    def _change(self, change: Change) -> str:
        figure, becomes = change.figure, change.becomes
        told = _form(becomes).of(figure=figure, place=self._where(figure.file, figure.span), becomes=becomes.lstrip("≤≥"))
        for evidence in change.evidence:
            told = BECAUSE.of(change=told, evidence=evidence)
        return self._say(told)

    def _consequences(self, account: Account) -> Iterator[str]:
        for number in range(len(account.repairs)):
            # what vanishes with the one repair that there is stands below it as what follows from it
            told = [found for found in account.consequences if found.effect != "vanishes" or len(account.repairs) > 1]
            effects = [self._effect(found) for found in told if found.repair == number]
            if effects:
                yield self._say((THEN if len(account.repairs) == 1 else THEN_IF).of(number=number + 1, effects=self._join(effects)))

    def _effect(self, found: Consequence) -> str:
        told = GONE if found.effect == "vanishes" else BECOMES if found.derived else BREAKS
        values = {"title": found.title, "place": self._where(found.file, found.span), "claimed": found.claimed, "derived": found.derived}
        return self._say(told.of(**values))

    def following(self, results: Sequence[tuple[int, Result]]) -> str:
        """The findings that follow from one, by their titles and places."""
        each = [
            FOLLOWER.of(code=result.code, title=result.title, place=self._where(file, result.check.span or Span(0, 0)))
            for file, result in results
        ]
        return self._say(FOLLOW.of(count=len(results), each=self._join([self._say(one) for one in each])))

    def _where(self, file: int, span: Span) -> str:
        document = self._documents[file]
        place = where(document.place(span)).text(self._language)
        return place if file == self._home else f"{called(document.path).text(self._language)} {place}"

    def _join(self, parts: Iterator[str] | Sequence[str]) -> str:
        return ("；" if self._language == "zh" else "; ").join(parts)

    def _say(self, say: Say) -> str:
        return say.text(self._language)
