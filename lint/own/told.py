"""How a check of a user's rule is told: in the user's words and severity where there are any, always with the rule's name and place."""

from __future__ import annotations

from lint.check import Check, Severity
from lint.own.records import Head
from lint.say import Say

OF_RULE = Say("自定规则“{own}”（{place}）：{reason}", "rule “{own}” ({place}): {reason}")
WHY = Say("{why}", "{why}")
BOTH = Say("{why}；{note}", "{why}; {note}")


def told(check: Check, head: Head, says: Say, severity: Severity | None = None) -> Check:
    """The check of the rule with this head; `says` is what the rule's kind says, `severity` what it costs where the user does not say."""
    given = check.severity or head.severity or severity
    values: dict[str, object] = {"own": head.name, "place": head.place}
    if check.outcome != "broken":
        return check.but(values=values, reason=of_rule(head, check.reason) if check.reason else None)
    if head.message:
        message = Say("{words}（" + says.zh + "）", "{words} (" + says.en + ")", {"words": head.message})
        check = check.but(message=message)
    if head.why:
        check = check.but(note=BOTH.of(why=head.why, note=check.note) if check.note else WHY.of(why=head.why))
    return check.but(values=values, severity=given)


def of_rule(head: Head, reason: Say) -> Say:
    """A reason with the user's rule that it concerns."""
    return OF_RULE.of(own=head.name, place=head.place, reason=reason)
