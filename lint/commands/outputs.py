"""Where `-o` leads: to which files, in which formats."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence

from lint.errors import UsageError
from lint.paths import STDIN
from lint.settings import Settings
from lint.writers import FORMS


def outputs_of(asked: Iterable[str], forms: Sequence[str]) -> dict[str, str]:
    """Paths with their formats, of those that are possible. Raises UsageError where a path has no format, or two."""
    found: dict[str, str] = {}
    for each in asked:
        form, path = form_of(each, forms)
        if found.setdefault(path, form) != form:
            raise UsageError(f"“{path}”不能同时是 {found[path]} 和 {form}")
    return found


def form_of(asked: str, forms: Sequence[str]) -> tuple[str, str]:
    """Format and path of ``FORMAT:PATH``, or of a path with the suffix of a format. Raises UsageError where there is no such format."""
    name, colon, path = asked.partition(":")
    if colon and path and name in forms:
        return name, path
    suffix = os.path.splitext(asked)[1].lower()
    for form in forms:
        if suffix and FORMS[form].suffix == suffix:
            return form, asked
    known = " ".join(FORMS[form].suffix for form in forms if FORMS[form].suffix)
    unsuffixed = "、".join(form for form in forms if not FORMS[form].suffix)
    raise UsageError(f"不知道“{asked}”用什么格式，后缀可用 {known}" + (f"；{unsuffixed} 写作 格式:文件" if unsuffixed else ""))


def without_outputs(files: Mapping[str, Settings], outputs: Iterable[str], named: Iterable[str]) -> dict[str, Settings]:
    """The files without those that the run before wrote into the folder under the names of these outputs; one that was `named` stays."""
    written = {os.path.realpath(path) for path in outputs} - {os.path.realpath(path) for path in named}
    return {file: own for file, own in files.items() if file == STDIN or os.path.realpath(file) not in written}


def refuse_overwriting(files: Iterable[str], outputs: Mapping[str, str]) -> None:
    """Refuse, before the work is done, outputs that cannot be written or would replace what is to be checked."""
    for path in outputs:
        folder = os.path.dirname(path) or "."
        if not os.path.isdir(folder):
            raise UsageError(f"没有文件夹“{folder}”，不能写入“{path}”")
        if os.path.isdir(path):
            raise UsageError(f"“{path}”是文件夹，不能写入")
        if any(os.path.exists(path) and os.path.exists(file) and os.path.samefile(path, file) for file in files if file != STDIN):
            raise UsageError(f"“{path}”是要检查的文件，不能覆盖")
