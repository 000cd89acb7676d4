"""CMP: comparisons and directions that a report states."""
