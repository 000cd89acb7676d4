"""Rules of the user: what the tables of gouji.toml ask for, applied to the report."""
