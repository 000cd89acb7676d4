"""A user's own rules: tables of `gouji.toml` that need no Python, checked when they are loaded.

`records` says what they hold, `read` makes them from tables, `clashes` refuses those that cannot all hold, `load` does both.
"""
