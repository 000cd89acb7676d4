"""CMP001 增减方向与数字相反

查什么  “增加”“减少”“上升”“下降”等词与两期数的大小是否一致；方向词后面又写负数的，提示重复。
为什么  方向写反会使读者得出相反的结论。
怎样处理  核对两期数；无误则改方向词。
不查    只写了一期数的，看不出方向，不查；换算单位后才相符的见 UNI002。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check, Related
from lint.diagnosis import Diagnosis
from lint.facts import Facts
from lint.facts.prose.changes import Change
from lint.rule import Bad, Good, rule
from lint.say import Say

DIVIDED = Say("{name}：增减额与增减幅度的方向词相反", "{name}: difference and rate are given opposite words of direction")
FLAT = Say("{name}写与上期持平，所写的上期数或各分项增减额（{shown}）却不支持", "{name} is said to be unchanged, contrary to {shown}")
TURNED = Diagnosis("sign", Say("若改用相反的方向词则各数相符", "the numbers agree with the opposite word"))
SWAPPED = Diagnosis("swapped", Say("若本期数与上期数互换则各数相符", "the numbers agree with the two figures exchanged"))
TWICE = Say("{name}：方向词之后又写负数{claimed}，重复取负", "{name}: the word already says a fall, and {claimed} has a minus sign")


@rule(
    "CMP001",
    name="direction",
    severity="error",
    precision="order",
    needs=("current|delta",),
    title="A word of direction contradicts the numbers",
    says=Say(
        "{name}本期{current}、上期{prior}，与所写的“{word}”方向相反",
        "{name}: {current} now, {prior} before, contrary to “{word}”",
    ),
    bad=[
        Bad("公务接待费支出15万元，比上年12万元减少3万元。"),
        Bad("公务接待费支出0.82万元，比上年增加0.23万元，下降21.90%。"),
        Bad(
            "“三公”经费支出18.47万元，较上年决算数持平，其中：公务接待费支出3.21万元，比上年减少1.26万元；公务用车运行维护费支出15.26万元，比上年减少0.93万元。"
        ),
    ],
    good=[
        Good("公务接待费支出12万元，比上年15万元减少3万元。"),
        Good("公务接待费支出12万元，比上年减少3万元。", outcome=None),
        Good("成本节约率-6%，计划200万元，实际212万元。", outcome=None),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for change in facts.changes:
        stated = change.delta or change.rate
        if stated is None or change.slipped:
            continue
        if change.doubly_negative:
            yield Check.observe(stated.figure, name=change.title, claimed=str(stated.figure)).but(severity="info", message=TWICE)
        if change.delta is not None and change.rate is not None and change.divided:
            yield Check.observe(change.rate.figure, change.roles(), name=change.title).but(message=DIVIDED, diagnosis=_explained(change))
            continue
        if change.current is None or change.prior is None or change.binding == "near":
            continue
        values = {"name": change.title, "current": change.current.figure, "prior": change.prior.figure, "word": change.word}
        roles = [role for role in change.roles() if role.figure is not stated.figure]
        verdict = Check.observe if change.reversed else Check.agrees
        yield verdict(stated.figure, roles, **values).but(diagnosis=_explained(change) if change.reversed else None)
    for flat in facts.flats:
        roles = [Related(delta.figure, "delta", delta.title) for delta in flat.deltas]
        if flat.prior is not None:
            roles.append(Related(flat.prior.figure, "prior", flat.level.title))
        shown = "、".join(f"{role.figure}" for role in roles)
        found = Check.agrees(flat.level.figure, roles) if flat.holds else Check.observe(flat.level.figure, roles)
        yield found.but(message=FLAT.of(name=flat.level.title, shown=shown))


def _explained(change: Change) -> Diagnosis | None:
    """Another word of direction, or the two figures exchanged, where all numbers agree then."""
    if any(other.fits for other in change.reworded()):
        return TURNED
    return SWAPPED if change.exchanged.fits else None
