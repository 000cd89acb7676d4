"""RAT: rates, shares, growth, printed formulas."""
