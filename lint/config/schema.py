"""The JSON schema of `gouji.toml`, by which editors complete and check it."""

from __future__ import annotations

from typing import Any

from lint.config.keys import EXTEND, KEYS, PER_FILE, Key
from lint.config.load import FILES

Schema = dict[str, Any]


def schema() -> Schema:
    """The schema, made from the table of keys."""
    own: Schema = {
        FILES: {
            "type": "array",
            "items": {"type": "string", "minLength": 1},
            "minItems": 1,
            "description": "管哪些文件：通配符，相对于设置文件所在的文件夹",
        },
        **{key.name: _described(key) for key in KEYS if key.scope == "file"},
    }
    entry = {"type": "object", "properties": own, "required": [FILES], "additionalProperties": False}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "gouji.toml",
        "type": "object",
        "properties": {
            EXTEND: {"type": "string", "description": "先读这个设置文件：路径，相对于写它的文件"},
            **{key.name: _described(key, default=True) for key in KEYS},
            PER_FILE: {"type": "array", "items": entry, "description": "只对部分文件的设置；后写的优先"},
        },
        "additionalProperties": False,
    }


def _described(key: Key, *, default: bool = False) -> Schema:
    told = {"default": key.default} if default and key.default not in (None, ()) else {}
    return {**key.kind.schema, "description": key.help, **told}
