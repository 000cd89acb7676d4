"""Layers of values, laid over each other."""

from __future__ import annotations

from lint.config.keys import KEYS, PROFILES, by_name
from lint.config.setting import Origin, Setting, Values

BUILT_IN: Values = {key.name: () if key.adds else (Setting(key.default, Origin()),) for key in KEYS}


def over(weak: Values, strong: Values) -> Values:
    """What holds where one layer of values lies over another: key by key."""
    merged = dict(weak)
    for name, entries in strong.items():
        merged[name] = (*entries, *merged.get(name, ())) if by_name(name).adds else entries
    return merged


def profiled(values: Values) -> Values:
    """The values with those that nobody set and the profile decides."""
    (profile,) = values["profile"]
    decided = {
        name: (Setting(value, Origin("profile", profile.value)),)
        for name, value in PROFILES[profile.value].items()
        if values[name][0].origin.kind == "built-in"
    }
    return {**values, **decided}
