"""Grades in tables: the score and the grade word of every row."""

from __future__ import annotations

from collections.abc import Iterator

from lint.bands import Bands
from lint.document import Document
from lint.facts.prose.grades import Graded, graded
from lint.facts.scores.cells import Cells, Index
from lint.facts.scores.heads import is_awarded, is_full
from lint.pattern import pattern

_GRADE = pattern(r"(?:自评|评价|绩效|综合|复核|最终|评定)*(?:等级|等次|评级|档次|级别)")
_WORD = pattern(r"优秀?|良好?|中等?|差|合格|不合格")


def rated(document: Document, index: Index, bands: Bands) -> Iterator[Graded]:
    """The rows of tables that have one column of scores and one of grades, and none of full marks: there the score is of an indicator."""
    for table in document.tables:
        cells = Cells(table, index)
        score = grade = None
        for row, found in cells.rows():
            heads = {cell.column: cells.text(cell) for cell in found}
            scores = [column for column, text in heads.items() if is_awarded(text)]
            grades = [column for column, text in heads.items() if _GRADE.fullmatch(text)]
            if scores or grades:
                of_hundred = len(scores) == len(grades) == 1 and not any(map(is_full, heads.values()))
                score, grade = (scores[0], grades[0]) if of_hundred else (None, None)
            elif score is not None and grade is not None:
                figure, word = cells.number(cells.at(row, score)), cells.at(row, grade)
                if (
                    figure is not None
                    and word is not None
                    and _WORD.fullmatch(cells.text(word))
                    and (made := graded(figure, word.span, cells.text(word), bands))
                ):
                    yield made
