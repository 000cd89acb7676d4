"""SCO: scores, full marks, ceilings."""
