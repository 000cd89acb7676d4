"""REF: the same quantity in two places."""
