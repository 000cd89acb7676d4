"""Scores: trees of indicators from titles, sentences and tables, and what should add up to what."""
