"""The slips that people make in numbers: every one changes the digits of one cell, as a keystroke, a copy or a wrong line would."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from random import Random

from tests.blame.sheet import Cell, Sheet

Slip = Callable[[Sheet, Cell, Random], str]
"""The digits that the slip makes of a cell's; the same ones where it does not apply."""


def swapped(_: Sheet, cell: Cell, random: Random) -> str:
    """Two neighbouring digits in the wrong order."""
    digits = cell.digits
    at = [i for i in range(len(digits) - 1) if digits[i].isdigit() and digits[i + 1].isdigit() and digits[i] != digits[i + 1]]
    if not at:
        return digits
    i = random.choice(at)
    return digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :]


def dropped(_: Sheet, cell: Cell, random: Random) -> str:
    digits = cell.digits
    at = [i for i, char in enumerate(digits) if char.isdigit()]
    i = random.choice(at)
    return digits[:i] + digits[i + 1 :]


def doubled(_: Sheet, cell: Cell, random: Random) -> str:
    digits = cell.digits
    i = random.choice([i for i, char in enumerate(digits) if char.isdigit()])
    return digits[:i] + digits[i] + digits[i:]


def mistyped(_: Sheet, cell: Cell, random: Random) -> str:
    digits = cell.digits
    i = random.choice([i for i, char in enumerate(digits) if char.isdigit()])
    return digits[:i] + random.choice("0123456789") + digits[i + 1 :]


def off(_: Sheet, cell: Cell, random: Random) -> str:
    """Off by some points, or by a few units of the last place but one."""
    step = Decimal(random.choice([1, 2, 3, 4, 5])) if cell.kind == "score" else Decimal(random.randint(10, 900)).scaleb(-cell.places)
    return f"{cell.value + random.choice([-1, 1]) * step}"


def full(sheet: Sheet, cell: Cell, _: Random) -> str:
    """The full mark in place of the score."""
    return sheet.cells[cell.full].digits if cell.full else cell.digits


def sibling(sheet: Sheet, cell: Cell, random: Random) -> str:
    """The number of another line of the same sum."""
    beside = [
        name
        for claim in sheet.claims
        if claim.relation == "sum" and cell.name in claim.parts
        for name in claim.parts
        if sheet.cells[name].digits != cell.digits
    ]
    return sheet.cells[random.choice(beside)].digits if beside else cell.digits


def stale(_: Sheet, cell: Cell, random: Random) -> str:
    """Last year's value: of the same size, with no likeness of digits."""
    share = Decimal(random.randint(70, 130)) / 100
    return f"{(cell.value * share).quantize(Decimal(1).scaleb(-cell.places))}"


SLIPS: tuple[Slip, ...] = (swapped, dropped, doubled, mistyped, off, full, sibling, stale)
TRIES = 200


def planted(sheet: Sheet, count: int, random: Random, cells: list[str] | None = None) -> Sheet:
    """The sheet with so many slips, each in another cell; each would be seen if it were the only one."""
    made = sheet
    names = cells or [name for name, cell in sheet.cells.items() if not cell.is_full]
    fulls = [name for name, cell in sheet.cells.items() if cell.is_full]
    if not cells and fulls and random.random() < FULL:
        names.append(random.choice(fulls))
    for _ in range(TRIES):
        if len(made.altered) == count:
            break
        cell = sheet.cells[random.choice(names)]
        digits = random.choice(SLIPS)(sheet, cell, random)
        if cell.name not in made.altered and _is_printable(digits) and Decimal(digits) != cell.value and _shows(sheet, cell, digits):
            made = made.slipped(cell.name, digits)
    return made


FULL = 0.1
"""Full marks are copied from a table: slips in them are rare."""


def _is_printable(digits: str) -> bool:
    """Whether people would print it so: no sign, no leading zero, no point at an end."""
    whole, point, places = digits.partition(".")
    return whole.isdigit() and (whole == "0" or whole[0] != "0") and (not point or places.isdigit())


def _shows(sheet: Sheet, cell: Cell, digits: str) -> bool:
    return any(check.outcome == "broken" and check.severity != "info" for check in sheet.slipped(cell.name, digits).checks_of(cell.name))
