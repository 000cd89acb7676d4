"""The office that made a report, named otherwise than its title or form names it: by a slip of the pen, or by the name of its forerunner.

Names that are merely shorter (县住建局), of other offices of the same place, and of superiors or units are no variants.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from lint.facts.passages import Passage
from lint.lexicon import lexicon
from lint.pattern import pattern
from lint.place import Span

_NAME = pattern(
    r"(?:\([^()]*\))?(?P<place>[^\W\d_A-Za-z]{1,5}?)(?P<level>[省市县区旗州])(?P<body>[^\W\d_A-Za-z]{2,16}?)(?P<end>局|委员会|办公室|中心|研究院|医院)(?:本级|机关)?"
)
_HAN = r"[^\W\d_A-Za-z]"
_BEFORE = pattern(r"原|前身|更名|合并|组建|改组|划[入转归]|整合|机构改革|撤销|挂牌|牌子|曾|以前|时任|并入|归并|加挂|承接")
"""Words of a name that was: the sentence speaks of history."""
_AND = str.maketrans("", "", "和与及")
_LABEL = 50
"""Longer passages are no title or label, where the whole name is the report's own."""
_LONG = 4
"""Bodies of names from this length on that differ in one character are one name misspelt; shorter ones (财政, 民政) may be two offices."""


@dataclass(frozen=True, slots=True)
class Variant:
    """`name` at `span`, `count` times in the document, where the report calls its office `office`.

    *spelt*: one character is another · *place*: one of the place name is · *former*: the name of the same office before a reform.
    """

    kind: Literal["spelt", "place", "former"]
    span: Span
    name: str
    office: str
    count: int = 1


def variants(passages: Sequence[Passage], office: str) -> tuple[Variant, ...]:
    """Every other name of the office, once, at its first place; none where the office is not known by its full name."""
    match = _NAME.fullmatch(office.replace(" ", ""))
    if match is None:
        return ()
    place, level, body, end = match["place"], match["level"], match["body"], match["end"]
    full = f"{place}{level}{body}{end}"
    found: dict[tuple[str, str], list[tuple[Passage, int, int]]] = {}
    same_place = pattern(
        rf"(?:{place}{level}|(?<!{_HAN}){level}|(?<=[我本由经向与和]){level})(?P<name>{_HAN}{{2,16}}?){end}(?!{_HAN}*{end})"
    )
    same_name = pattern(rf"(?P<name>{_HAN}{{{len(place)}}}){level}{body}{end}")
    for passage in passages:
        for words, known in ((same_place, body), (same_name, place)) if end in passage.text else ():
            for hit in words.finditer(passage.text):
                kind = _kind(hit["name"], known, is_place=known is place)
                if kind == "former" and "《" in passage.text[: hit.start()].rpartition("》")[2]:
                    continue  # a paper that the forerunner issued
                if kind == "place" and not _is_label(passage.text):
                    continue  # a neighbour, more likely
                if kind and not _BEFORE.search(_sentence(passage.text, hit.start())):
                    found.setdefault((kind, hit[0]), []).append((passage, *hit.span()))
    return tuple(_variant(kind, name, full, places) for (kind, name), places in found.items())


def _variant(kind: str, name: str, full: str, places: Sequence[tuple[Passage, int, int]]) -> Variant:
    passage, start, end = places[0]
    known: dict[str, Literal["spelt", "place", "former"]] = {"spelt": "spelt", "place": "place", "former": "former"}
    return Variant(known[kind], passage.span(start, end), name, full, len(places))


def _kind(name: str, known: str, *, is_place: bool) -> str:
    """How a name differs from the known one; empty where it is that but for a 和, or another office's."""
    if name.translate(_AND) == known.translate(_AND):
        return ""
    differing = sum(one != other for one, other in zip(name, known, strict=False)) if len(name) == len(known) else len(known)
    if is_place:
        return "place" if differing == 1 and len(known) > 1 else ""
    if differing == 1 and len(known) >= _LONG:
        return "spelt"
    return "former" if any(name in group and known in group for group in lexicon().offices) else ""


def _is_label(text: str) -> bool:
    """Whether a passage is a title, a label or a cell: there the office is named that made the report."""
    return len(text) <= _LABEL and not any(mark in text for mark in "，。；")


def _sentence(text: str, at: int) -> str:
    """The sentence around an offset."""
    end = text.find("。", at)
    return text[text.rfind("。", 0, at) + 1 : end if end >= 0 else len(text)]
