"""For bash, 4 or later."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator

from lint.commands.completions.tree import Command, Tree, Value

FRAME = """\
# gouji completions bash
_gouji_words() {{
    local head=
    [[ $2 ]] && head=${{cur%"${{cur##*,}}"}}
    mapfile -t COMPREPLY < <(compgen -P "$head" -W "$1" -- "${{cur#"$head"}}")
}}

_gouji() {{
    local cur=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD - 1]}} command= place=0 at
    [[ $before == = ]] && before=${{COMP_WORDS[COMP_CWORD - 2]}}
    [[ $cur == = ]] && cur=
    COMPREPLY=()
    for ((at = 1; at < COMP_CWORD; at++)); do
        case "$command/${{COMP_WORDS[at]}}" in
{commands}
            */-*) ;;
            *) ((place++)) ;;
        esac
    done
    case "$command/$before" in
{values}
    esac
    if [[ $cur == -* ]]; then
        case $command in
{options}
        esac
        return
    fi
    case "$command/$place" in
{places}
    esac
}}

complete -F _gouji gouji
"""


def script(tree: Tree) -> str:
    return FRAME.format(
        commands=_lines(_commands(tree), 12),
        values=_lines((line for command in tree.commands for line in _values(command)), 8),
        options=_lines(_flags(tree), 12),
        places=_lines(_places(tree), 8),
    )


def _lines(lines: Iterable[str], indent: int) -> str:
    return "\n".join(" " * indent + line for line in lines)


def _commands(tree: Tree) -> Iterator[str]:
    for command in tree.commands:
        above = " ".join(command.words[:-1])
        yield f"{shlex.quote(f'{above}/{command.words[-1]}')}) command={shlex.quote(command.name)} ;;"


def _values(command: Command) -> Iterator[str]:
    for option in command.options:
        if option.value is not None:
            names = "|".join(shlex.quote(f"{command.name}/{flag}") for flag in option.flags)
            yield f"{names}) {_offer(option.value)}; return ;;"


def _flags(tree: Tree) -> Iterator[str]:
    for name, options in [("", tree.options), *((command.name, command.options) for command in tree.commands)]:
        flags = [flag for option in options for flag in option.flags]
        yield f"{shlex.quote(name)}) _gouji_words {shlex.quote(' '.join(flags))} ;;"


def _places(tree: Tree) -> Iterator[str]:
    yield f"/*) _gouji_words {shlex.quote(' '.join(command.words[0] for command in tree.below()))} ;;"
    for command in tree.commands:
        if below := tree.below(*command.words):
            yield f"{shlex.quote(command.name)}/*) _gouji_words {shlex.quote(' '.join(each.words[-1] for each in below))} ;;"
        for number, value in enumerate(command.places):
            which = "*" if number + 1 == len(command.places) else str(number)
            yield f"{shlex.quote(command.name)}/{which}) {_offer(value)} ;;"


def _offer(value: Value) -> str:
    words = f"_gouji_words {shlex.quote(' '.join(value.words))}{' ,' if value.several else ''}" if value.words else ""
    paths = "compopt -o default" if value.paths else ""
    return "; ".join(part for part in (words, paths) if part) or ":"
