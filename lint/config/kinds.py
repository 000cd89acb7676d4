"""Kinds of values: how each is read and checked, and what editors are told of it."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lint.errors import UsageError, nearest

Entry = tuple[int | str | None, Any]
"""A value and the step that leads to it in a list or table; None where it is all there is."""


def _nowhere(_: str) -> int:
    return 0


@dataclass(frozen=True, slots=True)
class At:
    """Where a raw value stands: its path (or option), in which settings file, and what gives the line of a path in it."""

    path: str
    file: str = ""
    line: Callable[[str], int] = _nowhere

    def __str__(self) -> str:
        return self.path

    def of(self, step: int | str) -> str:
        """The path of an entry; on the command line that of the whole, which shows the words."""
        if not self.file:
            return self.path
        return f"{self.path}[{step}]" if isinstance(step, int) else f"{self.path}.{step}"


@dataclass(frozen=True, slots=True)
class Kind:
    """`read` takes a raw value and where it stands, and gives the entries; it raises UsageError. `schema` is its JSON schema.

    Of a kind that is `listed`, the command line may write ``a,b``; one that is `written` stands in settings files alone.
    """

    read: Callable[[object, At], Iterable[Entry]]
    schema: Mapping[str, Any]
    listed: bool = False
    written: bool = False


def _single(read: Callable[[object, At], Any], schema: Mapping[str, Any]) -> Kind:
    return Kind(lambda raw, where: [(None, read(raw, where))], schema)


def choice(*words: str) -> Kind:
    """One of some words."""

    def read(raw: object, where: At) -> str:
        if not isinstance(raw, str) or raw not in words:
            raise UsageError(f"{where} 不能是{said(raw)}，可用的有 {'、'.join(words)}{nearest(str(raw), list(words))}")
        return raw

    return _single(read, {"enum": list(words)})


def count(least: int, unit: str) -> Kind:
    """A whole number of units."""

    def read(raw: object, where: At) -> int:
        number = _whole(raw)
        if number is None:
            raise UsageError(f"{where} 要求整数，不能是{said(raw)}{_unquoted(raw)}")
        if number < least:
            raise UsageError(f"{where} 至少为 {least} {unit}")
        return number

    return _single(read, {"type": "integer", "minimum": least})


def _whole(raw: object) -> int | None:
    """A whole number; None for anything else, true and false included."""
    return raw if isinstance(raw, int) and not isinstance(raw, bool) else None


def _unquoted(raw: object) -> str:
    """That the fault of a number in quotes is the quotes."""
    return "；数字不加引号" if isinstance(raw, str) and raw.isdecimal() else ""


def _year(raw: object, where: At) -> int:
    number = _whole(raw)
    if number is None or not 1949 <= number <= 2999:
        raise UsageError(f"{where} 要求四位年份，不能是{said(raw)}{_unquoted(raw)}")
    return number


def _flag(raw: object, where: At) -> bool:
    if not isinstance(raw, bool):
        raise UsageError(f"{where} 应为 true 或 false，不能是{said(raw)}")
    return raw


def _encoding(raw: object, where: At) -> str:
    """The name by which Python knows an encoding for text."""
    if not isinstance(raw, str):
        raise UsageError(f"{where} 应为编码的名称，如 utf-8、gb18030")
    try:
        "".encode(raw)
    except LookupError:
        raise UsageError(f"不认识编码“{raw}”，常用的有 utf-8、gb18030、big5") from None
    return codecs.lookup(raw).name


def _path(raw: object, where: At) -> str:
    if not isinstance(raw, str) or not raw.strip():
        raise UsageError(f"{where} 应为文件的路径")
    return raw.strip()


def _words(raw: object, where: At, example: str) -> list[str]:
    if not isinstance(raw, list | tuple) or not all(isinstance(word, str) and word.strip() for word in raw):
        raise UsageError(f"{where} 应为列表，如 {example}")
    return [word.strip() for word in raw]


def _handles(raw: object, where: At) -> Iterator[Entry]:
    for index, handle in enumerate(_words(raw, where, '["SUM", "table-total"]')):
        _meant(handle, where.of(index))
        yield index, handle


def _meant(handle: str, where: str) -> list[str]:
    """The codes of the rules that a handle means. Raises UsageError that begins with its place."""
    try:
        return known(handle)
    except UsageError as error:
        raise UsageError(f"{where}：{error}") from None


def known(handle: str) -> list[str]:
    """The codes of the rules that a handle means. Raises UsageError where there is none."""
    from lint.rule import all_rules, matches

    if codes := [rule.code for rule in all_rules() if matches(rule, handle)]:
        return codes
    words = [word for rule in all_rules() for word in (rule.code, rule.name)]
    raise UsageError(f"没有规则“{handle}”{nearest(handle, words)}")


_SEVERITY = choice("error", "warning", "info")


def _severities(raw: object, where: At) -> Iterator[Entry]:
    """Code and severity for each rule that is meant; a handle that means fewer rules goes before one that means more."""
    if not isinstance(raw, dict):
        raise UsageError(f'{where} 应为表，如 severity = {{SUM002 = "warning"}}')
    meant: dict[str, tuple[int, str, str]] = {}
    for handle, value in raw.items():
        ((_, severity),) = _SEVERITY.read(value, At(f"{where}.{handle}"))
        codes = _meant(handle, where.of(handle))
        for code in codes:
            few, other, its = meant.get(code, (len(codes) + 1, handle, severity))
            if few == len(codes) and its != severity:
                raise UsageError(f"{where.of(handle)}：“{other}”和“{handle}”给同一规则 {code} 定了不同的级别")
            if len(codes) < few:
                meant[code] = len(codes), handle, severity
    for code, (_, handle, severity) in sorted(meant.items()):
        yield handle, (code, severity)


def _globs(raw: object, where: At) -> Iterator[Entry]:
    for index, glob in enumerate(_words(raw, where, '["归档", "*.pdf"]')):
        if glob.startswith(("/", "\\")) or glob[1:3] in (":/", ":\\"):
            raise UsageError(f"{where} 中的“{glob}”是绝对路径，应写成相对路径")
        if ".." in glob.replace("\\", "/").split("/"):
            raise UsageError(f"{where} 中的“{glob}”指到文件夹之外（..），永远对不上")
        yield index, glob


def _listed(read: Callable[[object, At], Iterable[Entry]]) -> Kind:
    return Kind(read, {"type": "array", "items": {"type": "string", "minLength": 1}}, listed=True)


def tables(parse: Callable[[list[Any], At], Iterable[Any]], entry: Mapping[str, Any]) -> Kind:
    """Tables `[[name]]`, each of the JSON schema `entry`, read together; `parse` raises UsageError that begins with a path."""

    def read(raw: object, where: At) -> Iterable[Entry]:
        if not isinstance(raw, list):
            raise UsageError(f"{where} 应写成 [[{where}]] 表")
        return enumerate(parse(raw, where))

    return Kind(read, {"type": "array", "items": entry}, written=True)


def each(parse: Callable[[object, str], Any]) -> Callable[[list[Any], At], Iterable[Any]]:
    """Reads tables one by one with a function that takes the data of one and its path."""
    return lambda raw, where: (parse(entry, f"{where}[{index}]") for index, entry in enumerate(raw))


def said(raw: object) -> str:
    """A raw value in a sentence, as TOML writes it."""
    if isinstance(raw, bool):
        return f" {str(raw).lower()}"
    return f"“{raw}”" if isinstance(raw, str) else f" {raw}"


YEAR = _single(_year, {"type": "integer", "minimum": 1949, "maximum": 2999})
FLAG = _single(_flag, {"type": "boolean"})
PATH = _single(_path, {"type": "string", "minLength": 1})
ENCODING = _single(_encoding, {"type": "string"})
HANDLES = _listed(_handles)
GLOBS = _listed(_globs)
SEVERITIES = Kind(_severities, {"type": "object", "additionalProperties": _SEVERITY.schema})
