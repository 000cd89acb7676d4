"""Random tangles: numbers that stand in several sums at once, with copies and limits, unlike anything that a table would print."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from tests.blame.sheet import Cell, Claim, Sheet


def tangle(random: Random) -> Sheet:
    """A few free numbers, and more that are sums of some, copies of one, or at least as large as one; all in 分."""
    values = {f"数{at}": Decimal(random.randint(0, 20)) for at in range(random.randint(3, 6))}
    claims: list[Claim] = []
    for at in range(random.randint(2, 6)):
        name = f"和{at}"
        parts = tuple(random.sample(sorted(values), random.randint(2, min(4, len(values)))))
        values[name] = sum((values[part] for part in parts), Decimal(0))
        claims.append(Claim("sum", name, parts))
    for at in range(random.randint(0, 3)):
        source = random.choice(sorted(values))
        if random.random() < 0.5:
            values[f"抄{at}"] = values[source]
            claims.append(Claim("copy", f"抄{at}", (source,)))
        else:
            values[f"限{at}满分"] = values[source] + random.choice((0, 0, 1, 5))
            claims.append(Claim("cap", source, (f"限{at}满分",)))
    return Sheet({name: Cell(name, str(value), "score", "分") for name, value in values.items()}, tuple(claims))
