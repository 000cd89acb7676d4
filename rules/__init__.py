"""Rules: one file per rule, by family; installed as `lint.rules`."""
