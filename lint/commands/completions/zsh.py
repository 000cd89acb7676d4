"""For zsh: one function on top of its own `_arguments`."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence

from lint.commands.completions.tree import Command, Option, Tree, Value


def script(tree: Tree) -> str:
    return "\n".join(
        [
            "#compdef gouji",
            *_function((), tree, tree.options, ()),
            *(line for command in tree.commands for line in _function(command.words, tree, command.options, command.places)),
            'if [[ $funcstack[1] == _gouji ]]; then _gouji "$@"; else compdef _gouji gouji; fi',
            "",
        ]
    )


def _function(words: Sequence[str], tree: Tree, options: Sequence[Option], places: Sequence[Value]) -> Iterator[str]:
    """The function of a command; it hands over to those of its actions."""
    below = tree.below(*words)
    specs = [spec for option in options for spec in _option(option)]
    specs += [_place(number, value, number + 1 == len(places)) for number, value in enumerate(places)]
    if below:
        specs += [f"1:{'操作' if words else '命令'}:->word", "*::参数:->rest"]
    yield f"{_name(words)}() {{"
    if below:
        yield "    local context state state_descr line curcontext=$curcontext"
        yield "    typeset -A opt_args"
    yield " \\\n        ".join(["    _arguments -C" if below else "    _arguments", *map(shlex.quote, specs)])
    if below:
        yield "    case $state in"
        yield f"        word) local -a words_; words_=({' '.join(_described(each) for each in below)}); _describe 命令 words_ ;;"
        yield f"        rest) case $words[1] in {' '.join(f'{each.words[-1]}) {_name(each.words)} ;;' for each in below)} esac ;;"
        yield "    esac"
    yield "}"


def _name(words: Sequence[str]) -> str:
    return "_".join(("_gouji", *words))


def _described(command: Command) -> str:
    return shlex.quote(f"{command.words[-1]}:{command.about}")


def _option(option: Option) -> Iterator[str]:
    """A spec for each flag; one that was given is not offered again under any of its names, unless it may be."""
    others = "*" if option.many else f"({' '.join(option.flags)})"
    for flag in option.flags:
        sign = "=" if option.value is not None and flag.startswith("--") else ""
        yield f"{others}{flag}{sign}[{_plain(option.about, '[]')}]{_action(option.value)}"


def _place(number: int, value: Value, last: bool) -> str:
    return f"{'*' if last else number + 1}{_action(value)}"


def _action(value: Value | None) -> str:
    if value is None:
        return ""
    words = " ".join(word.replace(":", "\\:") for word in value.words)
    if value.several:
        action = f"_sequence compadd - {words}"
    elif value.words and value.paths:
        action = f'_alternative "words:{value.name}:({words})" "files:文件:_files"'
    else:
        action = f"({words})" if words else "_files" if value.paths else " "
    return f":{_plain(value.name, '')}:{action}"


def _plain(text: str, brackets: str) -> str:
    """The text with what specs are parted by escaped."""
    for sign in ("\\", ":", *brackets):
        text = text.replace(sign, f"\\{sign}")
    return text
