"""Scoring tables and the report: which one it was written by, where its indicators stand, what they were scored by."""
