"""Decisions of reviewers: kept in readable files, matched with what a run found, and brought up to date."""
