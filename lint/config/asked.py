"""All that a run was asked: settings files, environment and command line, and what they come to for each file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lint.config import globs
from lint.config.clash import clash, refuse_merged
from lint.config.find import found
from lint.config.keys import EXTEND, KEYS, PER_FILE, Key, by_name
from lint.config.kinds import At
from lint.config.layers import BUILT_IN, over, profiled
from lint.config.setting import Origin, Setting, Values
from lint.errors import UsageError, nearest
from lint.given import Given
from lint.paths import SETTINGS
from lint.settings import Settings

if TYPE_CHECKING:
    from lint.config.load import File

CONFIG = "GOUJI_CONFIG"
"""The variable that names a settings file in place of those that would be found."""


@dataclass(frozen=True)
class Asked:
    """What was said outside of settings files, and which of these count: `only` the one that was named, None to find them.

    `folder` (absolute path) holds all that the run is about.
    """

    environment: Values
    options: Values
    folder: str
    only: str | None = None
    isolated: bool = False
    _files: dict[str, File | None] = field(default_factory=dict, repr=False, compare=False)

    def run(self) -> Values:
        """What holds for the run, by the file nearest to the folder that holds all that was named."""
        return self._over(self.file(self.folder), None)

    def of(self, path: str) -> Values:
        """What holds for a file (or all files of a folder): its own settings, and those of the run for what concerns all of it.

        Raises UsageError where what several places say cannot hold together.
        """
        own = self._over(self.file(folder_of(path)), path)
        run = self.run()
        values = {key.name: run[key.name] if key.scope == "run" else own[key.name] for key in KEYS}
        refuse_merged(values)
        return values

    def file(self, folder: str) -> File | None:
        """The settings file for what a folder holds; None where there is none. Raises UsageError for one with faults."""
        if self.isolated:
            return None
        if folder not in self._files:
            path = self.only or found(folder)
            self._files[folder] = self._loaded(path) if path else None
        return self._files[folder]

    def _loaded(self, path: str) -> File:
        from lint.config.load import load  # late: few have one

        known = (file for file in self._files.values() if file and file.path == path)
        return next(known, None) or load(path)

    def _over(self, file: File | None, path: str | None) -> Values:
        values = BUILT_IN
        for layer in (*(file.layers(path) if file else ()), self.environment, self.options):
            values = over(values, layer)
        return profiled(values)


def folder_of(path: str) -> str:
    """The folder from which on the settings of a file, or of what a folder holds, are looked for."""
    return os.path.abspath(path) if os.path.isdir(path) else os.path.dirname(os.path.abspath(path))


def _common(paths: Iterable[str]) -> str:
    """The folder that holds all that was named; the current one where nothing is, or no folder holds all."""
    try:
        return os.path.commonpath([folder_of(path) for path in paths])
    except ValueError:  # nothing, or several drives
        return os.getcwd()


def asked_of(options: Mapping[str, Any], environment: Mapping[str, str], paths: Iterable[str] = ()) -> Asked:
    """What options (by the names of argparse) and environment ask for of a run on `paths`. Raises UsageError for what nobody can mean."""
    isolated = bool(options.get("isolated"))
    named = options.get("config")
    if isolated and named:
        raise UsageError("--isolated 不看任何设置文件，不能与 --config 同时使用")
    variables = {} if isolated else environment
    only = named or variables.get(CONFIG) or None
    return Asked(_environment(variables), _options(options), _common(paths), os.path.abspath(only) if only else None, isolated)


def wanted(values: Values, path: str) -> bool:
    """Whether a file that stands in a folder is to be looked at, by what is included and excluded."""
    (included,) = values["include"]
    if included.value and not any(globs.matches(glob, included.origin.folder, path) for glob in included.value):
        return False
    return not any(globs.matches(entry.value, entry.origin.folder, path) for entry in values["exclude"])


def settings_of(values: Values) -> Settings:
    """The record that the rest of the program works with."""
    makers = {name: made for key in KEYS for name, made in key.fields.items()}
    said: dict[str, list[Setting]] = {name: [] for name in makers}
    for key in KEYS:
        for name in key.fields:
            said[name] += values[key.name]
    fields = {name: makers[name](settings) for name, settings in said.items()}
    given = {name.removeprefix("given."): fields.pop(name) for name in makers if name.startswith("given.")}
    return Settings(**fields, given=Given(**given))


def settings_in(text: str) -> Settings:
    """What a settings file with this text says of any report. Raises UsageError."""
    from lint.config.load import parse  # late: few need it
    from lint.config.text import Text

    return settings_of(profiled(over(BUILT_IN, parse(Text(SETTINGS, text)).values)))


def unused(environment: Mapping[str, str]) -> Iterator[str]:
    """What to say of each variable that looks like ours and sets nothing."""
    ours = [CONFIG, *(key.variable for key in KEYS if key.environment)]
    for name in sorted(environment):
        if name.startswith("GOUJI_") and name not in ours:
            yield f"环境变量 {name} 没有用{nearest(name, ours) or '，可用的有 ' + '、'.join(ours)}"


def _environment(environment: Mapping[str, str]) -> Values:
    values: dict[str, tuple[Setting, ...]] = {}
    for key in KEYS:
        if key.environment and (raw := environment.get(key.variable)):
            values[key.name] = _read(key, raw, Origin("environment", key.variable), key.variable)
    return values


def _options(options: Mapping[str, Any]) -> Values:
    values: dict[str, tuple[Setting, ...]] = {}
    for key in KEYS:
        raw = options.get(key.name.replace("-", "_"))
        if not (raw is None or raw is False or raw == []):
            values[key.name] = _read(key, raw, Origin("option", f"--{key.name}"), f"--{key.name}")
    for text in options.get("set") or ():
        key, raw = _assigned(text)
        if key.name in values and not key.adds:
            raise UsageError(f"{values[key.name][0].origin.name} 和 --set {text} 说的是同一项")
        values[key.name] = (*_read(key, raw, Origin("option", f"--set {text}"), f"--set {key.name}"), *values.get(key.name, ()))
    if fault := clash(values):
        raise UsageError(fault[0])
    return values


def _assigned(text: str) -> tuple[Key, Any]:
    """Key and value of ``KEY=VALUE``: TOML, or a bare word."""
    import tomllib  # late: few use it

    name, sign, raw = text.partition("=")
    name, _, inner = name.strip().partition(".")
    if not sign:
        raise UsageError(f"--set {text} 应写成 --set 名称=值")
    if name in (EXTEND, PER_FILE) or (key := by_name(name)).kind.written:
        raise UsageError(f"--set 不能设置 {name}，请写在设置文件里")
    try:
        value: Any = tomllib.loads(f"value = {raw}")["value"]
    except tomllib.TOMLDecodeError:
        value = raw.strip()
    return key, {inner: value} if inner else value


def _read(key: Key, raw: Any, origin: Origin, where: str) -> tuple[Setting, ...]:
    """The settings that one word of the command line or the environment makes."""
    if key.kind.listed:
        words = raw if isinstance(raw, list) else [raw]
        raw = [part for word in words for part in (str(word).replace("，", ",").split(",")) if part.strip()]
    values = [value for _, value in key.kind.read(raw, At(where))]
    if key.adds:
        return tuple(Setting(value, origin) for value in values)
    return (Setting(tuple(values) if key.kind.listed else values[0], origin),)
