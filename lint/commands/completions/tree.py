"""What can be completed: commands, their options and what these take, as the parsers declare them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lint.config.keys import KEYS
from lint.rubric.library import shipped
from lint.rule import all_rules


@dataclass(frozen=True)
class Value:
    """What may stand in a place: some words, several of them with commas between where `several`, paths where `paths`; `name` is what help calls it."""

    name: str
    words: tuple[str, ...] = ()
    several: bool = False
    paths: bool = False


@dataclass(frozen=True)
class Option:
    """An option by its flags; `value` is None for a switch. `many`: it may be given again."""

    flags: tuple[str, ...]
    about: str
    value: Value | None = None
    many: bool = False


@dataclass(frozen=True)
class Command:
    """A command by its word, or one of its actions by both words; the last of the `places` may be filled any number of times."""

    words: tuple[str, ...]
    about: str
    options: tuple[Option, ...]
    places: tuple[Value, ...] = ()

    @property
    def name(self) -> str:
        return " ".join(self.words)


@dataclass(frozen=True)
class Tree:
    """The program: its own options, and its commands; one whose actions are commands of their own comes before these."""

    options: tuple[Option, ...]
    commands: tuple[Command, ...]

    def below(self, *words: str) -> list[Command]:
        """The commands one word below these."""
        return [command for command in self.commands if command.words[:-1] == words]

    def parents(self) -> list[str]:
        """The commands that have actions."""
        return [command.name for command in self.commands if self.below(*command.words)]


def tree_of(parser: argparse.ArgumentParser, commands: Mapping[str, argparse.ArgumentParser]) -> Tree:
    """The tree of a parser with those of its commands by their words."""
    return Tree(
        tuple(_options(parser)),
        tuple(
            Command(tuple(name.split()), own.description or "", tuple(_options(own)), tuple(_places(own))) for name, own in commands.items()
        ),
    )


def _options(parser: argparse.ArgumentParser) -> Iterator[Option]:
    for action in parser._actions:
        if action.option_strings:
            value = None if action.nargs == 0 else _value(action)
            yield Option(tuple(action.option_strings), action.help or "", value, isinstance(action, argparse._AppendAction))


def _places(parser: argparse.ArgumentParser) -> Iterator[Value]:
    for action in parser._actions:
        if not action.option_strings and not isinstance(action, argparse._SubParsersAction):
            yield _value(action)


def _value(action: argparse.Action) -> Value:
    """What an action takes, by the word that help has for it."""
    name = str(action.metavar or action.dest)
    if action.choices:
        return Value(name, tuple(map(str, action.choices)))
    if name in ("代码", "代码|名称"):
        return Value(name, tuple(rule.code for rule in all_rules()), several=name == "代码" and isinstance(action, argparse._AppendAction))
    if name == "编号|文件":
        return Value(name, tuple(shipped()), paths=True)
    if name in ("名称", "名称=值") and action.dest in ("key", "set"):
        sign = "=" if "=" in name else ""
        return Value(name, tuple(f"{key.name}{sign}" for key in KEYS if not (sign and key.kind.written)))
    return Value(name, paths=name in ("路径", "文件", "文件夹", "清单", "旧稿", "新稿"))
