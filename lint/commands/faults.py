"""Faults of the command line: as argparse words them, in Chinese, and what was probably meant."""

from __future__ import annotations

import re

from lint.errors import nearest

_WORDINGS = (
    (
        r"argument (?P<option>\S+): invalid choice: '?(?P<value>.*?)'? \(choose from (?P<choices>.*)\)",
        "{option}不能是“{value}”，可用的有 {choices}",
    ),
    (r"argument (?P<option>\S+): invalid int value: '(?P<value>.*)'", "{option}要求整数，不能是“{value}”"),
    (r"argument (?P<option>\S+): expected (?:one|at least one) argument", "{option}后面缺少内容"),
    (r"argument (?P<option>\S+): ignored explicit argument '(?P<value>.*)'", "{option}后面不能有内容“{value}”"),
    (r"the following arguments are required: (?P<option>.*)", "缺少{option}，用 {prog} --help 查看用法"),
)


def translate(message: str, prog: str = "gouji") -> str:
    """A message of argparse as a Chinese sentence; one that is not known stays as it is."""
    for pattern, wording in _WORDINGS:
        if match := re.fullmatch(pattern, message, re.DOTALL):
            values = {key: value.replace("'", "") for key, value in match.groupdict().items()}
            choices = values.get("choices", "").split(", ")
            values |= {"prog": prog, "choices": "、".join(choices)}
            if values["option"].startswith("-"):
                values["option"] += " "
            return wording.format_map(values) + nearest(values.get("value", ""), choices)
    return message
