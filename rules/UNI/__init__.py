"""UNI: units, magnitudes, missing signs."""
