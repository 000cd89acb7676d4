"""YEA: years that do not fit."""
