"""How places and figures of either version are told to people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lint.check import Related
from lint.compare.figures import Pair
from lint.compare.record import Comparison, Fate, Versions
from lint.document import Document
from lint.figure import QUANTITIES, Figure
from lint.place import Span
from lint.report import FileReport
from lint.say import Say
from lint.settings import Settings
from lint.writers.compare.words import STATES
from lint.writers.listing import FINGERPRINT
from lint.writers.text import label
from lint.writers.words import where

COLON = Say("{lead}：{rest}", "{lead}: {rest}")
FEW = 6
"""Changed figures that a finding lists, and figures of one passage that were put in or taken out."""


@dataclass(frozen=True)
class Told:
    """One pair of drafts and the documents of both versions, by the numbers of their files."""

    file: Comparison
    olds: Mapping[int, Document]
    news: Mapping[int, Document]
    settings: Settings

    def say(self, say: Say) -> str:
        return say.text(self.settings.language)

    @property
    def comma(self) -> str:
        return "、" if self.settings.language == "zh" else ", "

    def place(self, report: FileReport | None, span: Span) -> str:
        return self.say(where(report.document.place(span))) if report else ""

    def printed(self, figure: Figure, documents: Mapping[int, Document]) -> str:
        """A figure as it is printed; the words of one that is no quantity."""
        return str(figure) if figure.kind in QUANTITIES else documents[figure.file].quote(figure.span)

    def move(self, pair: Pair) -> str:
        """A figure that is not the same: 基本支出300万元→310万元, 新增 其他支出5万元."""
        sides = ((pair.old, self.olds), (pair.new, self.news))
        printed = "→".join(self.printed(figure, documents) for figure, documents in sides if figure is not None)
        named = next(label(Related(figure, "operand", pair.label)) for figure, _ in sides if figure is not None) + printed
        return named if pair.old is not None and pair.new is not None else f"{self.say(STATES[pair.state])} {named}"

    def moves(self, fate: Fate) -> str:
        """The first figures of a finding that are not the same."""
        return self.comma.join([self.move(pair) for pair in fate.moves[:FEW]] + ["…"] * (len(fate.moves) > FEW))


def code(fate: Fate) -> str:
    """What a finding is referred to by: SUM001[b2aecc72]."""
    return f"{fate.result.code}[{fate.result.fingerprint[:FINGERPRINT]}]"


def documents(versions: Versions) -> tuple[dict[int, Document], dict[int, Document]]:
    """The documents of either version by the numbers of their files."""
    sides = ([file.old for file in versions.files], [file.new for file in versions.files])
    old, new = ({report.number: report.document for report in side if report} for side in sides)
    return old, new
