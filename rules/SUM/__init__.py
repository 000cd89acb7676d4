"""SUM: parts and totals, and what is left."""
