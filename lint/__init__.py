"""gouji 勾稽: tells which numbers in a report contradict each other."""

__version__ = "0.1.0"
