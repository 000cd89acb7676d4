"""What a bureau adds of its own: tables that are read elsewhere, and what is kept of them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from lint.bands import Bands, bands_of
from lint.config.kinds import At, Entry, Kind, each, tables
from lint.config.setting import Setting
from lint.errors import UsageError
from lint.own.load import own_of, rule_of
from lint.own.records import Own, OwnComparison, OwnRatio, OwnRequired, OwnSum, OwnYears
from lint.template import SCHEMA, Template, template_of

if TYPE_CHECKING:  # what reads ratios and rubrics is loaded where there are some: most runs have none
    from lint.ratio import RatioTerm
    from lint.rubric import Rubric

TABLE = {"type": "object"}

FORMS = tables(each(template_of), SCHEMA)


def _ratios(raw: list[Any], at: At) -> Iterable[RatioTerm]:
    from lint.ratio import ratios_of

    return ratios_of({str(at): raw}, str(at))


RATIOS = tables(_ratios, TABLE)


def own(key: str) -> Kind:
    """Own rules of one kind, `[[sum]]` …"""

    def parse(raw: list[Any], at: At) -> Iterable[Any]:
        return (rule_of(key, table, f"{at}[{index}]", at.file, at.line) for index, table in enumerate(raw))

    return tables(parse, TABLE)


def own_rules(rules: Sequence[Setting]) -> Own:
    """All own rules; one of a nearer file stands for one of its kind and name in a file that it extends."""
    return own_of(setting.value for setting in rules)


def _bands(raw: object, at: At) -> Iterable[Entry]:
    return [(None, bands_of(raw, str(at), "given"))]


BANDS = Kind(_bands, {"type": "array", "items": TABLE, "minItems": 2}, written=True)


def bands(settings: Sequence[Setting]) -> Bands | None:
    """The grade bands; None where nobody gives some."""
    found: Bands | None = settings[0].value
    return found


def _rubrics(raw: object, at: At) -> Iterable[Entry]:
    """A name as it stands, or every rubric that is described."""
    if isinstance(raw, str) and raw:
        return [(None, raw)]
    from lint.rubric import library

    if not isinstance(raw, list):
        raise UsageError(f'{at} 应写成 [[rubric]]（两层方括号）或者 rubric = "编号或文件"')
    return enumerate(library.from_tables(raw, at.file, at.line))


RUBRICS = Kind(_rubrics, {"anyOf": [{"type": "string", "minLength": 1}, {"type": "array", "items": TABLE}]})


def described(settings: Sequence[Setting]) -> tuple[Rubric, ...]:
    """The rubrics that settings files describe."""
    if not settings:
        return ()
    from lint.rubric import Rubric

    return tuple(setting.value for setting in settings if isinstance(setting.value, Rubric))


def named(settings: Sequence[Setting]) -> Rubric | None:
    """The rubric that was named last: by its id, or by its file, relative to the settings file. Raises UsageError."""
    for setting in settings:
        if isinstance(setting.value, str):
            from lint.rubric import library

            name, origin = setting.value, setting.origin
            if origin.kind == "file" and name.endswith(library.SUFFIX):
                name = os.path.join(origin.folder, name)
            try:
                return library.named(name, described(settings))
            except UsageError as error:
                raise UsageError(f"{origin.said}{error}") from None
    return None


def called(value: object) -> str | None:
    """What to call one of their tables; None for any other value."""
    from lint.ratio import RatioTerm
    from lint.rubric import Rubric

    match value:
        case OwnSum() | OwnRatio() | OwnComparison() | OwnRequired() | OwnYears():
            return value.head.name
        case RatioTerm():
            return value.names[0]
        case Template() | Rubric():
            return value.name
        case Bands():
            return "、".join(band.grade for band in value.bands)
    return None
