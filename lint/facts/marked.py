"""Full marks, scores and grades, and the scoring table they are given by."""

from __future__ import annotations

from functools import cached_property

from lint.facts.phrased import Phrased
from lint.facts.prose.grades import Graded, grades
from lint.facts.rubrics.choice import Choice, choice, nearest
from lint.facts.rubrics.printed import Printed
from lint.facts.rubrics.scored import Scored, scored
from lint.facts.rubrics.stretch import stretches
from lint.facts.scores.averaged import Mean, Spread, averaged
from lint.facts.scores.cells import Index, index
from lint.facts.scores.deducted import Deducted, Deductions, deducted
from lint.facts.scores.misplaced import Misplaced, misplaced
from lint.facts.scores.rated import rated
from lint.facts.scores.target import Executed, Target
from lint.facts.scores.targets import targets
from lint.facts.scores.tree import Tree
from lint.facts.scores.trees import scores
from lint.facts.scores.twins import Twin, twins
from lint.place import Span
from lint.say import Say


class Marked(Phrased):
    """The part of `Facts` that scores answer for."""

    @cached_property
    def cells(self) -> Index:
        """What stands in the cells of tables, by their spans."""
        return index(self.passages, self.tokens)

    @cached_property
    def scores(self) -> tuple[Tree, ...]:
        """Score trees: full marks, awarded scores and claimed totals of titles, sentences and tables."""
        return scores(self.document, self.passages, self.tokens, self.cells)

    @cached_property
    def twins(self) -> tuple[Twin, ...]:
        """Scores that the titles and the score table both print."""
        return twins(self.scores)

    @cached_property
    def deducted(self) -> tuple[Deducted | Deductions, ...]:
        """Points taken off as single sentences tell them: with full mark and score, or with their sum."""
        return tuple(deducted(self.passages, self.tokens))

    @cached_property
    def averaged(self) -> tuple[Mean | Spread, ...]:
        """Average scores with the scores or the counts by grade that stand beside them."""
        return tuple(averaged(self.passages, self.tokens, self.bands))

    @cached_property
    def misplaced(self) -> tuple[Misplaced, ...]:
        """Full marks and scores that stand in the columns of targets and results."""
        return misplaced(self.document, self.passages, self.tokens, self.cells)

    @cached_property
    def indicators(self) -> tuple[Target | Executed, ...]:
        """Every indicator of a form with its target and result, and every execution rate that is scored."""
        scores = frozenset(figure.span for found in self.misplaced for figure in found.targets)
        return targets(self.document, self.cells, self.given.forms, scores)

    @cached_property
    def grades(self) -> tuple[Graded, ...]:
        """Scores with the grade word given for them."""
        return (*grades(self.mentions, self.bands), *rated(self.document, self.cells, self.bands))

    @cached_property
    def rubric(self) -> Choice | None:
        """The scoring table that the report follows; None where none is known to be its own."""
        return choice(self.scores, self.passages, self.year, self.given)

    @property
    def nearest_rubric(self) -> Say | None:
        """Which scoring table comes nearest where none was chosen, and what did not fit."""
        return nearest(self.scores, self.passages, self.year, self.given)

    @cached_property
    def scored(self) -> tuple[Scored, ...]:
        """Every awarded score that the scoring table derives from a number."""
        if self.rubric is None:
            return ()
        where = stretches(self.scores, self.passages, len(self.document.text))
        rows = {found.awarded.span: found for found in self.indicators if found.awarded is not None}
        return tuple(scored(self.rubric, Printed(where, self.equations, self.tokens, rows)))

    @cached_property
    def ruled(self) -> frozenset[Span]:
        """The awarded scores that the scoring table decides, so that no usual practice need be asked."""
        return frozenset(found.awarded.span for found in self.scored if found.is_decided)
