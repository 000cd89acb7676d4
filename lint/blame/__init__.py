"""Which figures can be to blame: every smallest set of changes after which all relations of a report hold.

The method is that of Fellegi and Holt (1976), "A Systematic Approach to Automatic Edit and Imputation", with two differences: all
smallest sets are enumerated, for one optimum hides its ties, and all arithmetic is exact. Conflicts are resolved as Reiter (1987),
"A Theory of Diagnosis from First Principles", does: whatever explains a report must change something in each of them.
"""

from lint.blame.records import ANYTHING, Account, Blame, Change, Consequence, Repair

__all__ = ["ANYTHING", "Account", "Blame", "Change", "Consequence", "Repair"]
